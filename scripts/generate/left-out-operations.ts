import { isObject, type Json, type JsonObject } from "../document/json.js";
import { resolveObject } from "../document/resolve-object.js";

/** The left-out operations. A key in them could also be an extension of the document. */
const leftOutOperations = new WeakSet<JsonObject>();

/**
 * Marks an operation as left out. It stays in the document, because references of others may point into it.
 *
 * @param pathItem - The path item, which is changed.
 * @param method - The method of the operation.
 */
export function markLeftOut(pathItem: JsonObject, method: string): void {
  const operation = pathItem[method];
  if (!isObject(operation)) {
    Reflect.deleteProperty(pathItem, method);
    return;
  }
  // Another path may share the operation.
  const copy = { ...operation };
  leftOutOperations.add(copy);
  pathItem[method] = copy;
}

/** Returns whether an operation is marked as left out. */
export function isMarkedLeftOut(operation: Json | undefined): boolean {
  return isObject(operation) && leftOutOperations.has(operation);
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
