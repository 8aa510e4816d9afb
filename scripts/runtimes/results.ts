import { markdownTable } from "../markdown-table.js";
import type { Listed } from "./list.js";

/** How a runtime did. */
export interface Result {
  name: string;
  /** Empty where the runtime cannot be had. */
  version: string;
  /** What it listed; undefined where it came to nothing. */
  listed?: Listed;
  /** How many requests the server saw. */
  requests: number;
  outcome: string;
}

/** Whether a list holds all that it should, each once. */
export function verdict(listed: readonly string[], wanted: readonly string[]): string {
  const distinct = new Set(listed);
  const missing = wanted.filter((id) => !distinct.has(id)).length;
  const repeated = listed.length - distinct.size;
  const strange = distinct.size - (wanted.length - missing);
  return missing || repeated || strange
    ? `failed: ${missing} missing, ${repeated} repeated, ${strange} unknown`
    : "passed";
}

/** The results as a Markdown table. */
export function resultsTable(results: readonly Result[]): string {
  return markdownTable([
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
