import type { Session } from "../generated/index.js";
import { parseDateTime } from "./date-time.js";
import type { Parameters } from "./operation.js";

/** The groupings of sessions. */
const GROUPINGS = ["day", "week", "month", "meeting", "status", "type"] as const;
/** The field that sessions are grouped by. */
export type Grouping = (typeof GROUPINGS)[number];

/** The sort keys of groups. */
const SORT_KEYS = ["group", "sessions", "minutes", "peak"] as const;
/** The field that groups are sorted by. */
export type SortKey = (typeof SORT_KEYS)[number];

/** The parameters of a summary. */
export const SUMMARY_PARAMETERS: Parameters = {
  by: {
    type: "string",
    enum: GROUPINGS,
    description: "Group by; days in UTC, weeks from Monday. Default: day.",
  },
  sort: {
    type: "string",
    enum: SORT_KEYS,
    description: "Sort by. Default: group for dates, else minutes.",
  },
  top: { type: "integer", minimum: 1, description: "Maximum number of groups. Default: all." },
};

/** The sums of a group of sessions. */
export interface Group {
  /** The day, Monday, month, meeting id, status or type. Null for sessions without one. */
  group: string | null;
  /** The title of the meeting, in a summary by meeting. */
  title?: string;
  sessions: number;
  /** The sum of the known minutes. */
  minutes: number;
  /** The number of sessions without known minutes. */
  unknown_minutes: number;
  /** The maximum number of concurrent participants of a session. Null if unknown. */
  peak: number | null;
}

/** The values of {@link SUMMARY_PARAMETERS}. */
export interface SummaryOptions {
  /** The field that sessions are grouped by. @default "day" */
  by?: Grouping;
  /** The field that groups are sorted by. @default "group" for dates, "minutes" for others */
  sort?: SortKey;
  /** The maximum number of groups, at least 1. @default all */
  top?: number;
}

/** Adds sessions to the groups. A row can lack any field, and need not be an object. */
export function addSessions(groups: Map<string | null, Group>, rows: readonly unknown[], by: Grouping): void {
  for (const row of rows) {
    const session = Object(row) as Partial<Session>;
    const { minutes_consumed: minutes, max_concurrent_participants: peak, meeting_display_name } = session;
    const key = getKey(session, by);
    const group = groups.get(key) ?? createGroup(key);
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

/**
 * Sorts groups. By default, days, weeks and months are sorted by date, others by minutes. Sessions without a group are
 * last.
 */
export function sortGroups(groups: Iterable<Group>, by: Grouping, key?: SortKey): Group[] {
  const sort = key ?? (["day", "week", "month"].includes(by) ? "group" : "minutes");
  return [...groups].sort(
    (a, b) =>
      Number(a.group === null) - Number(b.group === null) ||
      (sort === "group" ? String(a.group).localeCompare(String(b.group)) : (b[sort] ?? -1) - (a[sort] ?? -1)),
  );
}

/** Returns the sums of all groups, as the group `All`. */
export function sumGroups(groups: readonly Group[]): Group {
  const all = createGroup("All");
  for (const group of groups) addTo(all, group);
  return all;
}

function createGroup(group: string | null): Group {
  return { group, sessions: 0, minutes: 0, unknown_minutes: 0, peak: null };
}

function addTo(sum: Group, { sessions, minutes, unknown_minutes, peak }: Omit<Group, "group">): void {
  sum.sessions += sessions;
  // Removes the rounding error of the addition.
  sum.minutes = Math.round((sum.minutes + minutes) * 1e6) / 1e6;
  sum.unknown_minutes += unknown_minutes;
  if (peak !== null) sum.peak = Math.max(sum.peak ?? peak, peak);
}

function getKey(session: Partial<Session>, by: Grouping): string | null {
  const key =
    by === "meeting"
      ? session.associated_id
      : by === "status" || by === "type"
        ? session[by]
        : formatDate(session, by);
  return typeof key === "string" ? key : null;
}

/** Returns the day of creation, its Monday, or its month, in UTC. */
function formatDate({ created_at }: Partial<Session>, by: Grouping): string | null {
  const time = parseDateTime(created_at);
  if (Number.isNaN(time.getTime())) return null;
  if (by === "week") time.setUTCDate(time.getUTCDate() - ((time.getUTCDay() + 6) % 7));
  return time.toISOString().slice(0, by === "month" ? 7 : 10);
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
