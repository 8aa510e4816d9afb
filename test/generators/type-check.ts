import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import type { Files } from "../../scripts/generate/output.js";

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "test/virtual");

/** TypeScript's own declarations and those of packages, parsed once. */
const libraries = new Map<string, ts.SourceFile>();

/** What TypeScript finds in generated files, and in one that uses them, under our own settings and stricter. */
export function typeFaults(files: Files, use = ""): string[] {
  const settings = readFileSync(join(root, "tsconfig.json"), "utf8");
  const { compilerOptions } = ts.parseConfigFileTextToJson("tsconfig.json", settings).config as {
    compilerOptions: unknown;
  };
  const { options } = ts.convertCompilerOptionsFromJson(compilerOptions, root);
  Object.assign(options, {
    declaration: true,
    isolatedDeclarations: true,
    noPropertyAccessFromIndexSignature: true,
  });
  // They stand in the project without being written to it, so that what they import is found.
  const texts = new Map<string, string>();
  for (const [name, text] of [...files, ["use.ts", use] as const]) texts.set(join(folder, name), text);
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  host.getSourceFile = (name, target) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, target);
    const parsed = libraries.get(name) ?? disk.getSourceFile(name, target);
    if (parsed) libraries.set(name, parsed);
    return parsed;
  };
  host.directoryExists = (name) => name === folder || (disk.directoryExists?.(name) ?? false);
  host.fileExists = (name) => texts.has(name) || disk.fileExists(name);
  host.readFile = (name) => texts.get(name) ?? disk.readFile(name);
  // The validators are JavaScript with a declaration beside it.
  const roots = [...texts.keys()].filter((name) => name.endsWith(".ts"));
  const program = ts.createProgram(roots, options, host);
  return [...ts.getPreEmitDiagnostics(program), ...program.getDeclarationDiagnostics()].map(
    ({ file, start = 0, messageText }) => {
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      const name = file?.fileName.split("/").at(-1) ?? "";
      return `${name}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    },
  );
}
