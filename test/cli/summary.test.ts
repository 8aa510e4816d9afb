import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { createSummaryTable } from "../../src/cli/summary.js";
import type { Group } from "../../src/summary.js";
import { ENV, runMain, SESSIONS } from "./run-main.js";

describe("the summary command", () => {
  test("summarizes the sessions that match the filters", async () => {
    const { stdout } = await runMain(["summary", "--by", "status", "--status", "ENDED", "--format", "csv"]);
    const ended = SESSIONS.filter(({ status }) => status === "ENDED");
    const minutes = ended.reduce((sum, { minutes_consumed }) => sum + (minutes_consumed ?? 0), 0);
    const peak = Math.max(...ended.map((each) => each.max_concurrent_participants));
    expect(stdout).toBe(
      `group,title,sessions,minutes,unknown_minutes,peak\r\nENDED,,${ended.length},${minutes},0,${peak}\r\n`,
    );
  });

  test("groups by day by default, as a table on a terminal", async () => {
    const tty = { isTTY: true, columns: 60 };
    const { stdout } = await runMain(["summary"], { tty, env: { ...ENV, NO_COLOR: "1" } });
    const days = new Set(SESSIONS.map(({ created_at }) => created_at.slice(0, 10)));
    const [head, , first] = stdout.split("\n");
    expect(head).toMatch(/^Day \(UTC\) +Sessions +Minutes +Peak$/);
    expect(first).toContain([...days].sort()[0]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(2 + days.size + 2);
  });

  test("writes the first groups with --sort and --top", async () => {
    const options = ["--by", "meeting", "--sort", "minutes", "--top", "3", "--json"];
    const { stdout } = await runMain(["summary", ...options]);
    const groups = JSON.parse(stdout) as { minutes: number }[];
    const minutes = groups.map((group) => group.minutes);
    expect(minutes).toEqual(minutes.toSorted((a, b) => b - a));
    expect(minutes).toHaveLength(3);
  });

  test("fails on a full disk without a hint to resume", async () => {
    const stdout = new Writable({
      write(chunk, _encoding, done) {
        const isEnd = String(chunk) === "]\n";
        done(isEnd ? Object.assign(new Error("write ENOSPC"), { code: "ENOSPC" }) : null);
      },
    });
    const { code, stderr } = await runMain(["summary", "--json"], { stdout });
    expect(stderr).toBe("realtimekit-sessions: The output cannot be written: write ENOSPC\n");
    expect(code).toBe(1);
  });

  test("reports on the error output that no session matches", async () => {
    const { code, stdout, stderr } = await runMain(["summary", "--search", "nowhere", "--json"]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "[\n]\n", stderr: "No sessions match.\n" });
  });
});

describe("the table of a summary", () => {
  const GROUPS: Group[] = [
    { group: "ENDED", sessions: 3, minutes: 30, unknown_minutes: 0, peak: 4 },
    { group: "LIVE", sessions: 2, minutes: 15, unknown_minutes: 1, peak: null },
    { group: null, sessions: 1, minutes: 0, unknown_minutes: 1, peak: 2 },
  ];
  const write = (groups: readonly Group[], width: number, top?: number): string => {
    const { head, encode, tail } = createSummaryTable(
      [...groups],
      { by: "status", ...(top && { top }) },
      width,
    );
    return head + groups.slice(0, top).map(encode).join("") + tail;
  };

  test("has bars that fill the line, the sums, and the unknown minutes", () => {
    expect(write(GROUPS, 60)).toBe(
      `Status       Sessions  Minutes     Peak
-----------  --------  -------  -------  -------------------
ENDED               3       30        4  ███████████████████
LIVE                2       15           ██████████
unknown             1        0        2

All                 6       45        4
Sessions with unknown minutes, which are not in the sums: 2.
`,
    );
  });

  test("has no column for bars if it does not fit", () => {
    expect(write(GROUPS, 52).split("\n")[1]).toBe("-----------  --------  -------  -------");
    expect(write(GROUPS, 53).split("\n")[1]).toBe("-----------  --------  -------  -------  ------------");
  });

  test("has the sums of all groups below the first groups", () => {
    const lines = write(GROUPS, 40, 1).split("\n");
    expect(lines.slice(2, 6)).toEqual([
      "ENDED               3       30        4",
      "",
      "All                 6       45        4",
      "Groups not shown, but in the sums: 2.",
    ]);
  });

  test.each([
    { by: "day", width: 100, head: "Day (UTC)    Sessions  Minutes     Peak" },
    { by: "week", width: 100, head: "Week (UTC)   Sessions  Minutes     Peak" },
    { by: "meeting", width: 90, head: `Meeting${" ".repeat(25)}Sessions  Minutes     Peak` },
    { by: "meeting", width: 42, head: "Meeting         Sessions  Minutes     Peak" },
    { by: "meeting", width: 30, head: "Meeting      Sessions  Minutes" },
  ] as const)("by $by has this header at $width columns: $head", ({ by, width, head }) => {
    expect(createSummaryTable(GROUPS, { by }, width).head.split("\n")[0]).toBe(head);
  });

  test.each([11, 21, 30, 200])("is at most %i columns wide", (width) => {
    const lines = write(GROUPS.slice(0, 1), width).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  test("has the sum of 200,000 groups", () => {
    const groups = Array<Group>(200_000).fill({ ...GROUPS[0], sessions: 3 } as Group);
    expect(createSummaryTable(groups, {}, 60).tail).toContain(" 600000 ");
  });
});
