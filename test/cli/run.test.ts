import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { Session } from "../../generated/index.js";
import { run, type Surroundings } from "../../src/cli/run.js";
import { createFakeApi, type FakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";

const { accountId, appId, apiToken } = fakeApiDefaults;
const ENV = {
  CLOUDFLARE_ACCOUNT_ID: accountId,
  REALTIMEKIT_APP_ID: appId,
  CLOUDFLARE_API_TOKEN: apiToken,
};
const SESSIONS = generateSessions(250);
const folder = mkdtempSync(join(tmpdir(), "cli-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A stream that keeps what is written to it. */
function kept(tty: { isTTY?: boolean; columns?: number } = {}) {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream: Object.assign(stream, tty), text: () => text };
}

/** Runs a command against a fake API, and tells how it ended and what it asked for. */
async function runCommand(
  args: readonly string[],
  {
    api = createFakeApi({ sessions: SESSIONS }),
    tty = {},
    ...given
  }: Partial<Surroundings> & {
    api?: FakeApi;
    tty?: { isTTY?: boolean; columns?: number };
  } = {},
) {
  const queries: URLSearchParams[] = [];
  const stdout = kept(tty);
  const stderr = kept();
  const code = await run(args, {
    stdin: Readable.from([]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: ENV,
    interrupted: new AbortController().signal,
    fetch: (request, init) => {
      queries.push(new URL(request.url).searchParams);
      return api(request, init);
    },
    ...given,
  });
  return { code, queries, stdout: stdout.text(), stderr: stderr.text() };
}

/** A fake API that refuses one page for good. */
function refusing(pageNo: string, status: number, headers: Record<string, string> = {}): FakeApi {
  const api = createFakeApi({ sessions: SESSIONS });
  return (input, init) =>
    new URL(new Request(input).url).searchParams.get("page_no") === pageNo
      ? Promise.resolve(new Response(null, { status, headers: { "cf-ray": "ray-1", ...headers } }))
      : api(input, init);
}

test("on a terminal, a wait for the rate limit's window is told", async () => {
  const stderr = kept({ isTTY: true, columns: 80 });
  const interrupted = new AbortController();
  const api = createFakeApi({ sessions: SESSIONS });
  const { code } = await runCommand(["list", "--format", "csv"], {
    // Nobody waits for its end.
    stderr: Object.assign(stderr.stream, {
      write: (text: string) => {
        if (text.includes("waiting 300 s for a rate limit")) interrupted.abort();
        return true;
      },
    }),
    interrupted: interrupted.signal,
    api: async (input, init) => {
      const answer = await api(input, init);
      return new Response(answer.body, { headers: { ratelimit: '"default";r=0;t=300' } });
    },
  });
  expect(code).toBe(130);
});

test("a terminal that does not know its size gets a table that can be read", async () => {
  const { stdout } = await runCommand(["list", "--limit", "1"], { tty: { isTTY: true, columns: 0 } });
  expect(stdout).toContain(SESSIONS[0]?.meeting_display_name);
});

describe("list", () => {
  test("elsewhere than on a terminal: each session as a line of JSON", async () => {
    const { code, stdout, stderr } = await runCommand(["list"]);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Session),
    ).toEqual(SESSIONS);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("on a terminal: a table as wide as it is", async () => {
    const { stdout } = await runCommand(["list"], { tty: { isTTY: true, columns: 60 } });
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(252);
    expect(Math.max(...lines.map((line) => line.length))).toBe(60);
  });

  test("the filters are the query, and a time is in UTC", async () => {
    const filters = ["--status", "ENDED", "--per-page", "50", "--start-time", "2026-06-30T09:00:00+02:00"];
    const { code, queries } = await runCommand(["list", ...filters]);
    expect(code).toBe(0);
    expect(Object.fromEntries(queries[0] ?? [])).toEqual({
      status: "ENDED",
      per_page: "50",
      start_time: "2026-06-30T07:00:00.000Z",
    });
  });

  test("--limit writes so many, and asks for no more than it takes", async () => {
    const { stdout, queries } = await runCommand(["list", "--limit", "100"]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(100);
    expect(queries).toHaveLength(1);
  });

  test("--limit ends in the middle of a page", async () => {
    const { stdout, queries } = await runCommand(["list", "--limit", "120"]);
    const ids = stdout
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as Session).id);
    expect(ids).toEqual(SESSIONS.slice(0, 120).map(({ id }) => id));
    expect(queries.length).toBeLessThanOrEqual(3);
  });

  test("whose: by flags, where the environment says nothing", async () => {
    const file = join(folder, "token-of-flags");
    writeFileSync(file, apiToken);
    const flags = ["--account-id", accountId, "--app-id", appId, "--token-file", file];
    expect((await runCommand(["list", ...flags], { env: {} })).code).toBe(0);
  });

  test("an API that does not tell its total is listed as well", async () => {
    const api = createFakeApi({ sessions: SESSIONS, paging: false });
    const { code, stdout } = await runCommand(["list"], { api });
    expect(stdout.trimEnd().split("\n")).toHaveLength(250);
    expect(code).toBe(0);
  });

  test("on a terminal, the error output tells how far it is, and is empty in the end", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const stderr = kept({ isTTY: true, columns: 80 });
    await runCommand(["list"], { stderr: stderr.stream });
    // Left on, it would keep the process from its end.
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
    const lines = stderr.text().split("\r\u001B[K");
    expect(lines[0]).toBe("");
    expect(lines.slice(1).map((line) => line.replace(/\d+\/s/, "n/s"))).toEqual([
      "0 sessions",
      "",
      "100 of 250 sessions, page 1, n/s",
      "",
      "200 of 250 sessions, page 2, n/s",
      "",
      "250 of 250 sessions, page 3, n/s",
      "",
    ]);
  });

  test("--demo asks nobody", async () => {
    const { code, stdout, queries } = await runCommand(["list", "--demo"], { env: {} });
    expect(stdout.trimEnd().split("\n").length).toBeGreaterThan(300);
    expect({ code, queries }).toEqual({ code: 0, queries: [] });
  });

  test.each([
    { format: "table", shown: " [2J 31m" },
    { format: "json", shown: '"\\u001b[2J 31m\\u0007"' },
    { format: "ndjson", shown: '"\\u001b[2J 31m\\u0007"' },
    { format: "csv", shown: ", [2J 31m ," },
  ])("as $format, a title cannot command a terminal", async ({ format, shown }) => {
    const sessions = [{ ...SESSIONS[0], meeting_display_name: "\u001B[2J\u009B31m\u0007" } as Session];
    const api = createFakeApi({ sessions });
    const { stdout } = await runCommand(["list", "--format", format], { api, tty: { isTTY: true } });
    expect(stdout).toContain(shown);
    expect(stdout).not.toMatch(/[^\P{Cc}\r\n]/u);
  });
});

test("summary: the sums of what the filters let through", async () => {
  const { stdout } = await runCommand(["summary", "--by", "status", "--status", "ENDED", "--format", "csv"]);
  const ended = SESSIONS.filter(({ status }) => status === "ENDED");
  const minutes = ended.reduce((sum, { minutes_consumed }) => sum + (minutes_consumed ?? 0), 0);
  const peak = Math.max(...ended.map((each) => each.max_concurrent_participants));
  expect(stdout).toBe(
    `group,title,sessions,minutes,unknown_minutes,peak\r\nENDED,,${ended.length},${minutes},0,${peak}\r\n`,
  );
});

test("summary: by day where nothing else is said, as a table on a terminal", async () => {
  const { stdout } = await runCommand(["summary"], { tty: { isTTY: true, columns: 60 } });
  const days = new Set(SESSIONS.map(({ created_at }) => created_at.slice(0, 10)));
  const [head, , first] = stdout.split("\n");
  expect(head).toMatch(/^Day \(UTC\) +Sessions +Minutes +Peak$/);
  expect(first).toContain([...days].sort()[0]);
  expect(stdout.trimEnd().split("\n")).toHaveLength(2 + days.size + 2);
});

describe("the token", () => {
  const env = { ...ENV, CLOUDFLARE_API_TOKEN: undefined };

  test("from a file, its line break left out", async () => {
    const file = join(folder, "token");
    writeFileSync(file, `${apiToken}\n`);
    expect((await runCommand(["list", "--token-file", file], { env })).code).toBe(0);
  });

  test("from the standard input", async () => {
    const stdin = Readable.from([`${apiToken}\n`]);
    expect((await runCommand(["list", "--token-file", "-"], { env, stdin })).code).toBe(0);
  });

  test("from a file that is not there: refused", async () => {
    const { code, stderr } = await runCommand(["list", "--token-file", join(folder, "no")], { env });
    expect(stderr).toMatch(/^realtimekit-sessions: --token-file cannot be read: ENOENT/);
    expect(code).toBe(2);
  });

  test("that cannot be right: refused, and not repeated", async () => {
    const { code, stderr, queries } = await runCommand(["list"], {
      env: { ...ENV, CLOUDFLARE_API_TOKEN: "Bearer s3cret" },
    });
    expect(stderr).toContain("without Bearer");
    expect(stderr).not.toContain("s3cret");
    expect({ code, queries }).toEqual({ code: 2, queries: [] });
  });
});

describe("a command that makes no sense is refused before anything is sent", () => {
  test.each([
    { args: ["lst"], says: "there is no such command. Did you mean list? There are list, summary, help." },
    { args: ["help", "lst"], says: "there is no such command. Did you mean list?" },
    {
      args: ["list", "--sort-by", "name"],
      says: '--sort-by must be minutesConsumed or createdAt, not "name"',
    },
    { args: ["list", "--per-page", "0"], says: "per_page must be an integer of at least 1, got 0." },
    { args: ["summary", "--limit", "1"], says: "there is no flag --limit." },
    { args: ["summary", "--page-no", "3"], says: "there is no flag --page-no." },
    { args: ["list", "help"], says: "list takes flags only. See: realtimekit-sessions help list" },
    { args: ["s3cret"], says: "there is no such command. There are list, summary, help." },
    { args: ["list", "--account-id", "../.."], says: 'accountId "../.." is not an id' },
    {
      args: ["list"],
      env: { REALTIMEKIT_APP_ID: "app" },
      says: "not set: CLOUDFLARE_ACCOUNT_ID (or --account-id), CLOUDFLARE_API_TOKEN (or --token-file).",
    },
  ])("$args", async ({ args, env = ENV, says }) => {
    const { code, stdout, stderr, queries } = await runCommand(args, { env });
    expect(stderr).toContain(`realtimekit-sessions: ${says}`);
    expect({ code, stdout, queries }).toEqual({ code: 2, stdout: "", queries: [] });
  });

  test("none at all: the help, on the error output", async () => {
    const { code, stdout, stderr } = await runCommand([]);
    expect(stderr).toContain("Usage: realtimekit-sessions COMMAND");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});

describe("help and version", () => {
  test.each([
    { args: ["--help"], says: "Usage: realtimekit-sessions COMMAND" },
    { args: ["-h"], says: "Usage: realtimekit-sessions COMMAND" },
    { args: ["help"], says: "Usage: realtimekit-sessions COMMAND" },
    { args: ["help", "list"], says: "Usage: realtimekit-sessions list" },
    { args: ["summary", "--by", "day", "-h"], says: "Usage: realtimekit-sessions summary" },
    { args: ["list", "--help"], says: "Usage: realtimekit-sessions list" },
  ])("$args", async ({ args, says }) => {
    const { code, stdout } = await runCommand(args);
    expect(stdout).toContain(says);
    expect(code).toBe(0);
  });

  test("the help is no wider than it can be read, on a terminal of any width", async () => {
    const widest = async (columns: number): Promise<number> => {
      const { stdout } = await runCommand(["help", "list"], { tty: { isTTY: true, columns } });
      return Math.max(...stdout.split("\n").map((line) => line.length));
    };
    expect(await widest(400)).toBeLessThanOrEqual(100);
    expect(await widest(72)).toBeLessThanOrEqual(72);
  });

  test("--version is that of the package", async () => {
    expect((await runCommand(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("a failure", () => {
  test("on the way: the request, what it was answered by, and how to go on", async () => {
    const { code, stdout, stderr } = await runCommand(["list", "--limit", "240"], {
      api: refusing("3", 403),
    });
    expect(stdout.trimEnd().split("\n")).toHaveLength(200);
    expect(stderr).toMatch(
      /^realtimekit-sessions: GET \/accounts\/.*\(page_no 3\) returned 403.*\(cf-ray ray-1\)\n/,
    );
    expect(stderr).toContain(
      "200 sessions are written. To go on, give the same command with --page-no 3 --limit 40\n",
    );
    expect(code).toBe(1);
  });

  test("on a terminal has a line to itself", async () => {
    const stderr = kept({ isTTY: true, columns: 80 });
    await runCommand(["list"], { stderr: stderr.stream, api: refusing("3", 403) });
    expect(stderr.text()).toContain("\r\u001B[Krealtimekit-sessions: GET ");
    expect(stderr.text()).toMatch(/--page-no 3\n$/);
  });

  test("whose message nobody can read keeps its exit code", async () => {
    const stderr = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error("write EPIPE"));
      },
    });
    expect((await runCommand(["lst"], { stderr })).code).toBe(2);
  });

  test("the rest of what a failure left is what --page-no goes on with", async () => {
    const before = await runCommand(["list"], { api: refusing("3", 403) });
    const after = await runCommand(["list", "--page-no", "3"]);
    expect(before.stdout + after.stdout).toBe((await runCommand(["list"])).stdout);
  });

  test("a block that is too long to wait for: how long it is", async () => {
    const api = refusing("2", 429, { "retry-after": "300" });
    const { stderr } = await runCommand(["list"], { api });
    expect(stderr).toContain("give the same command in 300 s with --page-no 2\n");
  });

  test("of a summary: nothing to go on with, and nothing written", async () => {
    const { code, stdout, stderr } = await runCommand(["summary"], { api: refusing("3", 403) });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  test("of the first page: nothing to go on with", async () => {
    const api: FakeApi = () => Promise.resolve(new Response(null, { status: 403 }));
    const { stderr } = await runCommand(["list"], { api });
    expect(stderr).toMatch(/^realtimekit-sessions: GET .* returned 403[^\n]*\n$/);
  });

  test("what the API says cannot command a terminal", async () => {
    const api: FakeApi = () =>
      Promise.resolve(
        Response.json({ success: false, error: { code: 1, message: "No\u001B[2J" } }, { status: 403 }),
      );
    expect((await runCommand(["list"], { api })).stderr).toContain("returned 403: No [2J (code 1)");
  });
});

describe("an interruption", () => {
  test("ends the wait for a token", async () => {
    const interrupt = new AbortController();
    const stdin = new Readable({ read: () => undefined });
    const done = runCommand(["list", "--token-file", "-"], { stdin, interrupted: interrupt.signal });
    interrupt.abort();
    expect(await done).toMatchObject({ code: 130, stderr: "realtimekit-sessions: interrupted\n" });
  });

  test("ends the requests, and tells how to go on", async () => {
    const interrupt = new AbortController();
    const api = createFakeApi({ sessions: SESSIONS });
    let ended = false;
    const { code, stderr } = await runCommand(["list"], {
      interrupted: interrupt.signal,
      api: (input, init) => {
        if (!new Request(input).url.includes("page_no=3")) return api(input, init);
        return new Promise((_, reject) => {
          init?.signal?.addEventListener("abort", () => {
            ended = true;
            reject(new Error("ended"));
          });
          interrupt.abort();
        });
      },
    });
    expect(stderr).toBe(
      "realtimekit-sessions: interrupted\n200 sessions are written. To go on, give the same command with --page-no 3\n",
    );
    expect({ code, ended }).toEqual({ code: 130, ended: true });
  });
});

describe("a slow or closed reader", () => {
  test("no page is asked for while the reader is behind", async () => {
    // Holds less than a page, and is not read before the first request was answered.
    const stdout = new PassThrough({ highWaterMark: 1 });
    let requests = 0;
    const api = createFakeApi({ sessions: SESSIONS });
    const done = runCommand(["list"], {
      stdout,
      api: (input, init) => {
        requests++;
        return api(input, init);
      },
    });
    await new Promise<void>((resolve) => stdout.once("readable", resolve));
    const early = requests;
    stdout.resume();
    expect((await done).code).toBe(0);
    expect({ early, all: requests }).toEqual({ early: 1, all: 4 });
  });

  test("one that has stopped to read is no reason not to end", async () => {
    const interrupt = new AbortController();
    const stdout = new Writable({
      highWaterMark: 1,
      write() {
        // Never done.
        interrupt.abort();
      },
    });
    const { code, stderr } = await runCommand(["list"], { stdout, interrupted: interrupt.signal });
    expect(stderr).toContain("realtimekit-sessions: interrupted\n");
    expect(code).toBe(130);
  });

  test("one that is gone ends the requests, in silence", async () => {
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
      },
    });
    const { code, stderr, queries } = await runCommand(["list"], { stdout });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(queries.length).toBeLessThan(3);
  });

  test("a full disk is a failure", async () => {
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error("no space left on device"), { code: "ENOSPC" }));
      },
    });
    const { code, stderr } = await runCommand(["list"], { stdout });
    expect(stderr).toContain("no space left on device");
    expect(code).toBe(1);
  });
});
