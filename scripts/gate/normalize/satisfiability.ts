import { getMember, isObject, type Json, type JsonObject, toList } from "../../document/json.js";
import { getTypes, isNever } from "./canonical.js";
import { isAnnotation, KEYWORDS_OF_TYPE, TYPES } from "./keywords.js";

/** Whether a schema has a valid value. Undefined if that is unknown. */
type Satisfiability = boolean | undefined;
type SchemaExpander = (schema: Json | undefined) => JsonObject;

/** The maximum depth of required properties. Whether deeper ones have a valid value is unknown. */
const MAX_DEPTH = 5;

/**
 * Finds out whether any value is valid against a canonical schema.
 *
 * @param schema - The schema without references.
 * @param expand - Normalizes a subschema, and replaces its references.
 * @param depth - The number of schemas that contain this one. Default: 0.
 * @returns Whether a value is valid. Undefined if a keyword makes that uncertain.
 */
export function findSatisfiability(schema: JsonObject, expand: SchemaExpander, depth = 0): Satisfiability {
  if (isNever(schema)) return false;
  if (depth > MAX_DEPTH) return undefined;
  const isCertain = Object.keys(schema).every((keyword) => KNOWN.has(keyword) || isAnnotation(keyword));
  // Canonical values are within the limits beside them, but may not have the format.
  if (Array.isArray(schema.enum)) return (isCertain && schema.format === undefined) || undefined;
  const results = (getTypes(schema) ?? TYPES).map((type) => checkType(schema, type, expand, depth));
  if (results.every((result) => result === false)) return false;
  return (isCertain && results.includes(true)) || undefined;
}

const KNOWN = new Set(["type", "enum", "format", ...Object.values(KEYWORDS_OF_TYPE).flat()]);

function checkType(schema: JsonObject, type: string, expand: SchemaExpander, depth: number): Satisfiability {
  if (type === "string") return checkText(schema);
  if (type === "array") return checkItems(schema);
  if (type === "object") return checkProperties(schema, expand, depth);
  return type === "number" || type === "integer" ? checkNumbers(schema) : true;
}

/** Checks `min…` and `max…`. The other keywords make it uncertain. */
function checkRange(schema: JsonObject, name: string, uncertain: readonly string[]): Satisfiability {
  const [minimum, maximum] = [schema[`min${name}`] ?? 0, schema[`max${name}`] ?? Infinity];
  if (Number(minimum) > Number(maximum)) return false;
  return uncertain.some((keyword) => schema[keyword] !== undefined) ? undefined : true;
}

/** Checks texts. A pattern alone is assumed to match one. */
function checkText(schema: JsonObject): Satisfiability {
  const hasLimits = schema.minLength !== undefined || schema.maxLength !== undefined;
  const uncertain = ["contentEncoding", "contentMediaType", ...(hasLimits ? ["pattern", "format"] : [])];
  return checkRange(schema, "Length", uncertain);
}

function checkNumbers(schema: JsonObject): Satisfiability {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const lowest = Number(exclusiveMinimum ?? minimum ?? -Infinity);
  const highest = Number(exclusiveMaximum ?? maximum ?? Infinity);
  const isExclusive = exclusiveMinimum !== undefined || exclusiveMaximum !== undefined;
  if (lowest > highest || (isExclusive && lowest === highest)) return false;
  if (multipleOf === undefined || lowest === -Infinity || highest === Infinity) return true;
  return isExclusive ? undefined : Math.ceil(lowest / Number(multipleOf)) * Number(multipleOf) <= highest;
}

function checkItems(schema: JsonObject): Satisfiability {
  const result = checkRange(schema, "Items", ["contains"]);
  return result && schema.minItems !== undefined && schema.maxItems !== 0 ? undefined : result;
}

function checkProperties(schema: JsonObject, expand: SchemaExpander, depth: number): Satisfiability {
  const required = toList(schema.required).map(String);
  const { properties, additionalProperties } = schema;
  const results = required.map((name) => {
    const property = isObject(properties) ? getMember(properties, name) : undefined;
    return findSatisfiability(expand(property ?? additionalProperties), expand, depth + 1);
  });
  if (results.includes(false) || required.length > Number(schema.maxProperties ?? Infinity)) return false;
  const uncertain = ["patternProperties", "propertyNames", "dependentRequired", "dependentSchemas"];
  if (uncertain.some((keyword) => schema[keyword] !== undefined)) return undefined;
  const isEnough = required.length >= Number(schema.minProperties ?? 0);
  return isEnough && results.every(Boolean) ? true : undefined;
}
