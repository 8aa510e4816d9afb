import { type Document, makeDocumentFromString, type Source } from "@redocly/openapi-core";
import type { JsonObject, Pointer } from "./json.js";
import type { LoadedFiles } from "./load-files.js";

/** The file of a value, and its pointer there. */
interface Origin {
  source: Source;
  pointer: Pointer;
}

/** The origins of the objects and arrays of other files, by identity. */
export type Origins = ReadonlyMap<unknown, Origin>;

/**
 * Finds the files of values. The bundler moves their objects into the document without copying them, so that they can
 * be recognized by identity.
 *
 * @param document - The document.
 * @param files - The document and the files that it refers to.
 * @returns The origins of the values of the other files.
 */
export function findOrigins(document: Document, files: LoadedFiles): Origins {
  const origins = new Map<unknown, Origin>();
  const visit = (source: Source, value: unknown, parsed: unknown, pointer: Pointer): void => {
    // The bundler moves values into the other files too, where the freshly parsed text does not have them.
    if (!isObjectOrArray(value) || !isObjectOrArray(parsed) || origins.has(value)) return;
    origins.set(value, { source, pointer });
    for (const [key, child] of Object.entries(value)) visit(source, child, parsed[key], [...pointer, key]);
  };
  for (const file of files.values())
    if ("source" in file && file !== document && isObjectOrArray(file.parsed)) {
      const { source } = file;
      visit(source, file.parsed, makeDocumentFromString(source.body, source.absoluteRef).parsed, []);
    }
  return origins;
}

/**
 * Finds the origin of the value at a pointer. Undefined if it is the document itself.
 *
 * @param root - The bundled document.
 * @param pointer - The pointer in the bundled document.
 * @param origins - The origins of the values of the other files.
 * @returns The file and the pointer in it. Undefined for the document itself.
 */
export function findOrigin(root: JsonObject, pointer: Pointer, origins: Origins): Origin | undefined {
  let nearestOrigin: Origin | undefined;
  let value: unknown = root;
  pointer.forEach((part, index) => {
    value = isObjectOrArray(value) ? value[part] : undefined;
    const origin = origins.get(value);
    if (origin)
      nearestOrigin = { source: origin.source, pointer: [...origin.pointer, ...pointer.slice(index + 1)] };
  });
  return nearestOrigin;
}

/** Returns whether a value is an object or an array. */
const isObjectOrArray = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === "object" && value !== null;
