import type { JsonObject } from "./json.js";
import { loadText } from "./load-text.js";
import { parseDocumentText } from "./parse-document.js";

/** Reads a document from a file or a URL. References to other files are left as they are. */
export async function fetchDocument(source: string): Promise<JsonObject> {
  return parseDocumentText(source, await loadText(source)).parsed as JsonObject;
}
