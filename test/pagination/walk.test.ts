import { describe, expect, test } from "vitest";
import { type Behavior, ListServer, PageNotFound } from "./list-server.js";
import { cut, itemsOf, type Page, walk } from "./scripted-pages.js";

const server = (behavior: Partial<Behavior>, length: number): ListServer =>
  new ListServer(
    { firstPage: 0, maxPageSize: 3, states: "offsets and total", pastTheEnd: "empty page", ...behavior },
    length,
  );

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
        const list = server({ ...behavior, maxPageSize: 7 }, length);
        await list.all({ pageSize: 7 });
        const isKnown = behavior.states === "offsets and total";
        expect(list.requests).toHaveLength(3 + more + (isKnown ? knownEnd : unknownEnd));
      }
    },
  );

  test.each([0, 1] as const)(
    "are one for each page of a later listing, numbered from %i",
    async (firstPage) => {
      const list = server({ firstPage, maxPageSize: 7 }, 20);
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
        const list = server({ ...end, firstPage, maxPageSize: 7 }, 21);
        expect(await list.all({ pageSize: 7, concurrency: 4 })).toEqual(list.initial);
        expect(list.requests).toHaveLength(4 + firstPage);
      }
    },
  );

  test("are the first page, then pages 1, 2 and 3", async () => {
    const list = server({ firstPage: 1 }, 8);
    await list.all({ pageSize: 3 });
    expect(list.requests).toEqual([undefined, 1, 2, 3]);
  });

  test("leave out page 1 once the numbering is known", async () => {
    const list = server({ firstPage: 1 }, 8);
    await list.all();
    list.requests.length = 0;
    await list.all();
    expect(list.requests).toEqual([undefined, 2, 3]);
  });

  test("are one for a single page that is not full, and two for a full one", async () => {
    const list = server({}, 3);
    await list.all({ pageSize: 4 });
    expect(list.requests).toEqual([undefined]);
    await list.all({ pageSize: 3 });
    expect(list.requests.slice(1)).toEqual([undefined, 1]);
  });

  test("end once the limit is reached, even if pages are read ahead", async () => {
    const list = server({}, 100);
    expect(await list.all({ limit: 7, concurrency: 8 })).toHaveLength(9);
    expect(list.requests).toEqual([undefined, 1, 2]);
  });
});

describe("an impossible total", () => {
  test.each([
    ["0", () => 0],
    ["-1", () => -1],
    ["NaN", () => Number.NaN],
    ["a fraction", () => 2.5],
    ["below the end of its page", ({ end = 0 }: Page) => end - 1],
    ["the number of items of the page", ({ items }: Page) => items.length],
  ])("is ignored: %s", async (_, total) => {
    const all = itemsOf(8);
    const { found } = await walk(
      (pageNo) => {
        const page = cut(all, pageNo);
        return { ...page, total: total(page) };
      },
      { pageSize: 3 },
    );
    expect(found).toEqual(all);
  });

  test("is ignored if it is too high and the last page is not full", async () => {
    for (const pastTheEnd of ["empty page", "error", "last page", "first page"] as const)
      for (const firstPage of [0, 1] as const) {
        const list = server({ firstPage, pastTheEnd }, 20);
        const readPage = async (pageNo: number | undefined) => ({
          ...(await list.readPage(pageNo)),
          total: 250,
        });
        expect(await list.all({}, { ...list.source, readPage })).toEqual(list.initial);
        expect(list.requests.length).toBeLessThanOrEqual(7 + 5);
      }
  });

  test("ends in an error if it is too high and the last page is full, after all items", async () => {
    const found: string[] = [];
    const list = server({}, 9);
    const readPage = async (pageNo: number | undefined) => ({ ...(await list.readPage(pageNo)), total: 10 });
    const walked = async (): Promise<void> => {
      for await (const { items } of list.walk({}, { ...list.source, readPage })) found.push(...items);
    };
    await expect(walked()).rejects.toThrow(
      "the page does not contain item 10 of 10, which is expected there",
    );
    expect(found).toEqual(list.initial);
  });

  test("is ignored if it is the length of the page, which the server caps at a round number", async () => {
    const list = server({ maxPageSize: 10 }, 25);
    const readPage = async (pageNo: number | undefined) => {
      const page = await list.readPage(pageNo);
      return { ...page, total: page.items.length };
    };
    expect(await list.all({ pageSize: 100 }, { ...list.source, readPage })).toEqual(list.initial);
  });
});

describe("a total that is capped", () => {
  const servers = ([0, 1] as const).flatMap((firstPage) =>
    (["empty page", "error", "last page", "first page"] as const).map((pastTheEnd) => ({
      firstPage,
      pastTheEnd,
    })),
  );

  test.each(servers)(
    "does not end a list, numbered from $firstPage, with an end by $pastTheEnd",
    async (given) => {
      for (const [length, maxTotal] of [
        [27, 9],
        [26, 9],
        [27, 3],
        [27, 24],
        [27, 10],
      ] as const)
        for (const concurrency of [1, 4]) {
          const list = server(given, length);
          const readPage = async (pageNo: number | undefined, pageSize?: number) => {
            const page = await list.readPage(pageNo, pageSize);
            return { ...page, total: Math.min(page.total ?? 0, maxTotal) };
          };
          expect(await list.all({ pageSize: 3, concurrency }, { ...list.source, readPage })).toEqual(
            list.initial,
          );
          expect(list.requests.length).toBeLessThanOrEqual(9 + given.firstPage + 2 + concurrency);
        }
    },
  );

  test("is ignored from the first page past it", async () => {
    const all = itemsOf(15);
    const { found } = await walk((pageNo, request) => ({ ...cut(all, pageNo), total: request < 5 ? 9 : 99 }));
    expect(found).toEqual(all);
  });
});

test("the page after the total ends the list if it is empty, even if it states a higher total", async () => {
  const all = itemsOf(9);
  const { found, requests } = await walk((pageNo = 0) => ({
    ...cut(all, pageNo),
    total: pageNo > 2 ? 12 : 9,
  }));
  expect(found).toEqual(all);
  expect(requests).toEqual([undefined, 1, 2, 3]);
});

test("a resumed walk of the last page ends if the next page repeats it", async () => {
  const list = server({ pastTheEnd: "last page" }, 9);
  expect(await list.all({ from: 2, pageSize: 3 })).toEqual(list.initial.slice(6));
  expect(list.requests).toEqual([2, 3]);
});

test("a server without pages, which returns the whole list for each page number, is listed once", async () => {
  const all = itemsOf(300_000);
  const { found, requests } = await walk(() => ({ ...cut(all, 0, 300_000), total: 300_000 }), {
    pageSize: 100,
  });
  expect(found).toHaveLength(300_000);
  expect(requests).toEqual([undefined, 1, 2]);
});

test("a server with exactly one page, by its total, is not treated as one that ignores the page number", async () => {
  const all = itemsOf(100);
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

  test("are kept once on a server that counts from 1 and states nothing", async () => {
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
    const list = server({ states: "nothing", pastTheEnd: "error" }, 6);
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
    const all = itemsOf(20);
    for (const failing of [2, 3, 4]) {
      const { found } = await walk((pageNo, request) =>
        request === failing ? missing() : { items: cut(all, pageNo, 6).items },
      );
      expect(found).toEqual(all);
    }
  });

  test("is requested again if the total exceeds the found items only by items that the server leaves out", async () => {
    const all = itemsOf(4);
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
    const all = itemsOf(7);
    const { found } = await walk((pageNo, request) => ({
      items: cut(request < 3 ? all : all.slice(1), pageNo).items,
    }));
    expect(found).toEqual(all);
  });

  test("is an error if the total includes it", async () => {
    const all = itemsOf(9);
    const walked = walk((pageNo) => {
      if (pageNo === 2) throw new PageNotFound("2");
      return { ...cut(all, pageNo), total: 9 };
    });
    await expect(walked).rejects.toThrow(/^2$/);
  });

  test("is an error if no page can be read", async () => {
    const all = itemsOf(9);
    const walked = walk((pageNo, request) => {
      if (request > 2) throw new PageNotFound(String(request));
      return { items: cut(all, pageNo).items };
    });
    await expect(walked).rejects.toThrow(/^3$/);
  });

  test("does not end a list that shrinks and grows around its last page", async () => {
    const lengths = [29, 29, 29, 29, 28, 29, 28];
    const all = itemsOf(29);
    const { found } = await walk((pageNo, request) => {
      const length = lengths[Math.min(request, lengths.length) - 1] ?? 0;
      const page = cut(all.slice(0, length), pageNo, 7);
      if (!page.items.length) throw new PageNotFound();
      return { ...page, total: length };
    });
    expect(found).toEqual(all.slice(0, 28));
  });
});

describe("a walk that resumes", () => {
  test("yields only the rest of the list", async () => {
    for (const states of ["nothing", "offsets and total"] as const) {
      const list = server({ states }, 8);
      expect(await list.all({ from: 1 })).toEqual(list.initial.slice(3));
    }
  });

  test("continues at the nextPageNo of a page", async () => {
    const list = server({ firstPage: 1 }, 20);
    const found: string[] = [];
    let from: number | undefined;
    for await (const { items, nextPageNo } of list.walk()) {
      found.push(...items);
      from = nextPageNo;
      if (found.length >= 6) break;
    }
    expect([...found, ...(await list.all({ from }))]).toEqual(list.initial);
  });

  test("does not yield the first page that is returned past the end, where pages state offsets and the total", async () => {
    const list = server({ pastTheEnd: "first page" }, 6);
    expect(await list.all({ from: 1, pageSize: 3 })).toEqual(list.initial.slice(3));
  });

  test("learns from a lower offset from which number the server counts", async () => {
    const all = itemsOf(8);
    const { found } = await walk(
      (pageNo = 1) => {
        const { items, start = 0 } = cut(all, pageNo - 1);
        return { items, start: start - 1, end: start + items.length, total: 8 };
      },
      { from: 1 },
    );
    expect(found).toEqual(all);
  });
});

describe("a walk that resumes after the last page", () => {
  const firstPages = [0, 1] as const;

  test.each(firstPages)("yields no page if that page is an error, numbered from %i", async (firstPage) => {
    const list = server({ firstPage, pastTheEnd: "error", states: "nothing" }, 6);
    expect(await list.all({ from: 2 + firstPage, pageSize: 3 })).toEqual([]);
  });

  test("yields no page if the first page is returned again, if pages state offsets and the total", async () => {
    const list = server({ pastTheEnd: "first page" }, 6);
    expect(await list.all({ from: 2, pageSize: 3 })).toEqual([]);
    expect(list.requests).toEqual([2]);
  });

  test("does not fail if the last page is returned again", async () => {
    const list = server({ pastTheEnd: "last page", states: "nothing" }, 6);
    expect(await list.all({ from: 2, pageSize: 3 })).toEqual(list.initial.slice(3));
  });

  test("ends in its own error if the page before it cannot be read either", async () => {
    const walked = walk(
      (pageNo) => {
        throw new PageNotFound(`page ${pageNo}`);
      },
      { from: 5 },
    );
    await expect(walked).rejects.toThrow(/^page 5$/);
  });

  test("ends in an error if the list itself is not found", async () => {
    const walked = walk((pageNo) => {
      throw new PageNotFound(`page ${pageNo}`);
    });
    await expect(walked).rejects.toThrow(/^page undefined$/);
  });
});

describe("a list that loses an item with each request", () => {
  test.each([0, 1] as const)(
    "is listed completely, in three requests a page, numbered from %i",
    async (firstPage) => {
      const place = { first: 0, middle: 17, last: -1 };
      for (const at of Object.values(place)) {
        const list: ListServer = new ListServer(
          { firstPage, maxPageSize: 10, states: "offsets and total", pastTheEnd: "empty page" },
          90,
          () => ({ added: 0, removed: [(at + list.items.length) % list.items.length] }),
        );
        const found = await list.all({ pageSize: 10 });
        expect(new Set(found).size).toBe(found.length);
        expect(found).toEqual(expect.arrayContaining([...list.remaining]));
        expect(list.requests.length).toBeLessThanOrEqual(30);
      }
    },
  );
});

describe("offsets", () => {
  test("may count from any number", async () => {
    const all = itemsOf(8);
    const { found, requests } = await walk((pageNo) => {
      const { items, start = 0 } = cut(all, pageNo);
      return { items, start: start + 7, total: 8 };
    });
    expect(found).toEqual(all);
    expect(requests).toEqual([undefined, 1, 2]);
  });

  test("that do not change are ignored if the items differ", async () => {
    const all = itemsOf(8);
    const { found } = await walk((pageNo) => ({ ...cut(all, pageNo), start: 0, end: 3, total: 8 }));
    expect(found).toEqual(all);
  });

  test("are ignored where they span fewer items than the page has", async () => {
    const all = itemsOf(8);
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
    const all = itemsOf(9);
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
      const list = server({ ...given, firstPage, maxPageSize: given.from }, 23);
      const found: string[] = [];
      for await (const { items } of list.walk()) {
        found.push(...items);
        if (list.requests.length === 4) list.behavior.maxPageSize = given.to;
      }
      expect([...found].sort()).toEqual([...list.initial].sort());
    }
  });
});

describe("a total that keeps changing", () => {
  const all = itemsOf(1000);

  test("back and forth costs requests, but no item", async () => {
    const { found, requests } = await walk((pageNo, request) => ({
      ...cut(all, pageNo, 100),
      total: 1000 + (Math.floor(request / 2) % 2) * 100,
    }));
    expect(found).toEqual(all);
    expect(requests.length).toBeLessThan(40);
  });

  test("by more than a page at each request ends in an error", async () => {
    let requests = 0;
    const walked = walk((pageNo, request) => {
      requests = request;
      return { ...cut(all, pageNo, 100), total: 100_000 - request * 200 };
    });
    await expect(walked).rejects.toThrow("the list changes faster than it can be read");
    expect(requests).toBeLessThan(210);
  });
});
