import {
  getSessionOperation,
  listSessionParticipantsOperation,
  listSessionsOperation,
  type Participant,
  type Session,
} from "../../generated/index.js";
import type { Source } from "./rows.js";

/** The sessions of an app. */
export const SESSIONS: Source = {
  operation: listSessionsOperation,
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
  pages: (client, _id, query, options) => client.pages(query, options),
};

/** One session, as a list. */
export const SESSION: Source = {
  ...SESSIONS,
  operation: getSessionOperation,
  isSingle: true,
  async *pages(client, id, query, { signal }) {
    yield { sessions: [await client.get(id, query, { signal })] };
  },
};

/** The participants of a session. */
export const PARTICIPANTS: Source = {
  operation: listSessionParticipantsOperation,
  noun: "participants",
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
  pages: (client, id, query, options) => client.participants(id).pages(query, options),
};
