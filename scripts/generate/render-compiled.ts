import type { SpecDocument } from "../document/document.js";
import { isObject, type JsonObject } from "../document/json.js";
import { resolveObject } from "../document/resolve-object.js";
import { type Problem, SpecError } from "../problem.js";
import { type CompileError, compileFiles } from "./compile.js";
import { type CompileCauses, findCauses } from "./compile-causes.js";
import { markLeftOut } from "./left-out-operations.js";
import {
  formatRendered,
  type RenderedCode,
  renderFormatted,
  type RenderOptions,
  renderUnformatted,
} from "./render.js";

/**
 * Renders all files of a document, and compiles them. Operations that do not compile are left out, and the types of
 * schemas that do not compile become unknown.
 *
 * @param document - The document.
 * @param options - The options of rendering.
 * @param compile - Compiles files. Default: the native compiler.
 * @returns The files, which all compile.
 * @throws SpecError if the rest does not compile either.
 */
export async function renderCompiled(
  document: SpecDocument,
  options: RenderOptions,
  compile: typeof compileFiles = compileFiles,
): Promise<RenderedCode> {
  const unformatted = await renderUnformatted(document, options);
  await freeMemory(options);
  // The compiler runs in its own process while this one formats.
  const [formatted, unformattedErrors] = await Promise.all([
    formatRendered(unformatted),
    compile(unformatted.files),
  ]);
  if (!unformattedErrors.length) return formatted;
  const errors = await compile(formatted.files);
  const causes = findCauses(errors, formatted.files, formatted.operations);
  const remaining = await renderFormatted(
    { ...document, root: removeCauses(document.root, causes, formatted) },
    options,
  );
  const hasCauses = causes.operations.size || causes.typeNames.size || causes.components.size;
  const remainingErrors = hasCauses ? await compile(remaining.files) : errors;
  if (remainingErrors.length)
    throw new SpecError([
      { message: describeCompileErrors(remainingErrors), location: { file: document.file } },
    ]);
  return { ...remaining, leftOut: [...remaining.leftOut, ...createLeftOutProblems(document, causes)] };
}

/**
 * Frees the memory of the syntax trees and of the bundler before the formatter and the compiler run. Otherwise the
 * engine keeps the trees until its heap is full. The bundler's process keeps its memory until it ends. This needs
 * `--expose-gc`, which `npm run generate` sets: its process generates from one document only.
 */
async function freeMemory({ validators }: RenderOptions): Promise<void> {
  if (!globalThis.gc) return;
  globalThis.gc();
  // This would end the other builds of the process as well. The next build starts another bundler.
  if (validators) await (await import("esbuild")).stop();
}

function describeCompileErrors(errors: readonly CompileError[]): string {
  const lines = errors.map(({ file, line, message }) => `${file}:${line} ${message}`);
  return ["The generated code does not compile. This is a bug of the generator.", ...lines].join("\n");
}

function removeCauses(root: JsonObject, causes: CompileCauses, { typeNames }: RenderedCode): JsonObject {
  const paths = { ...resolveObject(root, root.paths) };
  for (const { path, method } of causes.operations.keys()) {
    const item = { ...resolveObject(root, paths[path]) };
    markLeftOut(item, method);
    paths[path] = item;
  }
  const components = Object.entries(resolveObject(root, root.components)).map(([kind, componentsOfKind]) => [
    kind,
    isObject(componentsOfKind) ? removeInvalid(kind, componentsOfKind, causes, typeNames) : componentsOfKind,
  ]);
  return { ...root, paths, components: Object.fromEntries(components) as JsonObject };
}

/** Returns the components of one kind that compile. */
function removeInvalid(
  kind: string,
  components: JsonObject,
  causes: CompileCauses,
  typeNames: RenderedCode["typeNames"],
): JsonObject {
  const isInvalid = (key: string): boolean =>
    kind === "schemas"
      ? causes.typeNames.has(typeNames.get(key) ?? "")
      : causes.components.has(`components ${kind} ${key}`);
  return Object.fromEntries(Object.entries(components).filter(([key]) => !isInvalid(key)));
}

function createLeftOutProblems({ createProblem }: SpecDocument, { operations }: CompileCauses): Problem[] {
  return [...operations].map(([{ path, method }, message]) => ({
    ...createProblem(
      ["paths", path, method],
      `${method.toUpperCase()} ${path} is left out: its generated code does not compile: ${message}`,
    ),
    rule: "operation-left-out",
  }));
}
