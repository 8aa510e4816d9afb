import { basename } from "node:path";
import { readDocument } from "../../scripts/document/document.js";
import { type Operation, readOperations } from "../../scripts/generate/operations.js";
import { describePlace, SpecError } from "../../scripts/problem.js";
import { writeTexts } from "./document-files.js";

/** What the generators make of the operations of a document. */
export async function operationsOf(folder: string, text: string): Promise<Operation[]> {
  return readOperations(await readDocument(writeTexts(folder, { "api.yaml": text })));
}

/** The place and the message of each problem that a document is refused for. */
export async function problemsOf(folder: string, text: string): Promise<string[]> {
  try {
    await operationsOf(folder, text);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.problems.map(
      ({ message, place }) => `${describePlace({ ...place, file: basename(place.file) })} ${message}`,
    );
  }
  return [];
}
