import { type Change, IMPACTS, type Impact, titleOf } from "../change.js";
import type { Verdict } from "../gate.js";
import { describePlace } from "../../problem.js";
import { groupChanges } from "./groups.js";
import { describe, describeUsers, labelOf, summarize } from "./words.js";

/** The report in Markdown. */
export function verdictAsMarkdown(verdict: Verdict): string {
  const { changes, problems, released } = verdict;
  return [
    `## Changes of the document since ${released || "the base"}`,
    summarize(verdict),
    ...(changes.length ? [changesAsMarkdown(changes)] : []),
    ...problems.map(({ message }) => `**Failed**: ${message}`),
  ].join("\n\n");
}

/** The changes as a table, grouped by what they are changes of. */
export function changesAsMarkdown(changes: readonly Change[]): string {
  const rows = groupChanges(changes).flatMap(({ title, changes: members }) =>
    members.map((change, index) => [
      labelOf(change),
      index === 0 ? title : "",
      change.at,
      describe(change),
      `\`${describePlace(change.place)}\``,
    ]),
  );
  return [
    "| Severity | Of | At | Change | Place |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map((cells) => `| ${cells.map(cell).join(" | ")} |`),
  ].join("\n");
}

/** A text within one cell of a table. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");
}

const HEADINGS: Readonly<Record<Impact, string>> = { major: "Breaking", minor: "New", patch: "Also changed" };

/** The changes for a changelog: a list for each severity. */
export function changesAsList(changes: readonly Change[]): string {
  return IMPACTS.flatMap((impact) => {
    const lines = changes
      .filter((change) => change.impact === impact)
      .map((change) => {
        const users = change.users ? ` (${describeUsers(change.users)})` : "";
        return `- ${titleOf(change)}${users}: ${impact === "patch" ? change.what : describe(change)}`;
      });
    return lines.length ? [`### ${HEADINGS[impact]}\n\n${lines.join("\n")}`] : [];
  }).join("\n\n");
}
