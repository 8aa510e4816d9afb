import { listSessionsEndpoint, listSessionsOperation, type Session } from "../../generated/index.js";
import { completionCommand } from "./completion.js";
import type { Run } from "./context.js";
import { encodingFor } from "./formats.js";
import { listCommand, type Listing, listingOptions, pagesOf } from "./listing.js";
import { createRowWriter, withOutput } from "./output.js";
import type { CommandDefinition } from "./program.js";
import {
  addSessions,
  encodeSummary,
  type Group,
  GROUP_FIELDS,
  type Grouping,
  GROUPINGS,
  SORT_KEYS,
  type SortKey,
  sortGroups,
} from "./summary.js";

/** The sessions of an app. */
export const SESSIONS: Listing<Session> = {
  operation: listSessionsOperation,
  endpoint: listSessionsEndpoint,
  noun: "sessions",
  fields: {
    id: { title: "ID", width: 36, rank: 3 },
    associated_id: { title: "Meeting ID", width: 36 },
    meeting_display_name: { title: "Meeting", rank: 5 },
    status: { title: "Status", width: 6, rank: 2 },
    type: { title: "Type", width: 11, rank: 6 },
    created_at: { title: "Created (UTC)", width: 16 },
    started_at: { title: "Started (UTC)", width: 16, rank: 1 },
    ended_at: { title: "Ended (UTC)", width: 16 },
    updated_at: { title: "Updated (UTC)", width: 16 },
    minutes_consumed: { title: "Minutes", width: 9, isNumber: true },
    live_participants: { title: "Live", width: 5, isNumber: true },
    max_concurrent_participants: { title: "Peak", width: 5, isNumber: true, rank: 4 },
    organization_id: { title: "App ID", width: 36 },
    breakout_rooms: { title: "Breakout rooms" },
    meta: { title: "Meta" },
  } satisfies Record<keyof Session, object>,
  table: [
    "id",
    "started_at",
    "status",
    "type",
    "minutes_consumed",
    "max_concurrent_participants",
    "meeting_display_name",
  ],
  async *pages(client, _ids, query, options) {
    for await (const { sessions, body, pageNo, nextPageNo } of client.pages(query, options)) {
      const { total_count = NaN, end_offset = NaN } = body.paging ?? {};
      yield {
        rows: sessions,
        pageNo,
        nextPageNo: nextPageNo ?? undefined,
        remaining: total_count - end_offset,
      };
    }
  },
};

async function summarize(run: Run): Promise<void> {
  const { by = "day", sort, top } = run.options as { by?: Grouping; sort?: SortKey; top?: number };
  await withOutput(run, async (output) => {
    const groups = new Map<string | null, Group>();
    for await (const { rows } of pagesOf(run, SESSIONS)) addSessions(groups, rows, by);
    const sorted = sortGroups(groups.values(), by, sort);
    const { format } = output;
    const encoding =
      format === "table"
        ? encodeSummary(sorted, by, output, top)
        : encodingFor({ ...output, format }, GROUP_FIELDS);
    const writer = createRowWriter(output, encoding, run);
    await writer.write(sorted.slice(0, top));
    await writer.end();
    if (!groups.size) run.context.stderr.write("No sessions match.\n");
  });
}

const DATA_COMMANDS: readonly CommandDefinition[] = [
  listCommand(SESSIONS, {
    name: "list",
    description: "Writes the sessions of an app.",
    examples: [
      "list --demo",
      "list --status live --columns id,started_at",
      "list --since 30d --output sessions.csv",
    ],
  }),
  {
    name: "summary",
    description: "Sums up the sessions of an app: their number, minutes and peak participants.",
    examples: [
      "summary --demo",
      "summary --since 30d --by meeting --top 10",
      "summary --by month --format csv --bom",
    ],
    options: listingOptions(SESSIONS, () => ({
      by: {
        enum: Object.keys(GROUPINGS),
        description: "Group by. Days are in UTC, weeks begin on Monday. Default: day.",
      },
      sort: {
        enum: SORT_KEYS,
        description: "Sort by. Default: group for day, week and month, else minutes.",
      },
      top: { type: "integer", minimum: 1, description: "Maximum number of groups. Default: all." },
    })),
    run: summarize,
  },
];

/** All commands. */
export const COMMANDS: readonly CommandDefinition[] = [...DATA_COMMANDS, completionCommand(DATA_COMMANDS)];
