import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { listSessionsEndpoint } from "../../generated/index.js";
import type { CommandDefinition, Run } from "../../src/cli/context.js";
import { startCommand } from "../../src/cli/program.js";
import { Progress } from "../../src/cli/progress.js";
import { createRecorder, ENV, NOW, runMain, stubEnvironment } from "./run-main.js";

beforeAll(() => {
  vi.setSystemTime(NOW);
});
afterAll(() => {
  vi.useRealTimers();
});

/** A command with a parameter of each kind. */
const FEED: CommandDefinition = {
  name: "feed",
  operation: {
    summary: "Feed the animals",
    parameters: {
      path: { zoo_id: { type: "string", description: "The zoo." } },
      query: {
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
  },
  options: [],
  examples: ["feed lions"],
  async *run({ id, query }) {
    await Promise.resolve();
    yield JSON.stringify({ id, query });
  },
};

/** Runs a command line whose only command is FEED, and returns the output. */
async function feed(...args: string[]): Promise<string> {
  const { stream } = createRecorder({ isTTY: true, columns: 80 });
  const { signal } = new AbortController();
  const run = { stdout: stream, width: 80, signal, progress: new Progress(stream) } as unknown as Run;
  stubEnvironment(ENV);
  const chunks = await startCommand(args, [FEED], run).finally(() => vi.unstubAllEnvs());
  let text = "";
  for await (const chunk of chunks as AsyncIterable<string>) text += chunk;
  return text;
}

describe("a command line", () => {
  test.each([
    { args: ["--fur-color", "RED"], query: { fur_color: "RED" } },
    { args: ["--fur-color=red"], query: { fur_color: "RED" } },
    { args: ["--fur-color", "DARKGREY"], query: { fur_color: "darkGrey" } },
    { args: ["--least-legs", "4"], query: { least_legs: 4 } },
    { args: ["--born-after", "2026-06-30"], query: { born_after: "2026-06-30T00:00:00.000Z" } },
    { args: ["--born-after", "90m"], query: { born_after: "2026-06-30T10:30:00.000Z" } },
    { args: ["--born-after", "12H"], query: { born_after: "2026-06-30T00:00:00.000Z" } },
    { args: ["--born-after", "7d"], query: { born_after: "2026-06-23T12:00:00.000Z" } },
    { args: ["--born-after", "2w"], query: { born_after: "2026-06-16T12:00:00.000Z" } },
    { args: ["--born-after", "today"], query: { born_after: "2026-06-30T00:00:00.000Z" } },
    { args: ["--born-after", "Yesterday"], query: { born_after: "2026-06-29T00:00:00.000Z" } },
    { args: ["--name=--odd"], query: { name: "--odd" } },
    { args: ["--name", "a=b"], query: { name: "a=b" } },
    { args: ["--name", "a--b=c"], query: { name: "a--b=c" } },
    { args: ["--name", "help"], query: { name: "help" } },
    { args: ["--name", "a", "--name", "b"], query: { name: "b" } },
    { args: ["--hungry"], query: { hungry: true } },
    { args: [], query: {} },
  ])("$args is parsed", async ({ args, query }) => {
    const text = JSON.stringify({ id: "zoo-1", query });
    expect(await feed("feed", "zoo-1", ...args)).toBe(text);
    expect(await feed(...args, "feed", "zoo-1")).toBe(text);
  });

  test.each([
    { args: ["--fur-color", "BLUE"], message: '--fur-color must be one of RED, darkGrey, got "BLUE".' },
    { args: ["--fur-colr", "RED"], message: "Unknown option --fur-colr. Did you mean --fur-color?" },
    { args: ["--fur-colr=RED"], message: "Unknown option --fur-colr. Did you mean --fur-color?" },
    { args: ["--xyzzy"], message: "Unknown option --xyzzy. See: realtimekit-sessions help feed" },
    { args: ["-n"], message: "Unknown option -n." },
    { args: ["--constructor"], message: "Unknown option --constructor." },
    { args: ["--least-legs", "1"], message: "--least-legs must be an integer from 2 to 100, got 1." },
    { args: ["--least-legs", "4.5"], message: "--least-legs must be an integer from 2 to 100, got 4.5." },
    { args: ["--least-legs", "4x"], message: '--least-legs must be an integer from 2 to 100, got "4x".' },
    { args: ["--least-legs", ""], message: "--least-legs must not be empty." },
    { args: ["--name", ""], message: "--name must not be empty." },
    { args: ["--name="], message: "--name must not be empty." },
    {
      args: ["--born-after", "7 Parsecs"],
      message:
        '--born-after must be a date, a time such as 2026-06-30T09:00Z, 7d, 12h, today or yesterday, got "7 Parsecs".',
    },
    {
      args: ["--born-after", "7days"],
      message: "--born-after must be a date, a time such as 2026-06-30T09:00Z, 7d",
    },
    {
      args: ["--born-after", "9999999d"],
      message: "--born-after must be a date, a time such as 2026-06-30T09:00Z, 7d",
    },
    {
      args: ["--born-after", "2026-06-31"],
      message: "--born-after must be a date, a time such as 2026-06-30T09:00Z, 7d",
    },
    {
      args: ["--born-after", "constructor"],
      message: "--born-after must be a date, a time such as 2026-06-30T09:00Z, 7d",
    },
    { args: ["--fur-color"], message: "Option --fur-color <value> needs a value." },
    { args: ["another"], message: "Expected 1 argument but got 2. See: realtimekit-sessions help feed" },
  ])("$args is rejected", async ({ args, message }) => {
    await expect(feed("feed", "zoo-1", ...args)).rejects.toThrow(message);
  });

  test("with an invalid value is rejected with the message of the value alone", async () => {
    await expect(feed("feed", "zoo-1", "--least-legs", "1")).rejects.toThrow(
      new RangeError("--least-legs must be an integer from 2 to 100, got 1."),
    );
  });

  test("without a required argument is rejected", async () => {
    await expect(feed("feed")).rejects.toThrow("Missing required argument zoo-id.");
  });

  test.each([
    { given: "as an argument", args: ["list", "s3cret"] },
    { given: "as a command", args: ["s3cret"] },
    { given: "as a command of help", args: ["help", "s3cret"] },
    { given: "as a shell", args: ["completion", "s3cret"] },
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
    { args: ["lst"], message: "Unknown command. Did you mean list?" },
    { args: ["--statsu", "live", "list"], message: "Unknown option --statsu. Did you mean --status?" },
    {
      args: ["--token", "list"],
      message: "--token is not supported, since other users of a machine can see",
    },
    { args: ["list", "--token-fil", "x"], message: "Unknown option --token-fil. Did you mean --token-file?" },
    { args: ["--demo"], message: "Unknown option --demo. See: realtimekit-sessions help\n" },
    { args: ["xyzzy"], message: "Unknown command. See: realtimekit-sessions help\n" },
    { args: ["xyzzy", "--demo"], message: "Unknown command. See: realtimekit-sessions help\n" },
    { args: ["mcp", "--token-file", "-"], message: "--token-file - is not possible with mcp, which reads" },
    { args: ["list", "--statsu", "live"], message: "Unknown option --statsu. Did you mean --status?" },
    {
      args: ["list", "--token", "x"],
      message: "--token is not supported, since other users of a machine can see",
    },
    { args: ["list", "--sort-by", "name"], message: "--sort-by must be one of minutesConsumed, createdAt" },
    { args: ["summary", "--limit", "1"], message: "Unknown option --limit. See:" },
    { args: ["list", "-o", "x.csv"], message: "Unknown option -o. See:" },
    { args: ["chat", "--csv"], message: "Unknown option --csv. See: realtimekit-sessions help chat" },
    { args: ["--verison"], message: "Unknown option --verison. Did you mean --version?" },
    { args: ["summary", "--page-no", "3"], message: "Unknown option --page-no." },
    {
      args: ["summary", "--sort-by", "createdAt"],
      message: "Unknown option --sort-by. Did you mean --sort?",
    },
    {
      args: ["list", "--concurrency", "0"],
      message: "--concurrency must be an integer of at least 1, got 0.",
    },
    {
      args: ["list", "--columns", "id,statsu"],
      message: 'updated_at, breakout_rooms, ended_at, meta, got "statsu".',
    },
    { args: ["list", "--columns", ""], message: "--columns must not be empty." },
    { args: ["list", "--columns", "id, ,status"], message: 'ended_at, meta, got " ".' },
    { args: ["list", "--columns", "id,,status"], message: 'ended_at, meta, got "".' },
    { args: ["list", "--token-file", ""], message: "--token-file must not be empty." },
    { args: ["list", "--output", ""], message: "--output must not be empty." },
    {
      args: ["list", "--json", "--format", "csv"],
      message: "Option --json cannot be used with option --format <format>.",
    },
    { args: ["list", "--bom", "--json"], message: "--bom needs the format csv." },
    { args: ["list", "--bom", "--output", "/nonexistent/a.jsonl"], message: "--bom needs the format csv." },
    {
      args: ["list", "--bom", "--output", "/nonexistent/sessions.json"],
      message: "--bom needs the format csv.",
    },
    {
      args: ["list", "--since", "1d", "--until", "2d"],
      message: "The start of the time range, 2026-06-29T12:00:00.000Z, must not be after its end, 2026-06-28",
    },
    {
      args: ["list", "--account-id", "../.."],
      message:
        "sessions: CLOUDFLARE_ACCOUNT_ID (or --account-id) must be an id, without / \\ ? # % or white space",
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
    {
      args: ["list", "--since", "tomorrow"],
      message: "--since, --start-time must be a date, a time such as 2026-06-30T09:00Z, 7d",
    },
    { args: ["list", "--until", ""], message: "--until, --end-time must not be empty." },
    { args: ["list", "--since"], message: "Option --since, --start-time <time> needs a value." },
    {
      args: ["list", "--start-time", "x"],
      message: "--since, --start-time must be a date, a time such as 2026-06-30T09:00Z, 7d",
    },
    { args: ["participants", "../x"], message: "session-id must be an id" },
    { args: ["list", "--token-file", "/nonexistent"], message: "--token-file cannot be read: ENOENT" },
    {
      args: ["list"],
      env: { REALTIMEKIT_APP_ID: "app" },
      message: "Not set: CLOUDFLARE_ACCOUNT_ID (or --account-id), CLOUDFLARE_API_TOKEN (or --token-file).",
    },
    {
      args: ["list"],
      env: { CLOUDFLARE_ACCOUNT_ID: "account", CLOUDFLARE_API_TOKEN: "s3cret" },
      message: "Not set: REALTIMEKIT_APP_ID (or --app-id). To try it with generated sessions, add --demo.",
    },
  ])("$args is rejected before a request is sent", async ({ args, env = ENV, message }) => {
    const { code, stdout, stderr, queries } = await runMain(args, { env });
    expect(stderr).toMatch(/^realtimekit-sessions: [^\n]+\n$/);
    expect(stderr).toContain(message);
    expect({ code, stdout, queries }).toEqual({ code: 2, stdout: "", queries: [] });
  });
});

describe("COLUMNS", () => {
  const writeTable = async (columns?: string): Promise<string> => {
    const args = ["list", "--limit", "1", "--format", "table"];
    return (await runMain(args, { env: { ...ENV, COLUMNS: columns } })).stdout;
  };

  test.each(["-5", "1001", "1e9", "wide"])("of %s is ignored", async (columns) => {
    expect(await writeTable(columns)).toBe(await writeTable());
  });

  test.each([
    { columns: "40", length: 33 },
    { columns: "1000", length: 1000 },
  ])("of $columns limits a table to $length columns", async ({ columns, length }) => {
    expect((await writeTable(columns)).split("\n")[1]).toHaveLength(length);
  });
});

test("a time range can begin and end at the same time", async () => {
  expect((await runMain(["list", "--since", "2026-06-30", "--until", "2026-06-30"])).code).toBe(0);
});

test.each([[[]], [["help", "lst"]]])("%j has no command and is rejected with the help", async (args) => {
  const { code, stdout, stderr } = await runMain(args);
  expect(stderr).toContain("Missing or unknown command.\n\nUsage: realtimekit-sessions [options] [command]");
  expect(stderr).toMatch(/  130  Ctrl-C\.\n$/);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
});

describe("help", () => {
  test.each([
    { args: ["--help"], usage: "[options] [command]" },
    { args: ["-h"], usage: "[options] [command]" },
    { args: ["help"], usage: "[options] [command]" },
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
    const text = await feed("feed", "--help");
    expect(text).toContain(`Usage: realtimekit-sessions feed [options] <zoo-id>

Feed the animals.

Arguments:
  zoo-id                       The zoo.

Filters:
  --fur-color <value>          The color. (choices: "RED", "darkGrey")
  --born-after <time>          The age. Also relative: 7d, 12h, today, yesterday
                               (UTC).
  --least-legs <integer>       The legs.
  --name <string>              A long description of what a name of an animal in
                               this zoo can be like.
  --hungry                     Whether they are hungry.

Credentials:
  --account-id <id>            The account's identifier. Default:
                               $CLOUDFLARE_ACCOUNT_ID.
`);
    expect(text).toContain(`
  -h, --help                   Show help.

Examples:
  realtimekit-sessions feed lions

Exit codes:
  0    Everything is written.
  1    The API, network or output failed.
  2    Usage error, before any request.
  130  Ctrl-C.
`);
  });

  test("has descriptions below their options on a narrow terminal", async () => {
    const { stdout } = await runMain(["help", "transcript"], { tty: { isTTY: true, columns: 40 } });
    expect(stdout).toContain(`
  --account-id <id>
      The account's identifier. Default:
      $CLOUDFLARE_ACCOUNT_ID.
`);
    const { stdout: wider } = await runMain(["help", "transcript"], { tty: { isTTY: true, columns: 60 } });
    expect(wider).toMatch(/^ {2}--account-id <id> +The account's/m);
  });

  test.each([40, 59, 60, 80, 100])("is at most %i columns wide", async (columns) => {
    for (const command of ["list", "summary", "completion"]) {
      const { stdout } = await runMain(["help", command], { tty: { isTTY: true, columns } });
      const [, text = ""] = /^Usage: .*([^]*)\nExamples:/.exec(stdout) ?? [];
      // A line of one word, such as a URL, cannot be wrapped.
      const lines = text.split("\n").filter((line) => /\S \S/.test(line));
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
  });

  test("of the program lists the commands", async () => {
    const { stdout } = await runMain(["help"]);
    expect(stdout).toMatch(/^Usage: .*\n\nLists the sessions of a Cloudflare RealtimeKit app\.\n/);
    expect(stdout).toMatch(/^ {2}-V, --version +Show the version\.$/m);
    expect(stdout).toMatch(/^ {2}help \[command\] +Show the help of a command\.$/m);
    expect(stdout).toContain(
      "Examples:\n  realtimekit-sessions list --demo\n  realtimekit-sessions help list\n\nExit codes:\n",
    );
  });

  test("of the completion has an example for each shell", async () => {
    expect((await runMain(["help", "completion"])).stdout).toContain(`completion [options] <shell>

Write a script that completes commands and options in a shell.

Arguments:
  shell       The shell. (choices: "bash", "zsh", "fish")

Options:
  -h, --help  Show help.

Examples:
  realtimekit-sessions completion bash >> ~/.bashrc
  realtimekit-sessions completion zsh >> ~/.zshrc
  realtimekit-sessions completion fish | source
`);
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
  test("are the query parameters of the endpoint, with the enums and descriptions of the document", async () => {
    const { stdout } = await runMain(["help", "list"], { tty: { columns: 100 } });
    for (const name of Object.keys(listSessionsEndpoint.query))
      expect(stdout).toMatch(new RegExp(`^  (--\\w+, )?--${name.replaceAll("_", "-")} <`, "m"));
    expect(stdout.replace(/\s+/g, " ")).toContain(
      '--status <value> Returns only the sessions with this status. (choices: "LIVE", "ENDED")',
    );
  });
});
