import { type Config, createConfig, type Document } from "@redocly/openapi-core";
import { type Problem, SpecError } from "../problem.js";
import { bundleFiles } from "./bundle-files.js";
import { findUnresolvedTargets } from "./discriminator-mappings.js";
import { findUnsupportedFeatures } from "./openapi-3.2.js";
import { readItemSchemas } from "./item-schemas.js";
import { isEmptyList, isObject, type JsonObject, type Pointer } from "./json.js";
import { type LoadedFiles, loadFiles } from "./load-files.js";
import { formatDisplayPath, formatDocumentName, resolveDocumentPath } from "./document-path.js";
import { loadText } from "./load-text.js";
import { type MalformedComponents, removeMalformedComponents } from "./malformed-components.js";
import { type NullValue, replaceNullValues } from "./null-values.js";
import { findOrigin, findOrigins, type Origins } from "./origins.js";
import { parseDocumentText } from "./parse-document.js";
import { createProblemAtPointer } from "./create-problem.js";
import { type BrokenReference, resolveReferences } from "./resolve-references.js";
import { resolveDocumentUrl } from "./servers.js";
import { normalizeVersion } from "./version.js";

/** An OpenAPI document, bundled with its referenced files. */
export interface SpecDocument {
  /** The path or URL that the user passed. */
  file: string;
  root: JsonObject;
  /** The input of openapi-core for another pass over the document. */
  config: Config;
  /** The parts of the document that the generated code does not follow exactly. */
  warnings: readonly Problem[];
  /** The absolute paths or URLs of its files. */
  files: readonly string[];
  /** The URL to which its servers are relative, if it has one. */
  url?: string | undefined;
  /** Whether some references could not be resolved. */
  hasUnresolved: boolean;
  /** Creates a problem at a value of the document. */
  createProblem: (pointer: Pointer, message: string) => Problem;
}

/**
 * Reads a document: loads it with all referenced files, resolves the references, and bundles everything into one
 * document. Unresolved references are warnings.
 *
 * @param file - A file, a URL, or `-` for standard input.
 * @returns The document.
 * @throws SpecError if a file cannot be loaded or parsed, or if it is not OpenAPI 3.
 */
export async function readDocument(file: string): Promise<SpecDocument> {
  const { text, absolute } = await loadText(file);
  return readDocumentText(file, text, absolute);
}

/**
 * Reads a document from its loaded text.
 *
 * @param file - The path or URL that the user passed.
 * @param text - The text of the document.
 * @param absolute - The absolute path or URL, to which references are relative. Default: that of `file`.
 * @returns The document.
 * @throws SpecError if it cannot be parsed, or if it is not OpenAPI 3.
 */
export async function readDocumentText(
  file: string,
  text: string,
  absolute = resolveDocumentPath(file),
): Promise<SpecDocument> {
  const name = formatDocumentName(file);
  const document = parseDocumentText(file, text, absolute);
  const root = document.parsed as JsonObject;
  const isVersion32 = normalizeVersion(root);
  const url = resolveDocumentUrl(absolute, isVersion32 ? root.$self : undefined);
  const files = await loadFiles(document, name);
  const nulls = [...new Set(files.values())].flatMap((file) =>
    "source" in file ? replaceNullValues(file) : [],
  );
  const malformed = removeMalformedComponents(document);
  const broken = resolveReferences(files);
  rejectBrokenStructure(document, name, broken);
  const config = await createConfig({}, { extends: [] });
  // The bundler is slow for a large document.
  const bundling = files.size > 1 ? await bundleFiles(document, files, config, name) : [];
  if (isVersion32) readItemSchemas(root);
  const createProblem = createProblemFactory(document, files, name);
  return {
    file: name,
    config,
    root,
    warnings: [
      ...(isVersion32 ? findUnsupportedFeatures(root, createProblem) : []),
      ...nulls.map((nullValue) => createRuleProblem(nullValue, name, "null-value")),
      ...malformed.map((component) => createRuleProblem(component, name, "malformed-components")),
      ...broken.map((reference) => createRuleProblem(reference, name, "unresolved-reference")),
      ...findUnresolvedTargets(root, createProblem),
      ...bundling,
    ],
    files: [...files.keys()],
    url,
    hasUnresolved: broken.length > 0,
    createProblem,
  };
}

/** Reads a document, and rejects one with warnings. */
export async function readCompleteDocument(file: string): Promise<SpecDocument> {
  const document = await readDocument(file);
  throwProblems(document.warnings);
  return document;
}

/** Throws if there are problems. */
export function throwProblems(problems: readonly Problem[]): void {
  if (problems.length) throw new SpecError(problems);
}

/** Throws if the paths are no object, or if an unresolved reference affects the whole document. */
function rejectBrokenStructure(document: Document, name: string, broken: readonly BrokenReference[]): void {
  const { paths } = document.parsed as JsonObject;
  if (paths !== undefined && !isObject(paths) && !isEmptyList(paths))
    throwProblems([createProblemAtPointer(name, document.source, ["paths"], "paths must be an object")]);
  throwProblems(
    broken
      .filter(({ source, pointer }) => source === document.source && isStructuralReference(pointer))
      .map((reference) => createRuleProblem(reference, name, "unresolved-reference")),
  );
}

/** Returns whether a `$ref` replaces the whole document, its paths, its components or one kind of component. */
function isStructuralReference(pointer: Pointer): boolean {
  return pointer.length <= 2 || (pointer.length === 3 && pointer[0] === "components");
}

function createRuleProblem(
  { source, pointer, message }: BrokenReference | NullValue | MalformedComponents,
  name: string,
  rule: string,
): Problem {
  return {
    ...createProblemAtPointer(formatDisplayPath(source.absoluteRef, name), source, pointer, message),
    rule,
  };
}

function createProblemFactory(
  document: Document,
  files: LoadedFiles,
  name: string,
): SpecDocument["createProblem"] {
  // Computed only if there is a problem, and once for all of them.
  let origins: Origins | undefined;
  return (pointer, message) => {
    origins ??= findOrigins(document, files);
    const origin = findOrigin(document.parsed as JsonObject, pointer, origins);
    const { source, pointer: originPointer } = origin ?? { source: document.source, pointer };
    return createProblemAtPointer(
      formatDisplayPath(source.absoluteRef, name),
      source,
      originPointer,
      message,
    );
  };
}
