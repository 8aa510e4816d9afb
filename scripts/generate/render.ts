import type { SpecDocument } from "../document/document.js";
import { baseName } from "../document/document-path.js";
import { baseUrlOf } from "../document/servers.js";
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
  /** The command that generates the files, for their headers. */
  command: string;
  /** Whether to generate validators, which are large for many schemas. */
  validators: boolean;
}

/** The rendered files of a document. */
export interface Rendered {
  /** All files, by name. */
  files: Files;
  operations: readonly Operation[];
  /** The names of the schema types by key. */
  typeNames: ReadonlyMap<string, string>;
  /** A problem for each left-out operation. */
  leftOut: readonly Problem[];
  /** The warnings: parts of the document that the generated code does not follow exactly. */
  warnings: readonly Problem[];
}

/** Renders all files of a document, and rejects one with left-out operations or warnings. */
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

/** Renders all files of a document, unformatted, for the compiler. */
export async function renderUnformatted(
  source: SpecDocument,
  { command, validators }: RenderOptions,
): Promise<Rendered> {
  const { operations, leftOut, warnings, root } = readOperations(source);
  const document = { ...source, root };
  const header =
    `// ${MARK} from ${baseName(document.file)} by scripts/generate.ts.\n` +
    `// Not to be edited: change the document, then run \`${command}\`.\n\n`;
  const client = renderClient(operations, baseUrlOf(root, source.url));
  const schema = renderSchema(document, operations);
  // Loaded on demand, because its dependencies are slow to load.
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
