import { isObject, type Json, type JsonObject, toList } from "../../document/json.js";
import { getTarget } from "../../document/references.js";

/**
 * The schemas that are being rewritten for one value: a named schema, and those that replace references in it. If one
 * of them contained itself, its type would be infinite.
 */
export class EnclosingSchemas {
  readonly #root: JsonObject;
  #schemas: ReadonlySet<Json> = new Set();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** Rewrites the schema of another value. It may refer to the schemas around it. */
  rewriteOtherValue<Result>(schemas: readonly Json[], rewrite: () => Result): Result {
    const outerSchemas = this.#schemas;
    this.#schemas = new Set(schemas);
    const result = rewrite();
    this.#schemas = outerSchemas;
    return result;
  }

  /** Rewrites a schema that replaces a reference to it. Undefined within itself. */
  inline<Result>(target: Json, rewrite: () => Result): Result | undefined {
    if (this.#schemas.has(target)) return undefined;
    return this.rewriteOtherValue([...this.#schemas, target], rewrite);
  }

  /** Returns whether a schema leads to one of these schemas by the given keywords and references. */
  areReachableFrom(schema: Json, keywords: readonly string[]): boolean {
    const seen = new Set<Json>();
    const visit = (value: Json): boolean => {
      if (!isObject(value) || seen.has(value)) return false;
      seen.add(value);
      if (this.#schemas.has(value)) return true;
      const target = getTarget(this.#root, value);
      return [
        ...(target === undefined ? [] : [target]),
        ...keywords.flatMap((keyword) => toList(value[keyword])),
      ].some(visit);
    };
    return visit(schema);
  }
}
