import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  codeFrame,
  describePlace,
  describeProblem,
  runCommand,
  SpecError,
  UsageError,
} from "../../scripts/problem.js";

describe("a place is written as editors know it", () => {
  test.each([
    { place: { file: "api.yaml" }, want: "api.yaml" },
    { place: { file: "api.yaml", line: 3 }, want: "api.yaml:3" },
    { place: { file: "api.yaml", line: 3, column: 7 }, want: "api.yaml:3:7" },
  ])("$want", ({ place, want }) => {
    expect(describePlace(place)).toBe(want);
  });
});

describe("a problem is written with its place before it", () => {
  test("and the lines around it below", () => {
    const problem = {
      message: "is wrong",
      place: { file: "api.yaml", line: 1, column: 2 },
      frame: "  1 | a\n    |  ^",
    };
    expect(describeProblem(problem)).toBe("api.yaml:1:2 is wrong\n  1 | a\n    |  ^");
  });

  test("and nothing below, where there are no lines to show", () => {
    expect(describeProblem({ message: "is empty", place: { file: "api.yaml" } })).toBe("api.yaml is empty");
  });

  test("each on a line of its own, where there are several", () => {
    const problems = [
      { message: "is wrong", place: { file: "api.yaml", line: 1 } },
      { message: "is worse", place: { file: "api.yaml", line: 2 } },
    ];
    const error = new SpecError(problems);
    expect(String(error)).toBe("SpecError: api.yaml:1 is wrong\napi.yaml:2 is worse");
    expect(error.problems).toBe(problems);
  });
});

describe("the lines around a place", () => {
  const twelve = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join("\n");

  test.each([
    {
      given: "a place in the middle",
      line: 3,
      column: 2,
      want: "  1 | a\n  2 | bb\n  3 | ccc\n    |  ^\n  4 | dddd",
    },
    { given: "the first line", line: 1, column: 1, want: "  1 | a\n    | ^\n  2 | bb" },
    { given: "the last line", line: 5, column: 5, want: "  3 | ccc\n  4 | dddd\n  5 | eeeee\n    |     ^" },
  ])("are two before it and one after it, as far as there are any: $given", ({ line, column, want }) => {
    expect(codeFrame("a\nbb\nccc\ndddd\neeeee", line, column)).toBe(want);
  });

  test("have their numbers right-aligned, as wide as the last of them", () => {
    expect(codeFrame(twelve, 9, 1)).toBe(
      "   7 | line 7\n   8 | line 8\n   9 | line 9\n     | ^\n  10 | line 10",
    );
    expect(codeFrame(twelve, 8, 1)).toBe("  6 | line 6\n  7 | line 7\n  8 | line 8\n    | ^\n  9 | line 9");
  });

  test("are told apart by the line ends of Windows as well", () => {
    expect(codeFrame("a\r\nb\r\nc", 2, 1)).toBe("  1 | a\n  2 | b\n    | ^\n  3 | c");
  });

  test("are cut to 160 characters", () => {
    expect(codeFrame("x".repeat(200), 1, 120)).toBe(`  1 | ${"x".repeat(160)}\n    | ${" ".repeat(119)}^`);
  });

  test("are shown around a place that is far to the right", () => {
    const text = `${"a".repeat(300)}HERE${"b".repeat(300)}`;
    expect(codeFrame(text, 1, 301)).toBe(
      `  1 | ${"a".repeat(119)}HERE${"b".repeat(37)}\n    | ${" ".repeat(119)}^`,
    );
  });
});

describe("a command ends", () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  let before: typeof process.exitCode;
  beforeEach(() => {
    before = process.exitCode;
    told.mockClear();
  });
  afterEach(() => {
    process.exitCode = before;
  });
  afterAll(() => {
    told.mockRestore();
  });

  test.each([
    { given: "its own code", command: () => Promise.resolve(3), code: 3, want: [] },
    {
      given: "1 and the problems of the document",
      command: () => Promise.reject(new SpecError([{ message: "is empty", place: { file: "api.yaml" } }])),
      code: 1,
      want: [["api.yaml is empty"]],
    },
    {
      given: "2 and what is wrong with the call",
      command: () => Promise.reject(new UsageError("there is no --help-me")),
      code: 2,
      want: [["there is no --help-me"]],
    },
  ])("with $given", async ({ command, code, want }) => {
    await runCommand(command);
    expect(process.exitCode).toBe(code);
    expect(told.mock.calls).toEqual(want);
  });

  test("with any other error as it is, for it is a fault of ours", async () => {
    const error = new TypeError("x is undefined");
    await expect(runCommand(() => Promise.reject(error))).rejects.toBe(error);
    expect(told.mock.calls).toEqual([]);
  });

  test("with errors that tell their kind", () => {
    expect(String(new UsageError("no file"))).toBe("UsageError: no file");
  });
});
