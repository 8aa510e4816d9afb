/** The three formats of RFC 9110, section 5.6.7: IMF-fixdate, RFC 850, asctime. */
const HTTP_DATE =
  /^[A-Z][a-z]+, (\d\d)[ -]([A-Z][a-z]{2})[ -](\d\d|\d{4}) (\d\d:\d\d:\d\d) GMT$|^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/;

/** Parses an HTTP date to milliseconds; NaN if it is none. */
function parseHttpDate(text: string): number {
  const [found, day, month, year = "", time, month2, day2, time2, year2 = ""] = HTTP_DATE.exec(text) ?? [];
  if (found === undefined) return NaN;
  // A year of two digits is of this century. Date.parse alone reads asctime as local time, and "5, 5" as a date.
  return Date.parse(
    `${day ?? day2} ${month ?? month2} ${(year || year2).padStart(4, "20")} ${time ?? time2} GMT`,
  );
}

/**
 * Parses `Retry-After`: seconds, which may have decimals, or an HTTP date. Of several values the greatest counts.
 * A date is compared with the response's own `Date`, since the local clock may be wrong.
 *
 * @returns The delay in milliseconds, or undefined if no value is valid.
 */
export function parseRetryAfter(headers: Pick<Headers, "get">): number | undefined {
  const sent = parseHttpDate(headers.get("date") ?? "");
  const now = Number.isNaN(sent) ? Date.now() : sent;
  const delays = (headers.get("retry-after") ?? "")
    // A comma also stands after the weekday of a date.
    .split(/,(?!\s*\d\d[ -])/)
    .map((each) => each.trim())
    .map((value) =>
      /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Math.max(0, parseHttpDate(value) - now),
    )
    .filter(Number.isFinite);
  return delays.length ? Math.max(...delays) : undefined;
}
