import type { Json, JsonObject, Pointer } from "./json.js";

/** What is an example or a value, and so holds no references, whatever it looks like. */
const VALUES = new Set(["default", "enum", "const", "example", "examples", "value"]);

/** What maps names to definitions: a property may well be called `default`. */
const MAPS = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"],
  ...["schemas", "responses", "parameters", "requestBodies", "headers", "securitySchemes", "links"],
  ...["callbacks", "pathItems", "paths", "webhooks"],
]);

/** Whether a keyword holds an example or a value. */
export function isValueKey(key: string): boolean {
  return VALUES.has(key);
}

/**
 * Visits the objects of a file that may hold a reference: all but those in examples, values and extensions.
 *
 * @param visit - Is given the pointer to the object, to be copied if it is kept, and whether the keys of the object
 * are names, and not keywords.
 */
export function walkObjects(
  root: Json,
  visit: (object: JsonObject, pointer: Pointer, isMap: boolean) => void,
): void {
  const seen = new Set<object>();
  // One array for all, since few of the pointers are kept.
  const pointer: (string | number)[] = [];
  const walk = (value: Json | undefined, isMap: boolean): void => {
    // YAML aliases make one object stand in several places.
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (!Array.isArray(value)) visit(value, pointer, isMap);
    // Their keys alone: lists of keys with values take half as long again in a large document.
    for (const key of Object.keys(value)) {
      const each = (value as JsonObject)[key];
      if (typeof each !== "object" || (!isMap && (VALUES.has(key) || key.startsWith("x-")))) continue;
      pointer.push(key);
      walk(each, !isMap && MAPS.has(key));
      pointer.pop();
    }
  };
  walk(root, false);
}
