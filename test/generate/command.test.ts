import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { generate } from "../../scripts/generate/command.js";
import { createTemporaryFolder, HEAD, writeTexts } from "./document-files.js";

const root = resolve(import.meta.dirname, "../..");
const folder = createTemporaryFolder();

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command in this process. */
async function run(...argv: string[]): Promise<Outcome> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const code = await generate(argv, {
    log: (text: string) => stdout.push(text),
    error: (text: string) => stderr.push(text),
  });
  return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n") };
}

const DOCUMENT = `${HEAD}security: []
paths:
  /a:
    get: { operationId: a, summary: A, responses: { "204": { description: ok } } }
`;
const WITH_TRACE = `${DOCUMENT}    trace: { operationId: b, summary: B, responses: { "204": { description: ok } } }\n`;
const SUMMARY = /^1 operation, 0 schemas, 0 operations left out, \d+\.\d s$/;

describe("the command for our own document", () => {
  test("finds current files in any time zone, language and folder", async () => {
    const command = [
      join(root, "node_modules/tsx/dist/cli.mjs"),
      join(root, "scripts/generate.ts"),
      "--check",
    ];
    const env = { ...process.env, TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, { cwd: folder, env });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^\d+ operations?, \d+ schemas, 0 operations left out, \d+\.\d s\n$/);
  });
});

describe("the command for another document", () => {
  test("prints one line if there are no problems", async () => {
    const spec = writeTexts(join(folder, "clean"), { "api.yaml": DOCUMENT });
    const outcome = await run("--spec", spec, "--out", join(folder, "clean/out"));
    expect(outcome).toEqual({ code: 0, stdout: expect.stringMatching(SUMMARY) as string, stderr: "" });
  });

  test("generates the same bytes each time, without paths", async () => {
    const spec = writeTexts(join(folder, "twice"), { "api.yaml": DOCUMENT });
    const folders = [join(folder, "twice/one"), join(folder, "twice/two")];
    for (const out of folders) await run("--spec", spec, "--out", out);
    const [one, two] = folders.map((out) =>
      readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => `${name}\n${readFileSync(join(parentPath, name), "utf8")}`),
    );
    expect(one).toContainEqual(expect.stringMatching(/^client\.ts\n/));
    expect(two).toEqual(one);
    expect(one?.join("")).not.toContain(folder);
  });

  test("reports a left-out operation at its location, and generates the others", async () => {
    const spec = writeTexts(join(folder, "left-out"), { "api.yaml": WITH_TRACE });
    const { code, stdout, stderr } = await run("--spec", spec, "--out", join(folder, "left-out/out"));
    expect(code).toBe(0);
    expect(stderr).toBe(
      `${spec}:8:12 TRACE /a is left out: TRACE is not supported: fetch refuses to send it`,
    );
    expect(stdout).toMatch(/^1 operation, 0 schemas, 1 operation left out, /);
    expect(readFileSync(join(folder, "left-out/out/client.ts"), "utf8")).toContain("export function a<");
  });

  test("writes nothing with --strict if an operation is left out", async () => {
    const before = "// @generated from api.yaml by scripts/generate.ts. Before.\n";
    const spec = writeTexts(join(folder, "strict"), { "api.yaml": WITH_TRACE, "out/client.ts": before });
    const { code, stdout, stderr } = await run(
      "--spec",
      spec,
      "--out",
      join(folder, "strict/out"),
      "--strict",
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("TRACE /a is left out");
    expect(stderr).toContain("has problems, which --strict rejects: nothing was written.");
    expect(readdirSync(join(folder, "strict"))).toEqual(["api.yaml", "out"]);
    expect(readFileSync(join(folder, "strict/out/client.ts"), "utf8")).toBe(before);
  });

  test("prints the findings of the linter as a count for each rule", async () => {
    const spec = writeTexts(join(folder, "lint"), { "api.yaml": `${DOCUMENT}nonsense: 1\nmore: 2\n` });
    const { code, stderr } = await run("--spec", spec, "--out", join(folder, "lint/out"));
    expect(code).toBe(0);
    expect(stderr).toBe("2 warnings of the linter (--verbose lists them):\n  struct: 2");
    expect(existsSync(join(folder, "lint/out/client.ts"))).toBe(true);
  });

  test("prints each finding of the linter with --verbose", async () => {
    const spec = writeTexts(join(folder, "verbose"), { "api.yaml": `${DOCUMENT}nonsense: 1\n` });
    const { code, stderr } = await run("--spec", spec, "--out", join(folder, "verbose/out"), "--verbose");
    expect(code).toBe(0);
    expect(stderr).toContain("Property `nonsense` is not expected here.");
    expect(stderr).toContain("| nonsense: 1");
  });

  test("writes nothing with --strict if the linter finds a problem", async () => {
    const spec = writeTexts(join(folder, "strict-lint"), { "api.yaml": `${DOCUMENT}nonsense: 1\n` });
    const { code, stderr } = await run("--spec", spec, "--out", join(folder, "strict-lint/out"), "--strict");
    expect(code).toBe(1);
    expect(stderr).toContain("  struct: 1\n");
    expect(existsSync(join(folder, "strict-lint/out"))).toBe(false);
  });

  test("lists outdated files with --check, and prints the command that updates them", async () => {
    const spec = writeTexts(join(folder, "it's here"), { "api.yaml": DOCUMENT });
    const out = join(folder, "it's here/out");
    mkdirSync(out);
    cpSync(join(root, "generated/index.ts"), join(out, "index.ts"));
    writeFileSync(join(out, "validators.ts"), "// @generated from api.yaml by scripts/generate.ts.\n");
    const { code, stderr } = await run("--spec", spec, "--out", out, "--check");
    expect(code).toBe(1);
    const quote = (path: string): string => `'${path.replace("'", "'\\''")}'`;
    for (const line of [
      `${out}/client.ts is missing`,
      `${out}/index.ts is outdated, from line 1:`,
      `${out}/validators.ts is no longer generated`,
      `To update, run: npm run generate -- --spec ${quote(spec)} --out ${quote(out)}`,
    ])
      expect(stderr).toContain(line);
    expect(readdirSync(out)).toEqual(["index.ts", "validators.ts"]);
  });

  test("reads and lints standard input", async () => {
    const stdin = vi.spyOn(process, "stdin", "get");
    stdin.mockReturnValue(Readable.from([`${DOCUMENT}nonsense: 1\n`]) as never);
    const out = join(folder, "stdin/out");
    const { code, stderr } = await run("--spec", "-", "--out", out);
    stdin.mockRestore();
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "1 warning of the linter (--verbose lists them):\n  struct: 1",
    });
    expect(readFileSync(join(out, "client.ts"), "utf8")).toMatch(/^\/\/ @generated from stdin by /);
  });

  test("passes --check if all files are current", async () => {
    const spec = writeTexts(join(folder, "fresh"), { "api.yaml": DOCUMENT });
    const args = ["--spec", spec, "--out", join(folder, "fresh/out")];
    await run(...args);
    expect(await run(...args, "--check")).toMatchObject({ code: 0, stderr: "" });
  });
});
