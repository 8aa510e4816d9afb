import { ConnectionError, TimeoutError } from "../errors.js";
import { sleep, throwIfAborted } from "./abort.js";
import { readBody } from "./body.js";
import { type FetchResponse, type HttpRequest, InvalidFetchError, type SendOnce } from "./fetch.js";
import type { CallOptions, Hooks, RequestEvent, RetryOptions } from "./hooks.js";
import { RateLimiter } from "./rate-limiter.js";
import { type Redact, redactResponse, redactThrown } from "./redact.js";
import { parseRetryAfter } from "./retry-after.js";
import { calculateRetryDelayMs, isRetryable, getReason } from "./retry-policy.js";
import { runWithTimeout } from "./timeout.js";

/** A response and its body. */
export interface ReceivedResponse {
  /** The response as received. It may contain the token. */
  response: FetchResponse;
  /** Undefined if the body is too large. */
  text: string | undefined;
  /** The advice for the caller after a failure. */
  hint?: string | undefined;
}

/** The response of an attempt with its body, or the error of an attempt without a response. */
interface Outcome {
  response?: FetchResponse | undefined;
  /** Undefined if the body is too large. */
  text?: string | undefined;
  error?: unknown;
  /** Whether the attempt counts toward `maxRetries`. */
  isCounted?: boolean;
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
      const delayMs = calculateRetryDelayMs(number, Math.min(retryAfterMs, maxRetryAfter));
      if (isLimited) limiter.block(delayMs);
      if (isCounted) failures++;
      if (failures > maxRetries) return settle(outcome);
      if (retryAfterMs > maxRetryAfter) return settle(outcome, ". To wait longer, raise maxRetryAfter");
      await onRetry?.({ ...event, delayMs: Math.ceil(Math.max(delayMs, limiter.delayMs)), reason });
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

/**
 * Makes one attempt when the rate limiter permits it. A connection failure is returned, because it may be retried.
 *
 * @param request - The request.
 * @param event - The description of the attempt for hooks.
 * @param ticket - The position of the call in the queue of the rate limiter.
 * @param options - The signal and the time limit of the call.
 * @returns The response, or the error if none was received.
 */
type Attempt = (
  request: HttpRequest,
  event: RequestEvent,
  ticket: number,
  options: CallOptions,
) => Promise<Outcome>;

/** Creates the function that makes the attempts of a client. */
function createAttempt(
  sendOnce: SendOnce,
  limiter: RateLimiter,
  { onRequest, onRateLimit, ...defaults }: RetryOptions & Hooks,
  redact: Redact,
): Attempt {
  return async (request, event, ticket, { signal, timeout = defaults.timeout ?? 30_000 }) => {
    const permit = await limiter.acquire(ticket, signal, (delayMs) =>
      onRateLimit?.({ ...event, delayMs: Math.ceil(delayMs) }),
    );
    try {
      await onRequest?.(event);
      const outcome: Outcome = await runWithTimeout(
        async (attemptSignal): Promise<Outcome> => {
          const response = await sendOnce(request, attemptSignal);
          const isUnread = request.isStreamed && response.status < 300;
          return { response, text: isUnread ? undefined : await readBody(response, attemptSignal) };
        },
        timeout,
        signal,
      ).catch((error: unknown) => ({ error }));
      outcome.isCounted = limiter.update(permit, outcome.response);
      if (!outcome.response) {
        throwIfAborted(signal);
        outcome.error = toConnectionError(outcome.error, event.attempt, request, redact);
      }
      return outcome;
    } finally {
      limiter.release(permit);
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
  return new Class(redact(`${description} received no response${count}: ${getReason(error)}`), {
    cause: redactThrown(error, redact),
    pageNo,
  });
}
