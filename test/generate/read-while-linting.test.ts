import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { makeReferencesAbsolute } from "../../scripts/generate/read-while-linting.js";

describe("the copy of standard input for the linter", () => {
  test.each([
    ["a: { $ref: parts/a.yaml#/A }", `a: { $ref: "${resolve("parts/a.yaml")}#/A" }`],
    ["$ref: '../a.yaml'", `$ref: "${resolve("../a.yaml")}"`],
    ['{"$ref":"./a.json#/A"}', `{"$ref":"${resolve("a.json")}#/A"}`],
  ])("has absolute paths to files in place of %s", (given, expected) => {
    expect(makeReferencesAbsolute(given)).toBe(expected);
  });

  test.each(["$ref: '#/components/schemas/A'", '"$ref": "#/A"', '$ref: "https://a.test/a.yaml#/A"'])(
    "keeps the reference %s",
    (given) => {
      expect(makeReferencesAbsolute(given)).toBe(given);
    },
  );
});
