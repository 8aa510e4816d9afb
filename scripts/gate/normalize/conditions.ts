import { isObject, type Json, type JsonObject, omitKeys, toList } from "../../document/json.js";
import { isEqual } from "../json-equality.js";
import { hasType } from "./canonical.js";
import { isAnything } from "./defaults.js";
import { removeAnnotations, TYPES } from "./keywords.js";

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
  const { if: written, then, else: otherwise } = schema;
  if (written === undefined) return schema;
  const condition = removeImpliedType(schema, written);
  if (isAnything(condition)) return addPart(omitKeys(schema, "if", "then", "else"), then);
  return condition === false ? addPart(omitKeys(schema, "if", "then", "else"), otherwise) : schema;
}

/**
 * Returns the constraints of a subschema for the values that the schema around it allows: without a type that this
 * schema requires anyway, and false for types that it does not allow.
 */
function removeImpliedType(schema: JsonObject, subschema: Json): Json {
  if (!isObject(subschema)) return subschema;
  const constraints = removeAnnotations(subschema);
  const [part, ...more] = toList(constraints.allOf);
  if (part !== undefined && !more.length && Object.keys(constraints).length === 1)
    return removeImpliedType(schema, part);
  const [types, innerTypes] = [listStatedTypes(schema), listStatedTypes(constraints)];
  if (!types.length || !innerTypes.length) return constraints;
  if (!types.some((type) => hasType(innerTypes, type)) && !innerTypes.some((type) => hasType(types, type)))
    return false;
  const isImplied = types.every((type) => hasType(innerTypes, type));
  return isImplied ? omitKeys(constraints, "type") : constraints;
}

const listStatedTypes = ({ type }: JsonObject): readonly Json[] =>
  typeof type === "string" ? [type] : toList(type);

function simplifyNot(schema: JsonObject): JsonObject {
  if (schema.not === undefined) return schema;
  const not = removeImpliedType(schema, schema.not);
  if (!isObject(not)) return { ...schema, not };
  const [keyword, ...more] = Object.keys(not);
  if (keyword === undefined) return { not: {} };
  if (more.length)
    return "type" in not || !("type" in (schema.not as JsonObject)) ? schema : { ...schema, not };
  const others = omitKeys(schema, "not");
  if (keyword === "not") return addPart(others, not.not);
  if (keyword === "type") return excludeTypes(schema, listStatedTypes(not));
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
  const stated = listStatedTypes(schema);
  const types = stated.length ? stated : listPossibleTypes(schema);
  if (excluded.includes("integer") && types.includes("number") && !excluded.includes("number")) return schema;
  const isExcluded = (type: Json): boolean =>
    excluded.includes(type) || (type === "integer" && excluded.includes("number"));
  const remaining = types.filter((type) => !isExcluded(type));
  return remaining.length ? { ...omitKeys(schema, "not"), type: remaining } : { not: {} };
}
