import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";

const root = new URL("../../", import.meta.url);
const folder = new URL("test/readme/.examples/", root);

/** A block of TypeScript of a page, as a separate module. */
interface Block {
  name: string;
  code: string;
}

/** The part of an operation of the document that has samples. */
interface DocumentOperation {
  operationId: string;
  "x-codeSamples"?: { lang: string; source: string }[];
}

const guides = readdirSync(new URL("docs/guides/", root)).map((file) => `docs/guides/${file}`);
const blocks = ["README.md", ...guides].flatMap(findBlocks);
const samples = readCodeSamples();

/** Returns the blocks of a page that use the package, not code generated from another document. */
function findBlocks(page: string): Block[] {
  const text = readFileSync(new URL(page, root), "utf8");
  return (
    [...text.matchAll(/^```ts\n(.*?)^```$/gms)]
      .map(([, code = ""], index) => ({ name: `${page.replace(/\W+/g, "-")}-${index + 1}`, code }))
      .filter(({ code }) => !code.includes("./generated/index.js"))
      // A guide is a page of its own, so its blocks are complete.
      .map(({ name, code }) => ({ name, code: page === "README.md" ? addClient(code) : code }))
  );
}

/** Returns the TypeScript samples of the document's operations. */
function readCodeSamples(): Block[] {
  const { paths } = parse(readFileSync(new URL("spec/openapi.yaml", root), "utf8")) as {
    paths: Record<string, Record<string, DocumentOperation>>;
  };
  return Object.values(paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ operationId, "x-codeSamples": codeSamples = [] }) =>
      codeSamples
        .filter(({ lang }) => lang === "TypeScript")
        .map(({ source }) => ({ name: operationId, code: addClient(source) })),
    );
}

/** Adds the client of the README's first block to a block that uses it. */
function addClient(code: string): string {
  if (code.includes("createSessionsClient(")) return code;
  const client = `import { createSessionsClient } from "realtimekit-sessions";
const sessions = createSessionsClient({
  accountId: process.env.CLOUDFLARE_ACCOUNT_ID ?? "",
  appId: process.env.REALTIMEKIT_APP_ID ?? "",
  apiToken: process.env.CLOUDFLARE_API_TOKEN ?? "",
});
`;
  return `${client}${code}\nexport {};\n`;
}

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const { name, code } of [...blocks, ...samples]) writeFileSync(new URL(`${name}.ts`, folder), code);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the code in the README and the guides", () => {
  const lines: string[] = [];

  beforeEach(() => {
    vi.stubEnv("CLOUDFLARE_ACCOUNT_ID", fakeApiDefaults.accountId);
    vi.stubEnv("REALTIMEKIT_APP_ID", fakeApiDefaults.appId);
    vi.stubEnv("CLOUDFLARE_API_TOKEN", fakeApiDefaults.apiToken);
    vi.stubGlobal("fetch", createFakeApi({ sessions: generateSessions(250) }));
    vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => {
      lines.push(values.join(" "));
    });
  });

  afterEach(() => {
    lines.length = 0;
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  });

  test("compiles under the strictest settings", () => {
    const config = ts.readConfigFile(new URL("tsconfig.json", root).pathname, (path) =>
      ts.sys.readFile(path),
    );
    const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root.pathname);
    const files = [...blocks, ...samples].map(({ name }) => new URL(`${name}.ts`, folder).pathname);
    const program = ts.createProgram(files, { ...options, noEmit: true, incremental: false });
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map(
        ({ file, messageText }) =>
          `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
      );
    expect(problems).toEqual([]);
  });

  test.each(blocks)("runs against the fake API in $name", async ({ name }) => {
    await import(/* @vite-ignore */ new URL(`${name}.ts`, folder).pathname);
    expect(lines.join("\n")).not.toMatch(/error|undefined/i);
  });

  test("has at most eight lines in the quick start", () => {
    expect(blocks[0]?.code.match(/^.*\S.*$/gm)?.length).toBeLessThanOrEqual(8);
  });

  test("lists sessions in the quick start", async () => {
    const [quickStart] = blocks;
    vi.resetModules();
    await import(new URL(`${quickStart?.name ?? ""}.ts`, folder).pathname);
    const ended = generateSessions(250).filter(({ status }) => status === "ENDED");
    expect(lines).toEqual(ended.map(({ id }) => id));
  });
});

test("every operation of the document has a sample in TypeScript", () => {
  const document = readFileSync(new URL("spec/openapi.yaml", root), "utf8");
  const operations = [...document.matchAll(/^ +operationId: (.*)$/gm)].map(([, name]) => name);
  expect(samples.map(({ name }) => name)).toEqual(operations);
});

test("the README has at most 1,800 words without its tables", () => {
  const text = readFileSync(new URL("README.md", root), "utf8")
    .replace(/^\|.*$/gm, "")
    .replace(/```.*?```/gs, "");
  expect(text.split(/\s+/).length).toBeLessThanOrEqual(1800);
});
