import { isObject, type Json } from "../document/json.js";
import { SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS } from "../document/keywords.js";

const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];
const isCount = (value: Json | undefined): boolean => Number.isInteger(value) && Number(value) >= 0;
const isSchema = (value: Json | undefined): boolean => isObject(value) || typeof value === "boolean";
const isNumber = (value: Json | undefined): boolean => typeof value === "number";
const isTextList = (value: Json | undefined): boolean =>
  Array.isArray(value) && value.every((element) => typeof element === "string");

/** The valid types of keywords that the generator reads, or for which ajv would reject the whole schema. */
const FORMS: Record<string, (value: Json | undefined) => boolean> = {
  type: (value) => {
    const types = Array.isArray(value) ? value : [value];
    return types.length > 0 && types.every((type) => typeof type === "string" && TYPES.includes(type));
  },
  enum: (value) => Array.isArray(value),
  format: (value) => typeof value === "string",
  pattern: (value) => typeof value === "string",
  uniqueItems: (value) => typeof value === "boolean",
  multipleOf: (value) => typeof value === "number" && value > 0,
  required: isTextList,
  dependentRequired: (value) => isObject(value) && Object.values(value).every(isTextList),
  // In OpenAPI 3.0 these are booleans.
  exclusiveMinimum: (value) => isNumber(value) || typeof value === "boolean",
  exclusiveMaximum: (value) => isNumber(value) || typeof value === "boolean",
  minimum: isNumber,
  maximum: isNumber,
  ...Object.fromEntries(
    [
      ...["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"],
      ...["minContains", "maxContains"],
    ].map((keyword) => [keyword, isCount]),
  ),
  ...Object.fromEntries(SCHEMA_KEYWORDS.map((keyword) => [keyword, isSchema])),
  ...Object.fromEntries(
    SCHEMA_LIST_KEYWORDS.map((keyword) => [
      keyword,
      (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
    ]),
  ),
  ...Object.fromEntries(
    SCHEMA_MAP_KEYWORDS.map((keyword) => [
      keyword,
      (value) => isObject(value) && Object.values(value).every(isSchema),
    ]),
  ),
};

/**
 * Returns whether a keyword is present, and its value has a valid type.
 *
 * @param keyword - The keyword of JSON Schema.
 * @param value - Its value in a schema.
 * @returns Whether ajv accepts it.
 */
export function isWellFormed(keyword: string, value: Json | undefined): boolean {
  return value !== undefined && (FORMS[keyword]?.(value) ?? true);
}
