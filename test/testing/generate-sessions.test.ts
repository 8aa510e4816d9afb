import { describe, expect, test } from "vitest";
import { generateSessions } from "../../src/testing.js";

/** Parses a valid time. */
function parseTime(text: string | null | undefined): number {
  const time = Date.parse(text ?? "");
  expect(time).not.toBeNaN();
  return time;
}

describe("generateSessions", () => {
  test("returns the same sessions for the same arguments", () => {
    expect(generateSessions(50, { seed: 7 })).toEqual(generateSessions(50, { seed: 7 }));
  });

  test("returns other sessions for another seed", () => {
    const ids = new Set(generateSessions(50, { seed: 7 }).map(({ id }) => id));
    expect(generateSessions(50, { seed: 8 }).filter(({ id }) => ids.has(id))).toEqual([]);
  });

  test("only adds older sessions for a larger count", () => {
    const sessions = generateSessions(60);
    expect(sessions.slice(0, 20)).toEqual(generateSessions(20));
    const created = sessions.map(({ created_at }) => parseTime(created_at));
    expect(created).toEqual(created.toSorted((one, other) => other - one));
  });

  test("depends on neither the clock nor the machine", () => {
    expect(generateSessions(1)[0]).toMatchObject({
      id: "6a2aca71-6e7e-4f93-8a99-e5e073087c4c",
      meeting_display_name: "Café onboarding",
      started_at: "2026-06-30T11:44:51.318Z",
      minutes_consumed: 77,
    });
  });

  test("uses the app id and the time of the caller", () => {
    const [session] = generateSessions(1, { appId: "mine", now: new Date("2020-01-01T00:00:00Z") });
    expect(session?.organization_id).toBe("mine");
    expect(session?.started_at).toMatch(/^2019-12-31T23/);
  });

  test("gives live sessions no ended_at, or the text null with loose: true", () => {
    const strict = generateSessions(1);
    expect(strict[0]).not.toHaveProperty("ended_at");
    expect(generateSessions(1, { loose: true })[0]?.ended_at).toBe("null");
  });

  test.each([
    { args: [5, { sed: 1 }], error: new TypeError("Unknown option sed. Did you mean seed?") },
    { args: [5, []], error: new TypeError("The options must be an object, got an array.") },
    { args: [5, { loose: 1 }], error: new TypeError("loose must be true or false, got 1.") },
    { args: [-1], error: new RangeError("count must be an integer of at least 0, got -1.") },
    { args: ["5"], error: new TypeError('count must be an integer of at least 0, got "5".') },
  ])("rejects the arguments $args", ({ args, error }) => {
    expect(() => generateSessions(...(args as [number]))).toThrow(error);
  });
});

describe("300 generated sessions", () => {
  test("have unique ids, and meetings that recur with one title each", () => {
    const sessions = generateSessions(300);
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(300);
    const meetings = new Set(sessions.map(({ associated_id }) => associated_id));
    expect(meetings.size).toBe(12);
    expect(
      new Set(sessions.map((session) => `${session.associated_id} ${session.meeting_display_name}`)).size,
    ).toBe(12);
  });

  test("have every status and type, and include a session that is LIVE without participants", () => {
    const sessions = generateSessions(300);
    expect(new Set(sessions.map(({ status }) => status))).toEqual(new Set(["LIVE", "ENDED"]));
    expect(new Set(sessions.map(({ type }) => type))).toEqual(
      new Set(["meeting", "livestream", "participant"]),
    );
    expect(
      sessions.filter(({ status, live_participants }) => status === "LIVE" && !live_participants),
    ).not.toEqual([]);
  });

  test("are mostly meetings and mostly ended, as in an established app", () => {
    const sessions = generateSessions(300);
    const meetings = sessions.filter(({ type }) => type === "meeting");
    const live = sessions.filter(({ status }) => status === "LIVE");
    expect(meetings.length).toBe(240);
    expect(live.length).toBeLessThan(30);
  });

  test("include several sessions with participants, which began within the last four hours", () => {
    const running = generateSessions(300).filter(({ live_participants }) => live_participants > 0);
    expect(running.length).toBeGreaterThan(1);
    for (const { started_at } of running)
      expect(parseTime(started_at)).toBeGreaterThan(Date.parse("2026-06-30T08:00:00Z"));
  });

  test("include live and ended ones among those that began within four hours", () => {
    const recent = generateSessions(300).filter(
      ({ started_at }) => parseTime(started_at) > Date.parse("2026-06-30T08:00:00Z"),
    );
    expect(new Set(recent.map(({ status }) => status))).toEqual(new Set(["LIVE", "ENDED"]));
  });

  test("last between 1 and 90 minutes, with varying length", () => {
    const minutes = generateSessions(300)
      .filter(({ status }) => status === "ENDED")
      .map(({ started_at, ended_at }) => (parseTime(ended_at) - parseTime(started_at)) / 60_000);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(90);
    expect(Math.max(...minutes)).toBeGreaterThan(80);
  });

  test("have ten meetings with a UUID and two with a room name", () => {
    const ids = new Set(generateSessions(300).map(({ associated_id }) => associated_id));
    const rooms = [...ids].filter((id) => /^[a-z]{6}-[a-z]{6}$/.test(id));
    const uuids = [...ids].filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
    expect([rooms.length, uuids.length]).toEqual([2, 10]);
    expect(new Set(rooms.join("")).size).toBeGreaterThan(6);
  });

  test("have no breakout rooms", () => {
    expect(generateSessions(300).flatMap(({ breakout_rooms }) => breakout_rooms)).toEqual([]);
  });

  test("have consistent times, participants and minutes", () => {
    for (const session of generateSessions(300)) {
      const started = parseTime(session.started_at);
      const ended = parseTime(session.updated_at);
      const minutes = (ended - started) / 60_000;
      const peak = session.max_concurrent_participants;
      expect(parseTime(session.created_at)).toBeLessThanOrEqual(started);
      expect(started).toBeLessThan(ended);
      expect(ended).toBeLessThanOrEqual(Date.parse("2026-06-30T12:00:00Z"));
      expect(session.minutes_consumed).toBeGreaterThanOrEqual(Math.floor(minutes));
      expect(session.minutes_consumed).toBeLessThanOrEqual(minutes * peak);
      expect(session.live_participants).toBeLessThanOrEqual(peak);
    }
  });

  test("have no participants and a last update at their end if they have ended", () => {
    for (const session of generateSessions(300).filter(({ status }) => status === "ENDED")) {
      expect(parseTime(session.ended_at)).toBe(parseTime(session.updated_at));
      expect(session.live_participants).toBe(0);
    }
  });
});
