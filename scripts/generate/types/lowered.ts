import { type Json, type JsonObject, omitKeys } from "../../document/json.js";

/**
 * A schema in one of the forms that openapi-typescript renders correctly. These are a reference, one type, literals, an
 * object, an array, an intersection (`allOf`) and a union (`oneOf`).
 */
export type LoweredSchema = JsonObject;

/** The comment of a property, instead of that of openapi-typescript. */
export const COMMENT = "x-comment";
/** Marks a type that openapi-typescript cannot express. */
export const SPECIAL = "x-special";
/** The types that openapi-typescript cannot express. */
export type SpecialType =
  /** `string & {}`: any string. It keeps literals in a union, so that editors suggest them. */
  | "anyText"
  | "blob"
  /** An object without properties. */
  | "emptyObject"
  /** Properties and an index signature in one type literal. */
  | "indexed"
  /** An array with a type for each of its first items, of which those past `minItems` are optional. */
  | "tuple";

/** Any value. */
export const ANY: LoweredSchema = {};
/** No value. */
export const NEVER: LoweredSchema = { enum: [] };
/** Only null. */
export const NULL: LoweredSchema = { type: "null" };
/** An object with any properties. */
export const FREE_OBJECT: LoweredSchema = { type: "object" };
/** Any string, in a union with literals. */
export const ANY_TEXT: LoweredSchema = { type: "string", [SPECIAL]: "anyText" };
/** A file. */
export const BLOB: LoweredSchema = { type: "string", [SPECIAL]: "blob" };
/** An object without properties. */
export const EMPTY_OBJECT: LoweredSchema = { type: "object", [SPECIAL]: "emptyObject" };

/** Returns whether a schema allows any value. */
export const isAny = (schema: LoweredSchema): boolean => Object.keys(schema).length === 0;
const isNull = (schema: LoweredSchema): boolean => schema.type === "null";
const isNever = (schema: LoweredSchema): boolean => Array.isArray(schema.enum) && schema.enum.length === 0;

/** Returns the intersection of schemas. */
export function intersect(members: readonly LoweredSchema[]): LoweredSchema {
  const parts = removeDuplicates(
    members.flatMap((member) => (Array.isArray(member.allOf) ? (member.allOf as LoweredSchema[]) : [member])),
  ).filter((part) => !isAny(part));
  if (parts.some(isNever)) return NEVER;
  const bare = parts.filter((part) => listBareTypes(part) !== undefined);
  const informative = parts.filter((part) => listBareTypes(part) === undefined);
  // A type is redundant beside its literals, and so is an object with any properties beside one with some.
  const kept = bare.filter((part) => {
    const types = listBareTypes(part) ?? [];
    return !informative.some((other) => isWithin(other, types));
  });
  const merged = mergeObjects([...kept, ...informative]);
  return merged.length > 1 ? { allOf: merged } : (merged[0] ?? ANY);
}

/** Merges the properties of unnamed objects, except properties that several declare. */
function mergeObjects(parts: readonly LoweredSchema[]): LoweredSchema[] {
  const merged: LoweredSchema[] = [];
  for (const part of parts) {
    const previous = merged.at(-1);
    const both = previous && mergeObjectPair(previous, part);
    if (both) merged.splice(-1, 1, both);
    else merged.push(part);
  }
  return merged;
}

function mergeObjectPair(firstObject: LoweredSchema, secondObject: LoweredSchema): LoweredSchema | undefined {
  const [firstProperties, secondProperties] = [
    listPlainProperties(firstObject),
    listPlainProperties(secondObject),
  ];
  if (
    !firstProperties ||
    !secondProperties ||
    Object.keys(secondProperties).some((name) => Object.hasOwn(firstProperties, name))
  )
    return undefined;
  const required = [firstObject.required, secondObject.required].flatMap((names) =>
    Array.isArray(names) ? names : [],
  );
  return { type: "object", properties: { ...firstProperties, ...secondProperties }, required };
}

/** Returns the properties of an object schema without other keywords. */
function listPlainProperties(schema: LoweredSchema): JsonObject | undefined {
  const { type, properties } = schema;
  const others = omitKeys(schema, "type", "properties", "required");
  return type === "object" && properties !== undefined && Object.keys(others).length === 0
    ? (properties as JsonObject)
    : undefined;
}

/** Returns the types of a schema without other keywords. */
function listBareTypes(schema: LoweredSchema): Json[] | undefined {
  if (schema.type !== undefined && Object.keys(schema).length === 1) return [schema.type];
  if (!Array.isArray(schema.oneOf)) return undefined;
  const types = (schema.oneOf as LoweredSchema[]).map(listBareTypes);
  return types.every((bareTypes) => bareTypes !== undefined) ? types.flat() : undefined;
}

/** Returns whether a schema allows only values of some types. References are not followed. */
function isWithin(schema: LoweredSchema, types: readonly Json[]): boolean {
  if (schema.type !== undefined) return types.includes(schema.type);
  if (Array.isArray(schema.enum))
    return schema.enum.every((value) => types.includes(value === null ? "null" : typeof value));
  if (Array.isArray(schema.oneOf))
    return (schema.oneOf as LoweredSchema[]).every((member) => isWithin(member, types));
  // The referenced schema has its own type.
  return schema.$ref !== undefined || Array.isArray(schema.allOf);
}

/** Returns the union of schemas, with null at the end. */
export function unite(members: readonly LoweredSchema[]): LoweredSchema {
  const alternatives = removeDuplicates(members.flatMap(listAlternatives));
  const parts = [
    ...alternatives.filter((alternative) => !isNull(alternative)),
    ...alternatives.filter(isNull),
  ];
  if (parts.some(isAny)) return ANY;
  return parts.length > 1 ? { oneOf: parts } : (parts[0] ?? NEVER);
}

/** Returns the members of a union, with each literal as a member. */
function listAlternatives(schema: LoweredSchema): LoweredSchema[] {
  if (Array.isArray(schema.oneOf)) return schema.oneOf as LoweredSchema[];
  return Array.isArray(schema.enum) ? schema.enum.map((value) => createLiterals([value])) : [schema];
}

/** Returns the literals of a schema with `const` or `enum`. */
export function createLiterals(values: readonly Json[]): LoweredSchema {
  if (values.length === 1 && values[0] === null) return NULL;
  return { enum: removeDuplicates(values) };
}

/** Returns the schema of a property. For an enum, openapi-typescript would write its own comment. */
export function toProperty(schema: LoweredSchema): LoweredSchema {
  return schema.enum === undefined ? schema : { allOf: [schema] };
}

/** Returns an object with any properties, of which some are required. */
export function createRequired(names: ReadonlySet<string>): LoweredSchema {
  if (!names.size) return FREE_OBJECT;
  const properties = Object.fromEntries([...names].map((name) => [name, ANY]));
  return {
    type: "object",
    properties,
    required: [...names],
    additionalProperties: ANY,
    [SPECIAL]: "indexed",
  };
}

function removeDuplicates<Value extends Json>(values: readonly Value[]): Value[] {
  if (values.length < 2) return [...values];
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText.values()];
}
