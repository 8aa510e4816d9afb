import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { mapSubschemas } from "../../scripts/document/subschemas.js";

/** Returns an empty schema for a string, and any other schema unchanged. */
const emptyStringSchema = (schema: JsonObject): JsonObject => (schema.type === "string" ? {} : schema);

describe("mapSubschemas", () => {
  test("replaces changed subschemas, and keeps the rest", () => {
    const number = { type: "number" };
    const schema = {
      type: "object",
      items: { type: "string" },
      not: number,
      anyOf: [number, { type: "string" }, true],
      properties: { id: { type: "string" }, size: number, any: true },
    };
    const before = structuredClone(schema);
    expect(mapSubschemas(schema, emptyStringSchema)).toEqual({
      type: "object",
      items: {},
      not: number,
      anyOf: [number, {}, true],
      properties: { id: {}, size: number, any: true },
    });
    expect(schema).toEqual(before);
  });

  test("passes the keyword of each subschema", () => {
    const keywords: string[] = [];
    mapSubschemas({ if: {}, allOf: [{}, {}], patternProperties: { "^x-": {} } }, (subschema, keyword) => {
      keywords.push(keyword);
      return subschema;
    });
    expect(keywords).toEqual(["if", "allOf", "allOf", "patternProperties"]);
  });

  test.for<JsonObject>([
    { type: "string" },
    { items: { type: "number" } },
    { allOf: [{ type: "number" }, true] },
    { properties: { size: { type: "number" }, any: true } },
    { items: true, allOf: {}, properties: [] },
  ])("returns the same object if nothing changes in %j", (schema) => {
    expect(mapSubschemas(schema, emptyStringSchema)).toBe(schema);
  });
});
