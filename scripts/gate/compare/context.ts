import type { Json, JsonObject, Pointer } from "../../document/json.js";
import type { Effect, Finding, Part, Site, Variance, Direction } from "./finding.js";
import type { Side } from "./side.js";

/** What is known of both documents. */
export interface Pair {
  base: Side;
  revision: Side;
  /** Schemas of the revision by what they are called in the base, where they have another name. */
  renamed: ReadonlyMap<string, string>;
  /** The day that announced removals are compared with, as `YYYY-MM-DD`. */
  today: string;
  /** Whether the documents have other authors, so that components of the same name have nothing to do with each other. */
  unrelated: boolean;
  /** Whether bodies in XML are described. */
  hasXml: boolean;
}

/** What compares the schemas below a schema. */
export interface Comparer {
  readonly pair: Pair;
  /** Notes down what differs between two schemas as they are written. */
  compare(base: Json | undefined, revision: Json | undefined, context: Context): void;
  /** What a change from one canonical schema to another does to the values, with components taken as they are. */
  effectsOf(base: JsonObject, revision: JsonObject, context: Context): Set<Effect>;
}

/** Where in a part a comparison is. */
export interface Context {
  part: Part;
  direction: Direction;
  variance: Variance;
  /** The way from the part, as code would take it. */
  at: string;
  /** The nearest places in the documents. */
  base: Site;
  revision: Site;
  /** Whether the value is always there, so that its default never counts. */
  required: boolean;
  /** Whether components are taken as equal to themselves, since they are compared elsewhere. */
  trial: boolean;
  /** The pairs that are being compared further up. */
  above: ReadonlySet<string>;
}

/** A context for what a part consists of. */
export function contextOf(part: Part, base: Site, revision: Site): Context {
  return {
    part,
    direction: part.direction,
    variance: part.variance,
    at: "",
    base,
    revision,
    required: false,
    trial: false,
    above: new Set(),
  };
}

/** One step down: a field, the items of an array, the entries of a map. */
export function below(context: Context, step: string, more: Partial<Context> = {}): Context {
  const at =
    step === ""
      ? context.at
      : /^[[ ]/.test(step) || !context.at
        ? context.at + step
        : `${context.at}.${step}`;
  return { ...context, required: false, ...more, at: at.trimStart() };
}

/** Notes down a difference. */
export function note(
  context: Context,
  rule: string,
  effect: Effect,
  what: string,
  more: Partial<Finding> = {},
): void {
  context.part.findings.push({
    rule,
    effect,
    what,
    at: context.at,
    site: context.revision,
    variance: context.variance,
    ...more,
  });
}

/** The site of a keyword in one of two canonical schemas: in the revision, or in the base where it is gone. */
export function siteOfKeyword(
  pair: Pair,
  context: Context,
  [base, revision]: readonly [JsonObject, JsonObject],
  ...way: Pointer
): Site {
  const [keyword = ""] = way;
  return revision[keyword] === undefined && base[keyword] !== undefined
    ? pair.base.siteOf(base, way, context.base)
    : pair.revision.siteOf(revision, way, context.revision);
}

/** Whether something was announced to be removed by a day that is past. */
export function isPastSunset(value: Json | undefined, today: string): boolean {
  const { deprecated, "x-sunset": sunset } = (value ?? {}) as JsonObject;
  const day = dayOf(sunset);
  return deprecated === true && day !== undefined && day <= today;
}

/** A date, or the date of a time, as `YYYY-MM-DD`. */
export function dayOf(value: Json | undefined): string | undefined {
  const text = typeof value === "string" ? value.trim() : "";
  return /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)) ? text.slice(0, 10) : undefined;
}
