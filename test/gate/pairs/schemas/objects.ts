import type { JsonObject } from "../../../../scripts/document/json.js";
import { PEN, TEXT } from "../../document-builders.js";
import { createEquivalentPairs, createTighterPairs, type SchemaPair } from "./schema-pair.js";

const NUMBER = { type: "number" };
const buildPen = (ink: JsonObject): JsonObject => ({ type: "object", properties: { ink } });

const DEPENDENT = { ink: { required: ["cap"] } };

/** Pairs with changed keywords of objects. */
export const objects: SchemaPair[] = [
  // Objects
  ...createTighterPairs("minProperties", PEN, { ...PEN, minProperties: 1 }),
  ...createTighterPairs("maxProperties", PEN, { ...PEN, maxProperties: 1 }),
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
  ["a property is renamed", PEN, { type: "object", properties: { color: TEXT } }, "major", "major"],
  [
    "a required property is renamed",
    { ...PEN, required: ["ink"] },
    { type: "object", properties: { color: TEXT }, required: ["color"] },
    "major",
    "major",
  ],
  ...createTighterPairs("a property's own constraint", PEN, buildPen({ type: "string", maxLength: 3 })),
  [
    "a property no longer allows a value",
    buildPen({}),
    { type: "object", properties: { ink: false } },
    "major",
    "major",
  ],
  [
    "a property allows values now",
    { type: "object", properties: { ink: false } },
    buildPen({}),
    "minor",
    "minor",
  ],
  ["additionalProperties false", PEN, { ...PEN, additionalProperties: false }, "major", "patch"],
  ["additionalProperties no longer false", { ...PEN, additionalProperties: false }, PEN, "minor", "major"],
  ["additionalProperties with a schema", PEN, { ...PEN, additionalProperties: NUMBER }, "major", "minor"],
  ["additionalProperties without a schema", { ...PEN, additionalProperties: NUMBER }, PEN, "minor", "major"],
  [
    "a map no longer allows entries",
    { type: "object", additionalProperties: TEXT },
    { type: "object", additionalProperties: false },
    "major",
    "major",
  ],
  ...createTighterPairs(
    "the entries of a map",
    { type: "object", additionalProperties: TEXT },
    { type: "object", additionalProperties: { type: "string", maxLength: 3 } },
  ),
  ["unevaluatedProperties false", PEN, { ...PEN, unevaluatedProperties: false }, "major", "patch"],
  ...createTighterPairs("patternProperties", PEN, { ...PEN, patternProperties: { "^x": TEXT } }),
  ...createTighterPairs(
    "the schema of patternProperties",
    { ...PEN, patternProperties: { "^x": TEXT } },
    { ...PEN, patternProperties: { "^x": { type: "string", maxLength: 1 } } },
  ),
  ...createTighterPairs(
    "patternProperties in a closed object",
    { ...PEN, additionalProperties: false, patternProperties: { "^x": TEXT } },
    { ...PEN, additionalProperties: false },
  ),
  ...createTighterPairs("propertyNames of the listed properties", PEN, {
    ...PEN,
    propertyNames: { enum: ["ink"] },
  }),
  [
    "propertyNames without a listed property",
    { type: "object", properties: { ink: TEXT, nib: TEXT } },
    { type: "object", properties: { ink: TEXT, nib: TEXT }, propertyNames: { const: "ink" } },
    "major",
    "major",
  ],
  [
    "propertyNames without a name that is only required",
    { type: "object", required: ["nib"], properties: { ink: TEXT }, propertyNames: { enum: ["ink", "nib"] } },
    { type: "object", required: ["nib"], properties: { ink: TEXT }, propertyNames: { enum: ["ink"] } },
    "major",
    "major",
  ],
  [
    "propertyNames with a const besides the listed names",
    { ...PEN, propertyNames: { const: "ink" } },
    { ...PEN, propertyNames: { const: "ink", enum: ["nib"] } },
    "major",
    "major",
  ],
  [
    "a required property of a closed object that is no longer described",
    { ...PEN, required: ["ink"], additionalProperties: false },
    { type: "object", required: ["ink"], additionalProperties: false },
    "major",
    "major",
  ],
  [
    "propertyNames with a name that is not listed",
    { ...PEN, additionalProperties: false },
    { ...PEN, propertyNames: { enum: ["ink", "nib"] } },
    "minor",
    "minor",
  ],
  ...createTighterPairs("a property that is forbidden in an open object", PEN, {
    ...PEN,
    properties: { ink: TEXT, nib: false },
  }),
  ...createEquivalentPairs(
    "a property that is forbidden in a closed object",
    { ...PEN, additionalProperties: false },
    { ...PEN, properties: { ink: TEXT, nib: false }, additionalProperties: false },
  ),
  ["propertyNames", PEN, { ...PEN, propertyNames: { maxLength: 3 } }, "major", "minor"],
  ...createTighterPairs(
    "a lower limit in propertyNames",
    { ...PEN, propertyNames: { maxLength: 3 } },
    { ...PEN, propertyNames: { maxLength: 2 } },
  ),
  ...createTighterPairs("dependentRequired", PEN, { ...PEN, dependentRequired: { ink: ["nib"] } }),
  ...createTighterPairs(
    "one more name in dependentRequired",
    { ...PEN, dependentRequired: { ink: ["nib"] } },
    { ...PEN, dependentRequired: { ink: ["nib", "cap"] } },
  ),
  [
    "properties beside a dependency become required",
    { ...PEN, dependentRequired: { ink: ["nib"] } },
    { ...PEN, required: ["ink", "nib"], dependentRequired: { ink: ["nib"] } },
    "major",
    "minor",
  ],
  [
    "properties beside a dependency become optional",
    { ...PEN, required: ["ink", "nib"], dependentRequired: { ink: ["nib"] } },
    { ...PEN, dependentRequired: { ink: ["nib"] } },
    "minor",
    "major",
  ],
  [
    "a property beside minProperties becomes required",
    { ...PEN, minProperties: 1 },
    { ...PEN, minProperties: 1, required: ["ink"] },
    "major",
    "minor",
  ],
  [
    "a property beside minProperties becomes optional",
    { ...PEN, minProperties: 1, required: ["ink"] },
    { ...PEN, minProperties: 1 },
    "minor",
    "major",
  ],
  ...createTighterPairs("dependentSchemas", PEN, {
    ...PEN,
    dependentSchemas: { ink: { required: ["nib"] } },
  }),
  [
    "a property that is only required gets a schema",
    { type: "object", required: ["ink"] },
    { ...PEN, required: ["ink"] },
    "major",
    "minor",
  ],
  [
    "a property that is only required is described as optional",
    { type: "object", required: ["ink"] },
    { type: "object", properties: { ink: {} } },
    "minor",
    "major",
  ],
  [
    "a required property loses its schema",
    { ...PEN, required: ["ink"] },
    { type: "object", required: ["ink"] },
    "minor",
    "major",
  ],

  // readOnly and writeOnly
  ["a field becomes readOnly", PEN, buildPen({ ...TEXT, readOnly: true }), "major", "none"],
  ["a field is no longer readOnly", buildPen({ ...TEXT, readOnly: true }), PEN, "minor", "none"],
  [
    "a required field is no longer readOnly",
    { ...buildPen({ ...TEXT, readOnly: true }), required: ["ink"] },
    { ...PEN, required: ["ink"] },
    "major",
    "none",
  ],
  ["a field becomes writeOnly", PEN, buildPen({ ...TEXT, writeOnly: true }), "none", "major"],
  ["a field is no longer writeOnly", buildPen({ ...TEXT, writeOnly: true }), PEN, "none", "minor"],
  ["a readOnly field is removed", buildPen({ ...TEXT, readOnly: true }), { type: "object" }, "none", "major"],
  [
    "a writeOnly field is removed",
    buildPen({ ...TEXT, writeOnly: true }),
    { type: "object" },
    "major",
    "none",
  ],
  [
    "a readOnly field gets a limit",
    buildPen({ ...TEXT, readOnly: true }),
    buildPen({ ...TEXT, readOnly: true, maxLength: 3 }),
    "none",
    "patch",
  ],
  [
    "a readOnly field is added and required",
    { type: "object" },
    { ...buildPen({ ...TEXT, readOnly: true }), required: ["ink"] },
    "none",
    "minor",
  ],

  [
    "a map gets a property of another type than its entries",
    { type: "object", additionalProperties: TEXT },
    { type: "object", properties: { size: NUMBER }, additionalProperties: TEXT },
    "major",
    "major",
  ],
  [
    "a map gets a property of the type of its entries",
    { type: "object", additionalProperties: TEXT },
    { type: "object", properties: { ink: TEXT }, additionalProperties: TEXT },
    "minor",
    "minor",
  ],
  [
    "a property of another type matches a pattern",
    { type: "object", patternProperties: { "^x-": TEXT } },
    { type: "object", properties: { "x-size": NUMBER }, patternProperties: { "^x-": TEXT } },
    "major",
    "major",
  ],

  ...createTighterPairs(
    "names by pattern beside unevaluatedProperties",
    { ...PEN, patternProperties: { "^x-": TEXT }, dependentSchemas: DEPENDENT, unevaluatedProperties: false },
    { ...PEN, dependentSchemas: DEPENDENT, unevaluatedProperties: false },
  ),
  ...createTighterPairs(
    "other properties beside unevaluatedProperties",
    { ...PEN, additionalProperties: TEXT, dependentSchemas: DEPENDENT, unevaluatedProperties: false },
    { ...PEN, dependentSchemas: DEPENDENT, unevaluatedProperties: false },
  ),

  [
    "a property with the name of a JavaScript member is removed",
    { type: "object", properties: { constructor: TEXT, ink: TEXT } },
    PEN,
    "major",
    "major",
  ],
  [
    "a property with the name of a JavaScript member is added",
    PEN,
    { type: "object", properties: { constructor: TEXT, ink: TEXT } },
    "minor",
    "minor",
  ],
  ...createTighterPairs(
    "a part with the name of a JavaScript member",
    { allOf: [PEN, { properties: { toValue: TEXT } }] },
    { allOf: [PEN, { properties: { toValue: { ...TEXT, maxLength: 3 } } }] },
  ),
];
