/** The maximum edit distance of a misspelled name. */
const MAX_EDITS = 3;

/** Returns the known name that is nearest to a misspelled one. Undefined if none is near. */
export function findNearest(name: string, known: readonly string[]): string | undefined {
  for (let edits = 0; edits <= MAX_EDITS; edits++) {
    const near = known.find(
      (each) => 3 * edits <= each.length && isWithin(edits, normalizeSpelling(name), normalizeSpelling(each)),
    );
    if (near) return near;
  }
  return undefined;
}

/** Normalizes the spelling of a name: `perPage`, `per-page` and `per_page` are equal. */
function normalizeSpelling(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, "");
}

/** Returns whether the Levenshtein distance of two words is at most `edits`. */
function isWithin(edits: number, one: string, other: string): boolean {
  const first = one.slice(1);
  const second = other.slice(1);
  if (one.at(0) === other.at(0)) return !one || isWithin(edits, first, second);
  return (
    edits-- > 0 &&
    (isWithin(edits, first, other) || isWithin(edits, one, second) || isWithin(edits, first, second))
  );
}
