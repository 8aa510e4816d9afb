import type { JsonObject, Pointer } from "./json.js";
import { loadText } from "./load-text.js";
import { parseDocumentText } from "./parse-document.js";
import { createProblemAtPointer } from "./create-problem.js";
import type { Problem } from "../problem.js";

/** A document whose references to other files are not resolved. */
export interface FetchedDocument {
  /** The file or the URL. */
  file: string;
  root: JsonObject;
  /** Creates a problem at a value of the document. */
  createProblem: (pointer: Pointer, message: string) => Problem;
}

/** Reads a document from a file or a URL. References to other files are not resolved. */
export async function fetchDocument(file: string): Promise<FetchedDocument> {
  const { text, absolute } = await loadText(file);
  const document = parseDocumentText(file, text, absolute);
  return {
    file,
    root: document.parsed as JsonObject,
    createProblem: (pointer, message) => createProblemAtPointer(file, document.source, pointer, message),
  };
}
