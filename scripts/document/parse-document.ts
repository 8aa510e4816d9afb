import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Document,
  getLineColLocation,
  makeDocumentFromString,
  Source,
  YamlParseError,
} from "@redocly/openapi-core";
import { codeFrame, positionOf, SpecError } from "../problem.js";

/** Reads and parses a document, and refuses what is no OpenAPI 3.0 or 3.1. */
export function parseDocument(file: string): Document {
  const text = read(file);
  const document = /\.json$/i.test(file) ? parseJson(file, text) : parseYaml(file, text);
  const root: unknown = document.parsed;
  if (typeof root !== "object" || root === null || Array.isArray(root))
    return fail(file, text, "must be an object, as an OpenAPI document is");
  const { openapi, swagger } = root as { openapi?: unknown; swagger?: unknown };
  const failAt = (pointer: string, message: string): never => {
    const { start } = getLineColLocation({ source: document.source, pointer, reportOnKey: false });
    return fail(file, text, message, start.line, start.col);
  };
  if (swagger !== undefined)
    return failAt(
      "#/swagger",
      `Swagger ${JSON.stringify(swagger)} is not supported: convert it to OpenAPI 3.1`,
    );
  if (openapi === undefined)
    return failAt("#/", "has no openapi, which tells its version: is it an OpenAPI document?");
  if (typeof openapi !== "string" || !/^3\.[01]\.\d/.test(openapi))
    return failAt("#/openapi", `openapi must be 3.0.x or 3.1.x, not ${JSON.stringify(openapi)}`);
  return document;
}

function read(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, \w+( '.*')?$/, "") : String(error);
    throw new SpecError([{ message: `cannot be read: ${reason}`, place: { file } }]);
  }
  // A byte order mark is no part of the text.
  text = text.replace(/^\uFEFF/, "");
  if (!text.trim())
    throw new SpecError([{ message: "is empty: an OpenAPI document is expected", place: { file } }]);
  return text;
}

/** By the JSON parser, which is much faster than the YAML one. */
function parseJson(file: string, text: string): Document {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    // The parser does not always tell the place, and quotes the document at length: the YAML one, which reads JSON
    // as well, tells better. Where it takes what JSON does not (a trailing comma, a comment), the place is all there is.
    const position = / at position (\d+)/.exec(String(error))?.[1];
    if (position === undefined) parseYaml(file, text);
    const { line, column } = positionOf(text, Number(position ?? 0));
    return fail(file, text, "is no JSON", line, column);
  }
  return { source: new Source(resolve(file), text), parsed };
}

function parseYaml(file: string, text: string): Document {
  try {
    return makeDocumentFromString(text, resolve(file));
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error;
    const { message, line, col } = error;
    const reason = message.replace(/ \(\d+:\d+\)$/, "").replace(/ in ".*"$/, "");
    return fail(file, text, reason, line || 1, col || 1);
  }
}

function fail(file: string, text: string, message: string, line = 1, column = 1): never {
  throw new SpecError([
    { message, place: { file, line, column }, frame: () => codeFrame(text, line, column) },
  ]);
}
