import ts from "typescript";

/** Text to put in the place of a part of a file. */
interface Replacement {
  start: number;
  end: number;
  text: string;
}

/**
 * The generated index as a reader wants it. There a type is a way into openapi-typescript's tables,
 * `components["schemas"]["Session"]`, which a reference can only show as it stands, or spell out anew wherever the type
 * is used. Here each name stands for the thing itself, with its fields, and other types are named by it. The tables
 * themselves are for the compiler, and left out.
 *
 * @param index - The text of generated/index.ts.
 * @param schema - The text of generated/schema.ts, readable.
 */
export function readableIndex(index: string, schema: string): string {
  const indexFile = parse("index.ts", index);
  const schemas = schemasIn(parse("schema.ts", schema));
  const aliases = indexFile.statements.filter(ts.isTypeAliasDeclaration);
  const nameOf = new Map<string, string>();
  for (const { name, type } of aliases) {
    const key = schemaKey(type);
    if (key !== undefined) nameOf.set(key, name.text);
  }
  const descriptionOf = new Map(
    aliases.map((alias) => [alias.name.text, commentOf(alias, indexFile)] as const),
  );
  const replacements = aliases.flatMap((alias): Replacement[] => {
    const body = schemas.get(schemaKey(alias.type) ?? "");
    if (!body) return [];
    const text = readableType(body, nameOf, descriptionOf);
    const declared = ts.isTypeLiteralNode(body)
      ? `export interface ${alias.name.text} ${text}`
      : `export type ${alias.name.text} = ${text};`;
    return [{ start: alias.getStart(indexFile), end: alias.end, text: declared }];
  });
  return replaced(index, replacements).replace(/^export type \* from "\.\/schema\.js";\n/m, "");
}

/** openapi-typescript's tables without its tags: a description is the comment's own text, a constant is in the type. */
export function readableSchema(schema: string): string {
  return schema.replaceAll("@description ", "").replace(/^ *\* @constant\n/gm, "");
}

/**
 * The generated client as a reader wants it: with the fields of each query, and operations by name rather than in full.
 *
 * @param client - The text of generated/client.ts.
 */
export function readableClient(client: string): string {
  return client
    .replace(/^(type (\w+)) = (paths\[.*);$/gm, "$1Entry = $3;\ninterface $2 extends $2Entry {}")
    .replace(/^(\/\*\* The query of .*?) ?\*\/$/gm, "$1\n * @interface\n */");
}

/** The name of a schema that a type reads from openapi-typescript's table; undefined for any other type. */
function schemaKey(type: ts.TypeNode): string | undefined {
  const [, key] = /^components\["schemas"\]\["(.*)"\]$/.exec(type.getText()) ?? [];
  return key;
}

/** The types of the table of schemas, by their keys. */
function schemasIn(file: ts.SourceFile): Map<string, ts.TypeNode> {
  const components = file.statements
    .filter(ts.isInterfaceDeclaration)
    .find(({ name }) => name.text === "components");
  const table =
    components && membersOf(components).find((member) => member.name.getText() === "schemas")?.type;
  const members = table && ts.isTypeLiteralNode(table) ? membersOf(table) : [];
  return new Map(
    members.flatMap(({ name, type }) =>
      type && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [[name.text, type] as const] : [],
    ),
  );
}

function membersOf({ members }: { members: ts.NodeArray<ts.TypeElement> }): ts.PropertySignature[] {
  return members.filter(ts.isPropertySignature);
}

/** A type with names in the place of ways into the table. A field without a word of its own gets its type's. */
function readableType(
  type: ts.TypeNode,
  nameOf: ReadonlyMap<string, string>,
  descriptionOf: ReadonlyMap<string, string>,
): string {
  const file = type.getSourceFile();
  const start = type.getStart(file);
  const replacements: Replacement[] = [];
  const visit = (node: ts.Node): void => {
    const name = ts.isTypeNode(node) ? nameOf.get(schemaKey(node) ?? "") : undefined;
    if (name === undefined) {
      ts.forEachChild(node, visit);
      return;
    }
    replacements.push({ start: node.getStart(file) - start, end: node.end - start, text: name });
    let field = node.parent;
    // An open enum is a union of its type and any string.
    while (ts.isUnionTypeNode(field)) field = field.parent;
    if (ts.isPropertySignature(field) && !commentOf(field, file)) {
      const place = field.getStart(file) - start;
      replacements.push({ start: place, end: place, text: descriptionOf.get(name) ?? "" });
    }
  };
  visit(type);
  return replaced(type.getText(file), replacements);
}

/** The TSDoc comment above a node, or an empty text. */
function commentOf(node: ts.Node, file: ts.SourceFile): string {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc);
  return comment ? `${comment.getText(file)}\n` : "";
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  return [...replacements]
    .sort((one, other) => other.start - one.start)
    .reduce((rest, { start, end, text: by }) => rest.slice(0, start) + by + rest.slice(end), text);
}

function parse(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
}
