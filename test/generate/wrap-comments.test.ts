import { describe, expect, test } from "vitest";
import { wrapComments, wrapMarkdown } from "../../scripts/generate/wrap-comments.js";

describe("a comment with a line that is too long", () => {
  test("is wrapped with its indentation, and other lines are unchanged", () => {
    const source = `/** Short. */
export interface A {
  /** One two three four five six seven. */
  a: "a string literal that is longer than a line";
  /**
   * One two three four five six.
   *
   * @default one two three four five six
   */
  b: string;
}
`;
    expect(wrapComments(source, 30)).toBe(`/** Short. */
export interface A {
  /**
   * One two three four five
   * six seven.
   */
  a: "a string literal that is longer than a line";
  /**
   * One two three four five
   * six.
   *
   * @default one two three
   * four five six
   */
  b: string;
}
`);
  });

  test("does not move the code after it", () => {
    const source = "const a = `\n/** no comment of a declaration */ + more text in a template\n`;\n";
    expect(wrapComments(source, 30)).toBe(source);
  });
});

describe("wrapMarkdown", () => {
  test.each([
    { given: "short lines", text: "one\ntwo", expected: ["one", "two"] },
    {
      given: "a long paragraph of several lines",
      text: "one two three\nfour five six seven eight",
      expected: ["one two three four", "five six seven eight"],
    },
    {
      given: "paragraphs",
      text: "one two three four five\n\nsix",
      expected: ["one two three four", "five", "", "six"],
    },
    {
      given: "a quote, of which each line is marked",
      text: "> [!NOTE]\n> one two three four five six",
      expected: ["> [!NOTE]", "> one two three four", "> five six"],
    },
    {
      given: "an indented line that continues a paragraph",
      text: "one two three\n        four five six seven",
      expected: ["one two three four", "five six seven"],
    },
    {
      given: "a list, indented as its items are",
      text: "- one two three four five\n- six",
      expected: ["- one two three four", "  five", "- six"],
    },
    {
      given: "a numbered list",
      text: "1. one two three four five",
      expected: ["1. one two three", "   four five"],
    },
    {
      given: "emphasis, which does not begin a list",
      text: "one two three four **five** six",
      expected: ["one two three four", "**five** six"],
    },
    {
      given: "a dash that would begin a list",
      text: "one two three four - five",
      expected: ["one two three four -", "five"],
    },
    {
      given: "an @ that would begin a tag",
      text: "one two three four @five",
      expected: ["one two three four @five"],
    },
    {
      given: "a hard break",
      text: "one  \ntwo three four five six",
      expected: ["one  ", "two three four five", "six"],
    },
    { given: "a table", text: "| one | two | three | four |", expected: ["| one | two | three | four |"] },
    {
      given: "code",
      text: "```\none two three four five\n```\nsix",
      expected: ["```", "one two three four five", "```", "six"],
    },
    {
      given: "indented code",
      text: "    one two three four five",
      expected: ["    one two three four five"],
    },
    {
      given: "a word longer than a line",
      text: "see https://example.test/long/path",
      expected: ["see", "https://example.test/long/path"],
    },
  ])("wraps $given without a change of the rendered page", ({ text, expected }) => {
    expect(wrapMarkdown(text, 20)).toEqual(expected);
  });
});
