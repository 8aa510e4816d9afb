import type { Change, Impact } from "./change.js";
import { describePlace } from "../problem.js";

/** What a reader calls the weight of a change: below 1.0.0 a "major" change is no major version. */
const LABELS: Readonly<Record<Impact, string>> = { major: "breaking", minor: "feature", patch: "patch" };

/** The changes for a terminal. */
export function changesAsText(changes: readonly Change[]): string {
  return changes
    .map(
      ({ impact, subject, what, meaning, place }) =>
        `${LABELS[impact].padEnd(8)} ${subject}\n         ${what} ${meaning}\n         ${describePlace(place)}`,
    )
    .join("\n\n");
}

/** The changes as a table of Markdown. */
export function changesAsMarkdown(changes: readonly Change[]): string {
  return [
    "| Severity | Where | Change | For a caller | Place |",
    "| --- | --- | --- | --- | --- |",
    ...changes.map(
      ({ impact, subject, what, meaning, place }) =>
        `| ${[LABELS[impact], subject, what, meaning, `\`${describePlace(place)}\``].map(cell).join(" | ")} |`,
    ),
  ].join("\n");
}

/** The changes for a changelog: a list for each severity. */
export function changesAsList(changes: readonly Change[]): string {
  const headings: readonly [Impact, string][] = [
    ["major", "Breaking"],
    ["minor", "New"],
    ["patch", "Also changed"],
  ];
  return headings
    .flatMap(([impact, heading]) => {
      const lines = changes
        .filter((change) => change.impact === impact)
        .map(
          ({ subject, what, meaning }) => `- ${subject}: ${what}${impact === "patch" ? "" : ` ${meaning}`}`,
        );
      return lines.length ? [`### ${heading}\n\n${lines.join("\n")}`] : [];
    })
    .join("\n\n");
}

/** How many changes of each severity there are, in words. */
export function countChanges(changes: readonly Change[]): string {
  if (!changes.length) return "no change";
  return (Object.keys(LABELS) as Impact[])
    .map((impact) => ({ impact, count: changes.filter((change) => change.impact === impact).length }))
    .filter(({ count }) => count > 0)
    .map(({ impact, count }) => `${count} ${LABELS[impact]}`)
    .join(", ");
}

/** A text within one cell of a table. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");
}
