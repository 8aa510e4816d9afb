import { ConnectionError, TimeoutError } from "../errors.js";
import { sleep, throwIfAborted } from "./abort.js";
import { readBody } from "./body.js";
import { type FetchResponse, type HttpRequest, InvalidFetchError, type SendOnce } from "./fetch.js";
import type { CallOptions, Hooks, RequestEvent, RetryOptions } from "./hooks.js";
import { type Permit, RateLimiter } from "./rate-limiter.js";
import { type Redact, redactResponse, redactThrown } from "./redact.js";
import { parseRetryAfter } from "./retry-after.js";
import { calculateRetryDelayMs, getReason, isRetryable } from "./retry-policy.js";
import { runWithTimeout } from "./timeout.js";

/** A response and its body. */
export interface ReceivedResponse {
  /** The response as received. It may contain the token. */
  response: FetchResponse;
  /** Undefined if the body is too large. */
  text: string | undefined;
  /** The number of attempts that were made. */
  attempts: number;
  /** The advice for the caller after a failure. */
  hint?: string | undefined;
}

/** The response of an attempt with its body, or the error of an attempt without a response. */
interface Outcome {
  response?: FetchResponse;
  /** Undefined if the body is too large. */
  text?: string | undefined;
  error?: unknown;
}

/** Sends a request with its retries. */
export type Send = (request: HttpRequest, options: CallOptions) => Promise<ReceivedResponse>;

/** Creates the function that sends the requests of a client, which share one rate limiter. */
export function createSend(sendOnce: SendOnce, defaults: RetryOptions & Hooks, redact: Redact): Send {
  const limiter = new RateLimiter();
  const makeAttempt = createMakeAttempt(sendOnce, limiter, redact);
  let lastTicket = 0;

  return async (request, options) => {
    const call = { ...defaults, ...options };
    const { maxRetries = 2, maxRetryAfter = 60_000, onResponse, onRetry } = call;
    const sent = { method: request.method, url: redact(request.url) };
    const ticket = ++lastTicket;
    let failures = 0;
    for (let attempt = 1; ; attempt++) {
      const event: RequestEvent = { ...sent, attempt };
      const { permit, response, text, error } = await makeAttempt(request, event, ticket, call);
      const reason = response?.status ?? (error as Error);
      const retryAfterMs = (response && parseRetryAfter(response.headers)) ?? 0;
      const delayMs = calculateRetryDelayMs(attempt, Math.min(retryAfterMs, maxRetryAfter));
      const isTemporary = isRetryable(request, reason);
      // Gateways limit parallel requests by other failures, too. The last retry is therefore repeated alone. If that
      // fails as well, the server is down.
      const isLimited =
        reason === 429 ||
        (isTemporary &&
          maxRetries > 0 &&
          !limiter.isDown &&
          (limiter.isSerial || !permit.isAlone) &&
          (reason === 503 || failures === maxRetries));
      // Before a hook is called, so that no other request is sent meanwhile.
      if (limiter.release(permit, response, isLimited ? delayMs : 0)) failures++;
      const isLast = !isTemporary || failures > maxRetries;
      limiter.isDown = isTemporary && reason !== 429 && (limiter.isDown || (isLast && permit.isAlone));
      if (response && onResponse) {
        const { status, headers } = redactResponse(response, redact);
        await onResponse({ ...event, status, headers });
      }
      if (isLast || retryAfterMs > maxRetryAfter) {
        if (!response) throw error;
        const hint = isLast ? undefined : ". To wait longer, raise maxRetryAfter";
        return { response, text, attempts: attempt, hint };
      }
      await onRetry?.({ ...event, delayMs: Math.max(delayMs, limiter.delayMs), reason });
      // Otherwise, the rate limiter delays the retry.
      if (!isLimited) await sleep(delayMs, call.signal);
    }
  };
}

/**
 * Makes one attempt when the rate limiter permits it.
 *
 * @param request - The request.
 * @param event - The description of the attempt for hooks.
 * @param ticket - The position of the call in the queue of the rate limiter.
 * @param call - The options of the call, with the defaults and hooks of the client.
 * @returns The response, or the error if none was received, and the permit, which is not released. A connection failure
 * is returned, because it may be retried.
 */
type MakeAttempt = (
  request: HttpRequest,
  event: RequestEvent,
  ticket: number,
  call: CallOptions & Hooks,
) => Promise<Outcome & { permit: Permit }>;

/** Creates the function that makes the attempts of a client. */
function createMakeAttempt(sendOnce: SendOnce, limiter: RateLimiter, redact: Redact): MakeAttempt {
  return async (request, event, ticket, { signal, timeout = 30_000, onRequest, onRateLimit }) => {
    const permit = await limiter.acquire(ticket, signal, (delayMs) => onRateLimit?.({ ...event, delayMs }));
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
      ).catch((error: unknown) => ({ error: toConnectionError(error, event.attempt, request, redact) }));
      throwIfAborted(signal);
      return { ...outcome, permit };
    } catch (error) {
      limiter.release(permit);
      throw error;
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
  return new Class(redact(`${description} received no response: ${getReason(error)}`), {
    cause: redactThrown(error, redact),
    pageNo,
    attempts,
  });
}
