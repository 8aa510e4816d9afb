import { isObject, type Json, type JsonObject, toList } from "../../document/json.js";

/** Returns the types of a schema, or those that its keywords imply. */
export function getTypes(schema: JsonObject): string[] {
  const { type } = schema;
  const stated = (Array.isArray(type) ? type : [type]).filter((each) => typeof each === "string");
  if (stated.length) return stated;
  const has = (...keywords: string[]): boolean =>
    keywords.some((keyword) => typeof schema[keyword] === "object" && schema[keyword] !== null);
  if (has("properties", "additionalProperties", "patternProperties")) return ["object"];
  return has("items", "prefixItems") ? ["array"] : [];
}

/** Returns whether a schema has no keyword that states a type, so that it is an object within an object. */
export function isObjectPart(schema: Json): boolean {
  return (
    isObject(schema) &&
    getTypes(schema).length === 0 &&
    !isComposed(schema) &&
    schema.const === undefined &&
    schema.enum === undefined
  );
}

/** Returns the properties that a schema and the members of its `allOf` require. */
export function getRequiredOfAll(schema: Json): string[] {
  if (!isObject(schema)) return [];
  const own = toList(schema.required).filter((name) => typeof name === "string");
  return schema.allOf === undefined ? own : [...own, ...toList(schema.allOf).flatMap(getRequiredOfAll)];
}

/** Returns whether a schema has parts or alternatives, or refers to another. */
export function isComposed(schema: JsonObject): boolean {
  return ["allOf", "anyOf", "oneOf", "$ref"].some((keyword) => schema[keyword] !== undefined);
}

/** Returns whether a schema forbids unnamed properties. */
export function isClosed({ additionalProperties, unevaluatedProperties }: JsonObject): boolean {
  return additionalProperties === false || unevaluatedProperties === false;
}
