import type { Document } from "@redocly/openapi-core";
import { resolveFileReference } from "./document-path.js";
import type { Json, Pointer } from "./json.js";
import { walkObjects } from "./walk-references.js";

/** A schema with an `$id`, or a document with a `$self`. References within it are relative to its URI. */
export interface SchemaResource {
  file: Document;
  pointer: Pointer;
  uri: string;
}

/** The resources of each file, which is searched once. */
const resourcesByFile = new WeakMap<Document, readonly SchemaResource[]>();

/**
 * Lists the schemas with an `$id` in a file, and the file itself if it has a `$self`. An outer schema is before those
 * within it.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#resolving-schema-references
 */
export function listSchemaResources(file: Document): readonly SchemaResource[] {
  const known = resourcesByFile.get(file);
  if (known) return known;
  const resources: SchemaResource[] = [];
  walkObjects(file.parsed as Json, ({ $id, $self }, pointer, isMap) => {
    const id = pointer.length ? $id : ($self ?? $id);
    // Before draft 2019-09, an `$id` of only a fragment was an anchor.
    if (isMap || typeof id !== "string" || id.startsWith("#")) return;
    const base = findEnclosingResource(resources, pointer)?.uri ?? file.source.absoluteRef;
    resources.push({ file, pointer: [...pointer], uri: resolveUri(base, id).replace(/#$/, "") });
  });
  resourcesByFile.set(file, resources);
  return resources;
}

/** Returns the innermost of a file's resources that contains the value at a pointer. */
export function findEnclosingResource(
  resources: readonly SchemaResource[],
  pointer: Pointer,
): SchemaResource | undefined {
  return resources.findLast((resource) => isWithin(pointer, resource.pointer));
}

/** Returns whether a pointer leads to a value at or below another pointer. */
export function isWithin(pointer: Pointer, outer: Pointer): boolean {
  return outer.every((part, index) => part === pointer[index]);
}

/**
 * Resolves a URI, or the path of a file.
 *
 * @param base - The URI or the absolute path to which it is relative.
 * @param uri - The URI or path without its fragment.
 * @returns The absolute URI or path.
 */
export function resolveUri(base: string, uri: string): string {
  // A scheme of one letter is the drive of a path.
  return /^[a-z][\w+.-]+:/i.test(uri) ? uri : resolveFileReference(base, uri);
}
