import { isObject, type Json, type JsonObject } from "../../document/json.js";
import { getTypes } from "../normalize/canonical.js";
import { removeAnnotations } from "../normalize/keywords.js";
import { stringifySorted } from "../json-equality.js";
import type { Pair } from "./context.js";
import type { Side } from "./side.js";

/** The matched and unmatched alternatives of two unions. */
export interface Matching {
  pairs: (readonly [JsonObject, JsonObject])[];
  removed: JsonObject[];
  added: JsonObject[];
}

/** With more pairs of unmatched alternatives than this, they are not matched by similarity. */
const MAX_PAIRS = 24 ** 2;

/**
 * Matches alternatives: by their only reference, by equality, by all references, by tag, and then by similarity.
 *
 * @param pair - The documents.
 * @param before - The alternatives in the base.
 * @param after - The alternatives in the revision.
 * @returns The pairs, and the alternatives without a match.
 */
export function matchMembers(
  pair: Pair,
  before: readonly JsonObject[],
  after: readonly JsonObject[],
): Matching {
  const matching: Matching = { pairs: [], removed: [...before], added: [...after] };
  const addPair = (base: JsonObject, revision: JsonObject): void => {
    matching.pairs.push([base, revision]);
    matching.removed.splice(matching.removed.indexOf(base), 1);
    matching.added.splice(matching.added.indexOf(revision), 1);
  };
  matchByRefs(pair, matching, addPair, ({ schemas }, member) =>
    schemas.getOnlyRef(member) === undefined ? [] : schemas.getRefs(member),
  );
  matchByKey(matching, addPair, serializeConstraints, serializeConstraints);
  matchByRefs(pair, matching, addPair, ({ schemas }, member) => schemas.getRefs(member));
  matchByKey(matching, addPair, createTagReader(pair.base), createTagReader(pair.revision));
  if (matching.removed.length * matching.added.length <= MAX_PAIRS)
    matchBySimilarity(pair, matching, addPair);
  return matching;
}

type PairCollector = (base: JsonObject, revision: JsonObject) => void;
type KeyReader = (member: JsonObject) => string | undefined;

/** Matches alternatives whose key is unique in both documents. */
function matchByKey(
  { removed, added }: Matching,
  addPair: PairCollector,
  readBaseKey: KeyReader,
  readRevisionKey: KeyReader,
): void {
  const [before, after] = [indexByKey(removed, readBaseKey), indexByKey(added, readRevisionKey)];
  for (const [key, member] of before) {
    const match = after.get(key);
    if (member && match) addPair(member, match);
  }
}

/** Returns the alternatives by key. Undefined for a key of several. */
function indexByKey(members: readonly JsonObject[], readKey: KeyReader): Map<string, JsonObject | undefined> {
  const index = new Map<string, JsonObject | undefined>();
  for (const member of members) {
    const key = readKey(member);
    if (key !== undefined) index.set(key, index.has(key) ? undefined : member);
  }
  return index;
}

/** Matches alternatives with the same references. */
function matchByRefs(
  pair: Pair,
  matching: Matching,
  addPair: PairCollector,
  getRefs: (side: Side, member: JsonObject) => readonly string[],
): void {
  const createKey = (refs: readonly string[]): string | undefined =>
    refs.length ? [...refs].sort().join("\n") : undefined;
  matchByKey(
    matching,
    addPair,
    (member) => createKey(getRefs(pair.base, member).map((ref) => pair.renamed.get(ref) ?? ref)),
    (member) => createKey(getRefs(pair.revision, member)),
  );
}

const serializeConstraints: KeyReader = (member) => stringifySorted(removeAnnotations(member));

const createTagReader =
  ({ schemas }: Side): KeyReader =>
  (member) => {
    const tags = [...schemas.getTags(schemas.expand(member))].filter(([, values]) => values.length === 1);
    return tags.length
      ? stringifySorted(Object.fromEntries(tags.map(([name, values]) => [name, [...values]])))
      : undefined;
  };

function matchBySimilarity(pair: Pair, { removed, added }: Matching, addPair: PairCollector): void {
  const [left, right] = [
    removed.map((member) => outlineMember(pair.base, member)),
    added.map((member) => outlineMember(pair.revision, member)),
  ];
  const ranked = left.flatMap((base) =>
    right
      .filter((revision) => !areTwoComponents(pair, base.member, revision.member))
      .map((revision) => ({ base, revision, ...measureSimilarity(base, revision) }))
      .filter(({ similarity }) => similarity >= 0.5),
  );
  ranked.sort((a, b) => b.similarity - a.similarity || b.agreement - a.agreement);
  const [unmatchedBefore, unmatchedAfter] = [new Set(left), new Set(right)];
  for (const { base, revision } of ranked) {
    if (!unmatchedBefore.has(base) || !unmatchedAfter.delete(revision)) continue;
    unmatchedBefore.delete(base);
    addPair(base.member, revision.member);
  }
}

/** What the similarity of an alternative depends on. */
interface Outline {
  member: JsonObject;
  title: Json | undefined;
  types: ReadonlySet<string>;
  /** The names of the properties. */
  names: ReadonlySet<string>;
  /** The properties with their schemas. */
  properties: ReadonlySet<string>;
}

function outlineMember({ schemas }: Side, member: JsonObject): Outline {
  const expanded = schemas.expand(member);
  const properties = Object.entries(isObject(expanded.properties) ? expanded.properties : {});
  return {
    member,
    title: expanded.title,
    types: new Set((getTypes(expanded) ?? []).map((type) => (type === "integer" ? "number" : type))),
    names: new Set(properties.map(([name]) => name)),
    properties: new Set(
      properties.map(([name, schema]) =>
        stringifySorted([name, removeAnnotations(schemas.normalize(schema))]),
      ),
    ),
  };
}

/** Returns whether two alternatives are different components, one of which exists in both documents. */
function areTwoComponents(
  { base, revision, isUnrelated }: Pair,
  before: JsonObject,
  after: JsonObject,
): boolean {
  const [refBefore, refAfter] = [base.schemas.getOnlyRef(before), revision.schemas.getOnlyRef(after)];
  if (isUnrelated || refBefore === undefined || refAfter === undefined) return false;
  return revision.schemas.resolve(refBefore) !== undefined || base.schemas.resolve(refAfter) !== undefined;
}

/** Returns the similarity of two alternatives from 0 to 1, and the agreement that ranks pairs of equal similarity. */
function measureSimilarity(before: Outline, after: Outline): { similarity: number; agreement: number } {
  const hasSameTitle = before.title !== undefined && before.title === after.title;
  return {
    similarity: measureOverlap(before.types, after.types) * measureOverlap(before.names, after.names),
    agreement: Number(hasSameTitle) + measureOverlap(before.properties, after.properties),
  };
}

function measureOverlap(before: ReadonlySet<string>, after: ReadonlySet<string>): number {
  const union = new Set([...before, ...after]);
  return union.size ? [...before].filter((value) => after.has(value)).length / union.size : 1;
}
