import type { Json, JsonObject, Pointer } from "./json.js";

/** The key that replaces an unresolved reference. Its value is the message. */
export const UNRESOLVED_KEY = "x-unresolved-reference";

/** Parses a JSON pointer such as `/paths/~1rooms`. Returns undefined if it cannot be decoded. */
export function parsePointer(pointer: string): string[] | undefined {
  try {
    return pointer
      .split("/")
      .slice(1)
      .map((part) => unescapePart(decodeURIComponent(part)));
  } catch (error) {
    // An invalid percent sign. The caller reports it with the location.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Parses a JSON pointer that is not percent-encoded. */
export function splitPointer(pointer: string): string[] {
  return pointer.split("/").slice(1).map(unescapePart);
}

function unescapePart(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

function escapePart(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25");
}

/** Formats a JSON pointer such as `/paths/~1rooms`, as a part of a reference. */
export function formatPointer(pointer: Pointer): string {
  return pointer.map((part) => `/${escapePart(String(part))}`).join("");
}

/** Formats the reference to a schema by its name. */
export function formatSchemaReference(name: string): string {
  return `#${formatPointer(["components", "schemas", name])}`;
}

/** Parses a reference into the document itself. Returns undefined for another or an invalid one. */
export function parseReference($ref: string): string[] | undefined {
  return $ref.startsWith("#/") ? parsePointer($ref.slice(1)) : undefined;
}

/**
 * Returns the value at a pointer.
 *
 * @param root - The document.
 * @param pointer - The pointer.
 * @returns The value. Undefined if the document does not have it.
 */
export function getValueAt(root: JsonObject, pointer: Pointer): Json | undefined {
  let value: Json | undefined = root;
  for (const part of pointer) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as JsonObject)[part];
  }
  return value;
}

/** A value of a document, and its pointer. */
export interface DocumentNode<Value = JsonObject> {
  value: Value;
  pointer: Pointer;
}

/**
 * Follows references to a value and its pointer, or else to the pointer of the broken reference.
 *
 * @param root - The document.
 * @param pointer - The pointer to the value.
 * @param value - The value, which may be a reference object.
 * @returns The final value, or the message of the error.
 */
export function followReference(
  root: JsonObject,
  pointer: Pointer,
  value: Json | undefined,
): DocumentNode<Json | undefined> | { pointer: Pointer; message: string } {
  const visited = new Set<string>();
  let current: DocumentNode<Json | undefined> = { pointer, value };
  for (;;) {
    const $ref = getReference(current.value);
    if ($ref === undefined) return current;
    if (visited.has($ref)) return { pointer: current.pointer, message: `$ref ${$ref} is circular` };
    visited.add($ref);
    const target = parseReference($ref);
    const nextValue = target && getValueAt(root, target);
    if (!target || nextValue === undefined)
      return { pointer: current.pointer, message: `$ref ${$ref} cannot be resolved` };
    current = { pointer: target, value: nextValue };
  }
}

/**
 * Returns the value at a pointer, and follows references along the pointer and at its end. The references of components
 * must not be circular.
 *
 * @param root - The document.
 * @param pointer - The pointer.
 * @returns The value. Undefined if the document does not have it.
 */
export function resolvePointer(root: JsonObject, pointer: Pointer): Json | undefined {
  let value = dereference(root, root);
  for (const part of pointer) {
    if (typeof value !== "object" || value === null) return undefined;
    value = dereference(root, (value as Record<string | number, Json | undefined>)[part]);
  }
  return value;
}

/**
 * Returns the value that a reference object refers to, and any other value unchanged.
 *
 * @param root - The document.
 * @param value - The value.
 * @returns The final value. Undefined for an unresolved reference.
 */
export function dereference(root: JsonObject, value: Json | undefined): Json | undefined {
  const $ref = getReference(value);
  if ($ref === undefined) return value;
  const parts = parseReference($ref);
  return parts && resolvePointer(root, parts);
}

/**
 * Returns the direct target of a reference object, which may be a reference object too.
 *
 * @param root - The document.
 * @param value - The value.
 * @returns The target. Undefined if the value is no reference object.
 */
export function getTarget(root: JsonObject, value: Json | undefined): Json | undefined {
  const $ref = getReference(value);
  const parts = $ref === undefined ? undefined : parseReference($ref);
  return parts && getValueAt(root, parts);
}

/** Returns the reference of a reference object. Undefined for other values. */
export function getReference(value: Json | undefined): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return typeof value.$ref === "string" ? value.$ref : undefined;
}
