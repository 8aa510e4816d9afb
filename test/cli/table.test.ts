import { describe, expect, test } from "vitest";
import type { Session } from "../../generated/index.js";
import { SESSIONS } from "../../src/cli/commands.js";
import { createRowTable } from "../../src/cli/rows.js";
import { createColumn, createTable, toPrintable } from "../../src/cli/table.js";
import { generateSessions } from "../../src/testing.js";

const [session = {} as Session] = generateSessions(1);

function createSessionTable(width: number) {
  return createRowTable(SESSIONS, width);
}

function formatRow(value: object | null, width = 100): string {
  return createSessionTable(width).encode(value as Session, 0);
}

describe("the table of sessions", () => {
  test("aligns its columns, numbers to the right, and gives the remaining width to the meeting", () => {
    const rows = [
      { ...session, minutes_consumed: 7, meeting_display_name: "One" },
      { ...session, minutes_consumed: 1234567, status: "ENDED", type: "participant" },
    ];
    const { head, encode } = createSessionTable(120);
    expect(head + rows.map(encode).join("")).toBe(
      `Started (UTC)     Status  Minutes     Peak  ID                                    Meeting                    Type
----------------  ------  -------  -------  ------------------------------------  -------------------------  -----------
2026-06-30 11:44  LIVE          7       23  6a2aca71-6e7e-4f93-8a99-e5e073087c4c  One                        meeting
2026-06-30 11:44  ENDED   1234567       23  6a2aca71-6e7e-4f93-8a99-e5e073087c4c  Café onboarding            participant
`,
    );
  });

  test.each([
    { width: 10, titles: ["Started (UTC)"] },
    { width: 30, titles: ["Started (UTC)", "Status"] },
    { width: 40, titles: ["Started (UTC)", "Status", "Minutes"] },
    { width: 60, titles: ["Started (UTC)", "Status", "Minutes", "Peak", "Meeting"] },
    { width: 80, titles: ["Started (UTC)", "Status", "Minutes", "Peak", "ID"] },
    { width: 100, titles: ["Started (UTC)", "Status", "Minutes", "Peak", "ID", "Meeting"] },
    { width: 140, titles: ["Started (UTC)", "Status", "Minutes", "Peak", "ID", "Meeting", "Type"] },
  ])("has the columns that fit a width of $width", ({ width, titles }) => {
    expect(createSessionTable(width).head.split("\n")[0]?.trim().split(/ {2,}/)).toEqual(titles);
  });

  test("does not truncate numbers, because a truncated number looks like a smaller one", () => {
    expect(formatRow({ ...session, minutes_consumed: 1234567890123 })).toContain(" 1234567890123 ");
    for (let width = 40; width < 100; width++)
      expect(formatRow({ ...session, minutes_consumed: 123456789 }, width)).toContain("123456789");
  });

  test.each([
    { started_at: "2026-06-30T23:30:00-02:00", shown: "2026-07-01 01:30" },
    { started_at: "null", shown: "" },
    { started_at: null, shown: "" },
    { started_at: 0, shown: "" },
  ])("shows the start $started_at as $shown", ({ started_at, shown }) => {
    expect(
      formatRow({ started_at, status: "LIVE" }, 40)
        .replace(/LIVE.*/, "")
        .trim(),
    ).toBe(shown);
  });

  test.each([null, {}, 1])("leaves the row %j blank", (value) => {
    expect(formatRow(value as object)).toBe("\n");
  });
});

describe("the title of a column", () => {
  test.each([
    { name: "id", title: "ID" },
    { name: "custom_room_id", title: "Custom room ID" },
    { name: "id_card", title: "Id card" },
    { name: "created_at", title: "Created (UTC)" },
    { name: "call_attempts", title: "Call attempts" },
  ])("of $name is $title", ({ name, title }) => {
    expect(createColumn(name, {}).title).toBe(title);
  });

  test("is that of the document if it has one", () => {
    expect(createColumn("meeting_display_name", { title: "Meeting" }).title).toBe("Meeting");
  });
});

test("columns without a width share the rest of the line", () => {
  const columns = ["a", "b", "c"].map((title) => ({ title, getCell: () => "" }));
  const [, line = ""] = createTable(columns, 70).head.split("\n");
  expect(line).toBe(["a", "b", "c"].map(() => "-".repeat(22)).join("  "));
});

describe("a cell", () => {
  const encodeCell = (text: string): string =>
    createTable([{ title: "", width: 6, getCell: () => text }], 6)
      .encode({}, 0)
      .trimEnd();

  test.each([
    { effect: "keeps a string that fits", text: "sixsix", shown: "sixsix" },
    { effect: "truncates a long text", text: "seven77", shown: "seven…" },
    { effect: "counts two columns for a wide character", text: "会議室", shown: "会議室" },
    { effect: "truncates before a wide character that does not fit", text: "会議室会", shown: "会議…" },
    { effect: "does not split an emoji of several characters", text: "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", shown: "👩‍👩‍👧👩‍👩‍👧…" },
    {
      effect: "counts no column for a combining accent",
      text: "e\u0301".repeat(6),
      shown: "e\u0301".repeat(6),
    },
    {
      effect: "truncates after a combining accent",
      text: "e\u0301".repeat(7),
      shown: `${"e\u0301".repeat(5)}…`,
    },
  ])("$effect", ({ text, shown }) => {
    expect(encodeCell(text)).toBe(shown);
  });

  test("is padded by its width, so that the next column is aligned after wide characters", () => {
    const columns = [
      { title: "", width: 6, getCell: ({ text }: { text: string }) => text },
      { title: "", width: 3, getCell: () => "end" },
    ];
    const { encode } = createTable(columns, 20);
    expect([{ text: "ab" }, { text: "会議" }].map(encode).join("")).toBe("ab      end\n会議    end\n");
  });

  test("is an ellipsis in a column of width 1", () => {
    const { encode } = createTable([{ title: "", width: 1, getCell: () => "text" }], 1);
    expect(encode({}, 0)).toBe("…\n");
  });
});

describe("a printable text", () => {
  test.each([
    { given: "an escape character", text: "\u001B[2Jred\nline", shown: " [2Jred line" },
    { given: "a control character of one byte", text: "\u009B31mred", shown: " 31mred" },
    { given: "a change of direction", text: "gpj.\u202Eexe", shown: "gpj.exe" },
    { given: "the joiner of an emoji", text: "👩‍👧", shown: "👩‍👧" },
    { given: "null", text: null, shown: "" },
    { given: "a number, to one decimal", text: 12.3456, shown: "12.3" },
    { given: "an array", text: [1, "a"], shown: '[1,"a"]' },
  ])("converts $given to $shown", ({ text, shown }) => {
    expect(toPrintable(text)).toBe(shown);
  });
});
