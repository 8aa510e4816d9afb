import type { Pointer } from "./json.js";

/** Returns the pointer to a value that contains itself. */
export function findCircularValue(root: unknown): Pointer | undefined {
  const finished = new Set<object>();
  const ancestors = new Set<object>();
  const visit = (value: unknown): Pointer | undefined => {
    if (typeof value !== "object" || value === null || finished.has(value)) return undefined;
    if (ancestors.has(value)) return [];
    ancestors.add(value);
    for (const [key, child] of Object.entries(value)) {
      const childPointer = visit(child);
      if (childPointer) return [key, ...childPointer];
    }
    ancestors.delete(value);
    finished.add(value);
    return undefined;
  };
  return visit(root);
}
