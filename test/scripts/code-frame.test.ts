import { describe, expect, test } from "vitest";
import { renderCodeFrame } from "../../scripts/code-frame.js";

describe("renderCodeFrame", () => {
  const renderLines = (first: number, last: number): string =>
    Array.from({ length: last - first + 1 }, (_, index) => `line ${first + index}`).join("\n");

  test.for([
    {
      what: "two lines before and one after the location",
      text: renderLines(1, 9),
      line: 5,
      column: 3,
      expected: ["  3 | line 3", "  4 | line 4", "  5 | line 5", "    |   ^", "  6 | line 6"],
    },
    {
      what: "no line before the first",
      text: renderLines(1, 9),
      line: 1,
      column: 1,
      expected: ["  1 | line 1", "    | ^", "  2 | line 2"],
    },
    {
      what: "one line before the second",
      text: renderLines(1, 9),
      line: 2,
      column: 1,
      expected: ["  1 | line 1", "  2 | line 2", "    | ^", "  3 | line 3"],
    },
    {
      what: "no line after the last",
      text: renderLines(1, 9),
      line: 9,
      column: 6,
      expected: ["  7 | line 7", "  8 | line 8", "  9 | line 9", "    |      ^"],
    },
    {
      what: "aligned line numbers of one and two digits",
      text: renderLines(1, 12),
      line: 9,
      column: 2,
      expected: ["   7 | line 7", "   8 | line 8", "   9 | line 9", "     |  ^", "  10 | line 10"],
    },
    {
      what: "line numbers of one digit only",
      text: renderLines(1, 12),
      line: 8,
      column: 2,
      expected: ["  6 | line 6", "  7 | line 7", "  8 | line 8", "    |  ^", "  9 | line 9"],
    },
    {
      what: "lines that end in CRLF",
      text: "a\r\nb\r\nc",
      line: 2,
      column: 1,
      expected: ["  1 | a", "  2 | b", "    | ^", "  3 | c"],
    },
  ])("shows $what", ({ text, line, column, expected }) => {
    expect(renderCodeFrame(text.split(/\r?\n/), line, column)).toBe(expected.join("\n"));
  });

  test("truncates lines to 160 characters, with the location at the 120th at most", () => {
    const longLine = Array.from({ length: 100 }, (_, index) => String(index * 10).padStart(10, ".")).join("");
    expect(renderCodeFrame([longLine], 1, 120)).toBe(
      `  1 | ${longLine.slice(0, 160)}\n    | ${" ".repeat(119)}^`,
    );
    expect(renderCodeFrame([longLine], 1, 121)).toBe(
      `  1 | ${longLine.slice(1, 161)}\n    | ${" ".repeat(119)}^`,
    );
    expect(renderCodeFrame([longLine], 1, 990)).toBe(
      `  1 | ${longLine.slice(870, 1000)}\n    | ${" ".repeat(119)}^`,
    );
  });
});
