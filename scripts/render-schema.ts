import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { SpecDocument } from "./document.js";
import { SpecError } from "./problem.js";

/** The types of the whole document, by openapi-typescript. */
export async function renderSchema({ file, root, config }: SpecDocument): Promise<string> {
  try {
    return astToString(await openapiTS(root as unknown as OpenAPI3, { redocly: config, silent: true }));
  } catch (error) {
    // It tells no place. What it refuses beyond what is checked before has not been met yet.
    throw new SpecError([
      { message: `openapi-typescript makes no types of it: ${String(error)}`, place: { file } },
    ]);
  }
}
