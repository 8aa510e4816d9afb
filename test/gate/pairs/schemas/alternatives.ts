import type { JsonObject } from "../../../../scripts/document/json.js";
import { PEN, TEXT } from "../../document-builders.js";
import { createEquivalentPairs, type SchemaPair } from "./schema-pair.js";

const NULL = { type: "null" };
const INTEGER = { type: "integer", format: "int64" };
const DATE = { type: "string", format: "date" };
const BALL = { type: "object", properties: { kind: { const: "ball" }, ink: TEXT }, required: ["kind"] };
const QUILL = { type: "object", properties: { kind: { const: "quill" }, nib: TEXT }, required: ["kind"] };

/** Creates an alternative whose tag is that of others, with the values of another property. */
const buildAction = (...values: string[]): JsonObject => ({
  type: "object",
  properties: { kind: { const: "action" }, action: { type: "string", enum: values } },
  required: ["kind"],
});

/** Creates an alternative with the names of others, and its own title. */
const buildTitled = (title: string, ink: JsonObject): JsonObject => ({
  title,
  type: "object",
  properties: { ink: { type: "object", properties: { ink } } },
});

/** Creates an object that requires some of its properties. */
const buildRequired = (...required: string[]): JsonObject => ({
  type: "object",
  properties: { ink: TEXT, nib: TEXT },
  required,
});

/** Creates alternatives, the second of which may forbid the property that the first one requires. */
const buildForbidding = (ink?: false): JsonObject => ({
  oneOf: [
    { type: "object", properties: { ink: TEXT }, required: ["ink"] },
    { type: "object", properties: { nib: TEXT, ...(ink === false && { ink }) }, required: ["nib"] },
  ],
});

/** Creates alternatives of whole numbers. */
const buildRanges = (minimum: number, maximum = 5): JsonObject => ({
  oneOf: [
    { type: "integer", maximum },
    { type: "integer", minimum },
  ],
});

/** Creates alternatives of texts. */
const buildLengths = (minLength: number): JsonObject => ({
  oneOf: [
    { ...TEXT, maxLength: 5 },
    { ...TEXT, minLength },
  ],
});

/** Creates alternatives with titles, the first of which includes the second. */
const buildIncluded = (...required: string[]): JsonObject => ({
  anyOf: [
    { ...buildRequired(), title: "any" },
    { ...buildRequired(...required), title: "some" },
  ],
});

/** Creates alternatives of objects that both require one property. */
const buildTagged = (kind: JsonObject, otherKind: JsonObject): JsonObject => ({
  oneOf: [
    { type: "object", properties: { kind, ink: TEXT }, required: ["kind", "ink"] },
    { type: "object", properties: { kind: otherKind, nib: TEXT }, required: ["kind", "nib"] },
  ],
});

/** Pairs of schemas with alternatives that correspond. */
export const alternatives: SchemaPair[] = [
  ...createEquivalentPairs(
    "null and alternatives in another order",
    { oneOf: [INTEGER, DATE, NULL] },
    { oneOf: [NULL, DATE, INTEGER] },
  ),
  ...createEquivalentPairs(
    "null as an alternative of several",
    { anyOf: [INTEGER, DATE, PEN, NULL] },
    { anyOf: [INTEGER, { ...DATE, type: ["string", "null"] }, PEN] },
  ),
  [
    "an object is added to the types",
    { type: ["boolean", "string"] },
    { oneOf: [TEXT, { type: "boolean" }, BALL, QUILL] },
    "minor",
    "major",
  ],
  [
    "an alternative of a type is added to others",
    { oneOf: [INTEGER, DATE, NULL] },
    { oneOf: [INTEGER, DATE, { type: "string", format: "date-time" }, NULL] },
    "minor",
    "major",
  ],
  ...createEquivalentPairs(
    "values of alternatives with the same tag in another order",
    { oneOf: [buildAction("skip", "back"), buildAction("play", "pause")] },
    { oneOf: [buildAction("pause", "play"), buildAction("back", "skip")] },
  ),
  ...createEquivalentPairs(
    "a part of alternatives with titles",
    { oneOf: [buildTitled("a", { ...TEXT, maxLength: 9 }), buildTitled("b", TEXT)] },
    {
      oneOf: [buildTitled("b", { allOf: [TEXT] }), buildTitled("a", { allOf: [{ ...TEXT, maxLength: 9 }] })],
    },
  ),
  [
    "all values match two alternatives of the new oneOf",
    buildRequired("ink", "nib"),
    { oneOf: [buildRequired("ink"), buildRequired("nib")] },
    "major",
    "major",
  ],
  [
    "all values matched two alternatives of the old oneOf",
    { oneOf: [buildRequired("ink"), buildRequired("nib")] },
    buildRequired("ink", "nib"),
    "major",
    "major",
  ],
  [
    "an alternative of oneOf is widened until it includes another",
    { oneOf: [buildRequired("ink"), buildRequired("nib")] },
    { oneOf: [buildRequired(), buildRequired("nib")] },
    "major",
    "major",
  ],
  [
    "an alternative of oneOf no longer includes another",
    { oneOf: [buildRequired(), buildRequired("nib")] },
    { oneOf: [buildRequired("ink"), buildRequired("nib")] },
    "major",
    "major",
  ],
  [
    "a value is listed by two alternatives of oneOf",
    { oneOf: [{ enum: ["a", "b"] }, { enum: ["c"] }] },
    { oneOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] },
    "major",
    "major",
  ],
  [
    "the not of a removed alternative excludes less than that of another",
    { anyOf: [{ ...TEXT, not: { maxLength: 1 } }, { ...TEXT, not: { maxLength: 2 } }, INTEGER] },
    { anyOf: [{ ...TEXT, not: { maxLength: 2 } }, INTEGER] },
    "major",
    "patch",
  ],
  [
    "an alternative of anyOf is widened",
    { anyOf: [buildRequired("ink"), INTEGER] },
    { anyOf: [buildRequired(), INTEGER] },
    "minor",
    "major",
  ],
  ["an alternative of oneOf is widened", buildRanges(20), buildRanges(10), "minor", "major"],
  ["ranges of oneOf start to overlap", buildRanges(20, 15), buildRanges(10, 15), "major", "major"],
  ["ranges of oneOf no longer overlap", buildRanges(10, 15), buildRanges(20, 15), "major", "major"],
  ["ranges of oneOf overlap less", buildRanges(8, 15), buildRanges(10, 15), "major", "major"],
  ["ranges of oneOf overlap more", buildRanges(10, 15), buildRanges(8, 15), "major", "major"],
  [
    "the values of an alternative of oneOf start to match the pattern of another",
    { oneOf: [{ ...TEXT, pattern: "^a" }, { enum: ["b"] }] },
    { oneOf: [{ ...TEXT, pattern: "^a" }, { enum: ["b", "ab"] }] },
    "major",
    "major",
  ],
  [
    "the values of an alternative of oneOf still match no pattern of another",
    { oneOf: [{ ...TEXT, pattern: "^a" }, { enum: ["b"] }] },
    { oneOf: [{ ...TEXT, pattern: "^a" }, { enum: ["b", "c"] }] },
    "minor",
    "major",
  ],
  [
    "a value is listed beside a format of another alternative",
    { oneOf: [{ ...TEXT, format: "uuid" }, { enum: ["latest"] }] },
    { oneOf: [{ ...TEXT, format: "uuid" }, { enum: ["latest", "stable"] }] },
    "minor",
    "major",
  ],
  ["lengths of oneOf start to overlap", buildLengths(9), buildLengths(3), "major", "major"],
  [
    "objects of oneOf are no longer distinguished by a tag",
    buildTagged({ const: "ball" }, { const: "quill" }),
    buildTagged({ const: "ball" }, TEXT),
    "major",
    "major",
  ],
  [
    "objects of oneOf are distinguished by a tag",
    buildTagged(TEXT, TEXT),
    buildTagged({ const: "ball" }, { const: "quill" }),
    "major",
    "patch",
  ],
  [
    "objects of oneOf with the same tag get another one",
    buildTagged({ const: "ball" }, { const: "quill" }),
    buildTagged({ const: "ball" }, { const: "feather" }),
    "major",
    "major",
  ],
  [
    "an alternative of oneOf allows the property that another one requires",
    buildForbidding(false),
    buildForbidding(),
    "major",
    "major",
  ],
  ...createEquivalentPairs(
    "a required property of an alternative that another one includes",
    buildIncluded("ink"),
    buildIncluded("nib"),
  ),
  [
    "a required property of an alternative that no other one includes",
    { anyOf: [buildRequired("ink"), INTEGER] },
    { anyOf: [buildRequired("nib"), INTEGER] },
    "major",
    "major",
  ],
  [
    "a property beside alternatives stays required in one of them",
    { ...buildRequired("ink"), oneOf: [{ required: ["nib"] }, { maxProperties: 1 }] },
    { ...buildRequired(), oneOf: [{ required: ["ink", "nib"] }, { maxProperties: 1 }] },
    "minor",
    "major",
  ],
  [
    "a property that one alternative requires is required beside them",
    { ...buildRequired(), oneOf: [{ required: ["ink", "nib"] }, { maxProperties: 1 }] },
    { ...buildRequired("ink"), oneOf: [{ required: ["nib"] }, { maxProperties: 1 }] },
    "major",
    "minor",
  ],
  ...createEquivalentPairs(
    "the discriminator of an anyOf of one",
    { oneOf: [BALL, QUILL], discriminator: { propertyName: "kind" } },
    { anyOf: [{ oneOf: [BALL, QUILL], discriminator: { propertyName: "kind" } }] },
  ),
  ...createEquivalentPairs(
    "the default of an anyOf of one",
    { type: "object", properties: { ink: { ...TEXT, default: "blue" } } },
    { type: "object", properties: { ink: { anyOf: [{ ...TEXT, default: "blue" }] } } },
  ),
  ...createEquivalentPairs(
    "the format of values of which only null is left",
    { anyOf: [{ const: "a" }, NULL] },
    { anyOf: [{ const: "a" }, { type: "null", format: "date" }] },
  ),
];
