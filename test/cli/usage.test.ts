import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { listSessionsEndpoint } from "../../generated/index.js";
import { COMMANDS } from "../../src/cli/commands.js";
import type { CommandDefinition, Run } from "../../src/cli/context.js";
import { runProgram } from "../../src/cli/program.js";
import { Progress } from "../../src/cli/progress.js";
import { createRecorder, ENV, NOW, runMain } from "./run-main.js";

beforeAll(() => {
  vi.setSystemTime(NOW);
});
afterAll(() => {
  vi.useRealTimers();
});

/** A command with a parameter of each kind. */
const FEED: CommandDefinition = {
  name: "feed",
  description: "Feeds the animals.",
  examples: ["feed lions"],
  arguments: { zoo_id: { type: "string", description: "The zoo." } },
  options: {
    Filters: {
      fur_color: { type: "string", enum: ["RED", "darkGrey"], description: "The color." },
      born_after: { type: "string", format: "date-time", description: "The age." },
      least_legs: { type: "integer", minimum: 2, maximum: 100, description: "The legs." },
      name: {
        type: "string",
        description: "A long description of what a name of an animal in this zoo can be like.",
      },
      hungry: { type: "boolean", description: "Whether they are hungry." },
    },
  },
  run: ({ ids, options }) => [JSON.stringify({ ids, options })],
};

/** Runs a command line whose only command is FEED, and returns the output. */
async function feed(...args: string[]): Promise<string> {
  const { stream, text } = createRecorder({ isTTY: true, columns: 80 });
  const { signal } = new AbortController();
  const run: Run = {
    stdin: Readable.from([]),
    stdout: stream,
    stderr: stream,
    env: {},
    interrupted: signal,
    signal,
    options: {},
    ids: [],
    progress: new Progress(stream),
    count: 0,
    resume: { count: 0 },
  };
  await runProgram(args, [FEED], run);
  return text();
}

describe("a command line", () => {
  test.each([
    { args: ["--fur-color", "RED"], options: { fur_color: "RED" } },
    { args: ["--fur-color=red"], options: { fur_color: "RED" } },
    { args: ["--fur-color", "DARKGREY"], options: { fur_color: "darkGrey" } },
    { args: ["--least-legs", "4"], options: { least_legs: 4 } },
    { args: ["--born-after", "2026-06-30"], options: { born_after: "2026-06-30T00:00:00.000Z" } },
    { args: ["--born-after", "90m"], options: { born_after: "2026-06-30T10:30:00.000Z" } },
    { args: ["--born-after", "12H"], options: { born_after: "2026-06-30T00:00:00.000Z" } },
    { args: ["--born-after", "7d"], options: { born_after: "2026-06-23T12:00:00.000Z" } },
    { args: ["--born-after", "2w"], options: { born_after: "2026-06-16T12:00:00.000Z" } },
    { args: ["--born-after", "today"], options: { born_after: "2026-06-30T00:00:00.000Z" } },
    { args: ["--born-after", "Yesterday"], options: { born_after: "2026-06-29T00:00:00.000Z" } },
    { args: ["--name=--odd"], options: { name: "--odd" } },
    { args: ["--name", "a=b"], options: { name: "a=b" } },
    { args: ["--name", "help"], options: { name: "help" } },
    { args: ["--name", "--odd=b"], options: { name: "--odd=b" } },
    { args: ["--hungry"], options: { hungry: true } },
    { args: [], options: {} },
  ])("$args is parsed", async ({ args, options }) => {
    const text = JSON.stringify({ ids: ["zoo-1"], options });
    expect(await feed("feed", "zoo-1", ...args)).toBe(text);
    expect(await feed(...args, "feed", "zoo-1")).toBe(text);
  });

  test.each([
    { args: ["--fur-color", "BLUE"], message: '--fur-color must be one of RED, darkGrey, got "BLUE".' },
    { args: ["--fur-colr", "RED"], message: "Unknown option --fur-colr. Did you mean --fur-color?" },
    { args: ["--fur-colr=RED"], message: "Unknown option --fur-colr. Did you mean --fur-color?" },
    { args: ["--xyzzy"], message: "Unknown option --xyzzy. See: realtimekit-sessions help feed" },
    { args: ["-n"], message: "Unknown option -n." },
    { args: ["--hungry=true"], message: "--hungry does not support a value." },
    { args: ["--constructor"], message: "Unknown option --constructor." },
    { args: ["--least-legs", "1"], message: "--least-legs must be an integer from 2 to 100, got 1." },
    { args: ["--least-legs", "4.5"], message: "--least-legs must be an integer from 2 to 100, got 4.5." },
    { args: ["--least-legs", "4x"], message: '--least-legs must be an integer from 2 to 100, got "4x".' },
    { args: ["--least-legs", ""], message: "--least-legs must not be empty." },
    { args: ["--name", ""], message: "--name must not be empty." },
    { args: ["--name="], message: "--name must not be empty." },
    { args: ["--born-after", "7 parsecs"], message: "--born-after must be a date or a time" },
    { args: ["--born-after", "9999999d"], message: "--born-after must be a date or a time" },
    { args: ["--born-after", "2026-06-31"], message: "--born-after must be a date or a time" },
    { args: ["--born-after", "constructor"], message: "--born-after must be a date or a time" },
    { args: ["--fur-color"], message: "Missing value of --fur-color <value>." },
    { args: ["--name", "a", "--name", "b"], message: "--name already has a value. Keep only one." },
    { args: ["another"], message: "Expected 1 argument but got 2. See: realtimekit-sessions help feed" },
  ])("$args is rejected", async ({ args, message }) => {
    await expect(feed("feed", "zoo-1", ...args)).rejects.toThrow(message);
  });

  test("without a required argument is rejected", async () => {
    await expect(feed("feed")).rejects.toThrow("Missing required argument zoo-id.");
  });

  test.each([
    { given: "as an argument", args: ["list", "s3cret"] },
    { given: "as a command", args: ["s3cret"] },
    { given: "as a command of help", args: ["help", "s3cret"] },
    { given: "in an unknown option", args: ["list", "--tokne=s3cret"] },
    { given: "in --token", args: ["list", "--token=s3cret"] },
    { given: "after --token", args: ["list", "--token", "s3cret"] },
    { given: "after --token before the command", args: ["--token", "s3cret", "list"] },
    { given: "that begins with a dash", args: ["list", "-s3cret-s3cret-s3cret-s3cret-s3cret-s3cre"] },
    { given: "with Bearer", args: ["list"], env: { ...ENV, CLOUDFLARE_API_TOKEN: "Bearer s3cret" } },
  ])("with a token $given is rejected, and the token is not repeated", async ({ args, env = ENV }) => {
    const { code, stdout, stderr, queries } = await runMain(args, { env });
    expect(stderr).not.toContain("s3cret");
    expect(stderr).not.toBe("");
    expect({ code, stdout, queries }).toEqual({ code: 2, stdout: "", queries: [] });
  });

  test.each([
    { args: ["lst"], message: "Unknown command lst. Did you mean list?" },
    { args: ["--demo", "lst"], message: "Unknown command lst. Did you mean list?" },
    { args: ["--statsu", "live", "list"], message: "Unknown option --statsu. Did you mean --status?" },
    {
      args: ["--token", "list"],
      message: "--token is not supported, since other users of a machine can see",
    },
    { args: ["list", "--token-fil", "x"], message: "Unknown option --token-fil. Did you mean --token-file?" },
    { args: ["help", "lst"], message: "Unknown command lst. Did you mean list?" },
    { args: ["xyzzy"], message: "Unknown command. See: realtimekit-sessions help" },
    { args: ["list", "--statsu", "live"], message: "Unknown option --statsu. Did you mean --status?" },
    {
      args: ["list", "--token", "x"],
      message: "--token is not supported, since other users of a machine can see",
    },
    { args: ["list", "--sort-by", "name"], message: "--sort-by must be one of minutesConsumed, createdAt" },
    { args: ["summary", "--limit", "1"], message: "Unknown option --limit. Did you mean --top?" },
    { args: ["list", "--from", "7d"], message: "Unknown option --from. Did you mean --since?" },
    { args: ["list", "--csv"], message: "Unknown option --csv. Did you mean --format csv?" },
    { args: ["list", "-o", "x.csv"], message: "Unknown option -o. Did you mean --output?" },
    { args: ["list", "--sort", "x"], message: "Unknown option --sort. Did you mean --sort-by?" },
    { args: ["doctor", "--format", "json"], message: "Unknown option --format. Did you mean --json?" },
    { args: ["chat", "--csv"], message: "Unknown option --csv. See: realtimekit-sessions help chat" },
    { args: ["-v"], message: "Unknown option -v. Did you mean --version?" },
    { args: ["--verison"], message: "Unknown option --verison. Did you mean --version?" },
    { args: ["summary", "--page-no", "3"], message: "Unknown option --page-no." },
    { args: ["doctor", "--max-retry-after", "3"], message: "Unknown option --max-retry-after." },
    {
      args: ["summary", "--sort-by", "createdAt"],
      message: "Unknown option --sort-by. Did you mean --sort?",
    },
    {
      args: ["list", "--concurrency", "0"],
      message: "--concurrency must be an integer of at least 1, got 0.",
    },
    { args: ["list", "--columns", "id,statsu"], message: "Unknown column statsu. Did you mean status?" },
    { args: ["list", "--columns", ""], message: "--columns must not be empty." },
    { args: ["list", "--columns", "id, ,status"], message: "--columns must not have an empty name." },
    { args: ["list", "--output", ""], message: "--output must not be empty." },
    { args: ["list", "--json", "--format", "csv"], message: "--json and --format exclude each other." },
    { args: ["list", "--bom"], message: "--bom needs --format csv." },
    {
      args: ["list", "--since", "1d", "--until", "2d"],
      message: "The start of the time range, 2026-06-29T12:00:00.000Z, must not be after its end, 2026-06-28",
    },
    {
      args: ["list", "--account-id", "../.."],
      message: "sessions: --account-id must be an id, without / \\ ? # % or white space",
    },
    {
      args: ["list"],
      env: { ...ENV, CLOUDFLARE_ACCOUNT_ID: "../.." },
      message: "CLOUDFLARE_ACCOUNT_ID (or --account-id) must be an id, without / \\ ? # % or white space",
    },
    { args: ["list", "--base-url", "http://example.com"], message: "--base-url must be an https URL" },
    { args: ["doctor", "--base-url", "http://example.com"], message: "--base-url must be an https URL" },
    {
      args: ["list"],
      env: { ...ENV, CLOUDFLARE_API_TOKEN: '"quoted"' },
      message: "CLOUDFLARE_API_TOKEN (or --token-file) must be the API token alone",
    },
    { args: ["list", "--since", "tomorrow"], message: "--since must be a date or a time" },
    { args: ["list", "--until", ""], message: "--until must not be empty." },
    { args: ["list", "--since"], message: "Missing value of --since <time>." },
    { args: ["list", "--start-time", "x"], message: "--start-time must be a date or a time" },
    {
      args: ["list", "--start-time", "1d", "--since", "2d"],
      message: "--since already has a value. Keep only one.",
    },
    { args: ["list", "--since", "tomorrow"], message: "Relative times are 7d, 12h, today and yesterday." },
    { args: ["participants", "../x"], message: "session-id must be an id" },
    { args: ["list", "--token-file", "/nonexistent"], message: "--token-file cannot be read: ENOENT" },
    {
      args: ["list"],
      env: { REALTIMEKIT_APP_ID: "app" },
      message: "Not set: CLOUDFLARE_ACCOUNT_ID (or --account-id), CLOUDFLARE_API_TOKEN (or --token-file).",
    },
  ])("$args is rejected before a request is sent", async ({ args, env = ENV, message }) => {
    const { code, stdout, stderr, queries } = await runMain(args, { env });
    expect(stderr).toMatch(/^realtimekit-sessions: [^\n]+\n$/);
    expect(stderr).toContain(message);
    expect({ code, stdout, queries }).toEqual({ code: 2, stdout: "", queries: [] });
  });

  test.each([[[]], [["--demo"]]])("of %j has no command and is rejected with the help", async (args) => {
    const { code, stdout, stderr } = await runMain(args);
    expect(stderr).toContain("No command.\n\n");
    expect(stderr).toContain("Usage: realtimekit-sessions [options] [command]");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});

describe("help", () => {
  test.each([
    { args: ["--help"], usage: "[options] [command]" },
    { args: ["-h"], usage: "[options] [command]" },
    { args: ["help"], usage: "[options] [command]" },
    { args: ["help", "help"], usage: "[options] [command]" },
    { args: ["help", "list"], usage: "list [options]" },
    { args: ["summary", "--by", "day", "-h"], usage: "summary [options]" },
    { args: ["-h", "list"], usage: "list [options]" },
    { args: ["list", "--help"], usage: "list [options]" },
  ])("is written by $args", async ({ args, usage }) => {
    const { code, stdout, stderr } = await runMain(args);
    expect(stdout).toContain(`Usage: realtimekit-sessions ${usage}\n`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("has arguments, groups, examples and exit codes", async () => {
    expect(await feed("feed", "--help")).toBe(`Usage: realtimekit-sessions feed [options] <zoo-id>

Feeds the animals.

Arguments:
  zoo-id                 The zoo.

Filters:
  --fur-color <value>    The color. (choices: "RED", "darkGrey")
  --born-after <time>    The age. Also relative: 7d, 12h, today, yesterday
                         (UTC).
  --least-legs <number>  The legs.
  --name <text>          A long description of what a name of an animal in this
                         zoo can be like.
  --hungry               Whether they are hungry.

Options:
  -h, --help             Show help.

Examples:
  realtimekit-sessions feed lions

Exit codes:
  0    All output is written, or the reader of the pipe has closed it.
  1    The API, the network or the output failed.
  2    Usage error. No request was sent.
  130  Interrupted by Ctrl-C.
`);
  });

  test.each([70, 80, 100])("is at most %i columns wide", async (columns) => {
    for (const command of ["list", "summary", "completion"]) {
      const { stdout } = await runMain(["help", command], { tty: { isTTY: true, columns } });
      const [text = ""] = stdout.split("\nExamples:");
      // A line without a space after its indentation cannot be wrapped.
      const lines = text.split("\n").filter((line) => line.includes(" ", 8));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
  });

  test("of the program has examples", async () => {
    expect((await runMain(["help"])).stdout).toContain("Examples:\n  realtimekit-sessions list --demo\n");
  });

  test("is no wider than 100 columns", async () => {
    const { stdout } = await runMain(["help", "list"], { tty: { isTTY: true, columns: 400 } });
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

test.each(["--version", "-V"])("%s writes the version of the package", async (flag) => {
  expect(await runMain([flag])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
  });
});

describe("the options of list", () => {
  const groups = COMMANDS.find(({ name }) => name === "list")?.options ?? {};

  test("are the query parameters of the endpoint, with the enums and descriptions of the document", () => {
    const names = Object.keys(listSessionsEndpoint.query);
    const pages = ["page_no", "per_page"];
    expect(Object.keys(groups.Filters ?? {})).toEqual(names.filter((name) => !pages.includes(name)));
    expect(Object.keys(groups.Options ?? {})).toEqual(expect.arrayContaining(pages));
    expect(groups.Filters?.status).toMatchObject({
      enum: listSessionsEndpoint.query.status.enum,
      description: "Returns only the sessions with this status.",
    });
  });
});

test.each(COMMANDS)("no two options of $name have the same name", ({ options }) => {
  const names = Object.values(options).flatMap((group) => Object.keys(group));
  expect(names).toEqual([...new Set(names)]);
});
