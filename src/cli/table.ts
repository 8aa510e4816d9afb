import type { Session } from "../../generated/index.js";

/** A column of a table. Rows come as a stream, so its width is told and not measured. */
export interface Column<Row> {
  title: string;
  /** In columns of a terminal; Infinity takes what the others leave. */
  width: number;
  cell: (row: Row) => unknown;
  /** Whether it is a number, which stands to the right and is never cut. */
  number?: boolean;
  /** The least width of a line that has room for this column. */
  from?: number;
}

/** The head of a table, and what makes a line of a row. Both end their lines. */
export interface Table<Row> {
  head: string;
  row: (row: Row) => string;
}

const SESSION: readonly Column<Session>[] = [
  {
    title: "Started (UTC)",
    width: 16,
    cell: ({ started_at }) => printable(started_at).slice(0, 16).replace("T", " "),
    from: 30,
  },
  { title: "Status", width: 6, cell: ({ status }) => status, from: 46 },
  { title: "Type", width: 11, cell: ({ type }) => type, from: 80 },
  { title: "Minutes", width: 9, number: true, cell: ({ minutes_consumed }) => minutes_consumed },
  { title: "Peak", width: 5, number: true, cell: ({ max_concurrent_participants: peak }) => peak, from: 38 },
  { title: "Session", width: 36, cell: ({ id }) => id, from: 130 },
  { title: "Meeting", width: Infinity, cell: ({ meeting_display_name }) => meeting_display_name, from: 52 },
];

/** A table of sessions, `width` columns wide. */
export function sessionsTable(width: number): Table<Session> {
  return table(SESSION, width);
}

/** A table of anything: a head, a rule, and a line for each row. */
export function table<Row>(columns: readonly Column<Row>[], width: number): Table<Row> {
  const shown = columns.filter(({ from = 0 }) => from <= width);
  const taken = shown.reduce((sum, column) => sum + (column.width === Infinity ? 0 : column.width) + 2, -2);
  const widths = shown.map((column) =>
    column.width === Infinity ? Math.max(0, width - taken) : column.width,
  );
  const line = (cells: readonly string[]): string => {
    const fitted = cells.map((cell, index) => fit(cell, widths[index] ?? 0, shown[index]?.number));
    return `${cut(fitted.join("  ").trimEnd(), width)}\n`;
  };
  return {
    head: line(shown.map(({ title }) => title)) + line(widths.map((each) => "-".repeat(each))),
    row: (row) => line(shown.map(({ cell }) => printable(cell(Object(row) as Row)))),
  };
}

/**
 * A value for one line of a terminal: nothing in it moves the cursor, changes colours or turns the direction of what
 * follows. Answers are looser than their description, and titles are anybody's.
 */
export function printable(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number") return "";
  return String(value)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, "");
}

/** A text that takes no more than so many columns of a terminal. */
export function cut(text: string, width: number): string {
  if (SIMPLE.test(text)) return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
  let taken = 0;
  let end = 0;
  for (const { segment, index } of SEGMENTER.segment(text)) {
    taken += columnsOf(segment);
    if (taken > width) return `${text.slice(0, end)}…`;
    // With room for the ellipsis.
    if (taken < width) end = index + segment.length;
  }
  return text;
}

function fit(text: string, width: number, number = false): string {
  const fitted = number ? text : cut(text, width);
  const space = " ".repeat(Math.max(0, width - columns(fitted)));
  return number ? space + fitted : fitted + space;
}

/** Most texts: ASCII, Latin letters, dashes, the ellipsis and bars, a column each. To look at each takes a while. */
const SIMPLE = /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2588]*$/;

/** What a reader takes for single characters: an accent or an emoji may be several in a string. */
const SEGMENTER = new Intl.Segmenter("en");

function columns(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  return Array.from(SEGMENTER.segment(text), ({ segment }) => columnsOf(segment)).reduce((a, b) => a + b, 0);
}

/** East Asian characters and emoji; Unicode's property for the former is not one that regular expressions know. */
const WIDE =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]/u;

function columnsOf(character: string): number {
  return WIDE.test(character) ? 2 : 1;
}
