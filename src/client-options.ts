import type { Fetch } from "./http/fetch.js";
import type { Hooks, RetryOptions } from "./http/hooks.js";
import type { Rule, Rules } from "./values.js";

/**
 * Checks the body of a successful response.
 *
 * @param body - The parsed JSON of the body.
 * @param operation - The name of the operation in the OpenAPI document, such as `listSessions`.
 * @returns A description of the error, which ends the call; undefined if the body is valid.
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
   * Sends the requests, called as `fetch(url, init)` with a `URL`.
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

const RETRY_RULES: Rules = {
  maxRetries: { type: "integer", minimum: 0 },
  // The longest delay of a timer.
  timeout: { type: "integer", minimum: 1, maximum: 2 ** 31 - 1 },
  // A day. The sum with the backoff is still a possible delay of a timer.
  maxRetryAfter: { type: "integer", minimum: 0, maximum: 86_400_000 },
};

/** The options of a call with one request. */
export const CALL_RULES: Rules = { ...RETRY_RULES, signal: { type: "signal" } };

const ID: Rule = { type: "id", required: true };
const FUNCTION: Rule = { type: "function" };

/** The options of a client. */
export const CLIENT_RULES: Rules = {
  ...RETRY_RULES,
  accountId: ID,
  appId: ID,
  apiToken: { type: "token", required: true },
  baseUrl: { type: "url" },
  fetch: FUNCTION,
  validate: FUNCTION,
  onRequest: FUNCTION,
  onResponse: FUNCTION,
  onRetry: FUNCTION,
  onRateLimit: FUNCTION,
};
