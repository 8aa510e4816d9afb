import type { Change, Impact, Users } from "../change.js";
import type { Verdict } from "../gate.js";

/** What a reader calls the severity of a change: below 1.0.0 a "major" change is no major version. */
export const LABELS: Readonly<Record<Impact, string>> = {
  major: "breaking",
  minor: "feature",
  patch: "patch",
};

/** What the severity of a change is called, `accepted` where it is breaking on purpose. */
export const labelOf = ({ impact, accepted }: Change): string => (accepted ? "accepted" : LABELS[impact]);

/** How many changes of each severity there are, in words. */
export function countChanges(changes: readonly Change[]): string {
  if (!changes.length) return "no change";
  return ["breaking", "accepted", "feature", "patch"]
    .map((label) => ({ label, count: changes.filter((change) => labelOf(change) === label).length }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count} ${label}`)
    .join(", ");
}

/** The whole in one line. */
export function summarize({ changes, released, present, needed, carried }: Verdict): string {
  const since = `${countChanges(changes)} since ${released || "the base"}.`;
  const sentence = since.charAt(0).toUpperCase() + since.slice(1);
  if (!changes.length || needed === undefined) return sentence;
  return `${sentence} This asks for ${needed} at least, and the version is ${carried ? "" : "still "}${present}.`;
}

/** The most operations that are named. */
const MOST_NAMES = 6;

/** Who uses a shared part: `sent by addPen, received by listPens`. */
export function describeUsers({ sentBy, receivedBy }: Users): string {
  const named = (names: readonly string[]): string =>
    names.length > MOST_NAMES
      ? `${names.slice(0, MOST_NAMES).join(", ")} and ${names.length - MOST_NAMES} more`
      : names.join(", ");
  const parts = [
    ...(sentBy.length ? [`sent by ${named(sentBy)}`] : []),
    ...(receivedBy.length ? [`received by ${named(receivedBy)}`] : []),
  ];
  return parts.join(", ") || "used by no operation";
}

/** What is said of a change. */
export const describe = ({ what, meaning, accepted }: Change): string =>
  accepted ? `${what} Accepted until ${accepted.expires}: ${accepted.reason}` : `${what} ${meaning}`;
