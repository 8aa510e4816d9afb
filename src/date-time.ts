/** ISO 8601 with an unambiguous point in time. A date means midnight UTC. */
const DATE_TIME = /^\d{4}-\d\d-(\d\d)(T([01]\d|2[0-3]):\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** Formats a point in time in RFC 3339. Undefined for an invalid value. */
export function formatDateTime(value: unknown): string | undefined {
  // An invalid date, and a year that RFC 3339 does not support, have another format.
  const text = value instanceof Date ? value.toJSON() : value;
  const match = typeof text === "string" && DATE_TIME.exec(text);
  if (!match) return undefined;
  const [whole, day, , , seconds] = match;
  const date = new Date(whole);
  // Date parses June 31 as July 1.
  const isValid = date.toJSON() && new Date(whole.slice(0, 10)).getUTCDate() === Number(day);
  if (!isValid) return undefined;
  return seconds ? whole : formatDateTime(date);
}

/** The end of a time of day without an offset from UTC. */
const LOCAL_TIME = /\d:\d\d(:\d\d(\.\d+)?)?$/;

/** Parses a time of a response. Without an offset it is in UTC, regardless of the local time zone. */
export function parseDateTime(value: unknown): Date {
  const text = typeof value === "string" ? value.trim() : "";
  // The offset of a time also has a colon.
  const isLocal = LOCAL_TIME.test(text) && !/[+-]\d\d:\d\d$/.test(text);
  return new Date(isLocal ? `${text}Z` : text);
}
