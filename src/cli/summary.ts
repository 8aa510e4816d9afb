import { omitOrder } from "../operation.js";
import {
  addSessions,
  type Group,
  type Grouping,
  sortGroups,
  SUMMARY_PARAMETERS,
  type SummaryOptions,
  sumGroups,
} from "../summary.js";
import type { CommandDefinition, Output } from "./context.js";
import { type Encoding, encodingFor } from "./formats.js";
import { createOperationCommand } from "./operation-command.js";
import { FORMAT_OPTIONS } from "./options.js";
import { encodePages, pagesOf } from "./rows.js";
import { SESSIONS } from "./sources.js";
import { type Column, encodeTable, fitColumns } from "./table.js";

/** The columns of a summary as CSV. */
const FIELDS = ["group", "title", "sessions", "minutes", "unknown_minutes", "peak"];

const operation = {
  ...omitOrder(SESSIONS.operation),
  summary: "Sum up the sessions of an app: their number, minutes and peak participants",
};

/** The command that sums up the sessions of an app. */
export const summaryCommand: CommandDefinition = createOperationCommand(
  "summary",
  operation,
  { ...SUMMARY_PARAMETERS, ...FORMAT_OPTIONS },
  ["summary --demo", "summary --since 30d --by meeting --top 10", "summary --by month --format csv --bom"],
  async function* (run, output) {
    const { by = "day", sort, top } = run.options as SummaryOptions;
    const groups = new Map<string | null, Group>();
    for await (const rows of pagesOf(run, SESSIONS)) addSessions(groups, rows, by);
    const sorted = sortGroups(groups.values(), by, sort);
    const encoding =
      output.format === "table" ? encodeSummary(sorted, by, output, top) : encodingFor(output, FIELDS);
    yield* encodePages(run, encoding, [sorted.slice(0, top)], SESSIONS.noun);
  },
);

/** Formats the first `top` groups as a table, with a bar for their minutes, and the totals of all groups below. */
export function encodeSummary(
  groups: readonly Group[],
  by: Grouping,
  screen: Pick<Output, "width" | "hasColors">,
  top: number = groups.length,
): Encoding<Group> {
  const all = sumGroups(groups);
  const most = groups.reduce((maximum, { minutes }) => Math.max(maximum, minutes), 1);
  const isDate = by === "day" || by === "week" || by === "month";
  const title = by.replace(/^./, (first) => first.toUpperCase()) + (isDate ? " (UTC)" : "");
  const width = Math.max(title.length, 11, by === "meeting" ? Math.floor(screen.width / 3) : 0);
  const columns: Column<Group>[] = [
    { title, width, cell: (row) => row.title ?? row.group ?? "unknown" },
    { title: "Sessions", width: 8, isNumber: true, cell: ({ sessions }) => sessions },
    { title: "Minutes", width: 9, isNumber: true, cell: ({ minutes }) => minutes },
    { title: "Peak", width: 5, isNumber: true, cell: ({ peak }) => peak },
  ];
  const bar: Column<Group> = {
    title: "",
    cell: ({ minutes }, space) => "█".repeat(Math.round((Math.max(0, minutes) / most) * space)),
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
