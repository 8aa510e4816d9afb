import type { Json, JsonObject, Pointer } from "../../document/json.js";
import type { Direction, Effect, Finding, Part, SideName, Site, Variance } from "./finding.js";
import type { Side } from "./side.js";

/** Both documents, and the options of their comparison. */
export interface Pair {
  base: Side;
  revision: Side;
  /** The references of renamed schemas: from the base to the revision. */
  renamed: ReadonlyMap<string, string>;
  /** The date that `x-sunset` dates are compared with, as `YYYY-MM-DD`. */
  today: string;
  /** Whether the documents have different authors, so that components are not matched by name. */
  isUnrelated: boolean;
  /** Whether a document describes XML bodies. */
  hasXml: boolean;
}

/** Compares schemas. */
export interface Comparer {
  readonly pair: Pair;
  /** Adds findings for the differences between two schemas as written. */
  compare(base: Json | undefined, revision: Json | undefined, context: Context): void;
  /** Returns the effects of a change between canonical schemas. Shared components are assumed to be unchanged. */
  findEffects(base: JsonObject, revision: JsonObject, context: Context): ReadonlySet<Effect>;
  /** Returns whether all values of one canonical schema of a document are also valid against another. */
  includes(side: Side, wider: JsonObject, narrower: JsonObject, context: Context): boolean;
}

/** References by the document that has them. */
export type ExpandedRefs = Readonly<Record<SideName, ReadonlySet<string>>>;

const NO_EXPANDED_REFS: ExpandedRefs = { base: new Set(), revision: new Set() };

/** The position of a comparison in a part. */
export interface Context {
  part: Part;
  direction: Direction;
  variance: Variance;
  /** The path from the part: `ink.colors[]`. */
  path: string;
  /** The nearest sites in the documents. */
  base: Site;
  revision: Site;
  /** Whether the value is always present, so that its default is never used. */
  isRequired: boolean;
  /** Whether only effects are collected: components are not compared and annotations are skipped. */
  isTrial: boolean;
  /**
   * Whether the keywords beside alternatives are moved into them as a trial. Those beside nested alternatives are then
   * moved without a trial, because the number of comparisons would otherwise double with each level.
   */
  isDistributing: boolean;
  /** The pairs of schemas that contain this one, to end at circular schemas. */
  ancestors: ReadonlySet<string>;
  /**
   * The references in this value's schemas that were replaced already, by document. They are not replaced again,
   * because a component may be extended by its own alternatives.
   */
  expandedRefs: ExpandedRefs;
}

/**
 * Creates the context of a part.
 *
 * @param part - The part.
 * @param base - The site of the part in the base.
 * @param revision - The site of the part in the revision.
 * @returns The context, without a path.
 */
export function createRootContext(part: Part, base: Site, revision: Site): Context {
  return {
    part,
    direction: part.direction,
    variance: part.variance,
    path: "",
    base,
    revision,
    isRequired: false,
    isTrial: false,
    isDistributing: false,
    ancestors: new Set(),
    expandedRefs: NO_EXPANDED_REFS,
  };
}

/**
 * Returns the context one level below: of a field, or the items of an array.
 *
 * @param context - The context of the parent.
 * @param step - The step from the parent, such as a name or `[]`.
 * @param overrides - The fields that differ from those of the parent. Default: none.
 * @returns The context of the child.
 */
export function createChildContext(
  context: Context,
  step: string,
  overrides: Partial<Context> = {},
): Context {
  const path =
    step === ""
      ? context.path
      : /^[[ ]/.test(step) || !context.path
        ? context.path + step
        : `${context.path}.${step}`;
  return {
    ...context,
    isRequired: false,
    expandedRefs: NO_EXPANDED_REFS,
    ...overrides,
    path: path.trimStart(),
  };
}

/**
 * Adds a finding to the part of the context.
 *
 * @param context - The context.
 * @param rule - The name of the rule.
 * @param effect - The effect on the valid values.
 * @param message - The change, as a sentence.
 * @param overrides - Further fields of the finding, and those that the context does not determine. Default: none.
 */
export function addFinding(
  context: Context,
  rule: string,
  effect: Effect,
  message: string,
  overrides: Partial<Finding> = {},
): void {
  context.part.findings.push({
    rule,
    effect,
    message,
    path: context.path,
    site: context.revision,
    variance: context.variance,
    ...overrides,
  });
}

/**
 * Returns the site of a keyword: in the revision, or in the base if it was removed.
 *
 * @param pair - The documents.
 * @param context - The context, whose sites are the fallback.
 * @param schemas - The schema in both documents.
 * @param path - The path of the keyword in the schema.
 * @returns The site.
 */
export function getKeywordSite(
  pair: Pair,
  context: Context,
  schemas: readonly [JsonObject, JsonObject],
  ...path: Pointer
): Site {
  const [base, revision] = schemas;
  const [keyword = ""] = path;
  return revision[keyword] === undefined && base[keyword] !== undefined
    ? pair.base.getSite(base, path, context.base)
    : pair.revision.getSite(revision, path, context.revision);
}
