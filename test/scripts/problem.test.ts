import { describe, expect, test } from "vitest";
import { formatLocation, formatProblem, SpecError } from "../../scripts/problem.js";

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
    expect(
      formatProblem({ location, message: "must be an object", renderFrame: () => "  2 | rooms" }, true),
    ).toBe("rooms.yaml:2:1 must be an object\n  2 | rooms");
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
