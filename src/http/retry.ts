import { ConnectionError, TimeoutError } from "../errors.js";
import { sleep, throwIfAborted } from "./abort.js";
import { readBody } from "./body.js";
import { type FetchResponse, type HttpRequest, InvalidFetchError, type SendOnce } from "./fetch.js";
import type { Hooks, RequestEvent, RetryOptions } from "./hooks.js";
import { RateLimiter } from "./rate-limiter.js";
import { type Redact, redactResponse, redactThrown } from "./redact.js";
import { parseRetryAfter } from "./retry-after.js";
import { isRetryable, reasonOf, retryDelayMs } from "./retry-policy.js";
import { runWithTimeout } from "./timeout.js";

/** Options of one call. */
export interface CallOptions extends RetryOptions {
  /** Aborts the call, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** A response and its body. */
export interface ReceivedResponse {
  response: FetchResponse;
  /** The same without the token, for callers. */
  safeResponse: Response;
  /** Undefined if the body is too large. */
  text: string | undefined;
  /** What the caller can do about a failure. */
  hint?: string | undefined;
}

/** The result of one attempt: a response, or an error. */
interface Outcome extends Partial<ReceivedResponse> {
  error?: unknown;
  /** Whether the attempt counts. */
  isCounted?: boolean;
}

/** Sends a request with its retries. */
export type Send = (request: HttpRequest, options: CallOptions) => Promise<ReceivedResponse>;

/** Creates the function that sends the requests of a client, which share one rate limiter. */
export function createSend(
  sendOnce: SendOnce,
  { onRequest, onResponse, onRetry, onRateLimit, ...defaults }: RetryOptions & Hooks,
  redact: Redact,
): Send {
  const limiter = new RateLimiter();
  let lastTicket = 0;

  /**
   * Makes one attempt when the rate limiter permits it. A connection failure is returned, because it may be retried.
   */
  async function attempt(
    request: HttpRequest,
    event: RequestEvent,
    ticket: number,
    { signal, timeout = defaults.timeout ?? 30_000 }: CallOptions,
  ): Promise<Outcome> {
    const permit = await limiter.acquire(ticket, signal, (delayMs) => onRateLimit?.({ ...event, delayMs }));
    try {
      await onRequest?.(event);
      const outcome: Outcome = await runWithTimeout(
        async (attemptSignal) => {
          const response = await sendOnce(request, attemptSignal);
          const isUnread = request.isStreamed && response.status < 300;
          return { response, text: isUnread ? "" : await readBody(response, attemptSignal) };
        },
        timeout,
        signal,
      ).catch((error: unknown) => ({ error }));
      outcome.isCounted = limiter.update(permit, outcome.response);
      if (outcome.response) return outcome;
      throwIfAborted(signal);
      return { ...outcome, error: toConnectionError(outcome.error, event.attempt, request, redact) };
    } finally {
      limiter.release(permit);
    }
  }

  return async (request, options) => {
    const { method, url } = request;
    const { signal, maxRetries = defaults.maxRetries ?? 2 } = options;
    const { maxRetryAfter = defaults.maxRetryAfter ?? 60_000 } = options;
    const ticket = ++lastTicket;
    const safeUrl = redact(url);
    for (let number = 1, failures = 0; ; number++) {
      const event: RequestEvent = { method, url: safeUrl, attempt: number };
      const { response, text, error, isCounted } = await attempt(request, event, ticket, options);
      const safeResponse = response && redactResponse(response as Response, redact);
      if (safeResponse && onResponse) {
        const { status, headers } = safeResponse;
        await onResponse({ ...event, status, headers });
      }
      let hint: string | undefined;
      const reason = response?.status ?? (error as Error);
      if (isRetryable(request, reason)) {
        const isLimited = reason === 429;
        const retryAfterMs = (response && parseRetryAfter(response.headers)) ?? 0;
        const delayMs = retryDelayMs(number, Math.min(retryAfterMs, maxRetryAfter));
        if (isLimited) limiter.block(delayMs);
        if (isCounted) failures++;
        const canRetry = failures <= maxRetries;
        if (canRetry && retryAfterMs > maxRetryAfter) hint = ". To wait longer, raise maxRetryAfter";
        else if (canRetry) {
          await onRetry?.({ ...event, delayMs: Math.max(delayMs, limiter.delayMs), reason });
          // The rate limiter delays the retry of a 429.
          if (!isLimited) await sleep(delayMs, signal);
          continue;
        }
      }
      if (!response || !safeResponse) throw error;
      return { response, safeResponse, text, hint };
    }
  };
}

/** Returns the error for an attempt without a response. */
function toConnectionError(
  error: unknown,
  attempts: number,
  { description, pageNo }: HttpRequest,
  redact: Redact,
): ConnectionError {
  if (error instanceof InvalidFetchError) throw error;
  const Class = (error as Error | undefined)?.name === "TimeoutError" ? TimeoutError : ConnectionError;
  const count = attempts > 1 ? ` in ${attempts} attempts` : "";
  return new Class(redact(`${description} received no response${count}: ${reasonOf(error)}`), {
    cause: redactThrown(error, redact),
    pageNo,
  });
}
