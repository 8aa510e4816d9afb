import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  addSessions,
  type Group,
  type Grouping,
  sortGroups,
  type SortKey,
  sumGroups,
} from "../../src/summary.js";
import { generateSessions } from "../../src/testing.js";

beforeAll(() => {
  // 14 hours ahead of UTC, where most local times are on another day.
  vi.stubEnv("TZ", "Pacific/Kiritimati");
});

afterAll(() => {
  vi.unstubAllEnvs();
});

/** Summarizes sessions as responses may have them, each on a page of its own. */
function summarize(by: Grouping, sessions: readonly unknown[], sort?: SortKey): Group[] {
  const groups = new Map<string | null, Group>();
  for (const session of sessions) addSessions(groups, [session], by);
  return sortGroups(groups.values(), by, sort);
}

describe("the groups", () => {
  test("by day are in UTC, sorted by date", () => {
    const groups = summarize("day", [
      { created_at: "2026-06-30T23:30:00-02:00", minutes_consumed: 5, max_concurrent_participants: 2 },
      { created_at: "2026-06-30T00:00:00Z", minutes_consumed: 10, max_concurrent_participants: 9 },
      { created_at: "2026-07-01T12:00:00Z", minutes_consumed: 20, max_concurrent_participants: 3 },
    ]);
    expect(groups).toEqual([
      { group: "2026-06-30", sessions: 1, minutes: 10, unknown_minutes: 0, peak: 9 },
      { group: "2026-07-01", sessions: 2, minutes: 25, unknown_minutes: 0, peak: 3 },
    ]);
  });

  test.each([
    { by: "week", time: "2026-06-29T00:00:00Z", group: "2026-06-29" },
    { by: "week", time: "2026-07-05T23:59:59Z", group: "2026-06-29" },
    { by: "week", time: "2026-01-01T12:00:00Z", group: "2025-12-29" },
    { by: "month", time: "2026-06-30T23:59:59Z", group: "2026-06" },
    { by: "month", time: "2026-06-30T23:30:00-02:00", group: "2026-07" },
    { by: "day", time: "2026-06-30T00:15:00", group: "2026-06-30" },
    { by: "day", time: "2026-06-30 23:45", group: "2026-06-30" },
    { by: "day", time: "2026-06-30", group: "2026-06-30" },
    { by: "day", time: " 2026-06-30T00:15:00 ", group: "2026-06-30" },
    { by: "day", time: "2026-06-30T23:30:00-02:00 ", group: "2026-07-01" },
    { by: "day", time: "yesterday", group: null },
    { by: "day", time: "", group: null },
  ] as const)("by $by have $time in $group, regardless of the local time zone", ({ by, time, group }) => {
    expect(summarize(by, [{ created_at: time }]).map((summary) => summary.group)).toEqual([group]);
  });

  test("by meeting have the first title, and the most minutes first", () => {
    const groups = summarize("meeting", [
      { associated_id: "a", meeting_display_name: "New", minutes_consumed: 1 },
      { associated_id: "b", meeting_display_name: "Other", minutes_consumed: 5 },
      { associated_id: "a", meeting_display_name: "Old", minutes_consumed: 2 },
    ]);
    expect(groups.map(({ title, minutes }) => [title, minutes])).toEqual([
      ["Other", 5],
      ["New", 3],
    ]);
  });

  test("have a title only by meeting", () => {
    const session = { created_at: "2026-06-30", associated_id: "a", meeting_display_name: "Title" };
    for (const by of ["day", "status"] as const)
      expect(summarize(by, [session])[0]).not.toHaveProperty("title");
    expect(summarize("meeting", [{ ...session, meeting_display_name: "" }])[0]).not.toHaveProperty("title");
  });

  test.each([
    { by: "week", order: ["2026-06-22", "2026-06-29"] },
    { by: "month", order: ["2026-06", "2026-07"] },
  ] as const)("by $by are sorted by date", ({ by, order }) => {
    const sessions = [
      { created_at: "2026-07-01", minutes_consumed: 9 },
      { created_at: "2026-06-28", minutes_consumed: 1 },
    ];
    for (const given of [sessions, sessions.toReversed()])
      expect(summarize(by, given).map(({ group }) => group)).toEqual(order);
  });

  test("without a peak come after those with a peak of 0", () => {
    const sessions = [{ type: "a" }, { type: "b", max_concurrent_participants: 0 }, { type: "c" }];
    for (const given of [sessions, sessions.toReversed()])
      expect(summarize("type", given, "peak")[0]?.group).toBe("b");
  });

  test("are added up to one group", () => {
    const groups = summarize("type", [
      { type: "a", minutes_consumed: 0.1, max_concurrent_participants: 3 },
      { type: "b", minutes_consumed: 0.2, max_concurrent_participants: 7 },
      { type: "b" },
    ]);
    const expected = { group: "All", sessions: 3, minutes: 0.3, unknown_minutes: 1, peak: 7 };
    expect(sumGroups(groups)).toEqual(expected);
    expect(sumGroups([])).toEqual({ group: "All", sessions: 0, minutes: 0, unknown_minutes: 0, peak: null });
  });

  test.each([
    { sort: "group", order: ["a", "b", "c"] },
    { sort: "sessions", order: ["b", "c", "a"] },
    { sort: "minutes", order: ["c", "a", "b"] },
    { sort: "peak", order: ["a", "b", "c"] },
  ] as const)("are sorted by $sort", ({ sort, order }) => {
    const sessions = [
      { type: "c", minutes_consumed: 9 },
      { type: "a", minutes_consumed: 5, max_concurrent_participants: 7 },
      { type: "b", minutes_consumed: 1, max_concurrent_participants: 3 },
      { type: "b", minutes_consumed: 1, max_concurrent_participants: 2 },
    ];
    expect(summarize("type", sessions, sort).map(({ group }) => group)).toEqual(order);
  });

  test.each(["meeting", "status", "type"] as const)("by %s end with the group of unknown values", (by) => {
    const createSession = (group: string | null, minutes_consumed: number): object => ({
      ...{ associated_id: group, status: group, type: group },
      minutes_consumed,
    });
    const sessions = [
      createSession("a", 2),
      createSession(null, 9),
      createSession("b", 1),
      createSession("c", 3),
    ];
    for (const given of [sessions, sessions.toReversed()])
      expect(summarize(by, given).map(({ group }) => group)).toEqual(["c", "a", "b", null]);
  });

  test.each([undefined, null, "12", NaN])(
    "count a session as one of unknown minutes if they are %j",
    (minutes_consumed) => {
      const groups = summarize("status", [
        { status: "LIVE", minutes_consumed },
        { status: "LIVE", minutes_consumed: 3 },
      ]);
      expect(groups).toEqual([{ group: "LIVE", sessions: 2, minutes: 3, unknown_minutes: 1, peak: null }]);
    },
  );

  test.each([
    {
      by: "day" as const,
      incomplete: [{ created_at: "null" }, { created_at: null }, { created_at: 1 }, {}, null],
    },
    { by: "meeting" as const, incomplete: [{ associated_id: null }, { associated_id: 1 }, {}, null] },
    { by: "status" as const, incomplete: [{ status: null }, {}, null] },
  ])("by $by have one group for sessions without a value", ({ by, incomplete }) => {
    const complete = { created_at: "2026-06-30T00:00:00Z", associated_id: "a", status: "LIVE" };
    expect(summarize(by, [...incomplete, complete]).map(({ group, sessions }) => [group, sessions])).toEqual([
      [expect.any(String), 1],
      [null, incomplete.length],
    ]);
  });

  test("have sums of decimals without rounding errors", () => {
    const sessions = [0.1, 0.2, 1.005].map((minutes_consumed) => ({ status: "ENDED", minutes_consumed }));
    expect(summarize("status", sessions)[0]?.minutes).toBe(1.305);
  });

  test.each(["day", "week", "month", "meeting", "status", "type"] as const)(
    "by %s add up to the totals of all sessions",
    (by) => {
      const sessions = generateSessions(300);
      const groups = summarize(by, sessions);
      const addUp = (getValue: (group: Group) => number): number =>
        groups.reduce((sum, group) => sum + getValue(group), 0);
      expect(addUp((group) => group.sessions)).toBe(300);
      expect(addUp((group) => group.minutes)).toBe(
        sessions.reduce((sum, { minutes_consumed }) => sum + (minutes_consumed ?? 0), 0),
      );
      expect(Math.max(...groups.map(({ peak }) => peak ?? 0))).toBe(
        Math.max(...sessions.map((session) => session.max_concurrent_participants)),
      );
    },
  );
});
