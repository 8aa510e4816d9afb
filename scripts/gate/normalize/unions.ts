import { getMember, type Json, type JsonObject, toList } from "../../document/json.js";
import { isEqual, sortUnique, stringifySorted } from "../json-equality.js";
import { getTypes, isNever } from "./canonical.js";
import { normalizeKeywords } from "./normalize-keywords.js";
import { isAnnotation, KEYWORDS_OF_TYPE } from "./keywords.js";
import { haveDisjointTypes, mergeSchemas } from "./merge.js";
import { findSatisfiability } from "./satisfiability.js";

/** The alternatives of a schema. */
export interface Union {
  kind: "anyOf" | "oneOf";
  members: readonly JsonObject[];
  hasDiscriminator?: boolean;
}

/**
 * Simplifies alternatives: removes repeated and impossible ones, and merges all into one schema if possible. So `anyOf`
 * of string and null is equal to `type: [string, "null"]`. Otherwise each type is a separate alternative.
 */
export function simplifyUnion({ kind, members }: Union): Union {
  const possible = members.filter((member) => !isNever(member));
  const flat = possible.flatMap((member) => findNestedMembers(member, kind) ?? [member]);
  const unique = kind === "anyOf" ? sortUnique(flat) : flat;
  // A value in two lists of `oneOf` is invalid.
  if (kind === "oneOf" && haveRepeatedValues(unique)) return { kind, members: unique };
  const joined = joinAll(unique, joinMembers);
  if (joined.length < 2) return { kind, members: joined };
  const separate = unique.flatMap((member) => (isPlain(member) ? splitTypes(member) : [member]));
  return { kind, members: joinAll(separate, joinEqualTypes) };
}

/** Returns whether two schemas list the same value. */
function haveRepeatedValues(members: readonly JsonObject[]): boolean {
  const values = members.flatMap((member) => toList(member.enum).map(stringifySorted));
  return new Set(values).size < values.length;
}

/**
 * Splits a canonical schema of several types into one schema for each.
 *
 * @param schema - The canonical schema.
 * @returns The schemas. The schema itself if it has one type, or allows all.
 */
export function splitTypes(schema: JsonObject): JsonObject[] {
  const types = getTypes(schema) ?? [];
  if (types.length < 2) return [schema];
  return types.map((type) => normalizeKeywords({ ...schema, type: [type] }));
}

/** Returns the members of a member that only consists of alternatives. */
function findNestedMembers(member: JsonObject, kind: Union["kind"]): readonly JsonObject[] | undefined {
  const list = member[kind];
  if (kind !== "anyOf" || !Array.isArray(list)) return undefined;
  return Object.keys(member).every((keyword) => keyword === kind || isAnnotation(keyword))
    ? (list as JsonObject[])
    : undefined;
}

type MemberJoiner = (first: JsonObject, second: JsonObject) => JsonObject | undefined;

/** Merges each schema with the first one that `join` can merge it with. */
function joinAll(members: readonly JsonObject[], join: MemberJoiner): JsonObject[] {
  const joined: JsonObject[] = [];
  for (const member of members) {
    const index = joined.findIndex((other) => join(other, member) !== undefined);
    const other = joined[index];
    if (other === undefined) joined.push(member);
    else joined[index] = join(other, member) ?? other;
  }
  return joined;
}

const OF_ONE_TYPE = new Set(Object.values(KEYWORDS_OF_TYPE).flat());

/** Returns whether each keyword of a schema constrains values of one type only, or the type itself. */
const isPlain = (schema: JsonObject): boolean =>
  Object.keys(schema).every(
    (keyword) =>
      keyword === "type" ||
      keyword === "enum" ||
      keyword === "format" ||
      OF_ONE_TYPE.has(keyword) ||
      (isAnnotation(keyword) && keyword !== "discriminator"),
  );

/** Merges the enums of two schemas that are equal otherwise. */
const joinEqualTypes: MemberJoiner = (first, second) =>
  isPlain(first) && isPlain(second) && getConstraints(first) === getConstraints(second)
    ? joinValues(first, second)
    : undefined;

/** Merges two schemas into one for the values of both. Undefined if that needs alternatives. */
const joinMembers: MemberJoiner = (first, second) => {
  const joined = joinEqualTypes(first, second);
  if (joined || !isPlain(first) || !isPlain(second) || !haveDisjointTypes(first, second)) return joined;
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
};

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

/** Reads schemas of a document. */
interface SchemaReader {
  /** Returns the canonical form of a schema without references. */
  expandAll(schema: Json | undefined): JsonObject;
  /** Returns the required properties of a canonical schema with an enum, and their values. */
  getTags(canonical: JsonObject): ReadonlyMap<string, readonly Json[]>;
}

/**
 * Returns whether no value is valid against both schemas, so that `oneOf` and `anyOf` are the same.
 *
 * @param first - A canonical schema.
 * @param second - Another canonical schema.
 * @param schemas - The schemas of the document.
 * @returns Whether they exclude each other. A schema for which that is unknown does not.
 */
export function areMutuallyExclusive(first: JsonObject, second: JsonObject, schemas: SchemaReader): boolean {
  if (haveDisjointTypes(first, second)) return true;
  if (areDisjoint(toValues(first), toValues(second))) return true;
  if (forbidsRequired(first, second, schemas) || forbidsRequired(second, first, schemas)) return true;
  if (haveDisjointLimits(first, second)) return true;
  const [firstTags, secondTags] = [schemas.getTags(first), schemas.getTags(second)];
  return [...firstTags].some(([name, values]) => areDisjoint(values, secondTags.get(name)));
}

/** Returns whether the limits of two schemas exclude each other, such as those of a maximum and a minimum. */
const haveDisjointLimits = (first: JsonObject, second: JsonObject): boolean =>
  isLimited(first) &&
  isLimited(second) &&
  findSatisfiability(mergeSchemas(first, second), () => ({})) === false;

const LIMITS = Object.entries(KEYWORDS_OF_TYPE).flatMap(([type, keywords]) =>
  type === "number" || type === "string" ? keywords : [],
);
const isLimited = (schema: JsonObject): boolean => LIMITS.some((keyword) => schema[keyword] !== undefined);

const toValues = ({ enum: values }: JsonObject): readonly Json[] | undefined =>
  Array.isArray(values) ? values : undefined;

/** Returns whether two lists of values have none in common. A missing list allows every value. */
const areDisjoint = (values: readonly Json[] | undefined, others: readonly Json[] | undefined): boolean =>
  values !== undefined &&
  others !== undefined &&
  !values.some((value) => others.some((other) => isEqual(value, other)));

/** Returns whether all values of a schema are objects that lack a property which another schema requires. */
function forbidsRequired(schema: JsonObject, other: JsonObject, schemas: SchemaReader): boolean {
  const { additionalProperties, patternProperties, properties } = schema;
  if (!isEqual(schema.type, ["object"])) return false;
  const isForbidden = (property: Json | undefined): boolean =>
    property !== undefined && isNever(schemas.expandAll(property));
  const isClosed = patternProperties === undefined && isForbidden(additionalProperties);
  const declared = (properties ?? {}) as JsonObject;
  return toList(other.required).some(
    (name) =>
      typeof name === "string" &&
      (Object.hasOwn(declared, name) ? isForbidden(getMember(declared, name)) : isClosed),
  );
}
