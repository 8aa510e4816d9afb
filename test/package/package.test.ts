import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = (name: string): string => join(root, "node_modules/.bin", name);
const npm = (...args: string[]): string[] => [...args, "--no-audit", "--no-fund", "--prefer-offline"];

/** The time limit for npm and the compilers, while other tests run in parallel. */
const TIMEOUT_MS = 120_000;

/** The version of another TypeScript to compile the consumer with. The oldest supported one is 5.4. */
const typescript = process.env.PACKAGE_TEST_TYPESCRIPT;

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
const found: Session[] = await client.collect({ start_time: new Date(0) }, { limit: 1000 });

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
const known = listSessionsOperation.path in document.paths;
console.log(found.length, last?.sessions.length, first?.id === found[0]?.id, failure, known);
`;

let folder: string;
let tarball: string;
let packed: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "package-"));
  // `npm test` runs the build before.
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { stdout } = await run("npm", npm(...pack), { cwd: root });
  const [result] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  tarball = join(folder, result.filename);
  packed = result.files.map(({ path }) => path).sort();
}, TIMEOUT_MS);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("the tarball", { timeout: TIMEOUT_MS }, () => {
  test("contains a file for each entry, all declarations, the document and the files of npm, and nothing else", async () => {
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
      "dist/openapi.json",
      "dist/THIRD-PARTY-LICENSES.txt",
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "package.json",
      "spec/openapi.yaml",
    ].sort();
    // Shared code is in files with a hash of their contents in the name.
    expect(packed.filter((path) => !/^dist\/chunk-[A-Z0-9]+\.js$/.test(path))).toEqual(expected);
  });

  test("has no problems by publint", async () => {
    const { stdout } = await run(bin("publint"), ["run", "--strict", tarball]);
    expect(stdout).toContain("All good!");
  });

  test("has types that resolve for every way to import an ES module, by attw", async () => {
    const { stdout } = await run(bin("attw"), ["--profile", "esm-only", "--format", "json", tarball]);
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
    // An ES module does not support `require`, nor the old module resolution without `exports`.
    expect(Object.keys(problems).sort()).toEqual(["CJSResolvesToESM", "NoResolution"]);
    expect(problems.NoResolution?.map(({ resolutionKind }) => resolutionKind)).toEqual(
      problems.NoResolution?.map(() => "node10"),
    );
  });
});

describe.each([
  { resolution: "nodenext", module: "nodenext" },
  { resolution: "bundler", module: "esnext" },
])(
  "installed in an empty project, under moduleResolution $resolution",
  { timeout: TIMEOUT_MS },
  ({ resolution, module }) => {
    let project: string;

    beforeAll(async () => {
      project = join(folder, resolution);
      await mkdir(project);
      await writeFile(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
      await run("npm", npm("install", tarball, ...(typescript ? [`typescript@~${typescript}.0`] : [])), {
        cwd: project,
      });
      const compilerOptions = {
        ...{ module, moduleResolution: resolution, target: "es2022", lib: ["es2022", "dom", "dom.iterable"] },
        ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
        ...{ skipLibCheck: false, resolveJsonModule: true, types: [], outDir: "out", rootDir: "." },
      };
      await writeFile(
        join(project, "tsconfig.json"),
        JSON.stringify({ compilerOptions, files: ["consumer.ts"] }),
      );
      await writeFile(join(project, "consumer.ts"), CONSUMER);
    }, TIMEOUT_MS);

    test("the package depends on openapi-fetch and its types only", async () => {
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

    test("a consumer of every entry compiles together with the package's types, and runs", async () => {
      const tsc = typescript ? join(project, "node_modules/.bin/tsc") : bin("tsc");
      // tsc prints errors to stdout, which the error of a failed process does not contain.
      const compiled = await run(tsc, ["-p", "."], { cwd: project }).catch((error: unknown) => error);
      expect(compiled).toMatchObject({ stdout: "", stderr: "" });
      const script = await readFile(join(project, "out/consumer.js"), "utf8");
      await writeFile(join(project, "consumer.js"), script);
      const { stdout } = await run(process.execPath, ["--no-warnings", "consumer.js"], { cwd: project });
      expect(stdout).toBe("250 50 true 404 true\n");
    });

    test("the package's command runs", async () => {
      const { stdout } = await run(
        join(project, "node_modules/.bin/realtimekit-sessions"),
        ["list", "--demo", "--limit", "2"],
        {
          cwd: project,
        },
      );
      expect(stdout.trimEnd().split("\n")).toHaveLength(2);
    });
  },
);

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
    await run("npm", npm("publish", "--dry-run", ...nowhere), { cwd: project });
    expect(await readdir(project)).toContain("built");
  },
  TIMEOUT_MS,
);
