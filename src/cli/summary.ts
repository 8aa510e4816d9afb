import { omitOrder } from "../operation.js";
import {
  addSessions,
  type Group,
  sortGroups,
  sumGroups,
  SUMMARY_PARAMETERS,
  type SummaryOptions,
} from "../summary.js";
import type { CommandDefinition } from "./context.js";
import { createEncoding, type Encoding } from "./formats.js";
import { createPagingOptions, createParameterOption, FORMAT_OPTIONS } from "./options.js";
import { encodePages, readPages, type RowsDefinition } from "./rows.js";
import { type Column, createColumn, createTable } from "./table.js";

/** The columns of a summary as CSV. */
const FIELDS = ["group", "title", "sessions", "minutes", "unknown_minutes", "peak"];

/** Creates the command that sums up the sessions of a list. */
export function createSummaryCommand(list: RowsDefinition): CommandDefinition {
  const summary = "Sum up the sessions of an app: their number, minutes and peak participants";
  const operation = { ...omitOrder(list.operation), summary };
  const own = Object.entries(SUMMARY_PARAMETERS).map((parameter) => createParameterOption(...parameter));
  return {
    name: "summary",
    operation,
    options: [...own, ...createPagingOptions(operation), ...FORMAT_OPTIONS],
    examples: ["summary --demo", "summary --since 30d --by meeting --top 10", "summary --by month --bom"],
    async *run(run) {
      const options = run.options as SummaryOptions;
      const { by = "day", sort, top } = options;
      const groups = new Map<string | null, Group>();
      for await (const rows of readPages(run, list)) addSessions(groups, rows, by);
      const sorted = sortGroups(groups.values(), by, sort);
      const encoding = createEncoding(run, FIELDS, () => createSummaryTable(sorted, options, run.width));
      yield* encodePages(run, list.noun, encoding, [sorted.slice(0, top)]);
    },
  };
}

/** Creates the table of the first `top` groups, with a bar for their minutes, and the totals of all groups below. */
export function createSummaryTable(
  groups: Group[],
  options: SummaryOptions,
  lineWidth: number,
): Encoding<Group> {
  const { by = "day", top = groups.length } = options;
  const all = sumGroups(groups);
  const maxMinutes = groups.reduce((maximum, { minutes }) => Math.max(maximum, minutes), 1);
  const title = by.replace(/./, (first) => first.toUpperCase()) + (/day|week|month/.test(by) ? " (UTC)" : "");
  const width = Math.max(title.length, 11, by === "meeting" ? Math.floor(lineWidth / 3) : 0);
  const columns: Column<Group>[] = [
    { title, width, getCell: (row) => row.title ?? row.group ?? "unknown" },
    ...["sessions", "minutes", "peak"].map((name) => createColumn(name, { type: "number" })),
    {
      title: "",
      getCell: (row, space) =>
        row === all ? "" : "█".repeat(Math.round((Math.max(0, row.minutes) / maxMinutes) * space)),
    },
  ];
  const { head, encode } = createTable(columns, lineWidth);
  const more = groups.length > top ? `Groups not shown, but in the sums: ${groups.length - top}.\n` : "";
  const unknown = all.unknown_minutes
    ? `Sessions with unknown minutes, which are not in the sums: ${all.unknown_minutes}.\n`
    : "";
  return { head, encode, tail: `\n${encode(all, 0)}${more}${unknown}` };
}
