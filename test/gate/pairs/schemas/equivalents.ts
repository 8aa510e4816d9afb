import type { JsonObject } from "../../../../scripts/document/json.js";
import { TEXT, PEN } from "../../document-builders.js";
import { equivalent, type SchemaPair } from "./schema-pair.js";

const NUMBER = { type: "number" };
const INTEGER = { type: "integer" };
const LIST = { type: "array" };

const CAP = { type: "object", properties: { cap: TEXT } };

const tagged = (kind: JsonObject): JsonObject => ({
  type: "object",
  properties: { kind, ink: TEXT },
  required: ["kind"],
});

/** Pairs that differ only in notation. */
export const equivalents: SchemaPair[] = [
  ...equivalent("allOf of one", PEN, { allOf: [PEN] }),
  ...equivalent("a list of one type", TEXT, { type: ["string"] }),
  ...equivalent("types as alternatives", { type: ["string", "number"] }, { anyOf: [TEXT, NUMBER] }),
  ...equivalent("null as an alternative", { type: ["string", "null"] }, { oneOf: [TEXT, { type: "null" }] }),
  ...equivalent("nullable of OpenAPI 3.0", { type: ["string", "null"] }, { ...TEXT, nullable: true }),
  ...equivalent("const", { enum: ["a"] }, { const: "a" }),
  ...equivalent("values as alternatives", { enum: ["a", "b"] }, { anyOf: [{ const: "a" }, { const: "b" }] }),
  ...equivalent("the type of values", { enum: ["a", "b"] }, { type: "string", enum: ["b", "a"] }),
  ...equivalent("items without constraints", LIST, { type: "array", items: {} }),
  ...equivalent("additionalProperties true", PEN, { ...PEN, additionalProperties: true }),
  ...equivalent("minLength 0", TEXT, { ...TEXT, minLength: 0 }),
  ...equivalent("uniqueItems false", LIST, { ...LIST, uniqueItems: false }),
  ...equivalent("an empty required", PEN, { ...PEN, required: [] }),
  ...equivalent("minContains 1", { ...LIST, contains: TEXT }, { ...LIST, contains: TEXT, minContains: 1 }),
  ...equivalent("a limit of another type", TEXT, { ...TEXT, minimum: 3 }),
  ...equivalent("a pattern that matches any text", TEXT, { ...TEXT, pattern: ".*" }),
  ...equivalent("multipleOf 1", INTEGER, { type: "number", multipleOf: 1 }),
  ...equivalent(
    "an exclusive bound of whole numbers",
    { type: "integer", minimum: 2 },
    { type: "integer", exclusiveMinimum: 1 },
  ),
  ...equivalent("an anyOf of one", PEN, { anyOf: [PEN] }),
  ...equivalent("true", {}, true),
  ...equivalent(
    "allOf of parts of an object",
    { ...PEN, required: ["ink"] },
    { allOf: [PEN, { required: ["ink"] }] },
  ),
  ...equivalent(
    "dependencies of older drafts",
    { ...PEN, dependentRequired: { ink: ["nib"] } },
    { ...PEN, dependencies: { ink: ["nib"] } },
  ),

  ...equivalent(
    "no other properties, by either keyword",
    { ...PEN, additionalProperties: false },
    { ...PEN, unevaluatedProperties: false },
  ),
  ...equivalent(
    "no other properties of two parts",
    { ...PEN, properties: { ink: TEXT, cap: TEXT }, additionalProperties: false },
    { allOf: [PEN, CAP], unevaluatedProperties: false },
  ),
  ...equivalent(
    "no other items, by either keyword",
    { type: "array", prefixItems: [TEXT], items: false },
    { type: "array", prefixItems: [TEXT], unevaluatedItems: false },
  ),
  ...equivalent("both values of a boolean", { type: "boolean" }, { type: "boolean", enum: [true, false] }),
  ...equivalent("null as a constant", { type: "null" }, { const: null }),
  ...equivalent(
    "a value of another type",
    { type: "string", enum: ["a"] },
    { type: "string", enum: ["a", 1] },
  ),
  ...equivalent("a type without a value", { enum: ["a"] }, { type: ["string", "integer"], enum: ["a"] }),
  ...equivalent("an item of any type", { type: "array", minItems: 1 }, { type: "array", contains: {} }),
  ...equivalent("names that are strings", { type: "object" }, { type: "object", propertyNames: TEXT }),
  ...equivalent(
    "a pattern that matches every name",
    { type: "object", additionalProperties: TEXT },
    { type: "object", patternProperties: { ".*": TEXT } },
  ),
  ...equivalent(
    "the number of required properties",
    { ...PEN, required: ["ink"] },
    { ...PEN, required: ["ink"], minProperties: 1 },
  ),
  ...equivalent(
    "the type beside alternatives",
    { oneOf: [PEN, CAP] },
    { type: "object", oneOf: [{ properties: PEN.properties }, { properties: CAP.properties }] },
  ),

  ...equivalent(
    "a property that all alternatives require",
    { oneOf: [tagged({ const: "pen" }), tagged({ const: "cap" })] },
    { oneOf: [tagged({ const: "pen" }), tagged({ const: "cap" })], required: ["kind"] },
  ),
  ...equivalent(
    "a tag as a part of allOf",
    { oneOf: [tagged({ const: "pen" }), tagged({ const: "cap" })] },
    { anyOf: [tagged({ allOf: [{ const: "pen" }] }), tagged({ const: "cap" })] },
  ),

  ...equivalent(
    "a dependency on a required property",
    { ...PEN, required: ["nib"] },
    { ...PEN, required: ["nib"], dependentRequired: { ink: ["nib", "ink"] } },
  ),
  ...equivalent(
    "a dependency of a required property",
    { ...PEN, required: ["ink", "nib"] },
    { ...PEN, required: ["ink"], dependentRequired: { ink: ["nib"] } },
  ),
  ...equivalent(
    "a dependent schema that only requires a property",
    { ...PEN, dependentRequired: { ink: ["nib"] } },
    { ...PEN, dependentSchemas: { ink: { required: ["nib"] }, nib: true } },
  ),
  ...equivalent(
    "the range of int32",
    { ...INTEGER, format: "int32" },
    { ...INTEGER, format: "int32", minimum: -2147483648, maximum: 2147483647 },
  ),
  ...equivalent(
    "the range of int32 instead of the format",
    { ...INTEGER, format: "int32" },
    { ...INTEGER, minimum: -2147483648, maximum: 2147483647 },
  ),
  ...equivalent(
    "a format whose range is wider than the limits",
    { ...INTEGER, minimum: 0, maximum: 100 },
    { ...INTEGER, minimum: 0, maximum: 100, format: "int32" },
  ),
  ...equivalent(
    "limits that all listed values are within",
    { enum: ["ab", "abc"] },
    { enum: ["ab", "abc"], minLength: 2, maxLength: 3, pattern: "^a" },
  ),
  ...equivalent(
    "the format and the range of listed numbers",
    { enum: [1, 2] },
    { enum: [1, 2], type: "integer", format: "int32", minimum: 1, exclusiveMaximum: 3, multipleOf: 0.5 },
  ),
  ...equivalent(
    "the number of items that contains implies",
    { ...LIST, contains: TEXT, minContains: 2 },
    { ...LIST, contains: TEXT, minContains: 2, minItems: 2 },
  ),
  ...equivalent(
    "unique items of a list of one",
    { ...LIST, maxItems: 1 },
    { ...LIST, maxItems: 1, uniqueItems: true },
  ),
  ...equivalent("the content of a text of unknown media type", TEXT, { ...TEXT, contentSchema: PEN }),
  // The generated types allow null in both.
  ...equivalent(
    "null in the values of a type with null",
    { type: ["string", "null"], enum: ["a"] },
    { type: ["string", "null"], enum: ["a", null] },
  ),
];
