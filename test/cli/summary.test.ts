import { describe, expect, test } from "vitest";
import type { Session } from "../../generated/index.js";
import { type Group, type Grouping, summaryTable, sumUp } from "../../src/cli/summary.js";
import { generateSessions } from "../../src/testing.js";

/** The sums of rows as an answer may have them, a row a page. */
async function sums(by: Grouping, rows: readonly unknown[]): Promise<Group[]> {
  async function* pages(): AsyncGenerator<Session[]> {
    for (const row of rows) yield await Promise.resolve([row as Session]);
  }
  return sumUp(pages(), by);
}

test("sums by day: in UTC, by date", async () => {
  const found = await sums("day", [
    { created_at: "2026-06-30T23:30:00-02:00", minutes_consumed: 5, max_concurrent_participants: 2 },
    { created_at: "2026-06-30T00:00:00Z", minutes_consumed: 10, max_concurrent_participants: 9 },
    { created_at: "2026-07-01T12:00:00Z", minutes_consumed: 20, max_concurrent_participants: 3 },
  ]);
  expect(found).toEqual([
    { group: "2026-06-30", sessions: 1, minutes: 10, unknown_minutes: 0, peak: 9 },
    { group: "2026-07-01", sessions: 2, minutes: 25, unknown_minutes: 0, peak: 3 },
  ]);
});

test("sums by meeting: the most minutes first, by the newest title", async () => {
  const found = await sums("meeting", [
    { associated_id: "a", meeting_display_name: "New", minutes_consumed: 1 },
    { associated_id: "b", meeting_display_name: "Other", minutes_consumed: 5 },
    { associated_id: "a", meeting_display_name: "Old", minutes_consumed: 2 },
  ]);
  expect(found.map(({ title, minutes }) => [title, minutes])).toEqual([
    ["Other", 5],
    ["New", 3],
  ]);
});

test.each([
  { by: "meeting", want: ["c", "a", "b", null] },
  { by: "status", want: ["c", "a", "b", null] },
] as const)("sums by $by: what is not told of comes last, however much it is", async ({ by, want }) => {
  const row = (group: string | null, minutes_consumed: number): object => ({
    associated_id: group,
    status: group,
    minutes_consumed,
  });
  const rows = [row("a", 2), row(null, 9), row("b", 1), row("c", 3)];
  for (const given of [rows, rows.toReversed()])
    expect((await sums(by, given)).map(({ group }) => group)).toEqual(want);
});

describe("what an answer lacks", () => {
  test.each([undefined, null, "12", NaN])(
    "minutes that are %s count as unknown",
    async (minutes_consumed) => {
      const found = await sums("status", [
        { status: "LIVE", minutes_consumed },
        { status: "LIVE", minutes_consumed: 3 },
      ]);
      expect(found).toEqual([{ group: "LIVE", sessions: 2, minutes: 3, unknown_minutes: 1, peak: null }]);
    },
  );

  test.each([
    { by: "day" as const, rows: [{ created_at: "null" }, { created_at: null }, {}, null] },
    { by: "meeting" as const, rows: [{ associated_id: null }, { associated_id: 1 }, {}, null] },
    { by: "status" as const, rows: [{ status: null }, {}, null] },
  ])("a $by that is not told makes the last group", async ({ by, rows }) => {
    const known = { created_at: "2026-06-30T00:00:00Z", associated_id: "a", status: "LIVE" };
    const found = await sums(by, [...rows, known]);
    expect(found.map(({ group, sessions }) => [group, sessions])).toEqual([
      [expect.any(String), 1],
      [null, rows.length],
    ]);
  });
});

test.each(["day", "meeting", "status"] as const)(
  "by %s, nothing is lost: the sums of the groups are those of all",
  async (by) => {
    const sessions = generateSessions(300);
    const found = await sums(by, sessions);
    const total = (pick: (each: Group) => number): number => found.reduce((sum, each) => sum + pick(each), 0);
    expect(total((each) => each.sessions)).toBe(300);
    expect(total((each) => each.minutes)).toBe(
      sessions.reduce((sum, { minutes_consumed }) => sum + (minutes_consumed ?? 0), 0),
    );
    expect(Math.max(...found.map(({ peak }) => peak ?? 0))).toBe(
      Math.max(...sessions.map((each) => each.max_concurrent_participants)),
    );
  },
);

describe("the table", () => {
  const GROUPS: Group[] = [
    { group: "ENDED", sessions: 3, minutes: 30, unknown_minutes: 0, peak: 4 },
    { group: "LIVE", sessions: 2, minutes: 15, unknown_minutes: 1, peak: null },
    { group: null, sessions: 1, minutes: 0, unknown_minutes: 1, peak: 2 },
  ];
  const shown = (groups: readonly Group[], width: number): string => {
    const { head = "", row, tail = "" } = summaryTable(groups, "status", width);
    return head + groups.map(row).join("") + tail;
  };

  test("has bars that fill the line, the whole, and what is unknown", () => {
    expect(shown(GROUPS, 60)).toBe(
      `Status      Sessions    Minutes   Peak
----------  --------  ---------  -----  --------------------
ENDED              3         30      4  ████████████████████
LIVE               2         15         ██████████
unknown            1          0      2

All                6         45      4
The minutes of 2 sessions are unknown and not in the sums.
`,
    );
  });

  test.each([
    { by: "day", width: 100, head: "Day (UTC)   Sessions    Minutes   Peak" },
    { by: "status", width: 100, head: "Status      Sessions    Minutes   Peak" },
    { by: "meeting", width: 90, head: `Meeting${" ".repeat(25)}Sessions    Minutes   Peak` },
    { by: "meeting", width: 42, head: "Meeting         Sessions    Minutes   Peak" },
  ] as const)("by $by has its title, $width columns wide", ({ by, width, head }) => {
    const table = summaryTable(GROUPS, by, width);
    expect(table.head?.split("\n")[0]).toBe(head);
  });

  test.each([10, 30, 200])("keeps to %i columns", (width) => {
    for (const line of shown(GROUPS.slice(0, 1), width).split("\n"))
      expect(line.length).toBeLessThanOrEqual(width);
  });

  test("sums up many groups", () => {
    const [group] = GROUPS;
    if (!group) throw new Error("there is one");
    expect(summaryTable(Array<Group>(200_000).fill(group), "day", 60).tail).toContain(" 600000 ");
  });
});
