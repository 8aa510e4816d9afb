import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { getTarget } from "../../document/references.js";
import { readEnumValues } from "./enum-values.js";

/**
 * Returns a schema, followed by the targets of its chain of references.
 *
 * @param root - The document.
 * @param schema - The schema.
 * @returns The chain. Empty for a boolean schema.
 */
export function followReferences(root: JsonObject, schema: Json | undefined): JsonObject[] {
  const chain: JsonObject[] = [];
  for (let link = schema; isObject(link) && !chain.includes(link); link = getTarget(root, link))
    chain.push(link);
  return chain;
}

/**
 * Returns a schema with those of its `allOf` and `$ref`, which apply to the same value.
 *
 * @param root - The document.
 * @param schema - The schema.
 * @returns The schemas. Empty for a boolean schema.
 */
export function collectConjunction(root: JsonObject, schema: Json | undefined): JsonObject[] {
  const conjunction = new Set<JsonObject>();
  const visit = (value: Json | undefined): void => {
    if (!isObject(value) || conjunction.has(value)) return;
    conjunction.add(value);
    visit(getTarget(root, value));
    if (Array.isArray(value.allOf)) value.allOf.forEach(visit);
  };
  visit(schema);
  return [...conjunction];
}

/**
 * Returns the schemas of a property in all schemas of the object.
 *
 * @param root - The document.
 * @param object - The schema of the object.
 * @param name - The name of the property.
 * @returns The schemas as written.
 */
export function findPropertySchemas(root: JsonObject, object: Json | undefined, name: string): Json[] {
  return collectConjunction(root, object).flatMap(({ properties }) => {
    const schema = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return schema === undefined ? [] : [schema];
  });
}

/**
 * Returns whether a property is required.
 *
 * @param root - The document.
 * @param object - The schema of the object.
 * @param name - The name of the property.
 * @returns Whether one of the schemas of the object requires it.
 */
export function isRequired(root: JsonObject, object: Json | undefined, name: string): boolean {
  return collectConjunction(root, object).some(
    ({ required }) => Array.isArray(required) && required.includes(name),
  );
}

/**
 * Returns the values of `const` or of an enum.
 *
 * @param root - The document.
 * @param schema - The schema.
 * @returns The values. Undefined without either keyword.
 */
export function readAllowedValues(root: JsonObject, schema: Json | undefined): Json[] | undefined {
  for (const part of collectConjunction(root, schema)) {
    if (part.const !== undefined) return [part.const];
    const values = readEnumValues(part);
    if (values) return values.map(({ value }) => value);
  }
  return undefined;
}

/**
 * Returns whether a keyword such as `readOnly` is true in a schema or its reference.
 *
 * @param root - The document.
 * @param schema - The schema.
 * @param keyword - The keyword.
 * @returns Whether it is true.
 */
export function hasTrueKeyword(root: JsonObject, schema: Json | undefined, keyword: string): boolean {
  return collectConjunction(root, schema).some((part) => part[keyword] === true);
}

/**
 * Returns the members of a union, including nested unions.
 *
 * @param root - The document.
 * @param schema - The schema.
 * @returns The members. Empty without a union.
 */
export function listUnionMembers(root: JsonObject, schema: JsonObject): JsonObject[] {
  const unionMembers: JsonObject[] = [];
  // A union may contain itself.
  const seen = new Set<JsonObject>([schema]);
  const visit = (value: Json): void => {
    // Each schema of the chain may have its own union.
    const chain = followReferences(root, value);
    if (!isObject(value) || chain.some((link) => seen.has(link))) return;
    seen.add(value);
    const nestedMembers = chain.flatMap(listAlternatives);
    if (!nestedMembers.length || chain.some(({ properties }) => properties !== undefined)) {
      unionMembers.push(value);
      return;
    }
    for (const link of chain) seen.add(link);
    nestedMembers.forEach(visit);
  };
  listAlternatives(schema).forEach(visit);
  return unionMembers;
}

function listAlternatives({ oneOf, anyOf }: JsonObject): Json[] {
  return [oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
}
