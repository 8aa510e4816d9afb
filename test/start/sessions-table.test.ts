import { expect, test } from "vitest";
import { sessionsTable } from "../../scripts/sessions-table.js";
import { generateSessions } from "../../src/testing.js";

const [session] = generateSessions(1);
if (!session) throw new Error("there is one");

test("columns are aligned: numbers to the right, text to the left", () => {
  const lines = sessionsTable([
    { ...session, minutes_consumed: 7, meeting_display_name: "One" },
    { ...session, minutes_consumed: 12345678, status: "ENDED", type: "participant" },
  ]);
  expect(lines).toEqual([
    "Started (UTC)     Status  Type          Minutes  Most people  Meeting",
    "----------------  ------  -----------  --------  -----------  ---------------",
    "2026-06-30 11:44  LIVE    meeting             7           23  One",
    "2026-06-30 11:44  ENDED   participant  12345678           23  Café onboarding",
  ]);
});

test.each([
  { given: "a long title", title: "word ".repeat(50), end: /…$/ },
  { given: "a title of emoji that are several characters each", title: "👩‍👩‍👧".repeat(9), end: /(👩‍👩‍👧){9}$/u },
  { given: "a title that would command the terminal", title: "\u001B[2Jred\nline", end: /\[2Jred line$/ },
])("$given keeps to one line of 100 columns", ({ title, end }) => {
  const row = sessionsTable([{ ...session, meeting_display_name: title }])[2] ?? "";
  expect([...new Intl.Segmenter("en").segment(row)].length).toBeLessThanOrEqual(100);
  expect(row).toMatch(end);
  expect(row).not.toMatch(/\p{Cc}/u);
});

test("fields that an answer lacks are left blank", () => {
  const bare = { id: "a", started_at: null, meeting_display_name: "Bare" } as unknown as typeof session;
  expect(sessionsTable([bare])[2]?.trim()).toBe("Bare");
});

test("no sessions: the head alone", () => {
  expect(sessionsTable([])).toHaveLength(2);
});
