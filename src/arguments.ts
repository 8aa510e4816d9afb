import { listSessionsPagination, listSessionsQuery, type ListSessionsQuery } from "../generated/index.js";
import type { RetryOptions } from "./retry.js";

type QueryKinds = typeof listSessionsQuery;

/**
 * What to list: the endpoint's own query parameters, in their wire spelling. All of them are optional.
 * Points in time are a `Date` or an ISO 8601 string.
 *
 * @interface
 */
export type SessionsQuery = {
  [Name in keyof ListSessionsQuery]?:
    (QueryKinds[Name] extends "date-time" ? string | Date : ListSessionsQuery[Name]) | undefined;
};

/** An id, as it may stand in a path: it must not leave its segment, by whatever reading of the path. */
export function pathId(name: string, value: unknown): string {
  if (typeof value !== "string" || !value) throw new TypeError(`${name} must be a string that is not empty`);
  if (/^\.\.?$|[/\\?#%\s]/.test(value)) throw new TypeError(`${name} ${JSON.stringify(value)} is not an id`);
  return value;
}

/** A token, as it may follow `Bearer `. No message holds it. */
export function bareToken(value: unknown): string {
  if (typeof value !== "string" || !value) throw new TypeError("apiToken must be a string that is not empty");
  if (/^bearer\s/i.test(value))
    throw new TypeError("apiToken must be the bare token, without the prefix Bearer");
  if (!/^[!#-&(-~]+$/.test(value))
    throw new TypeError(
      "apiToken holds white space, a line break, quotes or other characters that no token has",
    );
  return value;
}

/** A URL that a token may be sent to: over https, or to this machine. */
export function safeUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!URL.canParse(value)) throw new TypeError(`baseUrl ${JSON.stringify(value)} is no URL`);
  const { protocol, hostname } = new URL(value);
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && loopback))
    throw new TypeError(`baseUrl ${JSON.stringify(value)} would send the token unencrypted: https is needed`);
  return value;
}

/** A number that counts something. */
export function wholeNumber(name: string, value: unknown, least: number, most?: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < least || (most && (value as number) > most))
    throw new RangeError(
      `${name} must be a whole number from ${least} ${most ? `to ${most}` : "up"}, not ${String(value)}`,
    );
  return value as number;
}

/** The longest that a timer can wait, in milliseconds. */
const MAX_TIMEOUT = 2 ** 31 - 1;

/** Refuses options with which no request can be sent. */
export function checkRetry({ maxRetries, timeout }: RetryOptions): void {
  if (maxRetries !== undefined) wholeNumber("maxRetries", maxRetries, 0);
  if (timeout !== undefined) wholeNumber("timeout", timeout, 1, MAX_TIMEOUT);
}

/** A query as it goes over the wire: checked, with points in time as text. The caller's object stays as it is. */
export function wireQuery(query: SessionsQuery = {}): ListSessionsQuery {
  const wire: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(query)) {
    if (!Object.hasOwn(listSessionsQuery, name))
      throw new TypeError(
        `Unknown query parameter ${name}; there are ${Object.keys(listSessionsQuery).join(", ")}`,
      );
    if (value !== undefined) wire[name] = wireValue(name as keyof QueryKinds, value);
  }
  return wire;
}

function wireValue(name: keyof QueryKinds, value: unknown): unknown {
  const kind = listSessionsQuery[name];
  if (kind === "number") return wholeNumber(name, value, name === listSessionsPagination.limit ? 1 : 0);
  if (kind === "date-time") {
    const time =
      value instanceof Date
        ? value.getTime()
        : /^\d{4}-\d\d/.test(String(value))
          ? Date.parse(String(value))
          : NaN;
    if (Number.isNaN(time))
      throw new RangeError(`${name} must be a Date or an ISO 8601 string, not ${String(value)}`);
    return value instanceof Date ? value.toISOString() : value;
  }
  if (typeof value !== "string") throw new TypeError(`${name} must be a string`);
  return value;
}
