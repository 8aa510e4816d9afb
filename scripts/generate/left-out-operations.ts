import { isObject, type Json, type JsonObject } from "../document/json.js";
import { resolveObject } from "../document/resolve-object.js";

/** The key that marks a left-out operation. */
const LEFT_OUT = "x-left-out";

/**
 * Marks an operation as left out. It stays in the document, because references of others may point into it.
 *
 * @param pathItem - The path item, which is changed.
 * @param method - The method of the operation.
 */
export function markLeftOut(pathItem: JsonObject, method: string): void {
  const operation = pathItem[method];
  if (isObject(operation)) pathItem[method] = { ...operation, [LEFT_OUT]: true };
  else Reflect.deleteProperty(pathItem, method);
}

/** Returns whether an operation is marked as left out. */
export function isMarkedLeftOut(operation: Json | undefined): boolean {
  return isObject(operation) && operation[LEFT_OUT] === true;
}

/**
 * Follows references to a path item, and returns it without its left-out operations.
 *
 * @param root - The document.
 * @param value - The path item, which may be a reference object.
 * @returns The path item.
 */
export function resolvePathItem(root: JsonObject, value: Json | undefined): JsonObject {
  const item = resolveObject(root, value);
  return Object.values(item).some(isMarkedLeftOut)
    ? Object.fromEntries(Object.entries(item).filter(([, member]) => !isMarkedLeftOut(member)))
    : item;
}
