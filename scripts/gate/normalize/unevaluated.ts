import { type JsonObject, omitKeys } from "../../document/json.js";
import { normalizeKeywords } from "./normalize-keywords.js";
import { IN_PLACE_APPLICATORS } from "../../document/keywords.js";

/**
 * The keywords for unevaluated values, each with the equivalent keyword of a schema without subschemas for one value.
 */
const UNEVALUATED = [
  ["unevaluatedProperties", "additionalProperties"],
  ["unevaluatedItems", "items"],
] as const;

/** Returns whether the meaning of a schema depends on what the schemas beside it evaluate. */
export const hasUnevaluated = (schema: JsonObject): boolean =>
  UNEVALUATED.some(([keyword]) => schema[keyword] !== undefined);

/** Returns a schema without its `unevaluatedProperties` and `unevaluatedItems`. */
export const removeUnevaluated = (schema: JsonObject): JsonObject =>
  omitKeys(schema, ...UNEVALUATED.map(([keyword]) => keyword));

/**
 * Adds the `unevaluatedProperties` and `unevaluatedItems` of another schema, by simpler keywords where possible.
 *
 * @param schema - The canonical schema, which is not changed.
 * @param source - The schema with the keywords.
 * @returns The schema with the keywords.
 */
export function addUnevaluated(schema: JsonObject, source: JsonObject): JsonObject {
  if (!hasUnevaluated(source)) return schema;
  const isAlone = IN_PLACE_APPLICATORS.every((keyword) => schema[keyword] === undefined);
  const added: JsonObject = { ...schema };
  for (const [keyword, plain] of UNEVALUATED) {
    if (source[keyword] === undefined) continue;
    if (!isAlone || (plain === "items" && schema.contains !== undefined)) added[keyword] = source[keyword];
    else added[plain] ??= source[keyword];
  }
  return normalizeKeywords(added);
}
