import { ConnectionError, TimeoutError } from "../errors.js";
import { sleep, throwIfAborted } from "./abort.js";
import { readBody } from "./body.js";
import { type FetchResponse, type HttpRequest, InvalidFetchError, type SendOnce } from "./fetch.js";
import type { Hooks, RequestEvent, RetryOptions } from "./hooks.js";
import { RateLimiter } from "./rate-limiter.js";
import { type Redact, redactResponse, redactThrown } from "./redact.js";
import { parseRetryAfter } from "./retry-after.js";
import { isRetryable, MAX_RETRY_AFTER_MS, reasonOf, retryDelayMs } from "./retry-policy.js";
import { runWithTimeout } from "./timeout.js";

/** What errors say about a request. */
export interface RequestContext {
  /** The request for messages, such as `GET /accounts/…/sessions (page_no 3)`. */
  description: string;
  /** The requested page number. */
  pageNo: number | undefined;
}

/** Options of one call. */
export interface CallOptions extends RetryOptions {
  /** Aborts the call, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** A response and its body. */
export interface ReceivedResponse {
  response: FetchResponse;
  /** Undefined if the body is too large. */
  text: string | undefined;
}

/** Sends a request with its retries. */
export type Send = (
  request: HttpRequest,
  context: RequestContext,
  options: CallOptions,
) => Promise<ReceivedResponse>;

/** Creates the function that sends the requests of a client, which share one rate limiter. */
export function createSend(
  sendOnce: SendOnce,
  { onRequest, onResponse, onRetry, onRateLimit, ...defaults }: RetryOptions & Hooks,
  redact: Redact,
): Send {
  const limiter = new RateLimiter();

  /** Makes one attempt when the rate limiter permits it. A connection failure is returned, since it may be retried. */
  async function attempt(
    request: HttpRequest,
    event: RequestEvent,
    ticket: number,
    context: RequestContext,
    { signal, timeout = defaults.timeout ?? 30_000 }: CallOptions,
  ): Promise<{ outcome: ReceivedResponse | ConnectionError; isCounted: boolean }> {
    const permit = await limiter.acquire(ticket, signal, (delayMs) => onRateLimit?.({ ...event, delayMs }));
    try {
      await onRequest?.(event);
      const outcome = await runWithTimeout(
        async (attemptSignal) => {
          const response = await sendOnce(request, attemptSignal);
          return { response, text: await readBody(response, attemptSignal) };
        },
        timeout,
        signal,
      ).catch((error: unknown) => {
        limiter.update(permit, undefined);
        throwIfAborted(signal);
        return toConnectionError(error, event.attempt, context, redact);
      });
      if (outcome.response) limiter.update(permit, outcome.response);
      // A 429 that the client's own parallel requests caused does not count.
      return { outcome, isCounted: outcome.response?.status !== 429 || !limiter.isSelfInflicted(permit) };
    } finally {
      limiter.release(permit);
    }
  }

  return async (request, context, options) => {
    const { method, url } = request;
    const { signal, maxRetries = defaults.maxRetries ?? 2 } = options;
    const ticket = limiter.nextTicket();
    for (let number = 1, failures = 0; ; number++) {
      const event: RequestEvent = { method, url, attempt: number };
      const { outcome, isCounted } = await attempt(request, event, ticket, context, options);
      const { response } = outcome;
      if (response && onResponse) {
        const { status, headers } = redactResponse(response as Response, redact);
        await onResponse({ ...event, status, headers });
      }
      const isLimited = response?.status === 429;
      const retryAfterMs = (response && parseRetryAfter(response.headers)) ?? 0;
      const delayMs = retryDelayMs(number, retryAfterMs);
      if (isLimited) limiter.block(delayMs);
      if (isCounted) failures++;
      const reason = response?.status ?? (outcome as ConnectionError);
      if (!isRetryable(request, reason) || failures > maxRetries || retryAfterMs > MAX_RETRY_AFTER_MS) {
        if (outcome instanceof ConnectionError) throw outcome;
        return outcome;
      }
      await onRetry?.({ ...event, delayMs: Math.max(delayMs, limiter.delayMs), reason });
      // The rate limiter delays the retry of a 429.
      if (!isLimited) await sleep(delayMs, signal);
    }
  };
}

/** Returns the error for an attempt without a response. */
function toConnectionError(
  error: unknown,
  attempts: number,
  { description, pageNo }: RequestContext,
  redact: Redact,
): ConnectionError {
  if (error instanceof InvalidFetchError)
    throw new InvalidFetchError(redact(error.message), { cause: redactThrown(error.cause, redact) });
  const Class =
    error instanceof DOMException && error.name === "TimeoutError" ? TimeoutError : ConnectionError;
  const count = attempts > 1 ? ` in ${attempts} attempts` : "";
  return new Class(`${description} received no response${count}: ${redact(reasonOf(error))}`, {
    cause: redactThrown(error, redact),
    pageNo,
  });
}
