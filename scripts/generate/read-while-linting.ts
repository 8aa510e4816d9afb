import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SpecDocument } from "../document/document.js";
import { lint, type LintReport } from "../document/lint.js";
import { loadText, STDIN } from "../document/load-text.js";
import type { Arguments } from "./arguments.js";
import type { Rendered } from "./render.js";

interface Results {
  document: SpecDocument;
  rendered: Rendered;
  report: LintReport;
}

/** Reads and renders the document while the linter runs in a child process. */
export async function readWhileLinting(options: Arguments): Promise<Results> {
  const { spec, rules, verbose, ours } = options;
  // Standard input can be read only once.
  const text = spec === STDIN ? await loadText(spec) : undefined;
  const linted = text === undefined ? { file: spec } : temporaryFile(text);
  const linting = lint(linted.file, { rules, verbose: verbose || ours });
  try {
    // The linter starts before these imports, which load the compiler for a second.
    const { readDocument, readDocumentText } = await import("../document/document.js");
    const { renderCompiled } = await import("./render-compiled.js");
    const document = text === undefined ? await readDocument(spec) : await readDocumentText(spec, text);
    const rendered = await renderCompiled(document, options);
    return { document, rendered, report: await linting.report };
  } catch (error) {
    // The reader's error is clearer than that of the linter.
    linting.cancel();
    throw error;
  } finally {
    if ("remove" in linted) linted.remove();
  }
}

/** Writes a document to a file, for the linter to read. */
function temporaryFile(text: string): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "generate-"));
  const file = join(folder, /^\s*\{/.test(text) ? "stdin.json" : "stdin.yaml");
  writeFileSync(file, text);
  return {
    file,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
