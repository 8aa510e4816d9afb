import { isObject, type Json, type JsonObject } from "./json.js";
import { SCHEMAS_BY_NAME, SCHEMA_LIST, ONE_SCHEMA } from "./keywords.js";

/**
 * Replaces the subschemas of a schema.
 *
 * @param schema - The schema, which is not changed.
 * @param change - Receives each direct subschema and its keyword, and returns the new one.
 * @returns A copy, or the schema itself if nothing changes.
 */
export function mapSubschemas(
  schema: JsonObject,
  change: (subschema: JsonObject, keyword: string) => JsonObject,
): JsonObject {
  let changed: JsonObject | undefined;
  const put = (keyword: string, value: Json): void => {
    if (value !== schema[keyword]) (changed ??= { ...schema })[keyword] = value;
  };
  for (const keyword of ONE_SCHEMA) {
    const value = schema[keyword];
    if (isObject(value)) put(keyword, change(value, keyword));
  }
  for (const keyword of SCHEMA_LIST) {
    const values = schema[keyword];
    if (!Array.isArray(values)) continue;
    const made = values.map((each) => (isObject(each) ? change(each, keyword) : each));
    put(keyword, made.every((each, index) => each === values[index]) ? values : made);
  }
  for (const keyword of SCHEMAS_BY_NAME) {
    const values = schema[keyword];
    if (!isObject(values)) continue;
    const made = Object.entries(values).map(
      ([name, each]) => [name, isObject(each) ? change(each, keyword) : each] as const,
    );
    put(keyword, made.every(([name, each]) => each === values[name]) ? values : Object.fromEntries(made));
  }
  return changed ?? schema;
}
