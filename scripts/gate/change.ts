import type { Place } from "../problem.js";

/** How much a change weighs for a caller, by the version step that it asks for; the gravest first. */
export const IMPACTS = ["major", "minor", "patch"] as const;
export type Impact = (typeof IMPACTS)[number];

/** One difference between two documents, as a reader wants it told. */
export interface Change {
  impact: Impact;
  /** The operation, parameter or field. */
  subject: string;
  /** What happened to it. */
  what: string;
  /** What that means for a caller. */
  meaning: string;
  place: Place;
}

/** The weight of all changes together; undefined if there are none. */
export function gravest(changes: readonly Change[]): Impact | undefined {
  return IMPACTS.find((impact) => changes.some((change) => change.impact === impact));
}

/** The gravest first, and otherwise as they were. */
export function byImpact(changes: readonly Change[]): Change[] {
  return IMPACTS.flatMap((impact) => changes.filter((change) => change.impact === impact));
}
