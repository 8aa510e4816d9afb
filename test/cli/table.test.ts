import { describe, expect, test } from "vitest";
import { cut, printable, sessionsTable, table } from "../../src/cli/table.js";
import { generateSessions } from "../../src/testing.js";

const [session] = generateSessions(1);
if (!session) throw new Error("there is one");
const { head, row } = sessionsTable(100);

test("columns are aligned, numbers to the right, and the meeting has what is left", () => {
  const lines = [
    head,
    row({ ...session, minutes_consumed: 7, meeting_display_name: "One" }),
    row({ ...session, minutes_consumed: 12345678, status: "ENDED", type: "participant" }),
  ];
  expect(lines.join("")).toBe(
    `Started (UTC)     Status  Type           Minutes   Peak  Meeting
----------------  ------  -----------  ---------  -----  -------------------------------------------
2026-06-30 11:44  LIVE    meeting              7     23  One
2026-06-30 11:44  ENDED   participant   12345678     23  Café onboarding
`,
  );
});

test("a narrow terminal leaves out columns, a wide one has more", () => {
  const titles = (width: number): string[] =>
    (sessionsTable(width).head.split("\n")[0] ?? "").trim().split(/ {2,}/);
  expect(titles(60)).toEqual(["Started (UTC)", "Status", "Minutes", "Peak", "Meeting"]);
  expect(titles(140)).toContain("Session");
  expect(titles(40)).toEqual(["Started (UTC)", "Minutes", "Peak"]);
  expect(titles(20)).toEqual(["Minutes"]);
  expect(row({ ...session, meeting_display_name: "x" }).length).toBeLessThan(101);
});

test("a number is never cut, since the rest would be another number", () => {
  expect(row({ ...session, minutes_consumed: 1234567890123 })).toContain(" 1234567890123 ");
  for (let width = 11; width < 100; width++) {
    const { row: narrow } = sessionsTable(width);
    expect(narrow({ ...session, minutes_consumed: 123456789 })).toContain("123456789");
  }
});

describe("cells keep to their columns", () => {
  const cell = (text: string): string =>
    table([{ title: "", width: 6, cell: () => text }], 6)
      .row({})
      .trimEnd();

  test.each([
    { given: "a text that fits", text: "sixsix", want: "sixsix" },
    { given: "a long text", text: "seven77", want: "seven…" },
    { given: "wide characters, two columns each", text: "会議室", want: "会議室" },
    { given: "too many of them", text: "会議室会", want: "会議…" },
    { given: "an emoji made of several", text: "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", want: "👩‍👩‍👧👩‍👩‍👧…" },
    {
      given: "an accent of its own",
      text: "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
      want: "e\u0301".repeat(6),
    },
  ])("$given", ({ text, want }) => {
    expect(cell(text)).toBe(want);
  });

  test("what follows a wide text starts where it does after a narrow one", () => {
    const { row: two } = table<{ text: string }>(
      [
        { title: "", width: 6, cell: ({ text }) => text },
        { title: "", width: 3, cell: () => "end" },
      ],
      20,
    );
    expect(two({ text: "ab" })).toBe("ab      end\n");
    expect(two({ text: "会議" })).toBe("会議    end\n");
  });

  test("no room at all", () => {
    expect(cut("text", 1)).toBe("…");
  });
});

describe("what a title does to a terminal", () => {
  test.each([
    { given: "an escape sequence", text: "\u001B[2Jred\nline", want: " [2Jred line" },
    { given: "one of a single byte", text: "\u009B31mred", want: " 31mred" },
    { given: "a turn of direction", text: "gpj.\u202Eexe", want: "gpj.exe" },
    { given: "an emoji's joiner", text: "👩‍👧", want: "👩‍👧" },
    { given: "nothing", text: null, want: "" },
  ])("$given", ({ text, want }) => {
    expect(printable(text)).toBe(want);
  });
});

test.each([
  { given: "no object", value: null },
  { given: "an object without fields", value: {} },
])("a row that is $given is left blank", ({ value }) => {
  expect(row(value as unknown as typeof session)).toBe("\n");
});
