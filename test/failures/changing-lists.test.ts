import { describe, expect, onTestFinished, test } from "vitest";
import { InvalidResponseError } from "../../src/index.js";
import { createFakeApi, type FakeApi, type FakeApiOptions, generateSessions } from "../../src/testing.js";
import { startFailingServer } from "./failing-server.js";
import { getIds } from "../get-ids.js";
import { listBy, LISTING_MODES, type ListingMode, type Outcome, PER_PAGE } from "./listing.js";

const sessions = generateSessions(40);
const iterations = LISTING_MODES.filter(({ concurrency }) => concurrency);
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
  test.for(LISTING_MODES)("is listed completely ($mode)", async (mode, { onTestFinished }) => {
    const { baseUrl, close } = await startFailingServer(createFakeApi({ sessions, ...server }));
    onTestFinished(close);
    const { listed } = await listBy(mode, baseUrl);
    expect(listed).toEqual(getIds(mode.concurrency ? sessions : sessions.slice(0, PER_PAGE)));
  });

  const existing = getIds(sessions.slice(5));
  const sequential = iterations.filter(({ concurrency }) => concurrency === 1);
  // Without offsets, a client cannot see that responses overtook each other. Therefore the default concurrency is 1.
  const reliable = server.paging ? iterations : sequential;

  /** Reads the list while sessions begin. Each of the first five responses has one session more than the last. */
  async function listGrowingList(mode: ListingMode): Promise<Outcome> {
    let requests = 0;
    const api = createFakeApi({ ...server, sessions: () => sessions.slice(Math.max(0, 5 - requests++)) });
    const { baseUrl, close } = await startFailingServer(api);
    onTestFinished(close);
    return listBy(mode, baseUrl);
  }

  test.for(iterations)("yields no session twice while sessions begin ($mode)", async (mode) => {
    const { listed, error } = await listGrowingList(mode);
    expect(error).toBeUndefined();
    expect(new Set(listed).size).toBe(listed.length);
  });

  test.for(reliable)("yields every session while sessions begin ($mode)", async (mode) => {
    const { listed } = await listGrowingList(mode);
    expect(listed.filter((id) => existing.includes(id)).sort()).toEqual([...existing].sort());
  });

  test.for(sequential)("keeps its order while sessions begin ($mode)", async (mode) => {
    const { listed } = await listGrowingList(mode);
    expect(listed.filter((id) => existing.includes(id))).toEqual(existing);
  });

  test.for(server.paging ? iterations : [])(
    "yields every session once while sessions leave it ($mode)",
    async (mode, context) => {
      let requests = 0;
      const api = createFakeApi({ ...server, sessions: () => sessions.slice(Math.min(6, requests++)) });
      const { baseUrl, close } = await startFailingServer(api);
      context.onTestFinished(close);
      const { listed, error } = await listBy(mode, baseUrl);
      expect(error).toBeUndefined();
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed).toEqual(expect.arrayContaining(getIds(sessions.slice(6))));
    },
  );

  const caps = [
    { from: 3, to: 2 },
    { from: 2, to: 3 },
  ];
  describe.each(caps)("whose maximum page size changes from $from to $to", ({ from, to }) => {
    async function listChangingList(mode: ListingMode): Promise<Outcome> {
      const api = createChangingApi(5, { ...server, maxPerPage: from }, { ...server, maxPerPage: to });
      const { baseUrl, close } = await startFailingServer(api);
      onTestFinished(close);
      return listBy(mode, baseUrl);
    }

    test.for(iterations)("is listed completely ($mode)", async (mode) => {
      const { listed, error } = await listChangingList(mode);
      expect(error).toBeUndefined();
      expect([...listed].sort()).toEqual(getIds(sessions).sort());
    });

    test.for(server.paging ? iterations : [])("keeps its order ($mode)", async (mode) => {
      const { listed } = await listChangingList(mode);
      expect(listed).toEqual(getIds(sessions));
    });
  });
});

describe.each([
  { paging: true, message: "the page does not contain the expected item 4 of 40" },
  { paging: false, message: "the page is the same for every page number" },
])("a server that ignores the page number (paging: $paging)", ({ paging, message }) => {
  test.for(iterations)("ends the listing with an error ($mode)", async (mode, { onTestFinished }) => {
    const workingApi = createFakeApi({ sessions, paging });
    const api: FakeApi = (input, init) => {
      const url = new URL(input as URL);
      url.searchParams.delete("page_no");
      return workingApi(url, init);
    };
    const { baseUrl, close, requests } = await startFailingServer(api);
    onTestFinished(close);
    const { listed, error } = await listBy(mode, baseUrl);
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect((error as InvalidResponseError).message).toContain(` (page_no 2) returned 200, but ${message}`);
    expect(listed).toEqual(getIds(sessions.slice(0, PER_PAGE)));
    // Only unneeded pages that were read ahead are requested.
    expect(requests.length).toBeLessThanOrEqual(3 + 2 * (mode.concurrency ?? 1));
  });
});
