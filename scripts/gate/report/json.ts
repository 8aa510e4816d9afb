import { type Change, formatTitle, SEVERITIES } from "../change.js";
import type { GateResult } from "../gate.js";
import { LABELS } from "./describe-changes.js";

/** Formats the result as JSON. Its schema is report.schema.json. */
export function formatAsJson({ changes, problems, ...result }: GateResult): string {
  const counts: Record<string, number> = { accepted: changes.filter(({ accepted }) => accepted).length };
  for (const severity of SEVERITIES)
    counts[LABELS[severity]] = changes.filter(
      (change) => change.severity === severity && !change.accepted,
    ).length;
  const report = {
    passed: !problems.length,
    ...result,
    counts,
    problems: problems.map(({ message, location }) => ({ message, location })),
    changes: changes.map(convertChange),
  };
  return JSON.stringify(report, null, 2);
}

function convertChange(change: Change): Record<string, unknown> {
  const { rule, severity, breaks, subject, path, users, message, consequence, accepted, side, location } =
    change;
  const title = formatTitle(change);
  return {
    severity: LABELS[severity],
    rule,
    breaks,
    title,
    subject,
    path,
    users,
    message,
    consequence,
    accepted,
    side,
    location,
  };
}
