import type { Change, Severity, Users } from "../change.js";
import type { GateResult } from "../gate.js";

/** The labels of the severities. Below 1.0.0 a "major" change requires no major version, hence "breaking". */
export const LABELS: Readonly<Record<Severity, string>> = {
  major: "breaking",
  minor: "feature",
  patch: "patch",
};

/** Returns the label of a change: its severity, or `accepted`. */
export const labelSeverity = ({ severity, accepted }: Change): string =>
  accepted ? "accepted" : LABELS[severity];

/** Counts the changes by severity: `1 breaking, 2 patch`. */
export function countChanges(changes: readonly Change[]): string {
  if (!changes.length) return "no change";
  return ["breaking", "accepted", "feature", "patch"]
    .map((label) => ({ label, count: changes.filter((change) => labelSeverity(change) === label).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count} ${label}`)
    .join(", ");
}

/** Summarizes the result in one line. */
export function summarizeResult({
  changes,
  releasedVersion,
  currentVersion,
  requiredVersion,
  isVersionSufficient,
}: GateResult): string {
  const since = `${countChanges(changes)} since ${releasedVersion || "the base"}.`;
  const sentence = since.charAt(0).toUpperCase() + since.slice(1);
  if (!changes.length || requiredVersion === undefined) return sentence;
  return `${sentence} This requires version ${requiredVersion} or later. The version is ${isVersionSufficient ? "" : "still "}${currentVersion}.`;
}

/** The maximum number of operations that are named. */
const MAX_NAMES = 6;

/** Describes the users of a shared part: `sent by addPen, received by listPens`. */
export function describeUsers({ sentBy, receivedBy }: Users): string {
  const formatNames = (names: readonly string[]): string =>
    names.length > MAX_NAMES
      ? `${names.slice(0, MAX_NAMES).join(", ")} and ${names.length - MAX_NAMES} more`
      : names.join(", ");
  const parts = [
    ...(sentBy.length ? [`sent by ${formatNames(sentBy)}`] : []),
    ...(receivedBy.length ? [`received by ${formatNames(receivedBy)}`] : []),
  ];
  return parts.join(", ") || "used by no operation";
}

/** Returns the change with its effect, or with the reason for its acceptance. */
export const describeChange = ({ message, consequence, accepted }: Change): string =>
  accepted
    ? `${message} Accepted until ${accepted.expires}: ${accepted.reason}`
    : `${message} ${consequence}`;
