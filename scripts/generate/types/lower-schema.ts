import { isObject, type Json, type JsonObject, toList } from "../../document/json.js";
import type { Direction } from "./directions.js";
import type { Discriminators, Tag } from "./discriminators.js";
import { EnclosingSchemas } from "./enclosing-schemas.js";
import { isObjectPart, getRequiredOfAll, getTypes } from "./keywords.js";
import { lowerArray } from "./lower-array.js";
import { isLeftOut, lowerObject } from "./lower-object.js";
import * as lowered from "./lowered.js";
import { type LoweredSchema, without } from "./lowered.js";
import { isRequired, findPropertySchemas, followChain, getValues } from "./properties.js";
import { type NamedSchema, refTo, type SchemaTable } from "./schema-table.js";

/** The context of all schemas of a document. */
export interface LoweringContext {
  root: JsonObject;
  /** Whether keywords beside `$ref` are ignored, as in OpenAPI 3.0. */
  isVersion30: boolean;
  table: SchemaTable;
  discriminators: Discriminators;
  /** The strings of requests that are files. */
  files: ReadonlySet<Json>;
  /** The strings with `format: binary` that are text. */
  binaryTexts: ReadonlySet<Json>;
  /** Returns whether an enum accepts any other string at its use. */
  isOpenEnum: (schema: Json) => boolean;
}

/** Rewrites the schemas of a document to forms that openapi-typescript renders correctly. */
export class SchemaLowering {
  readonly #context: LoweringContext;
  readonly #enclosing: EnclosingSchemas;

  constructor(context: LoweringContext) {
    this.#context = context;
    this.#enclosing = new EnclosingSchemas(context.root);
  }

  /** Rewrites a named schema. */
  lowerNamed({ schema, direction }: NamedSchema): LoweredSchema {
    return this.#enclosing.rewriteOtherValue([schema], () => this.#define(schema, direction));
  }

  /** Rewrites a schema at its use. An open enum accepts any string. */
  use(schema: Json | undefined, direction: Direction, required?: ReadonlySet<string>): LoweredSchema {
    const result = this.#define(schema, direction, required);
    return schema !== undefined && this.#context.isOpenEnum(schema)
      ? lowered.unite([result, lowered.ANY_TEXT])
      : result;
  }

  /** Rewrites a schema of a property or an item. It may refer to the schemas around it. */
  #lowerInside(schema: Json | undefined, direction: Direction): LoweredSchema {
    return this.#enclosing.rewriteOtherValue([], () => this.use(schema, direction));
  }

  /** Rewrites a schema. `outer` has the properties that outer schemas require of the same value. */
  #define(schema: Json | undefined, direction: Direction, outer?: ReadonlySet<string>): LoweredSchema {
    if (schema === false) return lowered.NEVER;
    if (!isObject(schema)) return lowered.ANY;
    if (direction === "request" && this.#context.files.has(schema))
      return this.#addNull(
        schema,
        getTypes(schema).includes("null") ? lowered.unite([lowered.BLOB, lowered.NULL]) : lowered.BLOB,
      );
    const isReference = typeof schema.$ref === "string";
    if (this.#isPlainReference(schema)) return this.#addNull(schema, this.#lowerReference(schema, direction));
    const own = getRequiredOfAll(schema);
    const names = outer?.size ? new Set([...outer, ...own]) : new Set(own);
    const parts = [
      ...(isReference ? [this.#lowerBase(schema, direction, names)] : []),
      this.#lowerKeywords(schema, direction, names),
      ...toList(schema.allOf)
        .filter((each) => !this.#allowsAll(each, schema))
        .map((each) => this.#lowerBase(each, direction, names)),
      ...(["anyOf", "oneOf"] as const).flatMap((keyword) =>
        Array.isArray(schema[keyword]) ? [this.#lowerUnion(schema, schema[keyword], direction, names)] : [],
      ),
      ...this.#createTags(schema),
    ];
    if (outer === undefined) parts.push(...this.#getRequiredOfOthers(schema, direction, names));
    const result = lowered.intersect(parts);
    return this.#addNull(
      schema,
      outer === undefined && result === lowered.FREE_OBJECT ? lowered.createRequired(names) : result,
    );
  }

  /** Returns whether a schema is only a reference. */
  #isPlainReference(schema: JsonObject): boolean {
    return typeof schema.$ref === "string" && (this.#context.isVersion30 || Object.keys(schema).length === 1);
  }

  /** Returns the target of a reference, past references without other keywords, and any other schema unchanged. */
  #getTarget(schema: Json): Json {
    const [, ...targets] = followChain(this.#context.root, schema);
    return targets.find((each) => !this.#isPlainReference(each)) ?? schema;
  }

  /** Returns whether an enum allows all values of an enum beside it, so that it does not narrow the type. */
  #allowsAll(member: Json, schema: JsonObject): boolean {
    if (schema.const === undefined && !Array.isArray(schema.enum)) return false;
    const values = new Set(getValues(this.#context.root, member));
    return (
      getValues(this.#context.root, without(schema, "allOf"))?.every((each) => values.has(each)) === true
    );
  }

  /** Rewrites a member of an `allOf`. A union of its own extensions replaces the reference, without the union. */
  #lowerBase(schema: Json, direction: Direction, names: ReadonlySet<string>): LoweredSchema {
    const target = this.#getTarget(schema);
    if (
      target === schema ||
      !isObject(target) ||
      !this.#enclosing.areReachableFrom(target, ["allOf", "anyOf", "oneOf"])
    )
      return isObject(schema) && schema.$ref !== undefined
        ? this.use({ $ref: schema.$ref }, direction, names)
        : this.use(schema, direction, names);
    const base = without(target, "anyOf", "oneOf");
    return this.#enclosing.inline(target, () => this.#define(base, direction, names)) ?? lowered.ANY;
  }

  /** Rewrites a member of a union. A circular member replaces its reference. */
  #lowerAlternative(schema: Json, direction: Direction, names: ReadonlySet<string>): LoweredSchema {
    const required = names.size ? names : undefined;
    const target = this.#getTarget(schema);
    if (target === schema || !this.#enclosing.areReachableFrom(target, ["anyOf", "oneOf"]))
      return this.use(schema, direction, required);
    return this.#enclosing.inline(target, () => this.#define(target, direction, required)) ?? lowered.NEVER;
  }

  #addNull(schema: JsonObject, result: LoweredSchema): LoweredSchema {
    return schema.nullable === true && !lowered.isAny(result)
      ? lowered.unite([result, lowered.NULL])
      : result;
  }

  #lowerReference({ $ref }: JsonObject, direction: Direction): LoweredSchema {
    const found = this.#context.table.find($ref as string, direction);
    return found ? { $ref: refTo(found.key) } : lowered.ANY;
  }

  #lowerUnion(
    schema: JsonObject,
    members: Json[],
    direction: Direction,
    names: ReadonlySet<string>,
  ): LoweredSchema {
    const isUntyped = members.map((member) => getTypes(schema).includes("object") && isObjectPart(member));
    if (isUntyped.length && !isUntyped.includes(false)) return lowered.ANY;
    return lowered.unite(
      members.map((member, index) => {
        if (isUntyped[index]) return this.#lowerObjectPart(schema, member, direction);
        const tag =
          isObject(member) && this.#context.discriminators.findMemberTag(schema.discriminator, member);
        const result = this.#lowerAlternative(member, direction, names);
        return tag ? lowered.intersect([result, createTagged(tag)]) : result;
      }),
    );
  }

  /** Rewrites a member of a union that only requires properties of the object around it. */
  #lowerObjectPart(schema: JsonObject, member: Json, direction: Direction): LoweredSchema {
    const properties: Record<string, LoweredSchema> = {};
    for (const name of getRequiredOfAll(member)) {
      const declarations = findPropertySchemas(this.#context.root, schema, name);
      if (declarations.some((each) => isLeftOut(this.#context.root, each, direction))) continue;
      const types = declarations.map((each) => this.#lowerInside(each, direction));
      properties[name] = lowered.toProperty(lowered.intersect(types));
    }
    const required = Object.keys(properties);
    return required.length ? { type: "object", properties, required } : lowered.FREE_OBJECT;
  }

  #createTags(schema: JsonObject): LoweredSchema[] {
    const tag = schema.allOf === undefined ? undefined : this.#context.discriminators.findChildTag(schema);
    return tag ? [createTagged(tag)] : [];
  }

  /** Returns the properties that a schema requires, and that a referenced schema declares as optional. */
  #getRequiredOfOthers(
    schema: JsonObject,
    direction: Direction,
    names: ReadonlySet<string>,
  ): LoweredSchema[] {
    const { root } = this.#context;
    const references = [schema, ...toList(schema.allOf).filter(isObject)].filter(
      ({ $ref }) => $ref !== undefined,
    );
    const properties: Record<string, LoweredSchema> = {};
    for (const name of names) {
      const declarations = references.flatMap((each) => findPropertySchemas(root, { $ref: each.$ref }, name));
      const isOptional =
        declarations.length > 0 && !references.some((each) => isRequired(root, { $ref: each.$ref }, name));
      if (!isOptional || declarations.some((each) => isLeftOut(this.#context.root, each, direction)))
        continue;
      const schemas = declarations.map((each) => this.#lowerInside(each, direction));
      properties[name] = lowered.toProperty(lowered.intersect(schemas));
    }
    const found = Object.keys(properties);
    return found.length ? [{ type: "object", properties, required: found }] : [];
  }

  /** Rewrites the keywords of a schema itself. */
  #lowerKeywords(schema: JsonObject, direction: Direction, names: ReadonlySet<string>): LoweredSchema {
    const types = getTypes(schema);
    if (schema.const !== undefined) return lowered.createLiterals([schema.const]);
    if (Array.isArray(schema.enum)) {
      const isNullMissing = types.includes("null") && !schema.enum.includes(null);
      return lowered.createLiterals(isNullMissing ? [...schema.enum, null] : schema.enum);
    }
    return types.length
      ? lowered.unite(types.map((type) => this.#lowerType(type, schema, direction, names)))
      : lowered.ANY;
  }

  #lowerType(
    type: string,
    schema: JsonObject,
    direction: Direction,
    names: ReadonlySet<string>,
  ): LoweredSchema {
    switch (type) {
      case "string":
        return schema.format === "binary" && !this.#context.binaryTexts.has(schema) ? lowered.BLOB : { type };
      case "number":
      case "integer":
        return { type: "number" };
      case "boolean":
      case "null":
        return { type };
      case "array":
        return lowerArray(schema, (each) => this.#lowerInside(each, direction));
      case "object":
        return lowerObject(
          { root: this.#context.root, direction, lower: (each) => this.#lowerInside(each, direction) },
          schema,
          names,
        );
      default:
        return lowered.ANY;
    }
  }
}

/** Returns an object whose property has one of the values of a discriminator. */
function createTagged({ property, values }: Tag): LoweredSchema {
  return {
    type: "object",
    properties: { [property]: lowered.toProperty(lowered.createLiterals(values)) },
    required: [property],
  };
}
