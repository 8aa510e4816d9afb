import { type Change, sortBySeverity } from "../change.js";
import type { GateResult } from "../gate.js";
import { formatLocation } from "../../problem.js";
import { groupChanges } from "./groups.js";
import { describeChange, labelSeverity, summarizeResult } from "./describe-changes.js";

/**
 * Formats the result for a terminal: the summary, then the changes grouped by their subject.
 *
 * @param result - The result of the gate.
 * @param maxChanges - The maximum number of changes. Default: all.
 * @returns The text.
 */
export function formatAsText(result: GateResult, maxChanges = Infinity): string {
  return [summarizeResult(result), formatChangesAsText(result.changes, maxChanges)]
    .filter(Boolean)
    .join("\n\n");
}

/**
 * Formats changes for a terminal, the most severe first.
 *
 * @param changes - The changes.
 * @param maxChanges - The maximum number of changes. Default: all.
 * @returns The text. Empty without changes.
 */
export function formatChangesAsText(changes: readonly Change[], maxChanges = Infinity): string {
  const shown = sortBySeverity(changes).slice(0, maxChanges);
  const groups = groupChanges(shown).map(
    ({ title, changes: members }) => `${title}\n${members.map(formatEntry).join("\n")}`,
  );
  const hidden = changes.length - shown.length;
  if (hidden > 0)
    groups.push(
      `${hidden} more ${hidden === 1 ? "change is" : "changes are"} not shown. To show all, add --all.`,
    );
  return groups.join("\n\n");
}

function formatEntry(change: Change): string {
  const { path, location } = change;
  const where = path ? `${path}: ` : "";
  return `  ${labelSeverity(change).padEnd(8)} ${where}${describeChange(change)}\n           ${formatLocation(location)}`;
}
