import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judge } from "../../scripts/gate/gate.js";
import { writeFiles } from "../../scripts/generate/output.js";
import { FROZEN, frozenText, renderFrozen } from "./frozen.js";
import { all, type Edit, remove, replace, replaceAfter } from "./edit.js";

/** A document that no command may accept, and where its fault is told to be. */
interface Bad {
  name: string;
  /** What makes it of our document; undefined for no file at all. */
  edit?: Edit;
  /** What follows the file's name in the message. */
  told: RegExp;
}

const SESSION_ITEMS = '                $ref: "#/components/schemas/Session"\n';
const BAD: Bad[] = [
  { name: "no file", told: /^ cannot be read: ENOENT/ },
  { name: "an empty file", edit: () => "", told: /^ is empty/ },
  { name: "white space alone", edit: () => " \n\n", told: /^ is empty/ },
  { name: "a list", edit: () => "- a\n- b\n", told: /^:1:1 must be an object/ },
  { name: "a text", edit: () => "hello\n", told: /^:1:1 must be an object/ },
  { name: "HTML", edit: () => "<!doctype html>\n<html></html>\n", told: /^:\d+:\d+ / },
  {
    name: "a tab before a key",
    edit: replace("  title: Cloudflare", "\ttitle: Cloudflare"),
    told: /^:\d+:\d+ .*tab/i,
  },
  {
    name: "a key twice",
    edit: replace("  summary: Every session", "  version: 0.1.0\n  summary: Every session"),
    told: /^:\d+:\d+ duplicated mapping key/,
  },
  { name: "a quote left open", edit: replace('example: "1:10"', 'example: "1:10'), told: /^:\d+:\d+ / },
  { name: "a wrong indentation", edit: replace("  version: ", "   version: "), told: /^:\d+:\d+ / },
  { name: "an unknown alias", edit: replace("type: offsetLimit", "type: *nothing"), told: /^:\d+:\d+ / },
  {
    name: "a reference that leads nowhere",
    edit: replace(SESSION_ITEMS, '                $ref: "#/components/schemas/Nothing"\n'),
    told: /^:238:\d+ \$ref #\/components\/schemas\/Nothing leads nowhere/,
  },
  {
    name: "references in a circle",
    edit: all(
      replaceAfter("    SessionStatus:\n", "type: string", '$ref: "#/components/schemas/SessionType"'),
      replaceAfter("    SessionType:\n", "type: string", '$ref: "#/components/schemas/SessionStatus"'),
    ),
    told: /^:\d+:\d+ \$ref .* leads back to itself/,
  },
  {
    name: "a reference to a file that is not there",
    edit: replace(SESSION_ITEMS, '                $ref: "nothing.yaml"\n'),
    told: /^:238:\d+ /,
  },
  {
    name: "Swagger 2",
    edit: replace("openapi: 3.1.0", 'swagger: "2.0"'),
    told: /^:1:\d+ Swagger "2\.0" is not supported/,
  },
  {
    name: "an OpenAPI to come",
    edit: replace("openapi: 3.1.0", "openapi: 4.0.0"),
    told: /^:1:\d+ openapi must be/,
  },
  { name: "no version of OpenAPI", edit: remove("openapi: 3.1.0\n"), told: /^:1:\d+ has no openapi/ },
];

/** Those that the command itself is run with, one for each way to fail; all others end in the same reader. */
const COMMANDED = BAD.filter(({ name }) =>
  ["no file", "a tab before a key", "a key twice", "a reference that leads nowhere"].includes(name),
);

interface Outcome {
  code: number | null;
  text: string;
}

const folder = mkdtempSync(join(tmpdir(), "bad-"));
const out = join(folder, "generated");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    const collect = (chunk: Buffer): void => {
      text += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("close", (code) => {
      resolve({ code, text });
    });
  });
}

const contents = (): Record<string, string> =>
  Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));

describe("A bad document", () => {
  const fileOf = ({ name }: Bad): string => join(folder, name.replaceAll(" ", "-"), "openapi.yaml");
  const outcomes = new Map<Bad, Outcome>();
  let before: Record<string, string>;

  beforeAll(async () => {
    writeFiles(out, await renderFrozen());
    before = contents();
    for (const bad of BAD) {
      mkdirSync(join(fileOf(bad), ".."));
      if (bad.edit) writeFileSync(fileOf(bad), bad.edit(frozenText));
    }
    const queue = COMMANDED.values();
    const work = async (): Promise<void> => {
      for (const bad of queue) {
        outcomes.set(bad, await run("scripts/generate.ts", "--strict", "--spec", fileOf(bad), "--out", out));
      }
    };
    await Promise.all([work(), work()]);
  }, 180_000);

  it.each(COMMANDED)("with $name is refused by generate, with its place and without a stack", (bad) => {
    const { code, text } = outcomes.get(bad) ?? { code: null, text: "" };
    const line = text.split("\n").find((each) => each.startsWith(fileOf(bad))) ?? text;
    expect(line.slice(fileOf(bad).length)).toMatch(bad.told);
    expect(text).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(code).toBe(1);
  });

  it("leaves the code as it was, byte for byte", () => {
    expect(contents()).toEqual(before);
  });

  it.each(BAD)("with $name is refused by spec:diff in the same words", async (bad) => {
    const error: unknown = await judge({ base: FROZEN, revision: fileOf(bad) }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: "SpecError" });
    const { message } = error as Error;
    expect(message.startsWith(fileOf(bad))).toBe(true);
    expect(message.slice(fileOf(bad).length)).toMatch(bad.told);
  });
});

describe("The commands of the gate", () => {
  const BREAKING = join(folder, "breaking.yaml");
  writeFileSync(BREAKING, remove("        - minutes_consumed\n")(frozenText));

  it.each<[code: number, told: RegExp, ...args: string[]]>([
    [0, /^No change since /, "scripts/spec-diff.ts", "--base", FROZEN, "--revision", FROZEN],
    [1, /asks for/, "scripts/spec-diff.ts", "--base", FROZEN, "--revision", BREAKING],
    [1, /cannot be read/, "scripts/spec-diff.ts", "--base", FROZEN, "--revision", "nothing.yaml"],
    [2, /--format must be text, markdown, github, json/, "scripts/spec-diff.ts", "--format", "html"],
    [2, /go together/, "scripts/spec-diff.ts", "--base", FROZEN],
    [2, /Unknown option '--nothing'/, "scripts/release.ts", "--nothing"],
    [2, /Which document\?/, "scripts/spec-upstream.ts"],
    [0, /No difference\./, "scripts/spec-upstream.ts", FROZEN, "--spec", FROZEN],
    [
      1,
      /breaking response 200, data\.sessions\[\]\.minutes_consumed/,
      "scripts/spec-upstream.ts",
      BREAKING,
      "--spec",
      FROZEN,
    ],
    [1, /nothing\.json cannot be read/, "scripts/spec-upstream.ts", "nothing.json"],
  ])(
    "exit with %i and say %s: %s %s %s",
    async (code, told, ...args) => {
      const outcome = await run(...args);
      expect(outcome.text).toMatch(told);
      expect(outcome.text).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
      expect(outcome.code).toBe(code);
    },
    30_000,
  );

  it("write a table to the summary of a CI job, and the text to its log", async () => {
    const summary = join(folder, "summary.md");
    process.env.GITHUB_STEP_SUMMARY = summary;
    const args = ["--format", "markdown", "--base", FROZEN, "--revision", BREAKING];
    const { text } = await run("scripts/spec-diff.ts", ...args);
    delete process.env.GITHUB_STEP_SUMMARY;
    expect(readFileSync(summary, "utf8")).toContain(
      "| breaking | schema Session: received by listSessions | minutes_consumed |",
    );
    expect(text).toContain("  breaking minutes_consumed: ");
  }, 30_000);
});
