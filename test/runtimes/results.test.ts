import { describe, expect, test } from "vitest";
import { renderResults, verifyListing } from "../../scripts/runtimes/results.js";

describe("verifyListing", () => {
  test.each([
    { given: "each session once", listed: ["a", "b", "c"], expected: "passed" },
    { given: "each session once, in another order", listed: ["c", "a", "b"], expected: "passed" },
    { given: "a missing session", listed: ["a", "b"], expected: "failed: 1 missing, 0 repeated, 0 unknown" },
    {
      given: "a repeated session",
      listed: ["a", "b", "b", "c"],
      expected: "failed: 0 missing, 1 repeated, 0 unknown",
    },
    {
      given: "an unknown session instead of another",
      listed: ["a", "b", "x"],
      expected: "failed: 1 missing, 0 repeated, 1 unknown",
    },
    { given: "no session", listed: [], expected: "failed: 3 missing, 0 repeated, 0 unknown" },
  ])("returns $expected for $given", ({ listed, expected }) => {
    expect(verifyListing(listed, ["a", "b", "c"])).toBe(expected);
  });
});

test("the table shows an unavailable runtime without figures", () => {
  const table = renderResults([
    {
      name: "Node.js",
      version: "1.2.3",
      listed: { ids: ["a"], pages: 1 },
      requests: 2,
      outcome: "passed",
    },
    { name: "Bun", version: "", requests: 0, outcome: "unavailable: no binary" },
  ]);
  expect(table.split("\n")).toEqual([
    "| Runtime | Version | Sessions | Pages | Requests | Result                 |",
    "| ------- | ------- | -------- | ----- | -------- | ---------------------- |",
    "| Node.js | 1.2.3   | 1        | 1     | 2        | passed                 |",
    "| Bun     | -       | -        | -     | -        | unavailable: no binary |",
  ]);
});
