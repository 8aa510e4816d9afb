import type { JsonObject } from "../../document/json.js";
import { getUnion, type Union } from "../normalize/unions.js";
import { stringifySorted } from "../json-equality.js";
import { removeAnnotations } from "../normalize/keywords.js";
import { addFinding, type Comparer, type Context, createChildContext, getKeywordSite } from "./context.js";
import type { Effect, Finding, Site } from "./finding.js";
import { formatList } from "./format-values.js";
import { matchMembers } from "./match-members.js";
import { nameMember } from "./names.js";
import { areExclusive, compareOverlaps, isCovered } from "./overlaps.js";
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
  const [writtenLeft, writtenRight] = isWhole
    ? [getAlternatives(pair.base, base, after), getAlternatives(pair.revision, revision, before)]
    : [before.members, after.members];
  const [left, kindBefore = before?.kind] = spreadReferences(pair.base, [before, writtenLeft], writtenRight);
  const [right, kindAfter = after?.kind] = spreadReferences(
    pair.revision,
    [after, writtenRight],
    writtenLeft,
  );
  const { pairs, removed, added } = matchMembers(pair, left, right);
  for (const members of pairs) {
    const name = left.length > 1 && right.length > 1 ? nameMember(comparer, members[1]) : "";
    const { expandedRefs } = context;
    const childContext = createChildContext(context, name && ` (${name})`, { expandedRefs });
    if (isAnyOf(before) && isAnyOf(after)) compareWithin(comparer, members, [left, right], childContext);
    else comparer.compare(...members, childContext);
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
  reportAlternatives(comparer, [kind, lost, gained], site, context);
  if (!isWhole && kindAfter !== undefined && kindBefore !== kindAfter)
    compareKinds(comparer, { kind: kindAfter, members: right }, { ...context, revision: site });
}

const isAnyOf = (union: Union | undefined): boolean => union?.kind === "anyOf" && !union.hasDiscriminator;

/** Compares two alternatives of `anyOf`. Values that another alternative allows too have not changed. */
function compareWithin(
  comparer: Comparer,
  [member, match]: readonly [JsonObject, JsonObject],
  [left, right]: readonly [readonly JsonObject[], readonly JsonObject[]],
  context: Context,
): void {
  const { base, revision } = comparer.pair;
  const { findings } = context.part;
  const start = findings.length;
  comparer.compare(member, match, context);
  const added = findings.slice(start);
  const isConstraint = ({ effect }: Finding): boolean => effect === "narrows" || effect === "widens";
  if (context.isTrial || !added.some(isConstraint) || added.some(({ effect }) => effect === "changes"))
    return;
  const isInline =
    base.schemas.getOnlyRef(member) === undefined && revision.schemas.getOnlyRef(match) === undefined;
  if (
    isInline &&
    isCovered(comparer, [member], right, context) &&
    isCovered(comparer, left, [match], context, true)
  )
    findings.splice(start, added.length, ...added.filter((finding) => !isConstraint(finding)));
}

/** Reports the removed and added alternatives. */
function reportAlternatives(
  comparer: Comparer,
  [kind, lost, gained]: readonly [string, readonly JsonObject[], readonly JsonObject[]],
  site: Site,
  context: Context,
): void {
  const formatNames = (members: readonly JsonObject[]): string =>
    formatList(members.map((member) => `\`${nameMember(comparer, member)}\``));
  const report = (rule: string, effect: Effect, message: string): void => {
    addFinding(context, rule, effect, message, { site });
  };
  if (lost.length)
    report("alternative-removed", "narrows", `Removed from \`${kind}\`: ${formatNames(lost)}.`);
  if (gained.length) report("alternative-added", "widens", `Added to \`${kind}\`: ${formatNames(gained)}.`);
}

/** Reports that `anyOf` became `oneOf` or the reverse. They are the same if no value matches two alternatives. */
function compareKinds(comparer: Comparer, { kind, members }: Union, context: Context): void {
  if (areExclusive(comparer.pair.revision, members)) return;
  const [effect, previous] =
    kind === "oneOf" ? (["narrows", "anyOf"] as const) : (["widens", "oneOf"] as const);
  addFinding(context, "alternative-kind", effect, `\`${previous}\` became \`${kind}\`.`);
}

/** Returns the alternatives of a schema. Without any, its types are split if the other schema has alternatives. */
function getAlternatives(side: Side, schema: JsonObject, other: Union | undefined): readonly JsonObject[] {
  return other ? side.schemas.splitTypes(schema) : side.schemas.distribute(schema);
}

/**
 * Replaces references to alternatives some of which the other document lists itself. Alternatives of another kind are
 * only replaced if no value of theirs matches the alternatives beside them.
 *
 * @returns The alternatives, and the kind of those that were replaced, if any.
 */
function spreadReferences(
  side: Side,
  [own, members]: readonly [Union | undefined, readonly JsonObject[]],
  others: readonly JsonObject[],
): [members: readonly JsonObject[], kind: Union["kind"] | undefined] {
  const { schemas } = side;
  const serialize = (member: JsonObject): string => stringifySorted(removeAnnotations(member));
  const otherTexts = new Set(others.map(serialize));
  const findListedUnion = (member: JsonObject): Union | undefined => {
    if (schemas.getOnlyRef(member) === undefined || otherTexts.has(serialize(member))) return undefined;
    const expanded = schemas.expand(member);
    const union = getUnion(expanded);
    const isAlone = Object.keys(removeAnnotations(expanded)).length === 1 && !union?.hasDiscriminator;
    return isAlone && union?.members.some((nested) => otherTexts.has(serialize(nested))) ? union : undefined;
  };
  const unions = members.map(findListedUnion);
  const kind = unions.find((union) => union !== undefined)?.kind;
  const isSeparable = unions.every((union, index) => {
    if (!union || union.kind === own?.kind) return true;
    const beside = members.filter((_, position) => position !== index);
    return (
      union.kind === kind &&
      union.members.every((nested) => beside.every((member) => areExclusive(side, [nested, member])))
    );
  });
  if (!isSeparable) return [members, undefined];
  return [members.flatMap((member, index) => unions[index]?.members ?? [member]), kind];
}
