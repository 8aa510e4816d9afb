import {
  getSessionChatOperation,
  getSessionOperation,
  getSessionTranscriptOperation,
  listSessionParticipantsEndpoint,
  listSessionParticipantsOperation,
  listSessionsEndpoint,
  listSessionsOperation,
  type Participant,
  type Session,
} from "../../generated/index.js";
import { completionCommand } from "./completion.js";
import { doctorCommand } from "./doctor.js";
import { fileCommand, itemCommand } from "./items.js";
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

/** The participants of a session. */
const PARTICIPANTS: Listing = {
  endpoint: listSessionParticipantsEndpoint,
  operation: listSessionParticipantsOperation,
  fields: {
    id: { title: "ID", width: 36, rank: 3 },
    custom_participant_id: { title: "Custom ID", width: 16, rank: 2 },
    display_name: { title: "Name" },
    user_id: { title: "User ID", width: 36 },
    preset_name: { title: "Preset", width: 12, rank: 5 },
    created_at: { title: "Created (UTC)", width: 16 },
    updated_at: { title: "Updated (UTC)", width: 16 },
    joined_at: { title: "Joined (UTC)", width: 16, rank: 1 },
    left_at: { title: "Left (UTC)", width: 16, rank: 4 },
    duration: { title: "Minutes", width: 9, isNumber: true },
    peer_events: { title: "Peer events" },
  } satisfies Record<keyof Participant, object>,
  table: ["id", "custom_participant_id", "display_name", "joined_at", "left_at", "duration"],
  resource: (client, [id = ""]) => client.participants(id),
};

const READERS: readonly CommandDefinition[] = [
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
  itemCommand(
    { name: "get", description: "Writes one session.", examples: ["get ID --json"] },
    getSessionOperation,
    SESSIONS,
    (client, [id = ""], query, call) => client.get(id, query, call),
  ),
  listCommand(PARTICIPANTS, {
    name: "participants",
    description: "Writes the participants of a session.",
    examples: ["participants ID", "participants ID --format csv --columns display_name,duration"],
  }),
  fileCommand(
    {
      name: "chat",
      description: "Writes the chat of a session, as CSV.",
      examples: ["chat ID --output chat.csv"],
    },
    getSessionChatOperation,
    (client, id, _query, call) => client.chat(id, call),
  ),
  fileCommand(
    {
      name: "transcript",
      description: "Writes the transcript of a session.",
      examples: ["transcript ID --format vtt --output talk.vtt"],
    },
    getSessionTranscriptOperation,
    (client, id, query, call) => client.transcript(id, query, call),
  ),
  doctorCommand,
];

/** All commands. */
export const COMMANDS: readonly CommandDefinition[] = [...READERS, completionCommand(READERS)];
