/** The three formats of RFC 9110, section 5.6.7: IMF-fixdate, RFC 850 and asctime. */
const HTTP_DATE = /^\w+, \d\d[ -]\w{3}[ -]\d{2,4} [\d:]{8} GMT$|^\w{3} \w{3} [ \d]\d [\d:]{8} \d{4}$/;

/** Parses an HTTP date to milliseconds. NaN if it is invalid. */
function parseHttpDate(text: string | null): number {
  // The year ends an asctime, which has no time zone.
  return text && HTTP_DATE.test(text) ? Date.parse(text.replace(/\d$/, "$& GMT")) : NaN;
}

/**
 * Parses `Retry-After`: seconds, which may have decimals, or an HTTP date. Of several values, the greatest is used. A
 * date is compared with the `Date` header of the response, because the local clock may be wrong.
 *
 * @param headers - The headers of the response.
 * @returns The delay in milliseconds, or undefined if no value is valid.
 */
export function parseRetryAfter(headers: Pick<Headers, "get">): number | undefined {
  const delays = headers
    .get("retry-after")
    // A comma also follows the weekday of a date.
    ?.split(/,\s*(?!\s*\d\d[ -])/)
    .map((value) =>
      /^\d+(\.\d+)?$/.test(value)
        ? Number(value) * 1000
        : Math.max(0, parseHttpDate(value) - (parseHttpDate(headers.get("date")) || Date.now())),
    )
    .filter(Number.isFinite);
  return delays?.length ? Math.max(...delays) : undefined;
}
