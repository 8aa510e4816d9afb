import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Change, Listing, type ListServer, NoSuchPage, servers } from "./listing.js";
import { runs } from "../runs.js";

describe("a list that stays as it is", () => {
  test("is yielded whole, once and in order, on any server", async () => {
    await fc.assert(
      fc.asyncProperty(servers, fc.integer({ min: 0, max: 40 }), async (server, length) => {
        const listing = new Listing(server, length);
        expect(await listing.all()).toEqual(listing.items);
      }),
      { numRuns: runs },
    );
  });

  test("costs the requests that the documentation states", async () => {
    await fc.assert(
      fc.asyncProperty(servers, fc.integer({ min: 0, max: 40 }), async (server, length) => {
        const listing = new Listing(server, length);
        const pages = Math.max(1, Math.ceil(length / server.perPage));
        await listing.all();
        const counted = server.firstPage;
        // An error past the end is no proof, after a full page or the first, which may be full: it and the page before it
        // are asked for once more.
        const full = pages === 1 || length % server.perPage === 0;
        const doubted = server.pastTheEnd === "error" && full ? 2 : 0;
        if (!server.told) expect(listing.requests.length).toBe(length ? pages + 1 + counted + doubted : 1);
        else expect(listing.requests.length).toBe(pages === 1 ? 1 : pages + counted);
        const learning = listing.requests.length;
        await listing.all();
        const again = listing.requests.length - learning;
        expect(again).toBe(server.told ? pages : learning);
      }),
      { numRuns: runs },
    );
  });
});

describe("a list that changes while it is read", () => {
  const changes = (perPage: number, removals: boolean): fc.Arbitrary<Change[]> =>
    fc.array(
      fc.record({
        // Without a place, a full page of new items looks like a server that ignores the page number.
        added: fc.integer({ min: 0, max: perPage - 1 }),
        removed: removals ? fc.array(fc.nat(100), { maxLength: 3 }) : fc.constant([]),
      }),
      { maxLength: 12 },
    );

  test.each([
    { told: true, removals: true, because: "the total shows what leaves" },
    { told: false, removals: false, because: "what is added only repeats, and repetitions are known" },
  ])("yields what is there throughout once: $because", async ({ told, removals }) => {
    const cases = servers.chain((server) =>
      fc.tuple(
        // Where a page that is no more is an error, a list that shrinks and grows in turn can look like a failure.
        fc.constant({ ...server, pastTheEnd: removals ? ("empty page" as const) : server.pastTheEnd, told }),
        fc.integer({ min: 0, max: 40 }),
        changes(server.perPage, removals),
      ),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([server, length, change]) => {
        const listing = new Listing(server, length, change);
        const before = [...listing.items];
        const found = await listing.all();
        const throughout = before.filter((item) => listing.items.includes(item));
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((item) => throughout.includes(item))).toEqual(throughout);
      }),
      { numRuns: runs },
    );
  });

  test("goes on where the page that is due is gone, as the list became shorter", async () => {
    const server: ListServer = { firstPage: 0, perPage: 2, told: true, pastTheEnd: "error" };
    const listing = new Listing(server, 5, [
      { added: 0, removed: [] },
      { added: 0, removed: [] },
      { added: 0, removed: [0, 0, 0] },
    ]);
    expect(await listing.all()).toEqual(["item 0", "item 1", "item 2", "item 3", "item 4"]);
    expect(listing.requests).toEqual([undefined, 1, 2, undefined]);
  });
});

describe("a walk that begins at a page number, to resume", () => {
  test("yields what a whole walk yields from that page on", async () => {
    await fc.assert(
      fc.asyncProperty(
        servers,
        fc.integer({ min: 1, max: 40 }),
        fc.nat(5),
        async (server, length, skipped) => {
          const { firstPage, perPage } = server;
          fc.pre(skipped * perPage < length);
          const listing = new Listing(server, length);
          expect(await listing.all(firstPage + skipped)).toEqual(listing.items.slice(skipped * perPage));
        },
      ),
      { numRuns: runs },
    );
  });

  test("goes on where another one failed, without a loss", async () => {
    await fc.assert(
      fc.asyncProperty(servers, fc.integer({ min: 1, max: 40 }), fc.nat(5), async (server, length, after) => {
        // A page past the end is the caller's own error to see.
        const listing = new Listing({ ...server, pastTheEnd: "empty page" }, length);
        const found = new Set<string>();
        let next: number | undefined;
        for await (const step of listing.walk()) {
          for (const item of step.fresh) found.add(item);
          next = step.next;
          if (listing.requests.length > after) break;
        }
        if (next !== undefined) for (const item of await listing.all(next)) found.add(item);
        expect([...found]).toEqual(listing.items);
      }),
      { numRuns: runs },
    );
  });
});

describe("a server that contradicts itself", () => {
  const endless = (told: boolean): Listing => {
    const listing = new Listing({ firstPage: 0, perPage: 2, told, pastTheEnd: "empty page" }, 6);
    const read = listing.read.bind(listing);
    // The page number is ignored: it is always the first page.
    listing.read = () => read(0);
    return listing;
  };

  test.each([
    { told: false, message: "page 2 repeats the one before it, as if the server ignored the page number" },
    { told: true, message: "page 2 does not hold item 3 of 6, which is due there" },
  ])("ends in an error where it ignores the page number (place told: $told)", async ({ told, message }) => {
    const listing = endless(told);
    const found: string[] = [];
    const walk = async (): Promise<void> => {
      for await (const { fresh } of listing.walk()) found.push(...fresh);
    };
    await expect(walk()).rejects.toThrow(message);
    expect(found).toEqual(["item 0", "item 1"]);
    expect(listing.requests.length).toBe(3);
  });

  test("ends in an error where it tells more items than it has", async () => {
    const server: ListServer = { firstPage: 0, perPage: 2, told: true, pastTheEnd: "empty page" };
    const listing = new Listing(server, 3).altered((page) => ({ ...page, total: 9 }));
    await expect(listing.all()).rejects.toThrow("does not hold item 4 of 9, which is due there");
  });
});

describe("an answer that there is no such page, which is not true", () => {
  /** A list whose n-th requests (from 1) are answered so, and what a walk of it comes to. */
  async function walked(
    server: ListServer,
    length: number,
    refused: (request: number) => boolean,
  ): Promise<{ found: string[]; error: unknown; requests: (number | undefined)[]; items: string[] }> {
    const listing = new Listing(server, length).altered((page, pageNo, request) => {
      if (refused(request)) throw new NoSuchPage(String(pageNo));
      return page;
    });
    const found: string[] = [];
    let error: unknown;
    try {
      for await (const { fresh } of listing.walk()) found.push(...fresh);
    } catch (thrown) {
      error = thrown;
    }
    return { found, error, requests: listing.requests, items: listing.items };
  }

  test("loses nothing where it is told once, at whatever request but the first", async () => {
    const cases = [servers, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 2, max: 20 })] as const;
    await fc.assert(
      fc.asyncProperty(...cases, async (server, length, nth) => {
        // A page that is not full is the last, and what comes after it not asked for twice: one page is never that.
        const { found, error, items } = await walked(server, length, (request) => request === nth);
        if (error === undefined) expect(found).toEqual(items);
        else expect(error).toBeInstanceOf(NoSuchPage);
      }),
      { numRuns: runs },
    );
  });

  test.each(
    ([0, 1] as const).flatMap((firstPage) =>
      [true, false].flatMap((told) => [2, 3, 5].map((since) => ({ firstPage, told, since }))),
    ),
  )("is thrown where it does not end ($firstPage, told $told, since request $since)", async (given) => {
    const server: ListServer = { ...given, perPage: 3, pastTheEnd: "empty page" };
    const { error, requests } = await walked(server, 40, (request) => request >= given.since);
    expect(error).toBeInstanceOf(NoSuchPage);
    // The page that failed first is the one to resume from.
    expect((error as Error).message).toBe(String(requests[given.since - 1]));
    expect(requests.length).toBe(given.since + 1);
  });
});

test("a page that the total has, and that there is not, is the error to see", async () => {
  const server: ListServer = { firstPage: 0, perPage: 3, told: true, pastTheEnd: "empty page" };
  const listing = new Listing(server, 40).altered((page, pageNo) => {
    if (pageNo === 4) throw new NoSuchPage("4");
    return page;
  });
  await expect(listing.all()).rejects.toThrow(/^4$/);
  // Once more after a look at the first page, which tells whether the list has become shorter.
  expect(listing.requests).toEqual([undefined, 1, 2, 3, 4, undefined, 4]);
});

describe("a total that goes up and down", () => {
  /** A list that tells another total than it has, now and then. */
  const unsure = (length: number, total: (request: number) => number | undefined): Listing => {
    const server: ListServer = { firstPage: 0, perPage: 100, told: true, pastTheEnd: "empty page" };
    return new Listing(server, length).altered((page, _, request) => ({
      ...page,
      total: total(request) ?? page.total,
    }));
  };

  test("ends in an error where it never comes to rest", async () => {
    const listing = unsure(1000, (request) => (request % 2 ? 999 : undefined));
    await expect(listing.all()).rejects.toThrow("says that there are 999 items where there were 1000");
    expect(listing.requests.length).toBeLessThan(300);
  });

  test("repeats nothing where it falls by less than is remembered", async () => {
    const listing = unsure(15_000, (request) => (request === 150 ? 8000 : undefined));
    const found = await listing.all();
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(listing.items);
  });

  test("ends in an error where it falls by more, before anything is repeated", async () => {
    const listing = unsure(15_000, (request) => (request === 150 ? 100 : undefined));
    const found: string[] = [];
    const walk = async (): Promise<void> => {
      for await (const { fresh } of listing.walk()) found.push(...fresh);
    };
    await expect(walk()).rejects.toThrow("says that there are 100 items where there were 15000");
    expect(found).toEqual(listing.items.slice(0, 14_900));
  });
});

describe("a page size that changes on the way", () => {
  test.each([
    { told: true, from: 4, to: 2 },
    { told: true, from: 2, to: 4 },
    { told: false, from: 4, to: 2 },
    { told: false, from: 2, to: 4 },
  ])("loses and repeats nothing, from $from to $to (place told: $told)", async ({ told, from, to }) => {
    for (const firstPage of [0, 1] as const) {
      const server: ListServer = { firstPage, perPage: from, told, pastTheEnd: "empty page" };
      const listing = new Listing(server, 23);
      const found: string[] = [];
      for await (const { fresh } of listing.walk()) {
        found.push(...fresh);
        if (listing.requests.length === 4) server.perPage = to;
      }
      expect([...found].sort()).toEqual([...listing.items].sort());
      if (told) expect(found).toEqual(listing.items);
    }
  });
});

describe("a walk that its reader ends", () => {
  test("asks for no page more", async () => {
    const listing = new Listing({ firstPage: 1, perPage: 2, told: true, pastTheEnd: "empty page" }, 9);
    for await (const { fresh } of listing.walk()) if (fresh.includes("item 2")) break;
    expect(listing.requests).toEqual([undefined, 1, 2]);
  });
});
