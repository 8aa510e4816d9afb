import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../scripts/document/json.js";
import {
  ResponseSchemas,
  type Strictness,
} from "../../scripts/generate/response-schemas/response-schemas.js";

/** Returns the schema of a validator, with its references in `$defs`. */
function convert(root: JsonObject, schema: JsonObject, strictness: Strictness): JsonObject {
  const onInvalidPattern = (): void => undefined;
  const schemas = new ResponseSchemas({ root, strictness, onInvalidPattern });
  const converted = schemas.convert([schema]);
  const { definitions } = schemas;
  return { ...converted, ...(Object.keys(definitions).length > 0 && { $defs: definitions }) };
}

const createPart = (): JsonObject => ({ properties: { a: {} } });

/** A schema with each keyword that can constrain a response. It does not allow other fields, but its parts do. */
const CONSTRAINTS: JsonObject = {
  ...{ type: "object", enum: ["a"], const: "a", required: ["a"], dependentRequired: { a: ["b"] } },
  ...{ minimum: 1, maximum: 2, exclusiveMinimum: 3, exclusiveMaximum: 4, multipleOf: 5 },
  ...{ pattern: "^a$", minLength: 1, maxLength: 2 },
  ...{ minItems: 1, maxItems: 2, uniqueItems: true, minProperties: 1, maxProperties: 2 },
  ...{ additionalProperties: false, propertyNames: { minLength: 1 } },
  ...{ properties: { a: { minimum: 1 } }, patternProperties: { "^b": { minimum: 2 } } },
  ...{ items: { minimum: 3 }, prefixItems: [{ minimum: 4 }], unevaluatedItems: { minimum: 5 } },
  ...{ unevaluatedProperties: { minimum: 6 }, dependentSchemas: { a: { minimum: 7 } } },
  ...{ allOf: [{ minimum: 8 }], anyOf: [{ minimum: 9 }] },
  ...{ contains: { minimum: 10 }, minContains: 1, maxContains: 2 },
  ...{ if: { minimum: 11 }, then: { minimum: 12 }, else: { minimum: 13 }, not: { minimum: 14 } },
};
/** Keywords that do not constrain a response. */
const ANNOTATIONS: JsonObject = {
  ...{ title: "T", description: "D", default: "a", example: "a", examples: ["a"], deprecated: true },
  ...{ readOnly: true, format: "uri", discriminator: {}, xml: {}, "x-own": 1, nullable: false },
};

describe("a strict schema", () => {
  test("keeps every constraint, and no annotations", () => {
    expect(convert({}, { ...CONSTRAINTS, oneOf: [{ minimum: 15 }], ...ANNOTATIONS }, "strict")).toStrictEqual(
      {
        ...CONSTRAINTS,
        oneOf: [{ minimum: 15 }],
      },
    );
  });

  test.each<{ given: string; schema: JsonObject; expected: JsonObject }>([
    {
      given: "fields, and those of fields and items",
      schema: { properties: { a: createPart(), b: { items: createPart() } } },
      expected: {
        properties: {
          a: { properties: { a: {} }, additionalProperties: false },
          b: { items: { properties: { a: {} }, additionalProperties: false } },
        },
        additionalProperties: false,
      },
    },
    {
      given: "an object without fields, which may have any",
      schema: { type: "object" },
      expected: { type: "object" },
    },
    {
      given: "further fields that are allowed",
      schema: { ...createPart(), additionalProperties: true },
      expected: { ...createPart(), additionalProperties: true },
    },
    {
      given: "further fields that are allowed beside parts",
      schema: { ...createPart(), allOf: [createPart()], unevaluatedProperties: true },
      expected: { ...createPart(), allOf: [createPart()], unevaluatedProperties: true },
    },
    {
      given: "a union of strings",
      schema: { type: "string", anyOf: [{}] },
      expected: { type: "string", anyOf: [{}] },
    },
    {
      given: "fields beside parts, and no type",
      schema: { ...createPart(), allOf: [createPart()] },
      expected: { ...createPart(), allOf: [createPart()], unevaluatedProperties: false },
    },
  ])("rejects unknown fields unless they are allowed ($given)", ({ schema, expected }) => {
    expect(convert({}, schema, "strict")).toStrictEqual(expected);
  });

  test.each<{ keyword: string; parts: JsonObject[string] }>([
    { keyword: "allOf", parts: [createPart()] },
    { keyword: "if", parts: createPart() },
    { keyword: "then", parts: createPart() },
    { keyword: "else", parts: createPart() },
    { keyword: "dependentSchemas", parts: { a: createPart() } },
  ])("rejects unknown fields as a whole, but not in the parts of $keyword", ({ keyword, parts }) => {
    expect(convert({}, { type: "object", [keyword]: parts }, "strict")).toStrictEqual({
      type: "object",
      [keyword]: parts,
      unevaluatedProperties: false,
    });
  });
});

describe("a schema without a union", () => {
  const createReference = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
  const schemas: JsonObject = {
    Animal: { type: "object", properties: { kind: {} }, discriminator: { propertyName: "kind" } },
    Cat: { allOf: [createReference("Animal"), { type: "object", properties: { lives: {} } }] },
    Lion: { allOf: [createReference("Cat"), { type: "object", properties: { mane: {} } }] },
    Thing: { type: "object", properties: { id: {} } },
    Stone: { allOf: [createReference("Thing"), { type: "object", properties: { weight: {} } }] },
  };

  test.each([
    ["Animal", "allows the fields of those that extend it", false],
    ["Cat", "allows the fields of those that extend it, although it extends another", false],
    ["Lion", "rejects unknown fields, because none extends it", true],
    ["Thing", "rejects unknown fields, because it has no discriminator", true],
  ])("such as %s %s", (name, _, isClosed) => {
    const { $defs } = convert({ components: { schemas } }, createReference(name), "strict");
    const [converted] = Object.entries($defs as JsonObject).filter(([key]) => key.startsWith(name));
    expect(/"(additional|unevaluated)Properties":false/.test(JSON.stringify(converted))).toBe(isClosed);
  });
});

describe("a tolerant schema", () => {
  test("has no keywords that would reject additional fields or tolerated values", () => {
    const { type, required, dependentRequired, properties, patternProperties, items, ...rest } = CONSTRAINTS;
    const droppedKeywords = [
      ...["enum", "const", "additionalProperties", "unevaluatedItems", "unevaluatedProperties"],
      ...["contains", "minContains", "maxContains", "if", "then", "else", "not"],
    ];
    expect(convert({}, { ...CONSTRAINTS, ...ANNOTATIONS }, "tolerant")).toStrictEqual({
      ...Object.fromEntries(Object.entries(rest).filter(([keyword]) => !droppedKeywords.includes(keyword))),
      ...{ required, dependentRequired, properties, patternProperties, items },
      type: [type, "null"],
    });
  });

  test.each<{ given: string; schema: JsonObject; expected: JsonObject }>([
    { given: "one type", schema: { type: "string" }, expected: { type: ["string", "null"] } },
    {
      given: "types",
      schema: { type: ["string", "number"] },
      expected: { type: ["string", "number", "null"] },
    },
    {
      given: "a type with null",
      schema: { type: ["null", "string"] },
      expected: { type: ["null", "string"] },
    },
    { given: "any type", schema: {}, expected: {} },
    {
      given: "a type of further fields",
      schema: { additionalProperties: { type: "string" } },
      expected: { additionalProperties: { type: ["string", "null"] } },
    },
    {
      given: "further fields, allowed",
      schema: { ...createPart(), additionalProperties: true },
      expected: { ...createPart(), additionalProperties: true },
    },
    {
      given: "oneOf, of which several may match then",
      schema: { oneOf: [{ type: "string" }, { type: "number" }] },
      expected: { anyOf: [{ type: ["string", "null"] }, { type: ["number", "null"] }] },
    },
    {
      given: "oneOf beside anyOf",
      schema: { oneOf: [{ minimum: 1 }], anyOf: [{ minimum: 2 }] },
      expected: { anyOf: [{ minimum: 2 }], allOf: [{ anyOf: [{ minimum: 1 }] }] },
    },
    {
      given: "oneOf beside anyOf and allOf",
      schema: { oneOf: [{ minimum: 1 }], anyOf: [{ minimum: 2 }], allOf: [{ minimum: 3 }] },
      expected: { anyOf: [{ minimum: 2 }], allOf: [{ minimum: 3 }, { anyOf: [{ minimum: 1 }] }] },
    },
  ])("allows null and additional fields for $given", ({ schema, expected }) => {
    expect(convert({}, schema, "tolerant")).toStrictEqual(expected);
  });
});

describe("a schema of OpenAPI 3.0", () => {
  test.each<{ given: string; schema: JsonObject; expected: JsonObject }>([
    {
      given: "exclusive bounds",
      schema: { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true },
      expected: { exclusiveMinimum: 1, exclusiveMaximum: 2 },
    },
    {
      given: "inclusive bounds",
      schema: { minimum: 1, exclusiveMinimum: false, maximum: 2, exclusiveMaximum: false },
      expected: { minimum: 1, maximum: 2 },
    },
    { given: "a missing exclusive bound", schema: { exclusiveMinimum: true }, expected: {} },
    {
      given: "an enum that is nullable",
      schema: { type: "string", enum: ["a"], nullable: true },
      expected: { type: ["string", "null"], enum: ["a", null] },
    },
    {
      given: "an enum with null that is nullable",
      schema: { type: "string", enum: ["a", null], nullable: true },
      expected: { type: ["string", "null"], enum: ["a", null] },
    },
    { given: "nullable without a type", schema: { nullable: true, minimum: 1 }, expected: { minimum: 1 } },
  ])("with $given is converted to JSON Schema 2020-12", ({ schema, expected }) => {
    expect(convert({}, schema, "strict")).toStrictEqual(expected);
  });
});

test("a write-only property is not required in a response", () => {
  const properties: JsonObject = {
    id: {},
    secret: { writeOnly: true },
    open: { writeOnly: false },
    any: true,
  };
  const required = ["id", "secret", "open", "any", "elsewhere"];
  const root = { components: { schemas: { A: { properties } } } };
  expect(convert(root, { required, properties }, "strict")).toStrictEqual({
    required: ["id", "open", "any", "elsewhere"],
    properties: { id: {}, secret: {}, open: {}, any: true, elsewhere: {} },
    additionalProperties: false,
  });
  expect(convert({}, { required }, "strict"), "without fields").toStrictEqual({ required });
});

describe("references", () => {
  const root: JsonObject = {
    components: {
      schemas: {
        Node: { properties: { next: { $ref: "#/components/schemas/Node" } } },
        "a b.c": { type: "string" },
        text: "no schema",
      },
    },
  };

  test("refer to local definitions, one for each schema", () => {
    const schema = {
      items: { $ref: "#/components/schemas/Node" },
      not: { $ref: "#/components/schemas/a%20b.c" },
    };
    expect(convert(root, schema, "strict")).toStrictEqual({
      items: { $ref: "#/$defs/Node" },
      not: { $ref: "#/$defs/a_b_c_distinguishing" },
      $defs: {
        Node: { properties: { next: { $ref: "#/$defs/Node" } }, additionalProperties: false },
        a_b_c_distinguishing: { type: "string" },
      },
    });
  });

  test("to one schema as a whole and as a part have two definitions", () => {
    const node = { $ref: "#/components/schemas/Node" };
    expect(convert(root, { items: node, allOf: [node, node] }, "strict")).toStrictEqual({
      items: { $ref: "#/$defs/Node" },
      allOf: [{ $ref: "#/$defs/Node_part" }, { $ref: "#/$defs/Node_part" }],
      $defs: {
        Node: { properties: { next: { $ref: "#/$defs/Node" } }, additionalProperties: false },
        Node_part: { properties: { next: { $ref: "#/$defs/Node" } } },
      },
      unevaluatedProperties: false,
    });
  });

  test.each(["not", "if", "contains"])(
    "allow unknown fields below %s, which only distinguishes values",
    (keyword) => {
      const node = { properties: { next: { properties: { last: {} } } } };
      expect(convert({}, { [keyword]: node }, "strict")).toStrictEqual({ [keyword]: node });
      const schema = { [keyword]: { $ref: "#/components/schemas/Node" } };
      expect(convert(root, schema, "strict")).toStrictEqual({
        [keyword]: { $ref: "#/$defs/Node_distinguishing" },
        $defs: { Node_distinguishing: { properties: { next: { $ref: "#/$defs/Node_distinguishing" } } } },
      });
    },
  );

  test.each(["#/components/schemas/text", "#/components/schemas/Missing", "other.yaml#/Node"])(
    "to %s, which is not a schema, accept any value",
    ($ref) => {
      expect(convert(root, { $ref }, "strict")).toStrictEqual({});
    },
  );
});
