import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { distinct } from "../json-equality.js";
import { KEYWORDS_OF_TYPE, TYPES } from "./keywords.js";

/** Whether no value is valid against a schema. */
export const isNever = ({ not }: JsonObject): boolean => isObject(not) && !Object.keys(not).length;

/** Returns an array, or an empty one for any other value. */
export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** Returns the types that a canonical schema allows. Undefined for all. */
export const typesOf = ({ type }: JsonObject): readonly string[] | undefined =>
  Array.isArray(type) ? type.filter((each) => typeof each === "string") : undefined;

/** Normalizes the keywords that do not depend on other schemas. */
export function normalizeKeywords(schema: JsonObject): JsonObject {
  const normalized = normalizeType(normalizeEnum({ ...schema }));
  normalizeNumber(normalized);
  dropDefaults(normalized);
  dropInapplicable(normalized);
  return without(normalized);
}

/** Removes keywords from a schema, and those that are undefined. */
export function without(schema: JsonObject, ...keywords: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).filter(([keyword, value]) => value !== undefined && !keywords.includes(keyword)),
  );
}

function normalizeEnum(schema: JsonObject): JsonObject {
  if (schema.const !== undefined) {
    const value = schema.const;
    schema.const = undefined;
    schema.enum = Array.isArray(schema.enum)
      ? schema.enum.filter((each) => JSON.stringify(each) === JSON.stringify(value))
      : [value];
  }
  if (Array.isArray(schema.enum)) schema.enum = distinct(schema.enum);
  return schema;
}

function normalizeType(schema: JsonObject): JsonObject {
  const named = typeof schema.type === "string" ? [schema.type] : listOf(schema.type);
  const types = new Set(named.filter((type) => typeof type === "string"));
  // A list of values implies their types.
  if (!types.size && Array.isArray(schema.enum))
    for (const value of schema.enum) types.add(typeOfValue(value));
  if (types.has("number")) types.delete("integer");
  const isAll = TYPES.every((type) => types.has(type));
  if (!types.size || isAll) schema.type = undefined;
  else schema.type = [...types].sort();
  return schema;
}

/** Returns the JSON Schema type of a value, `integer` for whole numbers. */
function typeOfValue(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** Normalizes bounds to one keyword for each end, from both OpenAPI 3.0 and 3.1. */
function normalizeNumber(schema: JsonObject): void {
  normalizeBound(schema, "minimum", "exclusiveMinimum", Math.max);
  normalizeBound(schema, "maximum", "exclusiveMaximum", Math.min);
  const types = typesOf(schema);
  if (
    typeof schema.multipleOf === "number" &&
    Number.isInteger(schema.multipleOf) &&
    types?.includes("number")
  )
    schema.type = [...types.filter((type) => type !== "number"), "integer"].sort();
  const isWhole = typesOf(schema)?.includes("integer") ?? false;
  if (!isWhole) return;
  if (schema.multipleOf === 1) schema.multipleOf = undefined;
  if (typeof schema.exclusiveMinimum === "number") {
    schema.minimum = Math.floor(schema.exclusiveMinimum) + 1;
    schema.exclusiveMinimum = undefined;
  } else if (typeof schema.minimum === "number") schema.minimum = Math.ceil(schema.minimum);
  if (typeof schema.exclusiveMaximum === "number") {
    schema.maximum = Math.ceil(schema.exclusiveMaximum) - 1;
    schema.exclusiveMaximum = undefined;
  } else if (typeof schema.maximum === "number") schema.maximum = Math.floor(schema.maximum);
}

function normalizeBound(
  schema: JsonObject,
  inclusive: string,
  exclusive: string,
  tighter: (a: number, b: number) => number,
): void {
  // In OpenAPI 3.0 the keyword is a boolean, in 3.1 a number.
  if (schema[exclusive] === true) {
    schema[exclusive] = schema[inclusive];
    schema[inclusive] = undefined;
  }
  if (typeof schema[exclusive] !== "number") schema[exclusive] = undefined;
  const [open, closed] = [schema[exclusive], schema[inclusive]];
  if (typeof open !== "number" || typeof closed !== "number") return;
  if (tighter(open, closed) === open) schema[inclusive] = undefined;
  else schema[exclusive] = undefined;
}

const ANY_TEXT = new Set(["", "^", "$", ".*", "^.*", ".*$", "^.*$", "[\\s\\S]*", "^[\\s\\S]*$"]);

/** Whether the value of a keyword is its default. */
const DEFAULTS: Readonly<Record<string, (value: Json) => boolean>> = {
  minLength: (value) => value === 0,
  minItems: (value) => value === 0,
  minProperties: (value) => value === 0,
  uniqueItems: (value) => value === false,
  required: (value) => Array.isArray(value) && !value.length,
  properties: isEmpty,
  patternProperties: isEmpty,
  dependentRequired: isEmpty,
  dependentSchemas: isEmpty,
  prefixItems: (value) => Array.isArray(value) && !value.length,
  items: isAnything,
  additionalProperties: isAnything,
  unevaluatedItems: isAnything,
  unevaluatedProperties: isAnything,
  propertyNames: isAnything,
  contentSchema: isAnything,
  then: isAnything,
  else: isAnything,
  not: (value) => value === false,
  pattern: (value) => typeof value === "string" && ANY_TEXT.has(value),
  nullable: () => true,
  readOnly: (value) => value === false,
  writeOnly: (value) => value === false,
  deprecated: (value) => value === false,
};

function dropDefaults(schema: JsonObject): void {
  for (const [keyword, isDefault] of Object.entries(DEFAULTS)) {
    const value = schema[keyword];
    if (value !== undefined && isDefault(value)) schema[keyword] = undefined;
  }
  if (Array.isArray(schema.required)) schema.required = distinct(schema.required);
  if (schema.not === true) schema.not = {};
  // Every JSON number is a double, and `password` only affects the display.
  if (schema.format === "double" || schema.format === "password") schema.format = undefined;
  if (schema.if === undefined || (schema.then === undefined && schema.else === undefined))
    for (const keyword of ["if", "then", "else"]) schema[keyword] = undefined;
  if (schema.contains === undefined) {
    schema.minContains = undefined;
    schema.maxContains = undefined;
  } else if (schema.minContains === 0 && schema.maxContains === undefined) {
    schema.contains = undefined;
    schema.minContains = undefined;
  } else if (schema.minContains === 1) schema.minContains = undefined;
}

function isEmpty(value: Json): boolean {
  return isObject(value) && !Object.keys(value).length;
}

function isAnything(value: Json): boolean {
  return value === true || isEmpty(value);
}

/** Removes keywords that apply only to types which the schema does not allow. */
function dropInapplicable(schema: JsonObject): void {
  const types = typesOf(schema);
  if (!types) return;
  const present = new Set(types.map((type) => (type === "integer" ? "number" : type)));
  for (const [type, keywords] of Object.entries(KEYWORDS_OF_TYPE))
    if (!present.has(type)) for (const keyword of keywords) schema[keyword] = undefined;
}
