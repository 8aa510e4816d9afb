import type { JsonObject } from "../../document/json.js";

/** The types of JSON Schema that a value can have. `integer` is a part of `number`. */
export const TYPES = ["array", "boolean", "null", "number", "object", "string"] as const;

/** The keywords that constrain values of one type only, by that type. */
export const KEYWORDS_OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  string: ["minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType", "contentSchema"],
  array: [
    ...["minItems", "maxItems", "uniqueItems", "items", "prefixItems", "unevaluatedItems"],
    ...["contains", "minContains", "maxContains"],
  ],
  object: [
    ...["minProperties", "maxProperties", "required", "properties", "patternProperties"],
    ...["additionalProperties", "propertyNames", "dependentRequired", "dependentSchemas"],
    ...["unevaluatedProperties"],
  ],
};

/** Keywords that do not constrain values. */
const ANNOTATIONS = new Set([
  ...["title", "description", "example", "examples", "externalDocs", "deprecated", "summary", "tags"],
  ...["$comment", "$id", "$schema", "$anchor", "$defs", "definitions", "default", "readOnly", "writeOnly"],
  ...["xml", "discriminator"],
]);

/** Returns whether a keyword does not constrain values. */
export const isAnnotation = (keyword: string): boolean =>
  ANNOTATIONS.has(keyword) || keyword.startsWith("x-");

/** Returns the keywords of a schema that constrain values. */
export function removeAnnotations(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword)));
}

/** Returns the keywords of a schema that do not constrain values. */
export function pickAnnotations(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => isAnnotation(keyword)));
}
