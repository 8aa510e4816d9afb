import { basename } from "node:path";
import { readDocument } from "../../scripts/document/document.js";
import { type Operation, readOperations, type ReadOperations } from "../../scripts/generate/operations.js";
import { formatLocation, type Problem, SpecError } from "../../scripts/problem.js";
import { writeTexts } from "./document-files.js";

/** Reads the operations of a document. */
export async function readOperationsOf(folder: string, text: string): Promise<ReadOperations> {
  return readOperations(await readDocument(writeTexts(folder, { "api.yaml": text })));
}

/** Reads the operations of a document, and returns those that are not left out. */
export async function readOperationList(folder: string, text: string): Promise<Operation[]> {
  return (await readOperationsOf(folder, text)).operations;
}

/** Lists the location and the reason of each left-out operation, or else of the errors of a document. */
export async function findProblems(folder: string, text: string): Promise<string[]> {
  try {
    return formatLines((await readOperationsOf(folder, text)).leftOut);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return formatLines(error.problems);
  }
}

/** Lists the location and the message of each warning. */
export async function findWarnings(folder: string, text: string): Promise<string[]> {
  return formatLines((await readOperationsOf(folder, text)).warnings);
}

function formatLines(problems: readonly Problem[]): string[] {
  return problems.map(({ message, location }) => {
    const reason = message.replace(/^[A-Z]+ \S+ is left out: /, "");
    return `${formatLocation({ ...location, file: basename(location.file) })} ${reason}`;
  });
}
