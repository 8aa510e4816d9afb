import { describe, expect, test } from "vitest";
import type { Session, SessionList } from "../../generated/index.js";
import { createFakeApi, fakeApiDefaults, type FakeApiOptions } from "../../src/testing.js";

const { accountId, appId, apiToken } = fakeApiDefaults;
const PATH = `/accounts/${accountId}/realtime/kit/${appId}/sessions`;
const BASE = "https://api.test/v4";

function session(id: string, fields: Partial<Session> = {}): Session {
  return {
    id,
    associated_id: "meeting-1",
    created_at: "2026-06-01T09:00:00.000Z",
    live_participants: 0,
    max_concurrent_participants: 2,
    meeting_display_name: "Stand-up",
    minutes_consumed: 10,
    organization_id: appId,
    started_at: "2026-06-01T09:00:00.000Z",
    status: "ENDED",
    type: "meeting",
    updated_at: "2026-06-01T09:30:00.000Z",
    ...fields,
  };
}

/** Asks a fake for a path below its base URL, as the default client of it would. */
async function ask(options: FakeApiOptions, query = "", path = PATH, init: RequestInit = {}) {
  const response = await createFakeApi(options)(`${BASE}${path}?${query}`, {
    headers: { authorization: `Bearer ${apiToken}` },
    ...init,
  });
  return { response, status: response.status, body: (await response.json()) as SessionList };
}

/** The ids of the sessions in the answer, which must be a success. */
async function idsOf(options: FakeApiOptions, query?: string): Promise<string> {
  const { status, body } = await ask(options, query);
  expect(status).toBe(200);
  return (body.data?.sessions ?? []).map(({ id }) => id).join(" ");
}

describe("which sessions are listed", () => {
  const sessions = [
    session("a", { created_at: "2026-06-04T00:00:00Z", started_at: "2026-06-04T00:00:00Z", status: "LIVE" }),
    session("b", {
      created_at: "2026-06-03T00:00:00Z",
      started_at: "2026-06-03T00:00:00Z",
      minutes_consumed: 30,
      max_concurrent_participants: 10,
    }),
    session("c", {
      created_at: "2026-06-02T00:00:00Z",
      started_at: "2026-06-02T00:00:00Z",
      associated_id: "abcdef-ghijkl",
      meeting_display_name: "Physics",
      max_concurrent_participants: 11,
    }),
  ];

  test.each([
    { given: "no filter", query: "", want: "a b c" },
    { given: "a parameter that it does not know", query: "colour=red", want: "a b c" },
    { given: "a meeting", query: "associated_id=abcdef-ghijkl", want: "c" },
    { given: "a part of a meeting's id", query: "associated_id=abcdef", want: "" },
    { given: "a start, inclusive", query: "start_time=2026-06-03T00:00:00Z", want: "a b" },
    { given: "a start with an offset", query: "start_time=2026-06-03T02:00:01%2B02:00", want: "a" },
    { given: "an end, inclusive", query: "end_time=2026-06-03T00:00:00Z", want: "b c" },
    {
      given: "a range of dates",
      query: "start_time=2026-06-03T00:00:00Z&end_time=2026-06-03T00:00:00Z",
      want: "b",
    },
    { given: "the beginning of 1970", query: "start_time=1970-01-01T00:00:00.000Z", want: "a b c" },
    { given: "a number of participants", query: "participants=10", want: "b" },
    { given: "a range of participants, inclusive", query: "participants=2:10", want: "a b" },
    { given: "a status", query: "status=LIVE", want: "a" },
    { given: "a title in another case", query: "search=PHYS", want: "c" },
    { given: "a part of a meeting's id to search for", query: "search=F-GHI", want: "c" },
    { given: "a session's id to search for", query: "search=b", want: "b c" },
    { given: "two filters, one of which nothing passes", query: "status=LIVE&search=physics", want: "" },
    { given: "oldest first", query: "sort_order=ASC", want: "c b a" },
    { given: "minutes, equals in their given order", query: "sort_by=minutesConsumed", want: "b a c" },
    { given: "minutes, fewest first", query: "sort_by=minutesConsumed&sort_order=ASC", want: "a c b" },
  ])("$given", async ({ query, want }) => {
    expect(await idsOf({ sessions }, query)).toBe(want);
  });

  test("a function is asked at each request", async () => {
    let list = [session("old")];
    const fake = createFakeApi({ sessions: () => list });
    const request = new Request(`${BASE}${PATH}`, { headers: { authorization: `Bearer ${apiToken}` } });
    expect(await (await fake(request)).text()).toContain("old");
    list = [session("new")];
    expect(await (await fake(request)).text()).toContain("new");
  });

  test("the caller's list keeps its order", async () => {
    const given = [...sessions];
    await ask({ sessions: given }, "sort_order=ASC");
    expect(given).toEqual(sessions);
  });
});

describe("which page is answered", () => {
  const sessions = ["a", "b", "c", "d", "e"].map((id) => session(id));

  test.each<{ given: string; options?: Partial<FakeApiOptions>; query: string; want: string }>([
    { given: "no page_no", query: "per_page=2", want: "a b" },
    { given: "no page_no, pages from 0", options: { firstPage: 0 }, query: "per_page=2", want: "a b" },
    { given: "page 1", query: "per_page=2&page_no=1", want: "a b" },
    { given: "page 1, pages from 0", options: { firstPage: 0 }, query: "per_page=2&page_no=1", want: "c d" },
    { given: "the last page", query: "per_page=2&page_no=3", want: "e" },
    { given: "past the end", query: "per_page=2&page_no=4", want: "" },
    { given: "page 0 of pages from 1", query: "per_page=2&page_no=0", want: "a b" },
    { given: "no per_page", options: { defaultPerPage: 3 }, query: "", want: "a b c" },
    {
      given: "a per_page above the cap",
      options: { maxPerPage: 2 },
      query: "per_page=4&page_no=2",
      want: "c d",
    },
    { given: "a default above the cap", options: { maxPerPage: 2 }, query: "", want: "a b" },
    { given: "per_page of 0", query: "per_page=0", want: "" },
  ])("$given", async ({ options, query, want }) => {
    expect(await idsOf({ sessions, ...options }, query)).toBe(want);
  });

  test.each([
    { given: "a page in the middle", query: "page_no=2", want: [5, 3, 4] },
    { given: "the last page", query: "page_no=3", want: [5, 5, 5] },
    { given: "a page past the end", query: "page_no=4", want: [5, 0, 0] },
    { given: "a filter that nothing passes", query: "status=LIVE", want: [0, 0, 0] },
  ])("paging of $given: total, start and end", async ({ query, want }) => {
    const { body } = await ask({ sessions }, `per_page=2&${query}`);
    expect(body.paging).toEqual({ total_count: want[0], start_offset: want[1], end_offset: want[2] });
  });

  test("no paging where it is turned off", async () => {
    const { body } = await ask({ sessions, paging: false });
    expect(body).not.toHaveProperty("paging");
  });
});

describe("how it refuses", () => {
  const sessions = [session("a")];
  const detail = { code: expect.any(Number) as unknown, message: expect.stringMatching(/./) as unknown };
  const cloudflare = { success: false, errors: [detail], messages: [], result: null };
  const own = { success: false, error: detail };

  test.each<{
    given: string;
    status: number;
    envelope: object;
    options?: Partial<FakeApiOptions>;
    query?: string;
    path?: string;
    init?: RequestInit;
  }>([
    { given: "no token", status: 401, envelope: cloudflare, init: { headers: {} } },
    { given: "another token", status: 401, envelope: cloudflare, options: { apiToken: "secret-1" } },
    { given: "another account", status: 403, envelope: cloudflare, options: { accountId: "b" } },
    { given: "another app", status: 404, envelope: own, options: { appId: "b" } },
    { given: "another path", status: 404, envelope: cloudflare, path: `${PATH}/x/unknown` },
    { given: "another method", status: 405, envelope: cloudflare, init: { method: "POST" } },
    { given: "a page_no that is no number", status: 400, envelope: own, query: "page_no=one" },
    { given: "a page_no with a unit", status: 400, envelope: own, query: "page_no=1px" },
    { given: "a negative per_page", status: 400, envelope: own, query: "per_page=-1" },
    { given: "an unknown status", status: 400, envelope: own, query: "status=live" },
    { given: "an unknown key to sort by", status: 400, envelope: own, query: "sort_by=id" },
    { given: "an unknown order", status: 400, envelope: own, query: "sort_order=asc" },
    { given: "a time without its zone", status: 400, envelope: own, query: "end_time=2026-06-01T09:00" },
    { given: "a date without a time", status: 400, envelope: own, query: "start_time=2026-06-01" },
    { given: "a time without seconds", status: 400, envelope: own, query: "end_time=2026-06-01T09:00Z" },
    {
      given: "a day that does not exist",
      status: 400,
      envelope: own,
      query: "start_time=2026-13-01T00:00:00Z",
    },
    { given: "participants in words", status: 400, envelope: own, query: "participants=few" },
    {
      given: "page 0 where that is an error",
      status: 400,
      envelope: own,
      options: { belowFirstPage: "error" },
      query: "page_no=0",
    },
    {
      given: "a page past the end where that is an error",
      status: 404,
      envelope: own,
      options: { pastTheEnd: "error" },
      query: "page_no=2",
    },
  ])("$given: $status", async ({ status, envelope, options, query, path, init }) => {
    const answer = await ask({ sessions, ...options }, query, path, init);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual(envelope);
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|fake-api-token/);
  });

  test("an unknown word is answered by those that there are", async () => {
    const { body } = await ask({ sessions }, "status=live");
    expect(body).toMatchObject({ error: { message: 'status must be one of LIVE, ENDED, got "live".' } });
  });

  test("another method is answered by the one that is allowed, and nothing else tells it", async () => {
    const post = await ask({ sessions }, "", PATH, { method: "POST" });
    expect(post.response.headers.get("allow")).toBe("GET");
    const get = await ask({ sessions });
    expect(get.response.headers.has("allow")).toBe(false);
  });

  test("an empty first page is no error, also where pages past the end are", async () => {
    expect(await idsOf({ sessions: [], pastTheEnd: "error", belowFirstPage: "error" }, "page_no=1")).toBe("");
  });
});

describe("as a fetch", () => {
  const options = { sessions: [session("a")] };

  test("it tells the content type and a cf-ray of its own for each answer", async () => {
    const fake = createFakeApi(options);
    const [one, other] = [await fake(`${BASE}${PATH}`), await fake(`${BASE}${PATH}`)];
    expect(one.headers.get("content-type")).toMatch(/^application\/json/);
    expect(one.headers.get("cf-ray")).toMatch(/./);
    expect(other.headers.get("cf-ray")).not.toBe(one.headers.get("cf-ray"));
  });

  test.each(["my app:1", "my%20app:1", "my%20app%3A1"])(
    "the id `my app:1` is known as %s",
    async (written) => {
      const path = `/accounts/${accountId}/realtime/kit/${written}/sessions`;
      expect((await ask({ ...options, appId: "my app:1" }, "", path)).status).toBe(200);
    },
  );

  test.each([
    { given: "before the call", abort: "before" },
    { given: "while it is under way", abort: "during" },
  ])("an abort $given rejects with the signal's reason", async ({ abort }) => {
    const controller = new AbortController();
    const reason = new Error("enough");
    if (abort === "before") controller.abort(reason);
    const answer = createFakeApi(options)(`${BASE}${PATH}`, { signal: controller.signal });
    if (abort === "during") controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });
});
