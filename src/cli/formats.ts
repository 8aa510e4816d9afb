import { stringify } from "csv-stringify/sync";
import type { Output } from "./context.js";
import { withoutControls } from "./terminal-text.js";

/** Formats rows as text. */
export interface Encoding<Row> {
  head: string;
  /** @param index - The number of rows before this one. */
  encode: (row: Row, index: number) => string;
  tail: string;
}

/** Returns the encoding for programs: the chosen columns, by default all fields as JSON and `fields` as CSV. */
export function encodingFor(
  { format, bom, isTerminal }: Pick<Output, "format" | "bom" | "isTerminal">,
  fields: readonly string[],
  columns?: readonly string[],
): Encoding<unknown> {
  const safe = isTerminal ? withoutControls : String;
  if (format === "csv") {
    const names = columns ?? fields;
    const head = `${bom ? "\uFEFF" : ""}${names.join(",")}\r\n`;
    return { head, encode: (row) => safe(formatCsv(row, names)), tail: "" };
  }
  const chosen = (row: unknown): unknown =>
    columns
      ? Object.fromEntries(columns.map((name) => [name, Reflect.get(Object(row) as object, name)]))
      : row;
  const json = (row: unknown): string => safe(JSON.stringify(chosen(row)));
  return format === "json"
    ? // With a comma first, each row ends its line, also if there is an error after it.
      { head: "[\n", encode: (row, index) => `${index ? "," : ""}${json(row)}\n`, tail: "]\n" }
    : { head: "", encode: (row) => `${json(row)}\n`, tail: "" };
}

/** Formats a line of CSV by RFC 4180 that is safe to open in a spreadsheet. Some use `;` or a tab as the separator. */
function formatCsv(row: unknown, columns: readonly string[]): string {
  return stringify([Object(row)], {
    columns,
    record_delimiter: "windows",
    quoted_match: /[;\t\r\n]/,
    // An apostrophe before a text that a spreadsheet treats as a formula (OWASP, "CSV injection").
    escape_formulas: true,
    cast: { string: (text) => (text.startsWith("\n") ? `'${text}` : text), boolean: String },
  });
}
