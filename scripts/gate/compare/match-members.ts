import { isObject, type JsonObject } from "../../document/json.js";
import { getTypes } from "../normalize/canonical.js";
import { removeAnnotations } from "../normalize/keywords.js";
import { getTags } from "../normalize/unions.js";
import { stringifySorted } from "../json-equality.js";
import type { Pair } from "./context.js";
import type { Side } from "./side.js";

/** The matched and unmatched alternatives of two unions. */
interface Matching {
  pairs: (readonly [JsonObject, JsonObject])[];
  removed: JsonObject[];
  added: JsonObject[];
}

/** With more unmatched alternatives than this, they are not matched by similarity, which is quadratic. */
const MAX_UNMATCHED = 24;

/**
 * Matches alternatives: by reference, by equality, by tag, and then by similarity.
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
  const getRef = ({ revision }: Pair, member: JsonObject): string | undefined =>
    revision.schemas.getOnlyRef(member);
  matchByKey(
    matching,
    addPair,
    (member) => {
      const ref = getRef(pair, member);
      return ref && `ref ${pair.renamed.get(ref) ?? ref}`;
    },
    (member) => getRef(pair, member)?.replace(/^/, "ref "),
  );
  matchByKey(matching, addPair, serializeConstraints, serializeConstraints);
  matchByKey(matching, addPair, createTagReader(pair.base), createTagReader(pair.revision));
  if (matching.removed.length <= MAX_UNMATCHED && matching.added.length <= MAX_UNMATCHED)
    matchBySimilarity(pair, matching, addPair);
  return matching;
}

type PairCollector = (base: JsonObject, revision: JsonObject) => void;
type KeyReader = (member: JsonObject) => string | undefined;

function matchByKey(
  { removed, added }: Matching,
  addPair: PairCollector,
  readBaseKey: KeyReader,
  readRevisionKey: KeyReader,
): void {
  const unmatched = new Map<string, JsonObject>();
  for (const member of added) {
    const key = readRevisionKey(member);
    if (key !== undefined && !unmatched.has(key)) unmatched.set(key, member);
  }
  for (const member of [...removed]) {
    const key = readBaseKey(member);
    const match = key === undefined ? undefined : unmatched.get(key);
    if (key === undefined || !match) continue;
    unmatched.delete(key);
    addPair(member, match);
  }
}

const serializeConstraints: KeyReader = (member) => stringifySorted(removeAnnotations(member));

const createTagReader =
  ({ schemas }: Side): KeyReader =>
  (member) => {
    const tags = [
      ...getTags(schemas.expand(member, new Set()), (schema) => schemas.expandAll(schema)),
    ].filter(([, values]) => values.length === 1);
    return tags.length ? stringifySorted(Object.fromEntries(tags)) : undefined;
  };

function matchBySimilarity(pair: Pair, { removed, added }: Matching, addPair: PairCollector): void {
  const expandIn = (side: Side, member: JsonObject): JsonObject => side.schemas.expand(member, new Set());
  const ranked = removed.flatMap((base) =>
    added
      .filter((revision) => !areTwoComponents(pair, base, revision))
      .map((revision) => ({
        base,
        revision,
        similarity: measureSimilarity(expandIn(pair.base, base), expandIn(pair.revision, revision)),
      })),
  );
  ranked.sort((a, b) => b.similarity - a.similarity);
  const [unmatchedBefore, unmatchedAfter] = [new Set(removed), new Set(added)];
  for (const { base, revision, similarity } of ranked) {
    if (similarity < 0.5 || !unmatchedBefore.delete(base)) continue;
    if (unmatchedAfter.delete(revision)) addPair(base, revision);
    else unmatchedBefore.add(base);
  }
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

/** Returns the similarity of two schemas, from 0 to 1. */
function measureSimilarity(before: JsonObject, after: JsonObject): number {
  const [typesBefore, typesAfter] = [getTypes(before) ?? [], getTypes(after) ?? []];
  const overlap = measureOverlap(typesBefore, typesAfter, (type) => (type === "integer" ? "number" : type));
  const listPropertyNames = ({ properties }: JsonObject): string[] =>
    Object.keys(isObject(properties) ? properties : {});
  const [namesBefore, namesAfter] = [listPropertyNames(before), listPropertyNames(after)];
  return namesBefore.length || namesAfter.length
    ? overlap * measureOverlap(namesBefore, namesAfter, (name) => name)
    : overlap;
}

function measureOverlap(
  before: readonly string[],
  after: readonly string[],
  normalize: (value: string) => string,
): number {
  const [valuesBefore, valuesAfter] = [new Set(before.map(normalize)), new Set(after.map(normalize))];
  const union = new Set([...valuesBefore, ...valuesAfter]);
  return union.size ? [...valuesBefore].filter((value) => valuesAfter.has(value)).length / union.size : 1;
}
