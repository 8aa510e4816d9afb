import { expect, test } from "vitest";
import { toUnicodePattern } from "../../scripts/generate/patterns.js";

test.each([
  { pattern: "^\\d{4}$", expected: "^\\d{4}$" },
  { pattern: "^\\d\\-\\d$", expected: "^\\d-\\d$" },
  { pattern: "[\\w\\-\\_]\\@", expected: "[\\w\\-_]@" },
  { pattern: "a\\/b\\.c", expected: "a\\/b\\.c" },
  { pattern: "\\p{L}", expected: "\\p{L}" },
  { pattern: "(", expected: undefined },
  { pattern: "\\-(?<n", expected: undefined },
])("converts the pattern $pattern to $expected", ({ pattern, expected }) => {
  expect(toUnicodePattern(pattern)).toBe(expected);
});
