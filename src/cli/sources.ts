import {
  getSessionOperation,
  listSessionParticipantsOperation,
  listSessionsOperation,
  type Participant,
  type Session,
} from "../../generated/index.js";
import type { ListOptions, NextPage, PageInfo } from "../list-resource.js";
import type { Operation } from "../operation.js";
import type { SessionsClient } from "../sessions.js";
import type { Column } from "./table.js";

type Noun = "sessions" | "participants";
type Page = Partial<Record<Noun, object[]> & PageInfo<unknown> & NextPage>;

/** An operation that returns rows, with the columns of its output. */
export interface Source {
  operation: Operation;
  /** The name of the rows in a page. */
  noun: Noun;
  /** The fields of a row. */
  fields: Readonly<Record<string, Omit<Column<never>, "cell">>>;
  /** The default columns of a table, in the syntax of `--columns`. The last ones do not fit every terminal. */
  table: string;
  pages: (client: SessionsClient, id: string, query: object, options: ListOptions) => AsyncIterable<Page>;
}

/** The sessions of an app. */
export const SESSIONS: Source = {
  operation: listSessionsOperation,
  noun: "sessions",
  fields: {
    id: { title: "ID", width: 36 },
    associated_id: { title: "Meeting ID", width: 36 },
    meeting_display_name: { title: "Meeting" },
    status: { title: "Status", width: 6 },
    type: { title: "Type", width: 11 },
    created_at: { title: "Created (UTC)", width: 16 },
    started_at: { title: "Started (UTC)", width: 16 },
    ended_at: { title: "Ended (UTC)", width: 16 },
    updated_at: { title: "Updated (UTC)", width: 16 },
    minutes_consumed: { title: "Minutes", width: 9, isNumber: true },
    live_participants: { title: "Live", width: 5, isNumber: true },
    max_concurrent_participants: { title: "Peak", width: 5, isNumber: true },
    organization_id: { title: "App ID", width: 36 },
    breakout_rooms: { title: "Breakout rooms" },
    meta: { title: "Meta" },
  } satisfies Record<keyof Session, object>,
  table: "started_at,status,minutes_consumed,max_concurrent_participants,id,meeting_display_name,type",
  pages: (client, _id, query, options) => client.pages(query, options),
};

/** One session, as a list. Its table has a line for each field. */
export const SESSION: Source = {
  ...SESSIONS,
  operation: getSessionOperation,
  async *pages(client, id, query, { signal }) {
    yield { sessions: [await client.get(id, query, { signal })] };
  },
};

/** The participants of a session. */
export const PARTICIPANTS: Source = {
  operation: listSessionParticipantsOperation,
  noun: "participants",
  fields: {
    id: { title: "ID", width: 36 },
    custom_participant_id: { title: "Custom ID", width: 16 },
    display_name: { title: "Name" },
    user_id: { title: "User ID", width: 36 },
    preset_name: { title: "Preset", width: 12 },
    created_at: { title: "Created (UTC)", width: 16 },
    updated_at: { title: "Updated (UTC)", width: 16 },
    joined_at: { title: "Joined (UTC)", width: 16 },
    left_at: { title: "Left (UTC)", width: 16 },
    duration: { title: "Minutes", width: 9, isNumber: true },
    peer_events: { title: "Peer events" },
  } satisfies Record<keyof Participant, object>,
  table: "display_name,duration,joined_at,custom_participant_id,left_at,id",
  pages: (client, id, query, options) => client.participants(id).pages(query, options),
};
