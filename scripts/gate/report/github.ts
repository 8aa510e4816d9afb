import { type Change, formatTitle } from "../change.js";
import type { GateResult } from "../gate.js";
import type { Problem, SourceLocation } from "../../problem.js";
import { describeChange, describeUsers, labelSeverity, summarizeResult } from "./describe-changes.js";

/** Formats the result as workflow commands, which GitHub shows beside the lines of a pull request. */
export function formatAsAnnotations(result: GateResult): string {
  return [
    ...result.problems.map(({ message, location }: Problem) =>
      formatAnnotation("error", location, "Gate", message),
    ),
    ...result.changes.filter(({ severity }) => severity !== "patch").map(formatChange),
    summarizeResult(result),
  ].join("\n");
}

function formatChange(change: Change): string {
  const level = labelSeverity(change) === "breaking" ? "error" : "notice";
  const users = change.users ? ` (${describeUsers(change.users)})` : "";
  return formatAnnotation(
    level,
    change.location,
    `${labelSeverity(change)}: ${formatTitle(change)}`,
    `${describeChange(change)}${users}`,
  );
}

function formatAnnotation(
  level: string,
  { file, line, column }: SourceLocation,
  title: string,
  message: string,
): string {
  const properties = { file, line, col: column, title };
  const text = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) => `${name}=${escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`,
    )
    .join();
  return `::${level} ${text}::${escapeData(message)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
