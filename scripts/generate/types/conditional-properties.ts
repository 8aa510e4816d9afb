import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { collectConjunction, findPropertySchemas } from "./properties.js";

/**
 * Returns the properties that an object has only under a condition: those of `then`, `else` and `dependentSchemas` that
 * it does not declare itself.
 *
 * @param root - The document.
 * @param object - The schema of the object.
 * @returns The schemas of each property, one for each condition.
 */
export function listConditionalProperties(root: JsonObject, object: JsonObject): ReadonlyMap<string, Json[]> {
  const schemasByName = new Map<string, Json[]>();
  const { dependentSchemas } = object;
  const conditions = [
    object.then,
    object.else,
    ...(isObject(dependentSchemas) ? Object.values(dependentSchemas) : []),
  ];
  for (const { properties } of conditions.flatMap((condition) => collectConjunction(root, condition)))
    for (const [name, schema] of Object.entries(isObject(properties) ? properties : {})) {
      if (schema === undefined || findPropertySchemas(root, object, name).length) continue;
      schemasByName.set(name, [...(schemasByName.get(name) ?? []), schema]);
    }
  return schemasByName;
}
