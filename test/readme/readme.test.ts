import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const run = promisify(execFile);
const root = new URL("../../", import.meta.url);
// Inside the package, so that the examples import it by its own name.
const folder = new URL("test/readme/.examples/", root);

const examples = [...readFileSync(new URL("README.md", root), "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map(
  ([, code], index) => ({ name: `example-${index + 1}`, code: code ?? "" }),
);

/** Loaded before an example: the fake API in the place of the network. */
const PRELOAD = `
import { createFakeApi, fakeApiDefaults, generateSessions } from "realtimekit-sessions/testing";
globalThis.fetch = createFakeApi({ sessions: generateSessions(250) });
process.env.CLOUDFLARE_ACCOUNT_ID = fakeApiDefaults.accountId;
process.env.REALTIMEKIT_APP_ID = fakeApiDefaults.appId;
process.env.CLOUDFLARE_API_TOKEN = fakeApiDefaults.apiToken;
`;

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("preload.mjs", folder), PRELOAD);
  for (const { name, code } of examples) writeFileSync(new URL(`${name}.ts`, folder), code);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the README's examples", () => {
  test("are there", () => {
    expect(examples.length).toBe(2);
    const [tour] = examples;
    expect(tour?.code.match(/^.*\S.*$/gm)?.length).toBeLessThanOrEqual(30);
  });

  test("compile under the strictest settings, against the package as it is built", () => {
    const { options } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(new URL("tsconfig.json", root).pathname, (path) => ts.sys.readFile(path)).config,
      ts.sys,
      root.pathname,
    );
    const files = examples.map(({ name }) => new URL(`${name}.ts`, folder).pathname);
    const program = ts.createProgram(files, { ...options, noEmit: true });
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(problems).toEqual([]);
  });

  test.each([
    {
      name: "example-1",
      says: /^50 of \d+ sessions\n\d+ minutes consumed\n(\d+ more; resume from page_no .*\n){3}\S/,
    },
    { name: "example-2", says: /^\d+\n$/ },
  ])("run: $name", async ({ name, says }) => {
    const { code } = examples.find((example) => example.name === name) ?? { code: "" };
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    const file = new URL(`${name}.mjs`, folder);
    writeFileSync(file, outputText);
    const { stdout, stderr } = await run(process.execPath, [
      ...["--import", new URL("preload.mjs", folder).href],
      file.pathname,
    ]);
    expect(stderr).toBe("");
    expect(stdout).toMatch(says);
  });
});
