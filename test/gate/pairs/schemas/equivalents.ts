import type { JsonObject } from "../../../../scripts/document/json.js";
import { PEN, TEXT } from "../../document-builders.js";
import { createEquivalentPairs, type SchemaPair } from "./schema-pair.js";

const NUMBER = { type: "number" };
const INTEGER = { type: "integer" };
const LIST = { type: "array" };

const CAP = { type: "object", properties: { cap: TEXT } };

const buildTagged = (kind: JsonObject): JsonObject => ({
  type: "object",
  properties: { kind, ink: TEXT },
  required: ["kind"],
});

const NIB = { type: "object", properties: { nib: TEXT } };

/** Creates an object with one property only. */
const buildVariant = (name: string): JsonObject => ({
  type: "object",
  properties: { [name]: PEN },
  required: [name],
  additionalProperties: false,
});

/** Creates alternatives with a limit beside them. */
const buildLimited = (pen: JsonObject): JsonObject => ({ oneOf: buildPair(pen), maxProperties: 5 });

/** Creates alternatives with a limit in each of them. */
const buildDistributed = (pen: JsonObject): JsonObject => ({
  oneOf: buildPair(pen).map((alternative) => ({ ...alternative, maxProperties: 5 })),
});

const buildPair = (pen: JsonObject): JsonObject[] => [
  { type: "object", properties: { pen }, required: ["pen"] },
  { ...CAP, required: ["cap"] },
];

/** Pairs that differ only in notation. */
export const equivalents: SchemaPair[] = [
  ...createEquivalentPairs("allOf of one", PEN, { allOf: [PEN] }),
  ...createEquivalentPairs("a list of one type", TEXT, { type: ["string"] }),
  ...createEquivalentPairs(
    "types as alternatives",
    { type: ["string", "number"] },
    { anyOf: [TEXT, NUMBER] },
  ),
  ...createEquivalentPairs(
    "null as an alternative",
    { type: ["string", "null"] },
    { oneOf: [TEXT, { type: "null" }] },
  ),
  ...createEquivalentPairs(
    "nullable of OpenAPI 3.0",
    { type: ["string", "null"] },
    { ...TEXT, nullable: true },
  ),
  ...createEquivalentPairs("const", { enum: ["a"] }, { const: "a" }),
  ...createEquivalentPairs(
    "values as alternatives",
    { enum: ["a", "b"] },
    { anyOf: [{ const: "a" }, { const: "b" }] },
  ),
  ...createEquivalentPairs("the type of values", { enum: ["a", "b"] }, { type: "string", enum: ["b", "a"] }),
  ...createEquivalentPairs("items without constraints", LIST, { type: "array", items: {} }),
  ...createEquivalentPairs("additionalProperties true", PEN, { ...PEN, additionalProperties: true }),
  ...createEquivalentPairs("minLength 0", TEXT, { ...TEXT, minLength: 0 }),
  ...createEquivalentPairs("uniqueItems false", LIST, { ...LIST, uniqueItems: false }),
  ...createEquivalentPairs("an empty required", PEN, { ...PEN, required: [] }),
  ...createEquivalentPairs(
    "minContains 1",
    { ...LIST, contains: TEXT },
    { ...LIST, contains: TEXT, minContains: 1 },
  ),
  ...createEquivalentPairs("a limit of another type", TEXT, { ...TEXT, minimum: 3 }),
  ...createEquivalentPairs("a pattern that matches any text", TEXT, { ...TEXT, pattern: ".*" }),
  ...createEquivalentPairs("multipleOf 1", INTEGER, { type: "number", multipleOf: 1 }),
  ...createEquivalentPairs(
    "an exclusive bound of whole numbers",
    { type: "integer", minimum: 2 },
    { type: "integer", exclusiveMinimum: 1 },
  ),
  ...createEquivalentPairs("an anyOf of one", PEN, { anyOf: [PEN] }),
  ...createEquivalentPairs("true", {}, true),
  ...createEquivalentPairs(
    "allOf of parts of an object",
    { ...PEN, required: ["ink"] },
    { allOf: [PEN, { required: ["ink"] }] },
  ),
  ...createEquivalentPairs(
    "dependencies of older drafts",
    { ...PEN, dependentRequired: { ink: ["nib"] } },
    { ...PEN, dependencies: { ink: ["nib"] } },
  ),

  ...createEquivalentPairs(
    "no other properties, by either keyword",
    { ...PEN, additionalProperties: false },
    { ...PEN, unevaluatedProperties: false },
  ),
  ...createEquivalentPairs(
    "no other properties of two parts",
    { ...PEN, properties: { ink: TEXT, cap: TEXT }, additionalProperties: false },
    { allOf: [PEN, CAP], unevaluatedProperties: false },
  ),
  ...createEquivalentPairs(
    "no other items, by either keyword",
    { type: "array", prefixItems: [TEXT], items: false },
    { type: "array", prefixItems: [TEXT], unevaluatedItems: false },
  ),
  ...createEquivalentPairs(
    "both values of a boolean",
    { type: "boolean" },
    { type: "boolean", enum: [true, false] },
  ),
  ...createEquivalentPairs("null as a constant", { type: "null" }, { const: null }),
  ...createEquivalentPairs(
    "a value of another type",
    { type: "string", enum: ["a"] },
    { type: "string", enum: ["a", 1] },
  ),
  ...createEquivalentPairs(
    "a type without a value",
    { enum: ["a"] },
    { type: ["string", "integer"], enum: ["a"] },
  ),
  ...createEquivalentPairs(
    "an item of any type",
    { type: "array", minItems: 1 },
    { type: "array", contains: {} },
  ),
  ...createEquivalentPairs(
    "no other properties, by their names",
    { ...PEN, additionalProperties: false },
    { ...PEN, propertyNames: { ...TEXT, enum: ["ink"] } },
  ),
  ...createEquivalentPairs(
    "names that are strings",
    { type: "object" },
    { type: "object", propertyNames: TEXT },
  ),
  ...createEquivalentPairs(
    "a pattern that matches every name",
    { type: "object", additionalProperties: TEXT },
    { type: "object", patternProperties: { ".*": TEXT } },
  ),
  ...createEquivalentPairs(
    "the number of required properties",
    { ...PEN, required: ["ink"] },
    { ...PEN, required: ["ink"], minProperties: 1 },
  ),
  ...createEquivalentPairs(
    "the type beside alternatives",
    { oneOf: [PEN, CAP] },
    { type: "object", oneOf: [{ properties: PEN.properties }, { properties: CAP.properties }] },
  ),

  ...createEquivalentPairs(
    "a property that all alternatives require",
    { oneOf: [buildTagged({ const: "pen" }), buildTagged({ const: "cap" })] },
    { oneOf: [buildTagged({ const: "pen" }), buildTagged({ const: "cap" })], required: ["kind"] },
  ),
  ...createEquivalentPairs(
    "a tag as a part of allOf",
    { oneOf: [buildTagged({ const: "pen" }), buildTagged({ const: "cap" })] },
    { anyOf: [buildTagged({ allOf: [{ const: "pen" }] }), buildTagged({ const: "cap" })] },
  ),

  ...createEquivalentPairs(
    "a dependency on a required property",
    { ...PEN, required: ["nib"] },
    { ...PEN, required: ["nib"], dependentRequired: { ink: ["nib", "ink"] } },
  ),
  ...createEquivalentPairs(
    "a dependency of a required property",
    { ...PEN, required: ["ink", "nib"] },
    { ...PEN, required: ["ink"], dependentRequired: { ink: ["nib"] } },
  ),
  ...createEquivalentPairs(
    "a dependent schema that only requires a property",
    { ...PEN, dependentRequired: { ink: ["nib"] } },
    { ...PEN, dependentSchemas: { ink: { required: ["nib"] }, nib: true } },
  ),
  ...createEquivalentPairs(
    "the range of int32",
    { ...INTEGER, format: "int32" },
    { ...INTEGER, format: "int32", minimum: -2147483648, maximum: 2147483647 },
  ),
  ...createEquivalentPairs(
    "the range of int32 instead of the format",
    { ...INTEGER, format: "int32" },
    { ...INTEGER, minimum: -2147483648, maximum: 2147483647 },
  ),
  ...createEquivalentPairs(
    "a format whose range is wider than the limits",
    { ...INTEGER, minimum: 0, maximum: 100 },
    { ...INTEGER, minimum: 0, maximum: 100, format: "int32" },
  ),
  ...createEquivalentPairs(
    "limits that all listed values are within",
    { enum: ["ab", "abc"] },
    { enum: ["ab", "abc"], minLength: 2, maxLength: 3, pattern: "^a" },
  ),
  ...createEquivalentPairs(
    "the format and the range of listed numbers",
    { enum: [1, 2] },
    { enum: [1, 2], type: "integer", format: "int32", minimum: 1, exclusiveMaximum: 3, multipleOf: 0.5 },
  ),
  ...createEquivalentPairs(
    "the number of items that contains implies",
    { ...LIST, contains: TEXT, minContains: 2 },
    { ...LIST, contains: TEXT, minContains: 2, minItems: 2 },
  ),
  ...createEquivalentPairs(
    "unique items of a list of one",
    { ...LIST, maxItems: 1 },
    { ...LIST, maxItems: 1, uniqueItems: true },
  ),
  ...createEquivalentPairs("the content of a text of unknown media type", TEXT, {
    ...TEXT,
    contentSchema: PEN,
  }),
  // The generated types allow null in both.
  ...createEquivalentPairs(
    "null in the values of a type with null",
    { type: ["string", "null"], enum: ["a"] },
    { type: ["string", "null"], enum: ["a", null] },
  ),
  ...createEquivalentPairs(
    "a property beside alternatives",
    {
      ...PEN,
      oneOf: [
        { ...CAP, required: ["cap"] },
        { ...NIB, required: ["nib"] },
      ],
    },
    {
      oneOf: [
        { type: "object", properties: { ink: TEXT, cap: TEXT }, required: ["cap"] },
        { type: "object", properties: { ink: TEXT, nib: TEXT }, required: ["nib"] },
      ],
    },
  ),
  ...createEquivalentPairs(
    "a limit beside alternatives within alternatives",
    buildLimited(buildLimited(TEXT)),
    buildDistributed(buildDistributed(TEXT)),
  ),
  ...createEquivalentPairs(
    "oneOf closed objects with another required property each",
    { anyOf: [buildVariant("pen"), buildVariant("cap")] },
    { oneOf: [buildVariant("pen"), buildVariant("cap")] },
  ),
];
