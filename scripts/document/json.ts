/** Any JSON value of a document. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };
/** A JSON object of a document. */
export type JsonObject = Record<string, Json | undefined>;

/** The path from a document's root to a value in it. */
export type Pointer = readonly (string | number)[];

/** Returns whether a value is an object, not an array. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns whether a value is an empty list, which PHP writes for an empty object. */
export function isEmptyList(value: Json | undefined): boolean {
  return Array.isArray(value) && !value.length;
}

/** Returns an array, or an empty one for any other value. */
export function toList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Returns a copy of an object without some keys and without undefined values.
 *
 * @param object - The object, such as a schema.
 * @param keys - The keys to omit.
 * @returns The copy.
 */
export function omitKeys(object: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([key, value]) => value !== undefined && !keys.includes(key)),
  );
}

/**
 * Returns the value of a name in a map. The name may be that of a member of every object, such as `constructor`.
 *
 * @param map - The map.
 * @param name - The name.
 * @returns The value. Undefined if the map does not have the name.
 */
export function getMember(map: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}
