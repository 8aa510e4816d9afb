import { describe, expect, test } from "vitest";
import { InvalidResponseError } from "../../src/index.js";
import { createFakeApi, type FakeApi, type FakeApiOptions, generateSessions } from "../../src/testing.js";
import { startFaultyServer } from "./faulty-server.js";
import { ids, listBy, PER_PAGE, WAYS } from "./listing.js";

const sessions = generateSessions(40);
const iterations = WAYS.filter(({ concurrency }) => concurrency);
const servers = [
  { firstPage: 0, paging: true },
  { firstPage: 1, paging: true },
  { firstPage: 0, paging: false },
  { firstPage: 1, paging: false },
] as const;

/** A fake API that is another one from a certain request on. */
function changing(at: number, before: Partial<FakeApiOptions>, after: Partial<FakeApiOptions>): FakeApi {
  const [one, other] = [before, after].map((options) => createFakeApi({ sessions, ...options }));
  let requests = 0;
  // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- there are two of them
  return (...request) => (++requests < at ? one! : other!)(...request);
}

describe.each(servers)("a list whose pages are counted from $firstPage (paging: $paging)", (server) => {
  test.for(WAYS)("is read whole ($way)", async (way, { onTestFinished }) => {
    const { baseUrl, close } = await startFaultyServer(createFakeApi({ sessions, ...server }));
    onTestFinished(close);
    const { found } = await listBy(way, baseUrl);
    expect(found).toEqual(ids(way.concurrency ? sessions : sessions.slice(0, PER_PAGE)));
  });

  test.for(iterations)("repeats nothing when sessions begin meanwhile ($way)", async (way, context) => {
    let requests = 0;
    // One more at each request; from the sixth on, those that were there at first and five more.
    const api = createFakeApi({ ...server, sessions: () => sessions.slice(Math.max(0, 5 - requests++)) });
    const { baseUrl, close } = await startFaultyServer(api);
    context.onTestFinished(close);
    const { found, error } = await listBy(way, baseUrl);
    expect(error).toBeUndefined();
    expect(new Set(found).size).toBe(found.length);
    // Without a place, nothing shows that answers overtook each other: this is why the default is one at a time.
    if (!server.paging && way.concurrency !== 1) return;
    const throughout = new Set(ids(sessions.slice(5)));
    expect(found.filter((id) => throughout.has(id)).sort()).toEqual([...throughout].sort());
    // One at a time, they come in order as well.
    if (way.concurrency === 1) expect(found.filter((id) => throughout.has(id))).toEqual([...throughout]);
  });

  if (server.paging)
    test.for(iterations)("loses nothing when sessions leave it meanwhile ($way)", async (way, context) => {
      let requests = 0;
      const api = createFakeApi({ ...server, sessions: () => sessions.slice(Math.min(6, requests++)) });
      const { baseUrl, close } = await startFaultyServer(api);
      context.onTestFinished(close);
      const { found, error } = await listBy(way, baseUrl);
      expect(error).toBeUndefined();
      expect(new Set(found).size).toBe(found.length);
      expect(found).toEqual(expect.arrayContaining(ids(sessions.slice(6))));
    });

  test.for(iterations)("is read whole when the cap on pages changes midway ($way)", async (way, context) => {
    for (const [from, to] of [
      [3, 2],
      [2, 3],
    ] as const) {
      const api = changing(5, { ...server, maxPerPage: from }, { ...server, maxPerPage: to });
      const { baseUrl, close } = await startFaultyServer(api);
      context.onTestFinished(close);
      const { found, error } = await listBy(way, baseUrl);
      expect(error).toBeUndefined();
      expect([...found].sort()).toEqual(ids(sessions).sort());
      if (server.paging) expect(found).toEqual(ids(sessions));
    }
  });
});

describe("a server that repeats its first page under every number", () => {
  test.for(iterations)("is found out ($way)", async (way, { onTestFinished }) => {
    for (const paging of [true, false]) {
      const sound = createFakeApi({ sessions, paging });
      const api: FakeApi = (input, init) => {
        const url = new URL(input as URL);
        url.searchParams.delete("page_no");
        return sound(url, init);
      };
      const { baseUrl, close, requests } = await startFaultyServer(api);
      onTestFinished(close);
      const { found, error } = await listBy(way, baseUrl);
      expect(error).toBeInstanceOf(InvalidResponseError);
      expect((error as InvalidResponseError).message).toMatch(
        paging
          ? / \(page_no 2\) returned 200, but the page does not contain item 4 of 40, which is expected there/
          : / \(page_no 2\) returned 200, but the page repeats the one before it, as if the server ignored the page number/,
      );
      expect(found).toEqual(ids(sessions.slice(0, PER_PAGE)));
      // Those read ahead before it was seen are all that was in vain.
      expect(requests.length).toBeLessThanOrEqual(3 + 2 * (way.concurrency ?? 1));
    }
  });
});
