import { describe, expect, test } from "vitest";
import { MAX_SEEN, SeenItems } from "../../src/pagination/seen-items.js";
import { createItems, type Item } from "./scripted-pages.js";

const createSeenItems = (): SeenItems<Item> => new SeenItems(({ id }) => id ?? undefined);

/** Adds items as pages, and returns the number of new items. */
function addPages(seen: SeenItems<Item>, items: readonly Item[], size = 100): number {
  let added = 0;
  for (let start = 0; start < items.length; start += size) {
    const page = items.slice(start, start + size);
    added += seen.add(page, seen.getKeys(page), start, Infinity).length;
  }
  return added;
}

describe("SeenItems", () => {
  const items = createItems(10 * MAX_SEEN);
  const last = items.length - 1;

  /** Returns the remembered offsets of some items after all items were added. */
  const getOffsets = (...indexes: readonly number[]): (number | undefined)[] => {
    const seen = createSeenItems();
    expect(addPages(seen, items)).toBe(items.length);
    expect(seen.count).toBe(items.length);
    return indexes.map((index) => seen.locate([`item ${index}`]));
  };

  test("remembers the first items, which a server may return again past the end", () => {
    expect(getOffsets(0, MAX_SEEN - 1)).toEqual([0, MAX_SEEN - 1]);
  });

  test("remembers the latest items", () => {
    expect(getOffsets(last, last - MAX_SEEN)).toEqual([last, last - MAX_SEEN]);
  });

  test("forgets the items between them, so that it stays small", () => {
    expect(getOffsets(MAX_SEEN, 5 * MAX_SEEN)).toEqual([undefined, undefined]);
  });

  test("remembers a page of any size, which a server without pages returns again", () => {
    const seen = createSeenItems();
    expect(addPages(seen, items, items.length)).toBe(items.length);
    expect(addPages(seen, items, items.length)).toBe(0);
    expect(addPages(seen, items, items.length)).toBe(0);
  });
});

describe("items with equal contents and without an id", () => {
  const unidentified = { id: null, text: "same" };

  test("have different keys on one page, and the same keys on each page", () => {
    const seen = createSeenItems();
    const keys = seen.getKeys([unidentified, unidentified, unidentified]);
    expect(new Set(keys).size).toBe(3);
    expect(seen.getKeys([unidentified, unidentified, unidentified])).toEqual(keys);
  });

  test("are new only on a page whose items with an id are all new", () => {
    const seen = createSeenItems();
    const add = (...page: Item[]): Item[] => seen.add(page, seen.getKeys(page), 0, Infinity);
    expect(add({ id: "a" }, unidentified)).toHaveLength(2);
    expect(add({ id: "b" }, unidentified)).toEqual([{ id: "b" }, unidentified]);
    expect(add({ id: "b" }, { id: "c" }, unidentified)).toEqual([{ id: "c" }]);
    expect(add(unidentified)).toEqual([]);
  });

  test("are new from the offset at which all items must be new", () => {
    const seen = createSeenItems();
    const page = [unidentified, unidentified];
    seen.add(page, seen.getKeys(page), 0, 0);
    expect(seen.add(page, seen.getKeys(page), 1, 2)).toEqual([unidentified]);
  });
});

test("a page is located by its last item that was seen before", () => {
  const seen = createSeenItems();
  addPages(seen, createItems(10));
  expect(seen.locate(["new", "item 4", "item 7", "other"])).toBe(5);
  expect(seen.locate(["new", "other"])).toBeUndefined();
  expect(seen.locate([])).toBeUndefined();
});

test("a page is located by items without an id only if it has no other ones", () => {
  const seen = createSeenItems();
  const page = [{ id: "a" }, { id: null }];
  seen.add(page, seen.getKeys(page), 0, Infinity);
  expect(seen.locate(seen.getKeys([{ id: "b" }, { id: null }]))).toBeUndefined();
  expect(seen.locate(seen.getKeys([{ id: "b" }, { id: "a" }, { id: null }]))).toBe(-1);
  expect(seen.locate(seen.getKeys([{ id: null }]))).toBe(1);
});
