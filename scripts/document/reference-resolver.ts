import type { Document } from "@redocly/openapi-core";
import { type Anchor, listAnchors } from "./anchors.js";
import { isPercentEncoded, resolveFileReference } from "./document-path.js";
import type { Json, JsonObject, Pointer } from "./json.js";
import { getFileUri, type LoadedFiles } from "./load-files.js";
import { getReference, getValueAt, parsePointer, splitPointer } from "./references.js";
import { formatSuggestion } from "./suggest-reference.js";
import {
  findEnclosingResource,
  isWithin,
  listSchemaResources,
  resolveUri,
  type SchemaResource,
} from "./schema-resources.js";

/** A value in one of the files. */
export interface Target {
  file: Document;
  pointer: Pointer;
  value: Json;
  /** Whether the reference is indirect: by an anchor, an encoded path, or through another reference. */
  isIndirect: boolean;
}

/** The maximum number of references for which the resolver looks for a suggestion. */
const MAX_SUGGESTIONS = 50;

/** A position to which references are relative. */
interface Position {
  file: Document;
  pointer: Pointer;
}

/** Resolves references between files. */
export class ReferenceResolver {
  readonly #files: LoadedFiles;
  readonly #documents: readonly Document[];
  readonly #anchors = new Map<Document, readonly Anchor[]>();
  readonly #suggestions = new Map<string, string>();
  readonly #resourcesByUri = new Map<string, SchemaResource>();

  constructor(files: LoadedFiles) {
    this.#files = files;
    this.#documents = [...new Set(files.values())].filter((file) => "source" in file);
    for (const resource of this.#documents.flatMap(listSchemaResources))
      if (!this.#resourcesByUri.has(resource.uri)) this.#resourcesByUri.set(resource.uri, resource);
  }

  /** Returns the final target of a reference, or an error message. */
  resolve(from: Position, reference: string): Target | string {
    const target = this.#resolveReference(from, reference, new Set());
    if (typeof target === "string") return `$ref ${reference} ${target}${this.#suggest(from, reference)}`;
    const failure = this.#checkReferences(target, new Set());
    if (failure !== undefined) return `$ref ${reference} ${failure}`;
    // The bundler does not decode the path of a file.
    return isPercentEncoded(getFileUri(reference)) ? { ...target, isIndirect: true } : target;
  }

  /**
   * Returns the target of a `$dynamicRef` if only one schema of all files has its `$dynamicAnchor`. Otherwise, the
   * target depends on the schema that refers to it.
   */
  resolveDynamic(from: Position, reference: string): Target | undefined {
    const name = reference.slice(getFileUri(reference).length + 1);
    const anchors = this.#documents.flatMap((file) => this.#findAnchors(file));
    if (anchors.filter((anchor) => anchor.isDynamic && anchor.name === name).length > 1) return undefined;
    const target = this.resolve(from, reference);
    return typeof target === "string" ? undefined : target;
  }

  /** Returns the question for a misspelled reference. A document with very many of them gets it for the first ones. */
  #suggest({ file }: Position, reference: string): string {
    const key = `${file.source.absoluteRef} ${reference}`;
    let suggestion = this.#suggestions.get(key);
    if (suggestion === undefined && this.#suggestions.size < MAX_SUGGESTIONS) {
      suggestion = formatSuggestion(file.parsed as JsonObject, reference);
      this.#suggestions.set(key, suggestion);
    }
    return suggestion ?? "";
  }

  /** Follows the references after a target. Returns an error message if the last is unresolved. */
  #checkReferences(target: Target, visited: Set<string>): string | undefined {
    const nextReference = getReference(target.value);
    if (nextReference === undefined) return undefined;
    const located = this.#resolveReference(target, nextReference, visited);
    return typeof located === "string" ? located : this.#checkReferences(located, visited);
  }

  /** Resolves a reference in the schema with the `$id`, or else in the file. */
  #resolveReference(from: Position, reference: string, visited: Set<string>): Target | string {
    const uri = getFileUri(reference);
    const fragment = reference.slice(uri.length + 1);
    const resource = this.#findResource(from, uri);
    if (resource) {
      const target = this.#resolveFragment(resource, resource.uri, fragment, visited);
      if (typeof target !== "string") return { ...target, isIndirect: true };
    }
    const { absoluteRef } = from.file.source;
    const absolute = uri ? resolveFileReference(absoluteRef, uri) : absoluteRef;
    const file = this.#files.get(absolute);
    if (!file) return "cannot be resolved";
    if (!("source" in file)) return `cannot be resolved: ${file.failure}`;
    return this.#resolveFragment({ file, pointer: [] }, absolute, fragment, visited);
  }

  /** Returns the schema with the `$id` of a URI. For an empty one, it is the schema around the reference. */
  #findResource({ file, pointer }: Position, uri: string): SchemaResource | undefined {
    const enclosing = findEnclosingResource(listSchemaResources(file), pointer);
    if (!uri) return enclosing;
    return this.#resourcesByUri.get(resolveUri(enclosing?.uri ?? file.source.absoluteRef, uri));
  }

  #resolveFragment(start: Position, uri: string, fragment: string, visited: Set<string>): Target | string {
    const key = `${uri}#${fragment}`;
    if (visited.has(key)) return "is circular";
    visited.add(key);
    if (!fragment || fragment.startsWith("/")) {
      const parts = parsePointer(fragment);
      const target = parts ? this.#resolvePointer(start, parts, visited) : "cannot be resolved";
      if (typeof target !== "string" || !fragment.includes("%")) return target;
      // Some generators of documents encode a name, and refer to it without encoding its percent signs.
      const unencoded = this.#resolvePointer(start, splitPointer(fragment), visited);
      return typeof unencoded === "string" ? target : { ...unencoded, isIndirect: true };
    }
    const anchor = this.#findAnchors(start.file).find(
      ({ name, pointer }) => name === fragment && isWithin(pointer, start.pointer),
    );
    if (!anchor) return "cannot be resolved";
    const target = this.#resolvePointer({ file: start.file, pointer: [] }, anchor.pointer, visited);
    return typeof target === "string" ? target : { ...target, isIndirect: true };
  }

  /** Resolves a pointer, and follows the references along it. */
  #resolvePointer({ file, pointer }: Position, parts: Pointer, visited: Set<string>): Target | string {
    const value = getValueAt(file.parsed as JsonObject, pointer) ?? null;
    let target: Target = { file, pointer, value, isIndirect: false };
    for (const part of parts) {
      const reference = getReference(target.value);
      if (reference !== undefined && !hasKey(target.value, part)) {
        const followed = this.#resolveReference(target, reference, visited);
        if (typeof followed === "string") return followed;
        target = { ...followed, isIndirect: true };
      }
      if (!hasKey(target.value, part)) return "cannot be resolved";
      const child = (target.value as JsonObject)[part] ?? null;
      target = { ...target, pointer: [...target.pointer, part], value: child };
    }
    return target;
  }

  #findAnchors(file: Document): readonly Anchor[] {
    let anchors = this.#anchors.get(file);
    if (!anchors) this.#anchors.set(file, (anchors = listAnchors(file)));
    return anchors;
  }
}

function hasKey(value: Json, key: string | number): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}
