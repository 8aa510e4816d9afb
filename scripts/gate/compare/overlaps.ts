import type { JsonObject } from "../../document/json.js";
import { getTypes } from "../normalize/canonical.js";
import { mergeSchemas } from "../normalize/merge.js";
import { findSatisfiability } from "../normalize/satisfiability.js";
import { areMutuallyExclusive, splitTypes, type Union } from "../normalize/unions.js";
import { stringifySorted } from "../json-equality.js";
import { addFinding, type Comparer, type Context } from "./context.js";
import { CONSTRAINING_EFFECTS, hasEffect } from "./finding.js";
import type { Matching } from "./match-members.js";
import { nameMember } from "./names.js";
import type { Side } from "./side.js";

/** The alternatives of one document. */
interface SideUnion {
  side: Side;
  /** Undefined for a schema without alternatives. */
  union: Union | undefined;
  members: readonly JsonObject[];
  /** The alternatives without a match in the other document. */
  unmatched: readonly JsonObject[];
}

/**
 * Reports that values match another alternative of `oneOf` too, which makes them invalid, or no longer do. With a
 * discriminator only one alternative counts.
 *
 * @param comparer - Compares the alternatives.
 * @param base - The alternatives in the base.
 * @param revision - The alternatives in the revision.
 * @param pairs - The alternatives that both documents have.
 * @param context - Receives the findings.
 */
export function compareOverlaps(
  comparer: Comparer,
  base: SideUnion,
  revision: SideUnion,
  pairs: Matching["pairs"],
  context: Context,
): void {
  // Each level of nested alternatives would otherwise multiply the number of comparisons.
  if (context.isTrial) return;
  const changed = findChangedPairs(comparer, pairs, context);
  const ended = new Set([
    ...findUnmatchedOverlaps(comparer, base, context),
    ...findChangedOverlaps(comparer, [base, revision], [changed, pairs], context),
    ...findCommonMembers(base, revision, (whole, member) =>
      isCovered(comparer, [member], [whole], context, true),
    ),
  ]);
  for (const member of ended)
    addFinding(
      context,
      "alternative-overlap",
      "widens",
      `Values may match \`${nameMember(comparer, member)}\` and another alternative.`,
    );
  const reverse = (list: Matching["pairs"]): Matching["pairs"] =>
    list.map(([before, after]) => [after, before]);
  const added = new Set([
    ...findUnmatchedOverlaps(comparer, revision, context),
    ...findChangedOverlaps(comparer, [revision, base], [reverse(changed), reverse(pairs)], context),
    ...findCommonMembers(revision, base, (whole, member) => isCovered(comparer, [whole], [member], context)),
  ]);
  for (const member of added)
    addFinding(
      context,
      "alternative-overlap",
      "narrows",
      `Values must not match \`${nameMember(comparer, member)}\` and another alternative of \`oneOf\`.`,
      { site: revision.side.getSite(member, [], context.revision) },
    );
}

/** Returns whether a value that matches two of the alternatives is invalid. */
const isExclusive = ({ union }: SideUnion): boolean => union?.kind === "oneOf" && !union.hasDiscriminator;

/** Returns whether one of two alternatives includes the other, or a type of it. */
function areOverlapping(
  comparer: Comparer,
  side: Side,
  [first, second]: readonly [JsonObject, JsonObject],
  context: Context,
): boolean {
  return splitTypes(first).some((part) =>
    splitTypes(second).some(
      (otherPart) =>
        comparer.includes(side, part, otherPart, context) ||
        comparer.includes(side, otherPart, part, context),
    ),
  );
}

/** Returns the alternatives without a match that overlap with another one. */
function findUnmatchedOverlaps(comparer: Comparer, own: SideUnion, context: Context): JsonObject[] {
  if (!isExclusive(own)) return [];
  return own.unmatched.filter((member) =>
    own.members.some(
      (other) => other !== member && areOverlapping(comparer, own.side, [member, other], context),
    ),
  );
}

/** Returns the pairs of alternatives whose values changed. */
function findChangedPairs(comparer: Comparer, pairs: Matching["pairs"], context: Context): Matching["pairs"] {
  const { base, revision } = comparer.pair;
  return pairs.filter(([before, after]) => {
    const [expandedBefore, expandedAfter] = [base.schemas.expand(before), revision.schemas.expand(after)];
    if (stringifySorted(expandedBefore) === stringifySorted(expandedAfter)) return false;
    const effects = comparer.findEffects(expandedBefore, expandedAfter, { ...context, isDistributing: true });
    return hasEffect(effects, ...CONSTRAINING_EFFECTS);
  });
}

/** Returns the changed alternatives that overlap with another one, but not in the other document. */
function findChangedOverlaps(
  comparer: Comparer,
  [own, other]: readonly [SideUnion, SideUnion],
  [changed, pairs]: readonly [Matching["pairs"], Matching["pairs"]],
  context: Context,
): JsonObject[] {
  if (!isExclusive(own) || !isExclusive(other)) return [];
  const isNewOverlap = (
    [member, match]: Matching["pairs"][number],
    [another, anotherMatch]: Matching["pairs"][number],
  ): boolean =>
    another !== member &&
    !areExclusive(own.side, [member, another]) &&
    (hasGrown(comparer, [own.side, other.side], [member, another], [match, anotherMatch], context) ||
      (areOverlapping(comparer, own.side, [member, another], context) &&
        !areOverlapping(comparer, other.side, [match, anotherMatch], context)));
  return changed
    .filter((pair) => pairs.some((another) => isNewOverlap(pair, another)))
    .map(([member]) => member);
}

/**
 * Returns whether values certainly match both of two alternatives, some of which did not in the other document. Objects
 * only count if none did, and not in the base: a new tag that distinguishes them should not make a response breaking.
 */
function hasGrown(
  comparer: Comparer,
  [side, otherSide]: readonly [Side, Side],
  members: readonly [JsonObject, JsonObject],
  matches: readonly [JsonObject, JsonObject],
  context: Context,
): boolean {
  const isScalar = [...members, ...matches].every(hasScalarTypes);
  if (!isScalar && (side.name === "base" || !areExclusive(otherSide, matches))) return false;
  const common = intersect(side, members);
  if (findSatisfiability(common, (schema) => side.schemas.expandAll(schema)) !== true) return false;
  if (!isScalar) return true;
  const commonMatch = intersect(otherSide, matches);
  return side.name === "revision"
    ? hasEffect(comparer.findEffects(commonMatch, common, context), "widens", "changes")
    : hasEffect(comparer.findEffects(common, commonMatch, context), "narrows", "changes");
}

const hasScalarTypes = (member: JsonObject): boolean =>
  getTypes(member)?.every((type) => type !== "object" && type !== "array") ?? false;

/** Returns the schema of the values that match both of two alternatives. */
const intersect = ({ schemas }: Side, [first, second]: readonly [JsonObject, JsonObject]): JsonObject =>
  mergeSchemas(schemas.expand(first), schemas.expand(second));

/** Returns whether no value matches two of the alternatives, as far as their keywords show. */
export function areExclusive({ schemas }: Side, members: readonly JsonObject[]): boolean {
  const whole = members.map((member) => schemas.expand(member));
  return whole.every((member, index) =>
    whole.slice(index + 1).every((other) => areMutuallyExclusive(member, other, schemas)),
  );
}

/** Returns the alternatives that include all values of the other document's schema, if there are several. */
function findCommonMembers(
  own: SideUnion,
  other: SideUnion,
  includes: (whole: JsonObject, member: JsonObject) => boolean,
): JsonObject[] {
  if (!isExclusive(own) || other.union) return [];
  return other.members.flatMap((whole) => {
    const members = own.members.filter((member) => includes(whole, member));
    return members.length > 1 ? members : [];
  });
}

/**
 * Returns whether an alternative of the base is covered by one of the revision.
 *
 * @param comparer - Compares the alternatives.
 * @param before - The alternatives of the base.
 * @param after - The alternatives of the revision.
 * @param context - The context of the alternatives.
 * @param isReversed - Whether one of the revision must be covered by one of the base instead. Default: `false`.
 * @returns Whether it is covered.
 */
export function isCovered(
  comparer: Comparer,
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  context: Context,
  isReversed = false,
): boolean {
  return before.some((member) =>
    after.some(
      (other) =>
        !hasEffect(
          comparer.findEffects(member, other, context),
          isReversed ? "widens" : "narrows",
          "changes",
        ),
    ),
  );
}
