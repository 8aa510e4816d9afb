import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { resolveObject } from "../../document/resolve-object.js";
import { findPropertySchemas, hasTrueKeyword } from "../types/properties.js";

/** Removes write-only properties from `required`, because responses do not have them. */
export class WriteOnlyProperties {
  readonly #root: JsonObject;
  /** The names of write-only properties. They are checked first, because it is slow to resolve each property. */
  readonly #names: ReadonlySet<string>;

  constructor(root: JsonObject) {
    this.#root = root;
    this.#names = findWriteOnlyNames(root);
  }

  /**
   * Removes the write-only properties from `required` of a schema.
   *
   * @param schema - The converted schema.
   * @param source - The schema in the document.
   * @param outermost - The outermost schema for the same value.
   */
  removeFromRequired(schema: JsonObject, source: JsonObject, outermost: JsonObject): void {
    const root = this.#root;
    const { required } = schema;
    if (!Array.isArray(required)) return;
    const isWriteOnly = (name: Json): boolean =>
      typeof name === "string" &&
      this.#names.has(name) &&
      [source, outermost].some((candidate) =>
        findPropertySchemas(root, candidate, name).some((property) =>
          hasTrueKeyword(root, property, "writeOnly"),
        ),
      );
    if (required.some(isWriteOnly)) schema.required = required.filter((name) => !isWriteOnly(name));
  }
}

/** Returns the names of write-only properties. */
function findWriteOnlyNames(root: JsonObject): Set<string> {
  const names = new Set<string>();
  const seen = new Set<object>();
  const visit = (value: Json | undefined): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (!Array.isArray(value) && isObject(value.properties))
      for (const [name, property] of Object.entries(value.properties))
        if (
          isObject(property) &&
          (property.writeOnly === true || resolveObject(root, property).writeOnly === true)
        )
          names.add(name);
    for (const child of Object.values(value)) visit(child);
  };
  visit(root);
  return names;
}
