import type { Document } from "@redocly/openapi-core";
import { formatProblem, SpecError } from "../problem.js";
import type { Json } from "./json.js";
import { formatDisplayPath, resolveFileReference } from "./document-path.js";
import { loadText } from "./load-text.js";
import { parseText } from "./parse-document.js";
import {
  findEnclosingResource,
  listSchemaResources,
  resolveUri,
  type SchemaResource,
} from "./schema-resources.js";
import { walkObjects } from "./walk-references.js";

/** A loaded file, or the error. */
export type LoadedFile = Document | { failure: string };

/** The files of a document, by absolute path or URL. After a redirect, a file has both URLs. */
export type LoadedFiles = ReadonlyMap<string, LoadedFile>;

/**
 * Loads all files that a document refers to, directly or indirectly.
 *
 * @param document - The document.
 * @param name - The name of the document in messages.
 * @returns The document and the files, each loaded or with its error.
 */
export async function loadFiles(document: Document, name: string): Promise<LoadedFiles> {
  const files = new Map<string, LoadedFile>([[document.source.absoluteRef, document]]);
  const finalUrls = new Map<string, string>();
  const schemaUris = new Set<string>();
  const loadReferences = async (loadedDocument: Document): Promise<void> => {
    const resources = listSchemaResources(loadedDocument);
    for (const { uri } of resources) schemaUris.add(uri);
    const missing = [...findReferredFiles(loadedDocument, resources, schemaUris)].filter(
      (file) => !files.has(file),
    );
    // Stored before the files are read, so that none is read twice.
    for (const file of missing) files.set(file, { failure: "it is not loaded yet" });
    await Promise.all(
      missing.map(async (file) => {
        const loaded = await loadFile(file, formatDisplayPath(file, name));
        // Several URLs may lead to one file, to whose final URL its references are relative.
        const finalUrl = "source" in loaded ? loaded.source.absoluteRef : file;
        if (finalUrl !== file) finalUrls.set(file, finalUrl);
        if (finalUrl !== file && files.has(finalUrl)) return;
        files.set(finalUrl, loaded);
        if ("source" in loaded) await loadReferences(loaded);
      }),
    );
  };
  await loadReferences(document);
  // Only now, because a file may be found by its final URL while it is loaded.
  for (const [file, finalUrl] of finalUrls) files.set(file, files.get(finalUrl) ?? document);
  return files;
}

async function loadFile(absolute: string, name: string): Promise<LoadedFile> {
  try {
    const loaded = await loadText(absolute);
    return parseText(name, loaded.absolute, loaded.text);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { failure: error.problems.map((problem) => formatProblem(problem)).join(", ") };
  }
}

/** Returns the paths and URLs of the files that a file refers to. The URI of a schema with an `$id` needs no file. */
function findReferredFiles(
  { source: { absoluteRef: base }, parsed }: Document,
  resources: readonly SchemaResource[],
  schemaUris: ReadonlySet<string>,
): Set<string> {
  const files = new Set<string>();
  walkObjects(parsed as Json, ({ $ref, mapping, defaultMapping }, pointer) => {
    const targets = typeof mapping === "object" && mapping !== null ? Object.values(mapping) : [];
    const references = [$ref, ...[...targets, defaultMapping].filter(isFileReference)];
    for (const reference of references) {
      const uri = typeof reference === "string" ? getFileUri(reference) : "";
      if (!uri || schemaUris.has(resolveUri(findEnclosingResource(resources, pointer)?.uri ?? base, uri)))
        continue;
      files.add(resolveFileReference(base, uri));
    }
  });
  files.delete(base);
  return files;
}

/** Returns whether the value of a discriminator's mapping refers to a file instead of naming a schema. */
export function isFileReference(value: Json | undefined): value is string {
  return typeof value === "string" && /^[^#]*(\/|\.(ya?ml|json)(#|$))/i.test(value);
}

/** Returns the file of a reference. Empty for a reference into the same file. */
export function getFileUri(reference: string): string {
  return reference.split("#", 1)[0] ?? "";
}
