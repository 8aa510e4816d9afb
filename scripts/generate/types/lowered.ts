import type { Json, JsonObject } from "../../document/json.js";

/**
 * Schemas of the few forms that openapi-typescript renders as they are meant: a reference, one type, literals, an
 * object, an array, an intersection (`allOf`) or a union (`oneOf`).
 */
export type Lowered = JsonObject;

/** The text of the comment of a property; openapi-typescript would write one of its own. */
export const COMMENT = "x-comment";
/** Marks a type that openapi-typescript has no schema for. */
export const SPECIAL = "x-special";
export type Special =
  /** `string & {}`: any text, which does not swallow the literals beside it, so that editors offer them. */
  | "anyText"
  | "blob"
  /** An object that has no property at all. */
  | "emptyObject"
  /** Properties and an index signature in one type literal. */
  | "indexed";

export const ANY: Lowered = {};
export const NEVER: Lowered = { enum: [] };
export const NULL: Lowered = { type: "null" };
export const FREE_OBJECT: Lowered = { type: "object" };
export const ANY_TEXT: Lowered = { type: "string", [SPECIAL]: "anyText" };
export const BLOB: Lowered = { type: "string", [SPECIAL]: "blob" };
export const EMPTY_OBJECT: Lowered = { type: "object", [SPECIAL]: "emptyObject" };

export const isAny = (schema: Lowered): boolean => Object.keys(schema).length === 0;
const isNever = (schema: Lowered): boolean => Array.isArray(schema.enum) && schema.enum.length === 0;

/** What is all of several schemas. */
export function allOf(members: readonly Lowered[]): Lowered {
  const parts = distinct(
    members.flatMap((each) => (Array.isArray(each.allOf) ? (each.allOf as Lowered[]) : [each])),
  ).filter((each) => !isAny(each));
  if (parts.some(isNever)) return NEVER;
  const bare = parts.filter((each) => bareTypes(each) !== undefined);
  const telling = parts.filter((each) => bareTypes(each) === undefined);
  // A type adds nothing to its own literals, nor an object of any properties to one that has some.
  const kept = bare.filter((each) => {
    const types = bareTypes(each) ?? [];
    return !telling.some((other) => isWithin(other, types));
  });
  const all = mergeObjects([...kept, ...telling]);
  return all.length > 1 ? { allOf: all } : (all[0] ?? ANY);
}

/** Puts the properties of objects without names into one, but for those that several declare. */
function mergeObjects(parts: readonly Lowered[]): Lowered[] {
  const merged: Lowered[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    const both = last && mergeTwo(last, part);
    if (both) merged.splice(-1, 1, both);
    else merged.push(part);
  }
  return merged;
}

function mergeTwo(one: Lowered, other: Lowered): Lowered | undefined {
  const [first, second] = [plainProperties(one), plainProperties(other)];
  if (!first || !second || Object.keys(second).some((name) => Object.hasOwn(first, name))) return undefined;
  const required = [one.required, other.required].flatMap((names) => (Array.isArray(names) ? names : []));
  return { type: "object", properties: { ...first, ...second }, required };
}

/** The properties of an object of which nothing else is said. */
function plainProperties(schema: Lowered): JsonObject | undefined {
  const { type, properties } = schema;
  const others = without(schema, "type", "properties", "required");
  return type === "object" && properties !== undefined && Object.keys(others).length === 0
    ? (properties as JsonObject)
    : undefined;
}

/** The types that are all a schema says, such as an object of any properties. */
function bareTypes(schema: Lowered): Json[] | undefined {
  if (schema.type !== undefined && Object.keys(schema).length === 1) return [schema.type];
  if (!Array.isArray(schema.oneOf)) return undefined;
  const types = (schema.oneOf as Lowered[]).map(bareTypes);
  return types.every((each) => each !== undefined) ? types.flat() : undefined;
}

/** Whether a schema allows only values of some types, as far as is seen without following references. */
function isWithin(schema: Lowered, types: readonly Json[]): boolean {
  if (schema.type !== undefined) return types.includes(schema.type);
  if (Array.isArray(schema.enum))
    return schema.enum.every((value) => types.includes(value === null ? "null" : typeof value));
  if (Array.isArray(schema.oneOf)) return (schema.oneOf as Lowered[]).every((each) => isWithin(each, types));
  // What is referred to says its own type.
  return schema.$ref !== undefined || Array.isArray(schema.allOf);
}

/** What is one of several schemas. */
export function oneOf(members: readonly Lowered[]): Lowered {
  const parts = distinct(members.flatMap(alternativesOf));
  if (parts.some(isAny)) return ANY;
  return parts.length > 1 ? { oneOf: parts } : (parts[0] ?? NEVER);
}

/** The members of a union, and each of several literals. */
function alternativesOf(schema: Lowered): Lowered[] {
  if (Array.isArray(schema.oneOf)) return schema.oneOf as Lowered[];
  return Array.isArray(schema.enum) ? schema.enum.map((value) => literals([value])) : [schema];
}

/** The literals of a schema with `const` or `enum`. */
export function literals(values: readonly Json[]): Lowered {
  if (values.length === 1 && values[0] === null) return NULL;
  return { enum: distinct(values) };
}

/** A schema as that of a property: of an enum, openapi-typescript would write a comment of its own. */
export function asProperty(schema: Lowered): Lowered {
  return schema.enum === undefined ? schema : { allOf: [schema] };
}

/** A copy without some keywords. */
export function without(schema: JsonObject, ...keywords: string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}

function distinct<Value extends Json>(values: readonly Value[]): Value[] {
  if (values.length < 2) return [...values];
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText.values()];
}
