import { describe, expect, test } from "vitest";
import { type Behavior, type Change, InconsistentPages, ListServer, PageNotFound } from "./list-server.js";
import { cut, createItems, walk } from "./scripted-pages.js";

/** Changes before some of the requests, by the number of requests before them. */
const createChangesAt =
  (changes: Readonly<Record<number, Partial<Change>>>) =>
  (request: number): Change => ({ added: 0, removed: [], ...changes[request] });

describe("the check whether a server ignores the page number", () => {
  test.each([
    { length: 5, pastTheEnd: "first page", requests: [undefined, 1, 2, undefined] },
    { length: 5, pastTheEnd: "last page", requests: [undefined, 1, 2, undefined] },
    { length: 8, pastTheEnd: "first page", requests: [undefined, 1, 2, 7] },
    { length: 10, pastTheEnd: "last page", requests: [undefined, 1, 2, 9] },
  ] as const)("passes for $length items on one full page, with an end by $pastTheEnd", async (given) => {
    const { length, pastTheEnd, requests } = given;
    const list = new ListServer({ firstPage: 0, maxPageSize: length, states: "nothing", pastTheEnd }, length);
    expect(await list.all({ pageSize: length })).toEqual(list.initial);
    expect(list.requests).toEqual(requests);
  });

  test.each([8, 10])("fails for pages of %i items, the maximum of the server", async (size) => {
    const list = new ListServer(
      { firstPage: 0, maxPageSize: size, states: "nothing", pastTheEnd: "empty page", ignoresPageNo: true },
      50,
    );
    await expect(list.all({ pageSize: size })).rejects.toThrow("the page is the same for every page number");
    expect(list.requests).toEqual([undefined, 1, 2, size - 1, 2]);
  });

  test("passes if the requested pages are not found, and rethrows other errors", async () => {
    const all = createItems(10);
    const read = (error: Error): ReturnType<typeof walk> =>
      walk(
        (_, request) => {
          if (request > 3) throw error;
          return { items: all };
        },
        { pageSize: 10 },
      );
    expect((await read(new PageNotFound())).found).toEqual(all);
    await expect(read(new Error("reset"))).rejects.toThrow("reset");
  });

  test("fails for a server that ignores the page size too, if its page is full", async () => {
    const all = createItems(10);
    const { found } = await walk(() => ({ items: all }), { pageSize: 11 });
    expect(found).toEqual(all);
    await expect(walk(() => ({ items: all }), { pageSize: 10 })).rejects.toThrow(InconsistentPages);
  });
});

describe("stated offsets", () => {
  test("may be the end offsets only", async () => {
    const all = createItems(8);
    const { found, requests } = await walk((pageNo) => {
      const { items, end } = cut(all, pageNo);
      return { items, end, total: 8 };
    });
    expect(found).toEqual(all);
    expect(requests).toEqual([undefined, 1, 2]);
  });

  test("below the offset of the first page are ignored", async () => {
    const all = createItems(8);
    const { found } = await walk((pageNo = 0) => ({
      ...cut(all, pageNo),
      start: pageNo ? pageNo * 3 : 100,
      total: 200,
    }));
    expect(found).toEqual(all);
  });

  test("of page 1 may equal the offsets of the first page, even if all items of page 1 are new", async () => {
    const list = new ListServer(
      { firstPage: 1, maxPageSize: 2, states: "offsets and total", pastTheEnd: "empty page" },
      3,
      createChangesAt({ 1: { added: 2 }, 2: { added: 2 } }),
    );
    expect(await list.all()).toEqual(expect.arrayContaining([...list.initial]));
  });

  test("of a re-read page may be unchanged, even if all of its items are new", async () => {
    const list = new ListServer(
      { firstPage: 1, maxPageSize: 2, states: "offsets and total", pastTheEnd: "first page" },
      12,
      createChangesAt({ 2: { removed: [0, 0] }, 5: { removed: [0, 0] } }),
    );
    expect(new Set(await list.all())).toEqual(new Set(list.initial));
  });
});

test("pages of different lengths cost a few more requests, if the server leaves items out", async () => {
  const all = createItems(25);
  const pages = [3, 2, 3, 2, 3, 2, 3, 2, 3, 2].map((length) => all.splice(0, length));
  const { found, requests } = await walk((pageNo = 0) => ({ items: pages[pageNo] ?? [] }));
  expect(found).toEqual(pages.flat());
  // The page before a longer one is re-read three times.
  expect(requests).toEqual([undefined, 1, 2, 1, 2, 3, 4, 3, 4, 5, 6, 5, 6, 7, 8, 9, 10]);
});

test.each([
  { from: 4, to: 2, requests: [undefined, 1, 2, 3, 6, 7, 8, 9, 10, 11] },
  { from: 2, to: 4, requests: [undefined, 1, 2, 3, 1, 2, 3, 4, 5] },
])("a page size that changes from $from to $to costs one request to find the next page", async (given) => {
  const list = new ListServer(
    { firstPage: 0, maxPageSize: given.from, states: "offsets and total", pastTheEnd: "empty page" },
    23,
  );
  const found: string[] = [];
  for await (const { items } of list.walk()) {
    found.push(...items);
    if (list.requests.length === 3) list.behavior.maxPageSize = given.to;
  }
  expect(found).toEqual(list.initial);
  expect(list.requests).toEqual(given.requests);
});

test("a first page that is returned past the end does not show that pages count from 1", async () => {
  const list = new ListServer(
    { firstPage: 0, maxPageSize: 3, states: "offsets and total", pastTheEnd: "first page" },
    3,
  );
  await list.all({ pageSize: 3 });
  list.items.push("item 3", "item 4");
  expect(await list.all({ pageSize: 3 })).toEqual(list.items);
});

test("an empty first page is the whole list", async () => {
  expect(await walk(() => ({ items: [] }))).toEqual({ found: [], requests: [undefined] });
});

describe("two copies of a list, of which the second has fewer items", () => {
  test.each([1, 2, 3])("are listed completely if every %i requests reach the same one", async (period) => {
    const all = createItems(40);
    const { found, requests } = await walk((pageNo, request) => ({
      ...cut(all, pageNo, 5),
      total: Math.floor(request / period) % 2 ? 40 : 43,
    }));
    expect(found).toEqual(all);
    expect(requests.length).toBeLessThanOrEqual(43);
  });

  test("are listed in few requests if every second request reaches the same one", async () => {
    const all = createItems(20);
    const { requests } = await walk((pageNo, request) => ({
      ...cut(all, pageNo, 5),
      total: request % 2 ? 20 : 21,
    }));
    // From the second fall of the total, a page is read twice to reach the other copy.
    expect(requests).toEqual([undefined, 1, 2, 1, 2, 1, 1, 2, 3, 2, 3, 2, 2, 3, 4, 3, 4, 3, 3]);
  });

  test("are listed completely if only one of them has the last page", async () => {
    const all = createItems(29);
    const { found, requests } = await walk((pageNo, request) => {
      const list = request % 2 ? all.slice(0, 28) : all;
      const page = cut(list, pageNo, 7);
      if (!page.items.length) throw new PageNotFound();
      return { ...page, total: list.length };
    });
    expect(found.slice(0, 28)).toEqual(all.slice(0, 28));
    // The last page is missing twice. Then the page before it is read twice, to reach the copy without that page.
    expect(requests.slice(-5)).toEqual([4, 3, 4, 3, 3]);
  });
});

describe("reading ahead without a total", () => {
  const behavior = { firstPage: 0, maxPageSize: 3, states: "nothing" } as const;

  test.each([
    { pastTheEnd: "empty page", again: [] },
    { pastTheEnd: "last page", again: [] },
    { pastTheEnd: "first page", again: [] },
    { pastTheEnd: "error", again: [7] },
  ] as const)(
    "requests few pages past the end, with an end by $pastTheEnd",
    async ({ pastTheEnd, again }) => {
      const list = new ListServer({ ...behavior, pastTheEnd }, 20);
      expect(await list.all({ pageSize: 3, concurrency: 4 })).toEqual(list.initial);
      expect(list.requests).toEqual([undefined, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...again]);
    },
  );

  test("begins only after a full first page", async () => {
    const list = new ListServer({ ...behavior, pastTheEnd: "empty page" }, 2);
    expect(await list.all({ pageSize: 3, concurrency: 4 })).toEqual(list.initial);
    expect(list.requests).toEqual([undefined, 1]);
  });
});

test.each(["first page", "last page"] as const)(
  "a list longer than what is remembered is yielded once, with an end by the %s",
  async (pastTheEnd) => {
    const list = new ListServer({ firstPage: 0, maxPageSize: 100, states: "nothing", pastTheEnd }, 15_000);
    const found = await list.all({ pageSize: 100 });
    expect(found).toHaveLength(15_000);
    expect(new Set(found).size).toBe(15_000);
  },
);

describe("one full page that grows", () => {
  /** Creates a list of one page, to which items are added before the third request. */
  const createGrowingPage = (pastTheEnd: Behavior["pastTheEnd"], added: number): ListServer =>
    new ListServer(
      { firstPage: 0, maxPageSize: 10, states: "offsets and total", pastTheEnd },
      10,
      createChangesAt({ 2: { added } }),
    );

  test.each(["first page", "last page", "empty page", "error"] as const)(
    "is listed, numbered from 0, with an end by %s",
    async (pastTheEnd) => {
      const list = createGrowingPage(pastTheEnd, 1);
      const found = await list.all({ pageSize: 10 });
      expect(found.slice(0, 10)).toEqual(list.initial);
      expect(list.requests.length).toBeLessThanOrEqual(5);
    },
  );

  test.each(["first page", "last page"] as const)(
    "is listed if it grows by several items after page 1 was the %s again",
    async (pastTheEnd) => {
      const list = createGrowingPage(pastTheEnd, 7);
      expect((await list.all({ pageSize: 10 })).slice(0, 10)).toEqual(list.initial);
    },
  );
});

describe("a server that repeats a page past the end", () => {
  const servers = (["last page", "first page"] as const).flatMap((pastTheEnd) =>
    ([0, 1] as const).map((firstPage) => ({ pastTheEnd, firstPage })),
  );

  test.each([5, 6].flatMap((length) => servers.map((given) => ({ ...given, length }))))(
    "lists a page of $length items that grows with each request: the $pastTheEnd, numbered from $firstPage",
    async ({ length, ...given }) => {
      const list = new ListServer({ ...given, maxPageSize: 7, states: "nothing" }, length, (request) => ({
        added: request + length > 7 ? 0 : 1,
        removed: [],
      }));
      const found = await list.all({ pageSize: 7 });
      expect(found).toEqual(expect.arrayContaining([...list.initial]));
    },
  );

  test.each([5, 8, 20, 58].flatMap((length) => servers.map((given) => ({ ...given, length }))))(
    "ends a list of $length items that grows at its end: the $pastTheEnd, numbered from $firstPage",
    async ({ length, ...given }) => {
      const list = new ListServer({ ...given, maxPageSize: 50, states: "nothing" }, length);
      const readPage = async (pageNo: number | undefined, pageSize?: number) => {
        list.items.push(`late ${list.items.length}`);
        return list.readPage(pageNo, pageSize);
      };
      const found = await list.all({ pageSize: 50 }, { ...list.source, readPage });
      expect(found.slice(0, length)).toEqual(list.initial);
      expect(list.requests.length).toBeLessThanOrEqual(6);
    },
  );

  test.each(servers)(
    "needs no check after several pages: the $pastTheEnd, numbered from $firstPage",
    async (given) => {
      const list = new ListServer({ ...given, maxPageSize: 3, states: "nothing" }, 9);
      expect(await list.all({ pageSize: 3 })).toEqual(list.initial);
      expect(list.requests).toEqual([undefined, 1, 2, 3, 4].concat(given.firstPage ? [5] : []));
    },
  );

  test("ends in an error if the list keeps changing with each request", async () => {
    const list = new ListServer(
      { firstPage: 0, maxPageSize: 50, states: "nothing", pastTheEnd: "last page" },
      60,
    );
    const readPage = async (pageNo: number | undefined, pageSize?: number) => {
      list.items.push(`late ${list.requests.length}`);
      list.items.shift();
      return list.readPage(pageNo, pageSize);
    };
    await expect(list.all({ pageSize: 50 }, { ...list.source, readPage })).rejects.toThrow(
      "the list changes faster than it can be read",
    );
    expect(list.requests.length).toBeLessThan(1_010);
  });
});

test("errors at two consecutive pages that occur once do not end the list", async () => {
  const all = createItems(20);
  const { found } = await walk((pageNo, request) => {
    if (request === 3 || request === 6) throw new PageNotFound();
    return { items: cut(all, pageNo).items };
  });
  expect(found).toEqual(all);
});

test("a page whose last item is new continues the list, even if items before it are out of order", async () => {
  const pages = ["0 1 2", "b a 0", "a 0 2", "0 4 5", "6"].map((ids) => ids.split(" ").map((id) => ({ id })));
  const { found } = await walk((pageNo = 0) => ({ items: pages[pageNo] ?? [] }), { pageSize: 3 });
  expect(found.map(({ id }) => id).join(" ")).toBe("0 1 2 b a 4 5 6");
});

test("a list whose last items are replaced with each request ends where no page follows", async () => {
  const list = new ListServer({ firstPage: 0, maxPageSize: 100, states: "total", pastTheEnd: "error" }, 60);
  const readPage = async (pageNo: number | undefined, pageSize?: number) => {
    if (list.requests.length > 100) throw new Error("the walk does not end");
    list.items.push(`late ${list.requests.length}`);
    list.items.splice(-2, 1);
    return list.readPage(pageNo, pageSize);
  };
  const found = await list.all({ pageSize: 100 }, { ...list.source, readPage });
  expect(found.slice(0, 59)).toEqual(list.initial.slice(0, 59));
  expect(list.requests.length).toBeLessThanOrEqual(6);
});
