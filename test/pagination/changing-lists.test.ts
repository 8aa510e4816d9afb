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
 * Returns cases of any server, whose list changes before every request. Fewer items are added than a page has, because
 * otherwise no walk reaches the end. On a server that may return the same page again, more items are requested than a
 * page has. A list of exactly one full page cannot be distinguished from a server that ignores the page number.
 */
function cases(change: (pageSize: number) => fc.Arbitrary<Change>): fc.Arbitrary<Case> {
  return fc.integer({ min: 2, max: 7 }).chain((maxPageSize) =>
    fc.record({
      behavior: fc.record<Behavior>({
        firstPage: fc.constantFrom(0, 1),
        maxPageSize: fc.constant(maxPageSize),
        states: fc.constantFrom("nothing", "offsets", "offsets and total"),
        pastTheEnd: fc.constantFrom("empty page", "error", "last page", "first page"),
      }),
      length: fc.integer({ min: 0, max: 30 }),
      pageSize: fc.constantFrom(maxPageSize + 1, 100),
      concurrency: fc.integer({ min: 1, max: 8 }),
      changes: fc.array(change(maxPageSize), { minLength: 1, maxLength: 5 }),
    }),
  );
}

function createServer({ behavior, length, changes }: Case): ListServer {
  const server: ListServer = new ListServer(behavior, length, (request) => {
    if (request > 1000) throw new Error("the walk does not end");
    // A list whose items are all replaced would never end.
    return length > 0 && server.remaining.size === 0 ? undefined : changes[request % changes.length];
  });
  return server;
}

/** Returns the yielded items that are in a set, in their order. */
const sortFound = (found: readonly string[], items: ReadonlySet<string>): string[] =>
  found.filter((item) => items.has(item));

describe("a list that changes before every request", () => {
  test("is listed exactly while it grows", async () => {
    const change = (pageSize: number): fc.Arbitrary<Change> =>
      fc.record({ added: fc.integer({ min: 0, max: pageSize - 1 }), removed: fc.constant([]) });
    await fc.assert(
      fc.asyncProperty(cases(change), async (sample) => {
        const server = createServer(sample);
        const found = await server.all(sample);
        expect(new Set(found).size).toBe(found.length);
        expect(sortFound(found, server.remaining)).toEqual(server.initial);
      }),
      { numRuns: runs },
    );
  });

  test("is listed exactly while one item is added for each that is removed", async () => {
    const change = (): fc.Arbitrary<Change> =>
      fc.record({ added: fc.constant(1), removed: fc.tuple(fc.nat(100)) });
    await fc.assert(
      fc.asyncProperty(cases(change), async (sample) => {
        // A list of one item is another list after each request.
        const server = createServer({ ...sample, length: sample.length + 2 });
        const found = await server.all(sample);
        expect(new Set(found).size).toBe(found.length);
        expect(new Set(found)).toEqual(new Set([...found, ...server.remaining]));
      }),
      { numRuns: runs },
    );
  });

  test("is listed completely while it shrinks, if pages state offsets and the total", async () => {
    const change = (): fc.Arbitrary<Change> =>
      fc.record({ added: fc.constant(0), removed: fc.array(fc.nat(100), { maxLength: 2 }) });
    await fc.assert(
      fc.asyncProperty(cases(change), async (sample) => {
        const server = createServer({
          ...sample,
          behavior: { ...sample.behavior, states: "offsets and total" },
        });
        const found = await server.all(sample);
        expect(new Set(found).size).toBe(found.length);
        expect(new Set(found)).toEqual(new Set([...found, ...server.remaining]));
      }),
      { numRuns: runs },
    );
  });

  test("loses no item that keeps its offset while the list shrinks, with any paging", async () => {
    const change = (): fc.Arbitrary<Change> =>
      fc.record({ added: fc.constant(0), removed: fc.array(fc.nat(100), { maxLength: 2 }) });
    await fc.assert(
      fc.asyncProperty(cases(change), async (sample) => {
        const server = createServer(sample);
        const found = await server.all(sample);
        expect(new Set(found).size).toBe(found.length);
        expect(new Set(found)).toEqual(new Set([...found, ...server.unshifted]));
      }),
      { numRuns: runs },
    );
  });
});

describe("a list that does not change", () => {
  test("is listed exactly, with at most a few more requests than it has pages", async () => {
    const change = (): fc.Arbitrary<Change> => fc.constant({ added: 0, removed: [] });
    await fc.assert(
      fc.asyncProperty(cases(change), fc.constantFrom(0, 50), async (sample, extra) => {
        const server = createServer(sample);
        const { maxPageSize, states, firstPage } = sample.behavior;
        expect(await server.all({ ...sample, pageSize: maxPageSize + extra })).toEqual(server.initial);
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
    pastTheEnd: fc.constant("empty page"),
    ignoresPageNo: fc.constant(true),
  });
  await fc.assert(
    fc.asyncProperty(behaviors, fc.integer({ min: 1, max: 50 }), async (behavior, more) => {
      const { maxPageSize: pageSize } = behavior;
      // The server returns as many items as are requested.
      const server = new ListServer({ ...behavior, maxPageSize: 1000 }, pageSize + more);
      const { source } = server;
      const readPage = (pageNo: number | undefined, size = pageSize) => source.readPage(pageNo, size);
      const walked = server.all({ pageSize }, { ...source, readPage });
      await expect(walked).rejects.toThrow(InconsistentPages);
      expect(server.requests.length).toBeLessThanOrEqual(5);
    }),
    { numRuns: runs },
  );
});
