import { describe, expect, test, vi } from "vitest";
import type { Session } from "../../generated/index.js";
import { createFakeApi, type FakeApi } from "../../src/testing.js";
import { createRecorder, createRefusingApi, ENV, runMain, SESSIONS } from "./run-main.js";

function readIds(ndjson: string): string[] {
  return ndjson.split("\n").flatMap((line) => (line ? [(JSON.parse(line) as Session).id] : []));
}

describe("list", () => {
  test("writes each session as a line of JSON if the output is not a terminal", async () => {
    const { code, stdout, stderr } = await runMain(["list"]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as Session)).toEqual(SESSIONS);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("writes a table as wide as the terminal, with the id at 80 columns", async () => {
    const { stdout } = await runMain(["list"], {
      tty: { isTTY: true, columns: 80 },
      env: { ...ENV, NO_COLOR: "1" },
    });
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(252);
    expect(lines[0]).toBe("Started (UTC)     Status  Minutes     Peak  ID");
    expect(lines[2]).toContain(SESSIONS[0]?.id);
    expect(Math.max(...lines.map((line) => line.length))).toBe(80);
  });

  test("writes a readable table on a terminal of unknown width", async () => {
    const { stdout } = await runMain(["list", "--limit", "1"], { tty: { isTTY: true, columns: 0 } });
    expect(stdout).toContain(SESSIONS[0]?.meeting_display_name);
  });

  test("sends the filters as the query, with times in UTC", async () => {
    const filters = ["--status", "ended", "--per-page", "50", "--start-time", "2026-06-30T09:00+02:00"];
    const { code, queries } = await runMain(["list", ...filters]);
    expect(code).toBe(0);
    expect(Object.fromEntries(queries[0] ?? [])).toEqual({
      status: "ENDED",
      per_page: "50",
      start_time: "2026-06-30T07:00:00.000Z",
    });
  });

  test("accepts options before the command", async () => {
    const { code, queries } = await runMain(["--status", "live", "list", "--limit", "1"]);
    expect(code).toBe(0);
    expect(queries[0]?.get("status")).toBe("LIVE");
  });

  test("accepts the name of a command as the value of an option", async () => {
    const { queries } = await runMain(["--search", "summary", "list"]);
    expect(queries[0]?.get("search")).toBe("summary");
    const { queries: listQueries } = await runMain(["--search", "list", "list"]);
    expect(listQueries[0]?.get("search")).toBe("list");
    const { code } = await runMain(["--search", "list", "--columns", "id", "list", "--limit", "1"]);
    expect(code).toBe(0);
  });

  test.each([
    { limit: 100, requests: 1 },
    { limit: 120, requests: 3 },
  ])("stops after --limit $limit", async ({ limit, requests }) => {
    const { stdout, queries } = await runMain(["list", "--limit", String(limit)]);
    expect(readIds(stdout)).toEqual(SESSIONS.slice(0, limit).map(({ id }) => id));
    expect(queries.length).toBeLessThanOrEqual(requests);
  });

  test("lists an API that sends no total", async () => {
    const { code, stdout } = await runMain(["list"], {
      api: createFakeApi({ sessions: SESSIONS, paging: false }),
    });
    expect(readIds(stdout)).toHaveLength(250);
    expect(code).toBe(0);
  });

  test("sends no request with --demo", async () => {
    const { code, stdout, queries } = await runMain(["list", "--demo"], { env: {} });
    expect(readIds(stdout)).toHaveLength(345);
    expect({ code, queries }).toEqual({ code: 0, queries: [] });
  });

  test("lists recent sessions with --demo, so that relative times find some", async () => {
    const { stdout } = await runMain(["list", "--demo", "--since", "1d"]);
    expect(readIds(stdout).length).toBeGreaterThan(10);
  });

  test("sends requests to --base-url", async () => {
    const urls: string[] = [];
    const { code } = await runMain(["list", "--base-url", "http://localhost:8787/v4"], {
      fetch: (request, init) => {
        urls.push(request.url);
        return createFakeApi({ sessions: [] })(request, init);
      },
    });
    expect(code).toBe(0);
    expect(urls[0]).toMatch(/^http:\/\/localhost:8787\/v4\/accounts\//);
  });

  test.each(["table", "json", "csv"])(
    "reports on the error output that no session matches, as %s",
    async (format) => {
      const { code, stderr } = await runMain(["list", "--search", "nowhere", "--format", format]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "No sessions match.\n" });
    },
  );

  test.each([
    {
      flags: ["--format", "csv"],
      text: "id,minutes_consumed\r\n6a2aca71-6e7e-4f93-8a99-e5e073087c4c,77\r\n",
    },
    {
      flags: ["--json"],
      text: '[\n{"id":"6a2aca71-6e7e-4f93-8a99-e5e073087c4c","minutes_consumed":77}\n]\n',
    },
    { flags: [], text: '{"id":"6a2aca71-6e7e-4f93-8a99-e5e073087c4c","minutes_consumed":77}\n' },
    {
      flags: ["--format", "TABLE"],
      text:
        "ID                                    Minutes\n" +
        "------------------------------------  -------\n" +
        "6a2aca71-6e7e-4f93-8a99-e5e073087c4c       77\n",
    },
    {
      flags: ["--bom"],
      text: "\uFEFFid,minutes_consumed\r\n6a2aca71-6e7e-4f93-8a99-e5e073087c4c,77\r\n",
    },
  ])("writes only the chosen columns with $flags", async ({ flags, text }) => {
    const args = ["list", "--limit", "1", "--columns", "id, Minutes_Consumed", ...flags];
    expect((await runMain(args)).stdout).toBe(text);
  });

  test("keeps every chosen column on a narrow terminal", async () => {
    const args = ["list", "--limit", "1", "--columns", "id,associated_id"];
    const { stdout } = await runMain(args, { tty: { isTTY: true, columns: 40 } });
    expect(stdout).toContain(`${SESSIONS[0]?.id}  ${SESSIONS[0]?.associated_id}\n`);
  });

  test.each([
    { format: "table", shown: " [1m 31m" },
    { format: "json", shown: '"\\u001b[1m 31m\\u0007"' },
    { format: "ndjson", shown: '"\\u001b[1m 31m\\u0007"' },
    { format: "csv", shown: ", [1m 31m ," },
  ])("removes terminal commands from a title, as $format", async ({ format, shown }) => {
    const sessions = [{ ...SESSIONS[0], meeting_display_name: "\u001B[1m\u009B31m\u0007" } as Session];
    const { stdout } = await runMain(["list", "--format", format], {
      api: createFakeApi({ sessions }),
      tty: { isTTY: true },
      env: { ...ENV, NO_COLOR: "1" },
    });
    expect(stdout).toContain(shown);
    expect(stdout).not.toMatch(/[^\P{Cc}\r\n]/u);
  });
});

describe("colors", () => {
  const isColored = async (env: Record<string, string>, isTTY: boolean): Promise<boolean> => {
    const args = ["list", "--format", "table", "--limit", "1"];
    const { stdout } = await runMain(args, { tty: { isTTY }, env: { ...ENV, ...env } });
    return stdout.includes("\u001B[1m");
  };

  test.each([
    { env: {}, isTTY: true, output: "a terminal" },
    { env: { FORCE_COLOR: "1" }, isTTY: false, output: "a pipe" },
    { env: { FORCE_COLOR: "1", NO_COLOR: "1" }, isTTY: false, output: "a pipe" },
  ])("are used on $output with the environment $env", async ({ env, isTTY }) => {
    expect(await isColored(env as Record<string, string>, isTTY)).toBe(true);
  });

  test.each([
    { env: {}, isTTY: false, output: "a pipe" },
    { env: { TERM: "dumb" }, isTTY: true, output: "a terminal" },
    { env: { NO_COLOR: "1" }, isTTY: true, output: "a terminal" },
    { env: { FORCE_COLOR: "0" }, isTTY: true, output: "a terminal" },
  ])("are not used on $output with the environment $env", async ({ env, isTTY }) => {
    expect(await isColored(env as Record<string, string>, isTTY)).toBe(false);
  });

  test("mark an error on a terminal", async () => {
    const stderr = createRecorder({ isTTY: true });
    await runMain(["lst"], { stderr: stderr.stream });
    expect(stderr.text()).toContain("\u001B[31mrealtimekit-sessions:\u001B[39m Unknown command.");
  });
});

describe("progress on a terminal", () => {
  test("shows how far the listing is, and is removed at the end", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const stderr = createRecorder({ isTTY: true, columns: 80 });
    await runMain(["list"], { stderr: stderr.stream });
    // A leftover timer would keep the process alive.
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
    const lines = stderr.text().split("\r\u001B[K");
    expect(lines.map((line) => line.replace(/\d+\/s/, "n/s").replace(/ETA .*/, "ETA t"))).toEqual([
      "",
      "waiting for the API",
      "",
      "100 of 250 rows, page 1, n/s, ETA t",
      "",
      "200 of 250 rows, page 2, n/s, ETA t",
      "",
      "",
    ]);
  });

  test("counts up to the limit", async () => {
    const stderr = createRecorder({ isTTY: true, columns: 80 });
    await runMain(["list", "--limit", "150"], { stderr: stderr.stream });
    expect(stderr.text()).toContain("100 of 150 rows, page 1");
  });

  test("shows no total if the listing starts at a page number", async () => {
    const stderr = createRecorder({ isTTY: true, columns: 80 });
    await runMain(["list", "--page-no", "2"], { stderr: stderr.stream });
    expect(stderr.text()).toContain("100 rows, page 1");
  });

  test("shows the delay for a rate limit", async () => {
    const stderr = createRecorder({ isTTY: true, columns: 80 });
    const interrupt = new AbortController();
    const api = createFakeApi({ sessions: SESSIONS });
    const write = (text: string): boolean => {
      if (text.includes("waiting 300 s for a rate limit")) interrupt.abort();
      return true;
    };
    const { code } = await runMain(["list", "--format", "csv"], {
      stderr: Object.assign(stderr.stream, { write }),
      interrupted: interrupt.signal,
      api: async (input, init) => {
        const response = await api(input, init);
        return new Response(response.body, { headers: { ratelimit: '"default";r=0;t=300' } });
      },
    });
    expect(code).toBe(130);
  });
});

describe("a Retry-After of five minutes", () => {
  const rateLimited: FakeApi = () =>
    Promise.resolve(new Response("{}", { status: 429, headers: { "retry-after": "300" } }));

  test("is awaited with --max-retry-after, and shown", async () => {
    const stderr = createRecorder({ isTTY: true, columns: 80 });
    const interrupt = new AbortController();
    const write = (text: string): boolean => {
      if (text.includes("waiting 301 s for a rate limit")) interrupt.abort();
      return true;
    };
    const { code } = await runMain(["list", "--max-retry-after", "300"], {
      stderr: Object.assign(stderr.stream, { write }),
      interrupted: interrupt.signal,
      api: rateLimited,
    });
    expect(code).toBe(130);
  });

  test("fails otherwise, and the message names the option", async () => {
    const { code, stderr } = await runMain(["list"], { api: rateLimited });
    expect(stderr).toContain("returned 429. To wait longer, raise --max-retry-after (retry after 300 s)\n");
    expect(code).toBe(1);
  });
});

describe("a failed request", () => {
  test("is reported with the way to resume", async () => {
    const { code, stdout, stderr } = await runMain(["list", "--limit", "240"], {
      api: createRefusingApi("3", 403),
    });
    expect(readIds(stdout)).toHaveLength(200);
    expect(stderr).toMatch(/^realtimekit-sessions: GET \/accounts\/.*403.*\(cf-ray ray-1\)\n/);
    expect(stderr).toMatch(
      /\n200 sessions are written\. To resume, run the same command with --page-no 3 --limit 40\.\n$/,
    );
    expect(code).toBe(1);
  });

  test("is reported on a separate line of a terminal", async () => {
    const stderr = createRecorder({ isTTY: true, columns: 80 });
    const env = { ...ENV, NO_COLOR: "1" };
    await runMain(["list"], { stderr: stderr.stream, api: createRefusingApi("3", 403), env });
    expect(stderr.text()).toContain("\r\u001B[Krealtimekit-sessions: GET ");
    expect(stderr.text()).toMatch(/--page-no 3\.\n(\r\u001B\[K)?$/);
  });

  test("is resumed by the options of the hint without a gap", async () => {
    const before = await runMain(["list"], { api: createRefusingApi("3", 403) });
    const after = await runMain(["list", "--page-no", "3"]);
    expect(before.stdout + after.stdout).toBe((await runMain(["list"])).stdout);
  });

  test("after a page that only repeats sessions is resumed at its own page", async () => {
    // This API counts pages from 1, so its page 1 repeats the first one.
    const { stderr } = await runMain(["list"], { api: createRefusingApi("2", 403) });
    expect(stderr).toMatch(/\n100 sessions are written\. To resume, [^.]* with --page-no 2\.\n$/);
  });

  test("of the second page states that page 1 can be the first one", async () => {
    const api = createRefusingApi("1", 403);
    expect((await runMain(["list"], { api })).stderr).toMatch(
      /with --page-no 1\. If the API counts pages from 1, this page is already written\.\n$/,
    );
  });

  test("reports how long the account is blocked", async () => {
    const { stderr } = await runMain(["list"], {
      api: createRefusingApi("2", 429, { "retry-after": "300" }),
    });
    expect(stderr).toContain("(retry after 300 s, cf-ray ray-1)\n");
  });

  test("of a summary writes no sums and no hint", async () => {
    const { code, stdout, stderr } = await runMain(["summary"], { api: createRefusingApi("3", 403) });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  });

  test("of the first page has no hint", async () => {
    const api: FakeApi = () => Promise.resolve(new Response(null, { status: 403 }));
    expect((await runMain(["list"], { api })).stderr).toMatch(/^realtimekit-sessions: GET .*403[^\n]*\n$/);
  });

  test("is reported without the terminal commands in its message", async () => {
    const api: FakeApi = () => Promise.reject(new Error("No\u001B[2J\nway"));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const done = runMain(["list"], { api });
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect((await done).stderr).toContain("No [2J way");
  });
});
