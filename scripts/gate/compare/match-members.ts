import { isObject, type JsonObject } from "../../document/json.js";
import { typesOf } from "../normalize/canonical.js";
import { isAnnotation } from "../normalize/keywords.js";
import { tagsOf } from "../normalize/unions.js";
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
  const refOf = ({ revision }: Pair, member: JsonObject): string | undefined =>
    revision.schemas.onlyRefOf(member);
  matchByKey(
    matching,
    take,
    (member) => {
      const ref = refOf(pair, member);
      return ref && `ref ${pair.renamed.get(ref) ?? ref}`;
    },
    (member) => refOf(pair, member)?.replace(/^/, "ref "),
  );
  matchByKey(matching, take, constraintsOf, constraintsOf);
  matchByKey(matching, take, tagIn(pair.base), tagIn(pair.revision));
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

const constraintsOf: Key = (member) =>
  stringifySorted(Object.fromEntries(Object.entries(member).filter(([keyword]) => !isAnnotation(keyword))));

const tagIn =
  ({ schemas }: Side): Key =>
  (member) => {
    const tags = [...tagsOf(schemas.expand(member, new Set()), (schema) => schemas.expandAll(schema))].filter(
      ([, values]) => values.length === 1,
    );
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
        similarity: similarityOf(expandIn(pair.base, base), expandIn(pair.revision, revision)),
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

/** Whether two alternatives are different components, one of which exists in both documents. */
function areTwoComponents(
  { base, revision, isUnrelated }: Pair,
  before: JsonObject,
  after: JsonObject,
): boolean {
  const [ref, other] = [base.schemas.onlyRefOf(before), revision.schemas.onlyRefOf(after)];
  if (isUnrelated || ref === undefined || other === undefined) return false;
  return revision.schemas.resolve(ref) !== undefined || base.schemas.resolve(other) !== undefined;
}

/** Returns the similarity of two schemas, from 0 to 1. */
function similarityOf(a: JsonObject, b: JsonObject): number {
  const [types, others] = [typesOf(a) ?? [], typesOf(b) ?? []];
  const overlap = overlapOf(types, others, (type) => (type === "integer" ? "number" : type));
  const names = ({ properties }: JsonObject): string[] => Object.keys(isObject(properties) ? properties : {});
  const [mine, theirs] = [names(a), names(b)];
  return mine.length || theirs.length ? overlap * overlapOf(mine, theirs, (name) => name) : overlap;
}

function overlapOf(a: readonly string[], b: readonly string[], normalize: (value: string) => string): number {
  const [one, other] = [new Set(a.map(normalize)), new Set(b.map(normalize))];
  const all = new Set([...one, ...other]);
  return all.size ? [...one].filter((value) => other.has(value)).length / all.size : 1;
}
