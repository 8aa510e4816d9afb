import { join } from "node:path";
import ts from "typescript";
import { root } from "../project-folder.js";

/**
 * Converts methods to properties with a function type. TypeScript compares the parameters of methods bivariantly, and
 * would accept a narrower parameter.
 *
 * @param text - The declarations as TypeScript.
 * @returns The converted declarations.
 */
export function convertMethods(text: string): string {
  const file = ts.createSourceFile("report.d.ts", text, ts.ScriptTarget.ES2022, true);
  const parts: string[] = [];
  let position = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isMethodSignature(node) && ts.isInterfaceDeclaration(node.parent) && node.type) {
      const head = node.name.getText() + (node.questionToken ? "?" : "");
      const siblings = node.parent.members.filter((member) => member.name?.getText() === node.name.getText());
      if (siblings.length === 1) {
        const parameters = text.slice(
          node.name.getEnd() + (node.questionToken ? 1 : 0),
          node.type.getFullStart(),
        );
        parts.push(
          text.slice(position, node.getStart()),
          head,
          ": ",
          parameters.replace(/:\s*$/, ""),
          " => ",
        );
        position = node.type.getStart();
        return;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return parts.join("") + text.slice(position);
}

/** Files of the platform and of other packages, which are slow to read. */
const sourceFileCache = new Map<string, ts.SourceFile | undefined>();

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.dom.asynciterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Type-checks two versions of an API in one program.
 *
 * @param texts - The declarations of both versions.
 * @returns The type checker, and the parsed file of each version.
 */
export function createApiProgram(texts: { base: string; revision: string }): {
  checker: ts.TypeChecker;
  base: ts.SourceFile;
  revision: ts.SourceFile;
} {
  const parse = (path: string, text: string): ts.SourceFile =>
    ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  // Virtual files in the project's folder, so that imports of other packages resolve.
  const base = parse(join(root, "base.d.ts"), texts.base);
  const revision = parse(join(root, "revision.d.ts"), texts.revision);
  const sources = new Map([base, revision].map((file) => [file.fileName, file]));
  const host = ts.createCompilerHost(OPTIONS);
  const readSource = host.getSourceFile.bind(host);
  host.fileExists = (path) => sources.has(path) || ts.sys.fileExists(path);
  host.getSourceFile = (path, ...args) => {
    const source = sources.get(path);
    if (source) return source;
    if (!sourceFileCache.has(path)) sourceFileCache.set(path, readSource(path, ...args));
    return sourceFileCache.get(path);
  };
  return { checker: ts.createProgram([...sources.keys()], OPTIONS, host).getTypeChecker(), base, revision };
}
