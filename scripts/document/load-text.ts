import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { text as readStream } from "node:stream/consumers";
import { SpecError } from "../problem.js";

const TIMEOUT_MS = 120_000;

/** The argument that stands for standard input. */
export const STDIN = "-";

export const isUrl = (file: string): boolean => /^https?:\/\//i.test(file);

/** Returns the name of a document in messages: the argument, or `stdin` for standard input. */
export const displayName = (file: string): string => (file === STDIN ? "stdin" : file);

/** Returns the name of a file or the last part of a URL, in one line, for comments and commands. */
export function baseName(file: string): string {
  const path = isUrl(file) ? new URL(file).pathname : displayName(file);
  return basename(path).replace(/[\r\n\u2028\u2029]+/g, " ");
}

/** Returns the absolute path or URL of a document, to which references are relative. */
export const absoluteOf = (file: string): string => (isUrl(file) ? file : resolve(displayName(file)));

/** Resolves the path or URL of a referenced file against the file that refers to it. */
export function joinReference(base: string, uri: string): string {
  if (isUrl(uri)) return uri;
  return isUrl(base) ? new URL(uri, base).href : resolve(base, "..", uri);
}

/** Returns the path of a file in the style of the user's path of the document. */
export function displayPath(absolute: string, document: string): string {
  if (absolute === absoluteOf(document)) return displayName(document);
  if (isUrl(absolute) || isUrl(document)) return absolute;
  return join(dirname(document), relative(dirname(resolve(document)), absolute));
}

/** A loaded document or file. */
export interface LoadedText {
  text: string;
  /** The absolute path or the final URL, to which references are relative. */
  absolute: string;
}

/** Reads a file, a URL or standard input. */
export async function loadText(file: string): Promise<LoadedText> {
  const absolute = absoluteOf(file);
  if (file === STDIN) return { text: withoutMark(await readStream(process.stdin)), absolute };
  return isUrl(file) ? download(file) : { text: readText(file), absolute };
}

/** Reads a file. */
export function readText(file: string): string {
  try {
    return withoutMark(readFileSync(file, "utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, \w+( '.*')?$/, "") : String(error);
    throw new SpecError([{ message: `cannot be read: ${reason}`, location: { file } }]);
  }
}

async function download(url: string): Promise<LoadedText> {
  const fail = (reason: string): never => {
    throw new SpecError([{ message: `cannot be fetched: ${reason}`, location: { file: url } }]);
  };
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    // Another one after a redirect.
    const absolute = response.url || url;
    if (response.ok) return { text: withoutMark(await response.text()), absolute };
  } catch (error) {
    const { message, cause } = error as Error;
    return fail(cause instanceof Error ? cause.message || message : message);
  }
  return fail(`GET returned ${response.status} ${response.statusText}`.trim());
}

/** Removes a byte order mark, which is not part of the text. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/, "");
