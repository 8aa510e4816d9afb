import type { Session, SessionType } from "../../generated/index.js";
import { readValue, readValues, type Rules } from "../values.js";
import { fakeApiDefaults } from "./fake-api.js";
import { createRandom, generateUuid } from "./random.js";

/** Options of {@link generateSessions}. */
export interface GenerateSessionsOptions {
  /**
   * The seed. Each seed has different sessions.
   *
   * @default 1
   */
  seed?: number;
  /**
   * The id of the app that hosted the sessions.
   *
   * @default the app id of {@link fakeApiDefaults}
   */
  appId?: string;
  /**
   * The time before which all sessions started. The default does not depend on the clock.
   *
   * @default noon UTC of June 30, 2026
   */
  now?: Date;
  /**
   * Whether live sessions have `ended_at: "null"`, as in Cloudflare's own example, instead of no `ended_at`.
   *
   * @default false
   */
  loose?: boolean;
}

const RULES: Rules = {
  seed: { type: "integer" },
  appId: { type: "string" },
  now: { format: "date-time" },
  loose: { type: "boolean" },
};

const MINUTE_MS = 60_000;
const MAX_LIVE_MS = 4 * 60 * MINUTE_MS;
const TITLES = [
  "Weekly stand-up",
  "Design review",
  "Sales call: Northwind",
  "Café onboarding",
  "Support: printer, again",
  "Board meeting",
  "Interview, backend",
  "Physics 101",
  "Town hall",
  "Retrospective",
  "Yoga at lunch",
  "Book club",
];

/**
 * Generates sessions like those of a real app, the newest first. They belong to twelve meetings and have every type.
 * Some are live, some have ended, and some are stuck in `LIVE` without participants. The same arguments return the same
 * sessions on every machine. A greater count only adds older sessions.
 *
 * @param count - The number of sessions.
 * @param options - The seed, the app, the time, and whether the data is loose. Default: none.
 * @returns The sessions.
 * @throws `TypeError` or `RangeError` if the number is invalid, or an option is unknown or invalid.
 */
export function generateSessions(count: number, options: GenerateSessionsOptions = {}): Session[] {
  readValue("count", count, { type: "integer", minimum: 0 });
  readValues("option", options, RULES);
  const { seed = 1, appId = fakeApiDefaults.appId, now = new Date("2026-06-30T12:00:00Z") } = options;
  const random = createRandom(seed);
  const pickBetween = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const meetings = generateMeetings(random);

  let started = now.getTime();
  return Array.from({ length: count }, (_, index): Session => {
    started -= pickBetween(2 * MINUTE_MS, 45 * MINUTE_MS);
    const ageMs = now.getTime() - started;
    const isRunning = index === 0 || (ageMs < MAX_LIVE_MS && random() < 0.4);
    const isStuck = !isRunning && random() < 0.01;
    const isLive = isRunning || isStuck;
    const peak = pickBetween(1, 24);
    // In a stuck session the minutes stopped when the last participant left.
    const activeMs = isRunning ? ageMs : Math.min(ageMs, pickBetween(MINUTE_MS, 90 * MINUTE_MS));
    // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- the index is in range
    const meeting = meetings[pickBetween(0, meetings.length - 1)]!;
    const session: Session = {
      id: generateUuid(random),
      associated_id: meeting.id,
      created_at: formatTime(started - pickBetween(0, 5_000)),
      live_participants: isRunning ? pickBetween(1, peak) : 0,
      max_concurrent_participants: peak,
      meeting_display_name: meeting.title,
      // At least one participant was present all the time, and never more than the peak.
      minutes_consumed: Math.floor((activeMs / MINUTE_MS) * (1 + random() * (peak - 1))),
      organization_id: appId,
      started_at: formatTime(started),
      status: isLive ? "LIVE" : "ENDED",
      type: getType(index),
      updated_at: formatTime(isRunning ? now.getTime() : started + activeMs),
      breakout_rooms: [],
    };
    if (!isLive) session.ended_at = formatTime(started + activeMs);
    else if (options.loose) session.ended_at = "null";
    return session;
  });
}

function generateMeetings(random: () => number): { title: string; id: string }[] {
  return TITLES.map((title, index) => ({
    title,
    // Two of them are V1 meetings, whose id is a room name.
    id:
      index % 6 === 5 ? `${generateLetters(random, 6)}-${generateLetters(random, 6)}` : generateUuid(random),
  }));
}

/** Returns mostly meetings. Rarer types come early, so that a short list has them too. */
function getType(index: number): SessionType {
  return index % 10 === 1 ? "livestream" : index % 10 === 2 ? "participant" : "meeting";
}

function formatTime(time: number): string {
  return new Date(time).toISOString();
}

function generateLetters(random: () => number, count: number): string {
  return Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join("");
}
