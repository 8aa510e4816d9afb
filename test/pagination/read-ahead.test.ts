import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { walkPages } from "../../src/paginate.js";
import { readAhead } from "../../src/read-ahead.js";
import { type Change, Listing, servers } from "./listing.js";
import { runs } from "../runs.js";

/** Walks the list with pages read ahead, the answers in whatever order the scheduler draws. */
async function walkAhead(
  listing: Listing,
  concurrency: number,
  scheduler: fc.Scheduler,
  each: (fresh: string[]) => boolean = () => true,
): Promise<{ found: string[]; most: number }> {
  const left = new AbortController();
  let inFlight = 0;
  let most = 0;
  const read = async (pageNo: number | undefined): ReturnType<Listing["read"]> => {
    most = Math.max(most, ++inFlight);
    try {
      // The server sees the request at one moment, and its answer arrives at another.
      await scheduler.schedule(Promise.resolve(), `request ${pageNo ?? "first"}`);
      const answer = listing.read(pageNo);
      await scheduler.schedule(
        answer.catch(() => undefined),
        `answer ${pageNo ?? "first"}`,
      );
      return await answer;
    } finally {
      inFlight--;
    }
  };
  const found: string[] = [];
  const walk = async (): Promise<void> => {
    const source = { ...listing.source, read: readAhead(read, concurrency, left.signal) };
    for await (const { fresh } of walkPages(source)) {
      found.push(...fresh);
      if (!each(fresh)) break;
    }
    left.abort();
  };
  await scheduler.waitFor(walk());
  await scheduler.waitIdle();
  return { found, most };
}

describe("pages read ahead", () => {
  test("yield the same list in the same order, never with more requests in flight than allowed", async () => {
    const cases = [
      servers,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 2, max: 5 }),
      fc.scheduler(),
    ] as const;
    await fc.assert(
      fc.asyncProperty(...cases, async (server, length, concurrency, scheduler) => {
        const listing = new Listing(server, length);
        const { found, most } = await walkAhead(listing, concurrency, scheduler);
        expect(found).toEqual(listing.items);
        expect(most).toBeLessThanOrEqual(concurrency);
      }),
      { numRuns: runs },
    );
  });

  test("waste no request where the total is told, and fewer than are in flight where it is not", async () => {
    const cases = [
      servers,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 2, max: 5 }),
      fc.scheduler(),
    ] as const;
    await fc.assert(
      fc.asyncProperty(...cases, async (server, length, concurrency, scheduler) => {
        const sequential = new Listing(server, length);
        await sequential.all();
        const listing = new Listing(server, length);
        await walkAhead(listing, concurrency, scheduler);
        const wasted = listing.requests.length - sequential.requests.length;
        if (server.told) expect(wasted).toBe(0);
        // A second look, after an error past a full last page, begins the window anew.
        else expect(wasted).toBeLessThanOrEqual((concurrency - 1) * (server.pastTheEnd === "error" ? 2 : 1));
      }),
      { numRuns: runs },
    );
  });

  const additions = fc.record<Change>({ added: fc.integer({ min: 0, max: 3 }), removed: fc.constant([]) });
  const removals = fc.record<Change>({
    added: fc.constant(0),
    removed: fc.array(fc.nat(100), { maxLength: 3 }),
  });

  test.each([
    { change: additions, what: "items come in" },
    { change: removals, what: "items leave" },
  ])("lose nothing while $what, where the total is told", async ({ change }) => {
    const cases = [
      servers,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 2, max: 5 }),
      fc.array(change, { maxLength: 12 }),
      fc.scheduler(),
    ] as const;
    await fc.assert(
      fc.asyncProperty(...cases, async (server, length, concurrency, changes, scheduler) => {
        const listing = new Listing({ ...server, told: true, pastTheEnd: "empty page" }, length, changes);
        const before = [...listing.items];
        const { found } = await walkAhead(listing, concurrency, scheduler);
        const throughout = before.filter((item) => listing.items.includes(item));
        expect(new Set(found).size).toBe(found.length);
        expect(new Set(found)).toEqual(new Set([...found, ...throughout]));
      }),
      { numRuns: runs },
    );
  });

  test("are given up when their reader leaves", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }),
        fc.nat(5),
        fc.scheduler(),
        async (concurrency, after, scheduler) => {
          const listing = new Listing(
            { firstPage: 0, perPage: 1, told: true, pastTheEnd: "empty page" },
            100,
          );
          let pages = 0;
          const { found } = await walkAhead(listing, concurrency, scheduler, () => pages++ < after);
          expect(found.length).toBe(after + 1);
          // What was yielded, and the window: those in flight, and as many again that wait.
          expect(listing.requests.length).toBeLessThanOrEqual(found.length + 3 * concurrency);
        },
      ),
      { numRuns: runs },
    );
  });
});
