import { describe, expect, test } from "vitest";
import { MAX_SEEN, SeenItems } from "../../src/pagination/seen-items.js";
import { type Item, createItems } from "./scripted-pages.js";

const create = (): SeenItems<Item> => new SeenItems(({ id }) => id ?? undefined);

/** Adds items as pages of 100, and returns how many of them are new. */
function addPages(seen: SeenItems<Item>, items: readonly Item[], size = 100): number {
  let added = 0;
  for (let start = 0; start < items.length; start += size) {
    const page = items.slice(start, start + size);
    added += seen.add(page, seen.getKeys(page), start, Infinity).length;
  }
  return added;
}

describe("the memory of a listing", () => {
  const items = createItems(10 * MAX_SEEN);
  const last = items.length - 1;

  /** Returns the remembered offsets of some items after all were added. */
  const getOffsets = (...indexes: readonly number[]): (number | undefined)[] => {
    const seen = create();
    expect(addPages(seen, items)).toBe(items.length);
    expect(seen.count).toBe(items.length);
    return indexes.map((index) => seen.locate([`item ${index}`]));
  };

  test("contains the first items, which a server may return again past the end", () => {
    expect(getOffsets(0, MAX_SEEN - 1)).toEqual([0, MAX_SEEN - 1]);
  });

  test("contains the latest items", () => {
    expect(getOffsets(last, last - MAX_SEEN)).toEqual([last, last - MAX_SEEN]);
  });

  test("does not contain those between them, so that it stays small", () => {
    expect(getOffsets(MAX_SEEN, 5 * MAX_SEEN)).toEqual([undefined, undefined]);
  });

  test("contains a page of any size, which a server without pages returns again", () => {
    const whole = create();
    expect(addPages(whole, items, items.length)).toBe(items.length);
    expect(addPages(whole, items, items.length)).toBe(0);
    expect(addPages(whole, items, items.length)).toBe(0);
  });
});

describe("items with equal contents and without an id", () => {
  const row = { id: null, text: "same" };

  test("have different keys on one page, and the same keys on each page", () => {
    const seen = create();
    const keys = seen.getKeys([row, row, row]);
    expect(new Set(keys).size).toBe(3);
    expect(seen.getKeys([row, row, row])).toEqual(keys);
  });

  test("are new on a page whose items with an id are all new, and known on any other", () => {
    const seen = create();
    const add = (...page: Item[]): Item[] => seen.add(page, seen.getKeys(page), 0, Infinity);
    expect(add({ id: "a" }, row)).toHaveLength(2);
    expect(add({ id: "b" }, row)).toEqual([{ id: "b" }, row]);
    expect(add({ id: "b" }, { id: "c" }, row)).toEqual([{ id: "c" }]);
    expect(add(row)).toEqual([]);
  });

  test("are new from the offset at which the items of a list are known to be new", () => {
    const seen = create();
    const page = [row, row];
    seen.add(page, seen.getKeys(page), 0, 0);
    expect(seen.add(page, seen.getKeys(page), 1, 2)).toEqual([row]);
  });
});

test("a page is located by its last known item", () => {
  const seen = create();
  addPages(seen, createItems(10));
  expect(seen.locate(["new", "item 4", "item 7", "other"])).toBe(5);
  expect(seen.locate(["new", "other"])).toBeUndefined();
  expect(seen.locate([])).toBeUndefined();
});
