import { getMember, isObject, type Json, type JsonObject, omitKeys, toList } from "../../document/json.js";
import { sortUnique } from "../json-equality.js";
import { normalizeBounds } from "./bounds.js";
import { getTypes, hasType, listInapplicableKeywords } from "./canonical.js";
import { ANY_TEXT_PATTERNS, isAnything, isEmpty, removeDefaults } from "./defaults.js";
import { normalizeDependencies } from "./dependencies.js";
import { excludesValue } from "./implied.js";
import { removeAnnotations, TYPES } from "./keywords.js";

/** Normalizes the keywords that do not depend on other schemas. */
export function normalizeKeywords(schema: JsonObject): JsonObject {
  const normalized = normalizeValues(normalizeType(normalizeEnum({ ...schema })));
  normalizeSynonyms(normalized);
  normalizeBounds(normalized);
  removeExcludedValues(normalized);
  normalizeDependencies(normalized);
  removeDefaults(normalized);
  removeInapplicableKeywords(normalized);
  return omitKeys(normalized);
}

function normalizeEnum(schema: JsonObject): JsonObject {
  if (schema.const !== undefined) {
    const value = schema.const;
    schema.const = undefined;
    schema.enum = Array.isArray(schema.enum)
      ? schema.enum.filter((enumValue) => JSON.stringify(enumValue) === JSON.stringify(value))
      : [value];
    // Generated types allow null if the type lists it, although the values do not.
  } else if (Array.isArray(schema.enum) && toList(schema.type).includes("null"))
    schema.enum = [...schema.enum, null];
  if (Array.isArray(schema.enum)) schema.enum = sortUnique(schema.enum);
  return schema;
}

/** Removes values of other types and types without a value, and a list of all values. */
function normalizeValues(schema: JsonObject): JsonObject {
  if (!Array.isArray(schema.enum)) return schema;
  const types = getTypes(schema);
  const values = schema.enum.filter((value) => !types || hasType(types, getValueType(value)));
  const valueTypes = [...new Set(values.map(getValueType))].sort();
  if (!values.length) return { not: {} };
  const isAll = values.length === valueTypes.reduce((count, type) => count + (FINITE[type] ?? Infinity), 0);
  return { ...schema, type: valueTypes, enum: isAll ? undefined : values };
}

/** Removes listed values that limits beside them exclude, and the types of which no value is left. */
function removeExcludedValues(schema: JsonObject): void {
  if (!Array.isArray(schema.enum)) return;
  const values = schema.enum.filter((value) => !excludesValue(schema, value));
  if (values.length === schema.enum.length) return;
  schema.enum = values;
  schema.type = [...new Set(values.map(getValueType))].sort();
  if (!values.length) schema.not = {};
}

/** The number of values of each type that has a finite number. */
const FINITE: Readonly<Record<string, number>> = { boolean: 2, null: 1 };

function normalizeType(schema: JsonObject): JsonObject {
  const statedTypes = typeof schema.type === "string" ? [schema.type] : toList(schema.type);
  const types = new Set(statedTypes.filter((type) => typeof type === "string"));
  // A list of values implies their types.
  if (!types.size && Array.isArray(schema.enum))
    for (const value of schema.enum) types.add(getValueType(value));
  if (types.has("number")) types.delete("integer");
  const isAll = TYPES.every((type) => types.has(type));
  if (!types.size || isAll) schema.type = undefined;
  else schema.type = [...types].sort();
  return schema;
}

/** Returns the JSON Schema type of a value, `integer` for whole numbers. */
function getValueType(value: Json): string {
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
    const maxCount = Math.min(Number(maxContains), Number(maxItems));
    schema.minItems = Math.max(Number(minContains), Number(minItems));
    schema.maxItems = maxCount === Infinity ? undefined : maxCount;
    for (const keyword of ["contains", "minContains", "maxContains"]) schema[keyword] = undefined;
  }
  if (schema.items === false) {
    schema.maxItems = Math.min(Number(schema.maxItems ?? Infinity), toList(schema.prefixItems).length);
    schema.items = undefined;
  }
  const hasNames = [schema.properties, schema.patternProperties].some((names) => names !== undefined);
  if (schema.maxProperties === 0 && !hasNames) {
    schema.additionalProperties = false;
    schema.maxProperties = undefined;
  }
  closeByNames(schema);
  const { patternProperties, properties = {} } = schema;
  const [[pattern, value] = [], ...more] = Object.entries(
    isObject(patternProperties) ? patternProperties : {},
  );
  if (pattern !== undefined && ANY_TEXT_PATTERNS.has(pattern) && !more.length && isEmpty(properties)) {
    schema.additionalProperties = value;
    schema.patternProperties = undefined;
  }
}

/** Replaces `propertyNames` that lists the names: other properties are not allowed. */
function closeByNames(schema: JsonObject): void {
  const { propertyNames, properties, patternProperties, additionalProperties = true } = schema;
  if (!isObject(propertyNames) || !isObject(properties) || patternProperties !== undefined) return;
  const { type = "string", enum: values, const: value, ...others } = removeAnnotations(propertyNames);
  if (values !== undefined && value !== undefined) return;
  const listed = (value === undefined ? toList(values) : [value]).filter((name) => typeof name === "string");
  if (!listed.length || type !== "string" || Object.keys(others).length) return;
  const names = new Set(listed);
  const forbidden = Object.keys(properties).filter((name) => !names.has(name));
  schema.properties = Object.fromEntries([
    ...listed.map((name) => [name, getMember(properties, name) ?? additionalProperties]),
    ...forbidden.map((name) => [name, false]),
  ]) as JsonObject;
  schema.additionalProperties = false;
  schema.propertyNames = undefined;
}

/**
 * Removes keywords that apply only to types which the schema does not allow. No format applies to null and
 * booleans.
 */
function removeInapplicableKeywords(schema: JsonObject): void {
  if (getTypes(schema)?.every((type) => type === "null" || type === "boolean")) schema.format = undefined;
  for (const keyword of listInapplicableKeywords(schema)) schema[keyword] = undefined;
}
