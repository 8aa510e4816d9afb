import type { Session } from "../../generated/index.js";
import { includesText, parseTime, selectItems } from "./select.js";

/** The syntax of `participants`: a number or an inclusive range such as `1:10`. */
const PARTICIPANTS = /^(\d+)(?::(\d+))?$/;

/** Checks constraints that the document does not describe. Returns the message of an error. */
export function checkParticipants(query: URLSearchParams): string | undefined {
  const text = query.get("participants");
  return text === null || PARTICIPANTS.test(text)
    ? undefined
    : "participants must be a number or a range such as 1:10.";
}

/** Returns the sessions that match a query, in its order: the newest first by default. */
export function selectSessions(sessions: readonly Session[], query: URLSearchParams): Session[] {
  return selectItems(sessions, query, {
    filters: {
      associated_id: (session, value) => session.associated_id === value,
      start_time: (session, value) => parseTime(session.started_at) >= parseTime(value),
      end_time: (session, value) => parseTime(session.started_at) <= parseTime(value),
      participants: ({ max_concurrent_participants: count }, value) => {
        const [, fewest, most = fewest] = PARTICIPANTS.exec(value) ?? [];
        return count >= Number(fewest) && count <= Number(most);
      },
      search: ({ meeting_display_name: title, associated_id: meeting, id }, value) =>
        includesText([title, meeting, id], value),
      status: (session, value) => session.status === value,
    },
    keys: {
      createdAt: (session) => parseTime(session.created_at),
      minutesConsumed: (session) => session.minutes_consumed ?? 0,
    },
    defaultKey: "createdAt",
    defaultOrder: "DESC",
  });
}
