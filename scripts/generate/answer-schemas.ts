import type { Json, JsonObject } from "../document/json.js";
import { COMPOSED, ONE_SCHEMA, PLAIN, SCHEMA_LIST, SCHEMAS_BY_NAME, TURNED } from "../document/keywords.js";
import { isObject } from "../document/reader.js";
import { partsOf, valueAt } from "../document/references.js";
import { withSubschemas } from "../document/subschemas.js";

/**
 * How closely an answer is looked at. `strict`: as the document has it, and with no field that the document does not
 * name. `tolerant`: as a client needs it that outlives changes of the API, so any text where there are some to choose
 * from, further fields, and `null` for whatever is missing.
 */
export type Strictness = "strict" | "tolerant";

/** What says what an answer is; what else a schema has only informs people. */
const CHECKED = [...PLAIN, ...ONE_SCHEMA, ...SCHEMA_LIST, ...SCHEMAS_BY_NAME];
/** What a tolerant schema goes without. */
const CLOSING = [...TURNED, "enum", "const", "unevaluatedItems", "unevaluatedProperties"];
/** Under these, a schema only tells values apart: closed, it would take one for another. */
const TELLING = ["contains", "if", "not"];

/** Whether a schema alone says which fields there are, is a part of another that does, or only tells values apart. */
type Role = "whole" | "part" | "telling";

/**
 * A schema of an answer as JSON Schema 2020-12 alone, in no need of the document around it: what it refers to is among
 * its `$defs`, and what only informs people is left out.
 */
export function answerSchema(root: JsonObject, schema: JsonObject, strictness: Strictness): JsonObject {
  const definitions: Record<string, JsonObject> = {};
  const names = new Map<string, string>();

  function convert(source: JsonObject, role: Role): JsonObject {
    if (typeof source.$ref === "string") return refer(source.$ref, role);
    const kept = Object.fromEntries(
      CHECKED.filter((keyword) => source[keyword] !== undefined).map((keyword) => [keyword, source[keyword]]),
    );
    const made = withSubschemas(kept, (below, keyword) => convert(below, roleOf(keyword, role)));
    boundsOfOpenApi30(made);
    requireNoWriteOnly(made, source);
    requireUsuallyPresent(made, source);
    if (strictness === "tolerant") loosen(made);
    else if (role === "whole") close(made);
    const nullable = source.nullable === true || strictness === "tolerant";
    return nullable ? orNull(made) : made;
  }

  function refer($ref: string, role: Role): JsonObject {
    const parts = partsOf($ref);
    const target = parts && valueAt(root, parts);
    // Broken references are refused before; what is no object accepts anything.
    if (!isObject(target)) return {};
    const key = `${role} ${$ref}`;
    let name = names.get(key);
    if (name === undefined) {
      name = `${String(parts?.at(-1)).replace(/\W/g, "_")}${names.size}`;
      names.set(key, name);
      definitions[name] = convert(target, role);
    }
    return { $ref: `#/$defs/${name}` };
  }

  const converted = convert(schema, "whole");
  return { ...converted, ...(names.size > 0 && { $defs: definitions }) };
}

function roleOf(keyword: string, above: Role): Role {
  if (above === "telling" || TELLING.includes(keyword)) return "telling";
  return COMPOSED.includes(keyword) ? "part" : "whole";
}

/** OpenAPI 3.0 marks a bound as exclusive, where JSON Schema has a keyword of its own for it. */
function boundsOfOpenApi30(schema: JsonObject): void {
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

/** What is only ever sent is not missing in an answer. */
function requireNoWriteOnly(schema: JsonObject, { properties }: JsonObject): void {
  if (!Array.isArray(schema.required) || !isObject(properties)) return;
  schema.required = schema.required.filter((name) => {
    const property = typeof name === "string" ? properties[name] : undefined;
    return !(isObject(property) && property.writeOnly === true);
  });
}

/**
 * Requires the properties with `x-usually-present`. The document lets them be absent or null, so that the types make
 * callers check, but a validator reports it.
 */
function requireUsuallyPresent(schema: JsonObject, { properties }: JsonObject): void {
  const converted = schema.properties;
  if (!isObject(properties) || !isObject(converted)) return;
  for (const [name, property] of Object.entries(properties)) {
    if (!isObject(property) || property["x-usually-present"] !== true) continue;
    schema.required = [...(Array.isArray(schema.required) ? schema.required : []), name];
    const made = converted[name];
    if (isObject(made) && Array.isArray(made.type)) {
      const types = made.type.filter((each) => each !== "null");
      made.type = types.length === 1 ? types[0] : types;
    }
  }
}

function loosen(schema: JsonObject): void {
  for (const keyword of CLOSING) Reflect.deleteProperty(schema, keyword);
  if (schema.additionalProperties === false) Reflect.deleteProperty(schema, "additionalProperties");
  // Loosened, two members of the union may accept the same value.
  if (Array.isArray(schema.oneOf)) {
    const oneOf = schema.oneOf;
    Reflect.deleteProperty(schema, "oneOf");
    if (schema.anyOf === undefined) schema.anyOf = oneOf;
    else schema.allOf = [...(Array.isArray(schema.allOf) ? schema.allOf : []), { anyOf: oneOf }];
  }
}

/** Lets an object have no fields but those that the document names. */
function close(schema: JsonObject): void {
  const closed = ["additionalProperties", "unevaluatedProperties"].some((each) => schema[each] !== undefined);
  if (closed) return;
  if (COMPOSED.some((keyword) => schema[keyword] !== undefined)) {
    if (schema.type === "object" || schema.properties !== undefined) schema.unevaluatedProperties = false;
  } else if (schema.properties !== undefined) schema.additionalProperties = false;
}

function orNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  const types: Json[] = Array.isArray(type) ? type : type === undefined ? [] : [type];
  if (types.length && !types.includes("null")) schema.type = [...types, "null"];
  if (Array.isArray(values) && !values.includes(null)) schema.enum = [...values, null];
  // A union has its own `null`, in each of its members.
  return schema;
}
