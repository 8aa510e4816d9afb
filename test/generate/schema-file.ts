import type { JsonObject } from "../../scripts/document/json.js";
import { formatFiles } from "../../scripts/generate/format.js";
import { renderSchema } from "../../scripts/generate/render-schema.js";
import { createDocument } from "./create-document.js";

/** Renders the formatted schema.ts of a document. */
export async function renderSchemaFile(root: JsonObject): Promise<string> {
  const files = await formatFiles(
    new Map([["schema.ts", renderSchema(await createDocument(root), []).text]]),
  );
  return files.get("schema.ts") ?? "";
}
