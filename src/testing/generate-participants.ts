import type { Participant, PeerEvent, Session } from "../../generated/index.js";
import { createRandom, generateUuid } from "./random.js";

const NAMES = ["Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Radia", "Linus", "Margaret", "Dennis"];
const MINUTE_MS = 60_000;

/**
 * Generates the participants of a session. Their number is the session's maximum of concurrent participants, and their
 * minutes add up to those of the session. A session has the same participants on every machine.
 */
export function generateParticipants(session: Session): Participant[] {
  const count = session.max_concurrent_participants;
  const random = createRandom(createSeed(session.id));
  const weights = Array.from({ length: count }, () => 1 + random());
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const start = Date.parse(session.started_at);
  const shares = weights.map(
    (weight) => Math.floor(((session.minutes_consumed ?? 0) * 10 * weight) / sum) / 10,
  );
  const rest = (session.minutes_consumed ?? 0) - shares.reduce((total, share) => total + share, 0);
  return shares.map((share, index): Participant => {
    const duration = Math.round((share + (index === 0 ? rest : 0)) * 10) / 10;
    const joined = new Date(start + index * 1000);
    const participant: Participant = {
      id: generateUuid(random),
      custom_participant_id: `user-${index + 1}`,
      display_name: `${NAMES[index % NAMES.length] ?? ""} ${Math.floor(index / NAMES.length) || ""}`.trim(),
      preset_name: index === 0 ? "host" : "guest",
      created_at: joined.toISOString(),
      joined_at: joined.toISOString(),
      duration,
    };
    if (session.status === "ENDED")
      participant.left_at = new Date(joined.getTime() + duration * MINUTE_MS).toISOString();
    return participant;
  });
}

/** Generates the connection events of a participant. */
export function generatePeerEvents(session: Session, participant: Participant): PeerEvent[] {
  const createEvent = (
    event_name: "PEER_CREATED" | "PEER_JOINING" | "PEER_LEAVING",
    at: string,
  ): PeerEvent => ({
    id: `${participant.id ?? ""}-${event_name}`,
    event_name,
    peer_id: participant.id ?? null,
    participant_id: participant.id ?? null,
    session_id: session.id,
    socket_session_id: null,
    preset_view_type: "GROUP_CALL",
    created_at: at,
  });
  const { joined_at: joined = session.started_at, left_at: left } = participant;
  return [
    createEvent("PEER_CREATED", joined),
    createEvent("PEER_JOINING", joined),
    ...(left === undefined ? [] : [createEvent("PEER_LEAVING", left)]),
  ];
}

/** Hashes a text to a number that is the same on every machine. */
function createSeed(text: string): number {
  let seed = 0;
  for (const character of text) seed = (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return seed;
}
