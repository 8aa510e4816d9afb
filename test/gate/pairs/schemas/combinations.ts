import { PEN, TEXT } from "../../document-builders.js";
import { createIncomparablePairs, createTighterPairs, type SchemaPair } from "./schema-pair.js";

const NUMBER = { type: "number" };
const BALL = { type: "object", properties: { kind: { const: "ball" }, ink: TEXT }, required: ["kind"] };
const QUILL = { type: "object", properties: { kind: { const: "quill" }, nib: TEXT }, required: ["kind"] };
const FELT = { type: "object", properties: { kind: { const: "felt" }, tip: NUMBER }, required: ["kind"] };

const INTEGER = { type: "integer" };
const LIST = { type: "array" };

/** Pairs with changed conditions and compositions. */
export const combinations: SchemaPair[] = [
  // Conditions
  ...createTighterPairs("not", TEXT, { type: "string", not: { const: "a" } }),
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
  ...createTighterPairs("if and then", PEN, {
    ...PEN,
    if: { required: ["ink"] },
    then: { required: ["nib"] },
  }),
  ...createIncomparablePairs(
    "another if",
    { ...PEN, if: { minProperties: 1 }, then: { required: ["nib"] } },
    { ...PEN, if: { minProperties: 2 }, then: { required: ["nib"] } },
  ),
  [
    "then has a lower limit",
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
  ...createTighterPairs(
    "anyOf of overlapping schemas becomes oneOf",
    { anyOf: [PEN, { type: "object", properties: { ink: TEXT, cap: TEXT } }] },
    { oneOf: [PEN, { type: "object", properties: { ink: TEXT, cap: TEXT } }] },
  ),
  ["null is added as an alternative", PEN, { anyOf: [PEN, { type: "null" }] }, "minor", "major"],
  ["null is removed as an alternative", { anyOf: [PEN, { type: "null" }] }, PEN, "major", "patch"],
  ["a part is added to allOf", PEN, { allOf: [PEN, { required: ["ink"] }] }, "major", "minor"],
  ["a part is removed from allOf", { allOf: [PEN, { required: ["ink"] }] }, PEN, "minor", "major"],

  [
    "an alternative of oneOf includes another",
    { oneOf: [INTEGER, TEXT] },
    { oneOf: [INTEGER, TEXT, NUMBER] },
    "major",
    "major",
  ],
  ["a number becomes oneOf that rejects integers", NUMBER, { oneOf: [INTEGER, NUMBER] }, "major", "patch"],
  ["oneOf no longer rejects integers", { oneOf: [INTEGER, NUMBER] }, NUMBER, "minor", "major"],
  ...createTighterPairs(
    "alternatives beside other alternatives",
    { anyOf: [PEN, LIST], oneOf: [{ type: "object" }, { ...LIST, maxItems: 1 }, { ...LIST, minItems: 3 }] },
    { anyOf: [PEN, LIST], oneOf: [{ type: "object" }, { ...LIST, maxItems: 1 }] },
  ),
  [
    "a part of allOf forbids the property beside it",
    { allOf: [PEN], properties: { cap: TEXT } },
    { allOf: [{ ...PEN, unevaluatedProperties: false }], properties: { cap: TEXT } },
    "major",
    "major",
  ],
];
