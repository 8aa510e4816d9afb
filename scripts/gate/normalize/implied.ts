import { isObject, type Json, type JsonObject, toList } from "../../document/json.js";
import { removeDuplicates } from "../json-equality.js";
import { isAnnotation } from "./keywords.js";

/** Removes the keywords that only repeat what other keywords of the same schema imply. */
export function dropImplied(schema: JsonObject): void {
  dropLimitsOfValues(schema);
  dropLimitsOfItems(schema);
  normalizeDependencies(schema);
  // A decoded text is only parsed if its media type is known.
  if (schema.contentMediaType === undefined) schema.contentSchema = undefined;
}

type LimitCheck = (value: Json, limit: Json) => boolean;

const createNumberCheck =
  (check: (value: number, limit: number) => boolean): LimitCheck =>
  (value, limit) =>
    typeof value !== "number" || (typeof limit === "number" && check(value, limit));
const createTextCheck =
  (check: (text: string, limit: Json) => boolean): LimitCheck =>
  (value, limit) =>
    typeof value !== "string" || check(value, limit);

/** Returns whether a listed value is within the limit of a keyword. */
const VALUE_CHECKS: Readonly<Record<string, LimitCheck>> = {
  minimum: createNumberCheck((value, limit) => value >= limit),
  maximum: createNumberCheck((value, limit) => value <= limit),
  exclusiveMinimum: createNumberCheck((value, limit) => value > limit),
  exclusiveMaximum: createNumberCheck((value, limit) => value < limit),
  multipleOf: createNumberCheck((value, limit) => Number.isInteger(value / limit)),
  // The length of a text is its number of characters, and not of UTF-16 code units.
  minLength: createTextCheck((text, limit) => Array.from(text).length >= Number(limit)),
  maxLength: createTextCheck((text, limit) => Array.from(text).length <= Number(limit)),
  pattern: createTextCheck(matchesPattern),
  // The listed values are valid, so that their format adds nothing.
  format: () => true,
};

/** Removes the limits that all listed values are within. */
function dropLimitsOfValues(schema: JsonObject): void {
  const values = toList(schema.enum);
  if (!values.length) return;
  for (const [keyword, isWithin] of Object.entries(VALUE_CHECKS)) {
    const limit = schema[keyword];
    if (limit !== undefined && values.every((value) => isWithin(value, limit))) schema[keyword] = undefined;
  }
}

/**
 * Returns whether a text matches a pattern. An invalid pattern, which the linter reports, matches nothing.
 *
 * @param text - The text.
 * @param pattern - The regular expression.
 * @returns Whether it matches.
 */
export function matchesPattern(text: string, pattern: Json): boolean {
  try {
    return typeof pattern === "string" && new RegExp(pattern, "u").test(text);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function dropLimitsOfItems(schema: JsonObject): void {
  const { contains, minContains = 1, minItems, maxItems = Infinity } = schema;
  if (contains !== undefined && Number(minItems) <= Number(minContains)) schema.minItems = undefined;
  if (Number(maxItems) <= 1) schema.uniqueItems = undefined;
}

/**
 * Reduces the dependencies between properties. A property on which a required one depends is required itself. A
 * required property needs no dependency. A dependent schema that only requires properties is a list of them.
 */
function normalizeDependencies(schema: JsonObject): void {
  const { dependentRequired, dependentSchemas } = schema;
  if (dependentRequired === undefined && dependentSchemas === undefined) return;
  const [lists, schemas] = splitDependentSchemas(dependentRequired, dependentSchemas);
  const required = new Set(toList(schema.required));
  // The iteration of a set includes elements that are added during it.
  for (const name of required)
    if (typeof name === "string") for (const dependent of lists.get(name) ?? []) required.add(dependent);
  const remaining = [...lists]
    .map(([name, names]): [string, Json[]] => [
      name,
      names.filter((dependent) => dependent !== name && !required.has(dependent)),
    ])
    .filter(([, names]) => names.length > 0);
  schema.required = required.size ? removeDuplicates([...required]) : undefined;
  schema.dependentRequired = remaining.length ? Object.fromEntries(remaining) : undefined;
  schema.dependentSchemas = schemas.length ? Object.fromEntries(schemas) : undefined;
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
