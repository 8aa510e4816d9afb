import type { Session } from "../../generated/index.js";
import type { Run } from "./context.js";
import { type Encoding, encodingFor } from "./formats.js";
import { type Listing, listingOptions, pagesOf } from "./listing.js";
import { countOption } from "./options.js";
import { type Output, RowWriter, withOutput } from "./output.js";
import type { CommandDefinition } from "./program.js";
import { type Column, encodeTable, fitColumns } from "./table.js";

/** What sessions can be grouped by, and what the table calls it. */
const GROUPINGS = {
  day: "Day (UTC)",
  week: "Week from (UTC)",
  month: "Month (UTC)",
  meeting: "Meeting",
  status: "Status",
  type: "Type",
} as const;
export type Grouping = keyof typeof GROUPINGS;

/** What groups can be sorted by. */
const SORT_KEYS = ["group", "sessions", "minutes", "peak"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** The sums of a group of sessions. */
export interface Group {
  /** The day, Monday, month, meeting id, status or type; null for sessions without one. */
  group: string | null;
  /** The title of the meeting, in a summary by meeting. */
  title?: string;
  sessions: number;
  /** The sum of the known minutes. */
  minutes: number;
  /** How many sessions have no known minutes. */
  unknown_minutes: number;
  /** The most participants that one session had at a time; null where unknown. */
  peak: number | null;
}

/** The columns of a summary as CSV. */
const FIELDS = ["group", "title", "sessions", "minutes", "unknown_minutes", "peak"];

/** Makes the command that sums up sessions. */
export function summaryCommand(sessions: Listing): CommandDefinition {
  return {
    name: "summary",
    description: "Sums up the sessions of an app: their number, minutes and peak participants.",
    examples: [
      "summary --demo",
      "summary --since 30d --by meeting --top 10",
      "summary --by month --format csv --bom",
    ],
    options: listingOptions(sessions, () => ({
      by: {
        enum: Object.keys(GROUPINGS),
        description: "Group by; days in UTC, weeks from Monday. Default: day.",
      },
      sort: { enum: SORT_KEYS, description: "Sort by. Default: group for dates, else minutes." },
      top: countOption("Maximum number of groups. Default: all."),
    })),
    run: (run) => withOutput(run, (output) => summarize(run, sessions, output)),
  };
}

async function summarize(run: Run, listing: Listing, output: Output): Promise<void> {
  const { by = "day", sort, top } = run.options as { by?: Grouping; sort?: SortKey; top?: number };
  const { format } = output;
  const groups = new Map<string | null, Group>();
  for await (const { rows } of pagesOf(run, listing)) addSessions(groups, rows, by);
  const sorted = sortGroups(groups.values(), by, sort);
  const encoding =
    format === "table" ? encodeSummary(sorted, by, output, top) : encodingFor({ ...output, format }, FIELDS);
  const writer = new RowWriter(output, encoding, run);
  await writer.write(sorted.slice(0, top));
  await writer.end();
  if (!groups.size) run.context.stderr.write("No sessions match.\n");
}

/** Adds sessions to the groups. Any field of a response may be missing, and a row may be no object. */
export function addSessions(groups: Map<string | null, Group>, rows: readonly unknown[], by: Grouping): void {
  for (const row of rows) {
    const session = Object(row) as Partial<Session>;
    const { minutes_consumed: minutes, max_concurrent_participants: peak, meeting_display_name } = session;
    const key = keyOf(session, by);
    const group = groups.get(key) ?? emptyGroup(key);
    groups.set(key, group);
    addTo(group, {
      sessions: 1,
      minutes: isNumber(minutes) ? minutes : 0,
      unknown_minutes: isNumber(minutes) ? 0 : 1,
      peak: isNumber(peak) ? peak : null,
    });
    if (by === "meeting" && meeting_display_name) group.title ??= meeting_display_name;
  }
}

/** Sorts groups: by default days, weeks and months by date, others by minutes; sessions without a group come last. */
export function sortGroups(groups: Iterable<Group>, by: Grouping, key?: SortKey): Group[] {
  const sort = key ?? (["day", "week", "month"].includes(by) ? "group" : "minutes");
  return [...groups].sort(
    (a, b) =>
      Number(a.group === null) - Number(b.group === null) ||
      (sort === "group" ? String(a.group).localeCompare(String(b.group)) : (b[sort] ?? -1) - (a[sort] ?? -1)),
  );
}

/** A table of the first `top` groups, with a bar for the minutes of each, and the sums of all groups below. */
export function encodeSummary(
  groups: readonly Group[],
  by: Grouping,
  output: { width: number; hasColors: boolean },
  top: number | undefined,
): Encoding<Group> {
  const limit = top ?? Infinity;
  const all = emptyGroup("All");
  for (const group of groups) addTo(all, group);
  const most = groups.reduce((maximum, { minutes }) => Math.max(maximum, minutes), 1);
  const titleWidth = by === "meeting" ? Math.floor(output.width / 3) : GROUPINGS[by].length;
  const columns: Column<Group>[] = [
    {
      title: GROUPINGS[by],
      width: Math.max(10, titleWidth),
      cell: ({ title, group }) => title ?? group ?? "unknown",
    },
    { title: "Sessions", width: 8, isNumber: true, rank: 2, cell: ({ sessions }) => sessions },
    { title: "Minutes", width: 9, isNumber: true, rank: 1, cell: ({ minutes }) => minutes },
    { title: "Peak", width: 5, isNumber: true, rank: 3, cell: ({ peak }) => peak },
  ];
  const bar: Column<Group> = {
    title: "",
    rank: 4,
    cell: ({ minutes }, width) => "█".repeat(Math.round((Math.max(0, minutes) / most) * width)),
  };
  const notes = [
    groups.length > limit && `The sums include ${groups.length - limit} more groups.\n`,
    all.unknown_minutes &&
      `The minutes of ${all.unknown_minutes} sessions are unknown and not in the sums.\n`,
  ];
  const sums = encodeTable(fitColumns(columns, output.width), output).encode([all], 0);
  return {
    ...encodeTable(fitColumns([...columns, bar], output.width), output),
    tail: `\n${sums}${notes.filter(Boolean).join("")}`,
  };
}

function emptyGroup(group: string | null): Group {
  return { group, sessions: 0, minutes: 0, unknown_minutes: 0, peak: null };
}

function addTo(sum: Group, { sessions, minutes, unknown_minutes, peak }: Omit<Group, "group">): void {
  sum.sessions += sessions;
  sum.minutes += minutes;
  sum.unknown_minutes += unknown_minutes;
  if (peak !== null) sum.peak = Math.max(sum.peak ?? peak, peak);
}

function keyOf(session: Partial<Session>, by: Grouping): string | null {
  const key =
    by === "meeting"
      ? session.associated_id
      : by === "status" || by === "type"
        ? session[by]
        : dateOf(session, by);
  return typeof key === "string" ? key : null;
}

/** The day of creation, its Monday, or its month, in UTC. */
function dateOf({ created_at }: Partial<Session>, by: Grouping): string | null {
  const time = new Date(typeof created_at === "string" ? created_at : NaN);
  if (Number.isNaN(time.getTime())) return null;
  if (by === "week") time.setUTCDate(time.getUTCDate() - ((time.getUTCDay() + 6) % 7));
  return time.toISOString().slice(0, by === "month" ? 7 : 10);
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
