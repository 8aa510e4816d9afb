import { getMember, isObject, type Json, type JsonObject, toList } from "../../document/json.js";
import { isEqual, sortUnique } from "../json-equality.js";
import { getTypes, hasType, isNever } from "./canonical.js";
import { normalizeKeywords } from "./normalize-keywords.js";
import { hasUnevaluated } from "./unevaluated.js";
import { isAnnotation } from "./keywords.js";

type ValueCombiner = (first: Json, second: Json) => Json | undefined;

const keepLarger: ValueCombiner = (first, second) => Math.max(Number(first), Number(second));
const keepSmaller: ValueCombiner = (first, second) => Math.min(Number(first), Number(second));
const keepUnion: ValueCombiner = (first, second) => sortUnique([...toList(first), ...toList(second)]);
const keepBoth: ValueCombiner = (first, second) => ({ allOf: [first, second] });

/** Combines the values of a keyword so that both apply. Undefined if one keyword cannot express that. */
const COMBINERS: Readonly<Record<string, ValueCombiner>> = {
  type: (first, second) => intersectTypes(toList(first), toList(second)),
  enum: (first, second) =>
    toList(first).filter((value) => toList(second).some((other) => isEqual(value, other))),
  minimum: keepLarger,
  exclusiveMinimum: keepLarger,
  minLength: keepLarger,
  minItems: keepLarger,
  minProperties: keepLarger,
  maximum: keepSmaller,
  exclusiveMaximum: keepSmaller,
  maxLength: keepSmaller,
  maxItems: keepSmaller,
  maxProperties: keepSmaller,
  uniqueItems: (first, second) => first === true || second === true,
  required: keepUnion,
  properties: mergeByName,
  dependentSchemas: mergeByName,
  dependentRequired: (first, second) => mergeMaps(first, second, keepUnion),
  items: keepBoth,
  propertyNames: keepBoth,
  contentSchema: keepBoth,
  multipleOf: (first, second) => findCommonMultiple(Number(first), Number(second)),
};

/** Returns the lowest common multiple of two numbers. Undefined unless one divides the other, or both are whole. */
function findCommonMultiple(first: number, second: number): number | undefined {
  if (Number.isInteger(first / second)) return first;
  if (Number.isInteger(second / first)) return second;
  if (!Number.isInteger(first) || !Number.isInteger(second)) return undefined;
  let [divisor, remainder] = [first, second];
  while (remainder !== 0) [divisor, remainder] = [remainder, divisor % remainder];
  return (first * second) / divisor;
}

function mergeByName(first: Json, second: Json): Json {
  return mergeMaps(first, second, keepBoth);
}

function mergeMaps(first: Json, second: Json, combine: ValueCombiner): Json {
  const [firstMap, secondMap] = [first as JsonObject, second as JsonObject];
  return Object.fromEntries(
    Object.keys({ ...firstMap, ...secondMap }).map((name) => {
      const [existing, value] = [getMember(firstMap, name), getMember(secondMap, name)];
      return [
        name,
        existing === undefined || value === undefined ? (value ?? existing) : combine(existing, value),
      ];
    }),
  );
}

function intersectTypes(first: readonly Json[], second: readonly Json[]): Json[] {
  return [...new Set([...first, ...second])]
    .filter((type) => hasType(first, type) && hasType(second, type))
    .sort();
}

/** Groups of keywords that depend on each other, so that they must stay in the same schema. */
const DEPENDENT_KEYWORDS: readonly (readonly string[])[] = [
  ["if", "then", "else"],
  ["contains", "minContains", "maxContains"],
  ["items", "prefixItems"],
];

/**
 * Merges two canonical schemas into one for the values that are valid against both. Keywords that cannot be merged go
 * to `allOf`.
 *
 * @param first - A canonical schema.
 * @param second - Another canonical schema.
 * @returns A canonical schema. The arguments are not changed.
 */
export function mergeSchemas(first: JsonObject, second: JsonObject): JsonObject {
  if (isNever(first) || isNever(second)) return { not: {} };
  if (hasUnevaluated(first)) return { ...second, allOf: sortUnique([...toList(second.allOf), first]) };
  if (hasUnevaluated(second)) return { ...first, allOf: sortUnique([...toList(first.allOf), second]) };
  if (!Object.keys(first).length) return { ...second };
  const merged: JsonObject = { ...first };
  const unmerged: JsonObject = {};
  const separate = new Set(findSeparateKeywords(first, second));
  for (const [keyword, value] of Object.entries(second)) {
    if (value === undefined || keyword === "allOf") continue;
    const existing = first[keyword];
    if (separate.has(keyword)) unmerged[keyword] = value;
    else if (existing === undefined) merged[keyword] = value;
    else if (isAnnotation(keyword) || isEqual(existing, value)) continue;
    else {
      const combined = COMBINERS[keyword]?.(existing, value);
      if (combined === undefined) unmerged[keyword] = value;
      else merged[keyword] = combined;
    }
  }
  const parts = sortUnique([
    ...toList(first.allOf),
    ...toList(second.allOf),
    ...(Object.keys(unmerged).length ? [unmerged] : []),
  ]);
  if (parts.length) merged.allOf = parts;
  const isImpossible = (["type", "enum"] as const).some(
    (keyword) => Array.isArray(merged[keyword]) && !merged[keyword].length,
  );
  return isImpossible ? { not: {} } : normalizeKeywords(merged);
}

/** Returns the keywords of the second schema whose meaning would change beside those of the first. */
function findSeparateKeywords(first: JsonObject, second: JsonObject): string[] {
  const separate = DEPENDENT_KEYWORDS.filter((group) => {
    const used = group.filter((keyword) => first[keyword] !== undefined && second[keyword] !== undefined);
    const isSimple =
      used.length === 1 && used[0] === "items" && !("prefixItems" in first) && !("prefixItems" in second);
    return (
      !isSimple && group.some((keyword) => keyword in first) && group.some((keyword) => keyword in second)
    );
  }).flat();
  // The meaning of `additionalProperties` depends on the properties beside it.
  const closed = [first, second].filter((schema) => schema.additionalProperties !== undefined);
  if (
    closed.length === 2 ||
    closed.some((schema) => hasOtherProperties(schema === first ? second : first, schema))
  )
    separate.push("additionalProperties", "properties", "patternProperties");
  // One schema has only one list of alternatives.
  if ((first.anyOf && second.oneOf) || (first.oneOf && second.anyOf)) separate.push("anyOf", "oneOf");
  if (first.patternProperties !== undefined && second.patternProperties !== undefined)
    separate.push("patternProperties");
  return separate;
}

/** Returns whether a schema has properties that the other does not have. */
function hasOtherProperties(schema: JsonObject, other: JsonObject): boolean {
  return (["properties", "patternProperties"] as const).some((keyword) => {
    const [ownProperties, otherProperties] = [schema[keyword], other[keyword]];
    return (
      isObject(ownProperties) &&
      Object.keys(ownProperties).some(
        (name) => !isObject(otherProperties) || !Object.hasOwn(otherProperties, name),
      )
    );
  });
}

/**
 * Returns whether two canonical schemas have no type in common.
 *
 * @param first - A canonical schema.
 * @param second - Another canonical schema.
 * @returns Whether the types are stated and disjoint.
 */
export function haveDisjointTypes(first: JsonObject, second: JsonObject): boolean {
  const [firstTypes, secondTypes] = [getTypes(first), getTypes(second)];
  return (
    firstTypes !== undefined && secondTypes !== undefined && !intersectTypes(firstTypes, secondTypes).length
  );
}
