import { withoutOrder } from "../operation.js";
import { addSessions, type Group, type Grouping, GROUPINGS, SORT_KEYS } from "../summary.js";
import { type SortKey, sortGroups, sumGroups } from "../summary.js";
import { countOption } from "./options.js";
import { type Encoding, encodingFor } from "./formats.js";
import { describe, pagesOf, type Source } from "./rows.js";
import { FORMAT_OPTIONS, RowWriter, withOutput } from "./output.js";
import type { CommandDefinition } from "./program.js";
import { type Column, encodeTable, fitColumns } from "./table.js";

/** The columns of a summary as CSV. */
const FIELDS = ["group", "title", "sessions", "minutes", "unknown_minutes", "peak"];

const TITLES: Partial<Record<Grouping, string>> = {
  day: "Day (UTC)",
  week: "Week from (UTC)",
  month: "Month (UTC)",
};

const EXAMPLES = [
  "summary --demo",
  "summary --since 30d --by meeting --top 10",
  "summary --by month --format csv --bom",
];

/** Creates the command that sums up sessions. */
export function summaryCommand(source: Source): CommandDefinition {
  const summary = "Sum up the sessions of an app: their number, minutes and peak participants";
  const own = {
    by: { enum: GROUPINGS, description: "Group by; days in UTC, weeks from Monday. Default: day." },
    sort: { enum: SORT_KEYS, description: "Sort by. Default: group for dates, else minutes." },
    top: countOption("Maximum number of groups. Default: all."),
    ...FORMAT_OPTIONS,
  };
  return {
    name: "summary",
    ...describe({ ...withoutOrder(source.operation), summary }, EXAMPLES, own),
    run: (run) =>
      withOutput(run, async (output) => {
        const { by = "day", sort, top } = run.options as { by?: Grouping; sort?: SortKey; top?: number };
        const groups = new Map<string | null, Group>();
        for await (const { rows } of pagesOf(run, source)) addSessions(groups, rows, by);
        const sorted = sortGroups(groups.values(), by, sort);
        const { format } = output;
        const encoding =
          format === "table"
            ? encodeSummary(sorted, by, output, top)
            : encodingFor({ ...output, format }, FIELDS);
        const writer = new RowWriter(output, encoding, run);
        await writer.write(sorted.slice(0, top));
        await writer.end();
        if (!groups.size) run.progress.print("No sessions match.\n");
      }),
  };
}

/** Formats the first `top` groups as a table, with a bar for their minutes, and the totals of all groups below. */
export function encodeSummary(
  groups: readonly Group[],
  by: Grouping,
  output: { width: number; hasColors: boolean },
  top: number = groups.length,
): Encoding<Group> {
  const all = sumGroups(groups);
  const most = groups.reduce((maximum, { minutes }) => Math.max(maximum, minutes), 1);
  const title = TITLES[by] ?? by.charAt(0).toUpperCase() + by.slice(1);
  const columns: Column<Group>[] = [
    {
      title,
      width: Math.max(10, by === "meeting" ? Math.floor(output.width / 3) : title.length),
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
  const more = groups.length > top ? `The sums include ${groups.length - top} more groups.\n` : "";
  const unknown = all.unknown_minutes
    ? `The minutes of ${all.unknown_minutes} sessions are unknown and not in the sums.\n`
    : "";
  const sums = encodeTable(fitColumns(columns, output.width), output).encode([all], 0);
  return {
    ...encodeTable(fitColumns([...columns, bar], output.width), output),
    tail: `\n${sums}${more}${unknown}`,
  };
}
