import {
  BaseResolver,
  bundle,
  type Config,
  type Document,
  getLineColLocation,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import { type Problem, SpecError } from "../problem.js";
import type { Json } from "./json.js";
import type { LoadedFiles } from "./load-files.js";
import { findCircularValue } from "./circular-value.js";
import { moveMappedReferences } from "./discriminator-mappings.js";
import { formatDisplayPath } from "./document-path.js";
import { ReferenceResolver } from "./reference-resolver.js";
import { createProblemAtLocation, createProblemAtPointer } from "./create-problem.js";

/**
 * Moves the values of all referenced files into the document.
 *
 * @param document - The document, which is changed.
 * @param files - The files that it refers to.
 * @param config - The configuration of the bundler.
 * @param name - The name of the document in messages.
 * @returns The warnings of the bundler, such as two schemas of the same name.
 * @throws SpecError if the bundler fails.
 */
export async function bundleFiles(
  document: Document,
  files: LoadedFiles,
  config: Config,
  name: string,
): Promise<Problem[]> {
  const externalRefResolver = new BaseResolver();
  const resolver = new ReferenceResolver(files);
  const restores: (() => void)[] = [];
  for (const [absolute, file] of files) {
    if (!("source" in file)) continue;
    removeExternalExamples(file.parsed);
    externalRefResolver.cache.set(absolute, Promise.resolve(file));
  }
  for (const file of new Set(files.values()))
    if ("source" in file)
      restores.push(
        moveMappedReferences(file.parsed as Json, (reference) => {
          const target = resolver.resolve({ file, pointer: [] }, reference);
          // The bundler does not resolve an indirect reference.
          return typeof target !== "string" && !target.isIndirect;
        }),
      );
  const { problems } = await bundle({
    config,
    doc: document,
    externalRefResolver,
    dereference: false,
  }).catch((error: unknown) => {
    // Errors of the bundler have no location.
    const message = `cannot be bundled with the files that it refers to: ${String(error)}`;
    throw new SpecError([{ message, location: { file: name } }]);
  });
  // The bundler replaces a reference in an unexpected place by its value, which may contain the place.
  const circular = findCircularValue(document.parsed);
  if (circular)
    throw new SpecError([
      createProblemAtPointer(name, document.source, circular, "the value of the $ref contains itself"),
    ]);
  for (const restore of restores) restore();
  return problems.map((problem) => describeProblem(problem, name));
}

/**
 * Removes the URLs of examples, because the bundler would download them. The generated code has no examples of bodies.
 */
function removeExternalExamples(value: unknown, seen = new Set<object>()): void {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  const { examples } = value as { examples?: unknown };
  if (typeof examples === "object" && examples !== null)
    for (const example of Object.values(examples) as unknown[])
      if (typeof example === "object" && example !== null) Reflect.deleteProperty(example, "externalValue");
  for (const child of Object.values(value)) removeExternalExamples(child, seen);
}

function describeProblem(
  { message, location: [reportedLocation] }: NormalizedProblem,
  name: string,
): Problem {
  const rule = "bundler";
  if (!reportedLocation) return { rule, message, location: { file: name } };
  const { source, start } = getLineColLocation(reportedLocation);
  const location = { file: formatDisplayPath(source.absoluteRef, name), line: start.line, column: start.col };
  return { ...createProblemAtLocation(source, location, message), rule };
}
