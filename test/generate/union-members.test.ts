import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { listUnionMembers } from "../../scripts/generate/types/properties.js";
import { createRoot } from "./create-document.js";

/** Returns the members of the union A. */
const listMembersOfA = (schemas: string): JsonObject[] => {
  const root = createRoot(schemas);
  const { A } = (root.components as { schemas: Record<string, JsonObject> }).schemas;
  return listUnionMembers(root, A ?? {});
};

describe("the members of a union", () => {
  test("include those of a union between two references", () => {
    const schemas = `A: { oneOf: [{ $ref: '#/components/schemas/B' }] }
B: { $ref: '#/components/schemas/C', oneOf: [{ const: 1 }, { const: 2 }] }
C: { type: integer }`;
    expect(listMembersOfA(schemas)).toEqual([{ const: 1 }, { const: 2 }]);
  });

  test("include those of a union at the end of references", () => {
    const schemas = `A: { anyOf: [{ $ref: '#/components/schemas/B' }, { const: 3 }] }
B: { $ref: '#/components/schemas/C' }
C: { oneOf: [{ const: 1 }, { $ref: '#/components/schemas/A' }] }`;
    expect(listMembersOfA(schemas)).toEqual([{ const: 1 }, { const: 3 }]);
  });
});
