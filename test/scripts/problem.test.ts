import { parseArgs } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  formatLocation,
  formatProblem,
  renderCodeFrame,
  runCommand,
  SpecError,
  UsageError,
} from "../../scripts/problem.js";
import { getThrown } from "../thrown.js";

describe("formatLocation", () => {
  test.for([
    { location: { file: "spec/rooms.yaml" }, text: "spec/rooms.yaml" },
    { location: { file: "spec/rooms.yaml", line: 4 }, text: "spec/rooms.yaml:4" },
    { location: { file: "spec/rooms.yaml", line: 4, column: 12 }, text: "spec/rooms.yaml:4:12" },
  ])("formats a location as $text, like editors do", ({ location, text }) => {
    expect(formatLocation(location)).toBe(text);
  });
});

describe("formatProblem", () => {
  const location = { file: "rooms.yaml", line: 2, column: 1 };

  test("returns the location and the message", () => {
    expect(formatProblem({ location, message: "must be an object" })).toBe(
      "rooms.yaml:2:1 must be an object",
    );
  });

  test("appends the lines around the location if requested", () => {
    expect(formatProblem({ location, message: "must be an object", frame: () => "  2 | rooms" }, true)).toBe(
      "rooms.yaml:2:1 must be an object\n  2 | rooms",
    );
  });

  test("puts each problem of a SpecError on its own line", () => {
    const problems = [
      { location, message: "must be an object" },
      { location: { file: "beds.yaml" }, message: "is empty" },
    ];
    const error = new SpecError(problems);
    expect(error.problems).toBe(problems);
    expect(String(error)).toBe("SpecError: rooms.yaml:2:1 must be an object\nbeds.yaml is empty");
  });
});

describe("renderCodeFrame", () => {
  const renderLines = (first: number, last: number): string =>
    Array.from({ length: last - first + 1 }, (_, index) => `line ${first + index}`).join("\n");

  test.for([
    {
      what: "two lines before and one after the location",
      text: renderLines(1, 9),
      line: 5,
      column: 3,
      expected: ["  3 | line 3", "  4 | line 4", "  5 | line 5", "    |   ^", "  6 | line 6"],
    },
    {
      what: "no line before the first",
      text: renderLines(1, 9),
      line: 1,
      column: 1,
      expected: ["  1 | line 1", "    | ^", "  2 | line 2"],
    },
    {
      what: "one line before the second",
      text: renderLines(1, 9),
      line: 2,
      column: 1,
      expected: ["  1 | line 1", "  2 | line 2", "    | ^", "  3 | line 3"],
    },
    {
      what: "no line after the last",
      text: renderLines(1, 9),
      line: 9,
      column: 6,
      expected: ["  7 | line 7", "  8 | line 8", "  9 | line 9", "    |      ^"],
    },
    {
      what: "aligned line numbers of one and two digits",
      text: renderLines(1, 12),
      line: 9,
      column: 2,
      expected: ["   7 | line 7", "   8 | line 8", "   9 | line 9", "     |  ^", "  10 | line 10"],
    },
    {
      what: "line numbers of one digit only",
      text: renderLines(1, 12),
      line: 8,
      column: 2,
      expected: ["  6 | line 6", "  7 | line 7", "  8 | line 8", "    |  ^", "  9 | line 9"],
    },
    {
      what: "lines that end in CRLF",
      text: "a\r\nb\r\nc",
      line: 2,
      column: 1,
      expected: ["  1 | a", "  2 | b", "    | ^", "  3 | c"],
    },
  ])("shows $what", ({ text, line, column, expected }) => {
    expect(renderCodeFrame(text.split(/\r?\n/), line, column)).toBe(expected.join("\n"));
  });

  test("truncates lines to 160 characters, with the location at the 120th at most", () => {
    const longLine = Array.from({ length: 100 }, (_, index) => String(index * 10).padStart(10, ".")).join("");
    expect(renderCodeFrame([longLine], 1, 120)).toBe(
      `  1 | ${longLine.slice(0, 160)}\n    | ${" ".repeat(119)}^`,
    );
    expect(renderCodeFrame([longLine], 1, 121)).toBe(
      `  1 | ${longLine.slice(1, 161)}\n    | ${" ".repeat(119)}^`,
    );
    expect(renderCodeFrame([longLine], 1, 990)).toBe(
      `  1 | ${longLine.slice(870, 1000)}\n    | ${" ".repeat(119)}^`,
    );
  });
});

describe("runCommand", () => {
  const exitCodeBefore = process.exitCode;
  afterEach(() => {
    process.exitCode = exitCodeBefore;
    vi.restoreAllMocks();
  });

  test("sets the returned exit code, and prints nothing", async () => {
    const printed = vi.spyOn(console, "error").mockReturnValue();
    await runCommand(() => Promise.resolve(3));
    expect(process.exitCode).toBe(3);
    expect(printed).not.toHaveBeenCalled();
  });

  test.for<{ what: string; error: unknown; code: number; message: string }>([
    {
      what: "exits with 1 for an invalid document",
      error: new SpecError([{ location: { file: "rooms.yaml", line: 2 }, message: "must be an object" }]),
      code: 1,
      message: "rooms.yaml:2 must be an object",
    },
    {
      what: "exits with 2 for a usage error",
      error: new UsageError("Unknown option --host."),
      code: 2,
      message: "Unknown option --host.",
    },
    {
      what: "exits with 2 for an option that parseArgs does not support",
      error: getThrown(() => parseArgs({ args: ["--host"], options: {} })),
      code: 2,
      message: "Unknown option '--host'",
    },
  ])("prints the message without a stack and $what", async ({ error, code, message }) => {
    const printed = vi.spyOn(console, "error").mockReturnValue();
    await runCommand(() => {
      throw error;
    });
    expect(process.exitCode).toBe(code);
    expect(printed.mock.calls).toEqual([[message]]);
  });

  test("rethrows any other error, which is a bug", async () => {
    const bug = new TypeError("rooms is undefined");
    await expect(runCommand(() => Promise.reject(bug))).rejects.toBe(bug);
  });

  test("throws usage errors with their own name", () => {
    expect(String(new UsageError("Unknown option --host."))).toBe("UsageError: Unknown option --host.");
  });
});
