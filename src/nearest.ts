/** The most letters that a misspelt name may differ in. */
const MAX_EDITS = 3;

/** Returns the known name that a misspelt one stands for; undefined where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  for (let edits = 0; edits <= MAX_EDITS; edits++) {
    const near = known.find((each) => 3 * edits <= each.length && isWithin(edits, plain(name), plain(each)));
    if (near) return near;
  }
  return undefined;
}

/** Returns a name whatever its spelling: `perPage`, `per-page` and `per_page` are the same. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, "");
}

/** Whether so many letters inserted, deleted or replaced turn one word into the other (Levenshtein). */
function isWithin(edits: number, one: string, other: string): boolean {
  const first = one.slice(1);
  const second = other.slice(1);
  if (one.codePointAt(0) === other.codePointAt(0)) return !one || isWithin(edits, first, second);
  return (
    edits-- > 0 &&
    (isWithin(edits, first, other) || isWithin(edits, one, second) || isWithin(edits, first, second))
  );
}
