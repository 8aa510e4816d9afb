import type { ExportDeclaration } from "./declarations.js";

/** Renders the entry that exports all generated files. */
export function renderIndex(): ExportDeclaration[] {
  return ["./client.js", "./operations.js", "./schema.js"].map((from) => ({ kind: "export", from }));
}
