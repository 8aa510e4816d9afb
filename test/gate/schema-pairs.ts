import type { JsonObject } from "../../scripts/document/json.js";
import type { Verdict } from "./pair.js";

type Schema = JsonObject | boolean;

/** Two schemas, and how the change from one to the other is rated for a value that is sent and one that is received. */
export type SchemaPair = [name: string, base: Schema, revision: Schema, sent: Verdict, received: Verdict];

const TEXT = { type: "string" };
const NUMBER = { type: "number" };
const WHOLE = { type: "integer" };
const LIST = { type: "array" };
const TEXTS = { type: "array", items: TEXT };
const PEN = { type: "object", properties: { ink: TEXT } };
const BALL = { type: "object", properties: { kind: { const: "ball" }, ink: TEXT }, required: ["kind"] };
const QUILL = { type: "object", properties: { kind: { const: "quill" }, nib: TEXT }, required: ["kind"] };
const FELT = { type: "object", properties: { kind: { const: "felt" }, tip: NUMBER }, required: ["kind"] };

/** Pairs of a constraint that is tighter in the second: the way back is the reverse. */
const tighter = (name: string, loose: Schema, tight: Schema): SchemaPair[] => [
  [`${name}, tightened`, loose, tight, "major", "patch"],
  [`${name}, loosened`, tight, loose, "minor", "major"],
];

/** Pairs of schemas of which neither includes the other. */
const unlike = (name: string, one: Schema, other: Schema): SchemaPair[] => [
  [name, one, other, "major", "major"],
  [`${name}, the other way`, other, one, "major", "major"],
];

/** Two ways to write the same. */
const same = (name: string, one: Schema, other: Schema): SchemaPair[] => [
  [`${name}, spelled out`, one, other, "none", "none"],
  [`${name}, left out`, other, one, "none", "none"],
];

const pen = (ink: JsonObject): JsonObject => ({ type: "object", properties: { ink } });

export const schemaPairs: SchemaPair[] = [
  // Types
  ...tighter("a number that is whole", NUMBER, WHOLE),
  ...tighter("one of two types", { type: ["string", "number"] }, TEXT),
  ...tighter("a value that may be null", { type: ["string", "null"] }, TEXT),
  ...unlike("another type", TEXT, NUMBER),
  ...unlike("a list in place of a value", TEXT, TEXTS),
  ...unlike("an object in place of a text", TEXT, PEN),
  ["a type for what had none", {}, TEXT, "major", "minor"],
  ["no type for what had one", TEXT, {}, "minor", "major"],
  [
    "a type of one schema among several keywords",
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
    "a bound that is no longer part",
    { type: "number", minimum: 1 },
    { type: "number", exclusiveMinimum: 1 },
  ),
  ...tighter(
    "a flag of OpenAPI 3.0",
    { type: "number", minimum: 1 },
    { type: "number", minimum: 1, exclusiveMinimum: true },
  ),
  ...tighter("multipleOf", WHOLE, { type: "integer", multipleOf: 5 }),
  ...tighter(
    "a multiple of multipleOf",
    { type: "integer", multipleOf: 5 },
    { type: "integer", multipleOf: 10 },
  ),
  ...unlike("another multipleOf", { type: "integer", multipleOf: 5 }, { type: "integer", multipleOf: 7 }),
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
  ...unlike("another pattern", { type: "string", pattern: "^a" }, { type: "string", pattern: "^b" }),
  ...tighter("format", TEXT, { type: "string", format: "uuid" }),
  ...unlike("another format", { type: "string", format: "date" }, { type: "string", format: "date-time" }),
  ...tighter(
    "a format within another",
    { type: "string", format: "uri-reference" },
    { type: "string", format: "uri" },
  ),
  ...tighter("contentEncoding", TEXT, { type: "string", contentEncoding: "base64" }),
  ...unlike(
    "another contentEncoding",
    { type: "string", contentEncoding: "base64" },
    { type: "string", contentEncoding: "base32" },
  ),
  ...tighter("contentMediaType", TEXT, { type: "string", contentMediaType: "image/png" }),

  // Values
  [`a value for texts of one list`, { enum: ["a"] }, { enum: ["a", "b"] }, "minor", "major"],
  [`a value less in a list`, { enum: ["a", "b"] }, { enum: ["a"] }, "major", "major"],
  ...tighter("a list of values", TEXT, { type: "string", enum: ["a"] }),
  ["another const", { const: "a" }, { const: "b" }, "major", "major"],
  ["a const among values", { const: "a" }, { enum: ["a", "b"] }, "minor", "major"],

  [
    "null less in a list of values",
    { type: ["string", "null"], enum: ["a", null] },
    { type: "string", enum: ["a"] },
    "major",
    "patch",
  ],
  [
    "one extensible value less",
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
  ["items of a list of anything", LIST, TEXTS, "major", "minor"],
  ["a list of anything again", TEXTS, LIST, "minor", "major"],
  ...tighter("the items' own constraint", TEXTS, { type: "array", items: { type: "string", maxLength: 3 } }),
  [
    "a schema for the second item",
    { type: "array", prefixItems: [TEXT] },
    { type: "array", prefixItems: [TEXT, TEXT] },
    "major",
    "minor",
  ],
  [
    "no schema for the second item",
    { type: "array", prefixItems: [TEXT, TEXT] },
    { type: "array", prefixItems: [TEXT] },
    "minor",
    "major",
  ],
  [
    "no items beyond the first",
    { type: "array", prefixItems: [TEXT] },
    { type: "array", prefixItems: [TEXT], items: false },
    "major",
    "patch",
  ],
  ...tighter("contains", LIST, { type: "array", contains: TEXT }),
  ...tighter(
    "what contains holds",
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
  ...unlike(
    "what contains holds, of which there is a highest number",
    { type: "array", contains: TEXT, maxContains: 2 },
    { type: "array", contains: { type: "string", minLength: 2 }, maxContains: 2 },
  ),
  ["unevaluatedItems", LIST, { type: "array", unevaluatedItems: TEXT }, "major", "minor"],

  // Objects
  ...tighter("minProperties", PEN, { ...PEN, minProperties: 1 }),
  ...tighter("maxProperties", PEN, { ...PEN, maxProperties: 1 }),
  ["a property", { type: "object" }, PEN, "minor", "minor"],
  ["a property less", PEN, { type: "object" }, "major", "major"],
  [
    "a property less in a closed object",
    { ...PEN, additionalProperties: false },
    { type: "object", additionalProperties: false },
    "major",
    "major",
  ],
  ["a required property", { type: "object" }, { ...PEN, required: ["ink"] }, "major", "minor"],
  ["a property that becomes required", PEN, { ...PEN, required: ["ink"] }, "major", "minor"],
  ["a property that becomes optional", { ...PEN, required: ["ink"] }, PEN, "minor", "major"],
  ["a name that becomes required without a schema", PEN, { ...PEN, required: ["cap"] }, "major", "minor"],
  ["another name", PEN, { type: "object", properties: { colour: TEXT } }, "major", "major"],
  [
    "a required property with another name",
    { ...PEN, required: ["ink"] },
    { type: "object", properties: { colour: TEXT }, required: ["colour"] },
    "major",
    "major",
  ],
  ...tighter("a property's own constraint", PEN, pen({ type: "string", maxLength: 3 })),
  [
    "a property that no value fits",
    pen({}),
    { type: "object", properties: { ink: false } },
    "major",
    "major",
  ],
  [
    "a property that no value fitted",
    { type: "object", properties: { ink: false } },
    pen({}),
    "minor",
    "minor",
  ],
  ["additionalProperties false", PEN, { ...PEN, additionalProperties: false }, "major", "patch"],
  ["additionalProperties no longer false", { ...PEN, additionalProperties: false }, PEN, "minor", "major"],
  ["additionalProperties with a schema", PEN, { ...PEN, additionalProperties: NUMBER }, "major", "minor"],
  ["additionalProperties without a schema", { ...PEN, additionalProperties: NUMBER }, PEN, "minor", "major"],
  [
    "a map that can have no entries",
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
    "dependentSchemas gone",
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
  ...unlike(
    "another if",
    { ...PEN, if: { minProperties: 1 }, then: { required: ["nib"] } },
    { ...PEN, if: { minProperties: 2 }, then: { required: ["nib"] } },
  ),
  [
    "a then that asks for more",
    { ...PEN, if: { required: ["ink"] }, then: { maxProperties: 3 } },
    { ...PEN, if: { required: ["ink"] }, then: { maxProperties: 2 } },
    "major",
    "patch",
  ],

  // Alternatives
  ["one more alternative", { oneOf: [BALL, QUILL] }, { oneOf: [BALL, QUILL, FELT] }, "minor", "major"],
  ["one alternative less", { oneOf: [BALL, QUILL, FELT] }, { oneOf: [BALL, QUILL] }, "major", "patch"],
  ["one more anyOf", { anyOf: [BALL, QUILL] }, { anyOf: [BALL, QUILL, FELT] }, "minor", "major"],
  ["one anyOf less", { anyOf: [BALL, QUILL, FELT] }, { anyOf: [BALL, QUILL] }, "major", "patch"],
  ["an alternative for what had none", BALL, { oneOf: [BALL, QUILL] }, "minor", "major"],
  ["no alternative any more", { oneOf: [BALL, QUILL] }, BALL, "major", "patch"],
  [
    "an alternative that changes its tag",
    { oneOf: [BALL, QUILL] },
    { oneOf: [BALL, { ...QUILL, properties: { kind: { const: "feather" }, nib: TEXT } }] },
    "major",
    "major",
  ],
  [
    "oneOf for anyOf of what exclude each other",
    { anyOf: [BALL, QUILL] },
    { oneOf: [BALL, QUILL] },
    "none",
    "none",
  ],
  ...tighter(
    "oneOf for anyOf of what overlap",
    { anyOf: [PEN, { type: "object", properties: { ink: TEXT, cap: TEXT } }] },
    { oneOf: [PEN, { type: "object", properties: { ink: TEXT, cap: TEXT } }] },
  ),
  ["an alternative of null", PEN, { anyOf: [PEN, { type: "null" }] }, "minor", "major"],
  ["no alternative of null", { anyOf: [PEN, { type: "null" }] }, PEN, "major", "patch"],
  ["a part of allOf", PEN, { allOf: [PEN, { required: ["ink"] }] }, "major", "minor"],
  ["a part of allOf less", { allOf: [PEN, { required: ["ink"] }] }, PEN, "minor", "major"],

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

  // Defaults, words, and what is announced
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
    "a field with a date that was never deprecated",
    pen({ ...TEXT, "x-sunset": "2026-06-01" }),
    { type: "object" },
    "major",
    "major",
  ],
  ...tighter("a keyword that nobody knows", TEXT, { ...TEXT, mustRhyme: true }),

  // The same in other words
  ...same("allOf of one", PEN, { allOf: [PEN] }),
  ...same("a list of one type", TEXT, { type: ["string"] }),
  ...same("types as alternatives", { type: ["string", "number"] }, { anyOf: [TEXT, NUMBER] }),
  ...same("null as an alternative", { type: ["string", "null"] }, { oneOf: [TEXT, { type: "null" }] }),
  ...same("nullable of OpenAPI 3.0", { type: ["string", "null"] }, { ...TEXT, nullable: true }),
  ...same("const", { enum: ["a"] }, { const: "a" }),
  ...same("values as alternatives", { enum: ["a", "b"] }, { anyOf: [{ const: "a" }, { const: "b" }] }),
  ...same("the type of values", { enum: ["a", "b"] }, { type: "string", enum: ["b", "a"] }),
  ...same("items of anything", LIST, { type: "array", items: {} }),
  ...same("additionalProperties true", PEN, { ...PEN, additionalProperties: true }),
  ...same("minLength 0", TEXT, { ...TEXT, minLength: 0 }),
  ...same("uniqueItems false", LIST, { ...LIST, uniqueItems: false }),
  ...same("required of nothing", PEN, { ...PEN, required: [] }),
  ...same("minContains 1", { ...LIST, contains: TEXT }, { ...LIST, contains: TEXT, minContains: 1 }),
  ...same("a limit of another type", TEXT, { ...TEXT, minimum: 3 }),
  ...same("a pattern that any text fits", TEXT, { ...TEXT, pattern: ".*" }),
  ...same("whole multiples", WHOLE, { type: "number", multipleOf: 1 }),
  ...same(
    "an exclusive bound of whole numbers",
    { type: "integer", minimum: 2 },
    { type: "integer", exclusiveMinimum: 1 },
  ),
  ...same("an anyOf of one", PEN, { anyOf: [PEN] }),
  ...same("true", {}, true),
  ...same(
    "allOf of parts of an object",
    { ...PEN, required: ["ink"] },
    { allOf: [PEN, { required: ["ink"] }] },
  ),
  ...same(
    "dependencies of older drafts",
    { ...PEN, dependentRequired: { ink: ["nib"] } },
    { ...PEN, dependencies: { ink: ["nib"] } },
  ),
];
