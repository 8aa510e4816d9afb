import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import {
  BaseResolver,
  bundle,
  type Config,
  createConfig,
  type Document,
  getLineColLocation,
  makeDocumentFromString,
  type Source,
} from "@redocly/openapi-core";
import type { JsonObject, Pointer } from "./json.js";
import { locate } from "./locate.js";
import { parseDocument } from "./parse-document.js";
import { codeFrame, type Problem, SpecError } from "../problem.js";
import { findBrokenReferences, standsAlone } from "./references.js";

/** An OpenAPI document, its references to other files brought in. */
export interface SpecDocument {
  /** As the user named it. */
  file: string;
  root: JsonObject;
  /** What openapi-core needs to go over the same document again. */
  config: Config;
  /** A problem at a value of the document. */
  problemAt: (pointer: Pointer, message: string) => Problem;
}

/** Reads a document and brings in what it refers to in other files. */
export async function readDocument(file: string): Promise<SpecDocument> {
  const document = parseDocument(file);
  const root = document.parsed as JsonObject;
  const problem = (source: Source, pointer: Pointer, message: string): Problem =>
    problemIn(nameOf(file, source), source, pointer, message);
  // The bundler throws at these, and tells no place.
  refuse(
    findBrokenReferences(root).map(({ pointer, message }) => problem(document.source, pointer, message)),
  );

  const config = await createConfig({}, { extends: [] });
  // The bundler takes a third of the time that the types of a large document take.
  const others = standsAlone(root) ? [] : await bringIn(file, document, config);
  // Only where there is a problem, and then once for all of them.
  let origins: Origins | undefined;
  return {
    file,
    config,
    root,
    problemAt: (pointer, message) => {
      origins ??= originsIn(others);
      const origin = findOrigin(root, pointer, origins) ?? { source: document.source, pointer };
      return problem(origin.source, origin.pointer, message);
    },
  };
}

/** Brings what a document refers to in other files into it, and returns the others. */
async function bringIn(file: string, document: Document, config: Config): Promise<Document[]> {
  const externalRefResolver = new BaseResolver();
  let bundled: Awaited<ReturnType<typeof bundle>>;
  try {
    bundled = await bundle({ config, doc: document, externalRefResolver, dereference: false });
  } catch (error) {
    // A fault in a file that this one refers to, which the bundler gives no place.
    throw new SpecError([
      {
        message: `cannot be put together with the files that it refers to: ${String(error)}`,
        place: { file },
      },
    ]);
  }
  refuse(
    bundled.problems.map(({ message, location: [location] }): Problem => {
      if (!location) return { message, place: { file } };
      const { source, start } = getLineColLocation(location);
      return {
        message,
        place: { file: nameOf(file, source), line: start.line, column: start.col },
        frame: () => codeFrame(source.body, start.line, start.col),
      };
    }),
  );
  // One that cannot be read was refused above.
  return (await Promise.all(externalRefResolver.cache.values())) as Document[];
}

/** Ends the run if there are problems. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length) throw new SpecError(problems);
}

/** A value's file, and where it stands there. */
interface Origin {
  source: Source;
  pointer: Pointer;
}

type Origins = ReadonlyMap<unknown, Origin>;

/**
 * Where the values of other files come from: the bundler moves their very objects into the document, so that they can
 * be told by being the same.
 */
function originsIn(others: readonly Document[]): Origins {
  const origins = new Map<unknown, Origin>();
  const visit = (source: Source, value: unknown, written: unknown, at: Pointer): void => {
    // The bundler moves them into the other files too, which do not have them as they were written.
    if (!isParent(value) || !isParent(written) || origins.has(value)) return;
    origins.set(value, { source, pointer: at });
    for (const [key, each] of Object.entries(value)) visit(source, each, written[key], [...at, key]);
  };
  for (const { source, parsed } of others)
    if (isParent(parsed))
      visit(source, parsed, makeDocumentFromString(source.body, source.absoluteRef).parsed, []);
  return origins;
}

/** Where the value at a pointer comes from, if from another file. */
function findOrigin(root: JsonObject, pointer: Pointer, origins: Origins): Origin | undefined {
  let found: Origin | undefined;
  let value: unknown = root;
  pointer.forEach((part, index) => {
    value = isParent(value) ? value[part] : undefined;
    const origin = origins.get(value);
    if (origin) found = { source: origin.source, pointer: [...origin.pointer, ...pointer.slice(index + 1)] };
  });
  return found;
}

/** What has values below it: an object or a list. */
const isParent = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === "object" && value !== null;

/** A problem at a value, or at the nearest one around it that the file has. */
function problemIn(file: string, source: Source, pointer: Pointer, message: string): Problem {
  const { line, column } = locate(source, pointer);
  return { message, place: { file, line, column }, frame: () => codeFrame(source.body, line, column) };
}

/** A file as the user would name it, who named the document `file`. */
function nameOf(file: string, { absoluteRef }: Source): string {
  if (absoluteRef === resolve(file)) return file;
  // A URL.
  if (!isAbsolute(absoluteRef)) return absoluteRef;
  return join(dirname(file), relative(dirname(resolve(file)), absoluteRef));
}
