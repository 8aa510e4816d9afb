import { listSessionsEndpoint, listSessionsOperation, type Session } from "../../generated/index.js";
import { completionCommand } from "./completion.js";
import { listCommand, type Listing } from "./listing.js";
import type { CommandDefinition } from "./program.js";
import { summaryCommand } from "./summary.js";

/** The sessions of an app. */
export const SESSIONS: Listing = {
  endpoint: listSessionsEndpoint,
  operation: listSessionsOperation,
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
  resource: (client) => client,
};

const LISTS: readonly CommandDefinition[] = [
  listCommand(SESSIONS, {
    name: "list",
    description: "Writes the sessions of an app.",
    examples: [
      "list --demo",
      "list --status live --columns id,started_at",
      "list --since 30d --output sessions.csv",
    ],
  }),
  summaryCommand(SESSIONS),
];

/** All commands. */
export const COMMANDS: readonly CommandDefinition[] = [...LISTS, completionCommand(LISTS)];
