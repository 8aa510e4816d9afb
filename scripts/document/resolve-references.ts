import type { Document, Source } from "@redocly/openapi-core";
import type { Json, JsonObject, Pointer } from "./json.js";
import { getFileUri, type LoadedFiles } from "./load-files.js";
import { isPercentEncoded, resolveFileReference } from "./document-path.js";
import { formatPointer, getReference, parsePointer, UNRESOLVED_KEY } from "./references.js";
import { walkObjects } from "./walk-references.js";

/** An unresolved reference. */
export interface BrokenReference {
  source: Source;
  pointer: Pointer;
  message: string;
}

/** A value in one of the files. */
interface Target {
  file: Document;
  pointer: Pointer;
  value: Json;
  /** Whether the reference is indirect: by an anchor, an encoded path, or through another reference. */
  isIndirect: boolean;
}

/**
 * Rewrites the references of all files so that each points directly to its value. Anchors and references through
 * other references become pointers. An unresolved one is replaced by a value with the key `UNRESOLVED`.
 *
 * @returns The unresolved references.
 */
export function resolveReferences(files: LoadedFiles): BrokenReference[] {
  const resolver = new ReferenceResolver(files);
  const broken: BrokenReference[] = [];
  const rewrites: (() => void)[] = [];
  for (const file of new Set(files.values())) {
    if (!("source" in file)) continue;
    walkObjects(file.parsed as Json, (object, pointer) => {
      const reference = getReference(object);
      if (reference === undefined) return;
      const target = resolver.resolve(file, reference);
      if (typeof target === "string") {
        broken.push({ source: file.source, pointer: [...pointer, "$ref"], message: target });
        rewrites.push(() => {
          replaceReference(object, target);
        });
      } else if (target.isIndirect)
        rewrites.push(() => {
          object.$ref = `${target.file === file ? "" : target.file.source.absoluteRef}#${formatPointer(target.pointer)}`;
        });
    });
  }
  // At the end, because a reference may point to another one.
  for (const rewrite of rewrites) rewrite();
  return broken;
}

function replaceReference(object: JsonObject, message: string): void {
  Reflect.deleteProperty(object, "$ref");
  object[UNRESOLVED_KEY] = message;
}

/** Resolves references between files. */
class ReferenceResolver {
  readonly #files: LoadedFiles;
  readonly #anchors = new Map<Document, ReadonlyMap<string, Pointer>>();

  constructor(files: LoadedFiles) {
    this.#files = files;
  }

  /** Returns the final target of a reference, or an error message. */
  resolve(from: Document, reference: string): Target | string {
    const target = this.#resolveReference(from, reference, new Set());
    if (typeof target === "string") return `$ref ${reference} ${target}`;
    const failure = this.#checkReferences(target, new Set());
    if (failure !== undefined) return `$ref ${reference} ${failure}`;
    // The bundler does not decode the path of a file.
    return isPercentEncoded(getFileUri(reference)) ? { ...target, isIndirect: true } : target;
  }

  /** Follows the references after a target. Returns an error message if the last is unresolved. */
  #checkReferences(target: Target, visited: Set<string>): string | undefined {
    const nextReference = getReference(target.value);
    if (nextReference === undefined) return undefined;
    const located = this.#resolveReference(target.file, nextReference, visited);
    return typeof located === "string" ? located : this.#checkReferences(located, visited);
  }

  #resolveReference(from: Document, reference: string, visited: Set<string>): Target | string {
    const uri = getFileUri(reference);
    const absolute = uri ? resolveFileReference(from.source.absoluteRef, uri) : from.source.absoluteRef;
    const key = `${absolute}#${reference.slice(uri.length + 1)}`;
    if (visited.has(key)) return "is circular";
    visited.add(key);
    const file = this.#files.get(absolute);
    if (!file) return "cannot be resolved";
    if (!("source" in file)) return `cannot be resolved: ${file.failure}`;
    const fragment = reference.slice(uri.length + 1);
    if (!fragment || fragment.startsWith("/")) {
      const parts = parsePointer(fragment);
      return parts ? this.#resolvePointer(file, parts, visited) : "cannot be resolved";
    }
    const pointer = this.#findAnchors(file).get(fragment);
    if (!pointer) return "cannot be resolved";
    const target = this.#resolvePointer(file, pointer, visited);
    return typeof target === "string" ? target : { ...target, isIndirect: true };
  }

  /** Resolves a pointer, and follows the references along it. */
  #resolvePointer(start: Document, parts: Pointer, visited: Set<string>): Target | string {
    let target: Target = { file: start, pointer: [], value: start.parsed as Json, isIndirect: false };
    for (const part of parts) {
      const reference = getReference(target.value);
      if (reference !== undefined && !hasKey(target.value, part)) {
        const followed = this.#resolveReference(target.file, reference, visited);
        if (typeof followed === "string") return followed;
        target = { ...followed, isIndirect: true };
      }
      if (!hasKey(target.value, part)) return "cannot be resolved";
      const value = (target.value as JsonObject)[part] ?? null;
      target = { ...target, pointer: [...target.pointer, part], value };
    }
    return target;
  }

  #findAnchors(file: Document): ReadonlyMap<string, Pointer> {
    let anchors = this.#anchors.get(file);
    if (!anchors) {
      const pointers = new Map<string, Pointer>();
      walkObjects(file.parsed as Json, ({ $anchor }, pointer) => {
        if (typeof $anchor === "string" && !pointers.has($anchor)) pointers.set($anchor, [...pointer]);
      });
      this.#anchors.set(file, (anchors = pointers));
    }
    return anchors;
  }
}

function hasKey(value: Json, key: string | number): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}
