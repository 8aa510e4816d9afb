import { describe, expect, test } from "vitest";
import { findFailure } from "../../scripts/document/lint.js";

describe("the error message of the linter", () => {
  test("contains the first reason", () => {
    const text =
      "validating api.yaml...\n\nFailed to parse API.\nDetails:\n\n  - unexpected end of the file\n  - second\n";
    expect(findFailure(text)).toBe("Failed to parse API. unexpected end of the file");
  });

  test("is the first line if there is no reason", () => {
    expect(findFailure("validating api.yaml...\nOut of memory\n")).toBe("Out of memory");
  });

  test("states that there is no reason if the output is empty", () => {
    expect(findFailure("")).toBe("it printed no reason");
  });
});
