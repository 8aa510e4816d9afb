import type { Source } from "@redocly/openapi-core";
import { type Problem, type SourceLocation } from "../problem.js";
import { renderCodeFrame } from "../code-frame.js";
import type { Pointer } from "./json.js";
import { locateOffset, locatePointer } from "./locate.js";

/**
 * Creates a problem at a value of a file, or at its nearest existing parent.
 *
 * @param file - The name of the file in messages.
 * @param source - The file.
 * @param pointer - The pointer to the value.
 * @param message - The message.
 * @returns The problem with its location.
 */
export function createProblemAtPointer(
  file: string,
  source: Source,
  pointer: Pointer,
  message: string,
): Problem {
  return createProblemAtLocation(source, { file, ...locatePointer(source, pointer) }, message);
}

/**
 * Creates a problem at a character of a file.
 *
 * @param file - The name of the file in messages.
 * @param source - The file.
 * @param offset - The offset of the character, from 0.
 * @param message - The message.
 * @returns The problem with its location.
 */
export function createProblemAtOffset(
  file: string,
  source: Source,
  offset: number,
  message: string,
): Problem {
  return createProblemAtLocation(source, { file, ...locateOffset(source, offset) }, message);
}

/**
 * Creates a problem at a location in a file. The code frame is rendered only if the problem is printed.
 *
 * @param source - The file.
 * @param location - The name of the file, the line and the column.
 * @param message - The message.
 * @returns The problem.
 */
export function createProblemAtLocation(
  source: Source,
  location: Required<SourceLocation>,
  message: string,
): Problem {
  return {
    message,
    location,
    renderFrame: () => renderCodeFrame(splitLines(source), location.line, location.column),
  };
}

const linesBySource = new WeakMap<Source, readonly string[]>();

/** Returns the lines of a file, which is split once for all of its problems. */
function splitLines(source: Source): readonly string[] {
  let lines = linesBySource.get(source);
  if (!lines) linesBySource.set(source, (lines = source.body.split(/\r?\n/)));
  return lines;
}
