import ts from "typescript";

/**
 * Visits a node and all nodes within it.
 *
 * @param root - The node.
 * @param visit - Called with each node, with the name of the innermost declaration that contains it, such as
 * `RetryOptions.maxRetries`, and with whether the node is this declaration.
 */
export function visitNamedNodes(
  root: ts.Node,
  visit: (node: ts.Node, name: string, isNamed: boolean) => void,
): void {
  const visitAt = (node: ts.Node, path: string): void => {
    const { name: nameNode } = node as ts.Node & { name?: ts.Node };
    const name = nameNode ? (path ? `${path}.` : "") + nameNode.getText() : path;
    visit(node, name, nameNode !== undefined);
    ts.forEachChild(node, (child) => {
      visitAt(child, name);
    });
  };
  visitAt(root, "");
}
