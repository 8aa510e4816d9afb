/** A name in an import or export. */
export interface ImportedName {
  name: string;
  isTypeOnly?: boolean;
}

/** An import of names, and optionally of the default export. */
export interface ImportDeclaration {
  kind: "import";
  from: string;
  defaultImport?: string;
  names: readonly ImportedName[];
  isTypeOnly?: boolean;
}

/** A re-export of some names, or of all without `names`. */
export interface ExportDeclaration {
  kind: "export";
  from: string;
  names?: readonly ImportedName[];
}

/** A type parameter. */
interface TypeParameter {
  name: string;
  constraint?: string;
  default?: string;
}

/** The common fields of declarations. */
interface BaseDeclaration {
  name: string;
  isExported?: boolean;
  doc?: string;
}

/** A type alias. */
export interface TypeAlias extends BaseDeclaration {
  kind: "type";
  typeParameters?: readonly TypeParameter[];
  type: string;
}

/** A property of an interface, or a parameter of a function. */
interface Member {
  name: string;
  type: string;
  isOptional?: boolean;
  doc?: string;
}

/** An interface. */
export interface InterfaceDeclaration extends BaseDeclaration {
  kind: "interface";
  properties: readonly Member[];
}

/** A function. */
export interface FunctionDeclaration extends BaseDeclaration {
  kind: "function";
  typeParameters?: readonly TypeParameter[];
  parameters: readonly Member[];
  returnType: string;
  body: string;
}

/** A constant. */
export interface Constant extends BaseDeclaration {
  kind: "const";
  type?: string;
  value: string;
}

/** A top-level declaration of a file. */
export type Declaration =
  ImportDeclaration | ExportDeclaration | TypeAlias | InterfaceDeclaration | FunctionDeclaration | Constant;

/** Prints declarations as unformatted source text. */
export function printDeclarations(declarations: readonly Declaration[]): string {
  return declarations
    .map(
      (declaration, index) =>
        `${needsBlankLine(declaration, declarations[index - 1]) ? "\n" : ""}${printDeclaration(declaration)}\n`,
    )
    .join("");
}

/** Returns whether a blank line precedes a declaration: if it has a comment, or follows a block. */
function needsBlankLine(declaration: Declaration, previous: Declaration | undefined): boolean {
  return ["function", "interface"].includes(previous?.kind ?? "") || "doc" in declaration;
}

function printDeclaration(declaration: Declaration): string {
  if (declaration.kind === "import") return printImport(declaration);
  if (declaration.kind === "export") return printExport(declaration);
  return printDoc(declaration.doc) + (declaration.isExported ? "export " : "") + printDeclared(declaration);
}

function printImport({ from, defaultImport, names, isTypeOnly }: ImportDeclaration): string {
  const imported = [...(defaultImport === undefined ? [] : [defaultImport]), `{ ${printNames(names)} }`];
  return `import ${isTypeOnly ? "type " : ""}${imported.join(", ")} from ${JSON.stringify(from)};`;
}

function printExport({ from, names }: ExportDeclaration): string {
  return `export ${names ? `{ ${printNames(names)} }` : "*"} from ${JSON.stringify(from)};`;
}

function printNames(names: readonly ImportedName[]): string {
  return names.map(({ name, isTypeOnly }) => `${isTypeOnly ? "type " : ""}${name}`).join(", ");
}

function printDeclared(
  declaration: TypeAlias | InterfaceDeclaration | FunctionDeclaration | Constant,
): string {
  const { name } = declaration;
  switch (declaration.kind) {
    case "type":
      return `type ${name}${printTypeParameters(declaration.typeParameters)} = ${declaration.type};`;
    case "interface":
      return `interface ${name} {\n${declaration.properties.map((property) => `${printMember(property)};\n`).join("")}}`;
    case "const":
      return `const ${name}${declaration.type === undefined ? "" : `: ${declaration.type}`} = ${declaration.value};`;
    case "function": {
      const { typeParameters, parameters, returnType, body } = declaration;
      const list = parameters.map(printMember).join(", ");
      return `function ${name}${printTypeParameters(typeParameters)}(${list}): ${returnType} {\n${body}\n}`;
    }
  }
}

function printTypeParameters(parameters: readonly TypeParameter[] = []): string {
  if (!parameters.length) return "";
  const printed = parameters.map(
    ({ name, constraint, default: defaultType }) =>
      name +
      (constraint === undefined ? "" : ` extends ${constraint}`) +
      (defaultType === undefined ? "" : ` = ${defaultType}`),
  );
  return `<${printed.join(", ")}>`;
}

function printMember({ name, type, isOptional, doc }: Member): string {
  return `${printDoc(doc)}${name}${isOptional ? "?" : ""}: ${type}`;
}

function printDoc(doc: string | undefined): string {
  if (doc === undefined) return "";
  if (!doc.includes("\n")) return `/** ${doc} */\n`;
  const lines = doc.split("\n").map((line) => ` * ${line}`.trimEnd());
  return `/**\n${lines.join("\n")}\n */\n`;
}
