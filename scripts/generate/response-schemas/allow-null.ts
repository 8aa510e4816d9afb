import type { Json, JsonObject } from "../../document/json.js";
import { IN_PLACE_APPLICATORS } from "../../document/keywords.js";

/** Adds null to the values of a schema. */
export function allowNull(schema: JsonObject): JsonObject {
  const isComposed = [...IN_PLACE_APPLICATORS, "$ref", "not", "const"].some(
    (keyword) => schema[keyword] !== undefined,
  );
  return isComposed ? { anyOf: [{ type: "null" }, schema] } : addNullType(schema);
}

/** Adds null to the types and values of a schema. */
export function addNullType(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  const types: Json[] = Array.isArray(type) ? type : type === undefined ? [] : [type];
  return {
    ...schema,
    ...(types.length && { type: types.includes("null") ? types : [...types, "null"] }),
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  };
}
