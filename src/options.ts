/**
 * Checks that an argument is an object with known names only, so that a misspelt one is not ignored.
 *
 * @param kind - What a name stands for, such as "option".
 * @throws TypeError for another value, and for an unknown name, with the nearest known one.
 */
export function checkNames(kind: string, given: unknown, known: readonly string[]): void {
  if (typeof given !== "object" || given === null)
    throw new TypeError(`The ${kind}s must be an object, got ${formatValue(given)}.`);
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw new TypeError(
      `Unknown ${kind} ${name}. ${near ? `Did you mean ${near}?` : `Known are ${known.join(", ")}.`}`,
    );
  }
}

/**
 * Checks a number that counts something.
 *
 * @throws TypeError for what is not a number, RangeError for a fraction and for a number out of bounds.
 */
export function checkInteger(name: string, value: unknown, minimum?: number, maximum?: number): number {
  return checkNumber(name, value, minimum, maximum, "an integer");
}

/** Checks a number as {@link checkInteger} does. It may be a fraction, unless only integers are allowed. */
export function checkNumber(
  name: string,
  value: unknown,
  minimum?: number,
  maximum?: number,
  kind: "a number" | "an integer" = "a number",
): number {
  const number = value as number;
  const isNumber = kind === "a number" ? Number.isFinite(value) : Number.isSafeInteger(value);
  if (isNumber && number >= (minimum ?? number) && number <= (maximum ?? number)) return number;
  const from =
    minimum === undefined ? "" : maximum === undefined ? ` of at least ${minimum}` : ` from ${minimum}`;
  const to = maximum === undefined ? "" : ` to ${maximum}`;
  const Kind = typeof value === "number" ? RangeError : TypeError;
  throw new Kind(`${name} must be ${kind}${from}${to}, got ${formatValue(value)}.`);
}

/** How much of a text appears in a message. */
const MAX_SHOWN = 100;

/** A value as it appears in a message. */
export function formatValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, MAX_SHOWN));
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" && value !== null && !(value instanceof Date)
    ? "an object"
    : String(value);
}

/** The known name that a misspelt one stands for; undefined where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [near] = known
    .map((each) => ({ each, edits: countEdits(plain(name), plain(each)) }))
    .filter(({ each, edits }) => edits <= each.length / 3)
    .sort((one, other) => one.edits - other.edits);
  return near?.each;
}

/** A name whatever its spelling: `perPage`, `per-page` and `per_page` are the same. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, "");
}

/** How many letters must be inserted, deleted or replaced to turn one word into the other (Levenshtein). */
function countEdits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const letter of one) {
    const next = [(row[0] ?? 0) + 1];
    for (const [index, edits] of row.slice(1).entries())
      next.push(
        Math.min(edits + 1, (next[index] ?? 0) + 1, (row[index] ?? 0) + Number(letter !== other[index])),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
