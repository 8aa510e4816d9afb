import type { JsonObject } from "../../document/json.js";
import { areMutuallyExclusive, getUnion, type Union } from "../normalize/unions.js";
import { addFinding, type Comparer, type Context, createChildContext, getKeywordSite } from "./context.js";
import { formatList } from "./format-values.js";
import { matchMembers } from "./match-members.js";
import { nameMember } from "./names.js";
import { compareOverlaps, isCovered } from "./overlaps.js";
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
    const { expandedRefs } = context;
    comparer.compare(member, match, createChildContext(context, name && ` (${name})`, { expandedRefs }));
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
  compareOverlaps(
    comparer,
    { side: pair.base, union: before, members: left, unmatched: removed },
    { side: pair.revision, union: after, members: right, unmatched: added },
    pairs,
    { ...context, revision: site },
  );
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

/** Returns the alternatives of a schema. Without any, its types are split if the other schema has alternatives. */
function getAlternatives(side: Side, schema: JsonObject, other: Union | undefined): readonly JsonObject[] {
  return other ? side.schemas.splitTypes(schema) : side.schemas.distribute(schema);
}

function areExclusive({ pair }: Comparer, members: readonly JsonObject[]): boolean {
  const { schemas } = pair.revision;
  const whole = members.map((member) => schemas.expand(member));
  return whole.every((member, index) =>
    whole
      .slice(index + 1)
      .every((other) => areMutuallyExclusive(member, other, (schema) => schemas.expandAll(schema))),
  );
}
