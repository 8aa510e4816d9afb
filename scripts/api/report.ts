/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment --
   The rule reports assignments between the node classes of ts-morph, which have the same structure. */
import { type ImportDeclaration, type JSDoc, Node, Project, type SourceFile, SyntaxKind, ts } from "ts-morph";
import { compareCodeUnits } from "../compare-code-units.js";

/** A declaration with its name in the report. */
interface DeclaredName {
  name: string;
  node: Node;
}

/**
 * Rolls up the declarations that an entry exports, and those that they refer to, into one text.
 *
 * The text is TypeScript: exported declarations by name, then the others. Of comments only `@default` and `@deprecated`
 * remain, because users rely on them.
 *
 * @param entry - The path of the entry's `.d.ts` file.
 * @param heading - The name that users import.
 * @returns A Markdown file with the declarations as a block of code.
 */
export function renderApiReport(entry: string, heading: string): string {
  const project = new Project({
    compilerOptions: {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
    },
    skipAddingFilesFromTsConfig: true,
  });
  const file = project.addSourceFileAtPath(entry);
  project.resolveSourceFileDependencies();
  const exported = findExports(file);
  const { internal, imports } = findReachable(exported);
  const declarations = [
    ...[...imports].sort(),
    ...exported.flatMap(({ node }) => printDeclaration(node, true)),
    ...sortByName(internal).flatMap(({ node }) => printDeclaration(node, false)),
    "export {};",
  ];
  return `# ${heading}

The public API as users compile against it. To update this file, run: \`npm run api -- --write\`

\`\`\`ts
${declarations.join("\n\n")}
\`\`\`
`;
}

function findExports(file: SourceFile): DeclaredName[] {
  const names = [...file.getExportedDeclarations()].flatMap(([name, nodes]) =>
    nodes.map((node) => ({ name, node: getStatement(node) })),
  );
  return sortByName(names);
}

/** Finds the declarations of this package and the imports that the exported declarations refer to. */
function findReachable(exported: readonly DeclaredName[]): {
  internal: DeclaredName[];
  imports: Set<string>;
} {
  const seen = new Map<string, Node>(exported.map(({ name, node }) => [name, node]));
  const visited = new Set<Node>(exported.map(({ node }) => node));
  const internal: DeclaredName[] = [];
  const imports = new Set<string>();
  const pending = exported.map(({ node }) => node);
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const identifier of node.getDescendantsOfKind(SyntaxKind.Identifier)) {
      for (const { name, node: target } of resolveTargets(identifier)) {
        const external = renderExternalImport(identifier, target);
        if (external !== undefined) imports.add(external);
        if (external !== undefined || visited.has(target) || isExternal(target)) continue;
        // A constant and a type of one module may share a name.
        const other = seen.get(name);
        if (other && other.getSourceFile() !== target.getSourceFile())
          throw new Error(`Two declarations are named ${name}. Rename one of them.`);
        seen.set(name, target);
        visited.add(target);
        internal.push({ name, node: target });
        pending.push(target);
      }
    }
  }
  return { internal, imports };
}

/** Resolves an identifier to the top-level declarations that it names. */
function resolveTargets(identifier: Node): DeclaredName[] {
  const symbol = identifier.getSymbol();
  if (!symbol) return [];
  const target = symbol.getAliasedSymbol() ?? symbol;
  return target.getDeclarations().flatMap((declaration) => {
    const node = getStatement(declaration);
    const topLevel = node.getParent();
    if (!topLevel || !Node.isSourceFile(topLevel) || declaration === topLevel) return [];
    // Members and type parameters resolve to the declaration that contains them.
    const namedDeclaration = Node.isVariableStatement(node) ? node.getDeclarations()[0] : node;
    return declaration === namedDeclaration ? [{ name: target.getName(), node }] : [];
  });
}

function getStatement(node: Node): Node {
  return Node.isVariableDeclaration(node) ? (node.getVariableStatement() ?? node) : node;
}

/** Returns whether a declaration belongs to another package, or to the platform. */
function isExternal(node: Node): boolean {
  return node.getSourceFile().isInNodeModules() || node.getSourceFile().getFilePath().includes("/lib.");
}

/** Returns the import of a name of another package; undefined for names of this package and of the platform. */
function renderExternalImport(identifier: Node, target: Node): string | undefined {
  if (!target.getSourceFile().isInNodeModules()) return undefined;
  const declaration = identifier
    .getSourceFile()
    .getImportDeclarations()
    .find((importDeclaration: ImportDeclaration) =>
      importDeclaration
        .getNamedImports()
        .some((namedImport) => namedImport.getName() === identifier.getText()),
    );
  const specifier = declaration?.getModuleSpecifierValue();
  return specifier === undefined || specifier.startsWith(".")
    ? undefined
    : `import { type ${identifier.getText()} } from ${JSON.stringify(specifier)};`;
}

/** Prints a declaration with its `@default` and `@deprecated` tags, and without private and internal members. */
function printDeclaration(node: Node, isExported: boolean): string[] {
  const replacements: Replacement[] = [];
  for (const part of [node, ...node.getDescendants()]) {
    if (!Node.isJSDocable(part)) continue;
    const tags = part.getJsDocs().flatMap((doc) => doc.getTags());
    if (isPrivate(part) || tags.some((tag) => tag.getTagName() === "internal"))
      replacements.push({ start: part.getStart(true), end: part.getEnd(), text: "" });
    for (const doc of part.getJsDocs())
      replacements.push({ start: doc.getStart(), end: doc.getEnd(), text: formatTags(doc) });
  }
  const text = applyReplacements(node.getText(true), node.getStart(true), replacements)
    .replace(/\n(?:[ \t]*\n)+/g, "\n")
    .trim();
  const [, comment = "", declaration = ""] =
    /^((?:\/\*\*.*\*\/\s*)?)(?:export\s+)?(?:declare\s+)?([^]*)$/.exec(text) ?? [];
  const isType = /^(?:interface|type)\b/.test(declaration);
  return [`${comment}${isExported ? "export " : ""}${isType ? "" : "declare "}${declaration}`];
}

/** Returns the tags of a comment that users rely on, as a comment of one line. */
function formatTags(doc: JSDoc): string {
  const tags = doc
    .getTags()
    .filter((tag) => ["default", "deprecated"].includes(tag.getTagName()))
    .map((tag) => `@${tag.getTagName()} ${tag.getCommentText()?.replace(/\s+/g, " ") ?? ""}`.trim());
  return tags.length ? `/** ${tags.join(" ")} */` : "";
}

function isPrivate(node: Node): boolean {
  if (Node.isPropertyDeclaration(node) && node.getName().startsWith("#")) return true;
  return Node.isModifierable(node) && node.hasModifier(SyntaxKind.PrivateKeyword);
}

/** The replacement of a part of a text. */
interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** Applies replacements to a text that begins at `offset`. Of nested ones, only the outermost is applied. */
function applyReplacements(text: string, offset: number, replacements: Replacement[]): string {
  let result = "";
  let position = offset;
  for (const { start, end, text: replacement } of replacements.sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    if (start < position) continue;
    result += text.slice(position - offset, start - offset) + replacement;
    position = end;
  }
  return result + text.slice(position - offset);
}

function sortByName(declared: readonly DeclaredName[]): DeclaredName[] {
  return [...declared].sort((a, b) => compareCodeUnits(a.name, b.name));
}
