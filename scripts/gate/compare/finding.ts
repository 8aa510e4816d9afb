import type { Pointer } from "../../document/json.js";

/** Which way a value goes between a caller and the API. `exported`: neither, but its type can be imported. */
export type Direction = "sent" | "received" | "exported";

/**
 * What a change does to the set of values that fit. `adds`: there is something more to use, which none of the values
 * of before needs. `annotates`: only words change.
 */
export type Effect = "narrows" | "widens" | "changes" | "adds" | "annotates";

/** A document of the two that are compared. */
export type SideName = "base" | "revision";

/** Where a change shows: in the revision, or in the base where there is nothing left of it. */
export interface Site {
  side: SideName;
  pointer: Pointer;
}

/** How the values inside follow those around them: the same way, the reverse (`not`), or neither (`if`). */
export type Variance = 1 | -1 | 0;

/** One difference, before it is rated by who sends or receives the value. */
export interface Finding {
  /** The name of the rule in {@link RULES}. */
  rule: string;
  effect: Effect;
  /** The way to it from what is compared, as code would take it: `ink.colours[]`. */
  at: string;
  /** What happened, as a sentence. */
  what: string;
  site: Site;
  /** How the values at this place follow those of the part. */
  variance: Variance;
  /** The keyword that has a value, and what each document says. */
  keyword?: string;
  values?: readonly [base: string, revision: string];
  /** Whether the date of removal that it was announced for is past. */
  announced?: boolean;
}

/**
 * A part of the API whose differences are found once: a component, or what an operation has for itself. It knows the
 * components that it uses, so that those who use it use these too.
 */
export class Part {
  readonly findings: Finding[] = [];
  readonly children = new Set<Part>();
  /** What callers call it: `schema Pen`. */
  readonly subject: string;
  readonly direction: Direction;
  readonly variance: Variance;

  constructor(subject: string, direction: Direction, variance: Variance = 1) {
    this.subject = subject;
    this.direction = direction;
    this.variance = variance;
  }
}
