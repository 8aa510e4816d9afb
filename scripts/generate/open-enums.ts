import { isObject, type Json, type JsonObject } from "../document/json.js";
import { resolveObject } from "../document/resolve-object.js";
import { resolvePathItem } from "./left-out-operations.js";
import { selectSuccessResponses } from "./responses.js";
import { readEnumValues } from "./types/enum-values.js";
import type { Directions } from "./types/directions.js";
import {
  collectConjunction,
  findPropertySchemas,
  listUnionMembers,
  readAllowedValues,
} from "./types/properties.js";

/**
 * Creates a check for open enums. Their types accept any other string too, because a server may add values. An open
 * enum has two or more strings, and occurs only in responses. Enums that distinguish the members of a union are closed.
 *
 * @param root - The document.
 * @param directions - The schemas that occur in requests and in responses.
 * @returns A function that returns whether a schema is an open enum.
 */
export function createOpenEnumCheck(
  root: JsonObject,
  { request, response }: Directions,
): (schema: Json) => boolean {
  const closed = findDiscriminatingSchemas(root, response);
  return (schema) =>
    isObject(schema) &&
    response.has(schema) &&
    !request.has(schema) &&
    !closed.has(schema) &&
    isTextEnum(resolveObject(root, schema));
}

/** Returns whether a schema is an enum of two or more strings. */
function isTextEnum(schema: JsonObject): boolean {
  const values = readEnumValues(schema)?.map(({ value }) => value) ?? [];
  return (
    values.every((value) => value === null || typeof value === "string") &&
    values.filter((value) => value !== null).length > 1
  );
}

/** Returns the schemas of properties that distinguish the members of a union: by const, enum or discriminator. */
function findDiscriminatingSchemas(root: JsonObject, schemas: ReadonlySet<JsonObject>): Set<Json> {
  const discriminating = new Set<Json>();
  const addPropertySchemas = (members: readonly JsonObject[], name: string): void => {
    for (const member of members)
      for (const schema of findPropertySchemas(root, member, name)) discriminating.add(schema);
  };
  for (const schema of schemas) {
    const members = listUnionMembers(root, schema);
    for (const name of findDiscriminatingNames(root, members)) addPropertySchemas(members, name);
    const { discriminator } = schema;
    if (isObject(discriminator) && typeof discriminator.propertyName === "string")
      addPropertySchemas([schema, ...members], discriminator.propertyName);
    for (const part of collectConjunction(root, schema))
      if (isObject(part.discriminator) && typeof part.discriminator.propertyName === "string")
        addPropertySchemas([schema], part.discriminator.propertyName);
  }
  for (const members of listResponseUnions(root))
    for (const name of findDiscriminatingNames(root, members)) addPropertySchemas(members, name);
  return discriminating;
}

/** Returns the properties whose values differ in every member of a union. */
function findDiscriminatingNames(root: JsonObject, members: readonly JsonObject[]): string[] {
  if (members.length < 2) return [];
  const valuesByName = new Map<string, Set<string>>();
  for (const member of members)
    for (const { properties } of collectConjunction(root, member))
      for (const [name, schema] of Object.entries(isObject(properties) ? properties : {})) {
        const values = readAllowedValues(root, schema);
        if (!values) continue;
        const key = JSON.stringify([...values].sort());
        valuesByName.set(name, (valuesByName.get(name) ?? new Set<string>()).add(key));
      }
  return [...valuesByName].filter(([, values]) => values.size > 1).map(([name]) => name);
}

/** Returns the bodies of an operation's successful responses, whose union is its result. */
function listResponseUnions(root: JsonObject): JsonObject[][] {
  const operations = Object.values(isObject(root.paths) ? root.paths : {}).flatMap((path) =>
    Object.values(resolvePathItem(root, path)).filter(isObject),
  );
  return operations.map((operation) =>
    selectSuccessResponses(resolveObject(root, operation.responses)).flatMap(([, response]) =>
      Object.values(resolveObject(root, resolveObject(root, response).content))
        .map((media) => resolveObject(root, media).schema)
        .filter(isObject),
    ),
  );
}
