import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";
import type { Files } from "../../scripts/generate/files.js";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "test/virtual");

/** TypeScript's own declarations and those of packages, parsed once. */
const libraries = new Map<string, ts.SourceFile>();

/** Generated files, and code that uses them. */
export interface Project {
  files: Files;
  use?: string;
}

/** Returns the TypeScript errors in generated files and in a file that uses them, under stricter settings than ours. */
export function findTypeErrors(files: Files, use = ""): string[] {
  return findProjectErrors({ files: { files, use } }).files ?? [];
}

/** Returns the TypeScript errors of several projects. One program for all is much faster than one for each. */
export function findProjectErrors(projects: Readonly<Record<string, Project>>): Record<string, string[]> {
  // The files are virtual files of the project, so that their imports resolve.
  const texts = new Map<string, string>();
  const names = Object.keys(projects);
  Object.values(projects).forEach(({ files, use = "" }, index) => {
    for (const [name, text] of [...files, ["use.ts", use] as const])
      texts.set(join(folder, String(index), name), text);
  });
  const errors = Object.fromEntries(names.map((name) => [name, [] as string[]]));
  for (const { file, start = 0, messageText } of compile(texts)) {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const [index = "", ...path] = relative(folder, file?.fileName ?? "").split("/");
    const text = `${path.join("/")}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    errors[names[Number(index)] ?? names[0] ?? ""]?.push(text);
  }
  return errors;
}

/** Compiles virtual files, and returns their diagnostics. */
function compile(texts: ReadonlyMap<string, string>): ts.Diagnostic[] {
  const options = readStrictOptions();
  const host = ts.createCompilerHost(options);
  const diskHost = { ...host };
  const folders = new Set([...texts.keys()].map((name) => resolve(name, "..")));
  host.getSourceFile = (name, target) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, target);
    const parsed = libraries.get(name) ?? diskHost.getSourceFile(name, target);
    if (parsed) libraries.set(name, parsed);
    return parsed;
  };
  host.directoryExists = (name) =>
    name === folder || folders.has(name) || (diskHost.directoryExists?.(name) ?? false);
  host.fileExists = (name) => texts.has(name) || diskHost.fileExists(name);
  host.readFile = (name) => texts.get(name) ?? diskHost.readFile(name);
  // The validators are JavaScript with a declaration file.
  const roots = [...texts.keys()].filter((name) => name.endsWith(".ts"));
  const program = ts.createProgram(roots, options, host);
  return [...ts.getPreEmitDiagnostics(program), ...program.getDeclarationDiagnostics()];
}

/** Returns the options of our own settings, and stricter ones. */
function readStrictOptions(): ts.CompilerOptions {
  const settings = readFileSync(join(root, "tsconfig.json"), "utf8");
  const { compilerOptions } = ts.parseConfigFileTextToJson("tsconfig.json", settings).config as {
    compilerOptions: unknown;
  };
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, root);
  return Object.assign(options, {
    declaration: true,
    isolatedDeclarations: true,
    noPropertyAccessFromIndexSignature: true,
  });
}
