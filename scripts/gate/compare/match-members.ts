import { isObject, type JsonObject } from "../../document/json.js";
import { getTypes } from "../normalize/canonical.js";
import { isAnnotation } from "../normalize/keywords.js";
import { getTags } from "../normalize/unions.js";
import { stringifySorted } from "../json-equality.js";
import type { Pair } from "./context.js";
import type { Side } from "./side.js";

/** The matched and unmatched alternatives of two unions. */
export interface Matching {
  pairs: (readonly [JsonObject, JsonObject])[];
  removed: JsonObject[];
  added: JsonObject[];
}

/** With more unmatched alternatives than this, they are not matched by similarity, which is quadratic. */
const MAX_UNMATCHED = 24;

/** Matches alternatives: by reference, by equality, by tag, and then by similarity. */
export function matchMembers(
  pair: Pair,
  before: readonly JsonObject[],
  after: readonly JsonObject[],
): Matching {
  const matching: Matching = { pairs: [], removed: [...before], added: [...after] };
  const take = (base: JsonObject, revision: JsonObject): void => {
    matching.pairs.push([base, revision]);
    matching.removed.splice(matching.removed.indexOf(base), 1);
    matching.added.splice(matching.added.indexOf(revision), 1);
  };
  const getRef = ({ revision }: Pair, member: JsonObject): string | undefined =>
    revision.schemas.getOnlyRef(member);
  matchByKey(
    matching,
    take,
    (member) => {
      const ref = getRef(pair, member);
      return ref && `ref ${pair.renamed.get(ref) ?? ref}`;
    },
    (member) => getRef(pair, member)?.replace(/^/, "ref "),
  );
  matchByKey(matching, take, getConstraints, getConstraints);
  matchByKey(matching, take, createTagReader(pair.base), createTagReader(pair.revision));
  if (matching.removed.length <= MAX_UNMATCHED && matching.added.length <= MAX_UNMATCHED)
    matchBySimilarity(pair, matching, take);
  return matching;
}

type Match = (base: JsonObject, revision: JsonObject) => void;
type Key = (member: JsonObject) => string | undefined;

function matchByKey({ removed, added }: Matching, take: Match, keyOfBase: Key, keyOfRevision: Key): void {
  const unmatched = new Map<string, JsonObject>();
  for (const member of added) {
    const key = keyOfRevision(member);
    if (key !== undefined && !unmatched.has(key)) unmatched.set(key, member);
  }
  for (const member of [...removed]) {
    const key = keyOfBase(member);
    const match = key === undefined ? undefined : unmatched.get(key);
    if (key === undefined || !match) continue;
    unmatched.delete(key);
    take(member, match);
  }
}

const getConstraints: Key = (member) =>
  stringifySorted(Object.fromEntries(Object.entries(member).filter(([keyword]) => !isAnnotation(keyword))));

const createTagReader =
  ({ schemas }: Side): Key =>
  (member) => {
    const tags = [
      ...getTags(schemas.expand(member, new Set()), (schema) => schemas.expandAll(schema)),
    ].filter(([, values]) => values.length === 1);
    return tags.length ? stringifySorted(Object.fromEntries(tags)) : undefined;
  };

function matchBySimilarity(pair: Pair, { removed, added }: Matching, take: Match): void {
  const expandIn = (side: Pair["base"], member: JsonObject): JsonObject =>
    side.schemas.expand(member, new Set());
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
  const [left, right] = [new Set(removed), new Set(added)];
  for (const { base, revision, similarity } of ranked) {
    if (similarity < 0.5 || !left.delete(base)) continue;
    if (right.delete(revision)) take(base, revision);
    else left.add(base);
  }
}

/** Returns whether two alternatives are different components, one of which exists in both documents. */
function areTwoComponents(
  { base, revision, isUnrelated }: Pair,
  before: JsonObject,
  after: JsonObject,
): boolean {
  const [ref, other] = [base.schemas.getOnlyRef(before), revision.schemas.getOnlyRef(after)];
  if (isUnrelated || ref === undefined || other === undefined) return false;
  return revision.schemas.resolve(ref) !== undefined || base.schemas.resolve(other) !== undefined;
}

/** Returns the similarity of two schemas, from 0 to 1. */
function measureSimilarity(a: JsonObject, b: JsonObject): number {
  const [types, others] = [getTypes(a) ?? [], getTypes(b) ?? []];
  const overlap = measureOverlap(types, others, (type) => (type === "integer" ? "number" : type));
  const names = ({ properties }: JsonObject): string[] => Object.keys(isObject(properties) ? properties : {});
  const [mine, theirs] = [names(a), names(b)];
  return mine.length || theirs.length ? overlap * measureOverlap(mine, theirs, (name) => name) : overlap;
}

function measureOverlap(
  a: readonly string[],
  b: readonly string[],
  normalize: (value: string) => string,
): number {
  const [one, other] = [new Set(a.map(normalize)), new Set(b.map(normalize))];
  const all = new Set([...one, ...other]);
  return all.size ? [...one].filter((value) => other.has(value)).length / all.size : 1;
}
