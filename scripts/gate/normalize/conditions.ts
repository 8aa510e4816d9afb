import { isObject, type Json, type JsonObject, omitKeys, toList } from "../../document/json.js";
import { isEqual } from "../json-equality.js";
import { isAnything } from "./defaults.js";
import { isAnnotation, TYPES } from "./keywords.js";

/**
 * Replaces conditions by simpler keywords: `not` of `not`, `not` of types or of listed values, and an `if` whose result
 * does not depend on the value.
 *
 * @param schema - The schema as written.
 * @returns The schema without these conditions.
 */
export function simplifyConditions(schema: JsonObject): JsonObject {
  return simplifyNot(simplifyIf(schema));
}

const addPart = (schema: JsonObject, part: Json | undefined): JsonObject =>
  part === undefined ? schema : { ...schema, allOf: [...toList(schema.allOf), part] };

function simplifyIf(schema: JsonObject): JsonObject {
  const { if: condition, then, else: otherwise } = schema;
  if (condition === undefined) return schema;
  if (isAnything(condition)) return addPart(omitKeys(schema, "if", "then", "else"), then);
  return condition === false ? addPart(omitKeys(schema, "if", "then", "else"), otherwise) : schema;
}

function simplifyNot(schema: JsonObject): JsonObject {
  const { not } = schema;
  if (!isObject(not)) return schema;
  const [keyword, ...more] = Object.keys(not).filter((name) => !isAnnotation(name));
  if (keyword === undefined || more.length) return schema;
  const others = omitKeys(schema, "not");
  if (keyword === "not") return addPart(others, not.not);
  if (keyword === "type")
    return excludeTypes(schema, typeof not.type === "string" ? [not.type] : toList(not.type));
  const excluded = keyword === "const" ? [not.const ?? null] : keyword === "enum" ? toList(not.enum) : [];
  if (!excluded.length || !Array.isArray(schema.enum)) return schema;
  const values = schema.enum.filter((value) => !excluded.some((other) => isEqual(value, other)));
  // The type null would add null to the values again.
  return excluded.includes(null)
    ? excludeTypes({ ...others, enum: values }, ["null"])
    : { ...others, enum: values };
}

/** Returns the types of a schema that states none. Without null among its values, null is not possible. */
const listPossibleTypes = ({ enum: values }: JsonObject): readonly Json[] =>
  Array.isArray(values) && !values.includes(null) ? TYPES.filter((type) => type !== "null") : TYPES;

/** Returns a schema for the values of other types. Whole numbers cannot be excluded from numbers. */
function excludeTypes(schema: JsonObject, excluded: readonly Json[]): JsonObject {
  const stated = typeof schema.type === "string" ? [schema.type] : toList(schema.type);
  const types = stated.length ? stated : listPossibleTypes(schema);
  if (excluded.includes("integer") && types.includes("number") && !excluded.includes("number")) return schema;
  const isExcluded = (type: Json): boolean =>
    excluded.includes(type) || (type === "integer" && excluded.includes("number"));
  const remaining = types.filter((type) => !isExcluded(type));
  return remaining.length ? { ...omitKeys(schema, "not"), type: remaining } : { not: {} };
}
