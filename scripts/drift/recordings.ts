import { SpecError } from "../problem.js";

/** A recorded response. */
export interface Recording {
  method: string;
  url: string;
  status: number;
  body: unknown;
}

interface HarEntry {
  request: { method: string; url: string };
  response: { status: number; content: { text?: string; encoding?: string } };
}

/**
 * Reads recorded responses.
 *
 * @param text - A HAR file, as browsers export it, or a JSON object for each line: `{ url, method?, status?, body }`.
 * @param file - The name of the file, for messages.
 * @returns The responses with JSON bodies.
 * @throws SpecError if the text has neither format.
 */
export function readRecordings(text: string, file: string): Recording[] {
  const har = parseJson(text) as { log?: { entries?: HarEntry[] } } | undefined;
  if (har?.log?.entries) return har.log.entries.flatMap(readHarEntry);
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    if (!line.trim()) return [];
    const value = parseJson(line) as Partial<Recording> | undefined;
    if (typeof value?.url !== "string")
      throw new SpecError([
        {
          message: "expected a HAR file, or a JSON object with url and body on each line",
          location: { file, line: index + 1, column: 1 },
        },
      ]);
    const { url, method = "GET", status = 200, body } = value;
    return [{ url, method, status, body }];
  });
}

function readHarEntry({ request, response: { status, content } }: HarEntry): Recording[] {
  const text =
    content.encoding === "base64" ? Buffer.from(content.text ?? "", "base64").toString() : content.text;
  const body = parseJson(text ?? "");
  return body === undefined ? [] : [{ method: request.method, url: request.url, status, body }];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller decides whether text that is not JSON is a problem.
    return undefined;
  }
}
