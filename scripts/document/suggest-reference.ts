import { findNearest } from "../../src/nearest.js";
import type { JsonObject } from "./json.js";
import { formatPointer, getValueAt, parseReference } from "./references.js";

/** The longest difference between a misspelled name and the suggested one. */
const MAX_LENGTH_DIFFERENCE = 3;

/**
 * Formats the question for a misspelled reference.
 *
 * @param root - The root of the file.
 * @param reference - The reference, which cannot be resolved.
 * @returns The question after a full stop, to append to a message. Empty without a suggestion.
 */
export function formatSuggestion(root: JsonObject, reference: string): string {
  const suggested = suggestReference(root, reference);
  return suggested === undefined ? "" : `. Did you mean ${suggested}?`;
}

/**
 * Suggests a reference into the same file for one that cannot be resolved. It may lack `#/` or `#/components/schemas/`,
 * or have one misspelled name. Returns undefined if there is none.
 */
function suggestReference(root: JsonObject, reference: string): string | undefined {
  const path = reference.replace(/^#?\/*/, "");
  const candidates = [`#/${path}`, `#/components/schemas/${path}`];
  return (
    candidates.find((candidate) => isResolvable(root, candidate)) ??
    correctSpelling(root, candidates[0] ?? "")
  );
}

function isResolvable(root: JsonObject, reference: string): boolean {
  const pointer = parseReference(reference);
  return pointer !== undefined && getValueAt(root, pointer) !== undefined;
}

/** Replaces the first unknown name of a reference by the nearest known one. */
function correctSpelling(root: JsonObject, reference: string): string | undefined {
  const pointer = parseReference(reference) ?? [];
  const index = pointer.findIndex((_, end) => getValueAt(root, pointer.slice(0, end + 1)) === undefined);
  const name = pointer[index];
  const parent = getValueAt(root, pointer.slice(0, index));
  if (name === undefined || typeof parent !== "object" || parent === null) return undefined;
  const known = Object.keys(parent).filter(
    (key) => Math.abs(key.length - name.length) <= MAX_LENGTH_DIFFERENCE,
  );
  const near = findNearest(name, known);
  const corrected = near && `#${formatPointer(pointer.with(index, near))}`;
  return corrected && isResolvable(root, corrected) ? corrected : undefined;
}
