import { isObject, type Json, type JsonObject, omitKeys, toList } from "../../document/json.js";
import type { Direction } from "./directions.js";
import type { Discriminators, Tag } from "./discriminators.js";
import { EnclosingSchemas } from "./enclosing-schemas.js";
import { isObjectPart, listRequired, listTypes } from "./keywords.js";
import { lowerArray } from "./lower-array.js";
import { isOptionalIn, lowerObject } from "./lower-object.js";
import * as lowered from "./lowered.js";
import { type LoweredSchema } from "./lowered.js";
import { findPropertySchemas, followReferences, isRequired, readAllowedValues } from "./properties.js";
import { type NamedSchema, type SchemaTable } from "./schema-table.js";
import { formatSchemaReference } from "../../document/references.js";

/** The context of all schemas of a document. */
interface LoweringContext {
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
    return this.#enclosing.rewriteOtherValue([schema], () => this.#lowerDefinition(schema, direction));
  }

  /** Rewrites a schema at its use. An open enum accepts any string. */
  lowerUse(schema: Json | undefined, direction: Direction, required?: ReadonlySet<string>): LoweredSchema {
    const result = this.#lowerDefinition(schema, direction, required);
    return schema !== undefined && this.#context.isOpenEnum(schema)
      ? lowered.unite([result, lowered.ANY_TEXT])
      : result;
  }

  /** Rewrites a schema of a property or an item. It may refer to the schemas around it. */
  #lowerInside(schema: Json | undefined, direction: Direction): LoweredSchema {
    return this.#enclosing.rewriteOtherValue([], () => this.lowerUse(schema, direction));
  }

  /** Rewrites a schema. `requiredByOuter` has the properties that outer schemas require of the same value. */
  #lowerDefinition(
    schema: Json | undefined,
    direction: Direction,
    requiredByOuter?: ReadonlySet<string>,
  ): LoweredSchema {
    if (schema === false) return lowered.NEVER;
    if (!isObject(schema)) return lowered.ANY;
    if (direction === "request" && this.#context.files.has(schema))
      return this.#addNull(
        schema,
        listTypes(schema).includes("null") ? lowered.unite([lowered.BLOB, lowered.NULL]) : lowered.BLOB,
      );
    const isReference = typeof schema.$ref === "string";
    if (this.#isPlainReference(schema)) return this.#addNull(schema, this.#lowerReference(schema, direction));
    const ownNames = listRequired(schema);
    const names = requiredByOuter?.size ? new Set([...requiredByOuter, ...ownNames]) : new Set(ownNames);
    const parts = [
      ...(isReference ? [this.#lowerBase(schema, direction, names)] : []),
      this.#lowerKeywords(schema, direction, names),
      ...toList(schema.allOf)
        .filter((part) => !this.#allowsAll(part, schema))
        .map((part) => this.#lowerBase(part, direction, names)),
      ...(["anyOf", "oneOf"] as const).flatMap((keyword) =>
        this.#lowerUnion(schema, toList(schema[keyword]), direction, names),
      ),
      ...this.#createTags(schema),
    ];
    if (requiredByOuter === undefined) parts.push(...this.#createRequiredOverrides(schema, direction, names));
    const result = lowered.intersect(parts);
    return this.#addNull(
      schema,
      requiredByOuter === undefined && result === lowered.FREE_OBJECT
        ? lowered.createRequired(names)
        : result,
    );
  }

  /** Returns whether a schema is only a reference. */
  #isPlainReference(schema: JsonObject): boolean {
    return typeof schema.$ref === "string" && (this.#context.isVersion30 || Object.keys(schema).length === 1);
  }

  /** Returns the target of a reference, past references without other keywords, and any other schema unchanged. */
  #resolveTarget(schema: Json): Json {
    const [, ...targets] = followReferences(this.#context.root, schema);
    return targets.find((candidate) => !this.#isPlainReference(candidate)) ?? schema;
  }

  /** Returns whether an enum allows all values of the enum beside it. Then it does not narrow the type. */
  #allowsAll(member: Json, schema: JsonObject): boolean {
    if (schema.const === undefined && !Array.isArray(schema.enum)) return false;
    const values = new Set(readAllowedValues(this.#context.root, member));
    return (
      readAllowedValues(this.#context.root, omitKeys(schema, "allOf"))?.every((value) =>
        values.has(value),
      ) === true
    );
  }

  /** Rewrites a member of an `allOf`. A union of its own extensions replaces the reference, without the union. */
  #lowerBase(schema: Json, direction: Direction, names: ReadonlySet<string>): LoweredSchema {
    const target = this.#resolveTarget(schema);
    if (
      target === schema ||
      !isObject(target) ||
      !this.#enclosing.areReachableFrom(target, ["allOf", "anyOf", "oneOf"])
    )
      return isObject(schema) && schema.$ref !== undefined
        ? this.lowerUse({ $ref: schema.$ref }, direction, names)
        : this.lowerUse(schema, direction, names);
    const base = omitKeys(target, "anyOf", "oneOf");
    return this.#enclosing.inline(target, () => this.#lowerDefinition(base, direction, names)) ?? lowered.ANY;
  }

  /** Rewrites a member of a union. A circular member replaces its reference. */
  #lowerAlternative(schema: Json, direction: Direction, names: ReadonlySet<string>): LoweredSchema {
    const required = names.size ? names : undefined;
    const target = this.#resolveTarget(schema);
    if (target === schema || !this.#enclosing.areReachableFrom(target, ["anyOf", "oneOf"]))
      return this.lowerUse(schema, direction, required);
    return (
      this.#enclosing.inline(target, () => this.#lowerDefinition(target, direction, required)) ??
      lowered.NEVER
    );
  }

  #addNull(schema: JsonObject, result: LoweredSchema): LoweredSchema {
    return schema.nullable === true && !lowered.isAny(result)
      ? lowered.unite([result, lowered.NULL])
      : result;
  }

  #lowerReference({ $ref }: JsonObject, direction: Direction): LoweredSchema {
    const namedSchema = this.#context.table.find($ref as string, direction);
    return namedSchema ? { $ref: formatSchemaReference(namedSchema.key) } : lowered.ANY;
  }

  /** Rewrites a union. Returns an empty list if it does not narrow the type. */
  #lowerUnion(
    schema: JsonObject,
    members: readonly Json[],
    direction: Direction,
    names: ReadonlySet<string>,
  ): LoweredSchema[] {
    // An empty list is invalid, and constrains nothing.
    if (!members.length) return [];
    const isUntyped = members.map((member) => listTypes(schema).includes("object") && isObjectPart(member));
    if (!isUntyped.includes(false)) return [];
    const alternatives = members.map((member, index) => {
      if (isUntyped[index]) return this.#lowerObjectPart(schema, member, direction);
      const tag =
        isObject(member) && this.#context.discriminators.findMemberTag(schema.discriminator, member);
      const result = this.#lowerAlternative(member, direction, names);
      return tag ? lowered.intersect([result, createTagged(tag)]) : result;
    });
    return [lowered.unite(alternatives)];
  }

  /** Rewrites a member of a union that only requires properties of the object around it. */
  #lowerObjectPart(schema: JsonObject, member: Json, direction: Direction): LoweredSchema {
    const properties: Record<string, LoweredSchema> = {};
    for (const name of listRequired(member)) {
      const declarations = findPropertySchemas(this.#context.root, schema, name);
      if (declarations.some((declaration) => isOptionalIn(this.#context.root, declaration, direction)))
        continue;
      const types = declarations.map((declaration) => this.#lowerInside(declaration, direction));
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
  #createRequiredOverrides(
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
      const declarations = references.flatMap((reference) =>
        findPropertySchemas(root, { $ref: reference.$ref }, name),
      );
      const isOptional =
        declarations.length > 0 &&
        !references.some((reference) => isRequired(root, { $ref: reference.$ref }, name));
      if (
        !isOptional ||
        declarations.some((declaration) => isOptionalIn(this.#context.root, declaration, direction))
      )
        continue;
      const schemas = declarations.map((declaration) => this.#lowerInside(declaration, direction));
      properties[name] = lowered.toProperty(lowered.intersect(schemas));
    }
    const requiredNames = Object.keys(properties);
    return requiredNames.length ? [{ type: "object", properties, required: requiredNames }] : [];
  }

  /** Rewrites the keywords of a schema itself. */
  #lowerKeywords(schema: JsonObject, direction: Direction, names: ReadonlySet<string>): LoweredSchema {
    const types = listTypes(schema);
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
        return lowerArray(schema, (item) => this.#lowerInside(item, direction));
      case "object":
        return lowerObject(
          {
            root: this.#context.root,
            direction,
            lower: (property) => this.#lowerInside(property, direction),
          },
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
