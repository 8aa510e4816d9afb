import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Session } from "../../src/index.js";
import { createFakeApi, type FakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";
import type { RunningServer } from "../../scripts/serve.js";
import { runExample, serveApp } from "./run-example.js";

const servers: RunningServer[] = [];

/** Starts a fake API for an example. */
async function startApi(api: FakeApi): Promise<RunningServer> {
  const served = await serveApp(api);
  servers.push(served);
  return served;
}

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  await Promise.all(servers.splice(0).map(({ close }) => close()));
});

/** Creates a session with the given fields. */
function createSession(fields: Partial<Session>): Session {
  return Object.assign({}, ...generateSessions(1), fields) as Session;
}

describe("billing-by-meeting", () => {
  test("adds up only the minutes of the month for each meeting", async () => {
    const sessions = [
      createSession({
        id: "1",
        associated_id: "meeting-a",
        started_at: "2026-06-01T00:00:00Z",
        minutes_consumed: 5,
      }),
      createSession({
        id: "2",
        associated_id: "meeting-b",
        started_at: "2026-06-30T23:59:59Z",
        minutes_consumed: 40,
      }),
      createSession({
        id: "3",
        associated_id: "meeting-a",
        started_at: "2026-06-15T12:00:00Z",
        minutes_consumed: 7,
      }),
      createSession({
        id: "4",
        associated_id: "meeting-a",
        started_at: "2026-07-01T00:00:00Z",
        minutes_consumed: 99,
      }),
    ].map((session) => ({ ...session, created_at: session.started_at }));
    await startApi(createFakeApi({ sessions }));
    const { lines } = await runExample("billing-by-meeting", "2026-06");
    expect(lines).toEqual(["meeting-b        40 min", "meeting-a        12 min"]);
  });

  test("counts sessions without minutes separately", async () => {
    const time = "2026-06-15T12:00:00Z";
    const fields = { associated_id: "meeting-a", created_at: time, started_at: time };
    const sessions = [
      createSession({ ...fields, id: "1", minutes_consumed: 3 }),
      { ...createSession({ ...fields, id: "2" }), minutes_consumed: null } as unknown as Session,
    ];
    await startApi(createFakeApi({ sessions }));
    const { lines, errors } = await runExample("billing-by-meeting", "2026-06");
    expect(lines).toEqual(["meeting-a         3 min"]);
    expect(errors).toEqual(["1 sessions have no minutes yet."]);
  });
});

describe("attendance-report", () => {
  test("adds up the sessions and minutes of each person in the month", async () => {
    const fields = { max_concurrent_participants: 2, minutes_consumed: 30, status: "ENDED" } as const;
    const sessions = [
      createSession({ ...fields, id: "1", started_at: "2026-06-01T09:00:00Z" }),
      createSession({ ...fields, id: "2", started_at: "2026-06-02T09:00:00Z" }),
      createSession({ ...fields, id: "3", started_at: "2026-07-02T09:00:00Z" }),
    ];
    await startApi(createFakeApi({ sessions }));
    const { lines } = await runExample("attendance-report", "2026-06");
    const cells = lines.slice(1).map((line) => line.replaceAll('"', "").split(","));
    expect(lines[0]).toBe("person,name,sessions,minutes");
    expect(cells.map(([person, , count]) => [person, count])).toEqual([
      ["user-1", "2"],
      ["user-2", "2"],
    ]);
    expect(cells.reduce((sum, [, , , minutes]) => sum + Number(minutes), 0)).toBeCloseTo(60, 0);
  });
});

describe("watch-live-sessions", () => {
  test("does not report sessions as ended because of one empty list", async () => {
    const live = [createSession({ id: "1", status: "LIVE", meeting_display_name: "Stand-up" })];
    let listings = 0;
    await startApi(createFakeApi({ sessions: () => (++listings === 2 ? [] : live) }));
    const { lines } = await runExample("watch-live-sessions", "2", "0");
    expect(lines).toEqual(["began  1  Stand-up"]);
  });

  test("reports sessions as ended once a second empty list confirms it", async () => {
    const live = [createSession({ id: "1", status: "LIVE", meeting_display_name: "Stand-up" })];
    let listings = 0;
    await startApi(createFakeApi({ sessions: () => (++listings > 1 ? [] : live) }));
    const { lines } = await runExample("watch-live-sessions", "2", "0");
    expect(lines).toEqual(["began  1  Stand-up", "ended  1  Stand-up"]);
  });
});

describe("stuck-sessions", () => {
  test("reports only the live sessions that are old or empty", async () => {
    const now = new Date().toISOString();
    const sessions = [
      createSession({ id: "old", status: "LIVE", started_at: "2026-01-01T00:00:00Z", live_participants: 2 }),
      createSession({ id: "empty", status: "LIVE", started_at: now, live_participants: 0 }),
      createSession({ id: "fine", status: "LIVE", started_at: now, live_participants: 3 }),
      createSession({
        id: "ended",
        status: "ENDED",
        started_at: "2026-01-01T00:00:00Z",
        live_participants: 0,
      }),
    ];
    await startApi(createFakeApi({ sessions }));
    const { lines } = await runExample("stuck-sessions", "24");
    expect(lines.map((line) => line.split("  ")[0]).sort()).toEqual(["empty", "old"]);
  });
});

describe("resumable-export", () => {
  const sessions = generateSessions(450);
  const ids = sessions.map(({ id }) => id).toSorted();
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "export-"));
    file = join(folder, "sessions.ndjson");
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const readIds = (path: string): string[] =>
    readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as Session).id);

  /** Starts an API that rejects page 3, and returns a function that repairs it. */
  async function startFailingApi(): Promise<() => void> {
    const api = createFakeApi({ sessions, firstPage: 1 });
    let isFailing = true;
    await startApi((input, init) => {
      const page = new URL((input as Request).url).searchParams.get("page_no");
      return isFailing && page === "3"
        ? Promise.resolve(new Response(null, { status: 403 }))
        : api(input, init);
    });
    return () => {
      isFailing = false;
    };
  }

  test("resumes an interrupted export without losing or repeating a session", async () => {
    const repair = await startFailingApi();
    await expect(runExample("resumable-export", file)).rejects.toThrow("403");
    repair();
    await runExample("resumable-export", file);
    expect(readIds(file).toSorted()).toEqual(ids);
    expect(readdirSync(folder)).toEqual(["sessions.ndjson"]);
  });

  test("replaces the sessions that were written after the last saved state", async () => {
    const repair = await startFailingApi();
    await expect(runExample("resumable-export", file)).rejects.toThrow("403");
    appendFileSync(`${file}.part`, `${JSON.stringify(sessions[449])}\n{"id":`);
    repair();
    await runExample("resumable-export", file);
    expect(readIds(file).toSorted()).toEqual(ids);
  });

  test("completes an export that was interrupted after the last page", async () => {
    let requests = 0;
    await startApi(() => Promise.reject(new Error(`request ${++requests}`)));
    const lines = '{"id":"1"}\n';
    writeFileSync(`${file}.part`, lines);
    const state = { count: 1, bytes: lines.length, ids: ["1"], nextPageNo: null };
    writeFileSync(`${file}.state`, JSON.stringify(state));
    await runExample("resumable-export", file);
    expect(readIds(file)).toEqual(["1"]);
    expect(requests).toBe(0);
  });

  test("does not write to an export that is complete", async () => {
    await startApi(createFakeApi({ sessions }));
    writeFileSync(file, "complete");
    await expect(runExample("resumable-export", file)).rejects.toThrow("exists already");
    expect(readFileSync(file, "utf8")).toBe("complete");
  });
});

describe("worker", () => {
  test("returns the number of live sessions and participants", async () => {
    const sessions = [
      createSession({ id: "1", status: "LIVE", live_participants: 2 }),
      createSession({ id: "2", status: "LIVE", live_participants: 3 }),
      createSession({ id: "3", status: "ENDED", live_participants: 0 }),
    ];
    const { url } = await startApi(createFakeApi({ sessions }));
    const { default: worker } = await import("../../examples/worker.js");
    const response = await worker.fetch(new Request("https://worker.example/"), {
      CLOUDFLARE_ACCOUNT_ID: fakeApiDefaults.accountId,
      REALTIMEKIT_APP_ID: fakeApiDefaults.appId,
      CLOUDFLARE_API_TOKEN: fakeApiDefaults.apiToken,
      REALTIMEKIT_BASE_URL: url,
    });
    expect(await response.json()).toEqual({ live: 2, participants: 5 });
  });
});

describe("proxy", () => {
  let proxy: Server;
  afterEach(() => {
    proxy.close();
  });

  test("sends its requests through the proxy", async () => {
    await startApi(createFakeApi({ sessions: generateSessions(3) }));
    const targets: string[] = [];
    proxy = createServer();
    proxy.on("connect", ({ url = "" }, client) => {
      targets.push(url);
      const [host, port] = url.split(":");
      const upstream = connect(Number(port), host, () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        upstream.pipe(client).pipe(upstream);
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    vi.stubEnv("HTTPS_PROXY", `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    const { lines } = await runExample("proxy");
    expect(lines[0]).toMatch(/^3 sessions, through http/);
    expect(targets).toHaveLength(1);
  });
});

describe("msw", () => {
  test("lists the sessions of the fake API through MSW", async () => {
    const { lines } = await runExample("msw");
    expect(lines).toEqual(["250 sessions from the mocked API"]);
  });
});

test("every example has a test", () => {
  const text = readFileSync(new URL(import.meta.url), "utf8");
  const names = readdirSync(new URL("../../examples/", import.meta.url))
    .map((file) => file.replace(".ts", ""))
    .filter((name) => name !== "client");
  expect(names.filter((name) => !text.includes(`describe("${name}"`))).toEqual([]);
});
