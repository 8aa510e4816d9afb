import type { LintReport } from "../document/lint.js";
import { isObject, type JsonObject } from "../document/json.js";
import { formatProblem, type Problem } from "../problem.js";
import type { RenderedCode } from "./render.js";

/** The maximum number of printed warnings of a rule. The others are counted. */
const MAX_PRINTED = 5;
const MAX_LEFT_OUT = 20;

/**
 * Formats the findings of the linter: each with its lines if `verbose`, or else counts by rule.
 *
 * @param report - The findings of the linter.
 * @param verbose - Whether to print each finding.
 * @returns The lines to print.
 */
export function formatLintReport({ findings, text, failure }: LintReport, verbose: boolean): string[] {
  if (failure !== undefined) return [`The linter failed, so that its warnings are missing: ${failure}`];
  if (!findings.length) return [];
  if (verbose) return [text];
  const counts = findings.map(({ rule, count }) => `  ${rule}: ${count}`);
  const total = findings.reduce((sum, { count }) => sum + count, 0);
  return [`${formatCount(total, "warning")} of the linter (--verbose lists them):`, ...counts];
}

/**
 * Formats warnings, one per line. Many warnings of one rule are counted.
 *
 * @param problems - The warnings.
 * @param verbose - Whether to print each warning with the lines around it.
 * @returns The lines to print.
 */
export function formatWarnings(problems: readonly Problem[], verbose: boolean): string[] {
  // Each operation reports the parts that it shares with others.
  const uniqueProblems = [...new Map(problems.map((problem) => [formatProblem(problem), problem])).values()];
  const rules = [...new Set(uniqueProblems.map(({ rule }) => rule ?? ""))];
  return rules.flatMap((rule) => {
    const problemsOfRule = uniqueProblems.filter((problem) => (problem.rule ?? "") === rule);
    const shown = verbose
      ? problemsOfRule
      : problemsOfRule.slice(0, rule === "operation-left-out" ? MAX_LEFT_OUT : MAX_PRINTED);
    const hidden = problemsOfRule.length - shown.length;
    return [
      ...shown.map((problem) => formatProblem(problem, verbose)),
      ...(hidden ? [`… and ${hidden} more of this kind (${rule}): --verbose lists them`] : []),
    ];
  });
}

/**
 * Describes a run in one line: the generated and left-out parts, and the duration.
 *
 * @param root - The document.
 * @param rendered - The generated code.
 * @param durationMs - The duration in milliseconds.
 * @returns One line.
 */
export function describeRun(
  root: JsonObject,
  { operations, leftOut }: RenderedCode,
  durationMs: number,
): string {
  const components = isObject(root.components) ? root.components : {};
  const schemas = isObject(components.schemas) ? Object.keys(components.schemas).length : 0;
  return [
    formatCount(operations.length, "operation"),
    formatCount(schemas, "schema"),
    `${formatCount(leftOut.length, "operation")} left out`,
    `${(durationMs / 1000).toFixed(1)} s`,
  ].join(", ");
}

function formatCount(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
