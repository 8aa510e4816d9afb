import type { SpecDocument } from "./document.js";
import { isJsonObject as isObject, type Json, type JsonObject, type Pointer } from "./json.js";

export { isObject };
import type { Problem } from "../problem.js";
import { followReference } from "./references.js";

/** A value of a document, and where it stands. */
export interface Found {
  value: JsonObject;
  pointer: Pointer;
}

/** A text that says something. */
export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === "string" && value.trim() ? value.trim() : undefined;

/** Follows the references of a document, and collects the problems of what is read, such as one operation. */
export class Reader {
  readonly #document: SpecDocument;
  readonly #problems: Problem[] = [];
  readonly #warnings: Problem[] = [];

  constructor(document: SpecDocument) {
    this.#document = document;
  }

  /** What makes it impossible to generate what is read. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** What is generated in another way than the document says. */
  get warnings(): readonly Problem[] {
    return this.#warnings;
  }

  /** Adds a problem: what is read cannot be generated. */
  report(pointer: Pointer, message: string): void {
    this.#problems.push(this.#document.problemAt(pointer, message));
  }

  /** Adds a warning: what is read is generated, but in another way than the document says. */
  warn(rule: string, pointer: Pointer, message: string): void {
    this.#warnings.push({ ...this.#document.problemAt(pointer, message), rule });
  }

  /** Adds problems that another reader has reported as warnings. */
  warnOf(rule: string, problems: readonly Problem[]): void {
    this.#warnings.push(...problems.map((problem) => ({ ...problem, rule })));
  }

  /** A reader of the same document, for a part that can be ignored. */
  fork(): Reader {
    return new Reader(this.#document);
  }

  /** Follows references, to the value and its own place. Reports one that leads to no object. */
  follow(pointer: Pointer, value: Json | undefined): Found | undefined {
    const found = this.resolve(pointer, value);
    if ("value" in found) return found;
    this.report(found.pointer, found.message);
    return undefined;
  }

  /** Follows references to a schema; undefined for `true` and `false`, which no keyword describes. */
  followSchema(pointer: Pointer, value: Json | undefined): Found | undefined {
    const found = followReference(this.#document.root, pointer, value);
    return "value" in found && typeof found.value === "boolean" ? undefined : this.follow(pointer, value);
  }

  /** Follows references, to the value and its own place, or else to the place of what is wrong. */
  resolve(pointer: Pointer, value: Json | undefined): Found | { pointer: Pointer; message: string } {
    const found = followReference(this.#document.root, pointer, value);
    if (!("value" in found)) return found;
    if (!isObject(found.value)) return { pointer: found.pointer, message: "must be an object" };
    return { value: found.value, pointer: found.pointer };
  }

  /** The schemas that a schema consists of: itself, and what `allOf` adds. */
  parts({ value, pointer }: Found, seen: Set<JsonObject> = new Set<JsonObject>()): Found[] {
    if (seen.has(value)) return [];
    seen.add(value);
    const added = (["allOf", "anyOf", "oneOf"] as const).flatMap((key) => {
      const list = Array.isArray(value[key]) ? value[key] : [];
      const schemas = list.map((each, index) => ({ each, pointer: [...pointer, key, index] }));
      if (key === "allOf") return schemas;
      // Of alternatives only those count that say no more than "or null".
      const alternatives = schemas.filter(({ each }) => !(isObject(each) && each.type === "null"));
      return alternatives.length === 1 ? alternatives : [];
    });
    return [
      { value, pointer },
      ...added.flatMap(({ each, pointer: at }) => {
        const found = this.followSchema(at, each);
        return found ? this.parts(found, seen) : [];
      }),
    ];
  }

  /** The one type of a schema, `null` aside; undefined where it has several, or none. */
  typeOf(schema: Found): string | undefined {
    const types = this.parts(schema)
      .flatMap(({ value: { type } }) => (Array.isArray(type) ? type : [type]))
      .filter((type) => typeof type === "string" && type !== "null");
    const [type] = types;
    return new Set(types).size === 1 ? (type as string) : undefined;
  }
}
