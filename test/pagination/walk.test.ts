import { describe, expect, test } from "vitest";
import { createListServer, ListServer, PageNotFound } from "./list-server.js";
import { cut, createItems, walk } from "./scripted-pages.js";

describe("requests", () => {
  const table = [
    { states: "offsets and total", firstPage: 0, more: 0 },
    { states: "offsets and total", firstPage: 1, more: 1 },
    { states: "nothing", firstPage: 0, more: 1 },
    { states: "nothing", firstPage: 1, more: 2 },
  ] as const;
  const ends = [
    { pastTheEnd: "empty page", shortLast: 0, fullLast: 2 },
    { pastTheEnd: "error", shortLast: 1, fullLast: 2 },
    { pastTheEnd: "last page", shortLast: 1, fullLast: 1 },
    { pastTheEnd: "first page", shortLast: 1, fullLast: 1 },
  ] as const;

  test.each(table.flatMap((row) => ends.map((end) => ({ ...row, ...end }))))(
    "have the documented number for pages that state $states, numbered from $firstPage, with an end by $pastTheEnd",
    async ({ more, shortLast, fullLast, ...behavior }) => {
      for (const [length, unknownEnd, knownEnd] of [
        [20, shortLast, 0],
        [21, fullLast, 1],
      ] as const) {
        const list = createListServer({ ...behavior, maxPageSize: 7 }, length);
        await list.all({ pageSize: 7 });
        const isKnown = behavior.states === "offsets and total";
        expect(list.requests).toHaveLength(3 + more + (isKnown ? knownEnd : unknownEnd));
      }
    },
  );

  test.each([0, 1] as const)(
    "are one for each page of a later listing, numbered from %i",
    async (firstPage) => {
      const list = createListServer({ firstPage, maxPageSize: 7 }, 20);
      await list.all({ pageSize: 7 });
      list.requests.length = 0;
      await list.all({ pageSize: 7 });
      expect(list.requests).toHaveLength(3);
    },
  );

  test.each(ends)(
    "are one after a full last page that is read ahead, with an end by $pastTheEnd",
    async (end) => {
      for (const firstPage of [0, 1] as const) {
        const list = createListServer({ ...end, firstPage, maxPageSize: 7 }, 21);
        expect(await list.all({ pageSize: 7, concurrency: 4 })).toEqual(list.initial);
        expect(list.requests).toHaveLength(4 + firstPage);
      }
    },
  );

  test("are the first page, then pages 1, 2 and 3", async () => {
    const list = createListServer({ firstPage: 1 }, 8);
    await list.all({ pageSize: 3 });
    expect(list.requests).toEqual([undefined, 1, 2, 3]);
  });

  test("leave out page 1 once the numbering is known", async () => {
    const list = createListServer({ firstPage: 1 }, 8);
    await list.all();
    list.requests.length = 0;
    await list.all();
    expect(list.requests).toEqual([undefined, 2, 3]);
  });

  test("are one for a single page that is not full, and two for a full one", async () => {
    const list = createListServer({}, 3);
    await list.all({ pageSize: 4 });
    expect(list.requests).toEqual([undefined]);
    await list.all({ pageSize: 3 });
    expect(list.requests.slice(1)).toEqual([undefined, 1]);
  });

  test("are not sent for pages after the needed items, even if pages are read ahead", async () => {
    const list = createListServer({}, 100);
    let found = 0;
    for await (const { items } of list.walk({ limit: 7, concurrency: 8 }))
      if ((found += items.length) >= 7) break;
    expect(found).toBe(9);
    expect(list.requests).toEqual([undefined, 1, 2]);
  });
});

test("a list of more than 1,000 pages is listed", async () => {
  const list = createListServer({}, 3_303);
  expect(await list.all()).toEqual(list.initial);
});

test("a server without pages, which returns the whole list for each page number, is listed once", async () => {
  const all = createItems(300_000);
  const { found, requests } = await walk(() => ({ ...cut(all, 0, 300_000), total: 300_000 }), {
    pageSize: 100,
  });
  expect(found).toHaveLength(300_000);
  expect(requests).toEqual([undefined, 1, 2]);
});

test("a server with exactly one page, by its total, is not treated as one that ignores the page number", async () => {
  const all = createItems(100);
  const { found } = await walk(() => ({ ...cut(all, 0, 100), total: 100 }), { pageSize: 100 });
  expect(found).toEqual(all);
});

describe("items without a key", () => {
  test("are all kept, even if they are the same", async () => {
    const all = Array.from({ length: 8 }, () => ({ id: null }));
    const { found } = await walk((pageNo) => ({ ...cut(all, pageNo), total: 8 }));
    expect(found).toHaveLength(8);
  });

  test("are kept beside new items, although their contents occurred before", async () => {
    const all = Array.from({ length: 9 }, (_, index) => ({ id: index % 3 ? null : `item ${index}` }));
    const { found } = await walk((pageNo) => ({ items: cut(all, pageNo).items }));
    expect(found).toEqual(all);
  });

  test("are not mistaken for items whose id is their contents", async () => {
    const all = [{ id: null }, { id: '1 {"id":null}' }];
    const { found } = await walk((pageNo) => ({ items: cut(all, pageNo).items }));
    expect(found).toEqual(all);
  });

  test("are kept once on a server that counts from 1 and states neither offsets nor a total", async () => {
    const all = Array.from({ length: 8 }, (_, index) => ({ id: index ? "" : null, text: String(index % 7) }));
    const { found } = await walk((pageNo) => ({ items: cut(all, Math.max(0, (pageNo ?? 1) - 1)).items }));
    expect(found).toEqual(all);
  });
});

test("a list that shrinks to two items is not mistaken for one whose server ignores the page number", async () => {
  const removed = [[], [], [0], [1, 2], [1, 2]];
  const list = new ListServer(
    { firstPage: 0, maxPageSize: 7, states: "nothing", pastTheEnd: "first page" },
    7,
    (request) => ({ added: 0, removed: removed[request] ?? [] }),
  );
  expect(await list.all({ pageSize: 8 })).toEqual(list.initial);
});

describe("a page that is missing", () => {
  test("is the end if it is missing twice", async () => {
    const list = createListServer({ states: "nothing", pastTheEnd: "error" }, 6);
    await list.all({ pageSize: 3 });
    expect(list.requests).toEqual([undefined, 1, 2, 1, 2]);
  });

  test.each([
    {
      kind: "an error",
      missing: () => {
        throw new PageNotFound();
      },
    },
    { kind: "an empty page", missing: () => ({ items: [] }) },
  ])("is requested again, since $kind that occurs once is not the end", async ({ missing }) => {
    const all = createItems(20);
    for (const failing of [2, 3, 4]) {
      const { found } = await walk((pageNo, request) =>
        request === failing ? missing() : { items: cut(all, pageNo, 6).items },
      );
      expect(found).toEqual(all);
    }
  });

  test("is requested again if the total exceeds the found items only by items that the server leaves out", async () => {
    const all = createItems(4);
    const { found } = await walk(
      (pageNo, request) => {
        const list = request > 1 ? all.slice(1) : all;
        const { items, start = 0 } = cut(list, pageNo);
        if (!items.length) throw new PageNotFound();
        return { items, start, end: start + items.length + 1, total: list.length };
      },
      { pageSize: 4 },
    );
    expect(found).toEqual(all);
  });

  test("is followed by items that moved to the page before it", async () => {
    const all = createItems(7);
    const { found } = await walk((pageNo, request) => ({
      items: cut(request < 3 ? all : all.slice(1), pageNo).items,
    }));
    expect(found).toEqual(all);
  });

  test("is an error if the total includes it", async () => {
    const all = createItems(9);
    const walked = walk((pageNo) => {
      if (pageNo === 2) throw new PageNotFound("2");
      return { ...cut(all, pageNo), total: 9 };
    });
    await expect(walked).rejects.toThrow(/^2$/);
  });

  test("is an error if no page can be read", async () => {
    const all = createItems(9);
    const walked = walk((pageNo, request) => {
      if (request > 2) throw new PageNotFound(String(request));
      return { items: cut(all, pageNo).items };
    });
    await expect(walked).rejects.toThrow(/^3$/);
  });

  test("does not end a list that shrinks and grows around its last page", async () => {
    const lengths = [29, 29, 29, 29, 28, 29, 28];
    const all = createItems(29);
    const { found } = await walk((pageNo, request) => {
      const length = lengths[Math.min(request, lengths.length) - 1] ?? 0;
      const page = cut(all.slice(0, length), pageNo, 7);
      if (!page.items.length) throw new PageNotFound();
      return { ...page, total: length };
    });
    expect(found).toEqual(all.slice(0, 28));
  });
});

describe("a list that loses an item with each request", () => {
  const positions = { first: 0, middle: 17, last: -1 };
  const lists = Object.entries(positions).flatMap(([position, index]) =>
    ([0, 1] as const).map((firstPage) => ({ position, index, firstPage })),
  );

  test.each(lists)(
    "is listed completely, in four requests a page: the $position item, numbered from $firstPage",
    async ({ index, firstPage }) => {
      const list: ListServer = new ListServer(
        { firstPage, maxPageSize: 10, states: "offsets and total", pastTheEnd: "empty page" },
        90,
        () => ({ added: 0, removed: [(index + list.items.length) % list.items.length] }),
      );
      const found = await list.all({ pageSize: 10 });
      expect(new Set(found).size).toBe(found.length);
      expect(found).toEqual(expect.arrayContaining([...list.remaining]));
      expect(list.requests.length).toBeLessThanOrEqual(40);
    },
  );
});

describe("offsets", () => {
  test("may count from any number", async () => {
    const all = createItems(8);
    const { found, requests } = await walk((pageNo) => {
      const { items, start = 0 } = cut(all, pageNo);
      return { items, start: start + 7, total: 8 };
    });
    expect(found).toEqual(all);
    expect(requests).toEqual([undefined, 1, 2]);
  });

  test("are ignored where the end is before the start", async () => {
    const all = createItems(8);
    const { found } = await walk((pageNo) => {
      const { items, start = 0, end } = cut(all, pageNo);
      return { items, start: end, end: start, total: 8 };
    });
    expect(found).toEqual(all);
  });

  test("that do not change are ignored if the items differ", async () => {
    const all = createItems(8);
    const { found } = await walk((pageNo) => ({ ...cut(all, pageNo), start: 0, end: 3, total: 8 }));
    expect(found).toEqual(all);
  });

  test("are ignored where they span fewer items than the page has", async () => {
    const all = createItems(8);
    const { found, requests } = await walk((pageNo = 0) => ({
      ...cut(all, pageNo),
      start: pageNo,
      end: pageNo + 1,
      total: 8,
    }));
    expect(found).toEqual(all);
    expect(requests).toEqual([undefined, 1, 2, 3]);
  });

  test("may have gaps if the server leaves items out", async () => {
    const all = createItems(9);
    const { found } = await walk((pageNo) => {
      const page = cut(all, pageNo);
      return { ...page, items: page.items.slice(0, 2), total: 9 };
    });
    expect(found.map(({ id }) => id)).toEqual([0, 1, 3, 4, 6, 7].map((index) => `item ${index}`));
  });
});

describe("a page size that changes during the walk", () => {
  test.each([
    { states: "nothing", from: 4, to: 2 },
    { states: "nothing", from: 2, to: 4 },
    { states: "offsets and total", from: 4, to: 2 },
    { states: "offsets and total", from: 2, to: 4 },
  ] as const)("loses and repeats no item, from $from to $to, if pages state $states", async (given) => {
    for (const firstPage of [0, 1] as const) {
      const list = createListServer({ ...given, firstPage, maxPageSize: given.from }, 23);
      const found: string[] = [];
      for await (const { items } of list.walk()) {
        found.push(...items);
        if (list.requests.length === 4) list.behavior.maxPageSize = given.to;
      }
      expect([...found].sort()).toEqual([...list.initial].sort());
    }
  });
});

test("an item that moves between two pages that are read again is not lost", async () => {
  const list = new ListServer(
    { firstPage: 0, maxPageSize: 2, states: "offsets and total", pastTheEnd: "empty page" },
    6,
  );
  const changes = [
    () => undefined,
    () => list.items.shift(),
    () => list.items.unshift("new"),
    () => list.items.splice(list.items.indexOf("item 2"), 1),
  ];
  const readPage = async (pageNo: number | undefined, pageSize?: number) => {
    changes[list.requests.length - 1]?.();
    return list.readPage(pageNo, pageSize);
  };
  expect(await list.all({ pageSize: 2 }, { ...list.source, readPage })).toContain("item 4");
});
