/** Retries and time limits. */
export interface RetryOptions {
  /**
   * The maximum number of retries of a request. Connection failures, timeouts, and the statuses 408, 425, 429 and 5xx
   * are retried, except 501 and 505. A 429 that parallel requests of the client can cause does not count. Unless this is
   * 0, the same holds for a 503, and a last retry that fails beside parallel requests is repeated alone.
   *
   * @default 2
   */
  maxRetries?: number | undefined;
  /**
   * The time limit of one attempt in milliseconds, the response body included.
   *
   * @default 30_000
   */
  timeout?: number | undefined;
  /**
   * The maximum `Retry-After` in milliseconds after which a request is retried. A response with a longer one ends the
   * call.
   *
   * @default 60_000
   */
  maxRetryAfter?: number | undefined;
}

/** Options of one call. */
export interface CallOptions extends RetryOptions {
  /**
   * Aborts the call, which then rejects with the signal's reason.
   *
   * @default no signal
   */
  signal?: AbortSignal | undefined;
}

/** A request that is about to be sent. It never contains the token. */
export interface RequestEvent {
  /** The HTTP method. */
  method: string;
  /** The URL with its query. The token in it is replaced by `***`. */
  url: string;
  /** The number of the attempt, from 1. */
  attempt: number;
}

/** A response whose body has been read. */
export interface ResponseEvent extends RequestEvent {
  /** The HTTP status. */
  status: number;
  /** The response headers. */
  headers: Headers;
}

/** A failed attempt that is retried. */
export interface RetryEvent extends RequestEvent {
  /** The delay before the retry in milliseconds. A later rate limit can prolong it. */
  delayMs: number;
  /** The status of the response, or the error if there was no response. */
  reason: number | Error;
}

/**
 * A request that is delayed by a rate limit: after a 429, after a failure that parallel requests can cause, or because
 * `Ratelimit` has no remaining requests.
 */
export interface RateLimitEvent extends RequestEvent {
  /** The delay in milliseconds. A later response can change it. */
  delayMs: number;
}

/**
 * Functions for logging and metrics. A returned promise is awaited. It must not wait for another call of the same
 * client, which could wait for this one after a rate limit. An error that a hook throws ends the call.
 */
export interface Hooks {
  /**
   * Called before each attempt.
   *
   * @default none
   */
  onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /**
   * Called after each response, regardless of its status.
   *
   * @default none
   */
  onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  /**
   * Called before the delay of a retry.
   *
   * @default none
   */
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
  /**
   * Called once for each delay by a rate limit. It is called again if the end changes by more than a second.
   *
   * @default none
   */
  onRateLimit?: ((event: RateLimitEvent) => unknown) | undefined;
}
