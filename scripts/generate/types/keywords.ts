import { isObject, type Json, type JsonObject, listOf } from "../../document/json.js";

/** Returns the types of a schema, or those that its keywords imply. */
export function typesOf(schema: JsonObject): string[] {
  const { type } = schema;
  const stated = (Array.isArray(type) ? type : [type]).filter((each) => typeof each === "string");
  if (stated.length) return stated;
  const has = (...keywords: string[]): boolean =>
    keywords.some((keyword) => typeof schema[keyword] === "object" && schema[keyword] !== null);
  if (has("properties", "additionalProperties", "patternProperties")) return ["object"];
  return has("items", "prefixItems") ? ["array"] : [];
}

/** Whether a schema has no keyword that states a type, so that it is an object within an object. */
export function isObjectPart(schema: Json): boolean {
  return (
    isObject(schema) &&
    typesOf(schema).length === 0 &&
    !isComposed(schema) &&
    schema.const === undefined &&
    schema.enum === undefined
  );
}

/** Returns the properties that a schema and the members of its `allOf` require. */
export function requiredOfAll(schema: Json): string[] {
  if (!isObject(schema)) return [];
  const own = listOf(schema.required).filter((name) => typeof name === "string");
  return schema.allOf === undefined ? own : [...own, ...listOf(schema.allOf).flatMap(requiredOfAll)];
}

/** Whether a schema has parts or alternatives, or refers to another. */
export function isComposed(schema: JsonObject): boolean {
  return ["allOf", "anyOf", "oneOf", "$ref"].some((keyword) => schema[keyword] !== undefined);
}

/** Whether a schema forbids unnamed properties. */
export function isClosed({ additionalProperties, unevaluatedProperties }: JsonObject): boolean {
  return additionalProperties === false || unevaluatedProperties === false;
}
