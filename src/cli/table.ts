import cliTruncate from "cli-truncate";
import pc from "picocolors";
import stringWidth from "string-width";
import type { Encoding } from "./formats.js";

/** A column of a table. Rows come as a stream, so its width is fixed. */
export interface Column<Row> {
  title: string;
  /** @param width - The width of the column. */
  cell: (row: Row, width: number) => unknown;
  /** In columns of a terminal; undefined takes what the others leave. */
  width?: number;
  /** Numbers stand to the right and are never cut. */
  isNumber?: boolean;
  /** Where a line is too short, the columns of the highest rank are left out. @default 0 */
  rank?: number;
}

const GAP = "  ";
/** The least width of a column that takes what the others leave. */
const LEAST_WIDTH = 12;

/** Returns the columns that fit into a line, in their order; at least one. */
export function fitColumns<Row>(columns: readonly Column<Row>[], width: number): Column<Row>[] {
  const kept: Column<Row>[] = [];
  let left = width + GAP.length;
  for (const column of columns.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))) {
    const needed = (column.width ?? LEAST_WIDTH) + GAP.length;
    if (kept.length && needed > left) continue;
    left -= needed;
    kept.push(column);
  }
  return columns.filter((column) => kept.includes(column));
}

/** Returns how rows become lines of a table, below a head and a rule. */
export function encodeTable<Row>(
  columns: readonly Column<Row>[],
  { width, hasColors }: { width: number; hasColors: boolean },
): Encoding<Row> {
  const taken = columns.reduce((sum, column) => sum + (column.width ?? 0) + GAP.length, -GAP.length);
  const flexible = columns.filter((column) => column.width === undefined).length;
  const rest = Math.max(LEAST_WIDTH, Math.floor((width - taken) / flexible));
  const line = (textOf: (column: Column<Row>, width: number) => string): string => {
    const cells = columns.map((column) => {
      const { width = rest, isNumber } = column;
      const text = isNumber ? textOf(column, width) : cliTruncate(textOf(column, width), width);
      const space = " ".repeat(Math.max(0, width - stringWidth(text)));
      return isNumber ? space + text : text + space;
    });
    return cells.join(GAP).trimEnd();
  };
  const { bold } = pc.createColors(hasColors);
  const encodeRow = (row: Row): string =>
    `${line(({ cell }, width) => printable(cell(Object(row) as Row, width)))}\n`;
  return {
    head: `${bold(line(({ title }) => title))}\n${line((_column, width) => "-".repeat(width))}\n`,
    encode: (rows) => rows.map(encodeRow).join(""),
    tail: "",
  };
}

/**
 * Returns a value as text for one line of a terminal, a number to one decimal. Nothing in it moves the cursor, changes
 * colors or turns the direction of what follows: anybody can set a title.
 */
export function printable(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(Math.round(value * 10) / 10);
  return (typeof value === "string" ? value : JSON.stringify(value))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, "");
}
