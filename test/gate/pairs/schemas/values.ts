import { PEN, TEXT, TEXTS } from "../../document-builders.js";
import {
  createEquivalentPairs,
  createIncomparablePairs,
  createTighterPairs,
  type SchemaPair,
} from "./schema-pair.js";

const NUMBER = { type: "number" };
const INTEGER = { type: "integer" };

/** Pairs with changed types and keywords of scalar values. */
export const values: SchemaPair[] = [
  // Types
  ...createTighterPairs("a whole number", NUMBER, INTEGER),
  ...createTighterPairs("one of two types", { type: ["string", "number"] }, TEXT),
  ...createTighterPairs("a value that may be null", { type: ["string", "null"] }, TEXT),
  ...createIncomparablePairs("another type", TEXT, NUMBER),
  ...createIncomparablePairs("a list instead of a value", TEXT, TEXTS),
  ...createIncomparablePairs("an object instead of a string", TEXT, PEN),
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
  ...createTighterPairs("minimum", NUMBER, { type: "number", minimum: 1 }),
  ...createTighterPairs("a higher minimum", { type: "number", minimum: 1 }, { type: "number", minimum: 2 }),
  ...createTighterPairs("maximum", NUMBER, { type: "number", maximum: 9 }),
  ...createTighterPairs("a lower maximum", { type: "number", maximum: 9 }, { type: "number", maximum: 8 }),
  ...createTighterPairs("exclusiveMinimum", NUMBER, { type: "number", exclusiveMinimum: 1 }),
  ...createTighterPairs("exclusiveMaximum", NUMBER, { type: "number", exclusiveMaximum: 1 }),
  ...createTighterPairs(
    "a bound becomes exclusive",
    { type: "number", minimum: 1 },
    { type: "number", exclusiveMinimum: 1 },
  ),
  ...createTighterPairs(
    "an exclusive bound of OpenAPI 3.0",
    { type: "number", minimum: 1 },
    { type: "number", minimum: 1, exclusiveMinimum: true },
  ),
  ...createTighterPairs("multipleOf", INTEGER, { type: "integer", multipleOf: 5 }),
  ...createTighterPairs(
    "a multiple of multipleOf",
    { type: "integer", multipleOf: 5 },
    { type: "integer", multipleOf: 10 },
  ),
  ...createIncomparablePairs(
    "another multipleOf",
    { type: "integer", multipleOf: 5 },
    { type: "integer", multipleOf: 7 },
  ),
  ...createTighterPairs(
    "format int32 of int64",
    { type: "integer", format: "int64" },
    { type: "integer", format: "int32" },
  ),
  ...createTighterPairs(
    "format int32 of int64 beside the same limit",
    { ...INTEGER, format: "int64", minimum: 0, maximum: 5e9 },
    { ...INTEGER, format: "int32", minimum: 0, maximum: 5e9 },
  ),
  ...createTighterPairs(
    "a minimum within int32",
    { ...INTEGER, format: "int32" },
    { ...INTEGER, format: "int32", minimum: 0 },
  ),
  ...createTighterPairs(
    "a minimum instead of int32",
    { ...INTEGER, maximum: 9, format: "int32" },
    { ...INTEGER, maximum: 9, minimum: 0 },
  ),
  ...createIncomparablePairs(
    "int32 instead of uint8 and a limit",
    { ...INTEGER, format: "uint8" },
    { ...INTEGER, format: "int32", maximum: 9 },
  ),
  ...createTighterPairs("format float", NUMBER, { type: "number", format: "float" }),

  // Texts
  ...createTighterPairs("minLength", TEXT, { type: "string", minLength: 1 }),
  ...createTighterPairs(
    "a higher minLength",
    { type: "string", minLength: 1 },
    { type: "string", minLength: 2 },
  ),
  ...createTighterPairs("maxLength", TEXT, { type: "string", maxLength: 9 }),
  ...createTighterPairs(
    "a lower maxLength",
    { type: "string", maxLength: 9 },
    { type: "string", maxLength: 8 },
  ),
  ...createTighterPairs("pattern", TEXT, { type: "string", pattern: "^a" }),
  ...createIncomparablePairs(
    "another pattern",
    { type: "string", pattern: "^a" },
    { type: "string", pattern: "^b" },
  ),
  ...createTighterPairs("format", TEXT, { type: "string", format: "uuid" }),
  ...createIncomparablePairs(
    "another format",
    { type: "string", format: "date" },
    { type: "string", format: "date-time" },
  ),
  ...createTighterPairs(
    "a format within another",
    { type: "string", format: "uri-reference" },
    { type: "string", format: "uri" },
  ),
  ...createTighterPairs("contentEncoding", TEXT, { type: "string", contentEncoding: "base64" }),
  ...createIncomparablePairs(
    "another contentEncoding",
    { type: "string", contentEncoding: "base64" },
    { type: "string", contentEncoding: "base32" },
  ),
  ...createIncomparablePairs("a file instead of a text", TEXT, { ...TEXT, format: "binary" }),
  ...createTighterPairs("contentMediaType", TEXT, { type: "string", contentMediaType: "image/png" }),

  // Values
  ["a value is added to an enum", { enum: ["a"] }, { enum: ["a", "b"] }, "minor", "major"],
  ["a value is removed from an enum", { enum: ["a", "b"] }, { enum: ["a"] }, "major", "major"],
  ...createTighterPairs("a list of values", TEXT, { type: "string", enum: ["a"] }),
  ...createTighterPairs(
    "a list of values within the same length",
    { type: "string", maxLength: 10 },
    { type: "string", enum: ["a"], maxLength: 10 },
  ),
  ...createTighterPairs(
    "a list of values of the same format",
    { type: "string", format: "date" },
    { type: "string", enum: ["2026-01-01"], format: "date" },
  ),
  ...createTighterPairs(
    "a list of numbers of the same format and range",
    { ...INTEGER, format: "int32", minimum: 0 },
    { ...INTEGER, enum: [1], format: "int32", minimum: 0 },
  ),
  ...createTighterPairs(
    "a list of values beside the same limit without a type",
    { minimum: 0 },
    { enum: [1], minimum: 0 },
  ),
  ...createEquivalentPairs(
    "a listed value that a limit excludes",
    { ...INTEGER, enum: [1, 2], maximum: 2 },
    { ...INTEGER, enum: [1, 2, 3], maximum: 2 },
  ),
  ...createEquivalentPairs(
    "a listed value that a pattern excludes",
    { ...TEXT, enum: ["a"], pattern: "^a$" },
    { ...TEXT, enum: ["a", "b"], pattern: "^a$" },
  ),
  [
    "the limit that excludes a listed value is removed",
    { ...INTEGER, enum: [1, 2, 3], maximum: 2 },
    { ...INTEGER, enum: [1, 2, 3] },
    "minor",
    "major",
  ],
  [
    "a value is listed beside a higher limit",
    { ...INTEGER, enum: [1, 2], maximum: 2 },
    { ...INTEGER, enum: [1, 2, 3], maximum: 3 },
    "minor",
    "major",
  ],
  [
    "a value is listed beside an invalid pattern",
    { ...TEXT, enum: ["a"], pattern: "(" },
    { ...TEXT, enum: ["a", "b"], pattern: "(" },
    "minor",
    "major",
  ],
  ["a limit excludes a listed value", { enum: [1, 2, 3] }, { enum: [1, 2, 3], maximum: 2 }, "major", "major"],
  ["a limit excludes all listed values", { enum: [3] }, { enum: [3], maximum: 2 }, "major", "patch"],
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

  [
    "another type with a limit is allowed",
    TEXT,
    { type: ["integer", "string"], minimum: 1 },
    "minor",
    "major",
  ],
  ["a type with a limit is forbidden", { type: ["integer", "string"], minimum: 1 }, TEXT, "major", "patch"],
  [
    "an object with required properties is allowed",
    TEXT,
    { ...PEN, type: ["object", "string"], required: ["ink"] },
    "minor",
    "major",
  ],
  [
    "a type is named that its limit does not concern",
    { minimum: 1 },
    { minimum: 1, ...TEXT },
    "major",
    "patch",
  ],
];
