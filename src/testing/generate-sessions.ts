import type { Session, SessionType } from "../../generated/index.js";
import { fakeApiDefaults } from "./fake-api.js";
import { randomSource, uuid } from "./random.js";

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

const MINUTE = 60_000;
const LONGEST_LIVE = 4 * 60 * MINUTE;
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
 * Generates sessions like those of a real app, the newest first. They belong to twelve meetings and have every type. Some
 * are live, some have ended, and some are stuck in `LIVE` without participants. The same arguments return the same
 * sessions on every machine. A greater count only adds older sessions.
 *
 * @param count - The number of sessions.
 * @param options - The seed, the app, the time, and whether the data is loose.
 * @returns The sessions.
 */
export function generateSessions(count: number, options: GenerateSessionsOptions = {}): Session[] {
  const { seed = 1, appId = fakeApiDefaults.appId, now = new Date("2026-06-30T12:00:00Z") } = options;
  const random = randomSource(seed);
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const meetings = TITLES.map((title, index) => ({
    title,
    // Two of them are V1 meetings, whose id is a room name.
    id: index % 6 === 5 ? `${letters(random, 6)}-${letters(random, 6)}` : uuid(random),
  }));

  let started = now.getTime();
  return Array.from({ length: count }, (_, index): Session => {
    started -= between(2 * MINUTE, 45 * MINUTE);
    const age = now.getTime() - started;
    const running = index === 0 || (age < LONGEST_LIVE && random() < 0.4);
    const stuck = !running && random() < 0.01;
    const live = running || stuck;
    const peak = between(1, 24);
    // In a stuck session the minutes stopped when the last participant left.
    const busy = running ? age : Math.min(age, between(MINUTE, 90 * MINUTE));
    // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- the place is one of the twelve
    const meeting = meetings[between(0, meetings.length - 1)]!;
    const session: Session = {
      id: uuid(random),
      associated_id: meeting.id,
      created_at: iso(started - between(0, 5_000)),
      live_participants: running ? between(1, peak) : 0,
      max_concurrent_participants: peak,
      meeting_display_name: meeting.title,
      // At least one participant was present all the time, and never more than the peak.
      minutes_consumed: Math.floor((busy / MINUTE) * (1 + random() * (peak - 1))),
      organization_id: appId,
      started_at: iso(started),
      status: live ? "LIVE" : "ENDED",
      type: typeAt(index),
      updated_at: iso(running ? now.getTime() : started + busy),
      breakout_rooms: [],
    };
    if (!live) session.ended_at = iso(started + busy);
    else if (options.loose) session.ended_at = "null";
    return session;
  });
}

/** Returns mostly meetings. Rarer types come early, so that a short list has them too. */
function typeAt(index: number): SessionType {
  return index % 10 === 1 ? "livestream" : index % 10 === 2 ? "participant" : "meeting";
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

function letters(random: () => number, count: number): string {
  return Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join("");
}
