import { type Change, IMPACTS, titleOf } from "../change.js";
import type { Verdict } from "../gate.js";
import { LABELS } from "./words.js";

/** The report as JSON, which report.schema.json describes. */
export function verdictAsJson({ changes, problems, ...verdict }: Verdict): string {
  const counts: Record<string, number> = { accepted: changes.filter(({ accepted }) => accepted).length };
  for (const impact of IMPACTS)
    counts[LABELS[impact]] = changes.filter((change) => change.impact === impact && !change.accepted).length;
  const report = {
    passed: !problems.length,
    ...verdict,
    counts,
    problems: problems.map(({ message, place }) => ({ message, place })),
    changes: changes.map(changeAsJson),
  };
  return JSON.stringify(report, null, 2);
}

function changeAsJson(change: Change): Record<string, unknown> {
  const { rule, impact, breaks, subject, at, users, what, meaning, accepted, side, place } = change;
  const title = titleOf(change);
  return {
    severity: LABELS[impact],
    rule,
    breaks,
    title,
    subject,
    at,
    users,
    what,
    meaning,
    accepted,
    side,
    place,
  };
}
