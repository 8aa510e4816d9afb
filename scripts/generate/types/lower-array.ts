import type { Json, JsonObject } from "../../document/json.js";
import { type LoweredSchema, SPECIAL } from "./lowered.js";

/** Rewrites a schema of a property or an item. */
export type LowerInside = (schema: Json | undefined) => LoweredSchema;

/** Rewrites the keywords of an array. */
export function lowerArray(
  { items, prefixItems, unevaluatedItems, minItems, maxItems }: JsonObject,
  lower: LowerInside,
): LoweredSchema {
  if (Array.isArray(prefixItems)) {
    const most = typeof maxItems === "number" ? maxItems : Infinity;
    const rest = most > prefixItems.length ? (items ?? unevaluatedItems) : false;
    return {
      type: "array",
      [SPECIAL]: "tuple",
      prefixItems: prefixItems.slice(0, most).map((each) => lower(each)),
      minItems: typeof minItems === "number" ? minItems : 0,
      ...(rest !== false && { items: lower(rest) }),
    };
  }
  return { type: "array", items: lower(items) };
}
