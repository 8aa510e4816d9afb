import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { distinct } from "../json-equality.js";
import { isAnnotation, KEYWORDS_OF_TYPE, TYPES } from "./keywords.js";

/** Whether no value is valid against a schema. */
export const isNever = ({ not }: JsonObject): boolean => isObject(not) && !Object.keys(not).length;

/** Returns an array, or an empty one for any other value. */
export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** Returns the types that a canonical schema allows. Undefined for all. */
export const typesOf = ({ type }: JsonObject): readonly string[] | undefined =>
  Array.isArray(type) ? type.filter((each) => typeof each === "string") : undefined;

/** Normalizes the keywords that do not depend on other schemas. */
export function normalizeKeywords(schema: JsonObject): JsonObject {
  const normalized = normalizeValues(normalizeType(normalizeEnum({ ...schema })));
  normalizeSynonyms(normalized);
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
    // Generated types allow null if the type lists it, although the values do not.
  } else if (Array.isArray(schema.enum) && listOf(schema.type).includes("null"))
    schema.enum = [...schema.enum, null];
  if (Array.isArray(schema.enum)) schema.enum = distinct(schema.enum);
  return schema;
}

/** Removes values of other types and types without a value, and a list of all values. */
function normalizeValues(schema: JsonObject): JsonObject {
  if (!Array.isArray(schema.enum)) return schema;
  const types = typesOf(schema);
  const values = schema.enum.filter((value) => !types || hasType(types, typeOfValue(value)));
  const present = [...new Set(values.map(typeOfValue))].sort();
  if (!values.length) return { not: {} };
  const isAll = values.length === present.reduce((count, type) => count + (FINITE[type] ?? Infinity), 0);
  return { ...schema, type: present, enum: isAll ? undefined : values };
}

/** The number of values of each type that has a finite number. */
const FINITE: Readonly<Record<string, number>> = { boolean: 2, null: 1 };

/** Whether a list of types includes a type. Integers are numbers. */
export const hasType = (types: readonly Json[], type: Json): boolean =>
  types.includes(type) || (type === "integer" && types.includes("number"));

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

/** Replaces keywords that have the same meaning as others: `contains` of anything, and patterns that match any name. */
function normalizeSynonyms(schema: JsonObject): void {
  // OpenAPI 3.1 replaced this format.
  if (schema.format === "byte" && (schema.contentEncoding ?? "base64") === "base64") {
    schema.format = undefined;
    schema.contentEncoding = "base64";
  }
  if (schema.contains !== undefined && isAnything(schema.contains)) {
    const { minContains = 1, maxContains = Infinity, minItems = 0, maxItems = Infinity } = schema;
    const most = Math.min(Number(maxContains), Number(maxItems));
    schema.minItems = Math.max(Number(minContains), Number(minItems));
    schema.maxItems = most === Infinity ? undefined : most;
    for (const keyword of ["contains", "minContains", "maxContains"]) schema[keyword] = undefined;
  }
  const { patternProperties, properties = {} } = schema;
  const [[pattern, value] = [], ...more] = Object.entries(
    isObject(patternProperties) ? patternProperties : {},
  );
  if (pattern !== undefined && ANY_TEXT.has(pattern) && !more.length && isEmpty(properties)) {
    schema.additionalProperties = value;
    schema.patternProperties = undefined;
  }
}

/** The keywords that apply other schemas to the same object or array. */
const IN_PLACE = ["allOf", "anyOf", "oneOf", "if", "dependentSchemas"];

/** The keywords for what other keywords do not evaluate, and the keywords that they equal without other schemas. */
const UNEVALUATED = [
  ["unevaluatedProperties", "additionalProperties"],
  ["unevaluatedItems", "items"],
] as const;

/** Whether the meaning of a schema depends on what the schemas beside it evaluate. */
export const hasUnevaluated = (schema: JsonObject): boolean =>
  UNEVALUATED.some(([keyword]) => schema[keyword] !== undefined);

/** Returns a schema without its `unevaluatedProperties` and `unevaluatedItems`. */
export const withoutUnevaluated = (schema: JsonObject): JsonObject =>
  without(schema, ...UNEVALUATED.map(([keyword]) => keyword));

/** Adds the `unevaluatedProperties` and `unevaluatedItems` of another schema, by simpler keywords where possible. */
export function withUnevaluated(schema: JsonObject, source: JsonObject): JsonObject {
  if (!hasUnevaluated(source)) return schema;
  const isAlone = IN_PLACE.every((keyword) => schema[keyword] === undefined);
  const added: JsonObject = { ...schema };
  for (const [keyword, plain] of UNEVALUATED) {
    if (source[keyword] === undefined) continue;
    if (!isAlone || (plain === "items" && schema.contains !== undefined)) added[keyword] = source[keyword];
    else added[plain] ??= source[keyword];
  }
  return normalizeKeywords(added);
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
const DEFAULTS: Readonly<Record<string, (value: Json, schema: JsonObject) => boolean>> = {
  minLength: (value) => value === 0,
  minItems: (value) => value === 0,
  minProperties: (value, { required }) => Number(value) <= listOf(required).length,
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
  propertyNames: (value) => isAnything(value) || isAnyText(value),
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
    if (value !== undefined && isDefault(value, schema)) schema[keyword] = undefined;
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

/** Whether a schema allows all strings, which the names of properties are. */
function isAnyText(value: Json): boolean {
  const keywords = Object.keys(isObject(value) ? value : {}).filter((keyword) => !isAnnotation(keyword));
  return isObject(value) && value.type === "string" && keywords.length === 1;
}

function isAnything(value: Json): boolean {
  return value === true || isEmpty(value);
}

/** Removes keywords that apply only to types which the schema does not allow. */
function dropInapplicable(schema: JsonObject): void {
  for (const keyword of keywordsOfOtherTypes(schema)) schema[keyword] = undefined;
}

/** Returns the keywords that apply only to types which a schema does not allow. */
export function keywordsOfOtherTypes(schema: JsonObject): string[] {
  const types = typesOf(schema);
  if (!types) return [];
  const present = new Set(types.map((type) => (type === "integer" ? "number" : type)));
  return Object.entries(KEYWORDS_OF_TYPE).flatMap(([type, keywords]) => (present.has(type) ? [] : keywords));
}
