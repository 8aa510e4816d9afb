import type { JsonObject } from "../../scripts/document/json.js";
import type { SpecDocument } from "../../scripts/document/document.js";
import { type Change, type Impact, mostSevere, titleOf } from "../../scripts/gate/change.js";
import { compareDocuments } from "../../scripts/gate/compare-documents.js";

export type Verdict = Impact | "none";

/** A document that is in no file. */
export function documentOf(root: JsonObject, file = "pens.yaml"): SpecDocument {
  return {
    file,
    root: { openapi: "3.1.0", info: { title: "Pens", version: "1.0.0" }, ...root },
    problemAt: (pointer, message) => ({ message, place: { file: `${file}#/${pointer.join("/")}` } }),
  } as Partial<SpecDocument> as SpecDocument;
}

/** The changes between two documents, on a day that does not change. */
export function changesOf(base: JsonObject, revision: JsonObject): Change[] {
  // Copies, so that neither document can be told from the other by the same objects.
  const [before, after] = [structuredClone(base), structuredClone(revision)];
  return compareDocuments(documentOf(before), documentOf(after), { today: "2026-06-15" });
}

export const verdictOf = (changes: readonly Change[]): Verdict => mostSevere(changes) ?? "none";

/** The changes in a line each. */
export const linesOf = (changes: readonly Change[]): string[] =>
  changes.map((change) => `${change.impact} ${change.rule} ${titleOf(change)}: ${change.what}`);

/** A document whose one operation has some fields. */
export const operation = (fields: JsonObject, root: JsonObject = {}): JsonObject => ({
  paths: {
    "/pens": { post: { operationId: "addPen", responses: { "204": { description: "" } }, ...fields } },
  },
  ...root,
});

/** A document whose one operation sends a value. */
export const sending = (schema: JsonObject | boolean | undefined, root: JsonObject = {}): JsonObject =>
  operation({ requestBody: { required: true, content: { "application/json": { schema } } } }, root);

/** A document whose one operation receives a value. */
export const receiving = (schema: JsonObject | boolean | undefined, root: JsonObject = {}): JsonObject =>
  operation({ responses: { "200": { description: "", content: { "application/json": { schema } } } } }, root);

/** A document with a query parameter. */
export const asking = (fields: JsonObject, root: JsonObject = {}): JsonObject =>
  operation({ parameters: [{ name: "ink", in: "query", ...fields }] }, root);
