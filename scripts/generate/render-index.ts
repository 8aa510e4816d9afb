import {
  type ExportDeclarationStructure,
  type ImportDeclarationStructure,
  StructureKind,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import type { JsonObject } from "../document/json.js";
import { NameSpace } from "./names.js";
import type { Operation } from "./operations.js";
import { unclosed, untagged } from "./tsdoc.js";

/** The one entry to all that is generated, with a name for the type of each schema. */
export function renderIndex(
  operations: readonly Operation[],
  root: JsonObject,
): (ImportDeclarationStructure | ExportDeclarationStructure | TypeAliasDeclarationStructure)[] {
  const components = root.components as JsonObject | undefined;
  const schemas = (components?.schemas ?? {}) as Record<string, JsonObject>;
  const names = new NameSpace();
  for (const { name } of operations) names.ofOperation(name);
  const aliases = Object.entries(schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { description }]): TypeAliasDeclarationStructure => ({
      kind: StructureKind.TypeAlias,
      isExported: true,
      name: names.ofSchema(key),
      type: `components["schemas"][${JSON.stringify(key)}]`,
      ...(typeof description === "string" &&
        description.trim() && { docs: [unclosed(untagged(description.trim()))] }),
    }));
  return [
    ...(aliases.length
      ? [
          {
            kind: StructureKind.ImportDeclaration as const,
            moduleSpecifier: "./schema.js",
            isTypeOnly: true,
            namedImports: ["components"],
          },
        ]
      : []),
    { kind: StructureKind.ExportDeclaration, moduleSpecifier: "./client.js" },
    { kind: StructureKind.ExportDeclaration, moduleSpecifier: "./operations.js" },
    { kind: StructureKind.ExportDeclaration, moduleSpecifier: "./schema.js", isTypeOnly: true },
    ...aliases,
  ];
}
