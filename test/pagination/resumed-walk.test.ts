import { describe, expect, test } from "vitest";
import { createListServer, PageNotFound } from "./list-server.js";
import { cut, createItems, walk } from "./scripted-pages.js";

test("a resumed walk of the last page ends if the next page repeats it", async () => {
  const list = createListServer({ pastTheEnd: "last page" }, 9);
  expect(await list.all({ from: 2, pageSize: 3 })).toEqual(list.initial.slice(6));
  expect(list.requests).toEqual([2, 3]);
});

describe("a walk that resumes", () => {
  test("yields only the rest of the list", async () => {
    for (const states of ["nothing", "offsets and total"] as const) {
      const list = createListServer({ states }, 8);
      expect(await list.all({ from: 1 })).toEqual(list.initial.slice(3));
    }
  });

  test("continues at the nextPageNo of a page", async () => {
    const list = createListServer({ firstPage: 1 }, 20);
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
    const list = createListServer({ pastTheEnd: "first page" }, 6);
    expect(await list.all({ from: 1, pageSize: 3 })).toEqual(list.initial.slice(3));
  });

  test("yields its part where each page counts its offsets from its own beginning", async () => {
    const all = createItems(8);
    const { found } = await walk(
      (pageNo) => ({ ...cut(all, pageNo), start: 0, end: cut(all, pageNo).items.length, total: 8 }),
      { from: 1 },
    );
    expect(found).toEqual(all.slice(3));
  });

  test("loses no item after a walk that would have read the first page again, numbered from 0", async () => {
    const list = createListServer({ maxPageSize: 2 }, 6);
    const walked = list.walk({ pageSize: 2 });
    const first = await walked.next();
    list.items.shift();
    const second = await walked.next();
    await walked.return();
    const rest = await list.all({ pageSize: 2, from: second.value?.nextPageNo });
    const found = [first, second].flatMap(({ value }) => value?.items ?? []);
    expect(new Set([...found, ...rest])).toEqual(new Set(list.initial));
    expect(second.value?.nextPageNo).toBe(0);
  });

  test("learns from a lower offset from which number the server counts", async () => {
    const all = createItems(8);
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
    const list = createListServer({ firstPage, pastTheEnd: "error", states: "nothing" }, 6);
    expect(await list.all({ from: 2 + firstPage, pageSize: 3 })).toEqual([]);
    expect(list.requests).toEqual([2 + firstPage, 1 + firstPage]);
  });

  test("reads the first page without a number if it is the one before", async () => {
    const list = createListServer({ firstPage: 0, pastTheEnd: "error", states: "nothing" }, 3);
    expect(await list.all({ from: 1, pageSize: 3 })).toEqual([]);
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

  test("does not fail if the last page is returned again", async () => {
    const list = createListServer({ pastTheEnd: "last page", states: "nothing" }, 6);
    expect(await list.all({ from: 2, pageSize: 3 })).toEqual(list.initial.slice(3));
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
