import { expect, test, vi } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { SchemaComparer } from "../../scripts/gate/compare/schemas.js";
import { buildRequest, findChanges, getSeverity, TEXT } from "./document-builders.js";

/** Creates alternatives within alternatives, with a limit beside those of each level. */
function buildNested(depth: number, maxProperties: number): JsonObject {
  if (depth === 0) return TEXT;
  const child = buildNested(depth - 1, maxProperties);
  return {
    type: "object",
    maxProperties,
    oneOf: [
      { properties: { pen: child }, required: ["pen"] },
      { properties: { cap: TEXT }, required: ["cap"] },
    ],
  };
}

test("the number of comparisons of nested alternatives does not double with each level", () => {
  const compare = vi.spyOn(SchemaComparer.prototype, "compareCanonical");
  const changes = findChanges(buildRequest(buildNested(14, 5)), buildRequest(buildNested(14, 4)));
  expect(getSeverity(changes)).toBe("major");
  expect(compare.mock.calls.length).toBeLessThan(5000);
});
