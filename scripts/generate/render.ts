import { basename } from "node:path";
import {
  IndentationText,
  NewLineKind,
  Project,
  type StatementStructures,
  type WriterFunction,
} from "ts-morph";
import type { SpecDocument } from "../document/document.js";
import { readOperations } from "./operations.js";
import { type Files, MARK } from "./output.js";
import { renderClient } from "./render-client.js";
import { renderIndex } from "./render-index.js";
import { renderOperations } from "./render-operations.js";
import { renderSchema } from "./render-schema.js";

/**
 * All files of a document, by name.
 *
 * @param command - The command that makes them, which each of them names.
 * @param validators - Whether to make validators of the answers too, which many schemas make large.
 */
export async function render(document: SpecDocument, command: string, validators = true): Promise<Files> {
  const operations = readOperations(document);
  const header =
    `// ${MARK} from ${basename(document.file)} by scripts/generate.ts.\n` +
    `// Not to be edited: change the document, then run \`${command}\`.\n\n`;
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, newLineKind: NewLineKind.LineFeed },
  });
  const print = (name: string, statements: (StatementStructures | WriterFunction)[]): string =>
    project.createSourceFile(name, { statements }).getFullText();
  const texts = {
    "client.ts": print("client.ts", renderClient(operations, document.root)),
    "index.ts": print("index.ts", renderIndex(operations, document.root)),
    "operations.ts": print("operations.ts", renderOperations(operations)),
    "schema.ts": renderSchema(document),
    // Loaded where it is needed: what it stands on takes longer to load than the other files to make.
    ...(validators &&
      (await (await import("./render-validators.js")).renderValidators(operations, document))),
  };
  return new Map(Object.entries(texts).map(([name, text]) => [name, header + text]));
}
