import { isObject, type Json, type JsonObject, getMember, toList } from "../../document/json.js";
import { removeDuplicates, isEqual } from "../json-equality.js";
import { hasType, isNever, getTypes } from "./canonical.js";
import { normalizeKeywords } from "./normalize-keywords.js";
import { hasUnevaluated } from "./unevaluated.js";
import { isAnnotation } from "./keywords.js";

type Combine = (a: Json, b: Json) => Json | undefined;

const keepLarger: Combine = (a, b) => Math.max(Number(a), Number(b));
const keepSmaller: Combine = (a, b) => Math.min(Number(a), Number(b));
const keepUnion: Combine = (a, b) => removeDuplicates([...toList(a), ...toList(b)]);
const keepBoth: Combine = (a, b) => ({ allOf: [a, b] });

/** Combines the values of a keyword so that both apply. Undefined if one keyword cannot express that. */
const COMBINE: Readonly<Record<string, Combine>> = {
  type: (a, b) => intersectTypes(toList(a), toList(b)),
  enum: (a, b) => toList(a).filter((value) => toList(b).some((other) => isEqual(value, other))),
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
  uniqueItems: (a, b) => a === true || b === true,
  required: keepUnion,
  properties: mergeByName,
  dependentSchemas: mergeByName,
  dependentRequired: (a, b) => mergeMaps(a, b, keepUnion),
  items: keepBoth,
  propertyNames: keepBoth,
  contentSchema: keepBoth,
  multipleOf: (a, b) => {
    const [one, other] = [Number(a), Number(b)];
    if (Number.isInteger(one / other)) return one;
    return Number.isInteger(other / one) ? other : undefined;
  },
};

function mergeByName(a: Json, b: Json): Json {
  return mergeMaps(a, b, keepBoth);
}

function mergeMaps(a: Json, b: Json, combine: Combine): Json {
  const [one, other] = [a as JsonObject, b as JsonObject];
  return Object.fromEntries(
    Object.keys({ ...one, ...other }).map((name) => {
      const [present, value] = [getMember(one, name), getMember(other, name)];
      return [
        name,
        present === undefined || value === undefined ? (value ?? present) : combine(present, value),
      ];
    }),
  );
}

function intersectTypes(a: readonly Json[], b: readonly Json[]): Json[] {
  return [...new Set([...a, ...b])].filter((type) => hasType(a, type) && hasType(b, type)).sort();
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
 * @returns A canonical schema. The arguments are not changed.
 */
export function merge(a: JsonObject, b: JsonObject): JsonObject {
  if (isNever(a) || isNever(b)) return { not: {} };
  if (hasUnevaluated(a)) return { ...b, allOf: removeDuplicates([...toList(b.allOf), a]) };
  if (hasUnevaluated(b)) return { ...a, allOf: removeDuplicates([...toList(a.allOf), b]) };
  const merged: JsonObject = { ...a };
  const rest: JsonObject = {};
  const separate = new Set(separateKeywords(a, b));
  for (const [keyword, value] of Object.entries(b)) {
    if (value === undefined || keyword === "allOf") continue;
    const present = a[keyword];
    if (separate.has(keyword)) rest[keyword] = value;
    else if (present === undefined) merged[keyword] = value;
    else if (isAnnotation(keyword) || isEqual(present, value)) continue;
    else {
      const combined = COMBINE[keyword]?.(present, value);
      if (combined === undefined) rest[keyword] = value;
      else merged[keyword] = combined;
    }
  }
  const all = removeDuplicates([
    ...toList(a.allOf),
    ...toList(b.allOf),
    ...(Object.keys(rest).length ? [rest] : []),
  ]);
  if (all.length) merged.allOf = all;
  const isImpossible = (["type", "enum"] as const).some(
    (keyword) => Array.isArray(merged[keyword]) && !merged[keyword].length,
  );
  return isImpossible ? { not: {} } : normalizeKeywords(merged);
}

/** Returns the keywords of `b` whose meaning would change beside those of `a`. */
function separateKeywords(a: JsonObject, b: JsonObject): string[] {
  const separate = DEPENDENT_KEYWORDS.filter((group) => {
    const used = group.filter((keyword) => a[keyword] !== undefined && b[keyword] !== undefined);
    const isSimple =
      used.length === 1 && used[0] === "items" && !("prefixItems" in a) && !("prefixItems" in b);
    return !isSimple && group.some((keyword) => keyword in a) && group.some((keyword) => keyword in b);
  }).flat();
  // The meaning of `additionalProperties` depends on the properties beside it.
  const closed = [a, b].filter((schema) => schema.additionalProperties !== undefined);
  if (closed.length === 2 || closed.some((schema) => hasOtherProperties(schema === a ? b : a, schema)))
    separate.push("additionalProperties", "properties", "patternProperties");
  // One schema has only one list of alternatives.
  if ((a.anyOf && b.oneOf) || (a.oneOf && b.anyOf)) separate.push("anyOf", "oneOf");
  if (a.patternProperties !== undefined && b.patternProperties !== undefined)
    separate.push("patternProperties");
  return separate;
}

/** Returns whether a schema has properties that the other does not have. */
function hasOtherProperties(schema: JsonObject, other: JsonObject): boolean {
  return (["properties", "patternProperties"] as const).some((keyword) => {
    const [mine, theirs] = [schema[keyword], other[keyword]];
    return (
      isObject(mine) && Object.keys(mine).some((name) => !isObject(theirs) || !Object.hasOwn(theirs, name))
    );
  });
}

/** Returns whether two canonical schemas have no type in common. */
export function haveDisjointTypes(a: JsonObject, b: JsonObject): boolean {
  const [one, other] = [getTypes(a), getTypes(b)];
  return one !== undefined && other !== undefined && !intersectTypes(one, other).length;
}
