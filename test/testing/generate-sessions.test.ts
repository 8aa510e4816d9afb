import { describe, expect, test } from "vitest";
import { generateSessions } from "../../src/testing.js";

/** A time that must be one. */
function at(text: string | null | undefined): number {
  const time = Date.parse(text ?? "");
  expect(time).not.toBeNaN();
  return time;
}

describe("what is generated", () => {
  test("the same arguments give the same sessions", () => {
    expect(generateSessions(50, { seed: 7 })).toEqual(generateSessions(50, { seed: 7 }));
  });

  test("another seed gives others", () => {
    const ids = new Set(generateSessions(50, { seed: 7 }).map(({ id }) => id));
    expect(generateSessions(50, { seed: 8 }).filter(({ id }) => ids.has(id))).toEqual([]);
  });

  test("a greater count only adds older ones", () => {
    const sessions = generateSessions(60);
    expect(sessions.slice(0, 20)).toEqual(generateSessions(20));
    const created = sessions.map(({ created_at }) => at(created_at));
    expect(created).toEqual(created.toSorted((one, other) => other - one));
  });

  test("the first session is known by heart: neither the clock nor the machine goes in", () => {
    expect(generateSessions(1)[0]).toMatchObject({
      id: "6a2aca71-6e7e-4f93-8a99-e5e073087c4c",
      meeting_display_name: "Café onboarding",
      started_at: "2026-06-30T11:44:51.318Z",
      minutes_consumed: 77,
    });
  });

  test("the app and the moment are the caller's", () => {
    const [session] = generateSessions(1, { appId: "mine", now: new Date("2020-01-01T00:00:00Z") });
    expect(session?.organization_id).toBe("mine");
    expect(session?.started_at).toMatch(/^2019-12-31T23/);
  });

  test("live sessions lack ended_at, or have the text null where loose ones are asked for", () => {
    const strict = generateSessions(1);
    expect(strict[0]).not.toHaveProperty("ended_at");
    expect(generateSessions(1, { loose: true })[0]?.ended_at).toBe("null");
  });
});

describe("300 sessions are like those of a real app", () => {
  test("ids are unique, meetings recur under one title each", () => {
    const sessions = generateSessions(300);
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(300);
    const meetings = new Set(sessions.map(({ associated_id }) => associated_id));
    expect(meetings.size).toBe(12);
    expect(
      new Set(sessions.map((session) => `${session.associated_id} ${session.meeting_display_name}`)).size,
    ).toBe(12);
  });

  test("every status and type occurs, and a session stuck LIVE with nobody in it", () => {
    const sessions = generateSessions(300);
    expect(new Set(sessions.map(({ status }) => status))).toEqual(new Set(["LIVE", "ENDED"]));
    expect(new Set(sessions.map(({ type }) => type))).toEqual(
      new Set(["meeting", "livestream", "participant"]),
    );
    expect(
      sessions.filter(({ status, live_participants }) => status === "LIVE" && !live_participants),
    ).not.toEqual([]);
  });

  test("most are meetings and most have ended, as in an app that is in use for a while", () => {
    const sessions = generateSessions(300);
    const meetings = sessions.filter(({ type }) => type === "meeting");
    const live = sessions.filter(({ status }) => status === "LIVE");
    expect(meetings.length).toBe(240);
    expect(live.length).toBeLessThan(30);
  });

  test("what runs now began within four hours, and more than one does", () => {
    const running = generateSessions(300).filter(({ live_participants }) => live_participants > 0);
    expect(running.length).toBeGreaterThan(1);
    for (const { started_at } of running)
      expect(at(started_at)).toBeGreaterThan(Date.parse("2026-06-30T08:00:00Z"));
  });

  test("of those that began within four hours, some are over", () => {
    const recent = generateSessions(300).filter(
      ({ started_at }) => at(started_at) > Date.parse("2026-06-30T08:00:00Z"),
    );
    expect(new Set(recent.map(({ status }) => status))).toEqual(new Set(["LIVE", "ENDED"]));
  });

  test("one that is over took a minute to an hour and a half, and not all took the same", () => {
    const minutes = generateSessions(300)
      .filter(({ status }) => status === "ENDED")
      .map(({ started_at, ended_at }) => (at(ended_at) - at(started_at)) / 60_000);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(90);
    expect(Math.max(...minutes)).toBeGreaterThan(80);
  });

  test("a meeting's id is a UUID, or in two of the twelve a room name", () => {
    const ids = new Set(generateSessions(300).map(({ associated_id }) => associated_id));
    const rooms = [...ids].filter((id) => /^[a-z]{6}-[a-z]{6}$/.test(id));
    const uuids = [...ids].filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
    expect([rooms.length, uuids.length]).toEqual([2, 10]);
    expect(new Set(rooms.join("")).size).toBeGreaterThan(6);
  });

  test("no breakout rooms are made up", () => {
    expect(generateSessions(300).flatMap(({ breakout_rooms }) => breakout_rooms)).toEqual([]);
  });

  test("times, participants and minutes fit each other", () => {
    for (const session of generateSessions(300)) {
      const started = at(session.started_at);
      const over = at(session.updated_at);
      const minutes = (over - started) / 60_000;
      const peak = session.max_concurrent_participants;
      expect(at(session.created_at)).toBeLessThanOrEqual(started);
      expect(started).toBeLessThan(over);
      expect(over).toBeLessThanOrEqual(Date.parse("2026-06-30T12:00:00Z"));
      expect(session.minutes_consumed).toBeGreaterThanOrEqual(Math.floor(minutes));
      expect(session.minutes_consumed).toBeLessThanOrEqual(minutes * peak);
      expect(session.live_participants).toBeLessThanOrEqual(peak);
      if (session.status === "LIVE") continue;
      expect(at(session.ended_at)).toBe(over);
      expect(session.live_participants).toBe(0);
    }
  });
});
