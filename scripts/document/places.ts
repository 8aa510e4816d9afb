import type { Source } from "@redocly/openapi-core";
import { codeFrame, type Place, type Problem } from "../problem.js";
import type { Pointer } from "./json.js";
import { locate, locateOffset } from "./locate.js";

/** A problem at a value of a file, or at the nearest one around it that the file has. */
export function problemAtPointer(file: string, source: Source, pointer: Pointer, message: string): Problem {
  return problemAtPlace(source, { file, ...locate(source, pointer) }, message);
}

/** A problem at a character of a file. */
export function problemAtOffset(file: string, source: Source, offset: number, message: string): Problem {
  return problemAtPlace(source, { file, ...locateOffset(source, offset) }, message);
}

/** A problem at a place in a file. The code frame is rendered when it is printed. */
export function problemAtPlace(source: Source, place: Required<Place>, message: string): Problem {
  return { message, place, frame: () => codeFrame(linesOf(source), place.line, place.column) };
}

const linesBySource = new WeakMap<Source, readonly string[]>();

/** The lines of a file, split once for all of its problems. */
function linesOf(source: Source): readonly string[] {
  let lines = linesBySource.get(source);
  if (!lines) linesBySource.set(source, (lines = source.body.split(/\r?\n/)));
  return lines;
}
