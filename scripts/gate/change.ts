import type { Place } from "../problem.js";
import type { SideName } from "./compare/finding.js";

/** How severe a change is for a caller, by the version step that it asks for; the most severe first. */
export const IMPACTS = ["major", "minor", "patch"] as const;
export type Impact = (typeof IMPACTS)[number];

/** The operations that send and receive the value of a shared component. */
export interface Users {
  sentBy: readonly string[];
  receivedBy: readonly string[];
}

/** One difference between two documents, as a reader wants to see it. */
export interface Change {
  /** The name of the rule that rates it. */
  rule: string;
  impact: Impact;
  /** `types`: requests and responses stay right, but code that uses the generated types no longer compiles. */
  breaks?: "calls" | "types";
  /** What it is a change of: an operation, a part of one, or a component. */
  subject: string;
  /** The way from the subject, such as `ink.colours[]`; empty for the subject itself. */
  at: string;
  /** Who sends and receives it, where several may. */
  users?: Users;
  /** What happened. */
  what: string;
  /** The keyword that has a value, and what each document says. */
  keyword?: string;
  values?: readonly [base: string, revision: string];
  /** What that means for a caller. */
  meaning: string;
  /** Why it is taken although it breaks callers, and until which version. */
  accepted?: { reason: string; expires: string };
  /** The document that has the place. */
  side: SideName;
  /** Worked out where it is read, since a large document may have thousands of changes. */
  readonly place: Place;
}

/** The severity of all changes together, accepted ones as if they broke nobody; undefined if there are none. */
export function mostSevere(changes: readonly Change[]): Impact | undefined {
  const impactOf = (change: Change): Impact => (change.accepted ? "minor" : change.impact);
  return IMPACTS.find((impact) => changes.some((change) => impactOf(change) === impact));
}

/** The most severe first, and otherwise as they were. */
export function bySeverity(changes: readonly Change[]): Change[] {
  return IMPACTS.flatMap((impact) => changes.filter((change) => change.impact === impact));
}

/** What a change is of, in one line: `schema Pen, ink`. */
export function titleOf({ subject, at }: Change): string {
  return at ? `${subject}, ${at.replace(/^, /, "")}` : subject;
}
