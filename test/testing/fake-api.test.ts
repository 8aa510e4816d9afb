import { describe, expect, test } from "vitest";
import type { Session, SessionList } from "../../generated/index.js";
import { createFakeApi, fakeApiDefaults, type FakeApiOptions } from "../../src/testing.js";

const { accountId, appId, apiToken } = fakeApiDefaults;
const PATH = `/accounts/${accountId}/realtime/kit/${appId}/sessions`;
const BASE = "https://api.test/v4";

function createSession(id: string, fields: Partial<Session> = {}): Session {
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

/** Requests a path below the base URL of a fake API, by default with its token. */
async function request(options: FakeApiOptions, query = "", path = PATH, init: RequestInit = {}) {
  const response = await createFakeApi(options)(`${BASE}${path}?${query}`, {
    headers: { authorization: `Bearer ${apiToken}` },
    ...init,
  });
  return { response, status: response.status, body: (await response.json()) as SessionList };
}

/** Returns the ids of the sessions in a successful response. */
async function listIds(options: FakeApiOptions, query?: string): Promise<string> {
  const { status, body } = await request(options, query);
  expect(status).toBe(200);
  return (body.data?.sessions ?? []).map(({ id }) => id).join(" ");
}

describe("the list of a fake API", () => {
  const sessions = [
    createSession("a", {
      created_at: "2026-06-04T00:00:00Z",
      started_at: "2026-06-04T00:00:00Z",
      status: "LIVE",
    }),
    createSession("b", {
      created_at: "2026-06-03T00:00:00Z",
      started_at: "2026-06-03T00:00:00Z",
      minutes_consumed: 30,
      max_concurrent_participants: 10,
    }),
    createSession("c", {
      created_at: "2026-06-02T00:00:00Z",
      started_at: "2026-06-02T00:00:00Z",
      associated_id: "abcdef-ghijkl",
      meeting_display_name: "Physics",
      max_concurrent_participants: 11,
    }),
  ];

  test.each([
    { given: "without a filter", query: "", expected: "a b c" },
    { given: "with an unknown parameter", query: "color=red", expected: "a b c" },
    { given: "of a meeting", query: "associated_id=abcdef-ghijkl", expected: "c" },
    { given: "of no meeting for a part of its id", query: "associated_id=abcdef", expected: "" },
    { given: "from a start time, inclusive", query: "start_time=2026-06-03T00:00:00Z", expected: "a b" },
    {
      given: "from a start time with a UTC offset",
      query: "start_time=2026-06-03T02:00:01%2B02:00",
      expected: "a",
    },
    { given: "up to an end time, inclusive", query: "end_time=2026-06-03T00:00:00Z", expected: "b c" },
    {
      given: "in a range of times, inclusive",
      query: "start_time=2026-06-03T00:00:00Z&end_time=2026-06-03T00:00:00Z",
      expected: "b",
    },
    { given: "from the beginning of 1970", query: "start_time=1970-01-01T00:00:00.000Z", expected: "a b c" },
    { given: "with a number of participants", query: "participants=10", expected: "b" },
    { given: "with a range of participants, inclusive", query: "participants=2:10", expected: "a b" },
    { given: "with a status", query: "status=LIVE", expected: "a" },
    { given: "with a title that is searched for in another case", query: "search=PHYS", expected: "c" },
    { given: "of a meeting whose id is searched for in part", query: "search=F-GHI", expected: "c" },
    { given: "with an id that is searched for", query: "search=b", expected: "b c" },
    { given: "that match both of two filters", query: "status=LIVE&search=physics", expected: "" },
    { given: "from the oldest to the newest", query: "sort_order=ASC", expected: "c b a" },
    {
      given: "by minutes, keeping the order of equal ones",
      query: "sort_by=minutesConsumed",
      expected: "b a c",
    },
    { given: "by minutes, fewest first", query: "sort_by=minutesConsumed&sort_order=ASC", expected: "a c b" },
  ])("lists the sessions $given", async ({ query, expected }) => {
    expect(await listIds({ sessions }, query)).toBe(expected);
  });

  test("calls the function that provides the sessions for each request", async () => {
    let list = [createSession("old")];
    const fake = createFakeApi({ sessions: () => list });
    const input = new Request(`${BASE}${PATH}`, { headers: { authorization: `Bearer ${apiToken}` } });
    expect(await (await fake(input)).text()).toContain("old");
    list = [createSession("new")];
    expect(await (await fake(input)).text()).toContain("new");
  });

  test("searches sessions without a title by their ids", async () => {
    const untitled = createSession("untitled");
    Reflect.deleteProperty(untitled, "meeting_display_name");
    expect(await listIds({ sessions: [untitled, createSession("a")] }, "search=titled")).toBe("untitled");
  });

  test("does not reorder the caller's list", async () => {
    const given = [...sessions];
    await request({ sessions: given }, "sort_order=ASC");
    expect(given).toEqual(sessions);
  });
});

describe("a page of a fake API", () => {
  const sessions = ["a", "b", "c", "d", "e"].map((id) => createSession(id));

  test.each<{ given: string; options?: Partial<FakeApiOptions>; query: string; expected: string }>([
    { given: "the first page without page_no", query: "per_page=2", expected: "a b" },
    {
      given: "the first page without page_no, if the first page number is 0",
      options: { firstPage: 0 },
      query: "per_page=2",
      expected: "a b",
    },
    { given: "the first page for page_no 1", query: "per_page=2&page_no=1", expected: "a b" },
    {
      given: "the second page for page_no 1, if the first page number is 0",
      options: { firstPage: 0 },
      query: "per_page=2&page_no=1",
      expected: "c d",
    },
    { given: "the last page", query: "per_page=2&page_no=3", expected: "e" },
    { given: "an empty page past the end", query: "per_page=2&page_no=4", expected: "" },
    {
      given: "the first page for page_no 0, if the first page number is 1",
      query: "per_page=2&page_no=0",
      expected: "a b",
    },
    {
      given: "the default page size without per_page",
      options: { defaultPerPage: 3 },
      query: "",
      expected: "a b c",
    },
    {
      given: "the maximum page size for a larger per_page",
      options: { maxPerPage: 2 },
      query: "per_page=4&page_no=2",
      expected: "c d",
    },
    {
      given: "the maximum page size for a larger default",
      options: { maxPerPage: 2 },
      query: "",
      expected: "a b",
    },
    { given: "an empty page for per_page 0", query: "per_page=0", expected: "" },
    {
      given: "a page before the end, if pages past the end are errors",
      options: { pastTheEnd: "error" },
      query: "per_page=2&page_no=2",
      expected: "c d",
    },
    {
      given: "the last page again past the end",
      options: { pastTheEnd: "last" },
      query: "per_page=2&page_no=4",
      expected: "e",
    },
    {
      given: "the full last page again past the end",
      options: { pastTheEnd: "last", firstPage: 0 },
      query: "per_page=5&page_no=1",
      expected: "a b c d e",
    },
    {
      given: "the first page again past the end",
      options: { pastTheEnd: "first" },
      query: "per_page=2&page_no=4",
      expected: "a b",
    },
  ])("returns $given", async ({ options, query, expected }) => {
    expect(await listIds({ sessions, ...options }, query)).toBe(expected);
  });

  test.each([
    { given: "a middle page", query: "page_no=2", expected: [5, 3, 4] },
    { given: "the last page", query: "page_no=3", expected: [5, 5, 5] },
    { given: "a page past the end", query: "page_no=4", expected: [5, 0, 0] },
    { given: "an empty list", query: "status=LIVE", expected: [0, 0, 0] },
  ])("has the total and the offsets for $given", async ({ query, expected }) => {
    const { body } = await request({ sessions }, `per_page=2&${query}`);
    expect(body.success).toBe(true);
    expect(body.paging).toEqual({
      total_count: expected[0],
      start_offset: expected[1],
      end_offset: expected[2],
    });
  });

  test("is empty for an empty list, even if pages past the end are errors", async () => {
    expect(await listIds({ sessions: [], pastTheEnd: "error", belowFirstPage: "error" }, "page_no=1")).toBe(
      "",
    );
  });

  test("has no paging if it is disabled", async () => {
    const { body } = await request({ sessions, paging: false });
    expect(body).not.toHaveProperty("paging");
  });
});

describe("an invalid request to a fake API", () => {
  const sessions = [createSession("a")];
  const detail = { code: expect.any(Number) as unknown, message: expect.stringMatching(/./) as unknown };
  const cloudflareEnvelope = { success: false, errors: [detail], messages: [], result: null };
  const ownEnvelope = { success: false, error: detail };

  test.each<{
    given: string;
    status: number;
    envelope: object;
    options?: Partial<FakeApiOptions>;
    query?: string;
    path?: string;
    init?: RequestInit;
  }>([
    { given: "no token", status: 401, envelope: cloudflareEnvelope, init: { headers: {} } },
    { given: "another token", status: 401, envelope: cloudflareEnvelope, options: { apiToken: "secret-1" } },
    { given: "another account", status: 403, envelope: cloudflareEnvelope, options: { accountId: "b" } },
    { given: "another app", status: 404, envelope: ownEnvelope, options: { appId: "b" } },
    { given: "another path", status: 404, envelope: cloudflareEnvelope, path: `${PATH}/x/unknown` },
    { given: "another method", status: 405, envelope: cloudflareEnvelope, init: { method: "POST" } },
    { given: "a page_no that is not a number", status: 400, envelope: ownEnvelope, query: "page_no=one" },
    { given: "a page_no with a unit", status: 400, envelope: ownEnvelope, query: "page_no=1px" },
    { given: "a negative per_page", status: 400, envelope: ownEnvelope, query: "per_page=-1" },
    { given: "an unknown status", status: 400, envelope: ownEnvelope, query: "status=live" },
    { given: "an unknown key to sort by", status: 400, envelope: ownEnvelope, query: "sort_by=id" },
    { given: "an unknown order", status: 400, envelope: ownEnvelope, query: "sort_order=asc" },
    {
      given: "a time without its zone",
      status: 400,
      envelope: ownEnvelope,
      query: "end_time=2026-06-01T09:00",
    },
    { given: "a date without a time", status: 400, envelope: ownEnvelope, query: "start_time=2026-06-01" },
    {
      given: "a time without seconds",
      status: 400,
      envelope: ownEnvelope,
      query: "end_time=2026-06-01T09:00Z",
    },
    {
      given: "a day that does not exist",
      status: 400,
      envelope: ownEnvelope,
      query: "start_time=2026-13-01T00:00:00Z",
    },
    {
      given: "a number of participants that is a word",
      status: 400,
      envelope: ownEnvelope,
      query: "participants=few",
    },
    {
      given: "page 0 if that is an error",
      status: 400,
      envelope: ownEnvelope,
      options: { belowFirstPage: "error" },
      query: "page_no=0",
    },
    {
      given: "a page past the end if that is an error",
      status: 404,
      envelope: ownEnvelope,
      options: { pastTheEnd: "error" },
      query: "page_no=2",
    },
  ])(
    "is rejected for $given with status $status",
    async ({ status, envelope, options, query, path, init }) => {
      const response = await request({ sessions, ...options }, query, path, init);
      expect(response.status).toBe(status);
      expect(response.body).toEqual(envelope);
      expect(JSON.stringify(response.body)).not.toMatch(/secret|fake-api-token/);
    },
  );

  test("is rejected for an unknown status with a list of the supported ones", async () => {
    const { body } = await request({ sessions }, "status=live");
    expect(body).toMatchObject({ error: { message: 'status must be one of LIVE, ENDED, got "live".' } });
  });

  test("is rejected for another method with an Allow header", async () => {
    const post = await request({ sessions }, "", PATH, { method: "POST" });
    expect(post.response.headers.get("allow")).toBe("GET");
    const get = await request({ sessions });
    expect(get.response.headers.has("allow")).toBe(false);
    const summary = await request({ sessions }, "", `${PATH}/a/summary`, { method: "PUT" });
    expect(summary.response.headers.get("allow")).toBe("GET, POST");
  });
});

describe("the fetch of a fake API", () => {
  const options = { sessions: [createSession("a")] };

  test("returns the content type and a unique cf-ray", async () => {
    const fake = createFakeApi(options);
    const [first, second] = [await fake(`${BASE}${PATH}`), await fake(`${BASE}${PATH}`)];
    expect(first.headers.get("content-type")).toMatch(/^application\/json/);
    expect(first.headers.get("cf-ray")).toBe("0000000000000001-FAKE");
    expect(second.headers.get("cf-ray")).toBe("0000000000000002-FAKE");
  });

  test.each(["my app:1", "my%20app:1", "my%20app%3A1"])(
    "accepts the id `my app:1` written as %s",
    async (segment) => {
      const path = `/accounts/${accountId}/realtime/kit/${segment}/sessions`;
      expect((await request({ ...options, appId: "my app:1" }, "", path)).status).toBe(200);
    },
  );

  test("rejects with the signal's reason after an abort before the call", async () => {
    const reason = new Error("enough");
    const response = createFakeApi(options)(`${BASE}${PATH}`, { signal: AbortSignal.abort(reason) });
    await expect(response).rejects.toBe(reason);
  });

  test("rejects with an AbortError if the signal of another implementation has no reason", async () => {
    const signal = { aborted: true } as AbortSignal;
    await expect(createFakeApi(options)(`${BASE}${PATH}`, { signal })).rejects.toMatchObject({
      name: "AbortError",
      message: "Aborted",
    });
  });

  test("rejects with the signal's reason after an abort during the call", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const response = createFakeApi(options)(`${BASE}${PATH}`, { signal: controller.signal });
    controller.abort(reason);
    await expect(response).rejects.toBe(reason);
  });
});

describe("createFakeApi", () => {
  test.each([
    { options: { session: [] }, message: "Unknown option session. Did you mean sessions?" },
    { options: {}, message: "sessions is required." },
    { options: { sessions: {} }, message: "sessions must be an array or a function." },
    { options: { sessions: [], firstPage: 2 }, message: "firstPage must be one of 0, 1, got 2." },
    { options: { sessions: [], pastTheEnd: "404" }, message: 'pastTheEnd must be one of empty, error, last, first, got "404".' },
    { options: [], message: "The options must be an object, got an array." },
  ])("rejects the options $options", ({ options, message }) => {
    expect(() => createFakeApi(options as unknown as FakeApiOptions)).toThrow(new TypeError(message));
  }); // prettier-ignore

  test("uses the default of an option that is undefined", async () => {
    const options = { sessions: [], apiToken: undefined } as unknown as FakeApiOptions;
    expect((await request(options)).status).toBe(200);
  });
});
