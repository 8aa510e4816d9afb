/** ISO 8601 as far as it names one point in time on every machine: a date is its midnight in UTC. */
const DATE_TIME = /^\d{4}-\d\d-(\d\d)(T([01]\d|2[0-3]):\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** Writes a point in time in RFC 3339; undefined for a value that is not one. */
export function formatDateTime(value: unknown): string | undefined {
  // An invalid date, and a year that RFC 3339 cannot write, have no text of this form.
  const text = value instanceof Date ? value.toJSON() : value;
  const match = typeof text === "string" && DATE_TIME.exec(text);
  if (!match) return undefined;
  const [whole, day, , , seconds] = match;
  const date = new Date(whole);
  // June 31 is read as July 1.
  const isValid = !Number.isNaN(date.getTime()) && new Date(whole.slice(0, 10)).getUTCDate() === Number(day);
  if (!isValid) return undefined;
  return seconds ? whole : date.toISOString();
}
