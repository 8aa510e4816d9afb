import { formatDateTime } from "./date-time.js";
import { MAX_TOKEN_LENGTH, type Redact } from "./http/redact.js";
import { findNearest } from "./nearest.js";

/** The rule of an option or a query parameter. The rules of parameters are in the generated endpoints. */
export interface Rule {
  /** A type of the document, or one of {@link TYPES}. Without a known type, any value is allowed. */
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: boolean;
}

/** Rules by the name of the value. */
export type Rules = Readonly<Record<string, Rule>>;

/** The rule of a number of items, pages or requests. */
export const COUNT: Rule = { type: "integer", minimum: 1 };

/** The description and the check of a type. A string of a secret type is not in messages. */
type Type = [expected: string, test: (value: never) => unknown, isSecret?: boolean];

/** Creates the check for a string that matches a pattern. */
const matches =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === "string" && pattern.test(value);

/** Types of the document, and those of options. */
const TYPES: Readonly<Record<string, Type>> = {
  integer: ["an integer", Number.isSafeInteger],
  number: ["a number", Number.isFinite],
  boolean: ["true or false", (value) => typeof value === "boolean"],
  array: ["an array", Array.isArray],
  // A lone surrogate has no UTF-8.
  string: ["a string without lone surrogates", matches(/^\P{Cs}*$/u)],
  function: ["a function", (value) => typeof value === "function"],
  // Signals of other implementations, such as abort-controller, work too.
  signal: ["an AbortSignal", (value) => "addEventListener" in Object(value)],
  // An id must not change the path of the URL.
  id: ["an id, without / \\ ? # % or white space", matches(/^(?!\.\.?$)[^/\\?#%\s\p{Cs}]+$/u)],
  // The syntax of RFC 6750.
  token: [
    "the API token alone, without Bearer, quotes or white space",
    matches(new RegExp(`^[\\w.~+/=-]{1,${MAX_TOKEN_LENGTH}}$`)),
    true,
  ],
  "date-time": [
    "a date or a time with its UTC offset, such as 2026-06-30 or 2026-06-30T09:00:00Z",
    formatDateTime,
  ],
  // The token is sent to this URL.
  url: ["an https URL, without credentials, query and fragment", isSafeUrl, true],
};

const ANY: Type = ["", () => true];

/** A URL with https or on this machine, without a password, since a message could contain the password. */
const SAFE_URL = /^(https:\/\/[^/@]+|http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?)\/[^?#]*$/;

function isSafeUrl(value: unknown): boolean {
  return typeof value === "string" && URL.canParse(value) && SAFE_URL.test(new URL(value).href);
}

/**
 * Checks values by their rules, and returns them as sent. The caller's object is not changed.
 *
 * @param kind - The kind of the names, such as "option".
 * @param given - The caller's object.
 * @param rules - The rule of each name.
 * @param redact - Removes the token from messages. Default: no redaction.
 * @returns The values that are not undefined.
 * @throws TypeError for an unknown or missing name and for a value of another type.
 * @throws RangeError for a value out of bounds.
 */
export function readValues(
  kind: string,
  given: unknown,
  rules: Rules,
  redact?: Redact,
): Record<string, unknown> {
  checkNames(kind, given, Object.keys(rules), redact);
  const values: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const value: unknown = Reflect.get(given, name);
    if (value !== undefined) values[name] = readValue(name, value, rule, redact);
    else if (rule.required) throw new TypeError(`${name} is required.`);
  }
  return values;
}

/**
 * Checks that an argument is an object with only known names, so that a misspelled one is not ignored.
 *
 * @param kind - The kind of the names, such as "option".
 * @param given - The caller's argument.
 * @param known - The known names.
 * @param redact - Removes the token from messages. Default: no redaction.
 * @throws TypeError for another value, and for an unknown name, with the nearest known one.
 */
export function checkNames(
  kind: string,
  given: unknown,
  known: readonly string[],
  redact: Redact = String,
): asserts given is object {
  // The contents of an iterable, such as URLSearchParams, are not properties.
  if (typeof given !== "object" || !given || Symbol.iterator in given)
    throw new TypeError(`The ${kind}s must be an object, got ${formatValue(given, redact)}.`);
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = findNearest(unknown, known);
  throw new TypeError(
    redact(`Unknown ${kind} ${unknown}. `) +
      (near ? `Did you mean ${near}?` : `Supported: ${known.join(", ")}.`),
  );
}

/**
 * Checks a value, and returns it as sent.
 *
 * @param name - The name of the value in messages.
 * @param value - The value.
 * @param rule - The rule.
 * @param redact - Removes the token from messages. Default: no redaction.
 * @returns The value as sent.
 * @throws TypeError for a value of another type.
 * @throws RangeError for a value that the rule does not allow.
 */
export function readValue(name: string, value: unknown, rule: Rule, redact: Redact = String): unknown {
  const { type = "", format, enum: values, minimum, maximum } = rule;
  const isTime = format === "date-time";
  const [expected, test, isSecret]: Type = values
    ? [`one of ${values.join(", ")}`, () => values.includes(value)]
    : (TYPES[isTime ? format : type] ?? ANY);
  const result = test(value as never);
  const isOutside = typeof value === "number" && (value < Number(minimum) || value > Number(maximum));
  if (result && !isOutside) return isTime ? result : value;
  const to = maximum === undefined ? "" : ` to ${maximum}`;
  const from = minimum === undefined ? "" : ` ${to ? "from" : "of at least"} ${minimum}`;
  const got = isSecret && typeof value === "string" && value ? "" : `, got ${formatValue(value, redact)}`;
  const ErrorClass =
    typeof value === type || (typeof value === "number" && type === "integer") ? RangeError : TypeError;
  throw new ErrorClass(redact(`${name} must be ${expected}${from}${to}${got}.`));
}

/** The maximum length of a text in a message. */
const MAX_SHOWN = 100;

/** Formats a value for a message. The token is redacted before the text is cut, which could leave a part of it. */
function formatValue(value: unknown, redact: Redact): string {
  if (typeof value === "string") return JSON.stringify(redact(value).slice(0, MAX_SHOWN));
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || !value || value instanceof Date) return redact(String(value));
  return Array.isArray(value) ? "an array" : Symbol.iterator in value ? "a list" : "an object";
}
