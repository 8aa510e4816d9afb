import type { Session } from "../../generated/index.js";
import type { Encoding } from "./formats.js";
import { type Column, table } from "./table.js";

/** What sessions may be summed up by. */
export const GROUPINGS = ["day", "meeting", "status"] as const;
/** One of {@link GROUPINGS}. */
export type Grouping = (typeof GROUPINGS)[number];

/** The sums of a group of sessions. */
export interface Group {
  /** The day (UTC), the meeting's id or the status; null for the sessions that do not tell. */
  group: string | null;
  /** The meeting's title, in a summary by meeting. */
  title?: string;
  sessions: number;
  /** The minutes of the sessions that tell them. */
  minutes: number;
  /** How many sessions do not tell their minutes. */
  unknown_minutes: number;
  /** The most participants that one session had at a time; null where none tells. */
  peak: number | null;
}

/** The columns of a summary as CSV. */
export const SUMMARY_COLUMNS: readonly string[] = Object.keys({
  group: 0,
  title: 0,
  sessions: 0,
  minutes: 0,
  unknown_minutes: 0,
  peak: 0,
} satisfies Record<keyof Group, 0>);

/** Sums up pages of sessions, with no more in memory than the groups: days by date, else the most minutes first. */
export async function sumUp(pages: AsyncIterable<readonly Session[]>, by: Grouping): Promise<Group[]> {
  const groups = new Map<string | null, Group>();
  for await (const page of pages)
    for (const row of page) {
      // Answers are looser than their description: any field may be missing, or a row be no object.
      const session = Object(row) as Partial<Session>;
      const key = keyOf(session, by);
      const group = groups.get(key) ?? emptyGroup(key);
      groups.set(key, group);
      const { minutes_consumed: minutes, max_concurrent_participants: peak } = session;
      add(group, {
        sessions: 1,
        minutes: isNumber(minutes) ? minutes : 0,
        unknown_minutes: isNumber(minutes) ? 0 : 1,
        peak: isNumber(peak) ? peak : null,
      });
      if (by === "meeting" && session.meeting_display_name) group.title ??= session.meeting_display_name;
    }
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.group === null) - Number(b.group === null) ||
      (by === "day" ? String(a.group).localeCompare(String(b.group)) : b.minutes - a.minutes),
  );
}

/** A table of sums, with a bar for the minutes of each that grows with the terminal, and the whole below. */
export function summaryTable(groups: readonly Group[], by: Grouping, width: number): Encoding<Group> {
  const whole = emptyGroup("All");
  let most = 1;
  for (const group of groups) {
    add(whole, group);
    most = Math.max(most, group.minutes);
  }
  const columns: Column<Group>[] = [
    {
      title: { day: "Day (UTC)", meeting: "Meeting", status: "Status" }[by],
      width: by === "meeting" ? Math.max(12, Math.floor(width / 3)) : 10,
      cell: ({ title, group }) => title ?? group ?? "unknown",
    },
    { title: "Sessions", width: 8, number: true, cell: ({ sessions }) => sessions, from: 34 },
    { title: "Minutes", width: 9, number: true, cell: ({ minutes }) => minutes },
    { title: "Peak", width: 5, number: true, cell: ({ peak }) => peak, from: 42 },
  ];
  const room = Math.max(0, width - columns.reduce((sum, column) => sum + column.width + 2, 0));
  const bar = ({ minutes }: Group): string => "█".repeat(Math.round((Math.max(0, minutes) / most) * room));
  const note = whole.unknown_minutes
    ? `The minutes of ${whole.unknown_minutes} sessions are unknown and not in the sums.\n`
    : "";
  return {
    ...table([...columns, { title: "", width: Infinity, cell: bar }], width),
    tail: `\n${table(columns, width).row(whole)}${note}`,
  };
}

function emptyGroup(group: string | null): Group {
  return { group, sessions: 0, minutes: 0, unknown_minutes: 0, peak: null };
}

function add(sum: Group, { sessions, minutes, unknown_minutes, peak }: Omit<Group, "group">): void {
  sum.sessions += sessions;
  sum.minutes += minutes;
  sum.unknown_minutes += unknown_minutes;
  if (peak !== null) sum.peak = Math.max(sum.peak ?? peak, peak);
}

function keyOf({ created_at, associated_id, status }: Partial<Session>, by: Grouping): string | null {
  const time = Date.parse(String(created_at));
  const day = Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
  const key = { day, meeting: associated_id, status }[by];
  return typeof key === "string" ? key : null;
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
