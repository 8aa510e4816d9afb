import { stringify } from "csv-stringify/sync";

/** The formats of output. */
export const FORMATS = ["table", "json", "ndjson", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** Formats rows as text. */
export interface Encoding<Row> {
  head: string;
  /** @param before - The number of rows before these. */
  encode: (rows: readonly Row[], before: number) => string;
  tail: string;
}

/** Returns the encoding for programs: the chosen columns, by default all fields as JSON and `fields` as CSV. */
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

/** Replaces control characters, which a terminal interprets. JSON escapes only some of them. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\r\n]/gu, " ");
}

/** CSV by RFC 4180 that is safe to open in a spreadsheet. Some use `;` or a tab as the separator. */
function formatCsv(rows: readonly unknown[], columns: readonly string[], head?: object): string {
  const records = rows.map((row) => pick(row, columns));
  return stringify(records, {
    ...head,
    columns: [...columns],
    record_delimiter: "windows",
    quoted_match: /[;\t\r\n]/,
    // An apostrophe before a text that a spreadsheet treats as a formula (OWASP, "CSV injection").
    escape_formulas: true,
    cast: { string: (text) => (text.startsWith("\n") ? `'${text}` : text), boolean: String },
  });
}

function pick(row: unknown, columns: readonly string[]): Record<string, unknown> {
  const fields = Object(row) as Record<string, unknown>;
  return Object.fromEntries(columns.map((name) => [name, fields[name]]));
}
