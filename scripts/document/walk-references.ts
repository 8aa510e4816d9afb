import type { Json, JsonObject, Pointer } from "./json.js";

/** The keywords of examples and values, which contain no references. */
const VALUE_KEYWORDS = new Set(["default", "enum", "const", "example", "examples", "value"]);

/** The keywords that map names to definitions. A property may be named `default`. */
const MAP_KEYWORDS = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"],
  ...["schemas", "responses", "parameters", "requestBodies", "headers", "securitySchemes", "links"],
  ...["callbacks", "pathItems", "paths", "webhooks"],
]);

/** Returns whether a keyword contains an example or a value. */
export function isValueKeyword(key: string): boolean {
  return VALUE_KEYWORDS.has(key);
}

/**
 * Visits the objects of a file that may contain a reference: all except those in examples, values and extensions.
 *
 * @param root - The root of the file.
 * @param visit - Receives an object, its pointer, and whether its keys are names instead of keywords. The pointer must
 * be copied to be kept.
 */
export function walkObjects(
  root: Json,
  visit: (object: JsonObject, pointer: Pointer, isMap: boolean) => void,
): void {
  const seen = new Set<object>();
  // One array for all objects, because few of the pointers are kept.
  const pointer: (string | number)[] = [];
  const walk = (value: Json | undefined, isMap: boolean): void => {
    // YAML aliases make one object appear several times.
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (!Array.isArray(value)) visit(value, pointer, isMap);
    // Object.keys is faster than Object.entries in a large document.
    for (const key of Object.keys(value)) {
      const child = (value as JsonObject)[key];
      if (typeof child !== "object" || (!isMap && (VALUE_KEYWORDS.has(key) || key.startsWith("x-"))))
        continue;
      pointer.push(key);
      walk(child, !isMap && MAP_KEYWORDS.has(key));
      pointer.pop();
    }
  };
  walk(root, false);
}
