import { type ExportDeclarationStructure, StructureKind } from "ts-morph";

/** The one entry to all that is generated. */
export function renderIndex(): ExportDeclarationStructure[] {
  return ["./client.js", "./operations.js", "./schema.js"].map((moduleSpecifier) => ({
    kind: StructureKind.ExportDeclaration,
    moduleSpecifier,
  }));
}
