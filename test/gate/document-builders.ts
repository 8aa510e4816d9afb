import type { JsonObject } from "../../scripts/document/json.js";
import type { SpecDocument } from "../../scripts/document/document.js";
import { type Change, findHighestSeverity, formatTitle, type Severity } from "../../scripts/gate/change.js";
import { compareDocuments } from "../../scripts/gate/compare-documents.js";

/** The severity of the most severe change, or `none` without changes. */
export type ExpectedSeverity = Severity | "none";

/** Two documents, and the severity of the change between them. */
export type DocumentPair = [name: string, base: JsonObject, revision: JsonObject, severity: ExpectedSeverity];

/** The schema of a string. */
export const TEXT = { type: "string" };
/** The schema of a list of strings. */
export const TEXTS = { type: "array", items: TEXT };
/** The schema of an object with one optional property. */
export const PEN = { type: "object", properties: { ink: TEXT } };

/** Creates a document without a file. */
export function createDocument(root: JsonObject, file = "pens.yaml"): SpecDocument {
  return {
    file,
    root: { openapi: "3.1.0", info: { title: "Pens", version: "1.0.0" }, ...root },
    createProblem: (pointer, message) => ({ message, location: { file: `${file}#/${pointer.join("/")}` } }),
  } as Partial<SpecDocument> as SpecDocument;
}

/** Compares two documents on a fixed date. */
export function findChanges(base: JsonObject, revision: JsonObject): Change[] {
  // Copies, so that the documents share no objects.
  const [before, after] = [structuredClone(base), structuredClone(revision)];
  return compareDocuments(createDocument(before), createDocument(after), { today: "2026-06-15" });
}

/** Returns the severity of the most severe change. */
export const getSeverity = (changes: readonly Change[]): ExpectedSeverity =>
  findHighestSeverity(changes) ?? "none";

/** Formats each change as a line. */
export const formatLines = (changes: readonly Change[]): string[] =>
  changes.map((change) => `${change.severity} ${change.rule} ${formatTitle(change)}: ${change.message}`);

/** Creates a document whose only operation has the given fields. */
export const buildOperation = (fields: JsonObject, root: JsonObject = {}): JsonObject => ({
  paths: {
    "/pens": { post: { operationId: "addPen", responses: { "204": { description: "" } }, ...fields } },
  },
  ...root,
});

/** A document whose only operation has no parameter and no content. */
export const NOTHING = buildOperation({});

/** Creates the content of a body in JSON. */
export const buildJsonContent = (schema: JsonObject | boolean | undefined): JsonObject => ({
  "application/json": { schema },
});

/** Creates a document whose only operation sends a value. */
export const buildRequest = (schema: JsonObject | boolean | undefined, root: JsonObject = {}): JsonObject =>
  buildOperation({ requestBody: { required: true, content: buildJsonContent(schema) } }, root);

/** Creates a document whose only operation receives a value. */
export const buildResponse = (schema: JsonObject | boolean | undefined, root: JsonObject = {}): JsonObject =>
  buildOperation({ responses: { "200": { description: "", content: buildJsonContent(schema) } } }, root);

/** Creates a document whose only operation has a parameter. */
export const buildParameter = (fields: JsonObject, root: JsonObject = {}): JsonObject =>
  buildOperation({ parameters: [{ name: "ink", in: "query", ...fields }] }, root);
