import type { Json, JsonObject } from "../../document/json.js";
import { isObject } from "../../document/reader.js";
import { resolved } from "../../document/resolved.js";

/** A schema with those that `allOf` and `$ref` add to it: together they say what one value is. */
export function conjunction(root: JsonObject, schema: Json | undefined): JsonObject[] {
  const found = new Set<JsonObject>();
  const visit = (value: Json | undefined): void => {
    if (!isObject(value) || found.has(value)) return;
    found.add(value);
    if (typeof value.$ref === "string") visit(resolved(root, value));
    if (Array.isArray(value.allOf)) value.allOf.forEach(visit);
  };
  visit(schema);
  return [...found];
}

/** The schemas of a property, by all that says what the object is. */
export function propertySchemas(root: JsonObject, object: Json | undefined, name: string): Json[] {
  return conjunction(root, object).flatMap(({ properties }) => {
    const schema = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return schema === undefined ? [] : [schema];
  });
}

/** Whether an object must have a property. */
export function isRequired(root: JsonObject, object: Json | undefined, name: string): boolean {
  return conjunction(root, object).some(({ required }) => Array.isArray(required) && required.includes(name));
}

/** The values that a schema lists by `const` or `enum`; undefined where it lists none. */
export function valuesOf(root: JsonObject, schema: Json | undefined): Json[] | undefined {
  for (const each of conjunction(root, schema)) {
    if (each.const !== undefined) return [each.const];
    if (Array.isArray(each.enum)) return each.enum;
  }
  return undefined;
}

/** Whether a keyword such as `readOnly` is true of a schema, or of what it refers to. */
export function isMarked(root: JsonObject, schema: Json | undefined, keyword: string): boolean {
  return conjunction(root, schema).some((each) => each[keyword] === true);
}

/** The members of a union, those of unions among them included. */
export function unionMembers(root: JsonObject, schema: JsonObject): JsonObject[] {
  const found = new Set<JsonObject>();
  const visit = (value: Json): void => {
    if (!isObject(value) || found.has(value)) return;
    const inner = listsOf(resolved(root, value));
    if (inner.length && resolved(root, value).properties === undefined) inner.forEach(visit);
    else found.add(value);
  };
  listsOf(schema).forEach(visit);
  return [...found];
}

function listsOf({ oneOf, anyOf }: JsonObject): Json[] {
  return [oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
}
