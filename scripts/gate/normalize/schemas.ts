import { getMember, isObject, type Json, type JsonObject, omitKeys, toList } from "../../document/json.js";
import { parseReference, resolvePointer } from "../../document/references.js";
import { hasType, isNever, listInapplicableKeywords } from "./canonical.js";
import { normalizeKeywords } from "./normalize-keywords.js";
import { stringifySorted } from "../json-equality.js";
import { simplifyConditions } from "./conditions.js";
import { upgradeKeywords } from "./upgrade-keywords.js";
import { addUnevaluated, removeUnevaluated } from "./unevaluated.js";
import { isAnnotation, removeAnnotations } from "./keywords.js";
import { mergeSchemas } from "./merge.js";
import { getUnion, simplifyUnion, splitTypes } from "./unions.js";

type RefSet = ReadonlySet<string>;

const NO_REFS: RefSet = new Set();

const serializeRefs = (refs: RefSet): string => [...refs].sort().join("\n");

/** The references that are kept or left out while others are replaced. `key` identifies both sets. */
interface RefSelection {
  keep: RefSet;
  omit: RefSet;
  key: string;
}

/**
 * Converts the schemas of a document to a canonical form, so that equivalent schemas are equal.
 *
 * A canonical schema has `type` and `enum` as sorted lists, and bounds as numbers. No keyword has its default value. It
 * has no `const`, `nullable` or own `$ref`. Alternatives and parts are merged where possible. References are in
 * `allOf`, as objects with only a `$ref`. Subschemas are left as written.
 */
export class SchemaNormalizer {
  readonly #root: JsonObject;
  /** In OpenAPI 3.0 keywords beside a `$ref` are ignored, except `nullable`. */
  readonly #ignoresKeywordsBesideRef: boolean;
  readonly #canonical = new WeakMap<object, JsonObject>();
  readonly #expanded = new WeakMap<JsonObject, Map<string, JsonObject>>();
  readonly #texts = new WeakMap<JsonObject, string>();
  readonly #tags = new WeakMap<JsonObject, ReadonlyMap<string, readonly Json[]>>();
  /** The schema of the document from which each canonical schema was derived. */
  readonly #sources = new WeakMap<object, object>();

  constructor(root: JsonObject) {
    this.#root = root;
    this.#ignoresKeywordsBesideRef = typeof root.openapi === "string" && root.openapi.startsWith("3.0");
  }

  /** Returns the canonical form of a schema. */
  normalize(schema: Json | undefined): JsonObject {
    if (schema === false) return { not: {} };
    if (!isObject(schema)) return {};
    const cached = this.#canonical.get(schema);
    if (cached) return cached;
    const canonical = this.#normalizeObject(schema);
    this.#canonical.set(schema, canonical);
    // A part of a canonical schema is normalized again.
    this.#sources.set(canonical, this.getSource(schema));
    return canonical;
  }

  /** Returns the object of the document from which a canonical schema was derived. */
  getSource(canonical: JsonObject): object {
    return this.#sources.get(canonical) ?? canonical;
  }

  /** Returns a canonical schema as JSON with sorted keys. */
  serialize(canonical: JsonObject): string {
    const text = this.#texts.get(canonical) ?? stringifySorted(canonical);
    this.#texts.set(canonical, text);
    return text;
  }

  /** Returns the references in `allOf`. */
  getRefs(canonical: JsonObject): string[] {
    return toList(canonical.allOf).flatMap((part) =>
      isObject(part) && typeof part.$ref === "string" ? [part.$ref] : [],
    );
  }

  /** Returns the reference of a canonical schema that consists of nothing else. */
  getOnlyRef(canonical: JsonObject): string | undefined {
    const [ref, ...more] = this.getRefs(canonical);
    const isAlone = Object.keys(canonical).every((keyword) => keyword === "allOf" || isAnnotation(keyword));
    return isAlone && !more.length && toList(canonical.allOf).length === 1 ? ref : undefined;
  }

  /** Returns the target of a reference. */
  resolve($ref: string): Json | undefined {
    const parts = parseReference($ref);
    return parts && resolvePointer(this.#root, parts);
  }

  /**
   * Replaces references by their schemas.
   *
   * @param canonical - The canonical schema.
   * @param keep - The references that are not replaced. Default: none.
   * @param omit - The references that are left out. Default: none.
   * @returns The schema without other references in `allOf`.
   */
  expand(canonical: JsonObject, keep: RefSet = NO_REFS, omit: RefSet = NO_REFS): JsonObject {
    return this.#expand(canonical, { keep, omit, key: [keep, omit].map(serializeRefs).join("\n\n") }, []);
  }

  #expand(canonical: JsonObject, selection: RefSelection, visited: readonly string[]): JsonObject {
    const { keep, omit, key } = selection;
    const cached = this.#expanded.get(canonical)?.get(key);
    if (cached) return cached;
    let expanded = removeUnevaluated(omitKeys(canonical, "allOf"));
    for (const part of toList(canonical.allOf)) {
      const $ref = isObject(part) && typeof part.$ref === "string" ? part.$ref : undefined;
      if ($ref === undefined || keep.has($ref)) expanded = mergeSchemas(expanded, { allOf: [part] });
      else if (!omit.has($ref) && !visited.includes($ref))
        expanded = mergeSchemas(
          expanded,
          this.#expand(this.normalize(this.resolve($ref)), selection, [...visited, $ref]),
        );
    }
    expanded = addUnevaluated(expanded, canonical);
    this.#sources.set(expanded, this.getSource(canonical));
    const byKey = this.#expanded.get(canonical) ?? new Map<string, JsonObject>();
    this.#expanded.set(canonical, byKey.set(key, expanded));
    return expanded;
  }

  /** Returns the references that `expand` replaces. */
  listExpandedRefs(canonical: JsonObject, keep: RefSet): Set<string> {
    const refs = new Set(this.getRefs(canonical).filter((ref) => !keep.has(ref)));
    // The iteration of a set includes elements that are added during it.
    for (const ref of refs)
      for (const nested of this.getRefs(this.normalize(this.resolve(ref))))
        if (!keep.has(nested)) refs.add(nested);
    return refs;
  }

  /** Normalizes a schema, and replaces all of its references. */
  expandAll(schema: Json | undefined): JsonObject {
    return this.expand(this.normalize(schema));
  }

  /** Returns the required properties of a canonical schema with an enum, and their values. */
  getTags(canonical: JsonObject): ReadonlyMap<string, readonly Json[]> {
    const cached = this.#tags.get(canonical);
    if (cached) return cached;
    const { properties } = canonical;
    const tags = new Map<string, readonly Json[]>();
    for (const name of toList(canonical.required)) {
      if (typeof name !== "string" || !isObject(properties)) continue;
      const values = this.expandAll(getMember(properties, name)).enum;
      if (Array.isArray(values)) tags.set(name, values);
    }
    this.#tags.set(canonical, tags);
    return tags;
  }

  /** Returns a canonical schema with the keywords for values that another schema allows too. */
  restrict(canonical: JsonObject, other: JsonObject): JsonObject {
    const excluded = listInapplicableKeywords(other).filter((keyword) => canonical[keyword] !== undefined);
    if (!excluded.length) return canonical;
    const restricted = omitKeys(canonical, ...excluded);
    this.#sources.set(restricted, this.getSource(canonical));
    return restricted;
  }

  /** Returns a canonical schema without required properties that all of its alternatives require too. */
  removeImpliedRequired(canonical: JsonObject): JsonObject {
    const { required } = canonical;
    const union = getUnion(canonical);
    if (!union || required === undefined) return canonical;
    const members = union.members.map((member) => toList(this.expand(member).required));
    const notImplied = toList(required).filter((name) => members.some((names) => !names.includes(name)));
    const simplified = notImplied.length
      ? { ...canonical, required: notImplied }
      : omitKeys(canonical, "required");
    this.#sources.set(simplified, this.getSource(canonical));
    return simplified;
  }

  /** Returns a canonical schema without its references. */
  removeRefs(canonical: JsonObject): JsonObject {
    const { allOf, ...others } = canonical;
    if (allOf === undefined) return canonical;
    const parts = toList(allOf).filter((part) => typeof (part as JsonObject).$ref !== "string");
    const withoutRefs: JsonObject = parts.length ? { ...others, allOf: parts } : others;
    this.#sources.set(withoutRefs, this.getSource(canonical));
    return withoutRefs;
  }

  /** Merges the keywords beside the alternatives into each of them. */
  distribute(canonical: JsonObject): JsonObject[] {
    const union = getUnion(canonical);
    if (!union) return [canonical];
    const beside = removeUnevaluated(omitKeys(canonical, union.kind, "discriminator"));
    return union.members.map((member) => {
      const distributed = addUnevaluated(mergeSchemas(member, beside), canonical);
      this.#sources.set(distributed, this.getSource(member));
      return distributed;
    });
  }

  /** Splits a canonical schema of several types into one schema for each. */
  splitTypes(canonical: JsonObject): JsonObject[] {
    const parts = splitTypes(canonical);
    for (const part of parts) if (part !== canonical) this.#sources.set(part, this.getSource(canonical));
    return parts;
  }

  #normalizeObject(schema: JsonObject): JsonObject {
    const { $ref } = schema;
    if (typeof $ref === "string") {
      // The generated code allows null, because `nullable` is common there.
      if (this.#ignoresKeywordsBesideRef)
        return schema.nullable === true
          ? this.#normalizeObject({ nullable: true, allOf: [{ $ref }] })
          : { allOf: [{ $ref }] };
      const beside = omitKeys(schema, "$ref");
      return this.#normalizeObject({ ...beside, allOf: [{ $ref }, ...toList(beside.allOf)] });
    }
    const { allOf, anyOf, oneOf, ...ownKeywords } = simplifyConditions(upgradeKeywords(schema));
    let canonical = normalizeKeywords(removeUnevaluated(ownKeywords));
    for (const part of toList(allOf)) canonical = mergeSchemas(canonical, this.#normalizePart(part));
    for (const [kind, list] of [
      ["anyOf", anyOf],
      ["oneOf", oneOf],
    ] as const)
      if (Array.isArray(list))
        canonical = mergeSchemas(
          canonical,
          uniteAlternatives(
            kind,
            list.map((member) => this.normalize(member)),
          ),
        );
    canonical = addUnevaluated(this.#distributeType(canonical), ownKeywords);
    return isNever(canonical) ? { not: {} } : canonical;
  }

  /** Moves the type beside alternatives into each of them. */
  #distributeType(canonical: JsonObject): JsonObject {
    const union = getUnion(canonical);
    const { type } = canonical;
    if (!union || type === undefined) return canonical;
    const members = union.members.map((member) => {
      const types = this.#findTypes(member, []);
      const isIncluded = types?.every((memberType) => hasType(toList(type), memberType)) ?? false;
      return isIncluded ? member : mergeSchemas(member, { type });
    });
    return mergeSchemas(omitKeys(canonical, "type", union.kind), uniteAlternatives(union.kind, members));
  }

  /** Returns the types that a schema allows, also as written. Undefined if it does not state them. */
  #findTypes(
    { type, allOf, $ref, nullable }: JsonObject,
    trail: readonly string[],
  ): readonly Json[] | undefined {
    if (nullable === true) return undefined;
    if (type !== undefined) return Array.isArray(type) ? type : [type];
    const refs = typeof $ref === "string" ? [{ $ref }] : [];
    for (const part of [...refs, ...toList(allOf)]) {
      const ref = isObject(part) && typeof part.$ref === "string" ? part.$ref : undefined;
      if (ref !== undefined && trail.includes(ref)) continue;
      const schema = ref === undefined ? part : this.resolve(ref);
      const types = isObject(schema) && this.#findTypes(schema, ref === undefined ? trail : [...trail, ref]);
      if (types) return types;
    }
    return undefined;
  }

  #normalizePart(part: Json): JsonObject {
    if (!isObject(part)) return this.normalize(part);
    const { $ref } = part;
    const isRef =
      typeof $ref === "string" &&
      Object.keys(part).every((keyword) => keyword === "$ref" || isAnnotation(keyword));
    return isRef ? { allOf: [{ $ref }] } : this.normalize(part);
  }
}

/** Returns a schema for the values of these alternatives. */
function uniteAlternatives(kind: "anyOf" | "oneOf", alternatives: readonly JsonObject[]): JsonObject {
  const { members } = simplifyUnion({ kind, members: alternatives });
  const isOpen = members.some((member) => Object.keys(member).every(isAnnotation));
  if (isOpen && kind === "anyOf") return {};
  const [only, ...more] = members;
  if (!only) return { not: {} };
  if (more.length) return { [kind]: [...members] };
  // The annotations of one alternative of several do not apply to the whole.
  return alternatives.length === 1 ? only : removeAnnotations(only);
}
