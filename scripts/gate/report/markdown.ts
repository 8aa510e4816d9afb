import { type Change, formatTitle, SEVERITIES, type Severity } from "../change.js";
import type { GateResult } from "../gate.js";
import { formatLocation } from "../../problem.js";
import { groupChanges } from "./groups.js";
import { describeChange, describeUsers, labelSeverity, summarizeResult } from "./describe-changes.js";

/** Formats the result as Markdown. */
export function formatAsMarkdown(result: GateResult): string {
  const { changes, problems, releasedVersion } = result;
  return [
    `## Changes of the document since ${releasedVersion || "the base"}`,
    summarizeResult(result),
    ...(changes.length ? [formatChangesAsTable(changes)] : []),
    ...problems.map(({ message }) => `**Failed**: ${message}`),
  ].join("\n\n");
}

/** Formats changes as a table, grouped by their subject. */
export function formatChangesAsTable(changes: readonly Change[]): string {
  const rows = groupChanges(changes).flatMap(({ title, changes: members }) =>
    members.map((change, index) => [
      labelSeverity(change),
      index === 0 ? title : "",
      change.path,
      describeChange(change),
      `\`${formatLocation(change.location)}\``,
    ]),
  );
  return [
    "| Severity | Subject | Path | Change | Location |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map((cells) => `| ${cells.map(escapeCell).join(" | ")} |`),
  ].join("\n");
}

/** Escapes a text for a table cell. */
function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");
}

const HEADINGS: Readonly<Record<Severity, string>> = {
  major: "Breaking",
  minor: "New",
  patch: "Also changed",
};

/** Formats changes for the changelog: a list for each severity. */
export function formatChangesAsList(changes: readonly Change[]): string {
  return SEVERITIES.flatMap((severity) => {
    const lines = changes
      .filter((change) => change.severity === severity)
      .map((change) => {
        const users = change.users ? ` (${describeUsers(change.users)})` : "";
        return `- ${formatTitle(change)}${users}: ${severity === "patch" ? change.message : describeChange(change)}`;
      });
    return lines.length ? [`### ${HEADINGS[severity]}\n\n${lines.join("\n")}`] : [];
  }).join("\n\n");
}
