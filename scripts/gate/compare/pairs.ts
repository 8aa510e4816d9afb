import type { JsonObject } from "../../document/json.js";
import { isObject } from "../../document/reader.js";
import { typesOf } from "../normalize/canonical.js";
import { isAnnotation } from "../normalize/keywords.js";
import { tagsOf } from "../normalize/unions.js";
import { stable } from "../stable.js";
import type { Pair } from "./context.js";

/** How the alternatives of two unions belong together. */
export interface Matching {
  pairs: (readonly [JsonObject, JsonObject])[];
  gone: JsonObject[];
  come: JsonObject[];
}

/** More than this many alternatives that resemble none of the other side are not compared with each of them. */
const MOST = 24;

/** Matches alternatives: by the component that they are, as equals, by their tag, or as the most alike. */
export function matchMembers(
  pair: Pair,
  before: readonly JsonObject[],
  after: readonly JsonObject[],
): Matching {
  const matching: Matching = { pairs: [], gone: [...before], come: [...after] };
  const take = (base: JsonObject, revision: JsonObject): void => {
    matching.pairs.push([base, revision]);
    matching.gone.splice(matching.gone.indexOf(base), 1);
    matching.come.splice(matching.come.indexOf(revision), 1);
  };
  const refOf = ({ revision }: Pair, member: JsonObject): string | undefined =>
    revision.schemas.onlyRefOf(member);
  byKey(
    matching,
    take,
    (member) => {
      const ref = refOf(pair, member);
      return ref && `ref ${pair.renamed.get(ref) ?? ref}`;
    },
    (member) => refOf(pair, member)?.replace(/^/, "ref "),
  );
  byKey(matching, take, constraintsOf, constraintsOf);
  byKey(matching, take, tagOf, tagOf);
  if (matching.gone.length <= MOST && matching.come.length <= MOST) byLikeness(pair, matching, take);
  return matching;
}

type Take = (base: JsonObject, revision: JsonObject) => void;
type Key = (member: JsonObject) => string | undefined;

function byKey({ gone, come }: Matching, take: Take, keyOfBase: Key, keyOfRevision: Key): void {
  const waiting = new Map<string, JsonObject>();
  for (const member of come) {
    const key = keyOfRevision(member);
    if (key !== undefined && !waiting.has(key)) waiting.set(key, member);
  }
  for (const member of [...gone]) {
    const key = keyOfBase(member);
    const match = key === undefined ? undefined : waiting.get(key);
    if (key === undefined || !match) continue;
    waiting.delete(key);
    take(member, match);
  }
}

const constraintsOf: Key = (member) =>
  stable(Object.fromEntries(Object.entries(member).filter(([keyword]) => !isAnnotation(keyword))));

const tagOf: Key = (member) => {
  const tags = [...tagsOf(member)].filter(([, values]) => values.length === 1);
  return tags.length ? stable(Object.fromEntries(tags)) : undefined;
};

function byLikeness(pair: Pair, { gone, come }: Matching, take: Take): void {
  const expandIn = (side: Pair["base"], member: JsonObject): JsonObject =>
    side.schemas.expand(member, new Set());
  const ranked = gone.flatMap((base) =>
    come
      .filter((revision) => !areTwoComponents(pair, base, revision))
      .map((revision) => ({
        base,
        revision,
        likeness: likenessOf(expandIn(pair.base, base), expandIn(pair.revision, revision)),
      })),
  );
  ranked.sort((a, b) => b.likeness - a.likeness);
  const [left, right] = [new Set(gone), new Set(come)];
  for (const { base, revision, likeness } of ranked) {
    if (likeness < 0.5 || !left.delete(base)) continue;
    if (right.delete(revision)) take(base, revision);
    else left.add(base);
  }
}

/** Whether two alternatives are components of different names, one of which is in both documents. */
function areTwoComponents(
  { base, revision, unrelated }: Pair,
  before: JsonObject,
  after: JsonObject,
): boolean {
  const [ref, other] = [base.schemas.onlyRefOf(before), revision.schemas.onlyRefOf(after)];
  if (unrelated || ref === undefined || other === undefined) return false;
  return revision.schemas.resolve(ref) !== undefined || base.schemas.resolve(other) !== undefined;
}

/** From 0 for nothing in common to 1. */
function likenessOf(a: JsonObject, b: JsonObject): number {
  const [types, others] = [typesOf(a) ?? [], typesOf(b) ?? []];
  const overlap = shareOf(types, others, (type) => (type === "integer" ? "number" : type));
  const names = ({ properties }: JsonObject): string[] => Object.keys(isObject(properties) ? properties : {});
  const [mine, theirs] = [names(a), names(b)];
  return mine.length || theirs.length ? overlap * shareOf(mine, theirs, (name) => name) : overlap;
}

function shareOf(a: readonly string[], b: readonly string[], as: (value: string) => string): number {
  const [one, other] = [new Set(a.map(as)), new Set(b.map(as))];
  const all = new Set([...one, ...other]);
  return all.size ? [...one].filter((value) => other.has(value)).length / all.size : 1;
}
