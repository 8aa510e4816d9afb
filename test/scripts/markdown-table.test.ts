import { describe, expect, test } from "vitest";
import { renderMarkdownTable } from "../../scripts/markdown-table.js";

describe("renderMarkdownTable", () => {
  test("pads each column to its longest cell", () => {
    expect(
      renderMarkdownTable([
        ["scope", "ms"],
        ["a page", "12"],
        ["all", "1234"],
      ]),
    ).toBe(["| scope  | ms   |", "| ------ | ---- |", "| a page | 12   |", "| all    | 1234 |"].join("\n"));
  });

  test("accepts rows with fewer or more cells than the header", () => {
    expect(renderMarkdownTable([["a", "b"], ["one"], ["x", "y", "beyond"]])).toBe(
      ["| a   | b |", "| --- | - |", "| one |", "| x   | y | beyond |"].join("\n"),
    );
  });

  test("returns an empty header without rows", () => {
    expect(renderMarkdownTable([])).toBe("|  |\n|  |");
  });
});
