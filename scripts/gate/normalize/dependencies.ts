import { isObject, type Json, type JsonObject, toList } from "../../document/json.js";
import { sortUnique } from "../json-equality.js";
import { isAnnotation } from "./keywords.js";

/**
 * Normalizes the dependencies between properties. A property on which a required one depends is required itself. A
 * dependent schema that only requires properties is a list of them.
 *
 * @param schema - The schema. It is changed.
 */
export function normalizeDependencies(schema: JsonObject): void {
  const { dependentRequired, dependentSchemas } = schema;
  if (dependentRequired === undefined && dependentSchemas === undefined) return;
  const [lists, schemas] = splitDependentSchemas(dependentRequired, dependentSchemas);
  const required = new Set(toList(schema.required));
  // The iteration of a set includes elements that are added during it.
  for (const name of required)
    if (typeof name === "string") for (const dependent of lists.get(name) ?? []) required.add(dependent);
  schema.required = required.size ? sortUnique([...required]) : undefined;
  schema.dependentRequired = filterDependents(lists, (dependent, name) => dependent !== name);
  schema.dependentSchemas = schemas.length ? Object.fromEntries(schemas) : undefined;
}

/**
 * Filters the properties that are required if another one is present.
 *
 * @param lists - The dependent properties by the name of the other one.
 * @param isNeeded - Returns whether to keep a dependent property.
 * @returns The value of `dependentRequired`, without duplicates and empty lists. Undefined if nothing is left.
 */
export function filterDependents(
  lists: Iterable<readonly [name: string, dependents: readonly Json[]]>,
  isNeeded: (dependent: Json, name: string) => boolean,
): JsonObject | undefined {
  const remaining = [...lists]
    .map(([name, dependents]): [string, Json[]] => [
      name,
      sortUnique(dependents).filter((dependent) => isNeeded(dependent, name)),
    ])
    .filter(([, dependents]) => dependents.length > 0);
  return remaining.length ? Object.fromEntries(remaining) : undefined;
}

function splitDependentSchemas(
  dependentRequired: Json | undefined,
  dependentSchemas: Json | undefined,
): [lists: Map<string, Json[]>, schemas: [string, Json | undefined][]] {
  const lists = new Map(
    Object.entries(isObject(dependentRequired) ? dependentRequired : {}).map(([name, names]) => [
      name,
      [...toList(names)],
    ]),
  );
  const schemas = Object.entries(isObject(dependentSchemas) ? dependentSchemas : {}).filter(
    ([name, dependent]) => {
      const names = findRequiredOnly(dependent);
      if (names) lists.set(name, [...(lists.get(name) ?? []), ...names]);
      return !names;
    },
  );
  return [lists, schemas];
}

/** Returns the required properties of a schema without other constraints. */
function findRequiredOnly(schema: Json | undefined): readonly Json[] | undefined {
  if (schema === true) return [];
  if (!isObject(schema)) return undefined;
  const isOther = (keyword: string): boolean => keyword !== "required" && !isAnnotation(keyword);
  return Object.keys(schema).some(isOther) ? undefined : toList(schema.required);
}
