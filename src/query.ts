import { checkInteger, checkNames, checkNumber, formatValue } from "./options.js";

/** What a generated endpoint says about a query parameter. */
export interface Parameter {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: boolean;
}

/** The query parameters of a generated endpoint by name. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** A query as it is sent. */
export type WireQuery = Readonly<Record<string, string | number | boolean | undefined>>;

/** A query as callers write it: that of the document, but for points in time, which may be a `Date`. */
export type QueryOf<Wire, Endpoint extends { readonly query: object }> = {
  [Name in keyof Wire]:
    | (Endpoint["query"][Name & keyof Endpoint["query"]] extends { readonly format: "date-time" }
        ? string | Date
        : Wire[Name])
    | (object extends Pick<Wire, Name> ? undefined : never);
};

/**
 * Checks a query and returns it as it is sent. The caller's object is not changed.
 *
 * @throws TypeError for an unknown or missing parameter and for a value of another type.
 * @throws RangeError for a value that the document does not allow.
 */
export function serializeQuery(query: object = {}, parameters: Parameters): WireQuery {
  checkNames("query parameter", query, Object.keys(parameters));
  const given: Readonly<Record<string, unknown>> = { ...query };
  const wire: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = given[name];
    if (value !== undefined) wire[name] = serializeParameter(name, value, parameter);
    else if (parameter.required) throw new TypeError(`${name} is required.`);
  }
  return wire as WireQuery;
}

/**
 * Checks the value of a parameter and returns it as it is sent.
 *
 * @param name - The name of the parameter in messages.
 * @throws TypeError for a value of another type.
 * @throws RangeError for a value that the document does not allow.
 */
export function serializeParameter(name: string, value: unknown, parameter: Parameter): unknown {
  const { type, format, enum: values, minimum, maximum } = parameter;
  const refuse = (expected: string, Kind: typeof TypeError | typeof RangeError = TypeError): Error =>
    new Kind(`${name} must be ${expected}, got ${formatValue(value)}.`);
  if (values) {
    if (!values.includes(value)) throw refuse(`one of ${values.join(", ")}`, RangeError);
  } else if (type === "integer") checkInteger(name, value, minimum, maximum);
  else if (type === "number") checkNumber(name, value, minimum, maximum);
  else if (type === "boolean" && typeof value !== "boolean") throw refuse("true or false");
  else if (type === "array" && !Array.isArray(value)) throw refuse("an array");
  else if (format === "date-time") {
    const text = formatDateTime(value);
    if (text !== undefined) return text;
    throw refuse(
      "a date or a time with its UTC offset, such as 2026-06-30 or 2026-06-30T09:00:00Z",
      RangeError,
    );
  } else if (type === "string") {
    if (typeof value !== "string") throw refuse("a string");
    // Half of an emoji, for example, has no UTF-8.
    if (/\p{Cs}/u.test(value)) throw refuse("text without lone surrogates", RangeError);
  }
  return value;
}

/**
 * Reads the value of a parameter from text, such as that of a command line or a URL, and returns it as it is sent.
 *
 * @throws As {@link serializeParameter}.
 */
export function parseParameter(name: string, text: string, parameter: Parameter): unknown {
  return serializeParameter(name, parseText(text, parameter.type), parameter);
}

function parseText(text: string, type: string | undefined): unknown {
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  return text;
}

/** ISO 8601 as far as it names one point in time on every machine: a date is its midnight in UTC. */
const DATE_TIME = /^(\d{4}-\d\d-(\d\d))(T([01]\d|2[0-3]):\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** A point in time in RFC 3339; undefined for a value that is not one. */
function formatDateTime(value: unknown): string | undefined {
  if (value instanceof Date) {
    // Of an invalid date, and of a year that RFC 3339 cannot write, there is no text of this form.
    const text = Number.isNaN(value.getTime()) ? "" : value.toISOString();
    return DATE_TIME.test(text) ? text : undefined;
  }
  const match = typeof value === "string" ? DATE_TIME.exec(value) : undefined;
  const [text = "", date = "", day, , , seconds] = match ?? [];
  // Date.parse reads June 31 as July 1.
  if (Number.isNaN(Date.parse(text)) || new Date(date).getUTCDate() !== Number(day)) return undefined;
  return seconds ? text : new Date(text).toISOString();
}
