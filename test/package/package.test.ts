import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const getBinPath = (name: string): string => join(root, "node_modules/.bin", name);
/** Adds the options of every npm command. */
const createNpmArguments = (...args: string[]): string[] => [
  ...args,
  "--no-audit",
  "--no-fund",
  "--prefer-offline",
];

/** The timeout of npm and the compilers, while other tests run in parallel. */
const TIMEOUT_MS = 120_000;

/** The version of another TypeScript to compile the consumer with. The oldest supported one is 5.4. */
const typescript = process.env.PACKAGE_TEST_TYPESCRIPT;

/** Before 5.8, TypeScript rejects require of an ES module. */
const isRequireSupported = !["5.4", "5.5", "5.6", "5.7"].includes(typescript ?? "");

/** A program that uses every entry. */
const CONSUMER = `
import { ApiError, createSessionsClient, type Session, type SessionsPage } from "realtimekit-sessions";
import { createApiClient, listSessions, listSessionsOperation } from "realtimekit-sessions/generated";
import { createFakeApi, fakeApiDefaults, generateSessions } from "realtimekit-sessions/testing";
import { createValidator } from "realtimekit-sessions/validate";
import document from "realtimekit-sessions/openapi.json" with { type: "json" };

const fetch = createFakeApi({ sessions: generateSessions(250), maxPerPage: 100 });
const validate = createValidator({ mode: "strict" });
const client = createSessionsClient({ ...fakeApiDefaults, fetch, validate });
const sessions: Session[] = await client.collect({ start_time: new Date(0) }, { limit: 1000 });

let last: SessionsPage | undefined;
for await (const page of client.pages({}, { concurrency: 2 })) last = page;

const { accountId, appId, apiToken } = fakeApiDefaults;
const api = createApiClient({ fetch, headers: { Authorization: \`Bearer \${apiToken}\` } });
const { data } = await listSessions(api, { path: { account_id: accountId, app_id: appId } });
const first: Session | undefined = data?.data?.sessions?.[0];

let failure: unknown;
try {
  await createSessionsClient({ ...fakeApiDefaults, appId: "another", fetch }).list();
} catch (error) {
  failure = error instanceof ApiError ? error.status : error;
}
const isDocumented = listSessionsOperation.path in document.paths;
console.log(sessions.length, last?.sessions.length, first?.id === sessions[0]?.id, failure, isDocumented);
`;

/** A CommonJS program that requires every entry. */
const COMMONJS_CONSUMER = `
import sdk = require("realtimekit-sessions");
import generated = require("realtimekit-sessions/generated");
import { createFakeApi, fakeApiDefaults, generateSessions } from "realtimekit-sessions/testing";
import { createValidator } from "realtimekit-sessions/validate";

const fetch = createFakeApi({ sessions: generateSessions(250) });
const client = sdk.createSessionsClient({ ...fakeApiDefaults, fetch, validate: createValidator() });
void client.collect({}, { limit: 1000 }).then((sessions: sdk.Session[]) => {
  console.log(sessions.length, generated.listSessionsEndpoint.method);
});
`;

/** The entries with code, as they are imported. */
const CODE_ENTRIES = Object.entries(manifest.exports).flatMap(([entry, target]) =>
  typeof target === "string" ? [] : entry.replace(".", manifest.name),
);

let folder: string;
let tarball: string;
let packedPaths: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "package-"));
  // `npm test` runs the build before.
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { stdout } = await run("npm", createNpmArguments(...pack), { cwd: root });
  const [result] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  tarball = join(folder, result.filename);
  packedPaths = result.files.map(({ path }) => path).sort();
}, TIMEOUT_MS);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("the tarball", { timeout: TIMEOUT_MS }, () => {
  test("contains only the entries, the declarations, the document and the files of npm", async () => {
    const sources = await Promise.all(
      ["generated", "src"].map(async (name) => {
        const entries = await readdir(join(root, name), { recursive: true });
        return entries.filter((entry) => entry.endsWith(".ts")).map((entry) => `${name}/${entry}`);
      }),
    );
    const { bin, exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
      bin: Record<string, string>;
      exports: Record<string, string | { default: string }>;
    };
    const expected = [
      ...sources.flat().map((source) => `dist/${source.replace(/(\.d)?\.ts$/, ".d.ts")}`),
      ...Object.values(exports).flatMap((entry) =>
        typeof entry === "string" ? [] : entry.default.replace("./", ""),
      ),
      ...Object.values(bin),
      "dist/src/mcp/serve.js",
      "dist/openapi.json",
      "dist/THIRD-PARTY-LICENSES.txt",
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "package.json",
      "spec/openapi.yaml",
    ].sort();
    // Shared code is in files with a hash of their contents in the name.
    expect(packedPaths.filter((path) => !/^dist\/chunk-[A-Z0-9]+\.js$/.test(path))).toEqual(expected);
  });

  test("has no problems according to publint", async () => {
    const { stdout } = await run(getBinPath("publint"), ["run", "--strict", tarball]);
    expect(stdout).toContain("All good!");
  });

  test("has types that resolve for every import of an ES module, according to attw", async () => {
    const { stdout } = await run(getBinPath("attw"), ["--profile", "esm-only", "--format", "json", tarball]);
    const { analysis, problems } = JSON.parse(stdout) as {
      analysis: { entrypoints: Record<string, { resolutions: Record<string, { resolution?: object }> }> };
      problems: Record<string, { kind: string; resolutionKind?: string }[]>;
    };
    const entries = Object.entries(analysis.entrypoints);
    const { exports } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { exports: object };
    expect(entries.map(([entry]) => entry)).toEqual(Object.keys(exports));
    for (const [entry, { resolutions }] of entries)
      for (const kind of ["node16-esm", "bundler"])
        expect(resolutions[kind]?.resolution, `${entry} by ${kind}`).toBeTypeOf("object");
    // attw does not recognize that Node and TypeScript allow `require` of an ES module. The old module resolution does
    // not support `exports`.
    expect(Object.keys(problems).sort()).toEqual(["CJSResolvesToESM", "NoResolution"]);
    expect(problems.NoResolution?.map(({ resolutionKind }) => resolutionKind)).toEqual(
      problems.NoResolution?.map(() => "node10"),
    );
  });
});

describe("the installed package", { timeout: TIMEOUT_MS }, () => {
  let project: string;

  beforeAll(async () => {
    project = join(folder, "project");
    await mkdir(project);
    await writeFile(join(project, "package.json"), JSON.stringify({ private: true }));
    await run(
      "npm",
      createNpmArguments("install", tarball, ...(typescript ? [`typescript@~${typescript}.0`] : [])),
      {
        cwd: project,
      },
    );
  }, TIMEOUT_MS);

  /** Compiles consumers in a folder of the project, runs them, and returns what they print. */
  async function compileAndRun(name: string, consumers: Record<string, string>, options: object) {
    const cwd = join(project, name);
    const compilerOptions = {
      ...{ target: "es2022", lib: ["es2022", "dom", "dom.iterable"], types: [], outDir: "out", rootDir: "." },
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
      ...{ skipLibCheck: false, resolveJsonModule: true, moduleResolution: name, ...options },
    };
    const files = Object.keys(consumers);
    await mkdir(cwd);
    await writeFile(join(cwd, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    for (const [file, source] of Object.entries(consumers)) await writeFile(join(cwd, file), source);
    const tsc = typescript ? join(project, "node_modules/.bin/tsc") : getBinPath("tsc");
    // tsc prints errors to stdout, which the error of a failed process does not contain.
    const compiled = await run(tsc, ["-p", "."], { cwd }).catch((error: unknown) => error);
    expect(compiled).toMatchObject({ stdout: "", stderr: "" });
    const outputs = [];
    for (const file of files) {
      const script = `out/${file.replace(/ts$/, "js")}`;
      outputs.push((await run(process.execPath, ["--no-warnings", script], { cwd })).stdout);
    }
    return outputs;
  }

  test("depends on openapi-fetch and its types only", async () => {
    const { stdout } = await run("npm", ["ls", "--all", "--omit=dev", "--parseable"], { cwd: project });
    const names = stdout
      .trim()
      .split("\n")
      .slice(1)
      .map((path) => path.split("node_modules/").at(-1))
      // TypeScript 7 comes with a package for the platform.
      .filter((name) => name !== "typescript" && !name?.startsWith("@typescript/"));
    expect(names.sort()).toEqual(["openapi-fetch", "openapi-typescript-helpers", "realtimekit-sessions"]);
  });

  test("can be imported under moduleResolution bundler", async () => {
    const outputs = await compileAndRun("bundler", { "consumer.mts": CONSUMER }, { module: "esnext" });
    expect(outputs).toEqual(["250 50 true 404 true\n"]);
  });

  test.runIf(isRequireSupported)("can be imported and required under moduleResolution nodenext", async () => {
    const consumers = { "consumer.mts": CONSUMER, "consumer.cts": COMMONJS_CONSUMER };
    const outputs = await compileAndRun("nodenext", consumers, { module: "nodenext" });
    expect(outputs).toEqual(["250 50 true 404 true\n", "250 GET\n"]);
  });

  test.skipIf(isRequireSupported)("can be imported under moduleResolution nodenext", async () => {
    const outputs = await compileAndRun("nodenext", { "consumer.mts": CONSUMER }, { module: "nodenext" });
    expect(outputs).toEqual(["250 50 true 404 true\n"]);
  });

  test.each(CODE_ENTRIES)("has the entry %s, which can be required without a warning", async (entry) => {
    const script = `console.log(Object.keys(require(${JSON.stringify(entry)})).length > 0)`;
    const { stdout, stderr } = await run(process.execPath, ["-e", script], { cwd: project });
    expect({ stdout, stderr }).toEqual({ stdout: "true\n", stderr: "" });
  });

  test("has a command that lists sessions", async () => {
    const { stdout } = await run(
      join(project, "node_modules/.bin/realtimekit-sessions"),
      ["list", "--demo", "--limit", "2"],
      { cwd: project },
    );
    expect(stdout.trimEnd().split("\n")).toHaveLength(2);
  });

  test("has an MCP server that responds", async () => {
    const child = spawn(join(project, "node_modules/.bin/realtimekit-sessions"), ["mcp", "--demo"]);
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`);
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    expect(JSON.parse(String(line))).toEqual({ jsonrpc: "2.0", id: 1, result: {} });
    child.stdin.end();
    expect(await once(child, "close")).toEqual([0, null]);
  });
});

test(
  "npm publish builds first, although .npmrc prevents the scripts of packages",
  async () => {
    const project = join(folder, "published");
    await mkdir(project);
    await copyFile(join(root, ".npmrc"), join(project, ".npmrc"));
    const { name, version, publishConfig } = manifest;
    const scripts = { prepack: "node -p 1 > built" };
    await writeFile(join(project, "package.json"), JSON.stringify({ name, version, publishConfig, scripts }));
    // A registry that does not exist, so that nothing can be published.
    const nowhere = ["--registry", "http://127.0.0.1:1", "--fetch-retries", "0"];
    await run("npm", createNpmArguments("publish", "--dry-run", ...nowhere), { cwd: project });
    expect(await readdir(project)).toContain("built");
  },
  TIMEOUT_MS,
);
