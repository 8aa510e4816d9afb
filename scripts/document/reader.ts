import { refuse, type SpecDocument } from "./document.js";
import type { Json, JsonObject, Pointer } from "./json.js";
import type { Problem } from "../problem.js";
import { partsOf, valueAt } from "./references.js";

/** A value of a document, and where it stands. */
export interface Found {
  value: JsonObject;
  pointer: Pointer;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A text that says something. */
export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === "string" && value.trim() ? value.trim() : undefined;

/** Goes through a document, and gathers what is wrong with it, so that all of it is told at once. */
export class Reader {
  readonly #document: SpecDocument;
  readonly #problems: Problem[] = [];

  constructor(document: SpecDocument) {
    this.#document = document;
  }

  report(pointer: Pointer, message: string): void {
    this.#problems.push(this.#document.problemAt(pointer, message));
  }

  /** Ends the run if anything was reported. */
  finish(): void {
    refuse(this.#problems);
  }

  /** Follows references, to the value and its own place. */
  follow(pointer: Pointer, value: Json | undefined, trail: readonly string[] = []): Found | undefined {
    if (!isObject(value)) {
      this.report(pointer, "must be an object");
      return undefined;
    }
    const { $ref } = value;
    if (typeof $ref !== "string") return { value, pointer };
    if (trail.includes($ref)) {
      this.report(pointer, `$ref ${$ref} leads back to itself`);
      return undefined;
    }
    const target = partsOf($ref);
    const found = target && valueAt(this.#document.root, target);
    if (!target || found === undefined) {
      this.report(pointer, `$ref ${$ref} leads nowhere`);
      return undefined;
    }
    return this.follow(target, found, [...trail, $ref]);
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
        const found = this.follow(at, each);
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
