import { stringify } from "csv-stringify/sync";

/** The output formats. */
export const FORMATS = ["table", "json", "ndjson", "csv"] as const;
/** One of {@link FORMATS}. */
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
  const entriesOf = (row: unknown, names: readonly string[]): [string, unknown][] =>
    names.map((name) => [name, Reflect.get(Object(row) as object, name)]);
  if (format === "csv") {
    const names = columns ?? fields;
    const encode = (row: unknown): string => safe(formatCsv(entriesOf(row, names).map(([, value]) => value)));
    return { head: `${bom ? "\uFEFF" : ""}${names.join(",")}\r\n`, encode, tail: "" };
  }
  const json = (row: unknown): string =>
    safe(JSON.stringify(columns ? Object.fromEntries(entriesOf(row, columns)) : row));
  return format === "json"
    ? { head: "[", encode: (row, index) => `${index ? "," : ""}\n${json(row)}`, tail: "\n]\n" }
    : { head: "", encode: (row) => `${json(row)}\n`, tail: "" };
}

/** Replaces control characters, which a terminal interprets. JSON escapes only some of them. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\r\n]/gu, " ");
}

/** Formats a line of CSV by RFC 4180 that is safe to open in a spreadsheet. Some use `;` or a tab as the separator. */
function formatCsv(values: readonly unknown[]): string {
  return stringify([values], {
    record_delimiter: "windows",
    quoted_match: /[;\t\r\n]/,
    // An apostrophe before a text that a spreadsheet treats as a formula (OWASP, "CSV injection").
    escape_formulas: true,
    cast: { string: (text) => (text.startsWith("\n") ? `'${text}` : text), boolean: String },
  });
}
