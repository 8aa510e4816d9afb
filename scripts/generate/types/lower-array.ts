import type { Json, JsonObject } from "../../document/json.js";
import { type LoweredSchema, SPECIAL } from "./lowered.js";

/** Rewrites a schema of a property or an item. */
export type SchemaLowerer = (schema: Json | undefined) => LoweredSchema;

/**
 * Rewrites the keywords of an array.
 *
 * @param schema - The schema of the array.
 * @param lower - Rewrites the schemas of the items.
 * @returns The rewritten schema.
 */
export function lowerArray(
  { items, prefixItems, unevaluatedItems, minItems, maxItems }: JsonObject,
  lower: SchemaLowerer,
): LoweredSchema {
  if (Array.isArray(prefixItems)) {
    const maxCount = typeof maxItems === "number" ? maxItems : Infinity;
    const itemSchema = maxCount > prefixItems.length ? (items ?? unevaluatedItems) : false;
    return {
      type: "array",
      [SPECIAL]: "tuple",
      prefixItems: prefixItems.slice(0, maxCount).map((item) => lower(item)),
      minItems: typeof minItems === "number" ? minItems : 0,
      ...(itemSchema !== false && { items: lower(itemSchema) }),
    };
  }
  return { type: "array", items: lower(items) };
}
