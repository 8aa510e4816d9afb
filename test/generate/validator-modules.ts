import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { JsonObject } from "../../scripts/document/json.js";
import { readOperations } from "../../scripts/generate/operations.js";
import { type RenderedValidators, renderValidators } from "../../scripts/generate/render-validators.js";
import type { Problem } from "../../scripts/problem.js";
import { writeTexts } from "./document-files.js";
import { createDocument } from "./create-document.js";

/** A generated validator, with the errors of its last call. */
export type Validate = ((value: unknown) => boolean) & { errors?: { message?: string }[] | null };

/** The generated validators of a document. */
export interface ValidatorModule {
  validators: Record<string, Validate | undefined>;
  files: RenderedValidators["files"];
  warnings: Problem[];
}

let count = 0;

/** Renders the validators of a document into a folder, and imports them. */
export async function loadValidators(root: JsonObject, folder: string): Promise<ValidatorModule> {
  const source = await createDocument(root);
  const { operations, root: adaptedRoot } = readOperations(source);
  const { files, warnings } = await renderValidators(operations, { ...source, root: adaptedRoot });
  const modules = Object.entries(files).filter(([name]) => name.endsWith(".js"));
  const out = join(folder, `validators${++count}`);
  const file = join(out, "validators.js");
  writeTexts(out, { ...Object.fromEntries(modules), "package.json": '{ "type": "module" }' });
  const validators = (await import(pathToFileURL(file).href)) as Record<string, Validate | undefined>;
  return { validators, files, warnings };
}

/** Creates a document with an operation for each schema, which returns it. */
export function createReturningDocument(
  schemas: Readonly<Record<string, JsonObject>>,
  components: JsonObject = {},
  openapi = "3.1.0",
): JsonObject {
  const paths = Object.entries(schemas).map(([name, schema]) => {
    const responses = { "200": { description: "ok", content: { "application/json": { schema } } } };
    return [`/${name}`, { get: { operationId: name, responses } }] as const;
  });
  return {
    openapi,
    info: { title: "T", version: "1" },
    paths: Object.fromEntries(paths),
    components: { schemas: components },
  };
}
