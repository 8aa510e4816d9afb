import { isObject, type Json, type JsonObject } from "../document/json.js";
import { splitReference, UNRESOLVED, getValueAt } from "../document/references.js";

/** Returns the message of the first unresolved reference in a value or its references. */
export function findUnresolved(root: JsonObject, value: Json | undefined): string | undefined {
  const seen = new Set<object>();
  const stack: (Json | undefined)[] = [value];
  while (stack.length) {
    const each = stack.pop();
    if (typeof each !== "object" || each === null || seen.has(each)) continue;
    seen.add(each);
    if (isObject(each)) {
      const { [UNRESOLVED]: message, $ref } = each;
      if (typeof message === "string") return message;
      const target = typeof $ref === "string" ? splitReference($ref) : undefined;
      if (target) stack.push(getValueAt(root, target));
    }
    stack.push(...Object.values(each));
  }
  return undefined;
}
