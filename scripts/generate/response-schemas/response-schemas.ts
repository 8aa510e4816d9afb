import { isObject, type JsonObject } from "../../document/json.js";
import {
  ASSERTION_KEYWORDS,
  IN_PLACE_APPLICATORS,
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
} from "../../document/keywords.js";
import { getValueAt, parseReference } from "../../document/references.js";
import { mapSubschemas } from "../../document/subschemas.js";
import { toUnicodePattern } from "../patterns.js";
import { Discriminators } from "../types/discriminators.js";
import { isWellFormed } from "../well-formed-keywords.js";
import { addNullType, allowNull } from "./allow-null.js";
import { closeSchema, isJoined, nameRequired } from "./close.js";
import {
  convertOpenApi30Bounds,
  convertUnsupportedNames,
  requireUsuallyPresent,
} from "./convert-keywords.js";
import { loosenSchema } from "./loosen.js";
import { WriteOnlyProperties } from "./write-only.js";

/**
 * The strictness of a validator. `strict` allows only what the document describes, and no unnamed properties.
 * `tolerant` also allows future changes of the API: other enum values, further properties, and `null` for missing
 * values.
 */
export type Strictness = "strict" | "tolerant";

/** The keywords that constrain a value. The others are annotations. */
const CHECKED = [...ASSERTION_KEYWORDS, ...SCHEMA_KEYWORDS, ...SCHEMA_LIST_KEYWORDS, ...SCHEMA_MAP_KEYWORDS];
/** The keywords whose schema only distinguishes values. A closed schema would reject values that must match. */
const DISTINGUISHING = ["contains", "if", "not"];

/** Whether a schema names all properties, is a part of another that does, or only distinguishes values. */
type Role = "whole" | "part" | "distinguishing";

/** The position of a schema: its role, and the outermost schema for the same value. */
interface Context {
  role: Role;
  outermost: JsonObject;
}

/** The options of {@link ResponseSchemas}. */
interface ResponseSchemaOptions {
  root: JsonObject;
  strictness: Strictness;
  /** Called with each schema whose pattern is removed. */
  onInvalidPattern: (schema: JsonObject, pattern: string) => void;
}

/**
 * Converts schemas of a document to pure JSON Schema 2020-12. They refer to each other by `#/$defs/…` and share these
 * definitions.
 */
export class ResponseSchemas {
  /** The converted schemas that others refer to, by name. */
  readonly definitions: Record<string, JsonObject> = {};
  readonly #options: ResponseSchemaOptions;
  readonly #isVersion30: boolean;
  readonly #writeOnly: WriteOnlyProperties;
  readonly #discriminators: Discriminators;
  readonly #names = new Map<string, string>();
  /** The names of definitions. An empty one and that of the prototype cannot be used. */
  readonly #takenNames = new Set(["", "__proto__"]);

  constructor(options: ResponseSchemaOptions) {
    this.#options = options;
    const { openapi } = options.root;
    this.#isVersion30 = typeof openapi === "string" && openapi.startsWith("3.0");
    this.#writeOnly = new WriteOnlyProperties(options.root);
    this.#discriminators = new Discriminators(options.root);
  }

  /** Returns the schema of values that match any of several schemas. */
  convert(schemas: readonly JsonObject[]): JsonObject {
    const converted = schemas.map((schema) => this.#convert(schema, { role: "whole", outermost: schema }));
    const [onlySchema = {}] = converted;
    return converted.length > 1 ? { anyOf: converted } : onlySchema;
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
    const converted = {
      ...(isReference &&
        this.#convertReference(source.$ref as string, stated.length ? toPartContext(context) : context)),
      ...mapSubschemas(kept, (subschema, keyword) =>
        this.#convert(subschema, createContext(source, subschema, keyword, context)),
      ),
    };
    convertOpenApi30Bounds(converted);
    this.#convertPatterns(converted, source);
    this.#writeOnly.removeFromRequired(converted, source, context.outermost);
    if (strictness === "tolerant") loosenSchema(converted);
    // A reference is as closed as its target.
    else if (!(isReference && !stated.length)) this.#close(converted, source, context);
    requireUsuallyPresent(converted, source);
    convertUnsupportedNames(converted);
    // The parts apply to null too.
    if (strictness === "tolerant") return addNullType(converted);
    return source.nullable === true ? allowNull(converted) : converted;
  }

  /** Forbids unnamed properties of an object. Of a part, the outermost schema does. */
  #close(schema: JsonObject, source: JsonObject, { role, outermost }: Context): void {
    const { root } = this.#options;
    // Those that extend a schema have more properties.
    if (role === "whole" && !this.#discriminators.isExtended(source)) closeSchema(root, schema, source);
    const isClosedHere = schema.additionalProperties === false || schema.unevaluatedProperties === false;
    if (role === "part" || (role === "whole" && isClosedHere && source.additionalProperties !== false))
      nameRequired(root, schema, [source, outermost]);
  }

  #convertReference($ref: string, { role }: Context): JsonObject {
    const parts = parseReference($ref);
    const target = parts && getValueAt(this.#options.root, parts);
    // An invalid schema accepts anything. Broken references are reported elsewhere.
    if (!isObject(target)) return target === false ? { not: {} } : {};
    const key = `${role} ${JSON.stringify(parts)}`;
    let name = this.#names.get(key);
    if (name === undefined) {
      name = this.#nameDefinition(parts ?? [], role);
      this.#names.set(key, name);
      this.definitions[name] = this.#convert(target, { role, outermost: target });
    }
    return { $ref: `#/$defs/${name}` };
  }

  /** Returns a name for a schema at a pointer. It does not depend on other schemas, unless they have the same one. */
  #nameDefinition(parts: readonly string[], role: Role): string {
    const key = (parts.at(-1) ?? "").replace(/\W/g, "_");
    const preferredName = role === "whole" ? key : `${key}_${role}`;
    let name = preferredName;
    for (let count = 2; this.#takenNames.has(name); count++) name = `${preferredName}_${count}`;
    this.#takenNames.add(name);
    return name;
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
      ([propertyPattern, subschema]) => [this.#convertPattern(propertyPattern, source), subschema] as const,
    );
    schema.patternProperties = Object.fromEntries(
      // Without its pattern, it could apply to any property.
      patterns.map(([propertyPattern, subschema]) =>
        propertyPattern === undefined ? ["", {}] : [propertyPattern, subschema],
      ),
    );
  }

  #convertPattern(pattern: string, source: JsonObject): string | undefined {
    const valid = toUnicodePattern(pattern);
    if (valid === undefined) this.#options.onInvalidPattern(source, pattern);
    return valid;
  }
}

/** A string that no response contains. */
const IMPOSSIBLE_VALUE = "\u0000";

function toPartContext({ role, outermost }: Context): Context {
  return { role: role === "distinguishing" ? role : "part", outermost };
}

function createContext(source: JsonObject, subschema: JsonObject, keyword: string, above: Context): Context {
  if (above.role === "distinguishing" || DISTINGUISHING.includes(keyword))
    return { role: "distinguishing", outermost: subschema };
  if (!IN_PLACE_APPLICATORS.includes(keyword)) return { role: "whole", outermost: subschema };
  const isUnion = keyword === "anyOf" || keyword === "oneOf";
  return isUnion && !isJoined(source) ? above : toPartContext(above);
}
