import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readArguments } from "../../scripts/generate/arguments.js";
import { UsageError } from "../../scripts/problem.js";
import { HEAD, temporaryFolder, writeTexts } from "./document-files.js";

const root = resolve(import.meta.dirname, "../..");
const folder = temporaryFolder();

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command as `npm run generate` does. */
function generate(args: readonly string[], cwd = root, env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((done) => {
    const command = [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "scripts/generate.ts"), ...args];
    const child = execFile(
      process.execPath,
      command,
      { cwd, env: { ...process.env, ...env } },
      (_, stdout, stderr) => {
        done({ code: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

const DOCUMENT = `${HEAD}paths:
  /a:
    get: { operationId: a, responses: { "204": { description: ok } } }
`;

describe("a wrong call is answered with what is wrong and the usage", () => {
  it.each([
    [["--nonsense"], "Unknown option '--nonsense'"],
    [["api.yaml"], "Unexpected argument 'api.yaml'"],
    [["--spec", "api.yaml"], "--spec and --out go together."],
    [["--out", "out"], "--spec and --out go together."],
    [["--ruleset", "minimal"], "--ruleset goes with --spec"],
    [
      ["--spec", "a.yaml", "--out", "b", "--ruleset", "nonsense"],
      "--ruleset nonsense is neither a file nor one of",
    ],
  ])("%j", (args, want) => {
    expect(() => readArguments(args)).toThrow(UsageError);
    expect(() => readArguments(args)).toThrow(want);
    expect(() => readArguments(args)).toThrow("Usage: npm run generate");
  });

  it("and the exit code 2", async () => {
    const { code, stdout, stderr } = await generate(["--nonsense"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^Unknown option '--nonsense'/);
  });
});

describe("our own document", () => {
  it("is as it was generated, in any time zone, language and folder", async () => {
    const { code, stdout, stderr } = await generate(["--check"], folder, {
      TZ: "Pacific/Kiritimati",
      LC_ALL: "tr_TR.UTF-8",
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^lint +\d+ ms\nrender +\d+ ms\ncompare +\d+ ms\n$/);
  });
});

describe("another document", () => {
  it("is generated twice to the same bytes, with no path or date in them", async () => {
    const spec = writeTexts(join(folder, "twice"), { "api.yaml": DOCUMENT });
    const outs = [join(folder, "twice/one"), join(folder, "twice/two")];
    await generate(["--spec", spec, "--out", outs[0] ?? ""]);
    await generate(["--spec", "api.yaml", "--out", "two"], join(folder, "twice"), { TZ: "Asia/Tokyo" });
    const [one, two] = outs.map((out) =>
      readdirSync(out).map((name) => `${name}\n${readFileSync(join(out, name), "utf8")}`),
    );
    expect(one).toHaveLength(4);
    expect(two).toEqual(one);
    expect(one?.join("")).not.toContain(folder);
  });

  it("that has a fault leaves the folder as it was, and shows the place", async () => {
    const spec = writeTexts(join(folder, "fault"), {
      "api.yaml": DOCUMENT.replace("get: {", "trace: {"),
      "out/client.ts": "// @generated from api.yaml by scripts/generate.ts. Before.\n",
    });
    const { code, stderr } = await generate(["--spec", spec, "--out", join(folder, "fault/out")]);
    expect(code).toBe(1);
    expect(stderr).toContain(`${spec}:6:12 TRACE is not supported: fetch refuses to send it`);
    expect(stderr).toContain("  6 |     trace: {");
    expect(stderr).not.toMatch(/^ +at /m);
    expect(readdirSync(join(folder, "fault"))).toEqual(["api.yaml", "out"]);
    expect(readFileSync(join(folder, "fault/out/client.ts"), "utf8")).toBe(
      "// @generated from api.yaml by scripts/generate.ts. Before.\n",
    );
  });

  it("that the linter refuses is answered with the linter's report", async () => {
    const spec = writeTexts(join(folder, "lint"), { "api.yaml": `${DOCUMENT}nonsense: 1\n` });
    const { code, stderr } = await generate(["--spec", spec, "--out", join(folder, "lint/out")]);
    expect(code).toBe(1);
    expect(stderr).toContain("Property `nonsense` is not expected here.");
    expect(stderr).toContain("| nonsense: 1");
    expect(stderr).toContain("does not pass the linter: nothing was written.");
    expect(existsSync(join(folder, "lint/out"))).toBe(false);
  });

  it("is checked: what differs is named, with the command that mends it", async () => {
    const spec = writeTexts(join(folder, "check"), { "api.yaml": DOCUMENT });
    const out = join(folder, "check/out");
    mkdirSync(out);
    cpSync(join(root, "generated/index.ts"), join(out, "index.ts"));
    writeFileSync(join(out, "validators.ts"), "// @generated from api.yaml by scripts/generate.ts.\n");
    const { code, stderr } = await generate(["--spec", spec, "--out", out, "--check"]);
    expect(code).toBe(1);
    for (const want of [
      `${out}/client.ts is missing`,
      `${out}/index.ts is stale, from line 1:`,
      `${out}/validators.ts is surplus: nothing makes it any more`,
      `Mend it by: npm run generate -- --spec ${spec} --out ${out}`,
    ])
      expect(stderr).toContain(want);
    expect(readdirSync(out)).toEqual(["index.ts", "validators.ts"]);
  });
});
