import type { Listed } from "./runtime-list.js";

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

/** The results as a Markdown table, its columns in line. */
export function resultsTable(results: readonly Result[]): string {
  const rows = [
    ["Runtime", "Version", "Sessions", "Pages", "Requests", "Result"],
    ...results.map(({ name, version, listed, requests, outcome }) => [
      name,
      version || "-",
      listed ? String(listed.ids.length) : "-",
      listed ? String(listed.pages) : "-",
      listed ? String(requests) : "-",
      outcome,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body.map(line)].join(
    "\n",
  );
}
