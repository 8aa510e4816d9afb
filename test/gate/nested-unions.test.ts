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

/** Creates components that refer to each other by alternatives. Each of them changes with the ink. */
function buildCircular(count: number, ink: JsonObject): JsonObject {
  const buildPen = (index: number, next: number): JsonObject => ({
    type: "object",
    properties: {
      [`kind${next}`]: { const: index },
      next: { $ref: `#/components/schemas/Pen${(index + next) % count}` },
      ink,
    },
    required: [`kind${next}`],
  });
  return buildPens(count, (index, indexes) => ({ oneOf: indexes.map((next) => buildPen(index, next)) }));
}

/** Creates components without tags, each of which may contain every other one. Each of them changes with the ink. */
function buildUntagged(count: number, ink: JsonObject): JsonObject {
  return buildPens(count, (_, indexes) => ({
    type: "object",
    properties: {
      ink,
      next: { oneOf: indexes.map((next) => ({ $ref: `#/components/schemas/Pen${next}` })) },
    },
  }));
}

/** Creates a document that sends one of several components. */
function buildPens(
  count: number,
  buildPen: (index: number, indexes: readonly number[]) => JsonObject,
): JsonObject {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const schemas = indexes.map((index) => [`Pen${index}`, buildPen(index, indexes)] as const);
  return buildRequest(
    { $ref: "#/components/schemas/Pen0" },
    { components: { schemas: Object.fromEntries(schemas) } },
  );
}

const compare = vi.spyOn(SchemaComparer.prototype, "compareCanonical");

/** Returns the number of comparisons of two documents that differ in the ink. */
function countComparisons(build: (ink: JsonObject) => JsonObject): number {
  compare.mockClear();
  const changes = findChanges(build(TEXT), build({ type: "integer" }));
  expect(getSeverity(changes)).toBe("major");
  return compare.mock.calls.length;
}

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
  expect(countComparisons((ink) => buildCircular(6, ink))).toBeLessThan(10_000);
});

test("the number of comparisons grows like the document if many alternatives without tags change", () => {
  const [count, doubled] = [12, 24].map((size) => countComparisons((ink) => buildUntagged(size, ink)));
  expect(doubled).toBeLessThan(10_000);
  // The number of references grows by four.
  expect(doubled).toBeLessThan(4.5 * Number(count));
});

test("the number of comparisons does not double if keywords move into nested alternatives", () => {
  const changes = findChanges(buildRequest(buildNested(14, 5)), buildRequest(buildDistributed(14, 5)));
  expect(changes).toEqual([]);
  expect(compare.mock.calls.length).toBeLessThan(5000);
});
