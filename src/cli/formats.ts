import { styleText } from "node:util";
import { stringify } from "csv-stringify/sync";
import type { Run } from "./context.js";

/** Formats rows as text. */
export interface Encoding<Row> {
  head: string;
  /** @param index - The number of rows before this one. */
  encode: (row: Row, index: number) => string;
  tail: string;
}

/** Creates the encoding of rows: a table, CSV of the columns, or JSON of the columns or all fields. */
export function createEncoding<Row>(run: Run, fields: string[], table: () => Encoding<Row>): Encoding<Row> {
  const { columns, output, bom, format } = run.options;
  if (format === "table") {
    const { head, ...encoding } = table();
    const title = styleText("bold", head.trimEnd(), { stream: run.stdout });
    return { head: head && !output ? `${title}\n` : head, ...encoding };
  }
  if (format === "csv") {
    const names = columns ?? fields;
    const head = `${bom ? "\uFEFF" : ""}${names.join(",")}\r\n`;
    return { head, encode: (row) => formatCsv(row, names), tail: "" };
  }
  const pick = (row: unknown): unknown =>
    columns
      ? Object.fromEntries(columns.map((name) => [name, Reflect.get(Object(row) as object, name)]))
      : row;
  const encode = (row: Row): string => `${JSON.stringify(pick(row))}\n`;
  // With a comma first, each row ends its line, also if there is an error after it.
  return format === "json"
    ? { head: "[\n", encode: (row, index) => (index ? "," : "") + encode(row), tail: "]\n" }
    : { head: "", encode, tail: "" };
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
