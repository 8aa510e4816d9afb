import { describe, expect, test } from "vitest";
import { createListServer, ListServer, PageNotFound } from "./list-server.js";
import { createItems, cutPage, walk } from "./scripted-pages.js";

describe("requests", () => {
  const starts = [
    { states: "offsets and total", firstPage: 0, additional: 0 },
    { states: "offsets and total", firstPage: 1, additional: 1 },
    { states: "nothing", firstPage: 0, additional: 1 },
    { states: "nothing", firstPage: 1, additional: 2 },
  ] as const;
  const ends = [
    { pastTheEnd: "an empty page", shortLast: 0, fullLast: 2 },
    { pastTheEnd: "an error", shortLast: 1, fullLast: 2 },
    { pastTheEnd: "the last page", shortLast: 1, fullLast: 1 },
    { pastTheEnd: "the first page", shortLast: 1, fullLast: 1 },
  ] as const;

  test.each(starts.flatMap((start) => ends.map((end) => ({ ...start, ...end }))))(
    "have the documented number if pages state $states, numbered from $firstPage, and $pastTheEnd follows",
    async ({ additional, shortLast, fullLast, ...behavior }) => {
      for (const [length, unknownEnd, knownEnd] of [
        [20, shortLast, 0],
        [21, fullLast, 1],
      ] as const) {
        const list = createListServer({ ...behavior, maxPageSize: 7 }, length);
        await list.listAll({ pageSize: 7 });
        const isKnown = behavior.states === "offsets and total";
        expect(list.requests).toHaveLength(3 + additional + (isKnown ? knownEnd : unknownEnd));
      }
    },
  );

  test.each([0, 1] as const)(
    "are one for each page of a later listing whose pages are numbered from %i",
    async (firstPage) => {
      const list = createListServer({ firstPage, maxPageSize: 7 }, 20);
      await list.listAll({ pageSize: 7 });
      list.requests.length = 0;
      await list.listAll({ pageSize: 7 });
      expect(list.requests).toHaveLength(3);
    },
  );

  test.each(ends)(
    "are one after a full last page that is read ahead and followed by $pastTheEnd",
    async (end) => {
      for (const firstPage of [0, 1] as const) {
        const list = createListServer({ ...end, firstPage, maxPageSize: 7 }, 21);
        expect(await list.listAll({ pageSize: 7, concurrency: 4 })).toEqual(list.initial);
        expect(list.requests).toHaveLength(4 + firstPage);
      }
    },
  );

  test.each([0, 1] as const)(
    "are concurrent up to the last page according to the total, numbered from %i",
    async (firstPage) => {
      const list = createListServer({ firstPage }, 20);
      let inFlight = 0;
      const concurrent: number[] = [];
      const readPage: typeof list.source.readPage = async (pageNo) => {
        concurrent.push(++inFlight);
        await new Promise(setImmediate);
        inFlight--;
        return list.readPage(pageNo);
      };
      await list.listAll({ concurrency: 3 }, { ...list.source, readPage });
      expect(Math.max(...concurrent)).toBe(3);
      expect(list.requests).toHaveLength(7 + firstPage);
    },
  );

  test("are the first page, then pages 1, 2 and 3", async () => {
    const list = createListServer({ firstPage: 1 }, 8);
    await list.listAll({ pageSize: 3 });
    expect(list.requests).toEqual([undefined, 1, 2, 3]);
  });

  test("leave out page 1 once the numbering is known", async () => {
    const list = createListServer({ firstPage: 1 }, 8);
    await list.listAll();
    list.requests.length = 0;
    await list.listAll();
    expect(list.requests).toEqual([undefined, 2, 3]);
  });

  test("are one for a single page that is not full, and two for a full one", async () => {
    const list = createListServer({}, 3);
    await list.listAll({ pageSize: 4 });
    expect(list.requests).toEqual([undefined]);
    await list.listAll({ pageSize: 3 });
    expect(list.requests.slice(1)).toEqual([undefined, 1]);
  });

  test("are not sent for pages after the needed items, even if pages are read ahead", async () => {
    const list = createListServer({}, 100);
    let listed = 0;
    for await (const { items } of list.walk({ limit: 7, concurrency: 8 }))
      if ((listed += items.length) >= 7) break;
    expect(listed).toBe(9);
    expect(list.requests).toEqual([undefined, 1, 2]);
  });
});

test("a list of more than 1,000 pages is listed", async () => {
  const list = createListServer({}, 3_303);
  expect(await list.listAll()).toEqual(list.initial);
});

test("a server without pages, which returns the whole list for each page number, is listed once", async () => {
  const allItems = createItems(300_000);
  const { listed, requests } = await walk(() => ({ ...cutPage(allItems, 0, 300_000), total: 300_000 }), {
    pageSize: 100,
  });
  expect(listed).toHaveLength(300_000);
  expect(requests).toEqual([undefined, 1, 2]);
});

test("a server whose total is exactly one page is not treated as one that ignores the page number", async () => {
  const allItems = createItems(100);
  const { listed } = await walk(() => ({ ...cutPage(allItems, 0, 100), total: 100 }), { pageSize: 100 });
  expect(listed).toEqual(allItems);
});

describe("items without a key", () => {
  test("are all yielded, even if they are the same", async () => {
    const allItems = Array.from({ length: 8 }, () => ({ id: null }));
    const { listed } = await walk((pageNo) => ({ ...cutPage(allItems, pageNo), total: 8 }));
    expect(listed).toHaveLength(8);
  });

  test("are yielded beside new items, although their contents occurred before", async () => {
    const allItems = Array.from({ length: 9 }, (_, index) => ({ id: index % 3 ? null : `item ${index}` }));
    const { listed } = await walk((pageNo) => ({ items: cutPage(allItems, pageNo).items }));
    expect(listed).toEqual(allItems);
  });

  test("are not mistaken for items whose id is their contents", async () => {
    const allItems = [{ id: null }, { id: '1 {"id":null}' }];
    const { listed } = await walk((pageNo) => ({ items: cutPage(allItems, pageNo).items }));
    expect(listed).toEqual(allItems);
  });

  test("are yielded once if the server counts from 1 and states neither offsets nor a total", async () => {
    const allItems = Array.from({ length: 8 }, (_, index) => ({
      id: index ? "" : null,
      text: String(index % 7),
    }));
    const { listed } = await walk((pageNo) => ({
      items: cutPage(allItems, Math.max(0, (pageNo ?? 1) - 1)).items,
    }));
    expect(listed).toEqual(allItems);
  });
});

test("a list that shrinks to two items is not mistaken for one whose server ignores the page number", async () => {
  const removed = [[], [], [0], [1, 2], [1, 2]];
  const list = new ListServer(
    { firstPage: 0, maxPageSize: 7, states: "nothing", pastTheEnd: "the first page" },
    7,
    (request) => ({ added: 0, removed: removed[request] ?? [] }),
  );
  expect(await list.listAll({ pageSize: 8 })).toEqual(list.initial);
});

describe("a missing page", () => {
  test("is the end if it is missing twice", async () => {
    const list = createListServer({ states: "nothing", pastTheEnd: "an error" }, 6);
    await list.listAll({ pageSize: 3 });
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
  ])("is re-read, since $kind that occurs once is not the end", async ({ missing }) => {
    const allItems = createItems(20);
    for (const failing of [2, 3, 4]) {
      const { listed } = await walk((pageNo, request) =>
        request === failing ? missing() : { items: cutPage(allItems, pageNo, 6).items },
      );
      expect(listed).toEqual(allItems);
    }
  });

  test("is re-read if the total exceeds the listed items only by items that the server leaves out", async () => {
    const allItems = createItems(4);
    const { listed } = await walk(
      (pageNo, request) => {
        const list = request > 1 ? allItems.slice(1) : allItems;
        const { items, start = 0 } = cutPage(list, pageNo);
        if (!items.length) throw new PageNotFound();
        return { items, start, end: start + items.length + 1, total: list.length };
      },
      { pageSize: 4 },
    );
    expect(listed).toEqual(allItems);
  });

  test("is followed by items that moved to the page before it", async () => {
    const allItems = createItems(7);
    const { listed } = await walk((pageNo, request) => ({
      items: cutPage(request < 3 ? allItems : allItems.slice(1), pageNo).items,
    }));
    expect(listed).toEqual(allItems);
  });

  test.each(["start", "end"] as const)(
    "is an error if the total includes it and pages state their %s",
    async (field) => {
      const allItems = createItems(9);
      const walked = walk((pageNo) => {
        if (pageNo === 2) throw new PageNotFound("2");
        const { items, [field]: offset } = cutPage(allItems, pageNo);
        return { items, [field]: offset, total: 9 };
      });
      await expect(walked).rejects.toThrow(/^2$/);
    },
  );

  test("is an error if no page can be read", async () => {
    const allItems = createItems(9);
    const walked = walk((pageNo, request) => {
      if (request > 2) throw new PageNotFound(String(request));
      return { items: cutPage(allItems, pageNo).items };
    });
    await expect(walked).rejects.toThrow(/^3$/);
  });

  test("does not end a list that shrinks and grows around its last page", async () => {
    const lengths = [29, 29, 29, 29, 28, 29, 28];
    const allItems = createItems(29);
    const { listed } = await walk((pageNo, request) => {
      const length = lengths[Math.min(request, lengths.length) - 1] ?? 0;
      const page = cutPage(allItems.slice(0, length), pageNo, 7);
      if (!page.items.length) throw new PageNotFound();
      return { ...page, total: length };
    });
    expect(listed).toEqual(allItems.slice(0, 28));
  });
});

describe("a list that shrinks with each request", () => {
  const positions = { first: 0, middle: 17, last: -1 };
  const lists = Object.entries(positions).flatMap(([position, index]) =>
    ([0, 1] as const).map((firstPage) => ({ position, index, firstPage })),
  );

  test.each(lists)(
    "is listed in at most four requests for each page if it loses its $position item, numbered from $firstPage",
    async ({ index, firstPage }) => {
      const list: ListServer = new ListServer(
        { firstPage, maxPageSize: 10, states: "offsets and total", pastTheEnd: "an empty page" },
        90,
        () => ({ added: 0, removed: [(index + list.items.length) % list.items.length] }),
      );
      const listed = await list.listAll({ pageSize: 10 });
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed).toEqual(expect.arrayContaining([...list.remaining]));
      expect(list.requests.length).toBeLessThanOrEqual(40);
    },
  );
});

describe("a list that loses items during the walk is listed completely", () => {
  test.each<{ what: string; length: number; size: number; removed: Record<number, number[]>; concurrency?: number }>([
    { what: "from a page that was re-read", length: 10, size: 5, removed: { 1: [8], 2: [1, 5] } },
    { what: "between several pages that are re-read", length: 17, size: 1, removed: { 5: [4, 13, 5], 6: [7], 10: [12, 1], 13: [9], 16: [1] } },
    { what: "beyond pages that were read ahead", length: 15, size: 1, removed: { 3: [8, 3], 6: [0], 13: [10, 2, 9], 18: [0, 6, 0] }, concurrency: 2 },
  ])("if they are removed $what", async ({ length, size, removed, concurrency = 1 }) => {
    const list = new ListServer(
      { firstPage: 0, maxPageSize: size, states: "offsets and total", pastTheEnd: "an empty page" },
      length,
      (request) => ({ added: 0, removed: removed[request] ?? [] }),
    );
    const listed = await list.listAll({ concurrency });
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining([...list.remaining]));
  }); // prettier-ignore
});

describe("offsets", () => {
  test("may count from any number", async () => {
    const allItems = createItems(8);
    const { listed, requests } = await walk((pageNo) => {
      const { items, start = 0 } = cutPage(allItems, pageNo);
      return { items, start: start + 7, total: 8 };
    });
    expect(listed).toEqual(allItems);
    expect(requests).toEqual([undefined, 1, 2]);
  });

  test("are ignored where the end is before the start", async () => {
    const allItems = createItems(8);
    const { listed } = await walk((pageNo) => {
      const { items, start = 0, end } = cutPage(allItems, pageNo);
      return { items, start: end, end: start, total: 8 };
    });
    expect(listed).toEqual(allItems);
  });

  test("that do not change are ignored if the items differ", async () => {
    const allItems = createItems(8);
    const { listed } = await walk((pageNo) => ({ ...cutPage(allItems, pageNo), start: 0, end: 3, total: 8 }));
    expect(listed).toEqual(allItems);
  });

  test("are ignored where they span fewer items than the page has", async () => {
    const allItems = createItems(8);
    const { listed, requests } = await walk((pageNo = 0) => ({
      ...cutPage(allItems, pageNo),
      start: pageNo,
      end: pageNo + 1,
      total: 8,
    }));
    expect(listed).toEqual(allItems);
    expect(requests).toEqual([undefined, 1, 2, 3]);
  });

  test("are ignored from the first page that has more items than they span", async () => {
    const allItems = createItems(8);
    const { listed } = await walk((pageNo = 0) => ({
      ...cutPage(allItems, pageNo),
      start: 6 * pageNo,
      end: 6 * pageNo + (pageNo ? 1 : 3),
      total: 20,
    }));
    expect(listed).toEqual(allItems);
  });

  test("with a gap that no page fills end in an error", async () => {
    const allItems = createItems(6);
    const walked = walk((pageNo = 0) => {
      const { items, start = 0, end = 0 } = cutPage(allItems, pageNo);
      return { items, start: 2 * start, end: start + end, total: 9 };
    });
    await expect(walked).rejects.toThrow("the page does not contain the expected item 4 of 9");
  });

  test("may have gaps if the server leaves items out", async () => {
    const allItems = createItems(9);
    const { listed } = await walk((pageNo) => {
      const page = cutPage(allItems, pageNo);
      return { ...page, items: page.items.slice(0, 2), total: 9 };
    });
    expect(listed.map(({ id }) => id)).toEqual([0, 1, 3, 4, 6, 7].map((index) => `item ${index}`));
  });
});

describe("a page size that changes during the walk", () => {
  test.each([
    { states: "nothing", from: 4, to: 2 },
    { states: "nothing", from: 2, to: 4 },
    { states: "offsets and total", from: 4, to: 2 },
    { states: "offsets and total", from: 2, to: 4 },
  ] as const)("from $from to $to loses and repeats no item if pages state $states", async (given) => {
    for (const firstPage of [0, 1] as const) {
      const list = createListServer({ ...given, firstPage, maxPageSize: given.from }, 23);
      const listed: string[] = [];
      for await (const { items } of list.walk()) {
        listed.push(...items);
        if (list.requests.length === 4) list.behavior.maxPageSize = given.to;
      }
      expect([...listed].sort()).toEqual([...list.initial].sort());
    }
  });
});

test("an item that moves between two re-read pages is not lost", async () => {
  const list = new ListServer(
    { firstPage: 0, maxPageSize: 2, states: "offsets and total", pastTheEnd: "an empty page" },
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
  expect(await list.listAll({ pageSize: 2 }, { ...list.source, readPage })).toContain("item 4");
});

test("only the first page is yielded without new items", async () => {
  for (const length of [0, 8]) {
    const list = createListServer({ firstPage: 1 }, length);
    const lengths: number[] = [];
    for await (const { items } of list.walk()) lengths.push(items.length);
    expect(lengths).toEqual(length ? [3, 3, 2] : [0]);
  }
});

test.each([{ total: 9 }, { total: undefined }])(
  "an error that cannot mean that the page is missing ends the walk of a list whose total is $total",
  async ({ total }) => {
    const allItems = createItems(9);
    const walked = walk((pageNo) => {
      if (pageNo === 2) throw new Error("the server failed");
      return { ...cutPage(allItems, pageNo), total };
    });
    await expect(walked).rejects.toThrow("the server failed");
  },
);

test("an error past the total ends the list if the source treats it as a missing page", async () => {
  const list = createListServer({ pastTheEnd: "an error" }, 9);
  const isPageNotFound = (_: unknown, isPastTotal = false): boolean => isPastTotal;
  expect(await list.listAll({ pageSize: 3 }, { ...list.source, isPageNotFound })).toEqual(list.initial);
});

test("a page that is longer than requested and reaches the total is the whole list", async () => {
  const allItems = createItems(12);
  const { listed, requests } = await walk(() => ({ ...cutPage(allItems, 0, 12), total: 12 }), {
    pageSize: 10,
  });
  expect(listed).toEqual(allItems);
  expect(requests).toEqual([undefined, 1, 2]);
});
