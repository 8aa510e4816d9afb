import { describe, expect, test } from "vitest";
import { followPages, type LinkedPage, type LinkedSource } from "../../src/pagination/follow.js";

type Item = string | null;
type Page = LinkedPage<Item>;

/** Follows the cursors of pages, and records the items, the requests and the error. */
async function walk(
  createPage: (next: string | undefined, request: number) => Page,
  from?: string,
): Promise<{ listed: Item[][]; requests: (string | undefined)[]; error: unknown }> {
  const requests: (string | undefined)[] = [];
  const listed: Item[][] = [];
  const source: LinkedSource<Item, Page> = {
    readPage: (next) => Promise.resolve(createPage(next, requests.push(next))),
    getKey: (item) => item ?? undefined,
    toError: (message) => new Error(message),
  };
  let error: unknown;
  try {
    for await (const { items } of followPages(source, from)) listed.push(items);
  } catch (thrown) {
    error = thrown;
  }
  return { listed, requests, error };
}

/** Returns one of three pages, whose cursors are x and y. */
const getPageOfThree = (next: string | undefined): Page => {
  if (next === undefined) return { items: ["a", "b"], next: "x" };
  return next === "x" ? { items: ["c", "d"], next: "y" } : { items: ["e"], next: undefined };
};

describe("followPages", () => {
  test("reads each page with one request", async () => {
    const { listed, requests, error } = await walk(getPageOfThree);
    expect(error).toBeUndefined();
    expect(listed).toEqual([["a", "b"], ["c", "d"], ["e"]]);
    expect(requests).toEqual([undefined, "x", "y"]);
  });

  test("resumes from a cursor", async () => {
    const { listed, requests } = await walk(getPageOfThree, "y");
    expect(listed).toEqual([["e"]]);
    expect(requests).toEqual(["y"]);
  });

  test("yields an empty list as one empty page", async () => {
    const { listed, error } = await walk(() => ({ items: [], next: undefined }));
    expect(listed).toEqual([[]]);
    expect(error).toBeUndefined();
  });

  test("continues after an empty page with a cursor, and does not yield it", async () => {
    const { listed } = await walk((next) => {
      if (next === undefined) return { items: ["a"], next: "x" };
      return next === "x" ? { items: [], next: "y" } : { items: ["b"], next: undefined };
    });
    expect(listed).toEqual([["a"], ["b"]]);
  });

  test("yields a repeated item once, and keeps items without a key", async () => {
    const { listed } = await walk((next) =>
      next === undefined
        ? { items: ["a", null, null], next: "x" }
        : { items: ["a", null, "b"], next: undefined },
    );
    expect(listed).toEqual([
      ["a", null, null],
      [null, "b"],
    ]);
  });

  test.each([
    ["the page itself", "x"],
    ["an earlier page", "start"],
  ])("throws if a page refers to %s", async (_, repeated) => {
    const { listed, requests, error } = await walk(
      (next) => ({ items: [`item ${next}`], next: next === "x" ? repeated : "x" }),
      "start",
    );
    expect(listed).toHaveLength(2);
    expect(requests).toEqual(["start", "x"]);
    expect(String(error)).toBe(`Error: the next page is one that was read already: ${repeated}`);
  });

  test("ends at an empty page that refers to itself", async () => {
    const { listed, error } = await walk((next) => ({ items: next === "x" ? [] : ["a"], next: "x" }));
    expect(error).toBeUndefined();
    expect(listed).toEqual([["a"]]);
  });

  test("throws if an empty page refers to an earlier page", async () => {
    const { error } = await walk(
      (next) => ({ items: next === "x" ? [] : [`item ${next}`], next: next === "x" ? "start" : "x" }),
      "start",
    );
    expect(String(error)).toBe("Error: the next page is one that was read already: start");
  });

  test("recognizes a page that it read at most 10,000 pages before", async () => {
    const walkCycle = (length: number): ReturnType<typeof walk> =>
      walk((_, request) => {
        if (request > length) throw new Error("the page is read again");
        return { items: [`item ${request}`], next: request === length ? "first" : `cursor ${request}` };
      }, "first");
    expect(String((await walkCycle(10_000)).error)).toContain("read already: first");
    // Older cursors are forgotten, because memory is limited.
    expect(String((await walkCycle(10_001)).error)).toContain("read again");
  });

  test("throws after 1,000 empty pages", async () => {
    const { requests, error } = await walk((_, request) => ({ items: [], next: `cursor ${request}` }));
    expect(String(error)).toBe("Error: more than 1000 consecutive pages are empty");
    expect(requests).toHaveLength(1001);
  });
});
