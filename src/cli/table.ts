import cliTruncate from "cli-truncate";
import stringWidth from "string-width";
import { parseDateTime } from "../date-time.js";
import type { Parameter } from "../operation.js";
import type { Encoding } from "./formats.js";

/** A column of a table. Rows come as a stream, so its width is fixed. */
export interface Column<Row> {
  title: string;
  /** Returns the value of a row's cell in a column of this width. */
  getCell: (row: Row, width: number) => unknown;
  /** In terminal columns. Columns without a width share the rest of the line. */
  width?: number | undefined;
  /** Numbers are aligned to the right and never truncated. */
  isNumber?: boolean;
}

const GAP = "  ";
/** The minimum width of a column without a width. */
const MIN_WIDTH = 12;
/** The width of the names of an item's fields. */
const NAME_WIDTH = 27;

/** Creates the column of a field. */
export function createColumn(name: string, field: Parameter): Column<object> {
  const isTime = field.format === "date-time";
  const isNumber = field.type === "number";
  const words = name
    .replace(/(^|_)id$/, " ID")
    .replace(/_at$/, " (UTC)")
    .replaceAll("_", " ")
    .trim();
  const { title = words.replace(/./, (first) => first.toUpperCase()), enum: values } = field;
  const width = isTime ? 16 : words.endsWith("ID") ? 36 : isNumber ? Math.max(7, title.length) : undefined;
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

/**
 * Creates the encoding of rows as a table. If it is fitted, it leaves out columns that do not fit, but not the first.
 */
export function createTable<Row>(columns: Column<Row>[], lineWidth: number, isFitted = true): Encoding<Row> {
  let rest = lineWidth + GAP.length;
  const shown = columns.filter(({ width = MIN_WIDTH }, index) => {
    const fits = !isFitted || index === 0 || width + GAP.length <= rest;
    if (fits) rest -= width + GAP.length;
    return fits;
  });
  const flexible = shown.filter(({ width }) => width === undefined).length;
  const flexibleWidth = MIN_WIDTH + Math.max(0, Math.floor(rest / flexible));
  const formatLine = (getText: (column: Column<Row>, width: number) => string): string => {
    const cells = shown.map((column) => {
      const { width = flexibleWidth, isNumber } = column;
      const text = getText(column, width);
      const cell = isNumber ? text : cliTruncate(text, width);
      const space = " ".repeat(Math.max(0, width - stringWidth(cell)));
      return isNumber ? space + cell : cell + space;
    });
    return `${cells.join(GAP).trimEnd()}\n`;
  };
  return {
    head: formatLine(({ title }) => title) + formatLine((_column, width) => "-".repeat(width)),
    encode: (row) => formatLine(({ getCell }, width) => toPrintable(getCell(Object(row) as Row, width))),
    tail: "",
  };
}

/** Formats an item as a line for each field that has a value. */
export function formatItem(item: object): string {
  const lines = Object.entries(item).map(([name, value]) => [name.padEnd(NAME_WIDTH), toPrintable(value)]);
  return lines.map(([name, value]) => (value ? `${name}${GAP}${value}\n` : "")).join("");
}

/** Replaces control characters, which a terminal interprets, except for line breaks. */
export function removeControls(text: string): string {
  return text.replace(/[^\P{Cc}\r\n]/gu, " ");
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
