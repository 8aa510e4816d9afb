import { expect, test } from "vitest";
import { unclosed, untagged } from "../../scripts/generate/tsdoc.js";

test.each([
  { text: "a path such as */v1/*", want: "a path such as *\\/v1/*" },
  { text: "*/ and */", want: "*\\/ and *\\/" },
  { text: "nothing of the kind / *", want: "nothing of the kind / *" },
])("a text does not end its comment: $text", ({ text, want }) => {
  expect(unclosed(text)).toBe(want);
});

test.each([
  { given: "a first line that begins with @", text: "@param x", want: "\\@param x" },
  { given: "a later line", text: "one\n@two", want: "one\n\\@two" },
  { given: "an indented line", text: "one\n   @two", want: "one\n   \\@two" },
  { given: "an address", text: "Write to help@a.test or @us", want: "Write to help@a.test or @us" },
  { given: "the line ends of Windows", text: "one\r\n@two\r\nthree", want: "one\n\\@two\nthree" },
  { given: "the line ends of old", text: "one\r@two", want: "one\n\\@two" },
])("no line becomes a tag: $given", ({ text, want }) => {
  expect(untagged(text)).toBe(want);
});
