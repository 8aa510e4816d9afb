import type { JsonObject } from "../../document/json.js";
import type { Pair } from "./context.js";
import type { Side } from "./side.js";
import { isPastSunset } from "./sunset.js";

/** Reads the parts of a document that have names: parameters or properties. */
interface PartReader<Part> {
  /** Returns whether a document has a part. */
  isPresent: (part: Part) => boolean;
  /** Returns the object of the base that can state when a part is removed. */
  getSunsetHolder: (part: Part) => JsonObject;
  /** Returns what two parts have in common if only their names differ. */
  serialize: (side: Side, part: Part) => string;
}

/**
 * Finds the part that was renamed.
 *
 * @param pair - The documents.
 * @param before - The parts of the base by name.
 * @param after - The parts of the revision by name.
 * @param reader - Reads the parts.
 * @returns Both names. Undefined unless exactly one part could be renamed.
 */
export function findRename<Part>(
  pair: Pair,
  before: ReadonlyMap<string, Part>,
  after: ReadonlyMap<string, Part>,
  { isPresent, getSunsetHolder, serialize }: PartReader<Part>,
): readonly [before: string, after: string] | undefined {
  // In documents of different authors, equal contents are no evidence of a rename.
  if (pair.isUnrelated) return undefined;
  const [removed, ...moreRemoved] = [...before].filter(([name, part]) => isPresent(part) && !after.has(name));
  const [added, ...moreAdded] = [...after].filter(([name, part]) => isPresent(part) && !before.has(name));
  if (!removed || !added || moreRemoved.length || moreAdded.length) return undefined;
  if (isPastSunset(getSunsetHolder(removed[1]), pair.today)) return undefined;
  return serialize(pair.base, removed[1]) === serialize(pair.revision, added[1])
    ? [removed[0], added[0]]
    : undefined;
}
