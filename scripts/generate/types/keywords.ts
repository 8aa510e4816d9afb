import { isObject, type Json, type JsonObject, toList } from "../../document/json.js";

/** Returns the types of a schema, or those that its keywords imply. */
export function listTypes(schema: JsonObject): string[] {
  const { type } = schema;
  const stated = (Array.isArray(type) ? type : [type]).filter((typeName) => typeof typeName === "string");
  if (stated.length) return stated;
  const hasKeyword = (...keywords: string[]): boolean =>
    keywords.some((keyword) => typeof schema[keyword] === "object" && schema[keyword] !== null);
  if (hasKeyword("properties", "additionalProperties", "patternProperties")) return ["object"];
  return hasKeyword("items", "prefixItems") ? ["array"] : [];
}

/** Returns whether a schema states no type. Within an object, it is a part of the object. */
export function isObjectPart(schema: Json): boolean {
  return (
    isObject(schema) &&
    listTypes(schema).length === 0 &&
    !isComposed(schema) &&
    schema.const === undefined &&
    schema.enum === undefined
  );
}

/** Returns the properties that a schema and the members of its `allOf` require. */
export function listRequired(schema: Json): string[] {
  if (!isObject(schema)) return [];
  const ownNames = toList(schema.required).filter((name) => typeof name === "string");
  return schema.allOf === undefined ? ownNames : [...ownNames, ...toList(schema.allOf).flatMap(listRequired)];
}

/** Returns whether a schema has parts or alternatives, or refers to another. */
export function isComposed(schema: JsonObject): boolean {
  return ["allOf", "anyOf", "oneOf", "$ref"].some((keyword) => schema[keyword] !== undefined);
}

/** Returns whether a schema forbids unnamed properties. */
export function isClosed({ additionalProperties, unevaluatedProperties }: JsonObject): boolean {
  return additionalProperties === false || unevaluatedProperties === false;
}
