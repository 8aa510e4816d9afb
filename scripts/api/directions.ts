import ts from "typescript";

/** Whether callers pass values of a type to the package, or receive them from it. */
export interface Direction {
  passed: boolean;
  received: boolean;
}

/**
 * Determines whether callers pass or receive the types of a report. The search starts at the exported functions, values
 * and classes. Parameters reverse the direction.
 *
 * @param file - The declarations of the report.
 * @returns The direction of a declaration by its name. A type that no exported value uses has both directions.
 */
export function findDirections(file: ts.SourceFile): (name: string) => Direction {
  const declarations = findDeclarations(file);
  const found = new Map<string, Direction>();

  function visitName(name: string, received: boolean): void {
    const direction = found.get(name) ?? { passed: false, received: false };
    found.set(name, direction);
    const key = received ? "received" : "passed";
    if (direction[key]) return;
    direction[key] = true;
    for (const declaration of declarations.get(name) ?? [])
      ts.forEachChild(declaration, (child) => {
        visit(child, received);
      });
  }

  function visit(node: ts.Node, received: boolean): void {
    if (ts.isParameter(node)) {
      if (node.type) visit(node.type, !received);
      return;
    }
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node) || ts.isTypeQueryNode(node)) {
      const target = ts.isTypeReferenceNode(node)
        ? node.typeName
        : ts.isTypeQueryNode(node)
          ? node.exprName
          : node.expression;
      if (declarations.has(target.getText())) visitName(target.getText(), received);
    }
    ts.forEachChild(node, (child) => {
      visit(child, received);
    });
  }

  for (const [name, nodes] of declarations) if (nodes.some(isValue)) visitName(name, true);
  return (name) => found.get(name) ?? { passed: true, received: true };
}

function findDeclarations(file: ts.SourceFile): Map<string, ts.Node[]> {
  const found = new Map<string, ts.Node[]>();
  const add = (name: string, node: ts.Node): void => {
    found.set(name, [...(found.get(name) ?? []), node]);
  };
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement))
      for (const each of statement.declarationList.declarations) add(each.name.getText(), each);
    else if (
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement)
    )
      add(statement.name?.text ?? "default", statement);
  }
  return found;
}

/** Returns whether a declaration is an exported value. */
function isValue(node: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const isExported =
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return (
    isExported &&
    (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node))
  );
}
