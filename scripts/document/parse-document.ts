import { type Document, makeDocumentFromString, Source, YamlParseError } from "@redocly/openapi-core";
import { type Problem, SpecError } from "../problem.js";
import type { JsonObject } from "./json.js";
import { formatDocumentName, resolveDocumentPath } from "./document-path.js";
import { readText } from "./load-text.js";
import { createProblemAtLocation, createProblemAtOffset, createProblemAtPointer } from "./create-problem.js";
import { findCircularValue } from "./circular-value.js";
import { checkVersion } from "./version.js";

/**
 * Reads and parses a file, and rejects one that is not OpenAPI 3.
 *
 * @throws SpecError with the location of the error.
 */
export function parseDocument(file: string): Document {
  return parseDocumentText(file, readText(file));
}

/**
 * Parses the text of a document, and rejects one that is not OpenAPI 3.
 *
 * @param file - The name of the document in messages.
 * @param text - The text of the document.
 * @param absolute - The absolute path or URL of the document. Default: that of `file`.
 * @returns The parsed document.
 * @throws SpecError with the location of the error.
 */
export function parseDocumentText(
  file: string,
  text: string,
  absolute = resolveDocumentPath(file),
): Document {
  const name = formatDocumentName(file);
  if (!text.trim()) throw new SpecError([{ message: "is empty", location: { file: name } }]);
  const document = parseText(name, absolute, text);
  const root: unknown = document.parsed;
  if (typeof root !== "object" || root === null || Array.isArray(root))
    throw new SpecError([createProblemAtOffset(name, document.source, 0, "must be an object")]);
  const problem = checkVersion(root as JsonObject);
  if (problem)
    throw new SpecError([createProblemAtPointer(name, document.source, problem.pointer, problem.message)]);
  return document;
}

/**
 * Parses a JSON or YAML file. It is JSON if its name ends in `.json`, or if it parses as JSON.
 *
 * @param name - The name of the file in messages.
 * @param absolute - The absolute path or URL of the file.
 * @param text - The text of the file.
 * @returns The parsed file.
 * @throws SpecError with the location of a syntax error.
 */
export function parseText(name: string, absolute: string, text: string): Document {
  if (/\.json$/i.test(absolute)) return parseJson(name, absolute, text);
  if (/^\s*\{/.test(text)) {
    try {
      return { source: new Source(absolute, text), parsed: JSON.parse(text) as unknown };
    } catch (error) {
      // YAML can begin in the same way.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return parseYaml(name, absolute, text);
}

/** Parses JSON with the JSON parser, which is much faster than the YAML parser. */
function parseJson(name: string, absolute: string, text: string): Document {
  try {
    return { source: new Source(absolute, text), parsed: JSON.parse(text) as unknown };
  } catch (error) {
    // The YAML parser reads JSON too, and its messages are better. But it accepts some invalid JSON, such as trailing
    // commas. For that, the message has only the location.
    const message = String(error);
    const position = / at position (\d+)/.exec(message)?.[1];
    if (position === undefined) parseYaml(name, absolute, text);
    const offset = position === undefined ? findQuotedOffset(text, message) : Number(position);
    throw new SpecError([
      createProblemAtOffset(name, new Source(absolute, text), offset, "is not valid JSON"),
    ]);
  }
}

/** The number of characters that the JSON parser quotes before and after an unexpected one. */
const QUOTED_LENGTH = 10;

/**
 * Returns the offset of an unexpected character. If a value is missing, the message of the JSON parser has no position,
 * but quotes the characters around it.
 */
function findQuotedOffset(text: string, message: string): number {
  const [, ellipsis, quoted = "", end] = /, (\.\.\.)?"(.*)"(\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  if (ellipsis) return Math.max(text.indexOf(quoted), 0) + QUOTED_LENGTH;
  return end ? quoted.length - QUOTED_LENGTH : 0;
}

function parseYaml(name: string, absolute: string, text: string): Document {
  const document = parseYamlText(name, absolute, text);
  const circular = findCircularValue(document.parsed);
  if (circular) {
    const message = "the YAML alias is circular: use a $ref instead";
    throw new SpecError([createProblemAtPointer(name, document.source, circular, message)]);
  }
  return document;
}

function parseYamlText(name: string, absolute: string, text: string): Document {
  try {
    return makeDocumentFromString(text, absolute);
  } catch (error) {
    if (!(error instanceof YamlParseError)) throw error;
    throw new SpecError([createYamlProblem(name, error)]);
  }
}

function createYamlProblem(name: string, { message, source, line, col }: YamlParseError): Problem {
  const reason = message.replace(/ \(\d+:\d+\)$/, "").replace(/ in ".*"$/, "");
  // The only error without a location is a second document.
  if (!line) return createProblemAtOffset(name, source, findSecondDocument(source.body), reason);
  const character = source.body.split(/\r\n|\n|\r/)[line - 1]?.charAt(col - 1) ?? "";
  return createProblemAtLocation(source, { file: name, line, column: col }, explainReason(reason, character));
}

/** Returns the offset of the first `---` after contents or another `---`. */
function findSecondDocument(text: string): number {
  for (const { index } of text.matchAll(/^---(?=\s|$)/gm))
    if (/^[^#%\s]/m.test(text.slice(0, index))) return index;
  return 0;
}

/** Explains the most common syntax error of YAML, which often is in a text without quotes. */
function explainReason(reason: string, character: string): string {
  if (reason !== "bad indentation of a mapping entry") return reason;
  if (/^[@`%]/.test(character)) return `a text that begins with ${character} must be in quotes`;
  return character === ":" ? "bad indentation, or a colon in a text that is not in quotes" : reason;
}
