import cliTruncate from "cli-truncate";
import { stringify } from "csv-stringify/sync";
import pc from "picocolors";
import stringWidth from "string-width";
import type { Output } from "./context.js";

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

/** Replaces control characters, which a terminal interprets. JSON escapes only some of them. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\r\n]/gu, " ");
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

/** A column of a table. Rows come as a stream, so its width is fixed. */
export interface Column<Row> {
  title: string;
  /** @param width - The width of the column. */
  cell: (row: Row, width: number) => unknown;
  /** In terminal columns. Columns without a width share the rest of the line. */
  width?: number;
  /** Numbers are aligned to the right and never truncated. */
  isNumber?: boolean;
}

const GAP = "  ";
/** The minimum width of a column without a width. */
const MIN_WIDTH = 12;

/** Returns the columns that fit into a line: the first one, and as many of the others as possible. */
export function fitColumns<Row>(columns: readonly Column<Row>[], width: number): Column<Row>[] {
  let left = width + GAP.length;
  return columns.filter((column, index) => {
    const needed = (column.width ?? MIN_WIDTH) + GAP.length;
    const fits = index === 0 || needed <= left;
    if (fits) left -= needed;
    return fits;
  });
}

/** Returns the encoding of rows as a table with a header. */
export function encodeTable<Row>(
  columns: readonly Column<Row>[],
  screen: Pick<Output, "width" | "hasColors">,
): Encoding<Row> {
  const taken = columns.reduce((sum, column) => sum + (column.width ?? 0) + GAP.length, -GAP.length);
  const flexible = columns.filter((column) => column.width === undefined).length;
  const rest = Math.max(MIN_WIDTH, Math.floor((screen.width - taken) / flexible));
  const line = (textOf: (column: Column<Row>, width: number) => string): string => {
    const cells = columns.map((column) => {
      const { width = rest, isNumber } = column;
      const text = isNumber ? textOf(column, width) : cliTruncate(textOf(column, width), width);
      const space = " ".repeat(Math.max(0, width - stringWidth(text)));
      return isNumber ? space + text : text + space;
    });
    return `${cells.join(GAP).trimEnd()}\n`;
  };
  const { bold } = pc.createColors(screen.hasColors);
  return {
    head: bold(line(({ title }) => title).trimEnd()) + "\n" + line((_column, width) => "-".repeat(width)),
    encode: (row) => line(({ cell }, width) => printable(cell(Object(row) as Row, width))),
    tail: "",
  };
}

/** Returns the encoding of an item as a line for each field that has a value. */
export function encodeItem<Item>(
  fields: readonly Column<Item>[],
  { width }: Pick<Output, "width">,
): Encoding<Item> {
  const titleWidth = Math.max(...fields.map(({ title }) => title.length));
  const lineOf = ({ title, cell }: Column<Item>, item: Item): string => {
    const value = printable(cell(item, width));
    return value && `${cliTruncate(title.padEnd(titleWidth) + GAP + value, width)}\n`;
  };
  return { head: "", encode: (item) => fields.map((field) => lineOf(field, item)).join(""), tail: "" };
}

/**
 * Formats a value for one line of a terminal, a number to one decimal. The text cannot move the cursor, change colors
 * or reverse the direction of other text, because anybody can set a title.
 */
export function printable(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(Math.round(value * 10) / 10);
  return (typeof value === "string" ? value : JSON.stringify(value))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, "");
}
