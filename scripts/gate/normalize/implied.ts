import { isObject, type Json, type JsonObject, omitKeys, toList } from "../../document/json.js";
import { filterDependents } from "./dependencies.js";

/**
 * Removes the keywords that only repeat what other keywords of the same schema imply.
 *
 * @param canonical - The canonical schema.
 * @returns A copy without these keywords.
 */
export function removeImpliedKeywords(canonical: JsonObject): JsonObject {
  const reduced = { ...canonical };
  removeLimitsOfValues(reduced);
  removeLimitsOfItems(reduced);
  removeLimitsOfProperties(reduced);
  return omitKeys(reduced);
}

/**
 * Returns whether a schema implies the value of a keyword in another schema. Whether listed values have a format is
 * unknown.
 *
 * @param canonical - The canonical schema.
 * @param keyword - The keyword.
 * @param value - The value in the other schema. Undefined for none.
 * @returns Whether each value of the schema is valid against the keyword.
 */
export function impliesKeyword(canonical: JsonObject, keyword: string, value: Json | undefined): boolean {
  if (value === undefined || keyword === "format") return false;
  return removeImpliedKeywords({ ...canonical, [keyword]: value })[keyword] === undefined;
}

/** Returns whether a number is a multiple of another, except for the rounding of decimals such as 0.3. */
export const isMultiple = (value: number, divisor: number): boolean =>
  Math.abs(value / divisor - Math.round(value / divisor)) < 1e-9;

type LimitCheck = (value: Json, limit: Json) => boolean;

const createNumberCheck =
  (check: (value: number, limit: number) => boolean): LimitCheck =>
  (value, limit) =>
    typeof value !== "number" || (typeof limit === "number" && check(value, limit));
const createTextCheck =
  (check: (text: string, limit: Json) => boolean): LimitCheck =>
  (value, limit) =>
    typeof value !== "string" || check(value, limit);

/** The checks by keyword of whether a listed value is within the limit. */
const VALUE_CHECKS: Readonly<Record<string, LimitCheck>> = {
  minimum: createNumberCheck((value, limit) => value >= limit),
  maximum: createNumberCheck((value, limit) => value <= limit),
  exclusiveMinimum: createNumberCheck((value, limit) => value > limit),
  exclusiveMaximum: createNumberCheck((value, limit) => value < limit),
  multipleOf: createNumberCheck(isMultiple),
  // The length of a text is its number of characters, and not of UTF-16 code units.
  minLength: createTextCheck((text, limit) => Array.from(text).length >= Number(limit)),
  maxLength: createTextCheck((text, limit) => Array.from(text).length <= Number(limit)),
  pattern: createTextCheck(matchesPattern),
  // The listed values are valid, so that their format adds nothing.
  format: () => true,
};

/**
 * Returns whether a limit of a schema excludes a value. An invalid pattern, whose meaning is unknown, excludes none.
 *
 * @param schema - The schema, whose bounds are numbers.
 * @param value - The value.
 * @returns Whether the value is invalid.
 */
export function excludesValue(schema: JsonObject, value: Json): boolean {
  return Object.entries(VALUE_CHECKS).some(([keyword, isWithin]) => {
    const limit = schema[keyword];
    const isKnown = limit !== undefined && (keyword !== "pattern" || parsePattern(limit) !== undefined);
    return isKnown && !isWithin(value, limit);
  });
}

/** Returns whether a keyword may exclude listed values. Whether they have a format is unknown. */
export const isLimitOfValues = (keyword: string): boolean =>
  keyword !== "format" && Object.hasOwn(VALUE_CHECKS, keyword);

/** Removes the limits that all listed values are within. */
function removeLimitsOfValues(schema: JsonObject): void {
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
  return parsePattern(pattern)?.test(text) ?? false;
}

function parsePattern(pattern: Json): RegExp | undefined {
  try {
    return typeof pattern === "string" ? new RegExp(pattern, "u") : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function removeLimitsOfItems(schema: JsonObject): void {
  const { contains, minContains = 1, minItems, maxItems = Infinity } = schema;
  if (contains !== undefined && Number(minItems) <= Number(minContains)) schema.minItems = undefined;
  if (Number(maxItems) <= 1) schema.uniqueItems = undefined;
}

function removeLimitsOfProperties(schema: JsonObject): void {
  const required = new Set(toList(schema.required));
  if (Number(schema.minProperties) <= required.size) schema.minProperties = undefined;
  const { dependentRequired } = schema;
  if (!isObject(dependentRequired)) return;
  const lists = Object.entries(dependentRequired).map(([name, names]) => [name, toList(names)] as const);
  schema.dependentRequired = filterDependents(lists, (dependent) => !required.has(dependent));
}
