import type { SpecDocument } from "../document/document.js";
import { baseName } from "../document/load-text.js";
import { type Problem, SpecError } from "../problem.js";
import { printDeclarations } from "./declarations.js";
import { formatFiles } from "./format.js";
import { type Operation, readOperations } from "./operations.js";
import { type Files, MARK } from "./output.js";
import { renderClient } from "./render-client.js";
import { renderIndex } from "./render-index.js";
import { renderOperations } from "./render-operations.js";
import { renderSchema } from "./render-schema.js";
import { runtimeFiles } from "./runtime-files.js";

export interface RenderOptions {
  /** The command that makes the files, which each of them names. */
  command: string;
  /** Whether to make validators of the responses too, which many schemas make large. */
  validators: boolean;
}

/** What is made of a document. */
export interface Rendered {
  /** All files, by name. */
  files: Files;
  operations: readonly Operation[];
  /** The names of the types of the schemas, by their keys. */
  typeNames: ReadonlyMap<string, string>;
  /** One for each operation that is left out: its place and the reason. */
  leftOut: readonly Problem[];
  /** What is generated in another way than the document says. */
  warnings: readonly Problem[];
}

/** Renders all files of a document, and refuses one of which anything is left out or generated in another way. */
export async function renderComplete(document: SpecDocument, options: RenderOptions): Promise<Files> {
  const { files, leftOut, warnings } = await render(document, options);
  if (leftOut.length || warnings.length) throw new SpecError([...leftOut, ...warnings]);
  return files;
}

/** Renders all files of a document. Operations that cannot be generated are left out. */
export async function render(document: SpecDocument, options: RenderOptions): Promise<Rendered> {
  return format(await renderUnformatted(document, options));
}

/** Formats rendered files. */
export async function format(rendered: Rendered): Promise<Rendered> {
  return { ...rendered, files: await formatFiles(rendered.files) };
}

/** Renders all files of a document, for the compiler alone. */
export async function renderUnformatted(
  source: SpecDocument,
  { command, validators }: RenderOptions,
): Promise<Rendered> {
  const { operations, leftOut, warnings, root } = readOperations(source);
  const document = { ...source, root };
  const header =
    `// ${MARK} from ${baseName(document.file)} by scripts/generate.ts.\n` +
    `// Not to be edited: change the document, then run \`${command}\`.\n\n`;
  const client = renderClient(operations, root);
  const schema = renderSchema(document, operations);
  // Loaded on demand: its dependencies take longer to load than the other files to render.
  const validation = validators
    ? await (await import("./render-validators.js")).renderValidators(operations, document)
    : undefined;
  const texts = {
    "client.ts": printDeclarations(client.declarations),
    "index.ts": printDeclarations(renderIndex()),
    "operations.ts": renderOperations(operations),
    "schema.ts": schema.text,
    ...runtimeFiles(client.runtime),
    ...validation?.files,
  };
  return {
    files: new Map(Object.entries(texts).map(([name, text]) => [name, header + text])),
    operations,
    typeNames: schema.typeNames,
    leftOut,
    warnings: [...source.warnings, ...warnings, ...(validation?.warnings ?? [])],
  };
}
