import { renderMarkdownTable } from "../markdown-table.js";
import type { Listing } from "./list.js";

/** The result of a runtime. */
export interface Result {
  name: string;
  /** Empty if the runtime is unavailable. */
  version: string;
  /** The listed sessions; undefined after a failure. */
  listed?: Listing;
  /** The number of requests that the server received. */
  requests: number;
  outcome: string;
}

/**
 * Checks that a list has each expected id once, and returns the outcome as text.
 *
 * @param listed - The listed ids.
 * @param expected - The expected ids.
 * @returns `passed`, or `failed` with the numbers of missing, repeated and unknown ids.
 */
export function verifyListing(listed: readonly string[], expected: readonly string[]): string {
  const distinct = new Set(listed);
  const missing = expected.filter((id) => !distinct.has(id)).length;
  const repeated = listed.length - distinct.size;
  const unknown = distinct.size - (expected.length - missing);
  return missing || repeated || unknown
    ? `failed: ${missing} missing, ${repeated} repeated, ${unknown} unknown`
    : "passed";
}

/** Renders the results as a Markdown table. */
export function renderResults(results: readonly Result[]): string {
  return renderMarkdownTable([
    ["Runtime", "Version", "Sessions", "Pages", "Requests", "Result"],
    ...results.map(({ name, version, listed, requests, outcome }) => [
      name,
      version || "-",
      listed ? String(listed.ids.length) : "-",
      listed ? String(listed.pages) : "-",
      listed ? String(requests) : "-",
      outcome,
    ]),
  ]);
}
