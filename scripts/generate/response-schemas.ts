import type { Json, JsonObject } from "../document/json.js";
import { COMPOSED, ONE_SCHEMA, PLAIN, SCHEMA_LIST, SCHEMAS_BY_NAME, TURNED } from "../document/keywords.js";
import { isObject } from "../document/reader.js";
import { partsOf, valueAt } from "../document/references.js";
import { resolved } from "../document/resolved.js";
import { withSubschemas } from "../document/subschemas.js";
import { toUnicodePattern } from "./patterns.js";
import { conjunction, isMarked, propertySchemas, unionMembers } from "./types/properties.js";

/**
 * How closely a response is checked. `strict`: as the document describes it, and with no property that the document
 * does not name. `tolerant`: as a client needs it that outlives changes of the API, so any text for an enum, further
 * properties, and `null` for whatever is missing.
 */
export type Strictness = "strict" | "tolerant";

/** What says what a value is; what else a schema has only informs people. */
const CHECKED = [...PLAIN, ...ONE_SCHEMA, ...SCHEMA_LIST, ...SCHEMAS_BY_NAME];
/** What a tolerant schema goes without. */
const CLOSING = [...TURNED, "enum", "const", "unevaluatedItems", "unevaluatedProperties"];
/** Under these, a schema only tells values apart: closed, it would take one for another. */
const TELLING = ["contains", "if", "not"];
/** What makes several schemas say what one value is. */
const JOINED = [...COMPOSED, "$ref"];

/** Whether a schema alone says which properties there are, is a part of another that does, or only tells values apart. */
type Role = "whole" | "part" | "telling";

/** Where a schema is: its role, and the outermost of the schemas that say what the same value is. */
interface Context {
  role: Role;
  outermost: JsonObject;
}

export interface ResponseSchemaOptions {
  root: JsonObject;
  strictness: Strictness;
  /** Is called with each schema whose pattern is left out. */
  onInvalidPattern: (schema: JsonObject, pattern: string) => void;
}

/**
 * Turns schemas of a document into schemas of JSON Schema 2020-12 alone, which refer to each other by `#/$defs/…` and
 * share what they refer to.
 */
export class ResponseSchemas {
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

  /** The schema of what any one of several schemas is for. */
  convert(schemas: readonly JsonObject[]): JsonObject {
    const converted = schemas.map((schema) => this.#convert(schema, { role: "whole", outermost: schema }));
    const [first = {}] = converted;
    return converted.length > 1 ? { anyOf: converted } : first;
  }

  #convert(source: JsonObject, context: Context): JsonObject {
    const { strictness } = this.#options;
    const isReference = typeof source.$ref === "string";
    // Beside a reference, OpenAPI 3.0 has no other keywords; `nullable` is used there all the same.
    const keywords = isReference && this.#isVersion30 ? [] : CHECKED;
    const stated = keywords.filter((keyword) => isWellFormed(keyword, source[keyword]));
    const kept: JsonObject = Object.fromEntries(stated.map((keyword) => [keyword, source[keyword]]));
    // ajv refuses an empty list, and nothing is in it.
    if (Array.isArray(kept.enum) && !kept.enum.length) kept.enum = [NOTHING];
    const made = {
      ...(isReference && this.#refer(source.$ref as string, stated.length ? partOf(context) : context)),
      ...withSubschemas(kept, (below, keyword) =>
        this.#convert(below, contextOf(source, below, keyword, context)),
      ),
    };
    boundsOfOpenApi30(made);
    this.#fixPatterns(made, source);
    this.#requireNoWriteOnly(made, source, context.outermost);
    moveProto(made);
    if (strictness === "tolerant") loosen(made);
    // A reference alone is as closed as what it leads to.
    else if (context.role === "whole" && !(isReference && !stated.length)) this.#close(made, source);
    requireUsuallyPresent(made, source);
    // Its parts are for null too.
    if (strictness === "tolerant") return withNull(made);
    return source.nullable === true ? orNull(made) : made;
  }

  #refer($ref: string, { role }: Context): JsonObject {
    const parts = partsOf($ref);
    const target = parts && valueAt(this.#options.root, parts);
    // What is no object accepts anything; broken references are reported elsewhere.
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

  /** Leaves out patterns that are invalid. */
  #fixPatterns(schema: JsonObject, source: JsonObject): void {
    const { pattern, patternProperties } = schema;
    if (typeof pattern === "string") {
      schema.pattern = this.#patternOf(pattern, source);
      if (schema.pattern === undefined) Reflect.deleteProperty(schema, "pattern");
    }
    if (!isObject(patternProperties)) return;
    const patterns = Object.entries(patternProperties).map(
      ([each, below]) => [this.#patternOf(each, source), below] as const,
    );
    schema.patternProperties = Object.fromEntries(
      // Without its pattern, it may be for any property.
      patterns.map(([each, below]) => (each === undefined ? ["", {}] : [each, below])),
    );
  }

  #patternOf(pattern: string, source: JsonObject): string | undefined {
    const valid = toUnicodePattern(pattern);
    if (valid === undefined) this.#options.onInvalidPattern(source, pattern);
    return valid;
  }

  /** What is only ever sent is not missing in a response. */
  #requireNoWriteOnly(schema: JsonObject, source: JsonObject, outermost: JsonObject): void {
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

  /** Lets an object have no properties but those that the document names. */
  #close(schema: JsonObject, source: JsonObject): void {
    const isDecided = ["additionalProperties", "unevaluatedProperties"].some(
      (each) => schema[each] !== undefined,
    );
    if (isDecided) return;
    if (!JOINED.some((keyword) => schema[keyword] !== undefined)) {
      if (schema.properties !== undefined) schema.additionalProperties = false;
    } else if (isJoined(source) && this.#namesProperties(source)) schema.unevaluatedProperties = false;
  }

  /** Whether what says what a value is names its properties: a union with a member for any object does not. */
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

/** A text that no response has. */
const NOTHING = "\u0000";

const TYPES = ["array", "boolean", "integer", "null", "number", "object", "string"];
const isCount = (value: Json | undefined): boolean => Number.isInteger(value) && Number(value) >= 0;
const isSchema = (value: Json | undefined): boolean => isObject(value) || typeof value === "boolean";
const isNumber = (value: Json | undefined): boolean => typeof value === "number";
const isTextList = (value: Json | undefined): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

/** What the value of a keyword must be, where ajv would refuse the whole schema for another. */
const FORMS: Record<string, (value: Json | undefined) => boolean> = {
  type: (value) => {
    const types = Array.isArray(value) ? value : [value];
    return types.length > 0 && types.every((type) => typeof type === "string" && TYPES.includes(type));
  },
  enum: (value) => Array.isArray(value),
  pattern: (value) => typeof value === "string",
  uniqueItems: (value) => typeof value === "boolean",
  multipleOf: (value) => typeof value === "number" && value > 0,
  required: isTextList,
  dependentRequired: (value) => isObject(value) && Object.values(value).every(isTextList),
  // OpenAPI 3.0 has booleans there.
  exclusiveMinimum: (value) => isNumber(value) || typeof value === "boolean",
  exclusiveMaximum: (value) => isNumber(value) || typeof value === "boolean",
  minimum: isNumber,
  maximum: isNumber,
  ...Object.fromEntries(
    [
      ...["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"],
      ...["minContains", "maxContains"],
    ].map((keyword) => [keyword, isCount]),
  ),
  ...Object.fromEntries(ONE_SCHEMA.map((keyword) => [keyword, isSchema])),
  ...Object.fromEntries(
    SCHEMA_LIST.map((keyword) => [
      keyword,
      (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
    ]),
  ),
  ...Object.fromEntries(
    SCHEMAS_BY_NAME.map((keyword) => [
      keyword,
      (value) => isObject(value) && Object.values(value).every(isSchema),
    ]),
  ),
};

function isWellFormed(keyword: string, value: Json | undefined): boolean {
  return value !== undefined && (FORMS[keyword]?.(value) ?? true);
}

/** Whether a schema is more than a union, whose members are closed one by one. */
function isJoined(schema: JsonObject): boolean {
  return ["properties", ...JOINED].some(
    (keyword) => keyword !== "anyOf" && keyword !== "oneOf" && schema[keyword] !== undefined,
  );
}

/** What a schema says of a value under a condition. */
function conditionalParts(schema: JsonObject): JsonObject[] {
  const { dependentSchemas } = schema;
  const dependent = isObject(dependentSchemas) ? Object.values(dependentSchemas) : [];
  return [schema.if, schema.then, schema.else, ...dependent].filter(isObject);
}

function partOf({ role, outermost }: Context): Context {
  return { role: role === "telling" ? role : "part", outermost };
}

function contextOf(source: JsonObject, below: JsonObject, keyword: string, above: Context): Context {
  if (above.role === "telling" || TELLING.includes(keyword)) return { role: "telling", outermost: below };
  if (!COMPOSED.includes(keyword)) return { role: "whole", outermost: below };
  const isUnion = keyword === "anyOf" || keyword === "oneOf";
  return isUnion && !isJoined(source) ? above : partOf(above);
}

/** The names of properties that some schema marks as only ever sent. */
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
          (property.writeOnly === true || resolved(root, property).writeOnly === true)
        )
          names.add(name);
    for (const each of Object.values(value)) visit(each);
  };
  visit(root);
  return names;
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

/** ajv looks at no property called `__proto__`, but at patterns that are for it. */
function moveProto(schema: JsonObject): void {
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
  // Loosened, two members of the union may accept the same value.
  if (Array.isArray(schema.oneOf)) {
    const oneOf = schema.oneOf;
    Reflect.deleteProperty(schema, "oneOf");
    if (schema.anyOf === undefined) schema.anyOf = oneOf;
    else schema.allOf = [...(Array.isArray(schema.allOf) ? schema.allOf : []), { anyOf: oneOf }];
  }
}

/** The same schema for `null` too. */
function orNull(schema: JsonObject): JsonObject {
  const isComposed = [...COMPOSED, "$ref", "not", "const"].some((keyword) => schema[keyword] !== undefined);
  return isComposed ? { anyOf: [{ type: "null" }, schema] } : withNull(schema);
}

/** The same schema, with `null` among the types and values that it lists. */
function withNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  const types: Json[] = Array.isArray(type) ? type : type === undefined ? [] : [type];
  return {
    ...schema,
    ...(types.length && { type: types.includes("null") ? types : [...types, "null"] }),
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  };
}
