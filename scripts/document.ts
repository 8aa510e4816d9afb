import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  BaseResolver,
  bundle,
  type Config,
  createConfig,
  type Document,
  getLineColLocation,
  makeDocumentFromString,
  Source,
  YamlParseError,
} from "@redocly/openapi-core";
import { codeFrame, type Place, type Problem, SpecError } from "./problem.js";

/** A value of a document, of which only its being JSON is known. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };
export type JsonObject = Record<string, Json | undefined>;

/** The way from a document's root to a value in it. */
export type Pointer = readonly (string | number)[];

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
  const { document, place } = parse(file);
  const config = await createConfig({}, { extends: [] });
  const bundled = await bundle({
    config,
    doc: document,
    externalRefResolver: new BaseResolver(),
    dereference: false,
  });
  const problems = bundled.problems.map(({ message, location: [location] }): Problem => {
    if (!location) return { message, place: { file } };
    const { start } = getLineColLocation(location);
    const source = location.source;
    return {
      message,
      place: {
        file: source.absoluteRef === resolve(file) ? file : source.absoluteRef,
        line: start.line,
        column: start.col,
      },
      frame: codeFrame(source.body, start.line, start.col),
    };
  });
  refuse(problems);
  return { file, config, root: bundled.bundle.parsed as JsonObject, problemAt: place };
}

/** Ends the run if there are problems. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length) throw new SpecError(problems);
}

function parse(file: string): { document: Document; place: SpecDocument["problemAt"] } {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new SpecError([{ message: `cannot be read: ${reasonOf(error)}`, place: { file } }]);
  }
  const fail = (message: string, line = 1, column = 1): never => {
    throw new SpecError([{ message, place: { file, line, column }, frame: codeFrame(text, line, column) }]);
  };
  // A byte order mark is no part of the text.
  text = text.replace(/^\uFEFF/, "");
  if (!text.trim())
    throw new SpecError([{ message: "is empty: an OpenAPI document is expected", place: { file } }]);

  let document: Document;
  if (/\.json$/i.test(file)) {
    // Much faster than the YAML parser, which is only asked where the JSON one fails and tells no line.
    try {
      document = {
        source: new Source(resolve(file), text, "application/json"),
        parsed: JSON.parse(text) as unknown,
      };
    } catch {
      document = parseYaml(file, text, fail);
      fail("is no JSON");
    }
  } else document = parseYaml(file, text, fail);

  const root: unknown = document.parsed;
  if (typeof root !== "object" || root === null || Array.isArray(root))
    return fail("must be an object, as an OpenAPI document is");
  const { openapi, swagger } = root as JsonObject;
  const place: SpecDocument["problemAt"] = (pointer, message) => {
    const at = locate(document.source, root as JsonObject, pointer);
    return { message, place: { file, ...at }, frame: codeFrame(text, at.line, at.column) };
  };
  if (swagger !== undefined)
    throw new SpecError([
      place(["swagger"], `Swagger ${JSON.stringify(swagger)} is not supported: convert it to OpenAPI 3.1`),
    ]);
  if (typeof openapi !== "string" || !/^3\.[01]\./.test(openapi))
    throw new SpecError([
      place(
        ["openapi"],
        `openapi must be 3.0.x or 3.1.x, not ${openapi === undefined ? "missing" : JSON.stringify(openapi)}`,
      ),
    ]);
  return { document, place };
}

function parseYaml(
  file: string,
  text: string,
  fail: (message: string, line?: number, column?: number) => never,
): Document {
  try {
    return makeDocumentFromString(text, resolve(file));
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error;
    const reason = error.message.replace(/ \(\d+:\d+\)$/, "").replace(/ in ".*"$/, "");
    return fail(reason, error.line || 1, error.col || 1);
  }
}

/** The line and column of a value, or of the nearest one around it that the file itself has. */
function locate(source: Source, root: JsonObject, pointer: Pointer): Required<Omit<Place, "file">> {
  const path: string[] = [];
  let value: Json | undefined = root;
  for (const part of pointer) {
    if (typeof value !== "object" || value === null) break;
    value = (value as Record<string | number, Json | undefined>)[part];
    if (value === undefined) break;
    path.push(String(part).replaceAll("~", "~0").replaceAll("/", "~1"));
  }
  const { start } = getLineColLocation({ source, pointer: `#/${path.join("/")}`, reportOnKey: false });
  return { line: start.line, column: start.col };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, .*$/, "") : String(error);
}
