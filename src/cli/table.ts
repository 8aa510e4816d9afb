import cliTruncate from "cli-truncate";
import pc from "picocolors";
import stringWidth from "string-width";
import type { Encoding } from "./formats.js";
import type { Output } from "./output.js";

/** A column of a table. Rows come as a stream, so its width is fixed. */
export interface Column<Row> {
  title: string;
  /** @param width - The width of the column. */
  cell: (row: Row, width: number) => unknown;
  /** In terminal columns. Columns without a width share the rest of the line. */
  width?: number;
  /** Numbers are aligned to the right and never truncated. */
  isNumber?: boolean;
  /** If a line is too short, the columns of the highest rank are omitted. @default 0 */
  rank?: number;
}

type Screen = Pick<Output, "width" | "hasColors">;

const GAP = "  ";
/** The minimum width of a column without a width. */
const MIN_WIDTH = 12;

/** Returns the columns that fit into a line, in order, at least one. */
export function fitColumns<Row>(columns: readonly Column<Row>[], width: number): Column<Row>[] {
  const kept: Column<Row>[] = [];
  let left = width + GAP.length;
  for (const column of columns.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))) {
    const needed = (column.width ?? MIN_WIDTH) + GAP.length;
    if (kept.length && needed > left) continue;
    left -= needed;
    kept.push(column);
  }
  return columns.filter((column) => kept.includes(column));
}

/** Returns the encoding of rows as a table with a header. */
export function encodeTable<Row>(columns: readonly Column<Row>[], screen: Screen): Encoding<Row> {
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

/** Returns the encoding of an item as a table with a line for each field that has a value. */
export function encodeItem<Item>(fields: readonly Column<Item>[], screen: Screen): Encoding<Item> {
  const width = Math.max(...fields.map(({ title }) => title.length));
  const columns: Column<readonly string[]>[] = [
    { title: "Field", width, cell: ([title]) => title },
    { title: "Value", cell: ([, value]) => value },
  ];
  const { encode, ...table } = encodeTable(columns, screen);
  const lineOf = ({ title, cell }: Column<Item>, item: Item): string => {
    const value = printable(cell(item, screen.width));
    return value && encode([title, value], 0);
  };
  return { ...table, encode: (item) => fields.map((field) => lineOf(field, item)).join("") };
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
