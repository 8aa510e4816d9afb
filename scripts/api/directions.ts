import ts from "typescript";

/** Whether callers pass values of a type to the package, or receive them from it. */
export interface Direction {
  isPassed: boolean;
  isReceived: boolean;
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
  const directions = new Map<string, Direction>();

  function visitName(name: string, isReceived: boolean): void {
    const direction = directions.get(name) ?? { isPassed: false, isReceived: false };
    directions.set(name, direction);
    const key = isReceived ? "isReceived" : "isPassed";
    if (direction[key]) return;
    direction[key] = true;
    for (const declaration of declarations.get(name) ?? [])
      ts.forEachChild(declaration, (child) => {
        visit(child, isReceived);
      });
  }

  function visit(node: ts.Node, isReceived: boolean): void {
    if (ts.isParameter(node)) {
      if (node.type) visit(node.type, !isReceived);
      return;
    }
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node) || ts.isTypeQueryNode(node)) {
      const target = ts.isTypeReferenceNode(node)
        ? node.typeName
        : ts.isTypeQueryNode(node)
          ? node.exprName
          : node.expression;
      if (declarations.has(target.getText())) visitName(target.getText(), isReceived);
    }
    ts.forEachChild(node, (child) => {
      visit(child, isReceived);
    });
  }

  for (const [name, nodes] of declarations) if (nodes.some(isExportedValue)) visitName(name, true);
  return (name) => directions.get(name) ?? { isPassed: true, isReceived: true };
}

function findDeclarations(file: ts.SourceFile): Map<string, ts.Node[]> {
  const declarations = new Map<string, ts.Node[]>();
  const add = (name: string, node: ts.Node): void => {
    declarations.set(name, [...(declarations.get(name) ?? []), node]);
  };
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement))
      for (const declaration of statement.declarationList.declarations)
        add(declaration.name.getText(), declaration);
    else if (
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement)
    )
      add(statement.name?.text ?? "default", statement);
  }
  return declarations;
}

/** Returns whether a declaration is an exported value. */
function isExportedValue(node: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const isExported =
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return (
    isExported &&
    (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node))
  );
}
