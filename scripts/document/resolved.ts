import type { Json, JsonObject } from "./json.js";
import { isObject } from "./reader.js";
import { partsOf, valueAt } from "./references.js";

/**
 * What a value is, or refers to in the end; an object without fields if that is none. References that lead round in a
 * circle are refused before.
 */
export function resolved(root: JsonObject, value: Json | undefined): JsonObject {
  if (!isObject(value)) return {};
  if (typeof value.$ref !== "string") return value;
  const parts = partsOf(value.$ref);
  return parts ? resolved(root, valueAt(root, parts)) : {};
}
