import { describe, expect, test } from "vitest";
import { listSessionsOperation } from "../../generated/index.js";
import { COMMANDS, commandsFor } from "../../src/cli/commands.js";
import { type Flags, flagsFor, nearest, parseFlags } from "../../src/cli/flags.js";
import { commandHelp, overview } from "../../src/cli/help.js";

/** An operation of no real API, with a parameter of each kind. */
const INVENTED = {
  parameters: {
    path: { zoo_id: { type: "string", required: true, description: "The zoo." } },
    query: {
      fur_color: { type: "string", enum: ["RED", "GREY"], description: "Of which colour." },
      born_after: { type: "string", format: "date-time", description: "Younger than this." },
      least_legs: { type: "integer", minimum: 2, description: "How many legs." },
      name: { type: "string", description: "A text." },
    },
  },
};

const command = commandsFor(INVENTED).list;
if (!command) throw new Error("there is one");
const flags: Flags = { ...command.filters, ...command.own };
const parse = (...args: string[]): unknown => parseFlags("list", args, flags);

describe("the flags of an operation", () => {
  test.each([
    { schema: { type: "string" }, kind: "text" },
    { schema: { type: "string", format: "uuid" }, kind: "text" },
    { schema: { type: "string", format: "date-time" }, kind: "time" },
    { schema: { type: "integer" }, kind: "number" },
    { schema: { type: "number" }, kind: "number" },
    { schema: {}, kind: "text" },
  ])("$schema makes a $kind", ({ schema, kind }) => {
    expect(flagsFor({ tail_length: schema })).toEqual({ "tail-length": { kind, description: "" } });
  });

  test("make two commands, beside what is the same for every operation", () => {
    const { path } = INVENTED.parameters;
    const parameters = { ...INVENTED.parameters, path: { ...path, account_id: { description: "Whose." } } };
    const { list, summary } = commandsFor({ parameters }, { page: "name", limit: "least_legs" });
    const shared = ["token-file", "demo", "concurrency", "format"];
    expect(list?.about).toBe("Writes the sessions of an app.");
    expect(Object.keys(list?.filters ?? {})).toEqual(["fur-color", "born-after", "least-legs", "name"]);
    expect(Object.keys(list?.own ?? {})).toEqual(["limit", ...shared]);
    expect(summary?.about).toMatch(/^Sums up the sessions of an app: /);
    // Its sums begin with the first page.
    expect(Object.keys(summary?.filters ?? {})).toEqual(["fur-color", "born-after", "least-legs"]);
    expect(Object.keys(summary?.own ?? {})).toEqual(["by", ...shared]);
    for (const each of [list, summary])
      expect(each?.ids).toEqual({
        "zoo-id": { kind: "text", description: "The zoo." },
        "account-id": { kind: "text", description: "Whose. Default: $CLOUDFLARE_ACCOUNT_ID." },
      });
    expect(Object.keys(commandsFor({ parameters }).summary?.filters ?? {})).toContain("name");
  });

  test("each parameter is told in the help, with its choices or kind and its description", () => {
    const help = commandHelp("list", command, 80);
    expect(help).toContain("  --fur-color RED|GREY\n      Of which colour.\n");
    expect(help).toContain("  --born-after TIME\n      Younger than this.\n");
    expect(help).toContain("  --least-legs NUMBER\n");
    expect(help).toContain("  --zoo-id TEXT\n      The zoo.\n");
  });

  test("each parameter of the package's own operation has one; a summary begins with the first page", () => {
    const names = Object.keys(listSessionsOperation.parameters.query).map((name) =>
      name.replaceAll("_", "-"),
    );
    expect(Object.keys(COMMANDS.list?.filters ?? {})).toEqual(names);
    expect(Object.keys(COMMANDS.summary?.filters ?? {})).toEqual(names.filter((name) => name !== "page-no"));
  });

  test("those that page the operation are told as what they are to a whole list", () => {
    const paged = commandsFor(INVENTED, { page: "name", limit: "least_legs" }).list?.filters;
    expect(paged?.name?.description).toBe("The number of the page to begin with. Default: the first.");
    expect(paged?.["least-legs"]).toEqual({
      kind: "number",
      least: 2,
      choices: undefined,
      description: "How many sessions to ask for at a time. Default: 100.",
    });
    expect(paged?.["fur-color"]?.description).toBe("Of which colour.");
  });

  test("none has the name of another: the document may gain one that is ours", () => {
    for (const { filters, ids, own } of Object.values(COMMANDS)) {
      const names = [filters, ids, own].flatMap((each) => Object.keys(each));
      expect(names).toEqual([...new Set(names)]);
    }
  });

  test("the help is told in sections, in lines of the width that there is", () => {
    const told = commandHelp(
      "feed",
      {
        about: "Feeds them.",
        filters: { fur: { kind: "text", choices: ["RED", "GREY"], description: "Of  which\ncolour it is." } },
        ids: { zoo: { kind: "text", description: "The zoo." } },
        own: { dry: { kind: "switch", description: "Do not." } },
      },
      20,
    );
    expect(told).toContain(`Feeds them.

Usage: realtimekit-sessions feed [FLAGS]

What to ask for:
  --fur RED|GREY
      Of which
      colour it is.

Whose sessions:
  --zoo TEXT
      The zoo.

How:
  --dry
      Do not.

The token needs `);
    // A line may be as wide as that, and no wider.
    expect(
      commandHelp(
        "feed",
        { about: "", filters: {}, ids: {}, own: { dry: { kind: "switch", description: "As wide as it" } } },
        19,
      ),
    ).toContain("\n      As wide as it\n");
  });

  test("the help without a command names each one", () => {
    expect(overview(COMMANDS)).toContain(`
Commands:
  list     Writes the sessions of an app.
  summary  Sums up the sessions of an app: their number, minutes and peak participants.

`);
  });

  test("the help keeps to its width", () => {
    for (const [name, each] of Object.entries(COMMANDS))
      for (const line of commandHelp(name, each, 70).split("\n")) expect(line.length).toBeLessThanOrEqual(76);
  });
});

describe("what is given", () => {
  test.each([
    { args: ["--fur-color", "RED"], want: { "fur-color": "RED" } },
    { args: ["--fur-color=RED"], want: { "fur-color": "RED" } },
    { args: ["--least-legs", "4"], want: { "least-legs": 4 } },
    { args: ["--born-after", "2026-06-30"], want: { "born-after": new Date("2026-06-30T00:00:00Z") } },
    { args: ["--name=--odd"], want: { name: "--odd" } },
    { args: ["--token-file", "-"], want: { "token-file": "-" } },
    { args: ["--demo"], want: { demo: true } },
    { args: ["--name", "help"], want: { name: "help" } },
    { args: ["--fur-color", "RED", "--help"], want: { help: true } },
    { args: ["-h", "--xyzzy"], want: { help: true } },
    { args: ["--demo", "--"], want: { demo: true } },
    { args: [], want: {} },
  ])("$args is understood", ({ args, want }) => {
    expect(parse(...args)).toEqual(want);
  });

  test.each([
    { args: ["--fur-color", "BLUE"], says: '--fur-color must be RED or GREY, not "BLUE"' },
    {
      args: ["--fur-colr", "RED"],
      says: "there is no flag --fur-colr. Did you mean --fur-color? There are --fur-color,",
    },
    { args: ["--xyzzy"], says: "there is no flag --xyzzy. There are --fur-color, --born-after," },
    { args: ["-n"], says: "there is no flag -n." },
    { args: ["--constructor"], says: "there is no flag --constructor." },
    { args: ["--least-legs", "1"], says: '--least-legs must be a whole number from 2 up, not "1"' },
    { args: ["--least-legs", "4.5"], says: "--least-legs must be a whole number" },
    { args: ["--least-legs", ""], says: "--least-legs must be a whole number" },
    { args: ["--least-legs", "4x"], says: '--least-legs must be a whole number from 2 up, not "4x"' },
    { args: ["--least-legs", "1e3"], says: '--least-legs must be a whole number from 2 up, not "1e3"' },
    { args: ["--least-legs", "x4"], says: '--least-legs must be a whole number from 2 up, not "x4"' },
    { args: ["--least-legs", "9007199254740993"], says: "--least-legs must be a whole number" },
    { args: ["--demo", "yes"], says: "list takes flags only." },
    { args: ["--limit", "0"], says: "--limit must be a whole number from 1 up" },
    { args: ["--born-after", "yesterday"], says: "--born-after must be a time in ISO 8601, such as" },
    { args: ["--born-after", "2026-13-01"], says: "--born-after must be a time in ISO 8601" },
    { args: ["--born-after", "2026-06-31"], says: "--born-after must be a time in ISO 8601" },
    { args: ["--born-after", "2026-06-30T09:00"], says: "--born-after must be a time in ISO 8601" },
    { args: ["--fur-color"], says: "--fur-color needs a value: RED|GREY" },
    { args: ["--name", "--demo"], says: "--name needs a value: TEXT" },
    { args: ["--demo=yes"], says: "--demo takes no value" },
    { args: ["--name", "a", "--name", "b"], says: "--name is given twice" },
  ])("$args is refused", ({ args, says }) => {
    expect(() => parse(...args)).toThrow(says);
  });

  test.each([
    { name: "abcd", names: ["abxy", "abcx"], near: "abcx" },
    { name: "abcd", names: ["abxy"], near: "abxy" },
    { name: "abcd", names: ["axyz"], near: undefined },
    { name: "abc", names: ["zzzabc", "abczzz"], near: undefined },
    { name: "zzzabc", names: ["abc"], near: undefined },
    { name: "abc", names: ["zabcz"], near: "zabcz" },
    { name: "zabcz", names: ["abc"], near: "abc" },
    { name: "participants", names: ["participXYZWs"], near: "participXYZWs" },
    { name: "participants", names: ["particiVXYZWs"], near: undefined },
  ])("for $name, of $names, $near is meant", ({ name, names, near }) => {
    const there = `There are ${names.map((each) => `--${each}`).join(", ")}.`;
    expect(nearest(name, names, "--")).toBe(near ? `Did you mean --${near}? ${there}` : there);
  });

  test.each([
    { given: "as an argument", args: ["s3cret"] },
    { given: "after a flag that there is not", args: ["--token", "s3cret"] },
    { given: "in a flag that there is not", args: ["--token=s3cret"] },
  ])("a token $given is refused, and not repeated", ({ args }) => {
    expect(() => parse(...args)).toThrow();
    expect(() => parse(...args)).not.toThrow("s3cret");
  });
});
