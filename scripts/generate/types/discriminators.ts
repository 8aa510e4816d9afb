import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { getValueAt, parseReference } from "../../document/references.js";
import { collectConjunction, findPropertySchemas, readAllowedValues } from "./properties.js";

/** The property that distinguishes a schema from the other members of a union, and its values for that schema. */
export interface Tag {
  property: string;
  values: Json[];
}

/**
 * The discriminator values of schemas: by the mapping, or else by the names of the schemas. A schema that lists the
 * values of the property itself needs no tag.
 */
export class Discriminators {
  readonly #root: JsonObject;
  /** The schemas that extend a schema by `allOf`. */
  readonly #children = new Map<Json, JsonObject[]>();
  readonly #names = new Map<Json, string>();

  constructor(root: JsonObject) {
    this.#root = root;
    const components = isObject(root.components) ? root.components : {};
    for (const [name, schema] of Object.entries(isObject(components.schemas) ? components.schemas : {})) {
      if (!isObject(schema)) continue;
      this.#names.set(schema, name);
      for (const base of this.#getBases(schema))
        this.#children.set(base, [...(this.#children.get(base) ?? []), schema]);
    }
  }

  /** Returns the tag of a member of a union with a discriminator. */
  findMemberTag(discriminator: Json | undefined, member: JsonObject): Tag | undefined {
    const schema = this.#followReference(member);
    if (!isObject(discriminator) || !isObject(schema)) return undefined;
    const tag = this.#createTag(discriminator, schema, false);
    const inherited = this.findChildTag(schema);
    return tag && inherited?.property === tag.property && inherited.values.length === tag.values.length
      ? undefined
      : tag;
  }

  /** Returns the tag of a schema that extends one with a discriminator. */
  findChildTag(schema: JsonObject): Tag | undefined {
    if (!this.#names.has(schema)) return undefined;
    for (const base of collectConjunction(this.#root, schema))
      if (base !== schema && isObject(base.discriminator))
        return this.#createTag(base.discriminator, schema, true);
    return undefined;
  }

  /** Returns whether a value of a schema may be one of the schemas that extend it, by the discriminator of a base. */
  isExtended(schema: JsonObject): boolean {
    if (!this.#children.has(schema) || schema.oneOf !== undefined || schema.anyOf !== undefined) return false;
    return collectConjunction(this.#root, schema).some(({ discriminator }) => isObject(discriminator));
  }

  #createTag(discriminator: JsonObject, schema: JsonObject, includesChildren: boolean): Tag | undefined {
    const { propertyName, defaultMapping } = discriminator;
    if (typeof propertyName !== "string") return undefined;
    // OpenAPI 3.2: a value without the property, or with an unknown one, is of this schema.
    if (typeof defaultMapping === "string" && this.#findMappedSchema(defaultMapping) === schema)
      return undefined;
    const values = [...new Set(this.#listValues(discriminator, schema, includesChildren))];
    if (!values.length) return undefined;
    for (const propertySchema of findPropertySchemas(this.#root, schema, propertyName)) {
      const listed = readAllowedValues(this.#root, propertySchema);
      // Its own enum states the values, or the names of the schemas are not the values.
      if (listed && (listed.length <= values.length || values.some((value) => !listed.includes(value))))
        return undefined;
    }
    return { property: propertyName, values };
  }

  #listValues(
    discriminator: JsonObject,
    schema: JsonObject,
    includesChildren: boolean,
    seen = new Set<Json>(),
  ): Json[] {
    if (seen.has(schema)) return [];
    seen.add(schema);
    const mapping = isObject(discriminator.mapping) ? discriminator.mapping : {};
    const mapped = Object.entries(mapping)
      .filter(([, target]) => typeof target === "string" && this.#findMappedSchema(target) === schema)
      .map(([value]) => value);
    const name = this.#names.get(schema);
    const ownValues = mapped.length || name === undefined ? mapped : [name];
    if (!includesChildren) return ownValues;
    const children = this.#children.get(schema) ?? [];
    return [...ownValues, ...children.flatMap((child) => this.#listValues(discriminator, child, true, seen))];
  }

  /** Returns the schema of a mapping, by reference or by name. */
  #findMappedSchema(target: string): Json | undefined {
    const parts = parseReference(target) ?? ["components", "schemas", target];
    return getValueAt(this.#root, parts);
  }

  #getBases({ allOf }: JsonObject): Json[] {
    return (Array.isArray(allOf) ? allOf : []).flatMap((part) => {
      const base = isObject(part) && typeof part.$ref === "string" ? this.#followReference(part) : undefined;
      return base === undefined ? [] : [base];
    });
  }

  #followReference(schema: JsonObject): Json | undefined {
    if (typeof schema.$ref !== "string") return schema;
    const parts = parseReference(schema.$ref);
    return parts && getValueAt(this.#root, parts);
  }
}
