import type { JsonObject } from "../../document/json.js";
import { getTypes } from "../normalize/canonical.js";
import { normalizeKeywords } from "../normalize/normalize-keywords.js";
import { areMutuallyExclusive, getUnion, type Union } from "../normalize/unions.js";
import { isEqual } from "../json-equality.js";
import { addFinding, type Comparer, type Context, createChildContext, getKeywordSite } from "./context.js";
import { formatList, formatTypes } from "./format-values.js";
import { matchMembers } from "./match-members.js";
import { getSchemaName } from "./names.js";
import type { Side } from "./side.js";

/**
 * Compares the alternatives of two canonical schemas. A schema without alternatives is compared as a whole with those
 * of the other. The keywords beside the alternatives are merged into each of them first.
 *
 * @param comparer - Compares the alternatives.
 * @param base - The schema in the base.
 * @param revision - The schema in the revision.
 * @param context - Receives the findings.
 */
export function compareUnions(
  comparer: Comparer,
  base: JsonObject,
  revision: JsonObject,
  context: Context,
): void {
  const { pair } = comparer;
  const [before, after] = [getUnion(base), getUnion(revision)];
  const isWhole = !before || !after;
  const left = isWhole ? getAlternatives(pair.base, base, after) : before.members;
  const right = isWhole ? getAlternatives(pair.revision, revision, before) : after.members;
  const { pairs, removed, added } = matchMembers(pair, left, right);
  for (const [member, match] of pairs) {
    const name = left.length > 1 && right.length > 1 ? nameMember(comparer, match) : "";
    comparer.compare(member, match, createChildContext(context, name && ` (${name})`));
  }
  const kind = after?.kind ?? before?.kind ?? "anyOf";
  const site = getKeywordSite(pair, context, [base, revision], kind);
  // A component is a separate alternative, even if it is similar to another one.
  const isNamed = (side: Side, member: JsonObject): boolean =>
    !isWhole && !pair.isUnrelated && side.schemas.getOnlyRef(member) !== undefined;
  const lost = removed.filter(
    (member) => isNamed(pair.base, member) || !isCovered(comparer, [member], right, context),
  );
  const gained = added.filter(
    (member) => isNamed(pair.revision, member) || !isCovered(comparer, left, [member], context, true),
  );
  compareOverlaps(comparer, [before, left, removed], [after, right, added], { ...context, revision: site });
  const formatNames = (members: readonly JsonObject[]): string =>
    formatList(members.map((member) => `\`${nameMember(comparer, member)}\``));
  if (lost.length)
    addFinding(context, "alternative-removed", "narrows", `Removed from \`${kind}\`: ${formatNames(lost)}.`, {
      site,
    });
  if (gained.length)
    addFinding(context, "alternative-added", "widens", `Added to \`${kind}\`: ${formatNames(gained)}.`, {
      site,
    });
  if (before && after) compareKinds(comparer, before, after, { ...context, revision: site });
}

/** Compares `anyOf` with `oneOf`. They are the same if no value matches two alternatives. */
function compareKinds(comparer: Comparer, before: Union, after: Union, context: Context): void {
  if (before.kind === after.kind || areExclusive(comparer, after.members)) return;
  const effect = after.kind === "oneOf" ? "narrows" : "widens";
  addFinding(context, "alternative-kind", effect, `\`${before.kind}\` became \`${after.kind}\`.`);
}

/**
 * Returns the alternatives of a schema. Without any, null is split off if the other schema has it as an alternative.
 */
function getAlternatives(side: Side, schema: JsonObject, other: Union | undefined): readonly JsonObject[] {
  const types = getTypes(schema);
  const isNull = (member: JsonObject): boolean => isEqual(member.type, ["null"]);
  if (!other?.members.some(isNull) || !types?.includes("null") || types.length === 1)
    return side.schemas.distribute(schema);
  return side.schemas.splitNull(schema);
}

type ChangedUnion = readonly [
  union: Union | undefined,
  members: readonly JsonObject[],
  unmatched: readonly JsonObject[],
];

/**
 * Reports that values match another alternative of `oneOf` too, which makes them invalid, or no longer do. With a
 * discriminator only one alternative counts.
 */
function compareOverlaps(
  comparer: Comparer,
  base: ChangedUnion,
  revision: ChangedUnion,
  context: Context,
): void {
  const { pair } = comparer;
  const findOverlaps = (side: Side, [union, members, unmatched]: ChangedUnion): JsonObject[] => {
    if (union?.kind !== "oneOf" || union.hasDiscriminator) return [];
    const areOverlapping = (first: JsonObject, second: JsonObject): boolean =>
      comparer.includes(side, first, second, context) || comparer.includes(side, second, first, context);
    return unmatched.filter((member) =>
      members.some(
        (other) =>
          other !== member &&
          splitTypes(member).some((part) =>
            splitTypes(other).some((otherPart) => areOverlapping(part, otherPart)),
          ),
      ),
    );
  };
  for (const member of findOverlaps(pair.base, base))
    addFinding(
      context,
      "alternative-overlap",
      "widens",
      `Values may match \`${nameMember(comparer, member)}\` and another alternative.`,
    );
  for (const member of findOverlaps(pair.revision, revision))
    addFinding(
      context,
      "alternative-overlap",
      "narrows",
      `Values must not match \`${nameMember(comparer, member)}\` and another alternative of \`oneOf\`.`,
    );
}

/** Splits a schema of several types into one schema for each. */
function splitTypes(schema: JsonObject): JsonObject[] {
  const types = getTypes(schema) ?? [];
  return types.length > 1 ? types.map((type) => normalizeKeywords({ ...schema, type: [type] })) : [schema];
}

/** Returns whether an unmatched alternative is covered by one of the other side. */
function isCovered(
  comparer: Comparer,
  before: readonly JsonObject[],
  after: readonly JsonObject[],
  context: Context,
  isReversed = false,
): boolean {
  const outside = isReversed ? (["widens", "changes"] as const) : (["narrows", "changes"] as const);
  return before.some((member) =>
    after.some((other) => {
      const effects = comparer.findEffects(member, other, context);
      return !outside.some((effect) => effects.has(effect));
    }),
  );
}

function areExclusive({ pair }: Comparer, members: readonly JsonObject[]): boolean {
  const { schemas } = pair.revision;
  const whole = members.map((member) => schemas.expand(member, new Set()));
  return whole.every((member, index) =>
    whole
      .slice(index + 1)
      .every((other) => areMutuallyExclusive(member, other, (schema) => schemas.expandAll(schema))),
  );
}

/** Returns the name of an alternative. */
function nameMember({ pair }: Comparer, member: JsonObject): string {
  const ref = pair.revision.schemas.getOnlyRef(member);
  if (ref !== undefined) return getSchemaName(ref);
  const { title } = member;
  return typeof title === "string" ? title : formatTypes(getTypes(member), "any");
}
