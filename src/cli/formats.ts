import type { Session } from "../../generated/index.js";

/** What output may be written as. */
export const FORMATS = ["table", "json", "ndjson", "csv"] as const;
/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

/** How rows are written. */
export interface Encoding<Row> {
  row: (row: Row) => string;
  head?: string | undefined;
  between?: string | undefined;
  tail?: string | undefined;
}

/** The columns of sessions as CSV. A field that the document gains or loses is told here by the compiler. */
export const SESSION_COLUMNS: readonly string[] = Object.keys({
  id: 0,
  associated_id: 0,
  meeting_display_name: 0,
  status: 0,
  type: 0,
  created_at: 0,
  started_at: 0,
  ended_at: 0,
  updated_at: 0,
  minutes_consumed: 0,
  live_participants: 0,
  max_concurrent_participants: 0,
  organization_id: 0,
  breakout_rooms: 0,
  meta: 0,
} satisfies Record<keyof Session, 0>);

/** How rows are written as text for programs. */
export function encoding(format: Exclude<Format, "table">, columns: readonly string[]): Encoding<object> {
  const record = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(",")}\r\n`;
  switch (format) {
    case "json":
      return { head: "[\n", row: (row) => JSON.stringify(row), between: ",\n", tail: "\n]\n" };
    case "ndjson":
      return { row: (row) => `${JSON.stringify(row)}\n` };
    case "csv":
      return {
        head: record(columns),
        row: (row) => record(columns.map((name) => (Object(row) as Record<string, unknown>)[name])),
      };
  }
}

/** The text of pages of rows, a piece for each page: what is written never waits for the end of the list. */
export async function* encode<Row>(
  pages: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
  { head = "", row, between = "", tail = "" }: Encoding<Row>,
): AsyncGenerator<string> {
  // With the first page: a list that fails at once has written nothing.
  let opening = head;
  let separator = "";
  for await (const page of pages) {
    let text = opening;
    opening = "";
    for (const each of page) {
      text += separator + row(each);
      separator = between;
    }
    yield text;
  }
  yield tail;
}

/** A cell as RFC 4180 has it, and as a spreadsheet may open it: some take a semicolon or a tab for the end of a cell. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  // A text that begins so would be taken for a formula, which may send data elsewhere; the apostrophe makes it a text
  // (OWASP, "CSV injection"). Numbers went their way above: a negative one is no formula.
  const tame = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
