import type { ExportDeclaration } from "./declarations.js";

/** The one entry to all that is generated. */
export function renderIndex(): ExportDeclaration[] {
  return ["./client.js", "./operations.js", "./schema.js"].map((from) => ({ kind: "export", from }));
}
