import { describe, expect, test } from "vitest";
import type { ListPage } from "../../src/pagination/walk.js";
import { createListServer, ListServer, PageNotFound } from "./list-server.js";
import { createItems, cutPage, type Page, walk } from "./scripted-pages.js";

describe("an impossible total", () => {
  test.each([
    ["0", () => 0],
    ["-1", () => -1],
    ["NaN", () => Number.NaN],
    ["a fraction", () => 2.5],
    ["lower than the end of its page", ({ end = 0 }: Page) => end - 1],
    ["the number of items of the page", ({ items }: Page) => items.length],
  ])("is ignored if it is %s", async (_, calculateTotal) => {
    const allItems = createItems(8);
    const { listed } = await walk(
      (pageNo) => {
        const page = cutPage(allItems, pageNo);
        return { ...page, total: calculateTotal(page) };
      },
      { pageSize: 3 },
    );
    expect(listed).toEqual(allItems);
  });

  test("is ignored if it is too high and the last page is not full", async () => {
    for (const pastTheEnd of ["an empty page", "an error", "the last page", "the first page"] as const)
      for (const firstPage of [0, 1] as const) {
        const list = createListServer({ firstPage, pastTheEnd }, 20);
        const source = list.changePages((page) => ({ ...page, total: 250 }));
        expect(await list.listAll({}, source)).toEqual(list.initial);
        expect(list.requests.length).toBeLessThanOrEqual(7 + 5);
      }
  });

  test.each(["an empty page", "an error"] as const)(
    "is ignored if it is too high and the only page, which is not full, is followed by %s",
    async (pastTheEnd) => {
      const list = createListServer({ maxPageSize: 100, pastTheEnd }, 7);
      const source = list.changePages((page) => ({ ...page, total: 250 }));
      expect(await list.listAll({ pageSize: 100 }, source)).toEqual(list.initial);
      expect(list.requests).toEqual([undefined, 1, undefined, 1]);
    },
  );

  test("is ignored if it is too high, even if the list shrinks before and while its end is re-read", async () => {
    const removed: Record<number, number[]> = { 3: [17, 1], 10: [15, 10] };
    const list = new ListServer(
      { firstPage: 0, maxPageSize: 4, states: "offsets and total", pastTheEnd: "an error" },
      18,
      (request) => ({ added: 0, removed: removed[request] ?? [] }),
    );
    const source = list.changePages((page) => ({ ...page, total: list.items.length + 1 }));
    expect(await list.listAll({}, source)).toEqual(expect.arrayContaining([...list.remaining]));
  });

  test("is ignored if it is too high, even if the only page becomes shorter while it is re-read", async () => {
    const list = new ListServer(
      { firstPage: 1, maxPageSize: 4, states: "offsets and total", pastTheEnd: "an error" },
      4,
      (request) => ({ added: 0, removed: request === 6 ? [0, 1] : [] }),
    );
    const source = list.changePages((page) => ({ ...page, total: list.items.length + 20 }));
    expect(await list.listAll({ pageSize: 4 }, source)).toEqual(list.initial);
  });

  test("is ignored if it is too high, even if the list loses an item with each request", async () => {
    const list = new ListServer(
      { firstPage: 1, maxPageSize: 4, states: "offsets and total", pastTheEnd: "an error" },
      44,
      () => ({ added: 0, removed: [0] }),
    );
    const source = list.changePages((page) => ({ ...page, total: list.items.length + 3 }));
    const listed = await list.listAll({ pageSize: 5 }, source);
    expect(listed).toEqual(expect.arrayContaining([...list.remaining]));
  });

  const ends = (["an empty page", "an error", "the last page", "the first page"] as const).flatMap(
    (pastTheEnd) => ([0, 1] as const).map((firstPage) => ({ pastTheEnd, firstPage })),
  );

  test.each(ends.flatMap((given) => [7, 34, 52, 131, 257].map((length) => ({ ...given, length }))))(
    "is ignored if it is too high for $length items that grow and are followed by $pastTheEnd, numbered from $firstPage",
    async ({ length, ...given }) => {
      for (const last of [2, Infinity]) {
        const list = new ListServer(
          { ...given, maxPageSize: 100, states: "offsets and total" },
          length,
          (request) => ({ added: request > 1 && request <= last ? 1 : 0, removed: [] }),
        );
        const source = list.changePages((page) => ({ ...page, total: list.items.length + 3 }));
        const listed = await list.listAll({ pageSize: 100 }, source);
        expect(listed).toEqual(expect.arrayContaining([...list.initial]));
        expect(list.requests.length).toBeLessThanOrEqual(15);
      }
    },
  );

  test("costs one request if it is too high and the last page, which is not full, repeats", async () => {
    const list = createListServer({ firstPage: 1, maxPageSize: 20, pastTheEnd: "the last page" }, 31);
    const source = list.changePages((page) => ({ ...page, total: 38 }));
    expect(await list.listAll({ pageSize: 20 }, source)).toEqual(list.initial);
    expect(list.requests).toEqual([undefined, 1, 2, 3]);
  });

  test("is ignored from the page whose end is higher, even if the list grows before that page", async () => {
    const list = new ListServer(
      { firstPage: 0, maxPageSize: 20, states: "offsets and total", pastTheEnd: "the first page" },
      45,
      (request) => ({ added: request === 2 ? 4 : 0, removed: [] }),
    );
    const source = list.changePages((page) => ({ ...page, total: list.items.length - 3 }));
    const listed = await list.listAll({ pageSize: 20 }, source);
    expect(listed).toEqual(expect.arrayContaining([...list.initial]));
  });

  test("ends in an error after all items if it is too high and the last page is full", async () => {
    const listed: string[] = [];
    const list = createListServer({}, 9);
    const source = list.changePages((page) => ({ ...page, total: 10 }));
    const listItems = async (): Promise<void> => {
      for await (const { items } of list.walk({}, source)) listed.push(...items);
    };
    await expect(listItems()).rejects.toThrow("the page does not contain the expected item 10 of 10");
    expect(listed).toEqual(list.initial);
  });

  test("ends in an error about the last page, which is empty", async () => {
    const list = createListServer({}, 9);
    const source = list.changePages((page) => ({ ...page, total: 10 }));
    const toError = (message: string, { items }: ListPage<string>): Error =>
      new Error(`${message} (page of ${items.length})`);
    await expect(list.listAll({}, { ...source, toError })).rejects.toThrow("10 of 10 (page of 0)");
  });

  test("is ignored if it is the length of the page, which the server caps at a round number", async () => {
    const list = createListServer({ maxPageSize: 10 }, 25);
    const source = list.changePages((page) => ({ ...page, total: page.items.length }));
    expect(await list.listAll({ pageSize: 100 }, source)).toEqual(list.initial);
  });
});

describe("a total that is capped", () => {
  const servers = ([0, 1] as const).flatMap((firstPage) =>
    (["an empty page", "an error", "the last page", "the first page"] as const).map((pastTheEnd) => ({
      firstPage,
      pastTheEnd,
    })),
  );

  test.each(servers)(
    "does not end a list, numbered from $firstPage, whose last page is followed by $pastTheEnd",
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
          const source = list.changePages((page) => ({
            ...page,
            total: Math.min(page.total ?? 0, maxTotal),
          }));
          expect(await list.listAll({ pageSize: 3, concurrency }, source)).toEqual(list.initial);
          expect(list.requests.length).toBeLessThanOrEqual(9 + given.firstPage + 2 + concurrency);
        }
    },
  );

  test("is ignored from the first page past it", async () => {
    const allItems = createItems(15);
    const { listed } = await walk((pageNo, request) => ({
      ...cutPage(allItems, pageNo),
      total: request < 5 ? 9 : 99,
    }));
    expect(listed).toEqual(allItems);
  });
});

test("the page after the total ends the list if it is empty, even if it states a higher total", async () => {
  const allItems = createItems(9);
  const { listed, requests } = await walk((pageNo = 0) => ({
    ...cutPage(allItems, pageNo),
    total: pageNo > 2 ? 12 : 9,
  }));
  expect(listed).toEqual(allItems);
  expect(requests).toEqual([undefined, 1, 2, 3]);
});

describe("a total that is too high", () => {
  const allItems = createItems(9);

  test.each([
    ["empty pages", () => undefined, "the page does not contain the expected item 10 of 10"],
    [
      "errors",
      (items: readonly unknown[]) => (items.length > 0 ? undefined : new PageNotFound("no page")),
      "no page",
    ],
  ])(
    "ends in an error after the last pages were re-read, if they are followed by %s",
    async (_, findError, message) => {
      const requests: (number | undefined)[] = [];
      const walked = walk((pageNo) => {
        requests.push(pageNo);
        const page = cutPage(allItems, pageNo);
        const error = findError(page.items);
        if (error) throw error;
        return { ...page, total: 10 };
      });
      await expect(walked).rejects.toThrow(message);
      expect(requests).toEqual([undefined, 1, 2, 3, 2, 3, 2, 2, 3]);
    },
  );
});

describe("a total that keeps changing", () => {
  const allItems = createItems(1000);

  test("back and forth costs requests, but no item", async () => {
    const { listed, requests } = await walk((pageNo, request) => ({
      ...cutPage(allItems, pageNo, 100),
      total: 1000 + (Math.floor(request / 2) % 2) * 100,
    }));
    expect(listed).toEqual(allItems);
    expect(requests.length).toBeLessThan(40);
  });

  test("by more than a page at each request ends in an error", async () => {
    let requests = 0;
    const walked = walk((pageNo, request) => {
      requests = request;
      return { ...cutPage(allItems, pageNo, 100), total: 100_000 - request * 200 };
    });
    await expect(walked).rejects.toThrow("the list changes faster than it can be read");
    // 50 falls of the total are permitted. The first request has no total before it.
    expect(requests).toBe(52);
  });

  test("may fall by 4,000 between two requests, but not by more", async () => {
    const walkWithFall = (fall: number): ReturnType<typeof walk> =>
      walk((pageNo, request) => ({
        ...cutPage(allItems, pageNo, 100),
        total: request < 3 ? 1000 + fall : 1000,
      }));
    expect((await walkWithFall(4_000)).listed).toEqual(allItems);
    await expect(walkWithFall(4_001)).rejects.toThrow("the list changes faster than it can be read");
  });
});
