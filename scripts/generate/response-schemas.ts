import { isObject, type Json, type JsonObject } from "../document/json.js";
import {
  COMPOSED,
  ONE_SCHEMA,
  ASSERTIONS,
  SCHEMA_LIST,
  SCHEMAS_BY_NAME,
  INVERTING,
} from "../document/keywords.js";
import { partsOf, valueAt } from "../document/references.js";
import { resolveObject } from "../document/resolve-object.js";
import { mapSubschemas } from "../document/subschemas.js";
import { toUnicodePattern } from "./patterns.js";
import { isWellFormed } from "./well-formed-keywords.js";
import { conjunction, isMarked, propertySchemas, unionMembers } from "./types/properties.js";

/**
 * The strictness of a validator. `strict` allows only what the document describes, and no unnamed properties.
 * `tolerant` also allows future changes of the API: other strings for an enum, further properties, and `null` for
 * missing values.
 */
export type Strictness = "strict" | "tolerant";

/** The keywords that constrain a value. The others are annotations. */
const CHECKED = [...ASSERTIONS, ...ONE_SCHEMA, ...SCHEMA_LIST, ...SCHEMAS_BY_NAME];
/** The keywords that a tolerant schema does not have. */
const CLOSING = [...INVERTING, "enum", "const", "unevaluatedItems", "unevaluatedProperties"];
/** The keywords whose schema only distinguishes values. A closed schema would reject values that must match. */
const DISTINGUISHING = ["contains", "if", "not"];
/** The keywords that apply several schemas to one value. */
const JOINED = [...COMPOSED, "$ref"];

/** Whether a schema names all properties, is a part of another that does, or only distinguishes values. */
type Role = "whole" | "part" | "distinguishing";

/** The position of a schema: its role, and the outermost schema for the same value. */
interface Context {
  role: Role;
  outermost: JsonObject;
}

/** The options of {@link ResponseSchemas}. */
export interface ResponseSchemaOptions {
  root: JsonObject;
  strictness: Strictness;
  /** Called with each schema whose pattern is removed. */
  onInvalidPattern: (schema: JsonObject, pattern: string) => void;
}

/**
 * Converts schemas of a document to pure JSON Schema 2020-12. They refer to each other by `#/$defs/…` and
 * share these definitions.
 */
export class ResponseSchemas {
  /** The converted schemas that others refer to, by name. */
  readonly definitions: Record<string, JsonObject> = {};
  readonly #options: ResponseSchemaOptions;
  readonly #isVersion30: boolean;
  readonly #writeOnlyNames: ReadonlySet<string>;
  readonly #names = new Map<string, string>();

  constructor(options: ResponseSchemaOptions) {
    this.#options = options;
    const { openapi } = options.root;
    this.#isVersion30 = typeof openapi === "string" && openapi.startsWith("3.0");
    this.#writeOnlyNames = findWriteOnlyNames(options.root);
  }

  /** Returns the schema of values that match any of several schemas. */
  convert(schemas: readonly JsonObject[]): JsonObject {
    const converted = schemas.map((schema) => this.#convert(schema, { role: "whole", outermost: schema }));
    const [first = {}] = converted;
    return converted.length > 1 ? { anyOf: converted } : first;
  }

  #convert(source: JsonObject, context: Context): JsonObject {
    const { strictness } = this.#options;
    const isReference = typeof source.$ref === "string";
    // OpenAPI 3.0 ignores keywords beside a reference, but `nullable` is common there.
    const keywords = isReference && this.#isVersion30 ? [] : CHECKED;
    const stated = keywords.filter((keyword) => isWellFormed(keyword, source[keyword]));
    const kept: JsonObject = Object.fromEntries(stated.map((keyword) => [keyword, source[keyword]]));
    // ajv rejects an empty list, which matches no value.
    if (Array.isArray(kept.enum) && !kept.enum.length) kept.enum = [IMPOSSIBLE_VALUE];
    const made = {
      ...(isReference && this.#refer(source.$ref as string, stated.length ? partOf(context) : context)),
      ...mapSubschemas(kept, (subschema, keyword) =>
        this.#convert(subschema, contextOf(source, subschema, keyword, context)),
      ),
    };
    convertOpenApi30Bounds(made);
    this.#convertPatterns(made, source);
    this.#dropRequiredWriteOnly(made, source, context.outermost);
    convertProtoProperty(made);
    if (strictness === "tolerant") loosen(made);
    // A reference is as closed as its target.
    else if (context.role === "whole" && !(isReference && !stated.length)) this.#close(made, source);
    requireUsuallyPresent(made, source);
    // The parts apply to null too.
    if (strictness === "tolerant") return withNull(made);
    return source.nullable === true ? allowNull(made) : made;
  }

  #refer($ref: string, { role }: Context): JsonObject {
    const parts = partsOf($ref);
    const target = parts && valueAt(this.#options.root, parts);
    // An invalid schema accepts anything. Broken references are reported elsewhere.
    if (!isObject(target)) return target === false ? { not: {} } : {};
    const key = `${role} ${JSON.stringify(parts)}`;
    let name = this.#names.get(key);
    if (name === undefined) {
      name = `${(parts?.at(-1) ?? "").replace(/\W/g, "_")}${this.#names.size}`;
      this.#names.set(key, name);
      this.definitions[name] = this.#convert(target, { role, outermost: target });
    }
    return { $ref: `#/$defs/${name}` };
  }

  /** Converts patterns for the `u` flag, and removes invalid ones. */
  #convertPatterns(schema: JsonObject, source: JsonObject): void {
    const { pattern, patternProperties } = schema;
    if (typeof pattern === "string") {
      schema.pattern = this.#convertPattern(pattern, source);
      if (schema.pattern === undefined) Reflect.deleteProperty(schema, "pattern");
    }
    if (!isObject(patternProperties)) return;
    const patterns = Object.entries(patternProperties).map(
      ([each, subschema]) => [this.#convertPattern(each, source), subschema] as const,
    );
    schema.patternProperties = Object.fromEntries(
      // Without its pattern, it could apply to any property.
      patterns.map(([each, subschema]) => (each === undefined ? ["", {}] : [each, subschema])),
    );
  }

  #convertPattern(pattern: string, source: JsonObject): string | undefined {
    const valid = toUnicodePattern(pattern);
    if (valid === undefined) this.#options.onInvalidPattern(source, pattern);
    return valid;
  }

  /** Removes write-only properties from `required`, because responses do not have them. */
  #dropRequiredWriteOnly(schema: JsonObject, source: JsonObject, outermost: JsonObject): void {
    const { root } = this.#options;
    const { required } = schema;
    if (!Array.isArray(required)) return;
    const isWriteOnly = (name: Json): boolean =>
      typeof name === "string" &&
      this.#writeOnlyNames.has(name) &&
      [source, outermost].some((each) =>
        propertySchemas(root, each, name).some((property) => isMarked(root, property, "writeOnly")),
      );
    if (required.some(isWriteOnly)) schema.required = required.filter((name) => !isWriteOnly(name));
  }

  /** Forbids unnamed properties of an object. */
  #close(schema: JsonObject, source: JsonObject): void {
    const isDecided = ["additionalProperties", "unevaluatedProperties"].some(
      (each) => schema[each] !== undefined,
    );
    if (isDecided) return;
    if (!JOINED.some((keyword) => schema[keyword] !== undefined)) {
      if (schema.properties !== undefined) schema.additionalProperties = false;
    } else if (isJoined(source) && this.#namesProperties(source)) schema.unevaluatedProperties = false;
  }

  /** Whether the schemas of a value name its properties. A union with a member for any object does not. */
  #namesProperties(source: JsonObject): boolean {
    const { root } = this.#options;
    const parts = conjunction(root, source).flatMap((part) =>
      part.type === "object" ? [part, ...conditionalParts(part)] : [part],
    );
    if (parts.some(({ properties }) => properties !== undefined)) return true;
    const members = parts.flatMap((part) => unionMembers(root, part));
    const isNamed = (member: JsonObject): boolean =>
      conjunction(root, member).some(
        ({ type, properties }) => properties !== undefined || (type !== undefined && type !== "object"),
      );
    return members.length > 0 && members.every(isNamed);
  }
}

/** A string that no response contains. */
const IMPOSSIBLE_VALUE = "\u0000";

/** Whether a schema has keywords besides a union, whose members are closed separately. */
function isJoined(schema: JsonObject): boolean {
  return ["properties", ...JOINED].some(
    (keyword) => keyword !== "anyOf" && keyword !== "oneOf" && schema[keyword] !== undefined,
  );
}

/** Returns the conditional subschemas of a schema. */
function conditionalParts(schema: JsonObject): JsonObject[] {
  const { dependentSchemas } = schema;
  const dependent = isObject(dependentSchemas) ? Object.values(dependentSchemas) : [];
  return [schema.if, schema.then, schema.else, ...dependent].filter(isObject);
}

function partOf({ role, outermost }: Context): Context {
  return { role: role === "distinguishing" ? role : "part", outermost };
}

function contextOf(source: JsonObject, subschema: JsonObject, keyword: string, above: Context): Context {
  if (above.role === "distinguishing" || DISTINGUISHING.includes(keyword))
    return { role: "distinguishing", outermost: subschema };
  if (!COMPOSED.includes(keyword)) return { role: "whole", outermost: subschema };
  const isUnion = keyword === "anyOf" || keyword === "oneOf";
  return isUnion && !isJoined(source) ? above : partOf(above);
}

/** Returns the names of write-only properties. */
function findWriteOnlyNames(root: JsonObject): Set<string> {
  const names = new Set<string>();
  const seen = new Set<object>();
  const visit = (value: Json | undefined): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (!Array.isArray(value) && isObject(value.properties))
      for (const [name, property] of Object.entries(value.properties))
        if (
          isObject(property) &&
          (property.writeOnly === true || resolveObject(root, property).writeOnly === true)
        )
          names.add(name);
    for (const each of Object.values(value)) visit(each);
  };
  visit(root);
  return names;
}

/** Converts the boolean exclusive bounds of OpenAPI 3.0 to those of JSON Schema. */
function convertOpenApi30Bounds(schema: JsonObject): void {
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

/** Converts a property named `__proto__`, which ajv ignores, to a pattern. */
function convertProtoProperty(schema: JsonObject): void {
  const { properties } = schema;
  if (!isObject(properties) || !Object.hasOwn(properties, "__proto__")) return;
  const { ["__proto__"]: proto, ...others } = properties;
  schema.properties = others;
  const patterns = isObject(schema.patternProperties) ? schema.patternProperties : {};
  schema.patternProperties = { ...patterns, ["^__proto__$"]: proto };
}

function loosen(schema: JsonObject): void {
  for (const keyword of CLOSING) Reflect.deleteProperty(schema, keyword);
  for (const keyword of ["additionalProperties", "items"])
    if (schema[keyword] === false) Reflect.deleteProperty(schema, keyword);
  // In tolerant schemas, several members of a union may match the same value.
  if (Array.isArray(schema.oneOf)) {
    const oneOf = schema.oneOf;
    Reflect.deleteProperty(schema, "oneOf");
    if (schema.anyOf === undefined) schema.anyOf = oneOf;
    else schema.allOf = [...(Array.isArray(schema.allOf) ? schema.allOf : []), { anyOf: oneOf }];
  }
}

/** Adds null to the values of a schema. */
function allowNull(schema: JsonObject): JsonObject {
  const isComposed = [...COMPOSED, "$ref", "not", "const"].some((keyword) => schema[keyword] !== undefined);
  return isComposed ? { anyOf: [{ type: "null" }, schema] } : withNull(schema);
}

/** Adds null to the types and values of a schema. */
function withNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  const types: Json[] = Array.isArray(type) ? type : type === undefined ? [] : [type];
  return {
    ...schema,
    ...(types.length && { type: types.includes("null") ? types : [...types, "null"] }),
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  };
}
