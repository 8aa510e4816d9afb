import { afterEach, describe, expect, test, vi } from "vitest";
import {
  codeFrame,
  describePlace,
  formatProblem,
  runCommand,
  SpecError,
  UsageError,
} from "../../scripts/problem.js";

describe("a place is told as editors know it", () => {
  test.for([
    { place: { file: "spec/rooms.yaml" }, told: "spec/rooms.yaml" },
    { place: { file: "spec/rooms.yaml", line: 4 }, told: "spec/rooms.yaml:4" },
    { place: { file: "spec/rooms.yaml", line: 4, column: 12 }, told: "spec/rooms.yaml:4:12" },
  ])("$told", ({ place, told }) => {
    expect(describePlace(place)).toBe(told);
  });
});

describe("a problem is told", () => {
  const place = { file: "rooms.yaml", line: 2, column: 1 };

  test("by its place and its message", () => {
    expect(formatProblem({ place, message: "must be an object" })).toBe("rooms.yaml:2:1 must be an object");
  });

  test("with the lines around it below", () => {
    expect(formatProblem({ place, message: "must be an object", frame: () => "  2 | rooms" }, true)).toBe(
      "rooms.yaml:2:1 must be an object\n  2 | rooms",
    );
  });

  test("after those before it, where there are many", () => {
    const problems = [
      { place, message: "must be an object" },
      { place: { file: "beds.yaml" }, message: "is empty" },
    ];
    const error = new SpecError(problems);
    expect(error.problems).toBe(problems);
    expect(String(error)).toBe("SpecError: rooms.yaml:2:1 must be an object\nbeds.yaml is empty");
  });
});

describe("the lines around a place", () => {
  const lines = (first: number, last: number): string =>
    Array.from({ length: last - first + 1 }, (_, index) => `line ${first + index}`).join("\n");

  test.for([
    {
      what: "two before and one after",
      text: lines(1, 9),
      line: 5,
      column: 3,
      shown: ["  3 | line 3", "  4 | line 4", "  5 | line 5", "    |   ^", "  6 | line 6"],
    },
    {
      what: "none before the first",
      text: lines(1, 9),
      line: 1,
      column: 1,
      shown: ["  1 | line 1", "    | ^", "  2 | line 2"],
    },
    {
      what: "one before the second",
      text: lines(1, 9),
      line: 2,
      column: 1,
      shown: ["  1 | line 1", "  2 | line 2", "    | ^", "  3 | line 3"],
    },
    {
      what: "none after the last",
      text: lines(1, 9),
      line: 9,
      column: 6,
      shown: ["  7 | line 7", "  8 | line 8", "  9 | line 9", "    |      ^"],
    },
    {
      what: "numbers of one and two digits, in line",
      text: lines(1, 12),
      line: 9,
      column: 2,
      shown: ["   7 | line 7", "   8 | line 8", "   9 | line 9", "     |  ^", "  10 | line 10"],
    },
    {
      what: "the last of one digit",
      text: lines(1, 12),
      line: 8,
      column: 2,
      shown: ["  6 | line 6", "  7 | line 7", "  8 | line 8", "    |  ^", "  9 | line 9"],
    },
    {
      what: "lines that end as Windows ends them",
      text: "a\r\nb\r\nc",
      line: 2,
      column: 1,
      shown: ["  1 | a", "  2 | b", "    | ^", "  3 | c"],
    },
  ])("$what", ({ text, line, column, shown }) => {
    expect(codeFrame(text.split(/\r?\n/), line, column)).toBe(shown.join("\n"));
  });

  test("are cut to 160 characters, of which the place is the 120th at most", () => {
    const long = Array.from({ length: 100 }, (_, index) => String(index * 10).padStart(10, ".")).join("");
    expect(codeFrame([long], 1, 120)).toBe(`  1 | ${long.slice(0, 160)}\n    | ${" ".repeat(119)}^`);
    expect(codeFrame([long], 1, 121)).toBe(`  1 | ${long.slice(1, 161)}\n    | ${" ".repeat(119)}^`);
    expect(codeFrame([long], 1, 990)).toBe(`  1 | ${long.slice(870, 1000)}\n    | ${" ".repeat(119)}^`);
  });
});

describe("a command ends", () => {
  const before = process.exitCode;
  afterEach(() => {
    process.exitCode = before;
    vi.restoreAllMocks();
  });

  test("with the code that it returns, and says no more", async () => {
    const printed = vi.spyOn(console, "error").mockReturnValue();
    await runCommand(() => Promise.resolve(3));
    expect(process.exitCode).toBe(3);
    expect(printed).not.toHaveBeenCalled();
  });

  test.for<{ what: string; error: Error; code: number; said: string }>([
    {
      what: "with 1 for a document that is to be mended",
      error: new SpecError([{ place: { file: "rooms.yaml", line: 2 }, message: "must be an object" }]),
      code: 1,
      said: "rooms.yaml:2 must be an object",
    },
    {
      what: "with 2 for a wrong call",
      error: new UsageError("--host is not known"),
      code: 2,
      said: "--host is not known",
    },
  ])("$what, with a message and no stack", async ({ error, code, said }) => {
    const printed = vi.spyOn(console, "error").mockReturnValue();
    await runCommand(() => Promise.reject(error));
    expect(process.exitCode).toBe(code);
    expect(printed.mock.calls).toEqual([[said]]);
  });

  test("with any other error as it is, which is a fault of ours", async () => {
    const fault = new TypeError("rooms is undefined");
    await expect(runCommand(() => Promise.reject(fault))).rejects.toBe(fault);
  });

  test("by an error that is named", () => {
    expect(String(new UsageError("--host is not known"))).toBe("UsageError: --host is not known");
  });
});
