import { describe, expect, test } from "vitest";
import { getValueAt } from "../../src/endpoint.js";
import { fillPath } from "../../src/resource.js";

describe("the path of an endpoint", () => {
  test("is filled for parameters with special characters in their names", () => {
    const ids = { "user-id": "1:2", "x.y": "3", z: "4" };
    expect(fillPath("/a/{user-id}/{x.y}/{z}", ids, String)).toBe("/a/1%3A2/3/4");
  });
});

describe("a path in a body", () => {
  test("selects the last item of an array with -1", () => {
    expect(getValueAt({ data: [{ id: 1 }, { id: 2 }] }, ["data", "-1", "id"])).toBe(2);
    expect(getValueAt({ data: [] }, ["data", "-1", "id"])).toBeUndefined();
    expect(getValueAt({ data: { "-1": { id: 3 } } }, ["data", "-1", "id"])).toBe(3);
  });
});
