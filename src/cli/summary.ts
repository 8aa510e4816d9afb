import { withoutOrder } from "../operation.js";
import {
  addSessions,
  type Group,
  type Grouping,
  sortGroups,
  type SortKey,
  SUMMARY_PARAMETERS,
  sumGroups,
} from "../summary.js";
import { type Encoding, encodingFor } from "./formats.js";
import { describe, encodePages, pagesOf, type Source } from "./rows.js";
import { FORMAT_OPTIONS, type Output } from "./output.js";
import type { CommandDefinition } from "./program.js";
import { type Column, encodeTable, fitColumns } from "./table.js";

/** The columns of a summary as CSV. */
const FIELDS = ["group", "title", "sessions", "minutes", "unknown_minutes", "peak"];

/** The column of the group. A meeting has a third of the line. */
const GROUP_COLUMNS: Readonly<Record<Grouping, Pick<Column<Group>, "title" | "width">>> = {
  day: { title: "Day (UTC)", width: 10 },
  week: { title: "Week from (UTC)", width: 15 },
  month: { title: "Month (UTC)", width: 11 },
  meeting: { title: "Meeting" },
  status: { title: "Status", width: 10 },
  type: { title: "Type", width: 11 },
};

/** Creates the command that sums up the sessions of a source. */
export function summaryCommand(source: Source): CommandDefinition {
  const summary = "Sum up the sessions of an app: their number, minutes and peak participants";
  const examples = [
    "summary --demo",
    "summary --since 30d --by meeting --top 10",
    "summary --by month --format csv --bom",
  ];
  return {
    name: "summary",
    examples,
    ...describe({ ...withoutOrder(source.operation), summary }, { ...SUMMARY_PARAMETERS, ...FORMAT_OPTIONS }),
    async *run(run, output) {
      const { by = "day", sort, top } = run.options as { by?: Grouping; sort?: SortKey; top?: number };
      const groups = new Map<string | null, Group>();
      for await (const rows of pagesOf(run, source)) addSessions(groups, rows, by);
      const sorted = sortGroups(groups.values(), by, sort);
      const encoding =
        output.format === "table" ? encodeSummary(sorted, by, output, top) : encodingFor(output, FIELDS);
      yield* encodePages(run, encoding, [sorted.slice(0, top)], source.noun);
    },
  };
}

/** Formats the first `top` groups as a table, with a bar for their minutes, and the totals of all groups below. */
export function encodeSummary(
  groups: readonly Group[],
  by: Grouping,
  screen: Pick<Output, "width" | "hasColors">,
  top: number = groups.length,
): Encoding<Group> {
  const all = sumGroups(groups);
  const most = groups.reduce((maximum, { minutes }) => Math.max(maximum, minutes), 1);
  const third = Math.max(10, Math.floor(screen.width / 3));
  const columns: Column<Group>[] = [
    { width: third, ...GROUP_COLUMNS[by], cell: ({ title, group }) => title ?? group ?? "unknown" },
    { title: "Sessions", width: 8, isNumber: true, rank: 2, cell: ({ sessions }) => sessions },
    { title: "Minutes", width: 9, isNumber: true, rank: 1, cell: ({ minutes }) => minutes },
    { title: "Peak", width: 5, isNumber: true, rank: 3, cell: ({ peak }) => peak },
  ];
  const bar: Column<Group> = {
    title: "",
    rank: 4,
    cell: ({ minutes }, width) => "█".repeat(Math.round((Math.max(0, minutes) / most) * width)),
  };
  const more = groups.length > top ? `The sums include ${groups.length - top} more groups.\n` : "";
  const unknown = all.unknown_minutes
    ? `The minutes of ${all.unknown_minutes} sessions are unknown and not in the sums.\n`
    : "";
  const sums = encodeTable(fitColumns(columns, screen.width), screen).encode(all, 0);
  return {
    ...encodeTable(fitColumns([...columns, bar], screen.width), screen),
    tail: `\n${sums}${more}${unknown}`,
  };
}
