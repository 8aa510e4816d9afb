import { readFileSync } from "node:fs";
import type { Files } from "../../scripts/generate/files.js";
import { readDocument } from "../../scripts/document/document.js";
import { renderComplete } from "../../scripts/generate/render.js";

/**
 * A document with one operation. This copy never changes, so that the edits of these tests still apply while
 * spec/openapi.yaml grows.
 */
export const FROZEN = "test/gate/documents/openapi.yaml";
/** The text of the frozen document. */
export const frozenText = readFileSync(FROZEN, "utf8");

/** Generates the code of the frozen document. */
export async function renderFrozen(validators = true): Promise<Files> {
  return renderComplete(await readDocument(FROZEN), { command: "npm run generate", validators });
}
