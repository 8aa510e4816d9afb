import { describe, expect, onTestFinished, test } from "vitest";
import { InvalidResponseError } from "../../src/index.js";
import { createFakeApi, type FakeApi, type FakeApiOptions, generateSessions } from "../../src/testing.js";
import { startFailingServer } from "./failing-server.js";
import { ids, listBy, type Outcome, PER_PAGE, type Way, WAYS } from "./listing.js";

const sessions = generateSessions(40);
const iterations = WAYS.filter(({ concurrency }) => concurrency);
const servers = [
  { firstPage: 0, paging: true },
  { firstPage: 1, paging: true },
  { firstPage: 0, paging: false },
  { firstPage: 1, paging: false },
] as const;

/** Creates a fake API that changes its options at a given request. */
function createChangingApi(
  changeAt: number,
  before: Partial<FakeApiOptions>,
  after: Partial<FakeApiOptions>,
): FakeApi {
  const [first, second] = [before, after].map((options) => createFakeApi({ sessions, ...options }));
  let requests = 0;
  // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- both exist
  return (...request) => (++requests < changeAt ? first! : second!)(...request);
}

describe.each(servers)("a list whose page numbers start at $firstPage (paging: $paging)", (server) => {
  test.for(WAYS)("is listed completely ($way)", async (way, { onTestFinished }) => {
    const { baseUrl, close } = await startFailingServer(createFakeApi({ sessions, ...server }));
    onTestFinished(close);
    const { found } = await listBy(way, baseUrl);
    expect(found).toEqual(ids(way.concurrency ? sessions : sessions.slice(0, PER_PAGE)));
  });

  const existing = ids(sessions.slice(5));
  const sequential = iterations.filter(({ concurrency }) => concurrency === 1);
  // Without offsets, a client cannot see that responses overtook each other. Therefore the default concurrency is 1.
  const reliable = server.paging ? iterations : sequential;

  /** Lists while sessions begin: each of the first five responses has one more. */
  async function listGrowingList(way: Way): Promise<Outcome> {
    let requests = 0;
    const api = createFakeApi({ ...server, sessions: () => sessions.slice(Math.max(0, 5 - requests++)) });
    const { baseUrl, close } = await startFailingServer(api);
    onTestFinished(close);
    return listBy(way, baseUrl);
  }

  test.for(iterations)("has no repeated session while sessions begin ($way)", async (way) => {
    const { found, error } = await listGrowingList(way);
    expect(error).toBeUndefined();
    expect(new Set(found).size).toBe(found.length);
  });

  test.for(reliable)("has no missing session while sessions begin ($way)", async (way) => {
    const { found } = await listGrowingList(way);
    expect(found.filter((id) => existing.includes(id)).sort()).toEqual([...existing].sort());
  });

  test.for(sequential)("keeps its order while sessions begin ($way)", async (way) => {
    const { found } = await listGrowingList(way);
    expect(found.filter((id) => existing.includes(id))).toEqual(existing);
  });

  test.for(server.paging ? iterations : [])(
    "has no missing session while sessions leave it ($way)",
    async (way, context) => {
      let requests = 0;
      const api = createFakeApi({ ...server, sessions: () => sessions.slice(Math.min(6, requests++)) });
      const { baseUrl, close } = await startFailingServer(api);
      context.onTestFinished(close);
      const { found, error } = await listBy(way, baseUrl);
      expect(error).toBeUndefined();
      expect(new Set(found).size).toBe(found.length);
      expect(found).toEqual(expect.arrayContaining(ids(sessions.slice(6))));
    },
  );

  const caps = [
    { from: 3, to: 2 },
    { from: 2, to: 3 },
  ];
  describe.each(caps)("whose maximum page size changes from $from to $to", ({ from, to }) => {
    async function listChangingList(way: Way): Promise<Outcome> {
      const api = createChangingApi(5, { ...server, maxPerPage: from }, { ...server, maxPerPage: to });
      const { baseUrl, close } = await startFailingServer(api);
      onTestFinished(close);
      return listBy(way, baseUrl);
    }

    test.for(iterations)("is listed completely ($way)", async (way) => {
      const { found, error } = await listChangingList(way);
      expect(error).toBeUndefined();
      expect([...found].sort()).toEqual(ids(sessions).sort());
    });

    test.for(server.paging ? iterations : [])("keeps its order ($way)", async (way) => {
      const { found } = await listChangingList(way);
      expect(found).toEqual(ids(sessions));
    });
  });
});

describe.each([
  { paging: true, message: "the page does not contain the expected item 4 of 40" },
  { paging: false, message: "the page is the same for every page number" },
])("a server that ignores the page number (paging: $paging)", ({ paging, message }) => {
  test.for(iterations)("ends the listing with an error ($way)", async (way, { onTestFinished }) => {
    const working = createFakeApi({ sessions, paging });
    const api: FakeApi = (input, init) => {
      const url = new URL(input as URL);
      url.searchParams.delete("page_no");
      return working(url, init);
    };
    const { baseUrl, close, requests } = await startFailingServer(api);
    onTestFinished(close);
    const { found, error } = await listBy(way, baseUrl);
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect((error as InvalidResponseError).message).toContain(` (page_no 2) returned 200, but ${message}`);
    expect(found).toEqual(ids(sessions.slice(0, PER_PAGE)));
    // Only unneeded pages that were read ahead are requested.
    expect(requests.length).toBeLessThanOrEqual(3 + 2 * (way.concurrency ?? 1));
  });
});
