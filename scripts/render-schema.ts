import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { SpecDocument } from "./document.js";

/** The types of the whole document, by openapi-typescript. */
export async function renderSchema({ root, config }: SpecDocument): Promise<string> {
  return astToString(await openapiTS(root as unknown as OpenAPI3, { redocly: config, silent: true }));
}
