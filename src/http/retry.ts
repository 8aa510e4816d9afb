import { sleep } from "./abort.js";
import { createAttempt, type Outcome } from "./attempt.js";
import type { FetchResponse, HttpRequest, SendOnce } from "./fetch.js";
import type { CallOptions, Hooks, RequestEvent, RetryOptions } from "./hooks.js";
import { RateLimiter } from "./rate-limiter.js";
import { type Redact, redactResponse } from "./redact.js";
import { parseRetryAfter } from "./retry-after.js";
import { isRetryable, retryDelayMs } from "./retry-policy.js";

/** A response and its body. */
export interface ReceivedResponse {
  /** The response as received. It may contain the token. */
  response: FetchResponse;
  /** Undefined if the body is too large. */
  text: string | undefined;
  /** What the caller can do about a failure. */
  hint?: string | undefined;
}

/** Sends a request with its retries. */
export type Send = (request: HttpRequest, options: CallOptions) => Promise<ReceivedResponse>;

/** Creates the function that sends the requests of a client, which share one rate limiter. */
export function createSend(
  sendOnce: SendOnce,
  { onResponse, onRetry, ...defaults }: RetryOptions & Hooks,
  redact: Redact,
): Send {
  const limiter = new RateLimiter();
  const attempt = createAttempt(sendOnce, limiter, defaults, redact);
  let lastTicket = 0;

  return async (request, options) => {
    const { method, url } = request;
    const { maxRetries = defaults.maxRetries ?? 2 } = options;
    const { maxRetryAfter = defaults.maxRetryAfter ?? 60_000 } = options;
    const safeUrl = redact(url);
    const ticket = ++lastTicket;
    let failures = 0;
    for (let number = 1; ; number++) {
      const event: RequestEvent = { method, url: safeUrl, attempt: number };
      const outcome = await attempt(request, event, ticket, options);
      const { response, error, isCounted } = outcome;
      if (response && onResponse) {
        const { status, headers } = redactResponse(response, redact);
        await onResponse({ ...event, status, headers });
      }
      const reason = response?.status ?? (error as Error);
      if (!isRetryable(request, reason)) return settle(outcome);
      const isLimited = reason === 429;
      const retryAfterMs = (response && parseRetryAfter(response.headers)) ?? 0;
      const delayMs = retryDelayMs(number, Math.min(retryAfterMs, maxRetryAfter));
      if (isLimited) limiter.block(delayMs);
      if (isCounted) failures++;
      if (failures > maxRetries) return settle(outcome);
      if (retryAfterMs > maxRetryAfter) return settle(outcome, ". To wait longer, raise maxRetryAfter");
      await onRetry?.({ ...event, delayMs: Math.max(delayMs, limiter.delayMs), reason });
      // The rate limiter delays the retry of a 429.
      if (!isLimited) await sleep(delayMs, options.signal);
    }
  };
}

/** Returns the response of the last attempt, or throws its error. */
function settle({ response, text, error }: Outcome, hint?: string): ReceivedResponse {
  if (!response) throw error;
  return { response, text, hint };
}
