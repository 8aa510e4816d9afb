import { readFileSync } from "node:fs";
import type { Files } from "../../scripts/generate/output.js";
import { readDocument } from "../../scripts/document/document.js";
import { renderComplete } from "../../scripts/generate/render.js";

/**
 * A document with one operation. It is a copy that stays as it is, so that the edits of these tests go on fitting it
 * while spec/openapi.yaml grows.
 */
export const FROZEN = "test/gate/documents/openapi.yaml";
export const frozenText = readFileSync(FROZEN, "utf8");

/** The code that is generated from the frozen document. */
export async function renderFrozen(validators = true): Promise<Files> {
  return renderComplete(await readDocument(FROZEN), { command: "npm run generate", validators });
}
