import { stringify } from "csv-stringify/sync";

/** The formats of output. */
export const FORMATS = ["table", "json", "ndjson", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** How rows become text. */
export interface Encoding<Row> {
  head: string;
  /** @param before - How many rows come before these. */
  encode: (rows: readonly Row[], before: number) => string;
  tail: string;
}

/** Returns how rows become text for programs: the chosen columns, or else all of JSON and `fields` as CSV. */
export function encodingFor(
  { format, bom, isTerminal }: { format: Exclude<Format, "table">; bom: boolean; isTerminal: boolean },
  fields: readonly string[],
  columns?: readonly string[],
): Encoding<unknown> {
  const safe = isTerminal ? withoutControls : String;
  const json = (row: unknown): string => safe(JSON.stringify(columns ? pick(row, columns) : row));
  const csv = (rows: readonly unknown[], head?: object): string =>
    safe(formatCsv(rows, columns ?? fields, head));
  switch (format) {
    case "json":
      return {
        head: "[",
        encode: (rows, before) => rows.map((row, at) => `${before + at ? "," : ""}\n${json(row)}`).join(""),
        tail: "\n]\n",
      };
    case "ndjson":
      return { head: "", encode: (rows) => rows.map((row) => `${json(row)}\n`).join(""), tail: "" };
    case "csv":
      return { head: csv([], { header: true, bom }), encode: (rows) => csv(rows), tail: "" };
  }
}

/** Removes the control characters that command a terminal. JSON escapes only some of them. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\r\n]/gu, " ");
}

/** CSV by RFC 4180 that is safe to open in a spreadsheet, some of which take `;` or a tab for a separator. */
function formatCsv(rows: readonly unknown[], columns: readonly string[], head?: object): string {
  const records = rows.map((row) => pick(row, columns));
  return stringify(records, {
    ...head,
    columns: [...columns],
    record_delimiter: "windows",
    quoted_match: /[;\t\r\n]/,
    // An apostrophe before what a spreadsheet would calculate (OWASP, "CSV injection").
    escape_formulas: true,
    cast: { string: (text) => (text.startsWith("\n") ? `'${text}` : text), boolean: String },
  });
}

function pick(row: unknown, columns: readonly string[]): Record<string, unknown> {
  const fields = Object(row) as Record<string, unknown>;
  return Object.fromEntries(columns.map((name) => [name, fields[name]]));
}
