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
 * make callers check, but a validator reports them.
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

/** Converts a property named `__proto__`, which ajv ignores, to a pattern. */
export function convertProtoProperty(schema: JsonObject): void {
  const { properties } = schema;
  if (!isObject(properties) || !Object.hasOwn(properties, "__proto__")) return;
  const { ["__proto__"]: proto, ...others } = properties;
  schema.properties = others;
  const patterns = isObject(schema.patternProperties) ? schema.patternProperties : {};
  schema.patternProperties = { ...patterns, ["^__proto__$"]: proto };
}
