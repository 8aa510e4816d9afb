import { isObject, type JsonObject, toList } from "../../document/json.js";

/** Converts the boolean exclusive bounds of OpenAPI 3.0 to those of JSON Schema. */
export function convertOpenApi30Bounds(schema: JsonObject): void {
  for (const [exclusive, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof schema[exclusive] !== "boolean") continue;
    if (schema[exclusive]) {
      schema[exclusive] = schema[bound];
      schema[bound] = undefined;
    } else schema[exclusive] = undefined;
    for (const keyword of [exclusive, bound])
      if (schema[keyword] === undefined) Reflect.deleteProperty(schema, keyword);
  }
}

/**
 * Requires the properties with `x-usually-present`. The document allows them to be missing or null, so that the types
 * make callers check. A validator reports them nevertheless.
 *
 * @param schema - The converted schema, which is changed.
 * @param source - The schema in the document.
 */
export function requireUsuallyPresent(schema: JsonObject, { properties }: JsonObject): void {
  const converted = schema.properties;
  if (!isObject(properties) || !isObject(converted)) return;
  for (const [name, property] of Object.entries(properties)) {
    if (!isObject(property) || property["x-usually-present"] !== true) continue;
    schema.required = [...toList(schema.required), name];
    const convertedProperty = converted[name];
    if (isObject(convertedProperty) && Array.isArray(convertedProperty.type)) {
      const types = convertedProperty.type.filter((typeName) => typeName !== "null");
      convertedProperty.type = types.length === 1 ? types[0] : types;
    }
  }
}

/** A property that ajv ignores, or whose name it cannot encode, because it has half of a surrogate pair. */
const UNSUPPORTED_NAME = /^__proto__$|\p{Surrogate}/u;

/** Converts properties whose names ajv does not support to patterns. */
export function convertUnsupportedNames(schema: JsonObject): void {
  const { properties } = schema;
  if (!isObject(properties) || !Object.keys(properties).some((name) => UNSUPPORTED_NAME.test(name))) return;
  const entries = Object.entries(properties);
  schema.properties = Object.fromEntries(entries.filter(([name]) => !UNSUPPORTED_NAME.test(name)));
  const patterns = isObject(schema.patternProperties) ? schema.patternProperties : {};
  const added = entries.filter(([name]) => UNSUPPORTED_NAME.test(name));
  schema.patternProperties = {
    ...patterns,
    ...Object.fromEntries(added.map(([name, subschema]) => [`^${escapePattern(name)}$`, subschema])),
  };
}

/** Escapes a name for a regular expression with the `u` flag. */
function escapePattern(name: string): string {
  return name.replace(/\W/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`);
}
