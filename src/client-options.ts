import type { Fetch } from "./http/fetch.js";
import type { Hooks, RetryOptions } from "./http/hooks.js";
import { createRedact, type Redact } from "./http/redact.js";
import { type Check, checkInteger, checkOptions, formatValue } from "./options.js";

/**
 * Checks the body of a successful response. A returned text describes what is wrong and ends the call.
 *
 * @param operation - The name of the operation in the OpenAPI document, such as `listSessions`.
 */
export type Validate = (body: unknown, operation: string) => string | undefined;

/** Options of {@link createSessionsClient}. */
export interface SessionsClientOptions extends RetryOptions, Hooks {
  /** The account's identifier. */
  accountId: string;
  /** The RealtimeKit app's identifier. */
  appId: string;
  /** An API token with the permission Realtime or Realtime Admin, without `Bearer`. */
  apiToken: string;
  /**
   * The URL of the API. It must use https, unless it is on this machine.
   *
   * @default `"https://api.cloudflare.com/client/v4"`
   */
  baseUrl?: string | undefined;
  /**
   * Sends the requests, called as `fetch(url, init)`.
   *
   * @default the global `fetch`
   */
  fetch?: Fetch | undefined;
  /**
   * Checks the body of each successful response, such as `createValidator()` of `realtimekit-sessions/validate`. A
   * returned text ends the call in an `InvalidResponseError`.
   *
   * @default no check
   */
  validate?: Validate | undefined;
}

/** The longest delay of a timer in milliseconds. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

const RETRY_CHECKS = {
  maxRetries(name: string, value: unknown) {
    checkInteger(name, value, 0);
  },
  timeout(name: string, value: unknown) {
    checkInteger(name, value, 1, MAX_TIMEOUT_MS);
  },
};

/** The options of a call with one request. */
export const CALL_CHECKS: Readonly<Record<string, Check>> = { ...RETRY_CHECKS, signal: checkSignal };

const CLIENT_CHECKS: Readonly<Record<string, Check>> = {
  ...RETRY_CHECKS,
  accountId: checkId,
  appId: checkId,
  apiToken: checkToken,
  baseUrl: checkBaseUrl,
  fetch: checkFunction,
  validate: checkFunction,
  onRequest: checkFunction,
  onResponse: checkFunction,
  onRetry: checkFunction,
  onRateLimit: checkFunction,
};

/**
 * Checks the options of a client. No message contains the token.
 *
 * @throws TypeError for an unknown option, and for an id, a token or a URL that cannot be right.
 * @throws RangeError for a number out of bounds.
 */
export function checkClientOptions(options: SessionsClientOptions): void {
  const { apiToken } = Object(options) as Partial<SessionsClientOptions>;
  withRedaction(createRedact(String(apiToken)), () => {
    checkOptions(options, CLIENT_CHECKS, ["accountId", "appId", "apiToken"]);
  });
}

/** Runs a check and removes the token from the message of its error. */
export function withRedaction<Result>(redact: Redact, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    const { message, constructor } = error as Error;
    // The stack repeats the message.
    throw redact(message) === message ? error : new (constructor as ErrorConstructor)(redact(message));
  }
}

/** Checks an id: in a URL it must stay in its segment of the path, however the path is read. */
export function checkId(name: string, value: unknown): void {
  if (typeof value !== "string" || !value || /^\.\.?$|[/\\?#%\s\p{Cs}]/u.test(value))
    refuse(name, "an id, without / \\ ? # % or white space", value);
}

/** Checks a token as it follows `Bearer `, by RFC 6750. The token does not appear in the message. */
function checkToken(name: string, value: unknown): void {
  if (typeof value !== "string" || !/^[\w.~+/=-]+$/.test(value))
    throw new TypeError(`${name} must be the API token alone, without Bearer, quotes or white space.`);
}

/** Checks a URL to which the token is sent. */
function checkBaseUrl(name: string, value: unknown): void {
  const text = value as string;
  if (!URL.canParse(text)) refuse(name, "a URL", value);
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  // A password must not appear in a message.
  if (username || password || search || hash)
    throw new TypeError(`${name} must have no user name, password, query or fragment.`);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback))
    refuse(name, "an https URL, so that the token is encrypted", value);
}

function checkFunction(name: string, value: unknown): void {
  if (typeof value !== "function") refuse(name, "a function", value);
}

/** Checks a signal. Those of other implementations, such as abort-controller, work too. */
function checkSignal(name: string, value: unknown): void {
  if (typeof (value as Partial<AbortSignal> | null)?.addEventListener !== "function")
    refuse(name, "an AbortSignal", value);
}

function refuse(name: string, expected: string, value: unknown): never {
  throw new TypeError(`${name} must be ${expected}, got ${formatValue(value)}.`);
}
