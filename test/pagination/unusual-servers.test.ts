import { describe, expect, test } from "vitest";
import { type Behavior, type Change, InconsistentPages, ListServer, PageNotFound } from "./list-server.js";
import { createItems, cutPage, walk } from "./scripted-pages.js";

/** Creates changes before some of the requests, by the number of requests before them. */
const createChangesAt =
  (changes: Readonly<Record<number, Partial<Change>>>) =>
  (request: number): Change => ({ added: 0, removed: [], ...changes[request] });

describe("the check whether a server ignores the page number", () => {
  test.each([
    { length: 5, pastTheEnd: "the first page", requests: [undefined, 1, 2, undefined] },
    { length: 5, pastTheEnd: "the last page", requests: [undefined, 1, 2, undefined] },
    { length: 8, pastTheEnd: "the first page", requests: [undefined, 1, 2, 7] },
    { length: 10, pastTheEnd: "the last page", requests: [undefined, 1, 2, 9] },
  ] as const)("passes for one full page of $length items that is followed by $pastTheEnd", async (given) => {
    const { length, pastTheEnd, requests } = given;
    const list = new ListServer({ firstPage: 0, maxPageSize: length, states: "nothing", pastTheEnd }, length);
    expect(await list.listAll({ pageSize: length })).toEqual(list.initial);
    expect(list.requests).toEqual(requests);
  });

  test.each([8, 10])("fails for full pages of %i items that are all the same", async (size) => {
    const list = new ListServer(
      {
        firstPage: 0,
        maxPageSize: size,
        states: "nothing",
        pastTheEnd: "an empty page",
        ignoresPageNo: true,
      },
      50,
    );
    await expect(list.listAll({ pageSize: size })).rejects.toThrow(
      "the page is the same for every page number",
    );
    expect(list.requests).toEqual([undefined, 1, 2, size - 1, 2]);
  });

  test("fails for full pages that are all the same, even if the total is their length", async () => {
    const list = new ListServer(
      {
        firstPage: 0,
        maxPageSize: 10,
        states: "offsets and total",
        pastTheEnd: "an empty page",
        ignoresPageNo: true,
      },
      50,
    );
    const source = list.changePages((page) => ({ ...page, total: page.items.length }));
    await expect(list.listAll({ pageSize: 10 }, source)).rejects.toThrow(InconsistentPages);
  });

  test.each(["the first page", "the last page"] as const)(
    "is not made for a page that is not full and followed by %s",
    async (pastTheEnd) => {
      const list = new ListServer({ firstPage: 0, maxPageSize: 10, states: "nothing", pastTheEnd }, 4);
      expect(await list.listAll({ pageSize: 10 })).toEqual(list.initial);
      expect(list.requests).toEqual([undefined, 1, 2]);
    },
  );

  test("is not made for a page that has grown", async () => {
    const list = new ListServer(
      { firstPage: 1, maxPageSize: 4, states: "total", pastTheEnd: "the first page" },
      1,
      createChangesAt({ 1: { added: 2 } }),
    );
    await list.listAll();
    expect(list.requests).toEqual([undefined, 1, 2]);
  });

  test("passes if the requested pages are not found, and rethrows other errors", async () => {
    const allItems = createItems(10);
    const read = (error: Error): ReturnType<typeof walk> =>
      walk(
        (_, request) => {
          if (request > 3) throw error;
          return { items: allItems };
        },
        { pageSize: 10 },
      );
    expect((await read(new PageNotFound())).listed).toEqual(allItems);
    await expect(read(new Error("reset"))).rejects.toThrow("reset");
  });

  test.each([0, 1] as const)(
    "passes for a full page that grows while it is checked, numbered from %i",
    async (firstPage) => {
      for (const end of [0, 1]) {
        const list = new ListServer(
          { firstPage, maxPageSize: 100, states: "nothing", pastTheEnd: "the first page" },
          5,
        );
        const readPage = async (pageNo: number | undefined, pageSize = 5) => {
          if (list.requests.length === 3) list.items.splice(end * 5, 0, "new");
          return list.readPage(pageNo, pageSize);
        };
        expect(await list.listAll({ pageSize: 5 }, { ...list.source, readPage })).toEqual(list.initial);
        expect(list.requests).toEqual([undefined, 1, 2, undefined, 5]);
      }
    },
  );

  test("fails for a server that ignores the page size too, if its page is full", async () => {
    const allItems = createItems(10);
    const { listed } = await walk(() => ({ items: allItems }), { pageSize: 11 });
    expect(listed).toEqual(allItems);
    await expect(walk(() => ({ items: allItems }), { pageSize: 10 })).rejects.toThrow(InconsistentPages);
  });
});

describe("stated offsets", () => {
  test("may be the end offsets only", async () => {
    const allItems = createItems(8);
    const { listed, requests } = await walk((pageNo) => {
      const { items, end } = cutPage(allItems, pageNo);
      return { items, end, total: 8 };
    });
    expect(listed).toEqual(allItems);
    expect(requests).toEqual([undefined, 1, 2]);
  });

  test("below the offset of the first page are ignored", async () => {
    const allItems = createItems(8);
    const { listed } = await walk((pageNo = 0) => ({
      ...cutPage(allItems, pageNo),
      start: pageNo ? pageNo * 3 : 100,
      total: 200,
    }));
    expect(listed).toEqual(allItems);
  });

  test("of page 1 may equal those of the first page, even if all items of page 1 are new", async () => {
    const list = new ListServer(
      { firstPage: 1, maxPageSize: 2, states: "offsets and total", pastTheEnd: "an empty page" },
      3,
      createChangesAt({ 1: { added: 2 }, 2: { added: 2 } }),
    );
    expect(await list.listAll()).toEqual(expect.arrayContaining([...list.initial]));
  });

  test("of a re-read page may be unchanged, even if all of its items are new", async () => {
    const list = new ListServer(
      { firstPage: 1, maxPageSize: 2, states: "offsets and total", pastTheEnd: "the first page" },
      12,
      createChangesAt({ 2: { removed: [0, 0] }, 5: { removed: [0, 0] } }),
    );
    expect(new Set(await list.listAll())).toEqual(new Set(list.initial));
  });
});

test("pages of different lengths cost a few additional requests if the server leaves items out", async () => {
  const allItems = createItems(25);
  const pages = [3, 2, 3, 2, 3, 2, 3, 2, 3, 2].map((length) => allItems.splice(0, length));
  const { listed, requests } = await walk((pageNo = 0) => ({ items: pages[pageNo] ?? [] }));
  expect(listed).toEqual(pages.flat());
  // The page before a longer one is re-read three times.
  expect(requests).toEqual([undefined, 1, 2, 1, 2, 3, 4, 3, 4, 5, 6, 5, 6, 7, 8, 9, 10]);
});

test.each([
  { from: 4, to: 2, requests: [undefined, 1, 2, 3, 6, 7, 8, 9, 10, 11] },
  { from: 2, to: 4, requests: [undefined, 1, 2, 3, 1, 2, 3, 4, 5] },
])("a page size that changes from $from to $to costs one request to find the next page", async (given) => {
  const list = new ListServer(
    { firstPage: 0, maxPageSize: given.from, states: "offsets and total", pastTheEnd: "an empty page" },
    23,
  );
  const listed: string[] = [];
  for await (const { items } of list.walk()) {
    listed.push(...items);
    if (list.requests.length === 3) list.behavior.maxPageSize = given.to;
  }
  expect(listed).toEqual(list.initial);
  expect(list.requests).toEqual(given.requests);
});

test("a first page that is returned past the end does not show that pages count from 1", async () => {
  const list = new ListServer(
    { firstPage: 0, maxPageSize: 3, states: "offsets and total", pastTheEnd: "the first page" },
    3,
  );
  await list.listAll({ pageSize: 3 });
  list.items.push("item 3", "item 4");
  expect(await list.listAll({ pageSize: 3 })).toEqual(list.items);
});

test("a list whose pages all end with the same item without an id does not end early", async () => {
  const items = createItems(15).map((item, index) => (index % 3 === 2 ? { id: null } : item));
  const { listed } = await walk((pageNo) => ({ items: cutPage(items, pageNo).items }));
  expect(listed).toEqual(items);
});

test("an empty first page is the whole list", async () => {
  expect(await walk(() => ({ items: [] }))).toEqual({ listed: [], requests: [undefined] });
});

describe("two copies of a list, of which the second has fewer items", () => {
  test.each([1, 2, 3])("are listed completely if every %i requests reach the same one", async (period) => {
    const allItems = createItems(40);
    const { listed, requests } = await walk((pageNo, request) => ({
      ...cutPage(allItems, pageNo, 5),
      total: Math.floor(request / period) % 2 ? 40 : 43,
    }));
    expect(listed).toEqual(allItems);
    expect(requests.length).toBeLessThanOrEqual(43);
  });

  test("are listed in few requests if every second request reaches the same one", async () => {
    const allItems = createItems(20);
    const { requests } = await walk((pageNo, request) => ({
      ...cutPage(allItems, pageNo, 5),
      total: request % 2 ? 20 : 21,
    }));
    // From the second fall of the total, a page is read twice to reach the other copy.
    expect(requests).toEqual([undefined, 1, 2, 1, 2, 1, 1, 2, 3, 2, 3, 2, 2, 3, 4, 3, 4, 3, 3]);
  });

  test.each([0, 1] as const)(
    "are listed in few requests if they take turns and repeat the first page past the end, numbered from %i",
    async (firstPage) => {
      const allItems = createItems(11);
      const { listed, requests } = await walk((pageNo = firstPage, request) => {
        const list = request % 2 ? allItems : allItems.slice(0, 10);
        const page = cutPage(list, pageNo - firstPage, 5);
        return {
          ...(pageNo >= firstPage && page.items.length ? page : cutPage(list, 0, 5)),
          total: list.length,
        };
      });
      expect(listed.slice(0, 10)).toEqual(allItems.slice(0, 10));
      expect(requests.length).toBeLessThanOrEqual(34);
    },
  );

  test("are listed completely if only one of them has the last page", async () => {
    const allItems = createItems(29);
    const { listed, requests } = await walk((pageNo, request) => {
      const list = request % 2 ? allItems.slice(0, 28) : allItems;
      const page = cutPage(list, pageNo, 7);
      if (!page.items.length) throw new PageNotFound();
      return { ...page, total: list.length };
    });
    expect(listed.slice(0, 28)).toEqual(allItems.slice(0, 28));
    // The last page is missing twice. Then the page before it is read twice, to reach the copy without that page.
    expect(requests.slice(-5)).toEqual([4, 3, 4, 3, 3]);
  });
});

describe("reading ahead without a total", () => {
  const behavior = { firstPage: 0, maxPageSize: 3, states: "nothing" } as const;

  test.each([
    { pastTheEnd: "an empty page", repeated: [] },
    { pastTheEnd: "the last page", repeated: [] },
    { pastTheEnd: "the first page", repeated: [] },
    { pastTheEnd: "an error", repeated: [7] },
  ] as const)(
    "requests few pages past the end if the server returns $pastTheEnd there",
    async ({ pastTheEnd, repeated }) => {
      const list = new ListServer({ ...behavior, pastTheEnd }, 20);
      expect(await list.listAll({ pageSize: 3, concurrency: 4 })).toEqual(list.initial);
      expect(list.requests).toEqual([undefined, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...repeated]);
    },
  );

  test("requests one page past the end after the first page was repeated", async () => {
    const list = new ListServer(
      { firstPage: 1, maxPageSize: 5, states: "nothing", pastTheEnd: "an empty page" },
      9,
    );
    expect(await list.listAll({ concurrency: 4 })).toEqual(list.initial);
    expect(list.requests).toEqual([undefined, 1, 2, 3, 4]);
  });

  test("begins only after a full first page", async () => {
    const list = new ListServer({ ...behavior, pastTheEnd: "an empty page" }, 2);
    expect(await list.listAll({ pageSize: 3, concurrency: 4 })).toEqual(list.initial);
    expect(list.requests).toEqual([undefined, 1]);
  });
});

test.each(["the first page", "the last page"] as const)(
  "a list that is longer than the remembered items is yielded once if it is followed by %s",
  async (pastTheEnd) => {
    const list = new ListServer({ firstPage: 0, maxPageSize: 100, states: "nothing", pastTheEnd }, 15_000);
    const listed = await list.listAll({ pageSize: 100 });
    expect(listed).toHaveLength(15_000);
    expect(new Set(listed).size).toBe(15_000);
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

  test.each(["the first page", "the last page", "an empty page", "an error"] as const)(
    "is listed completely if it is followed by %s",
    async (pastTheEnd) => {
      const list = createGrowingPage(pastTheEnd, 1);
      const listed = await list.listAll({ pageSize: 10 });
      expect(listed.slice(0, 10)).toEqual(list.initial);
      expect(list.requests.length).toBeLessThanOrEqual(5);
    },
  );

  test("is listed in three requests if page 2, which is an error, is the end", async () => {
    const list = new ListServer(
      { firstPage: 1, maxPageSize: 3, states: "nothing", pastTheEnd: "an error" },
      3,
      createChangesAt({ 2: { added: 1 } }),
    );
    expect(await list.listAll()).toEqual(list.initial);
    expect(list.requests).toEqual([undefined, 1, 2]);
  });

  test.each(["the first page", "the last page"] as const)(
    "is listed completely if it grows by several items after the server repeated %s",
    async (pastTheEnd) => {
      const list = createGrowingPage(pastTheEnd, 7);
      expect((await list.listAll({ pageSize: 10 })).slice(0, 10)).toEqual(list.initial);
    },
  );
});

describe("a list whose server repeats a page past the end", () => {
  const servers = (["the last page", "the first page"] as const).flatMap((pastTheEnd) =>
    ([0, 1] as const).map((firstPage) => ({ pastTheEnd, firstPage })),
  );

  test.each([5, 6].flatMap((length) => servers.map((given) => ({ ...given, length }))))(
    "is listed if its $length items grow with each request and are followed by $pastTheEnd, numbered from $firstPage",
    async ({ length, ...given }) => {
      const list = new ListServer({ ...given, maxPageSize: 7, states: "nothing" }, length, (request) => ({
        added: request + length > 7 ? 0 : 1,
        removed: [],
      }));
      const listed = await list.listAll({ pageSize: 7 });
      expect(listed).toEqual(expect.arrayContaining([...list.initial]));
    },
  );

  test.each([5, 8, 20, 58].flatMap((length) => servers.map((given) => ({ ...given, length }))))(
    "ends if its $length items grow at their end and are followed by $pastTheEnd, numbered from $firstPage",
    async ({ length, ...given }) => {
      const list = new ListServer({ ...given, maxPageSize: 50, states: "nothing" }, length);
      const readPage = async (pageNo: number | undefined, pageSize?: number) => {
        list.items.push(`late ${list.items.length}`);
        return list.readPage(pageNo, pageSize);
      };
      const listed = await list.listAll({ pageSize: 50 }, { ...list.source, readPage });
      expect(listed.slice(0, length)).toEqual(list.initial);
      expect(list.requests.length).toBeLessThanOrEqual(6);
    },
  );

  test.each(servers.flatMap((given) => [3, 8].map((size) => ({ ...given, size }))))(
    "needs no check after several pages of $size items that are followed by $pastTheEnd, numbered from $firstPage",
    async ({ size, ...given }) => {
      const list = new ListServer({ ...given, maxPageSize: size, states: "nothing" }, 3 * size);
      expect(await list.listAll({ pageSize: size })).toEqual(list.initial);
      expect(list.requests).toEqual([undefined, 1, 2, 3, 4].concat(given.firstPage ? [5] : []));
    },
  );

  test("ends in an error if it keeps changing with each request", async () => {
    const list = new ListServer(
      { firstPage: 0, maxPageSize: 50, states: "nothing", pastTheEnd: "the last page" },
      60,
    );
    const readPage = async (pageNo: number | undefined, pageSize?: number) => {
      list.items.push(`late ${list.requests.length}`);
      list.items.shift();
      return list.readPage(pageNo, pageSize);
    };
    await expect(list.listAll({ pageSize: 50 }, { ...list.source, readPage })).rejects.toThrow(
      "the list changes faster than it can be read",
    );
    expect(list.requests.length).toBeLessThan(1_010);
  });
});

test("a list does not end at two consecutive pages that each fail once", async () => {
  const allItems = createItems(20);
  const { listed } = await walk((pageNo, request) => {
    if (request === 3 || request === 6) throw new PageNotFound();
    return { items: cutPage(allItems, pageNo).items };
  });
  expect(listed).toEqual(allItems);
});

test("a page whose last item is new continues the list, even if items before it are out of order", async () => {
  const pages = ["0 1 2", "b a 0", "a 0 2", "0 4 5", "6"].map((ids) => ids.split(" ").map((id) => ({ id })));
  const { listed } = await walk((pageNo = 0) => ({ items: pages[pageNo] ?? [] }), { pageSize: 3 });
  expect(listed.map(({ id }) => id).join(" ")).toBe("0 1 2 b a 4 5 6");
});

test("a list whose last items are replaced with each request ends after its last page", async () => {
  const list = new ListServer(
    { firstPage: 0, maxPageSize: 100, states: "total", pastTheEnd: "an error" },
    60,
  );
  const readPage = async (pageNo: number | undefined, pageSize?: number) => {
    if (list.requests.length > 100) throw new Error("the walk does not end");
    list.items.push(`late ${list.requests.length}`);
    list.items.splice(-2, 1);
    return list.readPage(pageNo, pageSize);
  };
  const listed = await list.listAll({ pageSize: 100 }, { ...list.source, readPage });
  expect(listed.slice(0, 59)).toEqual(list.initial.slice(0, 59));
  expect(list.requests.length).toBeLessThanOrEqual(6);
});

test.each(["an empty page", "an error"] as const)(
  "a list whose only item is replaced with each request ends if the server returns %s past the end",
  async (pastTheEnd) => {
    for (const firstPage of [0, 1] as const) {
      const list = new ListServer({ firstPage, maxPageSize: 20, states: "nothing", pastTheEnd }, 1, () => ({
        added: 1,
        removed: [0],
      }));
      await list.listAll({ pageSize: 20 });
      expect(list.requests.length).toBeLessThanOrEqual(6);
    }
  },
);

test("a total that falls once, to the end of a full page, does not end the list", async () => {
  const allItems = createItems(14);
  const { listed } = await walk(
    (pageNo = 1, request) => ({
      ...cutPage(allItems, Math.max(pageNo, 1) - 1, 10),
      total: request === 2 ? 10 : 14,
    }),
    { pageSize: 10 },
  );
  expect(listed).toEqual(allItems);
});

test("the error of a page that cannot be read is thrown if the total says that it exists", async () => {
  const error = new PageNotFound("page 2");
  const walking = walk(
    (pageNo = 1) => {
      if (pageNo > 1) throw error;
      return { ...cutPage(createItems(14), 0, 10), total: 14 };
    },
    { pageSize: 10 },
  );
  await expect(walking).rejects.toBe(error);
});
