import ts from "typescript";
import { visitNamedNodes } from "./named-nodes.js";

/**
 * Returns the declarations of an export as text, without comments.
 *
 * @param symbol - The export.
 * @param keepsDeprecations - Whether to keep the comments with `@deprecated`.
 * @returns The text, whose white space is normalized.
 */
export function renderDeclarations({ declarations = [] }: ts.Symbol, keepsDeprecations: boolean): string {
  const text = declarations
    .map((declaration) => `${getComments(declaration)} ${declaration.getText()}`)
    .join("\n");
  const comments = keepsDeprecations
    ? /\/\*\*(?:(?!\*\/|@deprecated)[^])*\*\//g
    : /\/\*\*(?:(?!\*\/)[^])*\*\//g;
  return text.replace(comments, "").replace(/\s+/g, " ").trim();
}

/** Returns the comments before a declaration. Those of a variable are before its statement. */
function getComments(declaration: ts.Declaration): string {
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const file = node.getSourceFile();
  return file.text.slice(node.getStart(file, true), node.getStart(file));
}

/**
 * Returns the names of an export and of its members that the revision deprecates. All their declarations are deprecated
 * in the revision, and none in the base.
 *
 * @param before - The export in the base.
 * @param after - The export in the revision.
 * @returns The names, such as `Page.sessions`. Those that the base does not have are missing.
 */
export function findNewDeprecations(before: ts.Symbol, after: ts.Symbol): string[] {
  const [statesBefore, statesAfter] = [readDeprecations(before), readDeprecations(after)];
  return [...statesAfter]
    .filter(
      ([name, states]) =>
        states.every(Boolean) && statesBefore.get(name)?.every((isDeprecated) => !isDeprecated),
    )
    .map(([name]) => name);
}

/** Returns for each declaration of an export and of its members whether it is deprecated. */
function readDeprecations({ declarations = [] }: ts.Symbol): Map<string, boolean[]> {
  const deprecations = new Map<string, boolean[]>();
  for (const declaration of declarations)
    visitNamedNodes(declaration, (node, name, isNamed) => {
      if (!isNamed) return;
      const isDeprecated = ts.getJSDocDeprecatedTag(node) !== undefined;
      deprecations.set(name, [...(deprecations.get(name) ?? []), isDeprecated]);
    });
  return deprecations;
}
