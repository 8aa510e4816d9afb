import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const run = promisify(execFile);
const root = new URL("../../", import.meta.url);
// Inside the package, so that the examples import it by its own name.
const folder = new URL("test/readme/.examples/", root);

const blocks = [...readFileSync(new URL("README.md", root), "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map(
  ([, code]) => code ?? "",
);

/** Not run here: MSW is much to install for four lines. They were run by hand, with MSW 2.15. */
const byHand = (code: string): boolean => code.includes('from "msw"');

/** How the first example makes the client that recipes go on with. */
const [CLIENT = ""] = /^const sessions = createSessionsClient\(.*?^\}\);\n/ms.exec(blocks[0] ?? "") ?? [];

const examples = blocks
  .filter((code) => !byHand(code))
  .map((code, index) => ({
    name: `example-${index + 1}`,
    code: code.includes("createSessionsClient(")
      ? code
      : `import { createSessionsClient } from "realtimekit-sessions";\n${CLIENT}${code}\nexport {};\n`,
  }));

/**
 * Loaded before an example: the fake API in the place of the network. It refuses the page that REFUSED_PAGE names, and
 * what an example does at intervals it does once, after the newest session has ended.
 */
const PRELOAD = `
import { createFakeApi, fakeApiDefaults, generateSessions } from "realtimekit-sessions/testing";
const sessions = generateSessions(250);
let now = sessions;
const api = createFakeApi({ sessions: () => now });
globalThis.fetch = (request) =>
  new URL(request.url).searchParams.get("page_no") === process.env.REFUSED_PAGE
    ? Promise.resolve(new Response(null, { status: 403 }))
    : api(request);
globalThis.setInterval = (callback) => {
  now = sessions.slice(1);
  callback();
};
process.env.CLOUDFLARE_ACCOUNT_ID = fakeApiDefaults.accountId;
process.env.REALTIMEKIT_APP_ID = fakeApiDefaults.appId;
process.env.CLOUDFLARE_API_TOKEN = fakeApiDefaults.apiToken;
`;

/** Runs a module of the examples' folder, with the fake API in the place of the network. */
function runExample(
  name: string,
  environment: Record<string, string> = {},
): Promise<{ stdout: string; stderr: string }> {
  return run(
    process.execPath,
    ["--import", new URL("preload.mjs", folder).href, new URL(`${name}.mjs`, folder).pathname],
    { cwd: folder, env: { ...process.env, REFUSED_PAGE: "none", ...environment } },
  );
}

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL("preload.mjs", folder), PRELOAD);
  for (const { name, code } of examples) {
    writeFileSync(new URL(`${name}.ts`, folder), code);
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(new URL(`${name}.mjs`, folder), outputText);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the README's examples", () => {
  test("are there", () => {
    expect(examples.length).toBe(8);
    const [tour] = blocks;
    expect(tour?.match(/^.*\S.*$/gm)?.length).toBeLessThanOrEqual(30);
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
      what: "the tour",
      says: /^50 of \d+ sessions\n\d+ minutes consumed\n(\d+ more; resume from page_no .*\n){3}\S/,
    },
    { name: "example-2", what: "minutes by meeting", says: /^(\S+ \d+\n){12}$/ },
    { name: "example-3", what: "live sessions, one of which ends", says: /^(live \S+ .+\n)+over \S+\n$/ },
    { name: "example-4", what: "sessions stuck LIVE", says: /^(\S+ LIVE \S+ \d+ in it\n)+$/ },
    { name: "example-7", what: "the fake API", says: /^\d+\n$/ },
    { name: "example-8", what: "answers that are looked at", says: /^100\n$/ },
  ])("run: $what", async ({ name, says }) => {
    const { stdout, stderr } = await runExample(name);
    expect(stderr).toBe("");
    expect(stdout).toMatch(says);
  });

  test("run: an export that fails on its way goes on with what is left", async () => {
    const exported = (): string[] =>
      readFileSync(new URL("export.ndjson", folder), "utf8").trimEnd().split("\n");

    await expect(runExample("example-5", { REFUSED_PAGE: "3" })).rejects.toThrow("403");
    expect(exported().length).toBe(200);
    await runExample("example-5");

    expect(exported().length).toBe(250);
    expect(new Set(exported()).size).toBe(250);
    expect(existsSync(new URL("export.page", folder))).toBe(false);
  });

  test("run: a Worker answers with the live sessions", async () => {
    writeFileSync(
      new URL("worker.mjs", folder),
      `import worker from "./example-6.mjs";
const response = await worker.fetch(new Request("https://worker.example"), process.env);
console.log(await response.text());
`,
    );
    const live: unknown = JSON.parse((await runExample("worker")).stdout);
    expect(live).toContainEqual({
      id: expect.any(String) as string,
      meeting_display_name: expect.any(String) as string,
    });
  });
});
