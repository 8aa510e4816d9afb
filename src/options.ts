/** Checks the value of an option. */
export type Check = (name: string, value: unknown) => void;

/**
 * Checks that an argument is an object with known names only, so that a misspelt one is not ignored.
 *
 * @param kind - What a name stands for, such as "option".
 * @throws TypeError for another value, and for an unknown name, with the nearest known one.
 */
export function checkNames(kind: string, given: unknown, known: readonly string[]): void {
  if (typeof given !== "object" || !given)
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
 * Checks options by name. One that is undefined is not checked, unless it is required.
 *
 * @throws TypeError or RangeError, for an unknown name and for a value that its check refuses.
 */
export function checkOptions(
  options: object,
  checks: Readonly<Record<string, Check>>,
  required: readonly string[] = [],
): void {
  checkNames("option", options, Object.keys(checks));
  const values: Readonly<Record<string, unknown>> = { ...options };
  for (const [name, check] of Object.entries(checks))
    if (values[name] !== undefined || required.includes(name)) check(name, values[name]);
}

/**
 * Checks a number that counts something.
 *
 * @throws TypeError for what is not a number, RangeError for a fraction and for a number out of bounds.
 */
export function checkInteger(name: string, value: unknown, minimum?: number, maximum?: number): void {
  checkNumber(name, value, minimum, maximum, "an integer");
}

/** Checks a number as {@link checkInteger} does. It may be a fraction, unless only integers are allowed. */
export function checkNumber(
  name: string,
  value: unknown,
  minimum?: number,
  maximum?: number,
  kind: "a number" | "an integer" = "a number",
): void {
  const number = value as number;
  const isNumber = kind === "a number" ? Number.isFinite(value) : Number.isSafeInteger(value);
  if (isNumber && number >= (minimum ?? number) && number <= (maximum ?? number)) return;
  const to = maximum === undefined ? "" : ` to ${maximum}`;
  const from = minimum === undefined ? "" : ` ${to ? "from" : "of at least"} ${minimum}`;
  const Kind = typeof value === "number" ? RangeError : TypeError;
  throw new Kind(`${name} must be ${kind}${from}${to}, got ${formatValue(value)}.`);
}

/** How much of a text appears in a message. */
const MAX_SHOWN = 100;

/** A value as it appears in a message. */
export function formatValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, MAX_SHOWN));
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" && value && !(value instanceof Date) ? "an object" : String(value);
}

/** The most letters that a misspelt name may differ in. */
const MAX_EDITS = 3;

/** The known name that a misspelt one stands for; undefined where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  for (let edits = 0; edits <= MAX_EDITS; edits++) {
    const near = known.find((each) => 3 * edits <= each.length && isWithin(edits, plain(name), plain(each)));
    if (near) return near;
  }
  return undefined;
}

/** A name whatever its spelling: `perPage`, `per-page` and `per_page` are the same. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, "");
}

/** Whether so many letters inserted, deleted or replaced turn one word into the other (Levenshtein). */
function isWithin(edits: number, one: string, other: string): boolean {
  if (!one || !other) return one.length + other.length <= edits;
  const [first, second] = [one.slice(1), other.slice(1)];
  if (other.startsWith(one.charAt(0))) return isWithin(edits, first, second);
  return (
    edits > 0 &&
    [
      [first, other],
      [one, second],
      [first, second],
    ].some(([a = "", b = ""]) => isWithin(edits - 1, a, b))
  );
}
