import type { SpecDocument } from "../../document/document.js";
import { isObject, type Json, type JsonObject, type Pointer, toList } from "../../document/json.js";
import { SchemaNormalizer } from "../normalize/schemas.js";
import { dereference, parseReference } from "../../document/references.js";
import type { SideName, Site } from "./finding.js";

/** One of the two documents, with an index of the pointers to its values. */
export class Side {
  readonly document: SpecDocument;
  readonly name: SideName;
  readonly root: JsonObject;
  readonly schemas: SchemaNormalizer;
  #parents?: Map<object, readonly [parent: object, key: string | number]>;

  constructor(document: SpecDocument, name: SideName) {
    this.document = document;
    this.name = name;
    this.root = document.root;
    this.schemas = new SchemaNormalizer(document.root);
  }

  /** Resolves an object or a reference to one. */
  resolve(value: Json | undefined): JsonObject | undefined {
    const resolved = dereference(this.root, value);
    return isObject(resolved) ? resolved : undefined;
  }

  /** Returns the pointer of an object in the document. Undefined for an object that was merged from several. */
  getPointer(value: object): Pointer | undefined {
    this.#parents ??= findParents(this.root);
    const pointer: (string | number)[] = [];
    let current: object = value;
    while (current !== this.root) {
      const parent = this.#parents.get(current);
      if (!parent) return this.#findPointerOfMerged(value);
      pointer.unshift(parent[1]);
      current = parent[0];
    }
    return pointer;
  }

  /**
   * Returns the site of a keyword of a canonical schema, or of the schema that it was derived from.
   *
   * @param schema - The canonical schema.
   * @param path - The path of the keyword in the schema.
   * @param fallback - The site to return for a schema that is merged from several.
   */
  getSite(schema: JsonObject, path: Pointer, fallback: Site): Site {
    const source = this.schemas.getSource(schema);
    const pointer = this.getPointer(source);
    if (!pointer) return fallback;
    let value: unknown = source;
    for (const part of path) value = (value as Record<string | number, unknown> | undefined)?.[part];
    return { side: this.name, pointer: value === undefined ? pointer : [...pointer, ...path] };
  }

  /** Returns the site at a pointer. */
  createSite(pointer: Pointer): Site {
    return { side: this.name, pointer };
  }

  /** Returns the site of the target of a reference. */
  getRefSite($ref: string): Site {
    return this.createSite(parseReference($ref) ?? []);
  }

  /** Returns the pointer of the first part of a merged schema. */
  #findPointerOfMerged(value: object): Pointer | undefined {
    const [part] = toList((value as JsonObject).allOf);
    return isObject(part) ? this.getPointer(part) : undefined;
  }
}

function findParents(root: object): Map<object, readonly [object, string | number]> {
  const parents = new Map<object, readonly [object, string | number]>();
  const visit = (value: object): void => {
    for (const [key, child] of Object.entries(value) as [string, unknown][]) {
      // A YAML alias makes one object appear several times. The first pointer counts.
      if (typeof child !== "object" || child === null || parents.has(child)) continue;
      parents.set(child, [value, Array.isArray(value) ? Number(key) : key]);
      visit(child);
    }
  };
  visit(root);
  return parents;
}
