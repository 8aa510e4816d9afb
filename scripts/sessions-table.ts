import type { Session } from "../generated/index.js";

/** How wide a line may be. */
const WIDTH = 100;

/** A column of the table; the last one takes what is left of the line. */
const COLUMNS: readonly { title: string; right?: boolean; cell: (session: Session) => unknown }[] = [
  { title: "Started (UTC)", cell: ({ started_at }) => text(started_at).slice(0, 16).replace("T", " ") },
  { title: "Status", cell: ({ status }) => status },
  { title: "Type", cell: ({ type }) => type },
  { title: "Minutes", right: true, cell: ({ minutes_consumed }) => minutes_consumed },
  {
    title: "Most people",
    right: true,
    cell: ({ max_concurrent_participants }) => max_concurrent_participants,
  },
  { title: "Meeting", cell: ({ meeting_display_name }) => meeting_display_name },
];

/** The lines of a table of sessions: a head, a rule and a line each. */
export function sessionsTable(sessions: readonly Session[]): string[] {
  const rows = [
    COLUMNS.map(({ title }) => title),
    ...sessions.map((session) => COLUMNS.map(({ cell }) => text(cell(session)))),
  ];
  const widths = COLUMNS.map((_, column) =>
    Math.max(...rows.map((row) => characters(row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    cut(
      cells
        .map((cell, column) => pad(cell, widths[column] ?? 0, COLUMNS[column]?.right ?? false))
        .join("  ")
        .trimEnd(),
    );
  const [head = [], ...body] = rows.map(line);
  return [String(head), cut(widths.map((width) => "-".repeat(width)).join("  ")), ...body];
}

/** A value for one line of a terminal. Answers are looser than their description, and titles are anybody's. */
function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).replace(/\p{Cc}/gu, " ") : "";
}

function pad(cell: string, width: number, right: boolean): string {
  const space = " ".repeat(width - characters(cell).length);
  return right ? space + cell : cell + space;
}

function cut(line: string): string {
  const all = characters(line);
  return all.length <= WIDTH ? line : `${all.slice(0, WIDTH - 1).join("")}…`;
}

/** What a reader takes for single characters: an accent or an emoji may be several in a string. */
function characters(line: string): string[] {
  return Array.from(new Intl.Segmenter("en").segment(line), ({ segment }) => segment);
}
