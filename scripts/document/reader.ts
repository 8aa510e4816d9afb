import type { SpecDocument } from "./document.js";
import { isEmptyList, isObject, type Json, type JsonObject, type Pointer } from "./json.js";
import type { Problem } from "../problem.js";
import { type DocumentNode, followReference, getReference, getTarget, parseReference } from "./references.js";

/** Trims a string. Undefined if it is empty, and for any other value. */
export const toText = (value: Json | undefined): string | undefined =>
  typeof value === "string" && value.trim() ? value.trim() : undefined;

/** Follows the references of a document, and collects the problems of a part, such as one operation. */
export class Reader {
  readonly #document: SpecDocument;
  readonly #problems: Problem[] = [];
  readonly #warnings: Problem[] = [];

  constructor(document: SpecDocument) {
    this.#document = document;
  }

  /** The errors: the part cannot be generated. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** The parts of the document that the generated code does not follow exactly. */
  get warnings(): readonly Problem[] {
    return this.#warnings;
  }

  /** Adds an error: the part cannot be generated. */
  report(pointer: Pointer, message: string): void {
    this.#problems.push(this.#document.createProblem(pointer, message));
  }

  /** Adds a warning: the generated code does not follow the document exactly. */
  warn(rule: string, pointer: Pointer, message: string): void {
    this.#warnings.push({ ...this.#document.createProblem(pointer, message), rule });
  }

  /** Returns an object. Another value is ignored with a warning, and an empty object is returned. */
  readObject(pointer: Pointer, value: Json | undefined): JsonObject {
    if (isObject(value)) return value;
    if (!isEmptyList(value)) this.#warnOfIgnored(pointer, value, "an object");
    return {};
  }

  /** Returns a list. Another value is ignored with a warning, and an empty list is returned. */
  readList(pointer: Pointer, value: Json | undefined): readonly Json[] {
    if (Array.isArray(value)) return value;
    this.#warnOfIgnored(pointer, value, "a list");
    return [];
  }

  #warnOfIgnored(pointer: Pointer, value: Json | undefined, expected: string): void {
    if (value === undefined) return;
    const name = pointer.slice(typeof pointer.at(-1) === "number" ? -2 : -1).join(".");
    this.warn("malformed-part", pointer, `${name} must be ${expected}: it is ignored`);
  }

  /** Adds the problems of another reader as warnings. */
  addWarnings(rule: string, problems: readonly Problem[]): void {
    this.#warnings.push(...problems.map((problem) => ({ ...problem, rule })));
  }

  /** Returns a reader of the same document for a part that can be ignored. */
  fork(): Reader {
    return new Reader(this.#document);
  }

  /** Follows references to an object and its pointer. Reports a reference that does not lead to an object. */
  follow(pointer: Pointer, value: Json | undefined): DocumentNode | undefined {
    const node = this.resolve(pointer, value);
    if ("value" in node) return node;
    this.report(node.pointer, node.message);
    return undefined;
  }

  /**
   * Follows references to a schema. It stops at a schema with keywords beside its reference, which `collectParts`
   * follows. Returns undefined for `true` and `false`, which have no keywords.
   */
  followSchema(pointer: Pointer, value: Json | undefined): DocumentNode | undefined {
    const { root } = this.#document;
    const finalTarget = followReference(root, pointer, value);
    if ("value" in finalTarget && typeof finalTarget.value === "boolean") return undefined;
    const finalNode = this.follow(pointer, value);
    // OpenAPI 3.0 ignores the keywords beside a reference.
    if (!finalNode || (typeof root.openapi === "string" && root.openapi.startsWith("3.0"))) return finalNode;
    let current: DocumentNode<Json | undefined> = { pointer, value };
    while (
      isObject(current.value) &&
      Object.keys(current.value).length === 1 &&
      current.value !== finalNode.value
    )
      current = {
        pointer: parseReference(getReference(current.value) ?? "") ?? [],
        value: getTarget(root, current.value),
      };
    return isObject(current.value) ? { value: current.value, pointer: current.pointer } : finalNode;
  }

  /** Follows references to a value and its pointer, or to the pointer of the error. */
  resolve(pointer: Pointer, value: Json | undefined): DocumentNode | { pointer: Pointer; message: string } {
    const target = followReference(this.#document.root, pointer, value);
    if (!("value" in target)) return target;
    if (!isObject(target.value)) return { pointer: target.pointer, message: "must be an object" };
    return { value: target.value, pointer: target.pointer };
  }

  /** Returns a schema and those that apply to the same value: the target of its reference, and its `allOf`. */
  collectParts(
    { value, pointer }: DocumentNode,
    seen: Set<JsonObject> = new Set<JsonObject>(),
  ): DocumentNode[] {
    if (seen.has(value)) return [];
    seen.add(value);
    const added = (["allOf", "anyOf", "oneOf"] as const).flatMap((key) => {
      const list = Array.isArray(value[key]) ? value[key] : [];
      const schemas = list.map((schema, index) => ({ schema, pointer: [...pointer, key, index] }));
      if (key === "allOf") return schemas;
      // Of a union with null, the only other alternative applies too.
      const alternatives = schemas.filter(({ schema }) => !(isObject(schema) && schema.type === "null"));
      return alternatives.length === 1 ? alternatives : [];
    });
    const referred = getReference(value) === undefined ? [] : [{ schema: { $ref: value.$ref }, pointer }];
    return [
      { value, pointer },
      ...[...referred, ...added].flatMap(({ schema, pointer: schemaPointer }) => {
        const node = this.followSchema(schemaPointer, schema);
        return node ? this.collectParts(node, seen) : [];
      }),
    ];
  }

  /** Returns the only type of a schema besides `null`, or undefined if it has several types or no type. */
  getType(schema: DocumentNode): string | undefined {
    const types = this.collectParts(schema)
      .flatMap(({ value: { type } }) => (Array.isArray(type) ? type : [type]))
      .filter((type) => typeof type === "string" && type !== "null");
    const [type] = types;
    return new Set(types).size === 1 ? (type as string) : undefined;
  }
}
