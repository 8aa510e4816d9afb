import { isObject, type Json, type JsonObject } from "./json.js";
import { followReference } from "./references.js";

/**
 * Returns an object, or the object that a reference points to. Returns an empty object for any other value.
 *
 * @param root - The document.
 * @param value - The value, which may be a reference object.
 * @returns The object.
 */
export function resolveObject(root: JsonObject, value: Json | undefined): JsonObject {
  if (!isObject(value)) return {};
  if (typeof value.$ref !== "string") return value;
  const target = followReference(root, [], value);
  return "value" in target && isObject(target.value) ? target.value : {};
}
