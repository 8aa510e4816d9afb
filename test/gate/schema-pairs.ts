import type { JsonObject } from "../../scripts/document/json.js";
import type { ExpectedSeverity } from "./pair.js";

type Schema = JsonObject | boolean;

/** Two schemas, and the severities of the change between them: in a request, and in a response. */
export type SchemaPair = [
  name: string,
  base: Schema,
  revision: Schema,
  sent: ExpectedSeverity,
  received: ExpectedSeverity,
];

const TEXT = { type: "string" };
const NUMBER = { type: "number" };
const WHOLE = { type: "integer" };
const LIST = { type: "array" };
const TEXTS = { type: "array", items: TEXT };
const PEN = { type: "object", properties: { ink: TEXT } };
const BALL = { type: "object", properties: { kind: { const: "ball" }, ink: TEXT }, required: ["kind"] };
const QUILL = { type: "object", properties: { kind: { const: "quill" }, nib: TEXT }, required: ["kind"] };
const FELT = { type: "object", properties: { kind: { const: "felt" }, tip: NUMBER }, required: ["kind"] };

/** Returns a pair that tightens a constraint, and its reverse. */
const tighter = (name: string, loose: Schema, tight: Schema): SchemaPair[] => [
  [`${name}, tightened`, loose, tight, "major", "patch"],
  [`${name}, loosened`, tight, loose, "minor", "major"],
];

/** Returns a pair of schemas of which neither includes the other, and its reverse. */
const incomparable = (name: string, one: Schema, other: Schema): SchemaPair[] => [
  [name, one, other, "major", "major"],
  [`${name}, the other way`, other, one, "major", "major"],
];

/** Returns a pair of equivalent schemas, and its reverse. */
const equivalent = (name: string, one: Schema, other: Schema): SchemaPair[] => [
  [`${name}, spelled out`, one, other, "none", "none"],
  [`${name}, left out`, other, one, "none", "none"],
];

const pen = (ink: JsonObject): JsonObject => ({ type: "object", properties: { ink } });

export const schemaPairs: SchemaPair[] = [
  // Types
  ...tighter("a whole number", NUMBER, WHOLE),
  ...tighter("one of two types", { type: ["string", "number"] }, TEXT),
  ...tighter("a value that may be null", { type: ["string", "null"] }, TEXT),
  ...incomparable("another type", TEXT, NUMBER),
  ...incomparable("a list instead of a value", TEXT, TEXTS),
  ...incomparable("an object instead of a string", TEXT, PEN),
  ["a type is added", {}, TEXT, "major", "minor"],
  ["a type is removed", TEXT, {}, "minor", "major"],
  [
    "a type is added to a schema with other keywords",
    { minLength: 1 },
    { minLength: 1, type: "string" },
    "major",
    "patch",
  ],

  // Numbers
  ...tighter("minimum", NUMBER, { type: "number", minimum: 1 }),
  ...tighter("a higher minimum", { type: "number", minimum: 1 }, { type: "number", minimum: 2 }),
  ...tighter("maximum", NUMBER, { type: "number", maximum: 9 }),
  ...tighter("a lower maximum", { type: "number", maximum: 9 }, { type: "number", maximum: 8 }),
  ...tighter("exclusiveMinimum", NUMBER, { type: "number", exclusiveMinimum: 1 }),
  ...tighter("exclusiveMaximum", NUMBER, { type: "number", exclusiveMaximum: 1 }),
  ...tighter(
    "a bound becomes exclusive",
    { type: "number", minimum: 1 },
    { type: "number", exclusiveMinimum: 1 },
  ),
  ...tighter(
    "an exclusive bound of OpenAPI 3.0",
    { type: "number", minimum: 1 },
    { type: "number", minimum: 1, exclusiveMinimum: true },
  ),
  ...tighter("multipleOf", WHOLE, { type: "integer", multipleOf: 5 }),
  ...tighter(
    "a multiple of multipleOf",
    { type: "integer", multipleOf: 5 },
    { type: "integer", multipleOf: 10 },
  ),
  ...incomparable(
    "another multipleOf",
    { type: "integer", multipleOf: 5 },
    { type: "integer", multipleOf: 7 },
  ),
  ...tighter(
    "format int32 of int64",
    { type: "integer", format: "int64" },
    { type: "integer", format: "int32" },
  ),
  ...tighter("format float", NUMBER, { type: "number", format: "float" }),

  // Texts
  ...tighter("minLength", TEXT, { type: "string", minLength: 1 }),
  ...tighter("a higher minLength", { type: "string", minLength: 1 }, { type: "string", minLength: 2 }),
  ...tighter("maxLength", TEXT, { type: "string", maxLength: 9 }),
  ...tighter("a lower maxLength", { type: "string", maxLength: 9 }, { type: "string", maxLength: 8 }),
  ...tighter("pattern", TEXT, { type: "string", pattern: "^a" }),
  ...incomparable("another pattern", { type: "string", pattern: "^a" }, { type: "string", pattern: "^b" }),
  ...tighter("format", TEXT, { type: "string", format: "uuid" }),
  ...incomparable(
    "another format",
    { type: "string", format: "date" },
    { type: "string", format: "date-time" },
  ),
  ...tighter(
    "a format within another",
    { type: "string", format: "uri-reference" },
    { type: "string", format: "uri" },
  ),
  ...tighter("contentEncoding", TEXT, { type: "string", contentEncoding: "base64" }),
  ...incomparable(
    "another contentEncoding",
    { type: "string", contentEncoding: "base64" },
    { type: "string", contentEncoding: "base32" },
  ),
  ...tighter("contentMediaType", TEXT, { type: "string", contentMediaType: "image/png" }),

  // Values
  ["a value is added to an enum", { enum: ["a"] }, { enum: ["a", "b"] }, "minor", "major"],
  ["a value is removed from an enum", { enum: ["a", "b"] }, { enum: ["a"] }, "major", "major"],
  ...tighter("a list of values", TEXT, { type: "string", enum: ["a"] }),
  ["another const", { const: "a" }, { const: "b" }, "major", "major"],
  ["a const becomes an enum", { const: "a" }, { enum: ["a", "b"] }, "minor", "major"],

  [
    "null is removed from an enum",
    { type: ["string", "null"], enum: ["a", null] },
    { type: "string", enum: ["a"] },
    "major",
    "patch",
  ],
  [
    "an extensible value is removed",
    { type: "string", "x-extensible-enum": ["a", "b"] },
    { type: "string", "x-extensible-enum": ["a"] },
    "major",
    "patch",
  ],

  // Lists
  ...tighter("minItems", LIST, { type: "array", minItems: 1 }),
  ...tighter("a higher minItems", { type: "array", minItems: 1 }, { type: "array", minItems: 2 }),
  ...tighter("maxItems", LIST, { type: "array", maxItems: 9 }),
  ...tighter("a lower maxItems", { type: "array", maxItems: 9 }, { type: "array", maxItems: 8 }),
  ...tighter("uniqueItems", LIST, { type: "array", uniqueItems: true }),
  ["items get a schema", LIST, TEXTS, "major", "minor"],
  ["items lose their schema", TEXTS, LIST, "minor", "major"],
  ...tighter("the items' own constraint", TEXTS, { type: "array", items: { type: "string", maxLength: 3 } }),
  [
    "the second item gets a schema",
    { type: "array", prefixItems: [TEXT] },
    { type: "array", prefixItems: [TEXT, TEXT] },
    "major",
    "minor",
  ],
  [
    "the second item loses its schema",
    { type: "array", prefixItems: [TEXT, TEXT] },
    { type: "array", prefixItems: [TEXT] },
    "minor",
    "major",
  ],
  [
    "items after the first are forbidden",
    { type: "array", prefixItems: [TEXT] },
    { type: "array", prefixItems: [TEXT], items: false },
    "major",
    "patch",
  ],
  ...tighter("contains", LIST, { type: "array", contains: TEXT }),
  ...tighter(
    "the schema of contains changes",
    { type: "array", contains: TEXT },
    { type: "array", contains: { type: "string", minLength: 2 } },
  ),
  ...tighter(
    "minContains",
    { type: "array", contains: TEXT },
    { type: "array", contains: TEXT, minContains: 2 },
  ),
  ...tighter(
    "maxContains",
    { type: "array", contains: TEXT },
    { type: "array", contains: TEXT, maxContains: 2 },
  ),
  ...incomparable(
    "the schema of contains changes, with maxContains",
    { type: "array", contains: TEXT, maxContains: 2 },
    { type: "array", contains: { type: "string", minLength: 2 }, maxContains: 2 },
  ),
  ["unevaluatedItems", LIST, { type: "array", unevaluatedItems: TEXT }, "major", "minor"],

  // Objects
  ...tighter("minProperties", PEN, { ...PEN, minProperties: 1 }),
  ...tighter("maxProperties", PEN, { ...PEN, maxProperties: 1 }),
  ["a property is added", { type: "object" }, PEN, "minor", "minor"],
  ["a property is removed", PEN, { type: "object" }, "major", "major"],
  [
    "a property is removed from a closed object",
    { ...PEN, additionalProperties: false },
    { type: "object", additionalProperties: false },
    "major",
    "major",
  ],
  ["a required property is added", { type: "object" }, { ...PEN, required: ["ink"] }, "major", "minor"],
  ["a property becomes required", PEN, { ...PEN, required: ["ink"] }, "major", "minor"],
  ["a property becomes optional", { ...PEN, required: ["ink"] }, PEN, "minor", "major"],
  ["a name without a schema becomes required", PEN, { ...PEN, required: ["cap"] }, "major", "minor"],
  ["a property is renamed", PEN, { type: "object", properties: { colour: TEXT } }, "major", "major"],
  [
    "a required property is renamed",
    { ...PEN, required: ["ink"] },
    { type: "object", properties: { colour: TEXT }, required: ["colour"] },
    "major",
    "major",
  ],
  ...tighter("a property's own constraint", PEN, pen({ type: "string", maxLength: 3 })),
  [
    "a property allows no value any more",
    pen({}),
    { type: "object", properties: { ink: false } },
    "major",
    "major",
  ],
  ["a property allows values now", { type: "object", properties: { ink: false } }, pen({}), "minor", "minor"],
  ["additionalProperties false", PEN, { ...PEN, additionalProperties: false }, "major", "patch"],
  ["additionalProperties no longer false", { ...PEN, additionalProperties: false }, PEN, "minor", "major"],
  ["additionalProperties with a schema", PEN, { ...PEN, additionalProperties: NUMBER }, "major", "minor"],
  ["additionalProperties without a schema", { ...PEN, additionalProperties: NUMBER }, PEN, "minor", "major"],
  [
    "a map allows no entries any more",
    { type: "object", additionalProperties: TEXT },
    { type: "object", additionalProperties: false },
    "major",
    "major",
  ],
  ...tighter(
    "the entries of a map",
    { type: "object", additionalProperties: TEXT },
    { type: "object", additionalProperties: { type: "string", maxLength: 3 } },
  ),
  ["unevaluatedProperties false", PEN, { ...PEN, unevaluatedProperties: false }, "major", "patch"],
  ...tighter("patternProperties", PEN, { ...PEN, patternProperties: { "^x": TEXT } }),
  ...tighter(
    "the schema of patternProperties",
    { ...PEN, patternProperties: { "^x": TEXT } },
    { ...PEN, patternProperties: { "^x": { type: "string", maxLength: 1 } } },
  ),
  ...tighter(
    "patternProperties in a closed object",
    { ...PEN, additionalProperties: false, patternProperties: { "^x": TEXT } },
    { ...PEN, additionalProperties: false },
  ),
  ["propertyNames", PEN, { ...PEN, propertyNames: { maxLength: 3 } }, "major", "minor"],
  ...tighter(
    "a lower limit in propertyNames",
    { ...PEN, propertyNames: { maxLength: 3 } },
    { ...PEN, propertyNames: { maxLength: 2 } },
  ),
  ...tighter("dependentRequired", PEN, { ...PEN, dependentRequired: { ink: ["nib"] } }),
  ...tighter(
    "one more name in dependentRequired",
    { ...PEN, dependentRequired: { ink: ["nib"] } },
    { ...PEN, dependentRequired: { ink: ["nib", "cap"] } },
  ),
  ["dependentSchemas", PEN, { ...PEN, dependentSchemas: { ink: { required: ["nib"] } } }, "major", "minor"],
  [
    "dependentSchemas are removed",
    { ...PEN, dependentSchemas: { ink: { required: ["nib"] } } },
    PEN,
    "minor",
    "major",
  ],

  // Conditions
  ...tighter("not", TEXT, { type: "string", not: { const: "a" } }),
  [
    "not excludes more",
    { type: "string", not: { maxLength: 1 } },
    { type: "string", not: { maxLength: 2 } },
    "major",
    "patch",
  ],
  [
    "not excludes less",
    { type: "string", not: { maxLength: 2 } },
    { type: "string", not: { maxLength: 1 } },
    "minor",
    "major",
  ],
  ...tighter("if and then", PEN, { ...PEN, if: { required: ["ink"] }, then: { required: ["nib"] } }),
  ...incomparable(
    "another if",
    { ...PEN, if: { minProperties: 1 }, then: { required: ["nib"] } },
    { ...PEN, if: { minProperties: 2 }, then: { required: ["nib"] } },
  ),
  [
    "then requires another field",
    { ...PEN, if: { required: ["ink"] }, then: { maxProperties: 3 } },
    { ...PEN, if: { required: ["ink"] }, then: { maxProperties: 2 } },
    "major",
    "patch",
  ],

  // Alternatives
  [
    "an alternative is added to oneOf",
    { oneOf: [BALL, QUILL] },
    { oneOf: [BALL, QUILL, FELT] },
    "minor",
    "major",
  ],
  [
    "an alternative is removed from oneOf",
    { oneOf: [BALL, QUILL, FELT] },
    { oneOf: [BALL, QUILL] },
    "major",
    "patch",
  ],
  [
    "an alternative is added to anyOf",
    { anyOf: [BALL, QUILL] },
    { anyOf: [BALL, QUILL, FELT] },
    "minor",
    "major",
  ],
  [
    "an alternative is removed from anyOf",
    { anyOf: [BALL, QUILL, FELT] },
    { anyOf: [BALL, QUILL] },
    "major",
    "patch",
  ],
  ["a schema becomes an alternative", BALL, { oneOf: [BALL, QUILL] }, "minor", "major"],
  ["an alternative becomes the whole schema", { oneOf: [BALL, QUILL] }, BALL, "major", "patch"],
  [
    "an alternative changes its tag",
    { oneOf: [BALL, QUILL] },
    { oneOf: [BALL, { ...QUILL, properties: { kind: { const: "feather" }, nib: TEXT } }] },
    "major",
    "major",
  ],
  [
    "anyOf of exclusive schemas becomes oneOf",
    { anyOf: [BALL, QUILL] },
    { oneOf: [BALL, QUILL] },
    "none",
    "none",
  ],
  ...tighter(
    "anyOf of overlapping schemas becomes oneOf",
    { anyOf: [PEN, { type: "object", properties: { ink: TEXT, cap: TEXT } }] },
    { oneOf: [PEN, { type: "object", properties: { ink: TEXT, cap: TEXT } }] },
  ),
  ["null is added as an alternative", PEN, { anyOf: [PEN, { type: "null" }] }, "minor", "major"],
  ["null is removed as an alternative", { anyOf: [PEN, { type: "null" }] }, PEN, "major", "patch"],
  ["a part is added to allOf", PEN, { allOf: [PEN, { required: ["ink"] }] }, "major", "minor"],
  ["a part is removed from allOf", { allOf: [PEN, { required: ["ink"] }] }, PEN, "minor", "major"],

  // readOnly and writeOnly
  ["a field becomes readOnly", PEN, pen({ ...TEXT, readOnly: true }), "major", "none"],
  ["a field is no longer readOnly", pen({ ...TEXT, readOnly: true }), PEN, "minor", "none"],
  [
    "a required field is no longer readOnly",
    { ...pen({ ...TEXT, readOnly: true }), required: ["ink"] },
    { ...PEN, required: ["ink"] },
    "major",
    "none",
  ],
  ["a field becomes writeOnly", PEN, pen({ ...TEXT, writeOnly: true }), "none", "major"],
  ["a field is no longer writeOnly", pen({ ...TEXT, writeOnly: true }), PEN, "none", "minor"],
  ["a readOnly field is removed", pen({ ...TEXT, readOnly: true }), { type: "object" }, "none", "major"],
  ["a writeOnly field is removed", pen({ ...TEXT, writeOnly: true }), { type: "object" }, "major", "none"],
  [
    "a readOnly field gets a limit",
    pen({ ...TEXT, readOnly: true }),
    pen({ ...TEXT, readOnly: true, maxLength: 3 }),
    "none",
    "patch",
  ],
  [
    "a readOnly field is added and required",
    { type: "object" },
    { ...pen({ ...TEXT, readOnly: true }), required: ["ink"] },
    "none",
    "minor",
  ],

  // Defaults, annotations and announced removals
  ["a default", PEN, pen({ ...TEXT, default: "blue" }), "minor", "minor"],
  ["another default", pen({ ...TEXT, default: "blue" }), pen({ ...TEXT, default: "red" }), "major", "major"],
  [
    "the default of a required field",
    { ...pen({ ...TEXT, default: "blue" }), required: ["ink"] },
    { ...pen({ ...TEXT, default: "red" }), required: ["ink"] },
    "none",
    "none",
  ],
  ["a description", PEN, { ...PEN, description: "A pen." }, "patch", "patch"],
  ["deprecated", PEN, pen({ ...TEXT, deprecated: true }), "minor", "minor"],
  [
    "a field that is removed after its date",
    pen({ ...TEXT, deprecated: true, "x-sunset": "2026-06-01" }),
    { type: "object" },
    "minor",
    "minor",
  ],
  [
    "a field that is removed before its date",
    pen({ ...TEXT, deprecated: true, "x-sunset": "2026-07-01" }),
    { type: "object" },
    "major",
    "major",
  ],
  [
    "a field with a date that was not deprecated",
    pen({ ...TEXT, "x-sunset": "2026-06-01" }),
    { type: "object" },
    "major",
    "major",
  ],
  ...tighter("an unknown keyword", TEXT, { ...TEXT, mustRhyme: true }),

  // Equivalent schemas
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
  ...equivalent("multipleOf 1", WHOLE, { type: "number", multipleOf: 1 }),
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
];
