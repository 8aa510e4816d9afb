import type { SourceLocation } from "../problem.js";
import type { SideName } from "./compare/finding.js";

/** The severities of a change, by the version step that they require. The most severe is first. */
export const SEVERITIES = ["major", "minor", "patch"] as const;
/** The severity of a change. */
export type Severity = (typeof SEVERITIES)[number];

/** The operations that send and receive the value of a shared component. */
export interface Users {
  sentBy: readonly string[];
  receivedBy: readonly string[];
}

/** One difference between two documents, as reported. */
export interface Change {
  /** The name of the rule that rates it. */
  rule: string;
  severity: Severity;
  /** `types`: calls still succeed, but code that uses the generated types no longer compiles. */
  breaks?: "calls" | "types";
  /** The changed operation, part of an operation, component, or TypeScript API of an entry point. */
  subject: string;
  /** The path from the subject, such as `ink.colors[]`. Empty for the subject itself. */
  path: string;
  /** The operations that send and receive a shared component. */
  users?: Users;
  /** The change, as a sentence. */
  message: string;
  /** The changed keyword, and its value in each document. */
  keyword?: string;
  values?: readonly [base: string, revision: string];
  /** The effect on a caller, as a sentence. */
  consequence: string;
  /** Why a breaking change was accepted, and the version with which the exception expires. */
  accepted?: { reason: string; expires: string };
  /** The document that contains `location`. */
  side: SideName;
  /** Computed on access, because a large document may have thousands of changes. */
  readonly location: SourceLocation;
}

/** Returns the highest severity of the changes. Accepted ones count as minor. Undefined if there are no changes. */
export function findHighestSeverity(changes: readonly Change[]): Severity | undefined {
  const getSeverity = (change: Change): Severity => (change.accepted ? "minor" : change.severity);
  return SEVERITIES.find((severity) => changes.some((change) => getSeverity(change) === severity));
}

/** Sorts changes by severity, the most severe first. The sort is stable. */
export function sortBySeverity(changes: readonly Change[]): Change[] {
  return SEVERITIES.flatMap((severity) => changes.filter((change) => change.severity === severity));
}

/** Returns the changed part in one line: `schema Pen, ink`. */
export function formatTitle({ subject, path }: Change): string {
  return path ? `${subject}, ${path.replace(/^, /, "")}` : subject;
}
