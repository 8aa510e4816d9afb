import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { readDocument } from "../../scripts/document/document.js";
import type { Files } from "../../scripts/generate/files.js";
import { type RenderedCode, renderFormatted } from "../../scripts/generate/render.js";

/** Creates a temporary folder that is removed after the tests of the file. */
export function createTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "generate-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Writes some files, and returns the path of the first. */
export function writeTexts(folder: string, texts: Record<string, string>): string {
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const [first = ""] = Object.keys(texts);
  return join(folder, first);
}

/** The first three lines of every document. */
export const HEAD = `openapi: 3.1.0
info: { title: T, version: "1" }
servers: [{ url: "https://api.test/v1" }]
`;

/** Renders a document, and returns the files and the left-out operations. */
export async function renderAll(file: string): Promise<RenderedCode> {
  return renderFormatted(await readDocument(file), { command: "npm run generate", validators: true });
}

/** Renders the files of a document. */
export async function renderFile(file: string): Promise<Files> {
  return (await renderAll(file)).files;
}
