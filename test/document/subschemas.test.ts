import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { withSubschemas } from "../../scripts/document/subschemas.js";

/** The same schema without what it says of `string`s. */
const untyped = (schema: JsonObject): JsonObject => (schema.type === "string" ? {} : schema);

describe("a schema with others below it", () => {
  test("has those that changed in the places of the old ones, and keeps the rest", () => {
    const number = { type: "number" };
    const schema = {
      type: "object",
      items: { type: "string" },
      not: number,
      anyOf: [number, { type: "string" }, true],
      properties: { id: { type: "string" }, size: number, any: true },
    };
    const before = structuredClone(schema);
    expect(withSubschemas(schema, untyped)).toEqual({
      type: "object",
      items: {},
      not: number,
      anyOf: [number, {}, true],
      properties: { id: {}, size: number, any: true },
    });
    expect(schema).toEqual(before);
  });

  test("is told which keyword holds each", () => {
    const told: string[] = [];
    withSubschemas({ if: {}, allOf: [{}, {}], patternProperties: { "^x-": {} } }, (each, keyword) => {
      told.push(keyword);
      return each;
    });
    expect(told).toEqual(["if", "allOf", "allOf", "patternProperties"]);
  });

  test.for<JsonObject>([
    { type: "string" },
    { items: { type: "number" } },
    { allOf: [{ type: "number" }, true] },
    { properties: { size: { type: "number" }, any: true } },
    { items: true, allOf: {}, properties: [] },
  ])("is the very schema where nothing changes: %j", (schema) => {
    expect(withSubschemas(schema, untyped)).toBe(schema);
  });
});
