import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { getTarget } from "../../document/references.js";
import { readEnumValues } from "./enum-values.js";

/** Returns a schema, followed by the targets of its chain of references. */
export function followChain(root: JsonObject, schema: Json | undefined): JsonObject[] {
  const chain: JsonObject[] = [];
  for (let next = schema; isObject(next) && !chain.includes(next); next = getTarget(root, next))
    chain.push(next);
  return chain;
}

/** Returns a schema with those of its `allOf` and `$ref`, which apply to the same value. */
export function collectConjunction(root: JsonObject, schema: Json | undefined): JsonObject[] {
  const found = new Set<JsonObject>();
  const visit = (value: Json | undefined): void => {
    if (!isObject(value) || found.has(value)) return;
    found.add(value);
    visit(getTarget(root, value));
    if (Array.isArray(value.allOf)) value.allOf.forEach(visit);
  };
  visit(schema);
  return [...found];
}

/** Returns the schemas of a property in all schemas of the object. */
export function findPropertySchemas(root: JsonObject, object: Json | undefined, name: string): Json[] {
  return collectConjunction(root, object).flatMap(({ properties }) => {
    const schema = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return schema === undefined ? [] : [schema];
  });
}

/** Returns whether a property is required. */
export function isRequired(root: JsonObject, object: Json | undefined, name: string): boolean {
  return collectConjunction(root, object).some(
    ({ required }) => Array.isArray(required) && required.includes(name),
  );
}

/** Returns the values of `const` or of an enum. Undefined without either. */
export function getValues(root: JsonObject, schema: Json | undefined): Json[] | undefined {
  for (const each of collectConjunction(root, schema)) {
    if (each.const !== undefined) return [each.const];
    const values = readEnumValues(each);
    if (values) return values.map(({ value }) => value);
  }
  return undefined;
}

/** Returns whether a keyword such as `readOnly` is true in a schema or its reference. */
export function isMarked(root: JsonObject, schema: Json | undefined, keyword: string): boolean {
  return collectConjunction(root, schema).some((each) => each[keyword] === true);
}

/** Returns the members of a union, including nested unions. */
export function listUnionMembers(root: JsonObject, schema: JsonObject): JsonObject[] {
  const found: JsonObject[] = [];
  // A union may contain itself.
  const seen = new Set<JsonObject>([schema]);
  const visit = (value: Json): void => {
    // Each schema of the chain may have its own union.
    const chain = followChain(root, value);
    if (!isObject(value) || chain.some((each) => seen.has(each))) return;
    seen.add(value);
    const inner = chain.flatMap(getLists);
    if (!inner.length || chain.some(({ properties }) => properties !== undefined)) {
      found.push(value);
      return;
    }
    for (const each of chain) seen.add(each);
    inner.forEach(visit);
  };
  getLists(schema).forEach(visit);
  return found;
}

function getLists({ oneOf, anyOf }: JsonObject): Json[] {
  return [oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
}
