import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runGate } from "../../scripts/gate/gate.js";
import { SpecError, UsageError } from "../../scripts/problem.js";
import { main as release } from "../../scripts/release.js";
import { main as specDiff, type ReportOutput } from "../../scripts/spec-diff.js";
import { main as specUpstream } from "../../scripts/spec-upstream.js";
import { all, type Edit, remove, replace, replaceAfter } from "./edit.js";
import { FROZEN, frozenText } from "./frozen.js";

/** An invalid document, and its error. */
interface Bad {
  name: string;
  /** The edit of the valid document. Undefined for a missing file. */
  edit?: Edit;
  /** The message after the name of the file. */
  message: RegExp;
}

const SESSION_ITEMS = '                $ref: "#/components/schemas/Session"\n';
const BAD: Bad[] = [
  { name: "no file", message: /^ cannot be read: ENOENT/ },
  { name: "an empty file", edit: () => "", message: /^ is empty/ },
  { name: "only white space", edit: () => " \n\n", message: /^ is empty/ },
  { name: "a list", edit: () => "- a\n- b\n", message: /^:1:1 must be an object/ },
  { name: "a string", edit: () => "hello\n", message: /^:1:1 must be an object/ },
  { name: "HTML", edit: () => "<!doctype html>\n<html></html>\n", message: /^:\d+:\d+ / },
  {
    name: "a tab before a key",
    edit: replace("  title: Cloudflare", "\ttitle: Cloudflare"),
    message: /^:\d+:\d+ .*tab/i,
  },
  {
    name: "a key twice",
    edit: replace("  summary: The sessions", "  version: 0.1.0\n  summary: The sessions"),
    message: /^:\d+:\d+ duplicated mapping key/,
  },
  { name: "a quote left open", edit: replace('example: "1:10"', 'example: "1:10'), message: /^:\d+:\d+ / },
  { name: "a wrong indentation", edit: replace("  version: ", "   version: "), message: /^:\d+:\d+ / },
  { name: "an unknown alias", edit: replace("type: offsetLimit", "type: *nothing"), message: /^:\d+:\d+ / },
  {
    name: "a reference that cannot be resolved",
    edit: replace(SESSION_ITEMS, '                $ref: "#/components/schemas/Nothing"\n'),
    message: /^:238:\d+ \$ref #\/components\/schemas\/Nothing cannot be resolved/,
  },
  {
    name: "references in a circle",
    edit: all(
      replaceAfter("    SessionStatus:\n", "type: string", '$ref: "#/components/schemas/SessionType"'),
      replaceAfter("    SessionType:\n", "type: string", '$ref: "#/components/schemas/SessionStatus"'),
    ),
    message: /^:\d+:\d+ \$ref .* is circular/,
  },
  {
    name: "a reference to a file that is not there",
    edit: replace(SESSION_ITEMS, '                $ref: "nothing.yaml"\n'),
    message: /^:238:\d+ /,
  },
  {
    name: "Swagger 2",
    edit: replace("openapi: 3.1.0", 'swagger: "2.0"'),
    message: /^:1:\d+ Swagger "2\.0" is not supported/,
  },
  {
    name: "a future version of OpenAPI",
    edit: replace("openapi: 3.1.0", "openapi: 4.0.0"),
    message: /^:1:\d+ openapi must be/,
  },
  { name: "no version of OpenAPI", edit: remove("openapi: 3.1.0\n"), message: /^:1:\d+ has no openapi/ },
];

const folder = mkdtempSync(join(tmpdir(), "bad-"));
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
    print((error as Error).message);
    if (error instanceof UsageError) return 2;
    expect(error).toBeInstanceOf(SpecError);
    return 1;
  });
  return { code, text: lines.join("\n") };
}

describe("An invalid document", () => {
  test.each(BAD)(
    "is rejected by spec:diff, with the location of the error: $name",
    async ({ name, edit, message }) => {
      const file = join(folder, name.replaceAll(" ", "-"), "openapi.yaml");
      mkdirSync(join(file, ".."));
      if (edit) writeFileSync(file, edit(frozenText));
      const error: unknown = await runGate({ base: FROZEN, revision: file }).catch(
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(SpecError);
      const text = (error as Error).message;
      expect(text.slice(0, file.length)).toBe(file);
      expect(text.slice(file.length)).toMatch(message);
    },
  );
});

describe("A command of the gate", () => {
  const BREAKING = join(folder, "breaking.yaml");
  writeFileSync(BREAKING, remove("        - minutes_consumed\n")(frozenText));
  const commands = { "spec:diff": specDiff, release, "spec:upstream": specUpstream };

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
    ["spec:diff", 1, /cannot be read/, "--base", FROZEN, "--revision", "nothing.yaml"],
    ["spec:diff", 2, /--format must be one of text, markdown, github, json/, "--format", "html"],
    ["spec:diff", 2, /require each other/, "--base", FROZEN],
    ["release", 0, /^Usage: npm run release/, "--help"],
    ["release", 2, /Unknown option '--nothing'/, "--nothing"],
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
    ["spec:upstream", 1, /nothing\.json cannot be read/, "nothing.json"],
  ])("exits with its code after its message: %s, %i, %s", async (command, code, message, ...args) => {
    const outcome = await run(commands[command], args);
    expect(outcome.text).toMatch(message);
    expect(outcome.code).toBe(code);
  });

  test("writes a table to the summary of a CI job, and the text to its log", async () => {
    const summary = join(folder, "summary.md");
    const args = ["--format", "markdown", "--base", FROZEN, "--revision", BREAKING];
    const { text } = await run(specDiff, args, summary);
    expect(readFileSync(summary, "utf8")).toContain(
      "| breaking | schema Session: received by listSessions | minutes_consumed |",
    );
    expect(text).toContain("  breaking minutes_consumed: ");
  });

  test("shows 30 changes, or all of them with --all", async () => {
    const many = join(folder, "many.yaml");
    writeFileSync(many, frozenText.replaceAll(/^( +)description: [A-Z].*$/gm, "$1description: Other words."));
    const args = ["--base", FROZEN, "--revision", many];
    const count = async (...more: string[]): Promise<number> =>
      (await run(specDiff, [...args, ...more])).text.match(/^ {2}patch /gm)?.length ?? 0;
    expect(await count()).toBe(30);
    expect(await count("--all")).toBeGreaterThan(30);
  });

  test.each(["latest", "2026-06-01", "v1"])("accepts %s as the version of another API", async (version) => {
    const named = join(folder, "named.yaml");
    writeFileSync(named, frozenText.replace(/^ {2}version: .*$/m, `  version: ${version}`));
    const both = (revision: string): string[] => ["--base", named, "--revision", revision];
    expect(await run(specDiff, both(named))).toMatchObject({ code: 0 });
    const broken = join(folder, "broken.yaml");
    writeFileSync(broken, remove("        - minutes_consumed\n")(readFileSync(named, "utf8")));
    expect(await run(specDiff, both(broken))).toMatchObject({ code: 1 });
  });
});
