import { getMember, type Json, type JsonObject, toList } from "../../document/json.js";
import { isEqual, sortUnique, stringifySorted } from "../json-equality.js";
import { getTypes, isNever } from "./canonical.js";
import { normalizeKeywords } from "./normalize-keywords.js";
import { isAnnotation, KEYWORDS_OF_TYPE } from "./keywords.js";
import { haveDisjointTypes } from "./merge.js";

/** The alternatives of a schema. */
export interface Union {
  kind: "anyOf" | "oneOf";
  members: readonly JsonObject[];
  hasDiscriminator?: boolean;
}

/**
 * Simplifies alternatives: removes repeated and impossible ones, and merges those that differ only by type. So `anyOf`
 * of string and null is equal to `type: [string, "null"]`.
 */
export function simplifyUnion({ kind, members }: Union): Union {
  const possible = members.filter((member) => !isNever(member));
  const flat = possible.flatMap((member) => findNestedMembers(member, kind) ?? [member]);
  const unique = kind === "anyOf" ? sortUnique(flat) : flat;
  return { kind, members: joinTypes(unique) };
}

/** Returns the members of a member that only consists of alternatives. */
function findNestedMembers(member: JsonObject, kind: Union["kind"]): readonly JsonObject[] | undefined {
  const list = member[kind];
  if (kind !== "anyOf" || !Array.isArray(list)) return undefined;
  return Object.keys(member).every((keyword) => keyword === kind || isAnnotation(keyword))
    ? (list as JsonObject[])
    : undefined;
}

function joinTypes(members: readonly JsonObject[]): JsonObject[] {
  const joined: JsonObject[] = [];
  for (const member of members) {
    const index = joined.findIndex((other) => joinMembers(other, member) !== undefined);
    const other = joined[index];
    if (other === undefined) joined.push(member);
    else joined[index] = joinMembers(other, member) ?? other;
  }
  return joined;
}

const OF_ONE_TYPE = new Set(Object.values(KEYWORDS_OF_TYPE).flat());

/** Merges two schemas into one for the values of both. Undefined if that needs alternatives. */
function joinMembers(first: JsonObject, second: JsonObject): JsonObject | undefined {
  const isPlain = (schema: JsonObject): boolean =>
    Object.keys(schema).every(
      (keyword) =>
        keyword === "type" ||
        keyword === "enum" ||
        keyword === "format" ||
        OF_ONE_TYPE.has(keyword) ||
        (isAnnotation(keyword) && keyword !== "discriminator"),
    );
  if (!isPlain(first) || !isPlain(second)) return undefined;
  if (getConstraints(first) === getConstraints(second)) return joinValues(first, second);
  if (!haveDisjointTypes(first, second)) return undefined;
  const [firstValues, secondValues] = [getValues(first), getValues(second)];
  if ("enum" in first || "enum" in second) {
    if (!firstValues || !secondValues) return undefined;
    return normalizeKeywords({
      ...second,
      ...first,
      type: uniteTypes(first, second),
      enum: [...firstValues, ...secondValues],
    });
  }
  if ("format" in first && "format" in second) return undefined;
  return normalizeKeywords({ ...second, ...first, type: uniteTypes(first, second) });
}

const uniteTypes = (first: JsonObject, second: JsonObject): string[] => [
  ...new Set([...(getTypes(first) ?? []), ...(getTypes(second) ?? [])]),
];

/** Returns the keywords of a schema as JSON, without `enum` and annotations. */
function getConstraints(schema: JsonObject): string {
  return stringifySorted(
    Object.fromEntries(
      Object.entries(schema).filter(([keyword]) => keyword !== "enum" && !isAnnotation(keyword)),
    ),
  );
}

/** Merges two enums into one. */
function joinValues(first: JsonObject, second: JsonObject): JsonObject | undefined {
  if (!Array.isArray(first.enum) || !Array.isArray(second.enum)) return undefined;
  return { ...first, enum: sortUnique([...first.enum, ...second.enum]) };
}

/** Returns all values of an enum, null or boolean schema. Undefined for other types. */
function getValues(schema: JsonObject): readonly Json[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum;
  const [type, ...more] = getTypes(schema) ?? [];
  if (type === "null" && !more.length) return [null];
  return type === "boolean" && !more.length ? [true, false] : undefined;
}

/** Returns the alternatives of a canonical schema. */
export function getUnion(schema: JsonObject): Union | undefined {
  for (const kind of ["anyOf", "oneOf"] as const) {
    const members = toList(schema[kind]);
    if (members.length)
      return { kind, members: members as JsonObject[], hasDiscriminator: schema.discriminator !== undefined };
  }
  return undefined;
}

/** Returns the canonical form of a subschema. */
type SubschemaNormalizer = (schema: Json | undefined) => JsonObject;

/**
 * Returns whether no value is valid against both schemas, so that `oneOf` and `anyOf` are the same.
 *
 * @param first - A canonical schema.
 * @param second - Another canonical schema.
 * @param normalize - Normalizes a subschema.
 * @returns Whether they exclude each other. A schema for which that is unknown does not.
 */
export function areMutuallyExclusive(
  first: JsonObject,
  second: JsonObject,
  normalize: SubschemaNormalizer,
): boolean {
  if (haveDisjointTypes(first, second)) return true;
  const areDisjoint = (values: Json | undefined, otherValues: Json | undefined): boolean =>
    Array.isArray(values) &&
    Array.isArray(otherValues) &&
    !values.some((value) => otherValues.some((otherValue) => isEqual(value, otherValue)));
  if (areDisjoint(first.enum, second.enum)) return true;
  if (forbidsRequired(first, second, normalize) || forbidsRequired(second, first, normalize)) return true;
  const [firstTags, secondTags] = [getTags(first, normalize), getTags(second, normalize)];
  return [...firstTags].some(([name, values]) => areDisjoint(values, secondTags.get(name)));
}

/** Returns whether all values of a schema are objects that lack a property which another schema requires. */
function forbidsRequired(schema: JsonObject, other: JsonObject, normalize: SubschemaNormalizer): boolean {
  const { additionalProperties, patternProperties, properties } = schema;
  const isClosed = additionalProperties !== undefined && isNever(normalize(additionalProperties));
  if (!isClosed || patternProperties !== undefined || !isEqual(schema.type, ["object"])) return false;
  const declared = (properties ?? {}) as JsonObject;
  return toList(other.required).some((name) => typeof name === "string" && !Object.hasOwn(declared, name));
}

/**
 * Returns the required properties with an enum, and their values.
 *
 * @param schema - The canonical schema.
 * @param normalize - Normalizes a subschema.
 * @returns The values by property.
 */
export function getTags(schema: JsonObject, normalize: SubschemaNormalizer): Map<string, Json[]> {
  const properties = (schema.properties ?? {}) as JsonObject;
  const tags = new Map<string, Json[]>();
  for (const name of toList(schema.required)) {
    if (typeof name !== "string") continue;
    const values = normalize(getMember(properties, name)).enum;
    if (Array.isArray(values)) tags.set(name, values);
  }
  return tags;
}
