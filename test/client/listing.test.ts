import { describe, expect, test } from "vitest";
import {
  createSessionList,
  createSessionsClient,
  type FetchInit,
  type RequestUrl,
  type Session,
  type SessionsClient,
} from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, type FakeApiOptions, generateSessions } from "../../src/testing.js";
import { getIds } from "../get-ids.js";
import { getRejection } from "../thrown.js";
import { createClientFor, setUp } from "./create-client.js";

/** Creates a client that receives a server error for page 2. */
function createClientWithoutPage2(options: FakeApiOptions): SessionsClient {
  const api = createFakeApi(options);
  const fetch = (url: RequestUrl, init?: FetchInit) =>
    url.searchParams.get("page_no") === "2"
      ? Promise.resolve(new Response(null, { status: 500 }))
      : api(url, init);
  return createSessionsClient({ ...fakeApiDefaults, fetch, maxRetries: 0 });
}

async function readAll<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const listed: Item[] = [];
  for await (const item of items) listed.push(item);
  return listed;
}

test("the listing without a client yields the same sessions", async () => {
  const sessions = generateSessions(30);
  const list = createSessionList({ ...fakeApiDefaults, fetch: createFakeApi({ sessions }) });
  expect(await list.collect({ per_page: 7 }, { limit: 99 })).toEqual(sessions);
});

describe("list", () => {
  test("sends exactly one request, with the query and the token", async () => {
    const { client, requests } = setUp(30);
    const page = await client.list({ status: "ENDED", per_page: 5, page_no: 2 });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET https://api.cloudflare.com/client/v4/accounts/023e105f4ecef8ad9ca31a8372d0c353/realtime/kit/" +
        "2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10/sessions?page_no=2&per_page=5&status=ENDED",
    ]);
    expect(requests[0]?.headers.get("authorization")).toBe("Bearer fake-api-token");
    expect(page.sessions.length).toBe(5);
    expect(page.pageNo).toBe(2);
    expect(page.body.paging).toMatchObject({ start_offset: 6, end_offset: 10 });
    expect(page.response.status).toBe(200);
    expect(page.response.headers.get("cf-ray")).toMatch(/FAKE$/);
  });

  test("requests 100 sessions by default", async () => {
    const { client, queries } = setUp(3);
    await client.list();
    expect(queries).toEqual([{ per_page: "100" }]);
  });

  test("accepts a Date or ISO text as a time, and does not change the caller's object", async () => {
    const { client, queries } = setUp(3);
    const query = Object.freeze({
      start_time: new Date("2026-06-01T00:00:00Z"),
      end_time: "2026-07-01T00:00:00Z",
      search: undefined,
    });
    await client.list(query);
    expect(queries).toEqual([
      { per_page: "100", start_time: "2026-06-01T00:00:00.000Z", end_time: "2026-07-01T00:00:00Z" },
    ]);
  });
});

describe("iterate", () => {
  test.each([
    { firstPage: 0, paging: true, maxPerPage: 100 },
    { firstPage: 1, paging: true, maxPerPage: 100 },
    { firstPage: 0, paging: false, maxPerPage: 20 },
    { firstPage: 1, paging: false, maxPerPage: 20 },
    { firstPage: 1, paging: true, maxPerPage: 20 },
  ] as const)(
    "yields every session once (page numbers from $firstPage, paging: $paging, at most $maxPerPage per page)",
    async (api) => {
      const { client } = setUp(250, api);
      const onePage = setUp(250, { ...api, maxPerPage: 250 });
      const { sessions } = await onePage.client.list({ per_page: 250 });
      expect(getIds(await readAll(client.iterate()))).toEqual(getIds(sessions));
      expect(getIds(await readAll(client.iterate({}, { concurrency: 4 })))).toEqual(getIds(sessions));
    },
  );

  test("sends the filters of the query for each page", async () => {
    const { client, queries } = setUp(60);
    const live = await readAll(client.iterate({ status: "LIVE", per_page: 2 }));
    const expected = generateSessions(60).filter(({ status }) => status === "LIVE");
    expect(getIds(live)).toEqual(getIds(expected));
    expect(queries.every(({ status, per_page }) => status === "LIVE" && per_page === "2")).toBe(true);
  });

  test("requests no further page after a break", async () => {
    const { client, queries } = setUp(300, { firstPage: 0 });
    let count = 0;
    for await (const session of client.iterate()) if (session.id && ++count === 150) break;
    expect(queries.length).toBe(2);
  });

  test("detects the first page number once for all listings of a client", async () => {
    const { client, queries } = setUp(250, { firstPage: 1 });
    await readAll(client.iterate());
    expect(queries.map(({ page_no }) => page_no)).toEqual([undefined, "1", "2", "3"]);
    await readAll(client.iterate());
    expect(queries.slice(4).map(({ page_no }) => page_no)).toEqual([undefined, "2", "3"]);
  });

  test("yields no session twice while new sessions begin", async () => {
    const sessions = generateSessions(30).sort((a, b) => b.created_at.localeCompare(a.created_at));
    const existing = sessions.slice(9);
    const { client, queries } = setUp(0, {
      sessions: () => sessions.slice(Math.max(0, 9 - 3 * queries.length)),
    });
    const listed = getIds(await readAll(client.iterate({ per_page: 4 })));
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(getIds(existing)));
  });
});

describe("pages", () => {
  test("yields plain objects without getters, which V8 would free late", async () => {
    const { client } = setUp(3);
    const [page] = await readAll(client.pages());
    const getters = Object.entries(Object.getOwnPropertyDescriptors(page)).filter(
      ([, each]) => !("value" in each),
    );
    expect(getters).toEqual([]);
  });

  test("yields an empty list as one empty page", async () => {
    const { client } = setUp(0);
    const pages = await readAll(client.pages());
    expect(pages.map(({ sessions, nextPageNo }) => ({ sessions, nextPageNo }))).toEqual([
      { sessions: [], nextPageNo: null },
    ]);
  });

  test("returns the number of the next page, from which another listing resumes without a gap", async () => {
    const { client } = setUp(95, { firstPage: 1 });
    const expected = getIds(await readAll(client.iterate({ per_page: 10 })));
    const listed: string[] = [];
    let next: number | null = null;
    for await (const page of client.pages({ per_page: 10 })) {
      listed.push(...getIds(page.sessions));
      next = page.nextPageNo;
      if (listed.length === 40) break;
    }
    for await (const page of client.pages({ per_page: 10, page_no: next ?? undefined }))
      listed.push(...getIds(page.sessions));
    expect(listed).toEqual(expected);
  });

  test("throws an error with the number of the failed page", async () => {
    let requests = 0;
    const fail = (): never => {
      throw new TypeError("reset");
    };
    const { client } = setUp(95, {
      firstPage: 0,
      sessions: () => (++requests < 4 ? generateSessions(95) : fail()),
    });
    const error = await getRejection(readAll(client.pages({ per_page: 10 }, { maxRetries: 0 })));
    expect(error).toMatchObject({ name: "ConnectionError", pageNo: 3 });
  });

  test("sends no request before the first step, but rejects an invalid query at once", () => {
    const { client, queries } = setUp(5);
    client.pages();
    expect(() => client.pages({ per_page: 0 })).toThrow(RangeError);
    expect(queries).toEqual([]);
  });
});

describe("collect", () => {
  test("accepts a page with more sessions than a function call can have arguments", async () => {
    const sessions = Array.from({ length: 150_000 }, (_, index) => ({ id: String(index) }));
    const paging = { total_count: sessions.length, start_offset: 1, end_offset: sessions.length };
    let requests = 0;
    const client = createClientFor(() =>
      Response.json(requests++ ? { data: { sessions: [] } } : { data: { sessions }, paging }),
    );
    expect((await client.collect({}, { limit: 1_000_000 })).length).toBe(150_000);
  });

  test("requests and collects no more sessions than the limit", async () => {
    const { client, queries } = setUp(300);
    expect((await client.collect({ sort_order: "DESC" }, { limit: 1 })).length).toBe(1);
    expect(queries).toEqual([{ per_page: "1", sort_order: "DESC" }]);
    expect((await client.collect({}, { limit: 150 })).length).toBe(150);
    expect((await client.collect(undefined, { limit: 1000 })).length).toBe(300);
  });

  test("reads ahead no further than the limit", async () => {
    const { client, queries } = setUp(900, { firstPage: 0 });
    expect((await client.collect({}, { limit: 250, concurrency: 4 })).length).toBe(250);
    expect(queries.length).toBe(3);
  });
});

describe("a signal", () => {
  test("ends a listing with its unchanged reason, without a further request", async () => {
    const { client, queries } = setUp(300);
    const controller = new AbortController();
    const reason = new Error("enough");
    const listing = client.iterate({}, { signal: controller.signal });
    await listing.next();
    controller.abort(reason);
    expect(await getRejection(readAll(listing))).toBe(reason);
    expect(queries.length).toBe(1);
  });

  test.each([80, 180])("ends a listing of %i sessions within a page", async (length) => {
    const { client } = setUp(length);
    const controller = new AbortController();
    const listed: Session[] = [];
    const listUntilAbort = async (): Promise<void> => {
      for await (const session of client.iterate({}, { signal: controller.signal }))
        if (listed.push(session) === 3) controller.abort();
    };
    expect(await getRejection(listUntilAbort())).toMatchObject({ name: "AbortError" });
    expect(listed).toHaveLength(3);
  });

  test("that is already aborted prevents any request", async () => {
    const { client, queries } = setUp(3);
    const reason = new Error("too late");
    const signal = AbortSignal.abort(reason);
    expect(await getRejection(client.list({}, { signal }))).toBe(reason);
    expect(await getRejection(client.iterate({}, { signal }).next())).toBe(reason);
    expect(queries).toEqual([]);
  });
});

test("a server error past a full last page ends the listing if the total shows that no sessions follow", async () => {
  const client = createClientWithoutPage2({ sessions: generateSessions(200), firstPage: 0 });
  expect(await client.collect({ per_page: 100 }, { limit: 1000 })).toHaveLength(200);
});

test("a server error before the end of the list ends the listing in an error", async () => {
  const client = createClientWithoutPage2({ sessions: generateSessions(250), firstPage: 0 });
  await expect(client.collect({ per_page: 100 }, { limit: 1000 })).rejects.toMatchObject({ status: 500 });
});

test("a listing that starts at a page number continues to the end of the list", async () => {
  const { client } = setUp(6);
  const rest = await client.collect({ page_no: 2, per_page: 2 }, { limit: 10 });
  expect(getIds(rest)).toEqual(getIds(generateSessions(6).slice(2)));
});

test("a failed page of a list without a total is an error and not the end of the list", async () => {
  const client = createClientWithoutPage2({ sessions: generateSessions(6), paging: false });
  const error = await getRejection(client.collect({ per_page: 2 }, { limit: 10 }));
  expect(error).toMatchObject({ name: "ApiError", status: 500, pageNo: 2 });
});

test("a listing aborts its pending requests when the caller stops iterating", async () => {
  const fake = createFakeApi({ sessions: generateSessions(20), firstPage: 0 });
  const pending: AbortSignal[] = [];
  const { client } = setUp(
    20,
    {},
    {
      fetch: (request, init) => {
        if (!/page_no=[23]/.test(request.url)) return fake(request, init);
        const { signal } = new Request(request, init);
        pending.push(signal);
        return new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reject(signal.reason as Error);
          });
        });
      },
    },
  );
  let pages = 0;
  for await (const { sessions } of client.pages({ per_page: 2 }, { concurrency: 3 })) {
    expect(sessions).toHaveLength(2);
    if (++pages === 2) break;
  }
  expect(pending.map(({ aborted }) => aborted)).toEqual([true, true]);
});

test("a listing that ends in an error aborts its pending requests", async () => {
  const fake = createFakeApi({ sessions: generateSessions(20), firstPage: 0 });
  const pending: AbortSignal[] = [];
  const client = createSessionsClient({
    ...fakeApiDefaults,
    fetch: (url, init) => {
      const pageNo = url.searchParams.get("page_no");
      if (pageNo === null) return fake(url, init);
      if (pageNo === "1") return Promise.resolve(new Response(null, { status: 403 }));
      pending.push(init.signal);
      return new Promise(() => undefined);
    },
  });
  const listing = client.collect({ per_page: 2 }, { limit: 20, concurrency: 3 });
  await expect(listing).rejects.toMatchObject({ status: 403 });
  expect(pending.map(({ aborted }) => aborted)).toEqual([true, true]);
});
