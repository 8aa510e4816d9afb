import cliTruncate from "cli-truncate";
import pc from "picocolors";
import stringWidth from "string-width";
import type { Output } from "./context.js";
import type { Encoding } from "./formats.js";
import { printable } from "./terminal-text.js";

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
