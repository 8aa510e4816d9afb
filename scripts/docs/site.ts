import { rmSync } from "node:fs";
import { join } from "node:path";
import { writeApiReference } from "./api-reference.js";
import { writeExamplePages } from "./examples.js";
import { writeLlmsFiles } from "./llms.js";
import { writeSdkReference } from "./sdk.js";

/** The page of the HTTP API. It opens at an operation, because Redoc's start page is nearly empty. */
const API_REFERENCE = { title: "HTTP API", file: "api.html", fragment: "#/sessions/listsessions" };

/**
 * Builds the site. Its start page is the README. It also has the guides, the examples, the references of the SDK and
 * the HTTP API, and the files for language models.
 *
 * @param root - The folder of the package, with a slash at its end.
 * @param out - The folder to write.
 * @returns Whether typedoc had neither errors nor warnings.
 */
export async function buildSite(root: string, out: string): Promise<boolean> {
  const examples = `${out}.examples`;
  try {
    const pages = writeExamplePages(root, examples);
    if (!(await writeSdkReference({ root, out, examples: pages, pages: [API_REFERENCE] }))) return false;
    writeApiReference(root, join(out, API_REFERENCE.file));
    writeLlmsFiles(root, out);
    return true;
  } finally {
    rmSync(examples, { recursive: true, force: true });
  }
}
