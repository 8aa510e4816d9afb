import type { Fetch } from "./http/fetch.js";
import type { Hooks, RetryOptions } from "./http/hooks.js";
import { createRedact, type Redact } from "./http/redact.js";
import type { CallOptions } from "./http/retry.js";
import { checkInteger, checkNames, formatValue } from "./options.js";

/** Checks the body of a successful response. A returned text describes what is wrong and ends the call. */
export type Validate = (body: unknown) => string | undefined;

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
   * @default "https://api.cloudflare.com/client/v4"
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

const CALL_OPTIONS = ["signal", "maxRetries", "timeout"];

const CLIENT_OPTIONS = [
  ...["accountId", "appId", "apiToken", "baseUrl", "fetch", "validate", "maxRetries", "timeout"],
  ...["onRequest", "onResponse", "onRetry", "onRateLimit"],
];

/**
 * Checks the options of a client. No message contains the token.
 *
 * @throws TypeError for an unknown option, and for an id, a token or a URL that cannot be right.
 * @throws RangeError for a number out of bounds.
 */
export function checkClientOptions(options: SessionsClientOptions): void {
  const { apiToken } = Object(options) as Partial<SessionsClientOptions>;
  withRedaction(createRedact(String(apiToken)), () => {
    checkNames("option", options, CLIENT_OPTIONS);
    checkId("accountId", options.accountId);
    checkId("appId", options.appId);
    checkToken(apiToken);
    if (options.baseUrl !== undefined) checkBaseUrl(options.baseUrl);
    checkRetries(options);
    for (const name of ["fetch", "validate", "onRequest", "onResponse", "onRetry", "onRateLimit"] as const)
      if (options[name] !== undefined && typeof options[name] !== "function")
        throw new TypeError(`${name} must be a function, got ${formatValue(options[name])}.`);
  });
}

/** Checks the options of a call. `more` names those that the method has besides. */
export function checkCallOptions(options: CallOptions, more: readonly string[] = []): void {
  checkNames("option", options, [...CALL_OPTIONS, ...more]);
  checkRetries(options);
  const { signal } = options;
  // Signals of other implementations, such as abort-controller, work too.
  if (signal !== undefined && typeof (signal as Partial<AbortSignal> | null)?.addEventListener !== "function")
    throw new TypeError(`signal must be an AbortSignal, got ${formatValue(signal)}.`);
}

/** Runs a check and removes the token from the message of its error. */
export function withRedaction<Result>(redact: Redact, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    const { message, constructor } = error as Error;
    if (redact(message) === message) throw error;
    // The stack repeats the message.
    throw new (constructor as ErrorConstructor)(redact(message));
  }
}

/** Checks an id: in a URL it must stay in its segment of the path, however the path is read. */
export function checkId(name: string, value: unknown): void {
  checkText(name, value);
  if (/^\.\.?$|[/\\?#%\s\p{Cs}]/u.test(value))
    throw new TypeError(
      `${name} must be an id without / \\ ? # % or white space, got ${formatValue(value)}.`,
    );
}

function checkText(name: string, value: unknown): asserts value is string {
  if (typeof value !== "string" || !value)
    throw new TypeError(`${name} must be a non-empty string, got ${formatValue(value)}.`);
}

/** Checks a token as it follows `Bearer `, by RFC 6750. */
function checkToken(value: unknown): void {
  if (typeof value !== "string" || !value) throw new TypeError("apiToken must be a non-empty string.");
  if (/^bearer\s/i.test(value)) throw new TypeError("apiToken must be the token alone, without Bearer.");
  if (!/^[\w.~+/=-]+$/.test(value))
    throw new TypeError(
      "apiToken contains characters that no token has, such as quotes, white space or a line break.",
    );
}

/** Checks a URL to which the token is sent. */
function checkBaseUrl(value: string): void {
  if (!URL.canParse(value)) throw new TypeError(`baseUrl must be a URL, got ${formatValue(value)}.`);
  const { protocol, hostname, username, password, search, hash } = new URL(value);
  // A password must not appear in a message.
  if (username || password || search || hash)
    throw new TypeError("baseUrl must have no user name, password, query or fragment.");
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback))
    throw new TypeError(`baseUrl must use https, so that the token is encrypted, got ${formatValue(value)}.`);
}

/** The longest delay of a timer in milliseconds. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

function checkRetries({ maxRetries = 0, timeout = 1 }: RetryOptions): void {
  checkInteger("maxRetries", maxRetries, 0);
  checkInteger("timeout", timeout, 1, MAX_TIMEOUT_MS);
}
