import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { SpecError } from "../../scripts/problem.js";
import { UsageError } from "../../scripts/run-command.js";
import { main as runRelease } from "../../scripts/release.js";
import { type ReportOutput, main as runSpecDiff } from "../../scripts/spec-diff.js";
import { main as runSpecUpstream } from "../../scripts/spec-upstream.js";
import { remove } from "./edit.js";
import { FROZEN, frozenText } from "./frozen.js";

const folder = mkdtempSync(join(tmpdir(), "gate-commands-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a command as `runCommand` does, and collects what it prints. */
async function run(
  main: (args: readonly string[], output: ReportOutput) => Promise<number>,
  args: readonly string[],
  summaryFile?: string,
): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const print = (line: string): void => {
    lines.push(line);
  };
  const code = await main(args, { print, printError: print, summaryFile }).catch((error: unknown) => {
    if (!(error instanceof UsageError || error instanceof SpecError)) throw error;
    print(error.message);
    return error instanceof UsageError ? 2 : 1;
  });
  return { code, text: lines.join("\n") };
}

const BREAKING = join(folder, "breaking.yaml");
writeFileSync(BREAKING, remove("        - minutes_consumed\n")(frozenText));
const commands = { "spec:diff": runSpecDiff, release: runRelease, "spec:upstream": runSpecUpstream };

test.each<[command: keyof typeof commands, code: number, message: RegExp, ...args: string[]]>([
  ["spec:diff", 0, /^Usage: npm run spec:diff/, "--help"],
  ["spec:diff", 0, /^No change since /, "--base", FROZEN, "--revision", FROZEN],
  ["spec:diff", 1, /requires version/, "--base", FROZEN, "--revision", BREAKING],
  [
    "spec:diff",
    1,
    /::error file=.*breaking\.yaml,line=/,
    "--format",
    "github",
    "--base",
    FROZEN,
    "--revision",
    BREAKING,
  ],
  ["spec:diff", 1, /"severity": "breaking"/, "--format", "json", "--base", FROZEN, "--revision", BREAKING],
  ["spec:diff", 1, /cannot be read/, "--base", FROZEN, "--revision", "missing.yaml"],
  ["spec:diff", 2, /--format must be one of text, markdown, github, json/, "--format", "html"],
  ["spec:diff", 2, /require each other/, "--base", FROZEN],
  ["release", 0, /^Usage: npm run release/, "--help"],
  ["release", 2, /Unknown option '--unknown'/, "--unknown"],
  ["spec:upstream", 2, /Missing document/],
  ["spec:upstream", 2, /Expected one document, got 2/, FROZEN, FROZEN],
  ["spec:upstream", 0, /No difference\./, FROZEN, "--spec", FROZEN],
  [
    "spec:upstream",
    1,
    /breaking response 200, data\.sessions\[\]\.minutes_consumed: .* \(.*breaking\.yaml:\d+:\d+\)/,
    BREAKING,
    "--spec",
    FROZEN,
  ],
  ["spec:upstream", 1, /missing\.json cannot be read/, "missing.json"],
])("%s exits with code %i and prints %s", async (command, code, message, ...args) => {
  const outcome = await run(commands[command], args);
  expect(outcome.text).toMatch(message);
  expect(outcome.code).toBe(code);
});

test("spec:diff writes a table to the summary of a CI job, and the text to its log", async () => {
  const summary = join(folder, "summary.md");
  const args = ["--format", "markdown", "--base", FROZEN, "--revision", BREAKING];
  const { text } = await run(runSpecDiff, args, summary);
  expect(readFileSync(summary, "utf8")).toContain(
    "| breaking | schema Session: received by listSessions | minutes_consumed |",
  );
  expect(text).toContain("  breaking minutes_consumed: ");
});

test("spec:diff shows 30 changes, or all of them with --all", async () => {
  const manyChanges = join(folder, "many.yaml");
  writeFileSync(
    manyChanges,
    frozenText.replaceAll(/^( +)description: [A-Z].*$/gm, "$1description: Other words."),
  );
  const args = ["--base", FROZEN, "--revision", manyChanges];
  const countPatches = async (...flags: string[]): Promise<number> =>
    (await run(runSpecDiff, [...args, ...flags])).text.match(/^ {2}patch /gm)?.length ?? 0;
  expect(await countPatches()).toBe(30);
  expect(await countPatches("--all")).toBeGreaterThan(30);
});

test.each(["latest", "2026-06-01", "v1"])(
  "spec:diff accepts %s as the version of another API",
  async (version) => {
    const named = join(folder, "named.yaml");
    writeFileSync(named, frozenText.replace(/^ {2}version: .*$/m, `  version: ${version}`));
    const createArguments = (revision: string): string[] => ["--base", named, "--revision", revision];
    expect(await run(runSpecDiff, createArguments(named))).toMatchObject({ code: 0 });
    const broken = join(folder, "broken.yaml");
    writeFileSync(broken, remove("        - minutes_consumed\n")(readFileSync(named, "utf8")));
    expect(await run(runSpecDiff, createArguments(broken))).toMatchObject({ code: 1 });
  },
);
