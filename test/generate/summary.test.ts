import { describe, expect, test } from "vitest";
import { readSummary } from "../../scripts/corpus/generators.js";
import { describeRun, formatLintReport, formatWarnings } from "../../scripts/generate/summary.js";
import type { Problem } from "../../scripts/problem.js";

const createProblems = (rule: string, count: number): Problem[] =>
  Array.from({ length: count }, (_, index) => ({
    rule,
    message: `${rule} ${index}`,
    location: { file: "api.yaml", line: index + 1 },
    renderFrame: () => "  1 | line",
  }));

describe("the findings of the linter", () => {
  const report = { passed: false, isClean: false, text: "[1] all", findings: [{ rule: "struct", count: 2 }] };

  test("are counted by rule", () => {
    expect(formatLintReport(report, false)).toEqual([
      "2 warnings of the linter (--verbose lists them):",
      "  struct: 2",
    ]);
  });

  test("are printed in the linter's format with --verbose", () => {
    expect(formatLintReport(report, true)).toEqual(["[1] all"]);
  });

  test("are not printed if there are none", () => {
    expect(formatLintReport({ passed: true, isClean: true, text: "valid", findings: [] }, true)).toEqual([]);
  });

  test("are replaced by one line if the linter fails", () => {
    const failed = { passed: false, isClean: false, text: "", findings: [], failure: "e is not a function" };
    expect(formatLintReport(failed, false)).toEqual([
      "The linter failed, so that its warnings are missing: e is not a function",
    ]);
  });
});

describe("warnings", () => {
  test("are printed one per line, at most five per rule", () => {
    expect(formatWarnings([...createProblems("a", 7), ...createProblems("b", 1)], false)).toEqual([
      ...Array.from({ length: 5 }, (_, index) => `api.yaml:${index + 1} a ${index}`),
      "… and 2 more of this kind (a): --verbose lists them",
      "api.yaml:1 b 0",
    ]);
  });

  test("are printed once if several operations share the part that they are about", () => {
    const problems = createProblems("a", 2);
    expect(formatWarnings([...problems, ...problems], false)).toEqual(["api.yaml:1 a 0", "api.yaml:2 a 1"]);
  });

  test("about operations that are left out are printed up to twenty", () => {
    const lines = formatWarnings(createProblems("operation-left-out", 21), false);
    expect(lines).toHaveLength(21);
    expect(lines[20]).toBe("… and 1 more of this kind (operation-left-out): --verbose lists them");
  });

  test("are all printed with their lines with --verbose", () => {
    const lines = formatWarnings(createProblems("a", 7), true);
    expect(lines).toHaveLength(7);
    expect(lines[6]).toBe("api.yaml:7 a 6\n  1 | line");
  });
});

describe("the summary of a run", () => {
  const rendered = { files: new Map(), typeNames: new Map(), operations: [], leftOut: [], warnings: [] };

  test("counts operations, schemas and left-out operations, with the time", () => {
    const root = { components: { schemas: { A: {} } } };
    expect(describeRun(root, { ...rendered, leftOut: createProblems("a", 1234) }, 1250)).toBe(
      "0 operations, 1 schema, 1,234 operations left out, 1.3 s",
    );
  });

  test("is read by the corpus", () => {
    const line = describeRun({}, { ...rendered, leftOut: createProblems("a", 1234) }, 1250);
    expect(readSummary(`warnings\n${line}\n`)).toEqual({ operations: 0, leftOut: 1234 });
    expect(readSummary("1,223 operations, 1 schema, 1 operation left out, 1.0 s")).toEqual({
      operations: 1223,
      leftOut: 1,
    });
  });

  test("counts no schemas if there are no components", () => {
    expect(describeRun({}, rendered, 0)).toBe("0 operations, 0 schemas, 0 operations left out, 0.0 s");
  });
});
