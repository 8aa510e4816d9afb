import type { Pointer } from "../../document/json.js";

/** Whether callers send or receive a value. `exported`: neither, but its type can be imported. */
export type Direction = "sent" | "received" | "exported";

/**
 * The effect of a change on the set of valid values. `adds`: a new optional feature, which existing values do not need.
 * `annotates`: only the documentation changes.
 */
export type Effect = "narrows" | "widens" | "changes" | "adds" | "annotates";

/** The effects on the valid values. */
export const CONSTRAINING_EFFECTS: readonly Effect[] = ["narrows", "widens", "changes"];

/** Returns whether a change has one of some effects. */
export const hasEffect = (effects: ReadonlySet<Effect>, ...candidates: readonly Effect[]): boolean =>
  candidates.some((effect) => effects.has(effect));

/** One of the two compared documents. */
export type SideName = "base" | "revision";

/** The site of a change: in the revision, or in the base for a removal. */
export interface Site {
  side: SideName;
  pointer: Pointer;
}

/**
 * The direction in which a subschema affects the values of its parent: the same, the reverse (`not`), or both (`if`).
 */
export type Variance = 1 | -1 | 0;

/** One difference, before it is rated by the direction of the value. */
export interface Finding {
  /** The name of the rule in `RULES`. */
  rule: string;
  effect: Effect;
  /** The path from the part: `ink.colors[]`. */
  path: string;
  /** The change, as a sentence. */
  message: string;
  site: Site;
  /** The effect of the values at this site on those of the part. */
  variance: Variance;
  /** The changed keyword, and its value in each document. */
  keyword?: string;
  values?: readonly [base: string, revision: string];
  /** Whether its `x-sunset` date is past. */
  isAnnounced?: boolean;
}

/**
 * A part of the API that is compared once: a component, or an inline part of an operation. Its children are the
 * components that it uses.
 */
export class Part {
  readonly findings: Finding[] = [];
  readonly children = new Set<Part>();
  /** The name for callers: `schema Pen`. */
  readonly subject: string;
  readonly direction: Direction;
  readonly variance: Variance;

  constructor(subject: string, direction: Direction, variance: Variance = 1) {
    this.subject = subject;
    this.direction = direction;
    this.variance = variance;
  }
}
