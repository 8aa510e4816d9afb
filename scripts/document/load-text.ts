import { readFileSync } from "node:fs";
import { text as readStream } from "node:stream/consumers";
import { SpecError } from "../problem.js";
import { isUrl, resolveDocumentPath, STDIN } from "./document-path.js";

const TIMEOUT_MS = 120_000;

/** A loaded document or file. */
interface LoadedText {
  text: string;
  /** The absolute path or the final URL, to which references are relative. */
  absolute: string;
}

/** Reads a file, a URL or standard input. */
export async function loadText(file: string): Promise<LoadedText> {
  const absolute = resolveDocumentPath(file);
  if (file === STDIN) return { text: removeByteOrderMark(await readStream(process.stdin)), absolute };
  return isUrl(file) ? download(file) : { text: readText(file), absolute };
}

/** Reads a file. */
export function readText(file: string): string {
  try {
    return removeByteOrderMark(decodeText(readFileSync(file)));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, \w+( '.*')?$/, "") : String(error);
    throw new SpecError([{ message: `cannot be read: ${reason}`, location: { file } }]);
  }
}

/** Decodes the bytes of a file. PowerShell writes UTF-16, which the linter does not support. */
function decodeText(bytes: Buffer): string {
  if (["fffe", "feff"].includes(bytes.toString("hex", 0, 2)))
    throw new Error("it is encoded in UTF-16. Save it in UTF-8");
  return bytes.toString("utf8");
}

async function download(url: string): Promise<LoadedText> {
  const fail = (reason: string): never => {
    throw new SpecError([{ message: `cannot be fetched: ${reason}`, location: { file: url } }]);
  };
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    // A redirect leads to another URL.
    const absolute = response.url || url;
    if (response.ok) return { text: removeByteOrderMark(await response.text()), absolute };
  } catch (error) {
    const { message, cause } = error as Error;
    return fail(cause instanceof Error ? cause.message || message : message);
  }
  return fail(`GET returned ${response.status} ${response.statusText}`.trim());
}

/** Removes a byte order mark, which is not part of the text. */
const removeByteOrderMark = (text: string): string => text.replace(/^\uFEFF/, "");
