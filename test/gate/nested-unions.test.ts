import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { SchemaComparer } from "../../scripts/gate/compare/schemas.js";
import { buildRequest, findChanges, getSeverity, TEXT } from "./document-builders.js";

/** Creates alternatives within alternatives, with a limit beside those of each level. */
function buildNested(depth: number, maxProperties: number): JsonObject {
  if (depth === 0) return TEXT;
  return { maxProperties, oneOf: buildPair(buildNested(depth - 1, maxProperties)) };
}

/** Creates alternatives within alternatives, with a limit in each of them. */
function buildDistributed(depth: number, maxProperties: number): JsonObject {
  if (depth === 0) return TEXT;
  const alternatives = buildPair(buildDistributed(depth - 1, maxProperties));
  return { oneOf: alternatives.map((alternative) => ({ ...alternative, maxProperties })) };
}

const buildPair = (pen: JsonObject): JsonObject[] => [
  { type: "object", properties: { pen }, required: ["pen"] },
  { type: "object", properties: { cap: TEXT }, required: ["cap"] },
];

const compare = vi.spyOn(SchemaComparer.prototype, "compareCanonical");

beforeEach(() => {
  compare.mockClear();
});

afterAll(() => {
  compare.mockRestore();
});

test("the number of comparisons of nested alternatives does not double with each level", () => {
  const changes = findChanges(buildRequest(buildNested(14, 5)), buildRequest(buildNested(14, 4)));
  expect(getSeverity(changes)).toBe("major");
  expect(compare.mock.calls.length).toBeLessThan(5000);
});

test("the number of comparisons is small if alternatives refer to each other", () => {
  const count = 3;
  const buildPens = (ink: JsonObject): JsonObject => {
    const buildPen = (index: number, next: number): JsonObject => ({
      type: "object",
      properties: {
        [`kind${next}`]: { const: index },
        next: { $ref: `#/components/schemas/Pen${(index + next) % count}` },
        ink,
      },
      required: [`kind${next}`],
    });
    const indexes = Array.from({ length: count }, (_, index) => index);
    const schemas = indexes.map((index): [string, JsonObject] => [
      `Pen${index}`,
      { oneOf: indexes.map((next) => buildPen(index, next)) },
    ]);
    const root = { components: { schemas: Object.fromEntries(schemas) } };
    return buildRequest({ $ref: "#/components/schemas/Pen0" }, root);
  };
  const changes = findChanges(buildPens(TEXT), buildPens({ type: "integer" }));
  expect(getSeverity(changes)).toBe("major");
  expect(compare.mock.calls.length).toBeLessThan(5000);
});

test("the number of comparisons does not double if keywords move into nested alternatives", () => {
  const changes = findChanges(buildRequest(buildNested(14, 5)), buildRequest(buildDistributed(14, 5)));
  expect(changes).toEqual([]);
  expect(compare.mock.calls.length).toBeLessThan(5000);
});
