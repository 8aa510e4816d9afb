import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

/** The argument that stands for standard input. */
export const STDIN = "-";

/** Returns whether the argument is a URL, not a path. */
export const isUrl = (file: string): boolean => /^https?:\/\//i.test(file);

/** Returns the name of a document in messages: the argument, or `stdin` for standard input. */
export const formatDocumentName = (file: string): string => (file === STDIN ? "stdin" : file);

/** Returns the name of a file or the last part of a URL. Comments and commands need it in one line. */
export function getBaseName(file: string): string {
  const path = isUrl(file) ? new URL(file).pathname : formatDocumentName(file);
  return basename(path).replace(/[\r\n\u2028\u2029]+/g, " ");
}

/** Returns the absolute path or URL of a document, to which references are relative. */
export const resolveDocumentPath = (file: string): string =>
  isUrl(file) ? file : resolve(formatDocumentName(file));

/**
 * Resolves the path or URL of a referenced file against the file that refers to it.
 *
 * @param base - The absolute path or URL of the file with the reference.
 * @param uri - The reference without its fragment.
 * @returns The absolute path or URL.
 */
export function resolveFileReference(base: string, uri: string): string {
  if (isUrl(uri)) return uri;
  if (isUrl(base)) return new URL(uri, base).href;
  const path = resolve(base, "..", uri);
  return isPercentEncoded(uri) && !existsSync(path) ? resolve(base, "..", decodePath(uri)) : path;
}

/** Returns whether a path contains percent-encoded characters, such as `my%20schema.yaml`. */
export function isPercentEncoded(path: string): boolean {
  return decodePath(path) !== path;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    // A percent sign that encodes nothing.
    if (error instanceof URIError) return path;
    throw error;
  }
}

/**
 * Returns the path of a file in the style of the user's path of the document.
 *
 * @param absolute - The absolute path or URL of the file.
 * @param document - The path or URL of the document, as the user wrote it.
 * @returns The path for messages.
 */
export function formatDisplayPath(absolute: string, document: string): string {
  if (absolute === resolveDocumentPath(document)) return formatDocumentName(document);
  if (isUrl(absolute) || isUrl(document)) return absolute;
  return join(dirname(document), relative(dirname(resolve(document)), absolute));
}
