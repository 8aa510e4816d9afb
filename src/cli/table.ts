import cliTruncate from "cli-truncate";
import stringWidth from "string-width";
import { parseDateTime } from "../date-time.js";
import type { Parameter } from "../operation.js";
import type { Encoding } from "./formats.js";

/** A column of a table. Rows come as a stream, so its width is fixed. */
export interface Column<Row> {
  title: string;
  /** @param width - The width of the column. */
  getCell: (row: Row, width: number) => unknown;
  /** In terminal columns. Columns without a width share the rest of the line. */
  width?: number | undefined;
  /** Numbers are aligned to the right and never truncated. */
  isNumber?: boolean;
}

const GAP = "  ";
/** The minimum width of a column without a width. */
const MIN_WIDTH = 12;

/** Creates the column of a field. */
export function createColumn(
  name: string,
  { type, format, enum: values, ...field }: Parameter,
): Column<object> {
  const isTime = format === "date-time";
  const isNumber = type === "number";
  const words = name
    .replace(/_at$/, " (UTC)")
    .replace(/(?<=^|_)id$/, "ID")
    .replaceAll("_", " ");
  const { title = words.replace(/^./, (first) => first.toUpperCase()) } = field;
  const width = isTime ? 16 : words.endsWith("ID") ? 36 : isNumber ? 7 : undefined;
  return {
    title,
    width: values ? Math.max(...[title, ...values].map((text) => String(text).length)) : width,
    isNumber,
    getCell(row) {
      const value: unknown = Reflect.get(row, name);
      return isTime ? formatTime(value) : value;
    },
  };
}

/** Formats a time in UTC to the minute. */
function formatTime(value: unknown): string {
  const time = parseDateTime(value);
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, 16).replace("T", " ");
}

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

/** Creates the encoding of rows as a table with a header. */
export function createTable<Row>(columns: readonly Column<Row>[], lineWidth: number): Encoding<Row> {
  const taken = columns.reduce((sum, { width = 0 }) => sum + width + GAP.length, -GAP.length);
  const flexible = columns.filter(({ width }) => width === undefined).length;
  const rest = Math.max(MIN_WIDTH, Math.floor((lineWidth - taken) / flexible));
  const formatLine = (getText: (column: Column<Row>, width: number) => string): string => {
    const cells = columns.map((column) => {
      const { width = rest, isNumber } = column;
      const text = getText(column, width);
      const shown = isNumber ? text : cliTruncate(text, width);
      const space = " ".repeat(Math.max(0, width - stringWidth(shown)));
      return isNumber ? space + shown : shown + space;
    });
    return `${cells.join(GAP).trimEnd()}\n`;
  };
  return {
    head: formatLine(({ title }) => title) + formatLine((_column, width) => "-".repeat(width)),
    encode: (row) => formatLine(({ getCell }, width) => toPrintable(getCell(Object(row) as Row, width))),
    tail: "",
  };
}

/** Creates the encoding of an item as a line for each field that has a value. */
export function createItemTable<Item>(columns: readonly Column<Item>[]): Encoding<Item> {
  const width = Math.max(...columns.map(({ title }) => title.length));
  const formatField = ({ title, getCell }: Column<Item>, item: Item): string => {
    const value = toPrintable(getCell(item, width));
    return value && `${title.padEnd(width)}${GAP}${value}\n`;
  };
  return { head: "", encode: (item) => columns.map((each) => formatField(each, item)).join(""), tail: "" };
}

/** Replaces control characters, which a terminal interprets, except for line breaks and bold text. */
export function removeControls(text: string): string {
  return text.replace(/(?!\u001B\[(?:1|22)m)[^\P{Cc}\r\n]/gu, " ");
}

/**
 * Formats a value for one line of a terminal, a number to one decimal. The text cannot move the cursor, change colors
 * or reverse the direction of other text, because anybody can set a title.
 */
export function toPrintable(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(Math.round(value * 10) / 10);
  return (typeof value === "string" ? value : JSON.stringify(value))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, "");
}
