import { TEXT, TEXTS, PEN } from "../../document-builders.js";
import { incomparable, type SchemaPair, tighter } from "./schema-pair.js";

const NUMBER = { type: "number" };
const INTEGER = { type: "integer" };

/** Pairs with changed types and keywords of scalar values. */
export const values: SchemaPair[] = [
  // Types
  ...tighter("a whole number", NUMBER, INTEGER),
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
  ...tighter("multipleOf", INTEGER, { type: "integer", multipleOf: 5 }),
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
  ...tighter(
    "a minimum within int32",
    { ...INTEGER, format: "int32" },
    { ...INTEGER, format: "int32", minimum: 0 },
  ),
  ...tighter(
    "a minimum instead of int32",
    { ...INTEGER, maximum: 9, format: "int32" },
    { ...INTEGER, maximum: 9, minimum: 0 },
  ),
  ...incomparable(
    "int32 instead of uint8 and a limit",
    { ...INTEGER, format: "uint8" },
    { ...INTEGER, format: "int32", maximum: 9 },
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
  ...incomparable("a file instead of a text", TEXT, { ...TEXT, format: "binary" }),
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
