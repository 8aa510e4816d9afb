import { stringify } from "csv-stringify/sync";

export const FORMATS = ["table", "json", "ndjson", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** Formats rows as text. */
export interface Encoding<Row> {
  head: string;
  /** @param index - The number of rows before this one. */
  encode: (row: Row, index: number) => string;
  tail: string;
}

/** Returns the encoding for programs: the chosen columns, by default all fields as JSON and `fields` as CSV. */
export function encodingFor(
  { format, bom, isTerminal }: { format: Format; bom: boolean; isTerminal: boolean },
  fields: readonly string[],
  columns?: readonly string[],
): Encoding<unknown> {
  const safe = isTerminal ? withoutControls : String;
  const json = (row: unknown): string => safe(JSON.stringify(columns ? pick(row, columns) : row));
  const csv = (rows: readonly unknown[], head?: object): string =>
    safe(formatCsv(rows, columns ?? fields, head));
  if (format === "json")
    return { head: "[", encode: (row, index) => `${index ? "," : ""}\n${json(row)}`, tail: "\n]\n" };
  if (format === "csv")
    return { head: csv([], { header: true, bom }), encode: (row) => csv([row]), tail: "" };
  return { head: "", encode: (row) => `${json(row)}\n`, tail: "" };
}

/** Replaces control characters, which a terminal interprets. JSON escapes only some of them. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\r\n]/gu, " ");
}

/** CSV by RFC 4180 that is safe to open in a spreadsheet. Some use `;` or a tab as the separator. */
function formatCsv(rows: readonly unknown[], columns: readonly string[], head?: object): string {
  return stringify(
    rows.map((row) => pick(row, columns)),
    {
      ...head,
      columns: [...columns],
      record_delimiter: "windows",
      quoted_match: /[;\t\r\n]/,
      // An apostrophe before a text that a spreadsheet treats as a formula (OWASP, "CSV injection").
      escape_formulas: true,
      cast: { string: (text) => (text.startsWith("\n") ? `'${text}` : text), boolean: String },
    },
  );
}

function pick(row: unknown, columns: readonly string[]): Record<string, unknown> {
  const fields = Object(row) as Record<string, unknown>;
  return Object.fromEntries(columns.map((name) => [name, fields[name]]));
}
