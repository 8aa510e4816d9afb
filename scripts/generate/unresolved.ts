import { isObject, type Json, type JsonObject } from "../document/json.js";
import { getValueAt, parseReference, UNRESOLVED_KEY } from "../document/references.js";

/**
 * Returns the message of the first unresolved reference in a value or its references.
 *
 * @param root - The document.
 * @param value - The value, such as an operation.
 * @returns The message. Undefined if all references are resolved.
 */
export function findUnresolved(root: JsonObject, value: Json | undefined): string | undefined {
  const seen = new Set<object>();
  const stack: (Json | undefined)[] = [value];
  while (stack.length) {
    const current = stack.pop();
    if (typeof current !== "object" || current === null || seen.has(current)) continue;
    seen.add(current);
    if (isObject(current)) {
      const { [UNRESOLVED_KEY]: message, $ref } = current;
      if (typeof message === "string") return message;
      const target = typeof $ref === "string" ? parseReference($ref) : undefined;
      if (target) stack.push(getValueAt(root, target));
    }
    stack.push(...Object.values(current));
  }
  return undefined;
}
