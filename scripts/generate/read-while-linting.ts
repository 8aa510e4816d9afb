import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { SpecDocument } from "../document/document.js";
import { lint, type LintReport } from "../document/lint.js";
import { isUrl, resolveFileReference, STDIN } from "../document/document-path.js";
import { loadText } from "../document/load-text.js";
import type { Arguments } from "./arguments.js";
import type { RenderedCode } from "./render.js";

/** The document, its rendered files and the findings of the linter. */
interface RenderedDocument {
  document: SpecDocument;
  rendered: RenderedCode;
  report: LintReport;
}

/**
 * Reads and renders the document while the linter runs in a child process.
 *
 * @param options - The arguments of the command.
 * @returns The document, its files and the findings.
 * @throws SpecError if the document cannot be read or rendered.
 */
export async function readWhileLinting(options: Arguments): Promise<RenderedDocument> {
  const { spec, rules, verbose, isOwnDocument } = options;
  // Standard input can be read only once. A URL may redirect to another one.
  const loaded = spec === STDIN || isUrl(spec) ? await loadText(spec) : undefined;
  const linted =
    loaded && spec === STDIN
      ? writeTemporaryFile(makeReferencesAbsolute(loaded.text))
      : { file: loaded?.absolute ?? spec };
  const linting = lint(linted.file, { rules, verbose: verbose || isOwnDocument });
  try {
    // The linter starts before these imports, which load the compiler for a second.
    const { readDocument, readDocumentText } = await import("../document/document.js");
    const { renderCompiled } = await import("./render-compiled.js");
    const document = loaded
      ? await readDocumentText(spec, loaded.text, loaded.absolute)
      : await readDocument(spec);
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
function writeTemporaryFile(text: string): { file: string; remove: () => void } {
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

/** A reference to another file, in quotes or without. */
const REFERENCE = /(\$ref["']?\s*:\s*)(["']?)([^\s#"',{}[\]][^\s"',{}[\]]*)\2/g;

/** Replaces the relative paths of referenced files by absolute ones, because the copy is in another folder. */
export function makeReferencesAbsolute(text: string): string {
  const base = resolve("stdin");
  return text.replace(REFERENCE, (_, before: string, _quote: string, reference: string) => {
    const [uri = "", ...fragment] = reference.split("#");
    const absolute = resolveFileReference(base, uri).replaceAll("\\", "/");
    return before + JSON.stringify([absolute, ...fragment].join("#"));
  });
}
