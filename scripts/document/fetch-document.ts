import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "./json.js";
import { parseDocument } from "./parse-document.js";
import { SpecError } from "../problem.js";

const TIMEOUT = 120_000;

/** Reads a document from a file or an address. References to other files are left as they are. */
export async function fetchDocument(source: string): Promise<JsonObject> {
  if (!/^https?:\/\//i.test(source)) return parseDocument(source).parsed as JsonObject;
  const text = await download(source);
  const folder = mkdtempSync(join(tmpdir(), "upstream-"));
  try {
    const file = join(folder, /^\s*\{/.test(text) ? "document.json" : "document.yaml");
    writeFileSync(file, text);
    return parseDocument(file).parsed as JsonObject;
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new SpecError(error.problems.map((each) => ({ ...each, place: { ...each.place, file: source } })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(url: string): Promise<string> {
  const fail = (message: string): never => {
    throw new SpecError([{ message, place: { file: url } }]);
  };
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
    if (response.ok) return await response.text();
  } catch (error) {
    const { message, cause } = error as Error;
    return fail(`cannot be fetched: ${cause instanceof Error ? cause.message || message : message}`);
  }
  return fail(`cannot be fetched: GET answered ${response.status} ${response.statusText}`.trim());
}
