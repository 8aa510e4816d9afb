import { describe, expect, test } from "vitest";
import { createListServer, ListServer, PageNotFound } from "./list-server.js";
import { cut, createItems, type Page, walk } from "./scripted-pages.js";

describe("an impossible total", () => {
  test.each([
    ["0", () => 0],
    ["-1", () => -1],
    ["NaN", () => Number.NaN],
    ["a fraction", () => 2.5],
    ["below the end of its page", ({ end = 0 }: Page) => end - 1],
    ["the number of items of the page", ({ items }: Page) => items.length],
  ])("is ignored: %s", async (_, total) => {
    const all = createItems(8);
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
        const list = createListServer({ firstPage, pastTheEnd }, 20);
        const readPage = async (pageNo: number | undefined) => ({
          ...(await list.readPage(pageNo)),
          total: 250,
        });
        expect(await list.all({}, { ...list.source, readPage })).toEqual(list.initial);
        expect(list.requests.length).toBeLessThanOrEqual(7 + 5);
      }
  });

  test.each(["empty page", "error"] as const)(
    "is ignored if it is too high and the list is shorter than a page, with an end by %s",
    async (pastTheEnd) => {
      const list = createListServer({ maxPageSize: 100, pastTheEnd }, 7);
      const readPage = async (pageNo: number | undefined) => ({
        ...(await list.readPage(pageNo)),
        total: 250,
      });
      expect(await list.all({ pageSize: 100 }, { ...list.source, readPage })).toEqual(list.initial);
      expect(list.requests).toEqual([undefined, 1, undefined, 1]);
    },
  );

  test("is ignored if it is too high, even if the list loses an item with each request", async () => {
    const list = new ListServer(
      { firstPage: 1, maxPageSize: 4, states: "offsets and total", pastTheEnd: "error" },
      44,
      () => ({ added: 0, removed: [0] }),
    );
    const readPage = async (pageNo: number | undefined) => {
      const page = await list.readPage(pageNo, 5);
      return { ...page, total: list.items.length + 3 };
    };
    const found = await list.all({ pageSize: 5 }, { ...list.source, readPage });
    expect(found).toEqual(expect.arrayContaining([...list.remaining]));
  });

  test("ends in an error if it is too high and the last page is full, after all items", async () => {
    const found: string[] = [];
    const list = createListServer({}, 9);
    const readPage = async (pageNo: number | undefined) => ({ ...(await list.readPage(pageNo)), total: 10 });
    const walked = async (): Promise<void> => {
      for await (const { items } of list.walk({}, { ...list.source, readPage })) found.push(...items);
    };
    await expect(walked()).rejects.toThrow("the page does not contain the expected item 10 of 10");
    expect(found).toEqual(list.initial);
  });

  test("is ignored if it is the length of the page, which the server caps at a round number", async () => {
    const list = createListServer({ maxPageSize: 10 }, 25);
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
          const list = createListServer(given, length);
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
    const all = createItems(15);
    const { found } = await walk((pageNo, request) => ({ ...cut(all, pageNo), total: request < 5 ? 9 : 99 }));
    expect(found).toEqual(all);
  });
});

test("the page after the total ends the list if it is empty, even if it states a higher total", async () => {
  const all = createItems(9);
  const { found, requests } = await walk((pageNo = 0) => ({
    ...cut(all, pageNo),
    total: pageNo > 2 ? 12 : 9,
  }));
  expect(found).toEqual(all);
  expect(requests).toEqual([undefined, 1, 2, 3]);
});

describe("a total that is too high", () => {
  const all = createItems(9);

  test.each([
    ["empty pages", () => undefined, "the page does not contain the expected item 10 of 10"],
    [
      "errors",
      (items: readonly unknown[]) => (items.length > 0 ? undefined : new PageNotFound("no page")),
      "no page",
    ],
  ])("ends in an error, after the last pages are read again: %s", async (_, failureFor, message) => {
    const requests: (number | undefined)[] = [];
    const walked = walk((pageNo) => {
      requests.push(pageNo);
      const page = cut(all, pageNo);
      const error = failureFor(page.items);
      if (error) throw error;
      return { ...page, total: 10 };
    });
    await expect(walked).rejects.toThrow(message);
    expect(requests).toEqual([undefined, 1, 2, 3, 2, 3, 2, 2, 3]);
  });
});

describe("a total that keeps changing", () => {
  const all = createItems(1000);

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
    // The first total does not fall.
    expect(requests).toBe(52);
  });

  test("may fall by 4,000 between two requests, but not by more", async () => {
    const walkWithFall = (fall: number): ReturnType<typeof walk> =>
      walk((pageNo, request) => ({ ...cut(all, pageNo, 100), total: request < 3 ? 1000 + fall : 1000 }));
    expect((await walkWithFall(4_000)).found).toEqual(all);
    await expect(walkWithFall(4_001)).rejects.toThrow("the list changes faster than it can be read");
  });
});
