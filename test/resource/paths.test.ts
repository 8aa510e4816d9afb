import { describe, expect, test } from "vitest";
import { getKeyAt, getNumberAt, getValueAt } from "../../src/endpoint.js";
import { fillPath } from "../../src/resource.js";

describe("the path of an endpoint", () => {
  test("is filled for parameters with special characters in their names", () => {
    const ids = { "user-id": "1:2", "x.y": "3", z: "4" };
    expect(fillPath("/a/{user-id}/{x.y}/{z}", ids, String)).toBe("/a/1%3A2/3/4");
  });
});

describe("a path in a body", () => {
  test("selects the last item of an array with -1", () => {
    expect(getValueAt({ data: [{ id: 1 }, { id: 2 }, { id: 3 }] }, ["data", "-1", "id"])).toBe(3);
    expect(getValueAt({ data: [] }, ["data", "-1", "id"])).toBeUndefined();
    expect(getValueAt({ data: { "-1": { id: 4 } } }, ["data", "-1", "id"])).toBe(4);
  });

  test("selects an item of an array by its index", () => {
    expect(getValueAt({ data: [1, 2, 3] }, ["data", "0"])).toBe(1);
  });
});

describe("a number in a body", () => {
  test.each([
    { body: { a: 1, b: 2 }, number: 11 },
    { body: { a: "1", b: 2 }, number: 12 },
    { body: { a: null, b: Infinity }, number: undefined },
    { body: null, number: undefined },
  ])("of $body is $number, the first one at one of the paths plus the addend", ({ body, number }) => {
    expect(getNumberAt(body, [["a"], ["b"]], 10)).toBe(number);
  });

  test("is undefined without a path", () => {
    expect(getNumberAt({ a: 1 })).toBeUndefined();
  });
});

describe("the key of an item", () => {
  test.each([
    { item: { id: "a" }, key: "a" },
    { item: { id: 0 }, key: "0" },
    { item: { id: "" }, key: undefined },
    { item: { id: true }, key: undefined },
    { item: { id: { a: 1 } }, key: undefined },
    { item: {}, key: undefined },
    { item: null, key: undefined },
  ])("of $item is $key", ({ item, key }) => {
    expect(getKeyAt(item, "id")).toBe(key);
  });
});
