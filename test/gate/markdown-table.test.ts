import { describe, expect, test } from "vitest";
import { markdownTable } from "../../scripts/markdown-table.js";

describe("A table in Markdown", () => {
  test("is as wide in each column as its longest cell", () => {
    expect(
      markdownTable([
        ["place", "ms"],
        ["a page", "12"],
        ["all", "1234"],
      ]),
    ).toBe(["| place  | ms   |", "| ------ | ---- |", "| a page | 12   |", "| all    | 1234 |"].join("\n"));
  });

  test("takes a row that ends early or goes on beyond the head", () => {
    expect(markdownTable([["a", "b"], ["one"], ["x", "y", "beyond"]])).toBe(
      ["| a   | b |", "| --- | - |", "| one |", "| x   | y | beyond |"].join("\n"),
    );
  });

  test("without rows is a head of nothing", () => {
    expect(markdownTable([])).toBe("|  |\n|  |");
  });
});
