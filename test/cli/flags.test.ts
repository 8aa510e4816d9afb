import { describe, expect, test } from "vitest";
import { listSessionsOperation } from "../../generated/index.js";
import { COMMANDS, commandsFor } from "../../src/cli/commands.js";
import { type Flags, parseFlags } from "../../src/cli/flags.js";
import { commandHelp } from "../../src/cli/help.js";

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
    { given: "as an argument", args: ["s3cret"] },
    { given: "after a flag that there is not", args: ["--token", "s3cret"] },
    { given: "in a flag that there is not", args: ["--token=s3cret"] },
  ])("a token $given is refused, and not repeated", ({ args }) => {
    expect(() => parse(...args)).toThrow();
    expect(() => parse(...args)).not.toThrow("s3cret");
  });
});
