import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import { withSubschemas } from "../../scripts/document/subschemas.js";

const below = (id: string): JsonObject => ({ id });
const seen = (id: string, keyword: string): JsonObject => ({ id, keyword });

describe("the schemas right below another", () => {
  test.each([
    ...["additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then"],
    ...["unevaluatedItems", "unevaluatedProperties"],
  ])("are changed: the one of %s", (keyword) => {
    const schema = { [keyword]: below("a"), title: "T" };
    expect(withSubschemas(schema, ({ id }, held) => ({ id, keyword: held }))).toEqual({
      [keyword]: seen("a", keyword),
      title: "T",
    });
    expect(schema, "the schema itself").toEqual({ [keyword]: below("a"), title: "T" });
  });

  test.each(["allOf", "anyOf", "oneOf", "prefixItems"])("are changed: those of %s", (keyword) => {
    const schema = { [keyword]: [below("a"), true, below("b")] };
    expect(withSubschemas(schema, ({ id }, held) => ({ id, keyword: held }))).toEqual({
      [keyword]: [seen("a", keyword), true, seen("b", keyword)],
    });
  });

  test.each(["dependentSchemas", "patternProperties", "properties"])(
    "are changed: those of %s",
    (keyword) => {
      const schema = { [keyword]: { x: below("a"), y: true, z: below("b") } };
      expect(withSubschemas(schema, ({ id }, held) => ({ id, keyword: held }))).toEqual({
        [keyword]: { x: seen("a", keyword), y: true, z: seen("b", keyword) },
      });
    },
  );

  test("are changed where only one of them changes", () => {
    const schema = { allOf: [below("a"), below("b")], properties: { x: below("a"), y: below("b") } };
    expect(withSubschemas(schema, (each) => (each.id === "b" ? below("c") : each))).toEqual({
      allOf: [below("a"), below("c")],
      properties: { x: below("a"), y: below("c") },
    });
  });

  test("are no more than there are", () => {
    const schema = {
      ...{ items: true, allOf: below("a"), properties: [below("b")] },
      ...{ example: below("c"), definitions: { x: below("d") } },
    };
    const given: JsonObject[] = [];
    const same = withSubschemas(schema, (each) => {
      given.push(each);
      return below("changed");
    });
    expect(given).toEqual([]);
    expect(same).toBe(schema);
  });
});

test("a schema below which nothing changes is the very same one", () => {
  const schema = { items: below("a"), allOf: [below("b"), true], properties: { x: below("c"), y: true } };
  expect(withSubschemas(schema, (each) => each)).toBe(schema);
});

test("what is right below stays the very same where only something beside it changes", () => {
  const schema = { items: below("a"), allOf: [below("b")], properties: { x: below("c") } };
  const changed = withSubschemas(schema, (each) => (each.id === "a" ? below("d") : each));
  expect(changed).toEqual({ ...schema, items: below("d") });
  expect([changed.allOf === schema.allOf, changed.properties === schema.properties]).toEqual([true, true]);
});
