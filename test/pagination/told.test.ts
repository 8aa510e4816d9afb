import { describe, expect, test } from "vitest";
import { type ListPage, walkPages } from "../../src/paginate.js";
import { Listing } from "./listing.js";

type Page = ListPage<string>;
type PageNo = number | undefined;

/** A page that tells no place. */
const bare = (...items: string[]): Page => ({ items, start: undefined, total: undefined });

/** Walks a list whose every request is answered by what the function says. */
async function walk(
  answer: (pageNo: PageNo, request: number) => Page,
  from?: number,
): Promise<{ steps: string[][]; requests: PageNo[]; error: unknown }> {
  const { source } = new Listing({ firstPage: 0, perPage: 1, told: false, pastTheEnd: "empty page" }, 0);
  const requests: PageNo[] = [];
  const steps: string[][] = [];
  const read = (pageNo: PageNo): Promise<Page> => {
    requests.push(pageNo);
    return Promise.resolve(answer(pageNo, requests.length));
  };
  let error: unknown;
  try {
    for await (const { fresh } of walkPages({ ...source, read }, from)) steps.push(fresh);
  } catch (thrown) {
    error = thrown;
  }
  return { steps, requests, error };
}

/** A list in pages of two, which are counted from 0. */
const pageOfTwo = (items: string, pageNo: PageNo): string[] =>
  Array.from(items).slice((pageNo ?? 0) * 2, (pageNo ?? 0) * 2 + 2);

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => String(from + index));

describe("A list whose total is told, and the places of its pages not,", () => {
  const answer = (pageNo: PageNo): Page => ({
    items: pageOfTwo("abcde", pageNo),
    start: undefined,
    total: 5,
  });

  test("costs no request past its end", async () => {
    const { steps, requests } = await walk(answer);
    expect(steps).toEqual([["a", "b"], ["c", "d"], ["e"]]);
    expect(requests).toEqual([undefined, 1, 2]);
  });

  test("is read to its end where the walk begins further on", async () => {
    const { steps, error } = await walk(answer, 1);
    expect(error).toBeUndefined();
    expect(steps).toEqual([["c", "d"], ["e"]]);
  });

  test("may grow shorter while such a walk is on", async () => {
    const { steps, error } = await walk(
      (pageNo, request) => ({ ...answer(pageNo), total: request === 1 ? 5 : 4 }),
      1,
    );
    expect(error).toBeUndefined();
    expect(steps.flat().join("")).toBe("cde");
  });

  test("is known to end where the total says, though a later page does not say it", async () => {
    const { steps, requests } = await walk((pageNo, request) => ({
      ...answer(pageNo),
      total: request === 1 ? 5 : undefined,
    }));
    expect(steps.flat().join("")).toBe("abcde");
    expect(requests).toEqual([undefined, 1, 2]);
  });
});

describe("A list that tells where its pages stand", () => {
  const told = (items: string, pageNo: PageNo): Page => ({
    items: pageOfTwo(items, pageNo),
    start: (pageNo ?? 0) * 2,
    total: items.length,
  });

  test("may count its places from wherever it likes", async () => {
    const { steps, requests } = await walk((pageNo) => {
      const page = told("abcde", pageNo);
      return { ...page, start: (page.start ?? 0) + 7 };
    });
    expect(steps.flat().join("")).toBe("abcde");
    expect(requests).toEqual([undefined, 1, 2]);
  });

  test("is read straight on while items come in at its end", async () => {
    const { steps, requests } = await walk((pageNo, request) => told("abcdef".slice(0, 3 + request), pageNo));
    expect(steps.flat().join("")).toBe("abcdef");
    expect(requests).toEqual([undefined, 1, 2]);
  });

  test("is gone back in by as much as its total fell, and no further", async () => {
    const { steps, requests } = await walk((pageNo, request) =>
      told(request < 5 ? "abcdefghij" : "bcdefghij", pageNo),
    );
    expect(steps.flat().join("")).toBe("abcdefghij");
    expect(requests).toEqual([undefined, 1, 2, 3, 4, 3, 4]);
  });

  test("is gone back in as well where the walk began further on", async () => {
    const { steps, requests } = await walk(
      (pageNo, request) => told(request < 2 ? "abcdefghij" : "bcdefghij", pageNo),
      2,
    );
    expect(steps.flat().join("")).toBe("efghij");
    expect(requests).toEqual([2, 3, 2, 3, 4]);
  });

  test.each([
    { fall: 10_000, what: "as many as are known is gone back in", error: undefined },
    { fall: 10_001, what: "more than are known ends in an error", error: "too many to find the place again" },
  ])("that falls by $what", async ({ fall, error: message }) => {
    const { steps, error } = await walk((pageNo = 0, request) => {
      const total = request <= 101 ? 10_150 : 10_150 - fall;
      const items = numbers(pageNo * 100, Math.min(pageNo * 100 + 100, total));
      return { items, start: pageNo * 100, total };
    });
    expect(steps).toHaveLength(101);
    if (message === undefined) expect(error).toBeUndefined();
    else expect(String(error)).toContain(message);
  });

  test("is given up where it sends from page to page and back for ever", async () => {
    const { requests, error } = await walk((pageNo) =>
      pageNo === 1 ? { items: ["e", "f"], start: 4, total: 9 } : { items: ["a", "b"], start: 0, total: 9 },
    );
    expect(String(error)).toContain("does not hold item 3 of 9, which is due there");
    expect(requests.length).toBeLessThan(10);
  });
});

describe("A list that tells nothing but its items", () => {
  test("may grow at its end: its last page, then no longer the last, is read again", async () => {
    const { steps, requests } = await walk((pageNo, request) =>
      bare(...pageOfTwo(request < 3 ? "abc" : "abcde", pageNo)),
    );
    expect(steps).toEqual([["a", "b"], ["c"], ["d"], ["e"]]);
    expect(requests).toEqual([undefined, 1, 2, 1, 2, 3]);
  });

  test("is read anew where a page that stays short shows that pages hold less now", async () => {
    const { steps, requests } = await walk((pageNo, request) => {
      const perPage = request === 1 ? 2 : 1;
      return bare(...Array.from("abcd").slice((pageNo ?? 0) * perPage, ((pageNo ?? 0) + 1) * perPage));
    });
    expect(steps.flat().join("")).toBe("abcd");
    expect(requests.filter((pageNo) => pageNo === undefined)).toHaveLength(2);
  });

  test("is no longer to be resumed where pages hold more than at first", async () => {
    const { error } = await walk((_, request) => (request === 1 ? bare("c", "d") : bare("g", "h", "i")), 1);
    expect(String(error)).toContain("the page size changed from 2; list again with 3 per page");
  });

  test("is given up where the size of its pages never comes to rest", async () => {
    const { requests, error } = await walk((pageNo) =>
      pageNo === undefined ? bare("a", "b") : bare("c", "d", "e"),
    );
    expect(String(error)).toContain("the page size changed from 2;");
    expect(requests.length).toBeLessThan(20);
  });

  test("repeats no page because the two begin alike, or the second is a part of the first", async () => {
    const pages = [bare("a", "b"), bare("c", "d"), bare("c", "e"), bare("c"), bare()];
    const { steps, error } = await walk((pageNo) => pages[pageNo ?? 0] ?? bare());
    expect(error).toBeUndefined();
    expect(steps).toEqual([["a", "b"], ["c", "d"], ["e"]]);
  });

  test("is not read anew where what was yielded is no longer all known", async () => {
    const { steps, error } = await walk((pageNo = 0) =>
      bare(...numbers(pageNo * 100, pageNo * 100 + (pageNo < 101 ? 100 : 101))),
    );
    expect(steps).toHaveLength(101);
    expect(String(error)).toContain("the page size changed from 100; list again with 101 per page");
  });

  test("is known by its last 10,000 items", async () => {
    const { steps } = await walk((pageNo = 0) => {
      if (pageNo < 101) return bare(...numbers(pageNo * 100, pageNo * 100 + 100));
      return pageNo === 101 ? bare("99", "100", ...numbers(10_100, 10_198)) : bare();
    });
    expect(steps).toHaveLength(102);
    // The oldest item that is known is not yielded again, the one before it is forgotten.
    expect(steps.at(-1)).toEqual(["99", ...numbers(10_100, 10_198)]);
  });

  test("has no page yielded of which everything is known", async () => {
    const pages = [bare("a", "b"), bare("c", "d"), bare("b", "c"), bare("e", "f")];
    const { steps } = await walk((pageNo) => pages[pageNo ?? 0] ?? bare());
    expect(steps).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
    ]);
  });
});
