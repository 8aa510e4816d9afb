import { isObject, type Json, type JsonObject, toList } from "../../document/json.js";
import { isAnnotation } from "./keywords.js";

/** Converts keywords of older versions to those of JSON Schema 2020-12. */
export function upgradeKeywords(schema: JsonObject): JsonObject {
  // Beside a schema for all items, `additionalItems` has no effect.
  const { nullable, dependencies, additionalItems, ...keywords } = schema;
  let upgraded: JsonObject = keywords;
  if (isObject(dependencies)) upgraded = addDependencies(keywords, dependencies);
  if (Array.isArray(keywords.items)) {
    const { items, ...others } = upgraded;
    upgraded = {
      ...others,
      prefixItems: items,
      ...(additionalItems !== undefined && { items: additionalItems }),
    };
  }
  return nullable === true ? allowNull(upgraded) : upgraded;
}

function addDependencies(schema: JsonObject, dependencies: JsonObject): JsonObject {
  const isList = ([, value]: [string, Json | undefined]): boolean => Array.isArray(value);
  const entries = Object.entries(dependencies);
  return {
    dependentRequired: Object.fromEntries(entries.filter(isList)),
    dependentSchemas: Object.fromEntries(entries.filter((entry) => !isList(entry))),
    ...schema,
  };
}

/** Adds null to a schema of OpenAPI 3.0. */
function allowNull({ const: value, ...others }: JsonObject): JsonObject {
  const schema: JsonObject = value === undefined ? others : { ...others, enum: [value] };
  const composed = ["allOf", "anyOf", "oneOf"].filter((keyword) => schema[keyword] !== undefined);
  if (schema.type === undefined && composed.length) {
    const [kind, ...more] = composed;
    const list = kind === undefined || kind === "allOf" || more.length ? undefined : schema[kind];
    if (kind !== undefined && Array.isArray(list)) return { ...schema, [kind]: [...list, { type: "null" }] };
    const annotations = Object.entries(schema).filter(
      ([keyword]) => isAnnotation(keyword) && keyword !== "discriminator",
    );
    const constraints = Object.entries(schema).filter(
      ([keyword]) => !isAnnotation(keyword) || keyword === "discriminator",
    );
    return { ...Object.fromEntries(annotations), anyOf: [Object.fromEntries(constraints), { type: "null" }] };
  }
  const types = typeof schema.type === "string" ? [schema.type] : toList(schema.type);
  return {
    ...schema,
    ...(types.length && { type: [...types, "null"] }),
    ...(Array.isArray(schema.enum) && { enum: [...schema.enum, null] }),
  };
}
