import { TEXT } from "../../document-builders.js";
import { createEquivalentPairs, createTighterPairs, type SchemaPair } from "./schema-pair.js";

const LIST = { type: "array" };
const OBJECT = { type: "object", properties: { ink: TEXT } };
const INKED = { ...OBJECT, required: ["ink"] };

/** Pairs of schemas in which one keyword implies another. */
export const implied: SchemaPair[] = [
  ...createTighterPairs(
    "the values within a range are listed",
    { type: "integer", minimum: 0, maximum: 9 },
    { type: "integer", enum: [1, 2] },
  ),
  ...createTighterPairs(
    "the texts that match a pattern are listed",
    { ...TEXT, minLength: 1, pattern: "^[a-z]+$" },
    { ...TEXT, enum: ["blue", "red"] },
  ),
  [
    "listed values without the format are replaced by the format",
    { ...TEXT, enum: ["blue", "red"] },
    { ...TEXT, format: "date" },
    "major",
    "major",
  ],
  [
    "listed values are replaced by a limit that excludes one",
    { ...TEXT, enum: ["blue", "red"] },
    { ...TEXT, maxLength: 3 },
    "major",
    "major",
  ],
  [
    "a required property is replaced by a number of properties",
    INKED,
    { ...OBJECT, minProperties: 1 },
    "minor",
    "major",
  ],
  ...createEquivalentPairs(
    "not of not",
    { ...TEXT, maxLength: 3 },
    { ...TEXT, not: { not: { maxLength: 3 } } },
  ),
  ...createEquivalentPairs(
    "not of another not of the same type",
    { ...TEXT, maxLength: 3 },
    { ...TEXT, not: { type: "string", not: { maxLength: 3 } } },
  ),
  ...createEquivalentPairs(
    "not of a part of allOf",
    { ...TEXT, not: { maxLength: 3 } },
    { ...TEXT, not: { allOf: [{ maxLength: 3 }] } },
  ),
  ...createEquivalentPairs(
    "not of a schema of the same type",
    { ...TEXT, not: { minLength: 1, maxLength: 3 } },
    { ...TEXT, not: { type: ["string", "null"], minLength: 1, maxLength: 3 } },
  ),
  ...createEquivalentPairs("not of another type", TEXT, {
    ...TEXT,
    not: { type: "object", minProperties: 1 },
  }),
  ...createTighterPairs(
    "not of some whole numbers",
    { type: "number" },
    { type: "number", not: { type: "integer", minimum: 3 } },
  ),
  ...createEquivalentPairs("if of another type", INKED, {
    ...OBJECT,
    if: { type: "string" },
    then: { minLength: 1 },
    else: { required: ["ink"] },
  }),
  ...createTighterPairs(
    "no text beside null",
    { type: ["string", "null"] },
    { type: ["string", "null"], not: { type: "string", not: { maxLength: 3 } } },
  ),
  ...createEquivalentPairs("if of the only type", INKED, {
    ...OBJECT,
    if: { title: "An object", type: "object" },
    then: { required: ["ink"] },
    else: { required: ["nib"] },
  }),
  ...createTighterPairs(
    "if of one of two types",
    { type: ["object", "string"] },
    { type: ["object", "string"], if: { type: "object" }, then: { required: ["ink"] } },
  ),
  ...createEquivalentPairs("not null", TEXT, { type: ["string", "null"], not: { type: "null" } }),
  ...createEquivalentPairs(
    "not of a type without a type",
    { type: ["array", "boolean", "number", "object", "string"] },
    { not: { type: ["null"] } },
  ),
  ...createTighterPairs("no whole number", { type: "number" }, { type: "number", not: { type: "integer" } }),
  ...createEquivalentPairs(
    "not one of the values",
    { enum: ["a"] },
    { enum: ["a", "b"], not: { const: "b" } },
  ),
  ...createEquivalentPairs(
    "not of the type of a value",
    { enum: ["a"] },
    { enum: ["a", true], not: { type: "boolean" } },
  ),
  ...createTighterPairs(
    "not null as a value",
    { type: ["string", "null"], enum: ["a", null] },
    { type: ["string", "null"], enum: ["a", null], not: { const: null } },
  ),
  ...createTighterPairs(
    "no properties beside patterns of names",
    { type: "object", patternProperties: { "^ink": TEXT }, additionalProperties: false },
    { type: "object", patternProperties: { "^ink": TEXT }, additionalProperties: false, maxProperties: 0 },
  ),
  ...createTighterPairs(
    "the multiples of a decimal are listed",
    { type: "number", multipleOf: 0.1 },
    { type: "number", enum: [0.1, 0.3] },
  ),
  ...createEquivalentPairs("if that is always true", INKED, {
    ...OBJECT,
    if: true,
    then: { required: ["ink"] },
  }),
  ...createEquivalentPairs("if that is never true", INKED, {
    ...OBJECT,
    if: false,
    else: { required: ["ink"] },
  }),
  ...createEquivalentPairs("no items", { ...LIST, maxItems: 0 }, { ...LIST, items: false }),
  ...createEquivalentPairs(
    "no items after the listed ones",
    { ...LIST, prefixItems: [TEXT], maxItems: 1 },
    { ...LIST, prefixItems: [TEXT], items: false },
  ),
  [
    "an item is added to listed ones without others",
    { ...LIST, prefixItems: [TEXT], items: false },
    { ...LIST, prefixItems: [TEXT, TEXT], items: false },
    "minor",
    "major",
  ],
  ...createEquivalentPairs(
    "additionalItems beside a schema for all items",
    { ...LIST, items: TEXT },
    {
      ...LIST,
      items: TEXT,
      additionalItems: false,
    },
  ),
  ...createEquivalentPairs(
    "no properties",
    { type: "object", additionalProperties: false },
    { type: "object", maxProperties: 0 },
  ),
  ...createEquivalentPairs(
    "multiples of two numbers",
    { type: "integer", multipleOf: 12 },
    { allOf: [{ type: "integer", multipleOf: 4 }, { multipleOf: 6 }] },
  ),
];
