import { isObject, type Json, type JsonObject } from "./json.js";
import { SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS } from "./keywords.js";

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
  const setKeyword = (keyword: string, value: Json): void => {
    if (value !== schema[keyword]) (changed ??= { ...schema })[keyword] = value;
  };
  for (const keyword of SCHEMA_KEYWORDS) {
    const value = schema[keyword];
    if (isObject(value)) setKeyword(keyword, change(value, keyword));
  }
  for (const keyword of SCHEMA_LIST_KEYWORDS) {
    const values = schema[keyword];
    if (!Array.isArray(values)) continue;
    const changedValues = values.map((subschema) =>
      isObject(subschema) ? change(subschema, keyword) : subschema,
    );
    setKeyword(
      keyword,
      changedValues.every((subschema, index) => subschema === values[index]) ? values : changedValues,
    );
  }
  for (const keyword of SCHEMA_MAP_KEYWORDS) {
    const values = schema[keyword];
    if (!isObject(values)) continue;
    const changedEntries = Object.entries(values).map(
      ([name, subschema]) => [name, isObject(subschema) ? change(subschema, keyword) : subschema] as const,
    );
    setKeyword(
      keyword,
      changedEntries.every(([name, subschema]) => subschema === values[name])
        ? values
        : Object.fromEntries(changedEntries),
    );
  }
  return changed ?? schema;
}
