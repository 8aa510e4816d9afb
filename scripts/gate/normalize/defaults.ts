import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { sortUnique } from "../json-equality.js";
import { isAnnotation } from "./keywords.js";

/** The patterns that match any string. */
export const ANY_TEXT_PATTERNS = new Set([
  "",
  "^",
  "$",
  ".*",
  "^.*",
  ".*$",
  "^.*$",
  "[\\s\\S]*",
  "^[\\s\\S]*$",
]);

/** The check of each keyword for its default value. */
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
  propertyNames: (value) => isAnything(value) || isAnyText(value),
  contentSchema: isAnything,
  then: isAnything,
  else: isAnything,
  not: (value) => value === false,
  pattern: (value) => typeof value === "string" && ANY_TEXT_PATTERNS.has(value),
  nullable: () => true,
  readOnly: (value) => value === false,
  writeOnly: (value) => value === false,
  deprecated: (value) => value === false,
};

/** Removes keywords with their default values, and keywords without effect. */
export function removeDefaults(schema: JsonObject): void {
  for (const [keyword, isDefault] of Object.entries(DEFAULTS)) {
    const value = schema[keyword];
    if (value !== undefined && isDefault(value)) schema[keyword] = undefined;
  }
  if (Array.isArray(schema.required)) schema.required = sortUnique(schema.required);
  if (schema.not === true) schema.not = {};
  // Every JSON number is a double, and `password` only affects the display.
  if (schema.format === "double" || schema.format === "password") schema.format = undefined;
  // A decoded text is only parsed if its media type is known.
  if (schema.contentMediaType === undefined) schema.contentSchema = undefined;
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

/** Returns whether a value is an empty object. */
export function isEmpty(value: Json): boolean {
  return isObject(value) && !Object.keys(value).length;
}

/** Returns whether a schema allows all strings, which the names of properties are. */
function isAnyText(value: Json): boolean {
  const keywords = Object.keys(isObject(value) ? value : {}).filter((keyword) => !isAnnotation(keyword));
  return isObject(value) && value.type === "string" && keywords.length === 1;
}

/** Returns whether a schema allows any value. */
export function isAnything(value: Json): boolean {
  return value === true || isEmpty(value);
}
