import { bySeverity, type Change } from "../change.js";
import type { Verdict } from "../gate.js";
import { describePlace } from "../../problem.js";
import { groupChanges } from "./groups.js";
import { describe, labelOf, summarize } from "./words.js";

/** The report for a terminal: the summary, then the changes by what they are changes of. */
export function verdictAsText(verdict: Verdict, most = Infinity): string {
  return [summarize(verdict), changesAsText(verdict.changes, most)].filter(Boolean).join("\n\n");
}

/** The changes for a terminal, the most severe first. */
export function changesAsText(changes: readonly Change[], most = Infinity): string {
  const shown = bySeverity(changes).slice(0, most);
  const groups = groupChanges(shown).map(
    ({ title, changes: members }) => `${title}\n${members.map(entryAsText).join("\n")}`,
  );
  const hidden = changes.length - shown.length;
  if (hidden > 0)
    groups.push(
      `${hidden} more ${hidden === 1 ? "change is" : "changes are"} not shown. To show all, add --all.`,
    );
  return groups.join("\n\n");
}

function entryAsText(change: Change): string {
  const { at, place } = change;
  const where = at ? `${at}: ` : "";
  return `  ${labelOf(change).padEnd(8)} ${where}${describe(change)}\n           ${describePlace(place)}`;
}
