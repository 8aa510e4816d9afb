import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../runs.js";
import { type Behavior, type Change, InconsistentPages, ListServer } from "./list-server.js";

interface Case {
  behavior: Behavior;
  length: number;
  /** The requested page size. The server may return fewer items. */
  pageSize: number;
  concurrency: number;
  /** The changes before each request, repeated until the walk ends. */
  changes: readonly Change[];
}

/**
 * Creates cases of any server, whose list changes before every request. Fewer items are added than a page has, because
 * otherwise no walk reaches the end. The requested page size exceeds that of the server. Otherwise a server that
 * repeats its only full page looks like one that ignores the page number.
 */
function createCases(createChange: (pageSize: number) => fc.Arbitrary<Change>): fc.Arbitrary<Case> {
  return fc.integer({ min: 2, max: 7 }).chain((maxPageSize) =>
    fc.record({
      behavior: fc.record<Behavior>({
        firstPage: fc.constantFrom(0, 1),
        maxPageSize: fc.constant(maxPageSize),
        states: fc.constantFrom("nothing", "offsets", "offsets and total"),
        pastTheEnd: fc.constantFrom("an empty page", "an error", "the last page", "the first page"),
      }),
      length: fc.integer({ min: 0, max: 30 }),
      pageSize: fc.constantFrom(maxPageSize + 1, 100),
      concurrency: fc.integer({ min: 1, max: 8 }),
      changes: fc.array(createChange(maxPageSize), { minLength: 1, maxLength: 5 }),
    }),
  );
}

function createServer({ behavior, length, changes }: Case): ListServer {
  const server: ListServer = new ListServer(behavior, length, (request) => {
    if (request > 1000) throw new Error("the walk does not end");
    // A list whose items are all replaced would never end.
    const isReplaced = length > 0 && server.remaining.size === 0;
    return isReplaced ? undefined : changes[request % changes.length];
  });
  return server;
}

/** Returns the listed items that are in a set, in their order. */
const keepItems = (listed: readonly string[], items: ReadonlySet<string>): string[] =>
  listed.filter((item) => items.has(item));

describe("a list that changes before every request", () => {
  test("is listed exactly while it grows", async () => {
    const createChange = (pageSize: number): fc.Arbitrary<Change> =>
      fc.record({ added: fc.integer({ min: 0, max: pageSize - 1 }), removed: fc.constant([]) });
    await fc.assert(
      fc.asyncProperty(createCases(createChange), async (sample) => {
        const server = createServer(sample);
        const listed = await server.listAll(sample);
        expect(new Set(listed).size).toBe(listed.length);
        expect(keepItems(listed, server.remaining)).toEqual(server.initial);
      }),
      { numRuns: runs },
    );
  });

  test("is listed exactly if it has one page first and three later, and the last page is returned past the end", async () => {
    const behavior: Behavior = {
      firstPage: 0,
      maxPageSize: 7,
      states: "offsets and total",
      pastTheEnd: "the last page",
    };
    const added = [0, 0, 4, 6];
    const sample = { behavior, length: 5, pageSize: 8, concurrency: 1 };
    const server = createServer({
      ...sample,
      changes: added.map((count) => ({ added: count, removed: [] })),
    });
    const listed = await server.listAll(sample);
    expect(keepItems(listed, server.remaining)).toEqual(server.initial);
    expect(server.requests).toEqual([undefined, 1, 2, 1, undefined, 1, 2]);
  });

  test("is listed exactly while one item is added for each that is removed", async () => {
    const createChange = (): fc.Arbitrary<Change> =>
      fc.record({ added: fc.constant(1), removed: fc.tuple(fc.nat(100)) });
    await fc.assert(
      fc.asyncProperty(createCases(createChange), async (sample) => {
        // A list of one item would be another list after each request.
        const server = createServer({ ...sample, length: sample.length + 2 });
        const listed = await server.listAll(sample);
        expect(new Set(listed).size).toBe(listed.length);
        expect(new Set(listed)).toEqual(new Set([...listed, ...server.remaining]));
      }),
      { numRuns: runs },
    );
  });

  test("is listed completely while it shrinks, if pages state offsets and the total", async () => {
    const createChange = (): fc.Arbitrary<Change> =>
      fc.record({ added: fc.constant(0), removed: fc.array(fc.nat(100), { maxLength: 2 }) });
    await fc.assert(
      fc.asyncProperty(createCases(createChange), async (sample) => {
        const server = createServer({
          ...sample,
          behavior: { ...sample.behavior, states: "offsets and total" },
        });
        const listed = await server.listAll(sample);
        expect(new Set(listed).size).toBe(listed.length);
        expect(new Set(listed)).toEqual(new Set([...listed, ...server.remaining]));
      }),
      { numRuns: runs },
    );
  });

  test("loses no item that keeps its offset while the list shrinks, with any paging", async () => {
    const createChange = (): fc.Arbitrary<Change> =>
      fc.record({ added: fc.constant(0), removed: fc.array(fc.nat(100), { maxLength: 2 }) });
    await fc.assert(
      fc.asyncProperty(createCases(createChange), async (sample) => {
        const server = createServer(sample);
        const listed = await server.listAll(sample);
        expect(new Set(listed).size).toBe(listed.length);
        expect(new Set(listed)).toEqual(new Set([...listed, ...server.unshifted]));
      }),
      { numRuns: runs },
    );
  });
});

describe("a list that does not change", () => {
  test("is listed exactly, with at most a few more requests than it has pages", async () => {
    const createChange = (): fc.Arbitrary<Change> => fc.constant({ added: 0, removed: [] });
    await fc.assert(
      fc.asyncProperty(createCases(createChange), fc.constantFrom(0, 50), async (sample, extra) => {
        const server = createServer(sample);
        const { maxPageSize, states, firstPage } = sample.behavior;
        expect(await server.listAll({ ...sample, pageSize: maxPageSize + extra })).toEqual(server.initial);
        const pages = Math.max(1, Math.ceil(sample.length / maxPageSize));
        const readAhead = states === "offsets and total" ? 0 : sample.concurrency;
        expect(server.requests.length).toBeLessThanOrEqual(pages + firstPage + 4 + readAhead);
      }),
      { numRuns: runs },
    );
  });
});

test("a server that ignores the page number ends in an error within five requests", async () => {
  const behaviors = fc.record<Behavior>({
    firstPage: fc.constant(0),
    maxPageSize: fc.integer({ min: 1, max: 30 }),
    states: fc.constantFrom("nothing", "total", "offsets", "offsets and total"),
    pastTheEnd: fc.constant("an empty page"),
    ignoresPageNo: fc.constant(true),
  });
  await fc.assert(
    fc.asyncProperty(behaviors, fc.integer({ min: 1, max: 50 }), async (behavior, extraItems) => {
      const { maxPageSize: pageSize } = behavior;
      // The server returns as many items as are requested.
      const server = new ListServer({ ...behavior, maxPageSize: 1000 }, pageSize + extraItems);
      const { source } = server;
      const readPage = (pageNo: number | undefined, size = pageSize) => source.readPage(pageNo, size);
      const walked = server.listAll({ pageSize }, { ...source, readPage });
      await expect(walked).rejects.toThrow(InconsistentPages);
      expect(server.requests.length).toBeLessThanOrEqual(5);
    }),
    { numRuns: runs },
  );
});
