import { ConnectionError, InvalidResponseError, TimeoutError } from "../errors.js";
import { sleep, throwIfAborted } from "./abort.js";
import { BodyTooLargeError, readBody } from "./body.js";
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
  /** The requested page number, for errors. */
  pageNo?: number | undefined;
}

/** Options of one call. */
export interface CallOptions extends RetryOptions {
  /** Aborts the call, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** A response and its body. */
export interface ReceivedResponse {
  response: FetchResponse;
  text: string;
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

  /** Makes one attempt. A connection failure is returned, since it may be retried. */
  async function exchange(
    request: HttpRequest,
    attempt: number,
    context: RequestContext,
    { signal, timeout = defaults.timeout ?? 30_000 }: CallOptions,
  ): Promise<ReceivedResponse | ConnectionError> {
    try {
      return await runWithTimeout(
        async (attemptSignal) => {
          const response = await sendOnce(request, attemptSignal);
          return { response, text: await readBody(response, attemptSignal) };
        },
        timeout,
        signal,
      );
    } catch (error) {
      limiter.countUnanswered();
      throwIfAborted(signal);
      return connectionError(error, attempt, context, redact);
    }
  }

  /** Makes one attempt when the rate limiter permits it. */
  async function exchangeWithPermit(
    request: HttpRequest,
    event: RequestEvent,
    ticket: number,
    context: RequestContext,
    options: CallOptions,
  ): Promise<{ outcome: ReceivedResponse | ConnectionError; isAlone: boolean }> {
    const permit = await limiter.acquire(ticket, options.signal, (delayMs) =>
      onRateLimit?.({ ...event, delayMs }),
    );
    let outcome: ReceivedResponse | ConnectionError;
    try {
      await onRequest?.(event);
      throwIfAborted(options.signal);
      outcome = await exchange(request, event.attempt, context, options);
      if (!(outcome instanceof ConnectionError)) limiter.update(permit, outcome.response);
    } finally {
      limiter.release(permit);
    }
    if (onResponse && !(outcome instanceof ConnectionError)) {
      const { status, headers } = redactResponse(outcome.response as Response, redact);
      await onResponse({ ...event, status, headers });
    }
    return { outcome, isAlone: permit.isAlone };
  }

  return async (request, context, options) => {
    const { method, url } = request;
    const { signal, maxRetries = defaults.maxRetries ?? 2 } = options;
    const ticket = limiter.nextTicket();
    for (let attempt = 1, failures = 1; ; attempt++) {
      const event: RequestEvent = { method, url, attempt };
      const { outcome, isAlone } = await exchangeWithPermit(request, event, ticket, context, options);
      const reason = outcome instanceof ConnectionError ? outcome : outcome.response.status;
      const retryAfterMs =
        outcome instanceof ConnectionError ? 0 : (parseRetryAfter(outcome.response.headers) ?? 0);
      const delayMs = retryDelayMs(failures, retryAfterMs);
      const isLimited = reason === 429;
      if (isLimited) limiter.block(delayMs);
      // A 429 that the client's own parallel requests caused does not count. The next attempt is made alone.
      const isCounted = !isLimited || isAlone;
      if (
        !isRetryable(request, reason) ||
        retryAfterMs > MAX_RETRY_AFTER_MS ||
        (isCounted && failures > maxRetries)
      ) {
        if (outcome instanceof ConnectionError) throw outcome;
        return outcome;
      }
      if (isCounted) failures++;
      await onRetry?.({ ...event, delayMs: Math.max(delayMs, limiter.delayMs), reason });
      // The rate limiter delays the retry of a 429.
      if (!isLimited) await sleep(delayMs, signal);
    }
  };
}

function connectionError(
  error: unknown,
  attempt: number,
  { description, pageNo }: RequestContext,
  redact: Redact,
): ConnectionError {
  const cause = redactThrown(error, redact);
  if (error instanceof InvalidFetchError) throw cause;
  if (error instanceof BodyTooLargeError) {
    const response = redactResponse(error.response as Response, redact);
    throw new InvalidResponseError(`${description} returned ${response.status}, but ${error.message}`, {
      response,
      pageNo,
    });
  }
  const isTimeout = error instanceof DOMException && error.name === "TimeoutError";
  const attempts = attempt > 1 ? ` in ${attempt} attempts` : "";
  const message = `${description} received no response${attempts}: ${redact(reasonOf(error))}`;
  return new (isTimeout ? TimeoutError : ConnectionError)(message, { cause, pageNo });
}
