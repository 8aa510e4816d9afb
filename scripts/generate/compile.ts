import { dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "@typescript/native-preview/unstable/async";
import { API } from "@typescript/native-preview/unstable/async";
import type { Files } from "./files.js";

/** An error of the compiler in a generated file. */
export interface CompileError {
  /** The name of the file, in the output folder. */
  file: string;
  /** The number of the line, from 1. */
  line: number;
  message: string;
}

/** The strictest options, so that generated code compiles under the options of any project. */
const STRICTEST = {
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  allowUnreachableCode: false,
  allowUnusedLabels: false,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  declaration: true,
  noEmit: true,
  // The declarations of openapi-fetch are not checked.
  skipLibCheck: true,
};

/** A virtual folder in the project, so that openapi-fetch resolves. */
const FOLDER = resolve(import.meta.dirname, "../..", ".generated");

/**
 * The growth of the compiler's heap between two garbage collections, in percent. At Go's default of 100, the compiler
 * needs up to 60 % more memory for a large document. At 30, it needs a tenth more CPU time.
 */
const HEAP_GROWTH_PERCENT = "30";

/**
 * Compiles generated files in memory under the strictest settings. The native compiler needs a third of the time of the
 * other one, and runs in its own process.
 *
 * @param files - The files.
 * @returns The errors, or an empty list if all files compile.
 */
export async function compileFiles(files: Files): Promise<CompileError[]> {
  const config = join(FOLDER, "tsconfig.json");
  const texts = new Map([...files].map(([name, text]) => [join(FOLDER, name), text]));
  const sources = [...texts.keys()].filter((name) => name.endsWith(".ts"));
  const folders = new Set([...texts.keys()].map(dirname));
  texts.set(config, JSON.stringify({ compilerOptions: STRICTEST, files: sources }));
  // The API starts the compiler with the environment of this process.
  process.env.GOGC ??= HEAP_GROWTH_PERCENT;
  const api = new API({
    cwd: FOLDER,
    fs: {
      readFile: (name) => texts.get(name),
      fileExists: (name) => (texts.has(name) ? true : name.startsWith(FOLDER + sep) ? false : undefined),
      directoryExists: (name) => (folders.has(name) ? true : undefined),
    },
  });
  try {
    const snapshot = await api.updateSnapshot({ openProjects: [config] });
    const [project] = snapshot.getProjects();
    if (!project) throw new Error("the compiler opened no project");
    const { program } = project;
    const diagnostics = await Promise.all([
      program.getConfigFileParsingDiagnostics(),
      program.getProgramDiagnostics(),
      program.getSyntacticDiagnostics(),
      program.getSemanticDiagnostics(),
      program.getDeclarationDiagnostics(),
    ]);
    return diagnostics.flat().map((diagnostic) => toCompileError(diagnostic, texts));
  } finally {
    await api.close();
  }
}

function toCompileError(
  { fileName, pos, text, messageChain }: Diagnostic,
  texts: ReadonlyMap<string, string>,
): CompileError {
  const textBefore = texts.get(fileName ?? "")?.slice(0, pos) ?? "";
  const chain = (messageChain ?? []).map((detail) => detail.text);
  return {
    file: fileName === undefined ? "" : relative(FOLDER, fileName),
    line: textBefore.split("\n").length,
    message: [text, ...chain].join(" "),
  };
}
