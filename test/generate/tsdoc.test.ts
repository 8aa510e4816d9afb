import { describe, expect, test } from "vitest";
import { escapeCommentEnd, escapeTags, formatProse } from "../../scripts/generate/tsdoc.js";

test.each([
  { text: "a path such as */v1/*", expected: "a path such as *\\/v1/*" },
  { text: "*/ and */", expected: "*\\/ and *\\/" },
  { text: "no end of a comment / *", expected: "no end of a comment / *" },
])("escapeCommentEnd changes $text to $expected", ({ text, expected }) => {
  expect(escapeCommentEnd(text)).toBe(expected);
});

test.each([
  { given: "a first line that begins with @", text: "@param x", expected: "\\@param x" },
  { given: "a later line", text: "one\n@two", expected: "one\n\\@two" },
  { given: "an indented line", text: "one\n   @two", expected: "one\n   \\@two" },
  { given: "an address", text: "Write to help@a.test or @us", expected: "Write to help@a.test or @us" },
  { given: "the line ends of Windows", text: "one\r\n@two\r\nthree", expected: "one\n\\@two\nthree" },
  { given: "the line ends of classic Mac OS", text: "one\r@two", expected: "one\n\\@two" },
])("escapeTags prevents a tag in $given", ({ text, expected }) => {
  expect(escapeTags(text)).toBe(expected);
});

describe("the prose of an object", () => {
  test.each([
    ["both texts", "Lists.", "All of them.", ["Lists.", "All of them."]],
    ["one text, if both differ only in the full stop", "Lists all", "Lists all.", ["Lists all."]],
    ["the only text", undefined, "Lists.", ["Lists."]],
    ["empty without both texts", "", undefined, []],
  ])("is %s", (_, summary, description, expected) => {
    expect(formatProse(summary, description)).toEqual(expected);
  });
});
