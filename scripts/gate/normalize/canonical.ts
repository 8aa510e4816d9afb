import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { KEYWORDS_OF_TYPE } from "./keywords.js";

/** Returns whether no value is valid against a schema. */
export const isNever = ({ not }: JsonObject): boolean => isObject(not) && !Object.keys(not).length;

/** Returns the types that a canonical schema allows. Undefined for all. */
export const getTypes = ({ type }: JsonObject): readonly string[] | undefined =>
  Array.isArray(type) ? type.filter((typeName) => typeof typeName === "string") : undefined;

/** Returns whether a list of types includes a type. Integers are numbers. */
export const hasType = (types: readonly Json[], type: Json): boolean =>
  types.includes(type) || (type === "integer" && types.includes("number"));

/** Returns the keywords that apply only to types which a schema does not allow. */
export function listInapplicableKeywords(schema: JsonObject): string[] {
  const types = getTypes(schema);
  if (!types) return [];
  const allowedTypes = new Set(types.map((type) => (type === "integer" ? "number" : type)));
  return Object.entries(KEYWORDS_OF_TYPE).flatMap(([type, keywords]) =>
    allowedTypes.has(type) ? [] : keywords,
  );
}
