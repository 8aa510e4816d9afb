import { expect, test } from "vitest";
import { toUnicodePattern } from "../../scripts/generate/patterns.js";

test.each([
  { pattern: "^\\d{4}$", want: "^\\d{4}$" },
  { pattern: "^\\d\\-\\d$", want: "^\\d-\\d$" },
  { pattern: "[\\w\\-\\_]\\@", want: "[\\w\\-_]@" },
  { pattern: "a\\/b\\.c", want: "a\\/b\\.c" },
  { pattern: "\\p{L}", want: "\\p{L}" },
  { pattern: "(", want: undefined },
  { pattern: "\\-(?<n", want: undefined },
])("converts the pattern $pattern to $want", ({ pattern, want }) => {
  expect(toUnicodePattern(pattern)).toBe(want);
});
