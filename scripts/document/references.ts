import type { Json, JsonObject, Pointer } from "./json.js";

/** The key that a reference that leads nowhere is replaced by, with the message as its value. */
export const UNRESOLVED = "x-unresolved-reference";

/** The names in a JSON pointer such as `/paths/~1rooms`; undefined for one that cannot be decoded. */
export function parsePointer(pointer: string): string[] | undefined {
  try {
    return pointer
      .split("/")
      .slice(1)
      .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
  } catch (error) {
    // A percent sign that begins no escape: the caller reports it, with the place.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** A JSON pointer such as `/paths/~1rooms`. */
export function formatPointer(pointer: Pointer): string {
  return pointer.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The names in a reference into the document itself; undefined for another one, or one that cannot be decoded. */
export function partsOf($ref: string): string[] | undefined {
  return $ref.startsWith("#/") ? parsePointer($ref.slice(1)) : undefined;
}

/** The value that a pointer leads to. */
export function valueAt(root: JsonObject, pointer: Pointer): Json | undefined {
  let value: Json | undefined = root;
  for (const part of pointer) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as JsonObject)[part];
  }
  return value;
}

/** A value and where it stands in the document. */
export interface Followed {
  value: Json | undefined;
  pointer: Pointer;
}

/** Follows the references of a document, to the value and its place, or else to the place of the broken reference. */
export function followReference(
  root: JsonObject,
  pointer: Pointer,
  value: Json | undefined,
): Followed | { pointer: Pointer; message: string } {
  const trail = new Set<string>();
  let found: Followed = { pointer, value };
  for (;;) {
    const $ref = referenceOf(found.value);
    if ($ref === undefined) return found;
    if (trail.has($ref)) return { pointer: found.pointer, message: `$ref ${$ref} leads back to itself` };
    trail.add($ref);
    const target = partsOf($ref);
    const next = target && valueAt(root, target);
    if (!target || next === undefined)
      return { pointer: found.pointer, message: `$ref ${$ref} leads nowhere` };
    found = { pointer: target, value: next };
  }
}

/** The reference that a value is; undefined if it is none. */
export function referenceOf(value: Json | undefined): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return typeof value.$ref === "string" ? value.$ref : undefined;
}
