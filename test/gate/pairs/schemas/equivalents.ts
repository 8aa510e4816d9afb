import { TEXT, PEN } from "../../document-builders.js";
import { equivalent, type SchemaPair } from "./schema-pair.js";

const NUMBER = { type: "number" };
const INTEGER = { type: "integer" };
const LIST = { type: "array" };

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
];
