import { describe, expect, test } from "vitest";
import { createListServer, PageNotFound } from "./list-server.js";
import { createItems, cutPage, walk } from "./scripted-pages.js";

test("a resumed walk of the last page ends if the next page repeats it", async () => {
  const list = createListServer({ pastTheEnd: "the last page" }, 9);
  expect(await list.listAll({ from: 2, pageSize: 3 })).toEqual(list.initial.slice(6));
  expect(list.requests).toEqual([2, 3]);
});

describe("a walk that resumes", () => {
  test("yields only the rest of the list", async () => {
    for (const states of ["nothing", "offsets and total"] as const) {
      const list = createListServer({ states }, 8);
      expect(await list.listAll({ from: 1 })).toEqual(list.initial.slice(3));
    }
  });

  test("continues at the nextPageNo of a page", async () => {
    const list = createListServer({ firstPage: 1 }, 20);
    const listed: string[] = [];
    let from: number | undefined;
    for await (const { items, nextPageNo } of list.walk()) {
      listed.push(...items);
      from = nextPageNo;
      if (listed.length >= 6) break;
    }
    expect([...listed, ...(await list.listAll({ from }))]).toEqual(list.initial);
  });

  test("does not yield the first page that the server returns past the end", async () => {
    const list = createListServer({ pastTheEnd: "the first page" }, 6);
    expect(await list.listAll({ from: 1, pageSize: 3 })).toEqual(list.initial.slice(3));
  });

  test("yields the rest of the list if the offsets of each page start at 0", async () => {
    const allItems = createItems(8);
    const { listed } = await walk(
      (pageNo) => ({
        ...cutPage(allItems, pageNo),
        start: 0,
        end: cutPage(allItems, pageNo).items.length,
        total: 8,
      }),
      { from: 1 },
    );
    expect(listed).toEqual(allItems.slice(3));
  });

  test("loses no item after a walk that would have re-read the first page, numbered from 0", async () => {
    const list = createListServer({ maxPageSize: 2 }, 6);
    const walked = list.walk({ pageSize: 2 });
    const first = await walked.next();
    list.items.shift();
    const second = await walked.next();
    await walked.return();
    const rest = await list.listAll({ pageSize: 2, from: second.value?.nextPageNo });
    const listed = [first, second].flatMap(({ value }) => value?.items ?? []);
    expect(new Set([...listed, ...rest])).toEqual(new Set(list.initial));
    expect(second.value?.nextPageNo).toBe(0);
  });

  test("recognizes by a lower offset that the server numbers pages from 1", async () => {
    const allItems = createItems(9);
    const { listed } = await walk(
      (pageNo = 1) => {
        const { items, start = 0 } = cutPage(allItems, pageNo - 1);
        return { items, start: start - 1, end: start + items.length - 1, total: 9 };
      },
      { from: 1 },
    );
    expect(listed).toEqual(allItems);
  });
});

describe("a walk that resumes after the last page", () => {
  const firstPages = [0, 1] as const;

  test.each(firstPages)("yields no page if that page is an error, numbered from %i", async (firstPage) => {
    const list = createListServer({ firstPage, pastTheEnd: "an error", states: "nothing" }, 6);
    expect(await list.listAll({ from: 2 + firstPage, pageSize: 3 })).toEqual([]);
    expect(list.requests).toEqual([2 + firstPage, 1 + firstPage]);
  });

  test("requests the page before without a number if that is the first page", async () => {
    const list = createListServer({ firstPage: 0, pastTheEnd: "an error", states: "nothing" }, 3);
    expect(await list.listAll({ from: 1, pageSize: 3 })).toEqual([]);
    expect(list.requests).toEqual([1, undefined]);
  });

  test("ends in an error at page 0, which has no page before it", async () => {
    const requests: unknown[] = [];
    const walked = walk(
      (pageNo) => {
        requests.push(pageNo);
        throw new PageNotFound(`page ${pageNo}`);
      },
      { from: 0 },
    );
    await expect(walked).rejects.toThrow(/^page 0$/);
    expect(requests).toEqual([0]);
  });

  test("yields the last page if the server returns it again", async () => {
    const list = createListServer({ pastTheEnd: "the last page", states: "nothing" }, 6);
    expect(await list.listAll({ from: 2, pageSize: 3 })).toEqual(list.initial.slice(3));
    expect(list.requests).toEqual([2, 3, 4]);
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
