import { listSessionsEndpoint, type ListSessionsQuery } from "../generated/index.js";
import type { Fetch } from "./http/fetch.js";
import type { Hooks, RetryOptions } from "./http/hooks.js";
import type { CallOptions } from "./http/retry.js";
import { checkInteger } from "./options.js";
import { type QueryOf, serializeQuery } from "./query.js";

export type { CallOptions };

/** Whose sessions to list, and how to reach the API. */
export interface SessionsClientOptions extends RetryOptions, Hooks {
  /** The account's identifier. */
  accountId: string;
  /** The RealtimeKit app's identifier. */
  appId: string;
  /** An API token with the permission Realtime or Realtime Admin: the bare token, without `Bearer`. */
  apiToken: string;
  /** Where the API is. Default: the server of the OpenAPI document, `https://api.cloudflare.com/client/v4`. */
  baseUrl?: string | undefined;
  /** Sends the requests, called as `fetch(url, init)`. Default: the global `fetch`. */
  fetch?: Fetch | undefined;
  /**
   * Looks at the body of each answer, such as `createValidator()` of `realtimekit-sessions/validate`. Where it returns
   * a text, the call ends in an {@link InvalidResponseError} that says it. Default: no answer is looked at.
   */
  validate?: ((body: unknown) => string | undefined) | undefined;
}

/**
 * What to list: the endpoint's own query parameters, in their wire spelling. All of them are optional.
 * Points in time are a `Date` or an ISO 8601 string with its offset from UTC; a date alone is its midnight in UTC.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an alias would lose its name in editors
export interface SessionsQuery extends QueryOf<ListSessionsQuery, typeof listSessionsEndpoint> {}

/** The options of a client, checked. No message holds the token. */
export function checkedOptions(options: SessionsClientOptions): SessionsClientOptions {
  checkRetry(options);
  if (options.validate && typeof (options.validate as unknown) !== "function")
    throw new TypeError("validate must be a function");
  return {
    ...options,
    accountId: pathId("accountId", options.accountId),
    appId: pathId("appId", options.appId),
    apiToken: bareToken(options.apiToken),
    baseUrl: safeUrl(options.baseUrl),
  };
}

/** An id, as it may stand in a path: it must not leave its segment, by whatever reading of the path. */
function pathId(name: string, value: unknown): string {
  const id = filled(name, value);
  if (/^\.\.?$|[/\\?#%\s\p{Cs}]/u.test(id)) throw new TypeError(`${name} ${JSON.stringify(id)} is not an id`);
  return id;
}

/** A text that was not forgotten. */
function filled(name: string, value: unknown): string {
  if (typeof value !== "string" || !value) throw new TypeError(`${name} must be a string that is not empty`);
  return value;
}

/** A token, as it may follow `Bearer `. No message holds it. */
function bareToken(value: unknown): string {
  const token = filled("apiToken", value);
  if (/^bearer\s/i.test(token)) throw new TypeError("apiToken must be the bare token, without Bearer");
  // What RFC 6750 lets a bearer token be made of.
  if (!/^[\w.~+/=-]+$/.test(token))
    throw new TypeError(
      "apiToken holds characters that no token has, such as quotes, white space or a line break",
    );
  return token;
}

/** A URL that a token may be sent to: over https, or to this machine. */
function safeUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!URL.canParse(value)) throw new TypeError(`baseUrl ${JSON.stringify(value)} is no URL`);
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  if (username || password || search || hash)
    throw new TypeError("baseUrl must have no user name, password, query or fragment");
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && loopback))
    throw new TypeError(`baseUrl ${JSON.stringify(value)} would send the token unencrypted: https is needed`);
  return value;
}

/** The longest that a timer can wait, in milliseconds. */
const MAX_TIMEOUT = 2 ** 31 - 1;

/** Refuses options with which no request can be sent. What is left out is right, whatever its default. */
export function checkRetry({ maxRetries = 0, timeout = 1 }: RetryOptions): void {
  checkInteger("maxRetries", maxRetries, 0);
  checkInteger("timeout", timeout, 1, MAX_TIMEOUT);
}

/** A query as it is sent. */
export function wireQuery(query: SessionsQuery = {}): ListSessionsQuery {
  const { query: parameters, pagination } = listSessionsEndpoint;
  const wire: ListSessionsQuery = serializeQuery(query, parameters);
  const { [pagination.limit]: limit } = wire;
  if (limit !== undefined) checkInteger(pagination.limit, limit, 1);
  return wire;
}

/** With its offset from UTC, lest it mean another time on another machine. A date alone is its midnight in UTC. */
const ISO_TIME = /^(\d{4}-\d\d-(\d\d))(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** A point in time in milliseconds, from a Date or ISO 8601; NaN where it is none. */
export function timeOf(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  const [text = "", day = "", date] = ISO_TIME.exec(String(value)) ?? [];
  // To the parser, the 31st of June is the 1st of July.
  return new Date(day).getUTCDate() === Number(date) ? Date.parse(text) : NaN;
}
