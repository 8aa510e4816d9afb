import type { Session } from "../../generated/index.js";

/** The syntax of `participants`: a number or an inclusive range such as `1:10`. */
const PARTICIPANTS = /^(\d+)(?::(\d+))?$/;

/** Checks what the document does not describe. Returns what is wrong; undefined if nothing. */
export function checkParticipants(query: URLSearchParams): string | undefined {
  const text = query.get("participants");
  return text === null || PARTICIPANTS.test(text)
    ? undefined
    : "participants must be a number or a range such as 1:10.";
}

/** Returns the sessions that match a query, in its order. */
export function selectSessions(sessions: readonly Session[], query: URLSearchParams): Session[] {
  const text = query.get("search")?.toLowerCase();
  const [, fewest, most = fewest] = PARTICIPANTS.exec(query.get("participants") ?? "") ?? [];
  const tests: Record<string, (session: Session, value: string) => boolean> = {
    associated_id: (session, value) => session.associated_id === value,
    start_time: (session, value) => time(session.started_at) >= time(value),
    end_time: (session, value) => time(session.started_at) <= time(value),
    participants: ({ max_concurrent_participants: count }) =>
      count >= Number(fewest) && count <= Number(most),
    search: ({ meeting_display_name, associated_id, id }) =>
      [meeting_display_name, associated_id, id].some((field) => field.toLowerCase().includes(text ?? "")),
    status: (session, value) => session.status === value,
  };
  const applied = Object.entries(tests).flatMap(([name, passes]) => {
    const value = query.get(name);
    return value === null ? [] : [(session: Session) => passes(session, value)];
  });
  const key = (session: Session): number =>
    query.get("sort_by") === "minutesConsumed" ? (session.minutes_consumed ?? 0) : time(session.created_at);
  const direction = query.get("sort_order") === "ASC" ? 1 : -1;
  return sessions
    .filter((session) => applied.every((passes) => passes(session)))
    .sort((one, other) => direction * (key(one) - key(other)));
}

/** A time as a number. One that cannot be read counts as the oldest. */
function time(text: string): number {
  return Date.parse(text) || 0;
}
