import { describe, expect, test } from "vitest";
import { resultsTable, verdict } from "../../scripts/runtimes/results.js";

describe("whether a runtime listed everything", () => {
  test.each([
    { given: "each session once", listed: ["a", "b", "c"], want: "passed" },
    { given: "each session once, in another order", listed: ["c", "a", "b"], want: "passed" },
    { given: "one too few", listed: ["a", "b"], want: "failed: 1 missing, 0 repeated, 0 unknown" },
    { given: "one twice", listed: ["a", "b", "b", "c"], want: "failed: 0 missing, 1 repeated, 0 unknown" },
    { given: "one for another", listed: ["a", "b", "x"], want: "failed: 1 missing, 0 repeated, 1 unknown" },
    { given: "nothing", listed: [], want: "failed: 3 missing, 0 repeated, 0 unknown" },
  ])("$given: $want", ({ listed, want }) => {
    expect(verdict(listed, ["a", "b", "c"])).toBe(want);
  });
});

test("a runtime that cannot be had stands in the table as such, without figures", () => {
  const table = resultsTable([
    {
      name: "Node.js",
      version: "1.2.3",
      listed: { ids: ["a"], pages: 1 },
      requests: 2,
      outcome: "passed",
    },
    { name: "Bun", version: "", requests: 0, outcome: "not to be had: no binary" },
  ]);
  expect(table.split("\n")).toEqual([
    "| Runtime | Version | Sessions | Pages | Requests | Result                   |",
    "| ------- | ------- | -------- | ----- | -------- | ------------------------ |",
    "| Node.js | 1.2.3   | 1        | 1     | 2        | passed                   |",
    "| Bun     | -       | -        | -     | -        | not to be had: no binary |",
  ]);
});
