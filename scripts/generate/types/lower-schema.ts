import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { textOf } from "../../document/reader.js";
import { targetOf } from "../../document/references.js";
import { resolveObject } from "../../document/resolve-object.js";
import { renderDescription } from "../tsdoc.js";
import type { Direction } from "./directions.js";
import type { Discriminators, Tag } from "./discriminators.js";
import * as lowered from "./lowered.js";
import { COMMENT, type Lowered, SPECIAL, without } from "./lowered.js";
import { isMarked, isRequired, propertySchemas, referenceChain, valuesOf } from "./properties.js";
import { type NamedSchema, refTo, type SchemaTable } from "./schema-table.js";

/** The properties of the whole document. */
export interface LoweringContext {
  root: JsonObject;
  /** Whether keywords beside `$ref` are ignored, as in OpenAPI 3.0. */
  isVersion30: boolean;
  table: SchemaTable;
  discriminators: Discriminators;
  /** The strings of requests that are files. */
  files: ReadonlySet<Json>;
  /** Whether an enum accepts any other string at its use. */
  isOpenEnum: (schema: Json) => boolean;
}

/** Rewrites the schemas of a document to forms that openapi-typescript renders correctly. */
export class SchemaLowering {
  readonly #context: LoweringContext;
  /** The named schema that is being rewritten, and those that replace references in it, for one value. */
  #within = new Set<Json>();

  constructor(context: LoweringContext) {
    this.#context = context;
  }

  /** Rewrites a named schema. */
  named({ schema, direction }: NamedSchema): Lowered {
    this.#within = new Set([schema]);
    return this.#define(schema, direction);
  }

  /** Rewrites a schema at its use. An open enum accepts any string. */
  use(schema: Json | undefined, direction: Direction, required?: ReadonlySet<string>): Lowered {
    const result = this.#define(schema, direction, required);
    return schema !== undefined && this.#context.isOpenEnum(schema)
      ? lowered.oneOf([result, lowered.ANY_TEXT])
      : result;
  }

  /** Rewrites a schema of a property or an item. It may refer to the schemas around it. */
  #inside(schema: Json | undefined, direction: Direction): Lowered {
    const before = this.#within;
    this.#within = new Set();
    const result = this.use(schema, direction);
    this.#within = before;
    return result;
  }

  /** Rewrites a schema. `outer` has the properties that outer schemas require of the same value. */
  #define(schema: Json | undefined, direction: Direction, outer?: ReadonlySet<string>): Lowered {
    if (schema === false) return lowered.NEVER;
    if (!isObject(schema)) return lowered.ANY;
    if (direction === "request" && this.#context.files.has(schema))
      return this.#orNull(
        schema,
        typesOf(schema).includes("null") ? lowered.oneOf([lowered.BLOB, lowered.NULL]) : lowered.BLOB,
      );
    const isReference = typeof schema.$ref === "string";
    if (this.#isPlainReference(schema)) return this.#orNull(schema, this.#reference(schema, direction));
    const own = requiredOfAll(schema);
    const names = outer?.size ? new Set([...outer, ...own]) : new Set(own);
    const parts = [
      ...(isReference ? [this.#base(schema, direction, names)] : []),
      this.#core(schema, direction, names),
      ...listOf(schema.allOf)
        .filter((each) => !this.#allowsAll(each, schema))
        .map((each) => this.#base(each, direction, names)),
      ...(["anyOf", "oneOf"] as const).flatMap((keyword) =>
        Array.isArray(schema[keyword]) ? [this.#union(schema, schema[keyword], direction, names)] : [],
      ),
      ...this.#tags(schema),
    ];
    if (outer === undefined) parts.push(...this.#requiredOfOthers(schema, direction, names));
    const result = lowered.allOf(parts);
    return this.#orNull(
      schema,
      outer === undefined && result === lowered.FREE_OBJECT ? withRequired(names) : result,
    );
  }

  /** Whether a schema is only a reference. */
  #isPlainReference(schema: JsonObject): boolean {
    return typeof schema.$ref === "string" && (this.#context.isVersion30 || Object.keys(schema).length === 1);
  }

  /** Returns the target of a reference, past references without other keywords, and any other schema unchanged. */
  #targetOf(schema: Json): Json {
    const [, ...targets] = referenceChain(this.#context.root, schema);
    return targets.find((each) => !this.#isPlainReference(each)) ?? schema;
  }

  /** Whether an enum allows all values of an enum beside it, so that it does not narrow the type. */
  #allowsAll(member: Json, schema: JsonObject): boolean {
    if (schema.const === undefined && !Array.isArray(schema.enum)) return false;
    const values = new Set(valuesOf(this.#context.root, member));
    return valuesOf(this.#context.root, without(schema, "allOf"))?.every((each) => values.has(each)) === true;
  }

  /** Rewrites a member of an `allOf`. A union of its own extensions replaces the reference, without the union. */
  #base(schema: Json, direction: Direction, names: ReadonlySet<string>): Lowered {
    const target = this.#targetOf(schema);
    if (target === schema || !isObject(target) || !this.#leadsBack(target, ["allOf", "anyOf", "oneOf"]))
      return isObject(schema) && schema.$ref !== undefined
        ? this.use({ $ref: schema.$ref }, direction, names)
        : this.use(schema, direction, names);
    const base = without(target, "anyOf", "oneOf");
    return this.#inline(target, () => this.#define(base, direction, names)) ?? lowered.ANY;
  }

  /** Rewrites a member of a union. A circular member replaces its reference. */
  #alternative(schema: Json, direction: Direction, names: ReadonlySet<string>): Lowered {
    const required = names.size ? names : undefined;
    const target = this.#targetOf(schema);
    if (target === schema || !this.#leadsBack(target, ["anyOf", "oneOf"]))
      return this.use(schema, direction, required);
    return this.#inline(target, () => this.#define(target, direction, required)) ?? lowered.NEVER;
  }

  /** Rewrites a schema that replaces a reference to it. Undefined within itself. */
  #inline(target: Json, make: () => Lowered): Lowered | undefined {
    if (this.#within.has(target)) return undefined;
    const before = this.#within;
    this.#within = new Set([...before, target]);
    const result = make();
    this.#within = before;
    return result;
  }

  /** Whether a schema contains itself by the given keywords, so that its type would be infinite. */
  #leadsBack(schema: Json, keywords: readonly string[]): boolean {
    const seen = new Set<Json>();
    const visit = (value: Json): boolean => {
      if (!isObject(value) || seen.has(value)) return false;
      seen.add(value);
      if (this.#within.has(value)) return true;
      const target = targetOf(this.#context.root, value);
      return [
        ...(target === undefined ? [] : [target]),
        ...keywords.flatMap((keyword) => listOf(value[keyword])),
      ].some(visit);
    };
    return visit(schema);
  }

  #orNull(schema: JsonObject, result: Lowered): Lowered {
    return schema.nullable === true && !lowered.isAny(result)
      ? lowered.oneOf([result, lowered.NULL])
      : result;
  }

  #reference({ $ref }: JsonObject, direction: Direction): Lowered {
    const found = this.#context.table.find($ref as string, direction);
    return found ? { $ref: refTo(found.key) } : lowered.ANY;
  }

  #union(schema: JsonObject, members: Json[], direction: Direction, names: ReadonlySet<string>): Lowered {
    const isUntyped = members.map((member) => typesOf(schema).includes("object") && isObjectPart(member));
    if (isUntyped.length && !isUntyped.includes(false)) return lowered.ANY;
    return lowered.oneOf(
      members.map((member, index) => {
        if (isUntyped[index]) return this.#objectPart(schema, member, direction);
        const tag = isObject(member) && this.#context.discriminators.ofMember(schema.discriminator, member);
        const result = this.#alternative(member, direction, names);
        return tag ? lowered.allOf([result, tagged(tag)]) : result;
      }),
    );
  }

  /** Rewrites a member of a union that only requires properties of the object around it. */
  #objectPart(schema: JsonObject, member: Json, direction: Direction): Lowered {
    const properties: Record<string, Lowered> = {};
    for (const name of requiredOfAll(member)) {
      const declarations = propertySchemas(this.#context.root, schema, name);
      if (declarations.some((each) => this.#isLeftOut(each, direction))) continue;
      const types = declarations.map((each) => this.#inside(each, direction));
      properties[name] = lowered.asProperty(lowered.allOf(types));
    }
    const required = Object.keys(properties);
    return required.length ? { type: "object", properties, required } : lowered.FREE_OBJECT;
  }

  #tags(schema: JsonObject): Lowered[] {
    const tag = schema.allOf === undefined ? undefined : this.#context.discriminators.ofChild(schema);
    return tag ? [tagged(tag)] : [];
  }

  /** Returns the properties that a schema requires, and that a referenced schema declares as optional. */
  #requiredOfOthers(schema: JsonObject, direction: Direction, names: ReadonlySet<string>): Lowered[] {
    const { root } = this.#context;
    const references = [schema, ...listOf(schema.allOf).filter(isObject)].filter(
      ({ $ref }) => $ref !== undefined,
    );
    const properties: Record<string, Lowered> = {};
    for (const name of names) {
      const declarations = references.flatMap((each) => propertySchemas(root, { $ref: each.$ref }, name));
      const isOptional =
        declarations.length > 0 && !references.some((each) => isRequired(root, { $ref: each.$ref }, name));
      if (!isOptional || declarations.some((each) => this.#isLeftOut(each, direction))) continue;
      const schemas = declarations.map((each) => this.#inside(each, direction));
      properties[name] = lowered.asProperty(lowered.allOf(schemas));
    }
    const found = Object.keys(properties);
    return found.length ? [{ type: "object", properties, required: found }] : [];
  }

  /** Rewrites the keywords of a schema itself. */
  #core(schema: JsonObject, direction: Direction, names: ReadonlySet<string>): Lowered {
    const types = typesOf(schema);
    if (schema.const !== undefined) return lowered.literals([schema.const]);
    if (Array.isArray(schema.enum)) {
      const withNull = types.includes("null") && !schema.enum.includes(null);
      return lowered.literals(withNull ? [...schema.enum, null] : schema.enum);
    }
    return types.length
      ? lowered.oneOf(types.map((type) => this.#ofType(type, schema, direction, names)))
      : lowered.ANY;
  }

  #ofType(type: string, schema: JsonObject, direction: Direction, names: ReadonlySet<string>): Lowered {
    switch (type) {
      case "string":
        return schema.format === "binary" ? lowered.BLOB : { type };
      case "number":
      case "integer":
        return { type: "number" };
      case "boolean":
      case "null":
        return { type };
      case "array":
        return this.#array(schema, direction);
      case "object":
        return this.#object(schema, direction, names);
      default:
        return lowered.ANY;
    }
  }

  #array(
    { items, prefixItems, unevaluatedItems, minItems, maxItems }: JsonObject,
    direction: Direction,
  ): Lowered {
    if (Array.isArray(prefixItems)) {
      const most = typeof maxItems === "number" ? maxItems : Infinity;
      const rest = most > prefixItems.length ? (items ?? unevaluatedItems) : false;
      return {
        type: "array",
        [SPECIAL]: "tuple",
        prefixItems: prefixItems.slice(0, most).map((each) => this.#inside(each, direction)),
        minItems: typeof minItems === "number" ? minItems : 0,
        ...(rest !== false && { items: this.#inside(rest, direction) }),
      };
    }
    return { type: "array", items: this.#inside(items, direction) };
  }

  #object(schema: JsonObject, direction: Direction, names: ReadonlySet<string>): Lowered {
    const properties: Record<string, Lowered> = {};
    const required: string[] = [];
    for (const [name, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
      if (property === undefined) continue;
      properties[name] = this.#property(name, property, direction);
      if (names.has(name) && !this.#isLeftOut(property, direction)) required.push(name);
    }
    const index = this.#index(schema, direction);
    const isBare = Object.keys(properties).length === 0;
    if (isBare && index === undefined)
      return isClosed(schema) && !isComposed(schema) ? lowered.EMPTY_OBJECT : lowered.FREE_OBJECT;
    if (isBare || index === undefined)
      return { type: "object", properties, required, ...(index && { additionalProperties: index }) };
    const all = [index, ...Object.values(properties).map(withoutComment)];
    return {
      type: "object",
      properties,
      required,
      additionalProperties: lowered.oneOf(all),
      [SPECIAL]: "indexed",
    };
  }

  #property(name: string, property: Json, direction: Direction): Lowered {
    const result = lowered.asProperty(this.#inside(property, direction));
    const comment = isObject(property)
      ? (renderDescription(property, name) ?? describeTarget(this.#context.root, property, name))
      : undefined;
    const isReadOnly = isObject(property) && property.readOnly === true;
    return comment === undefined && !isReadOnly
      ? result
      : {
          ...result,
          ...(comment !== undefined && { [COMMENT]: comment }),
          ...(isReadOnly && { readOnly: true }),
        };
  }

  /** Returns the schema of unnamed properties. Undefined if it is not stated. */
  #index(schema: JsonObject, direction: Direction): Lowered | undefined {
    const { additionalProperties, unevaluatedProperties, patternProperties } = schema;
    // The properties of the other parts are unknown here.
    const unevaluated = isComposed(schema) && unevaluatedProperties ? true : unevaluatedProperties;
    const rest = additionalProperties ?? unevaluated;
    const patterns = Object.values(isObject(patternProperties) ? patternProperties : {});
    const all = [...(rest === undefined || rest === false ? [] : [rest]), ...patterns];
    return all.length ? lowered.oneOf(all.map((each) => this.#inside(each, direction))) : undefined;
  }

  /** Whether a property is optional in the direction. */
  #isLeftOut(property: Json, direction: Direction): boolean {
    return isMarked(this.#context.root, property, direction === "request" ? "readOnly" : "writeOnly");
  }
}

/**
 * Returns the first paragraph of the referenced schema's description, because editors show only that of the property.
 */
function describeTarget(root: JsonObject, property: JsonObject, name: string): string | undefined {
  const [only, ...others] = listOf(property.allOf);
  const target = resolveObject(root, only !== undefined && others.length === 0 ? only : property);
  if (target === property || !isObject(target)) return undefined;
  const [description] = textOf(target.description)?.split(/\n\s*\n/) ?? [];
  return description === undefined ? undefined : renderDescription({ description }, name);
}

function tagged({ property, values }: Tag): Lowered {
  return {
    type: "object",
    properties: { [property]: lowered.asProperty(lowered.literals(values)) },
    required: [property],
  };
}

function withoutComment(schema: Lowered): Lowered {
  return without(schema, COMMENT, "readOnly");
}

/** Returns the types of a schema, or those that its keywords imply. */
function typesOf(schema: JsonObject): string[] {
  const { type } = schema;
  const stated = (Array.isArray(type) ? type : [type]).filter((each) => typeof each === "string");
  if (stated.length) return stated;
  const has = (...keywords: string[]): boolean =>
    keywords.some((keyword) => typeof schema[keyword] === "object" && schema[keyword] !== null);
  if (has("properties", "additionalProperties", "patternProperties")) return ["object"];
  return has("items", "prefixItems") ? ["array"] : [];
}

/** Whether a schema has no keyword that states a type, so that it is an object within an object. */
function isObjectPart(schema: Json): boolean {
  return (
    isObject(schema) &&
    typesOf(schema).length === 0 &&
    !isComposed(schema) &&
    schema.const === undefined &&
    schema.enum === undefined
  );
}

/** Returns the properties that a schema and the members of its `allOf` require. */
function requiredOfAll(schema: Json): string[] {
  if (!isObject(schema)) return [];
  const own = listOf(schema.required).filter((name) => typeof name === "string");
  return schema.allOf === undefined ? own : [...own, ...listOf(schema.allOf).flatMap(requiredOfAll)];
}

function isComposed(schema: JsonObject): boolean {
  return ["allOf", "anyOf", "oneOf", "$ref"].some((keyword) => schema[keyword] !== undefined);
}

function isClosed({ additionalProperties, unevaluatedProperties }: JsonObject): boolean {
  return additionalProperties === false || unevaluatedProperties === false;
}

/** Returns an object with any properties, of which some are required. */
function withRequired(names: ReadonlySet<string>): Lowered {
  if (!names.size) return lowered.FREE_OBJECT;
  const properties = Object.fromEntries([...names].map((name) => [name, lowered.ANY]));
  return {
    type: "object",
    properties,
    required: [...names],
    additionalProperties: lowered.ANY,
    [SPECIAL]: "indexed",
  };
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
