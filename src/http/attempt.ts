import { ConnectionError, TimeoutError } from "../errors.js";
import { throwIfAborted } from "./abort.js";
import { readBody } from "./body.js";
import { type FetchResponse, type HttpRequest, InvalidFetchError, type SendOnce } from "./fetch.js";
import type { CallOptions, Hooks, RequestEvent, RetryOptions } from "./hooks.js";
import type { RateLimiter } from "./rate-limiter.js";
import { type Redact, redactThrown } from "./redact.js";
import { reasonOf } from "./retry-policy.js";
import { runWithTimeout } from "./timeout.js";

/** The response of an attempt with its body, or the error of an attempt without a response. */
export interface Outcome {
  response?: FetchResponse | undefined;
  /** Undefined if the body is too large. */
  text?: string | undefined;
  error?: unknown;
  /** Whether the attempt counts as one of the call. */
  isCounted?: boolean;
}

/**
 * Makes one attempt when the rate limiter permits it. A connection failure is returned, because it may be retried.
 *
 * @param event - The description of the attempt for hooks.
 * @param ticket - The place of the call in the queue of the rate limiter.
 */
export type Attempt = (
  request: HttpRequest,
  event: RequestEvent,
  ticket: number,
  options: CallOptions,
) => Promise<Outcome>;

/** Creates the function that makes the attempts of a client. */
export function createAttempt(
  sendOnce: SendOnce,
  limiter: RateLimiter,
  { onRequest, onRateLimit, ...defaults }: RetryOptions & Hooks,
  redact: Redact,
): Attempt {
  return async (request, event, ticket, { signal, timeout = defaults.timeout ?? 30_000 }) => {
    const permit = await limiter.acquire(ticket, signal, (delayMs) => onRateLimit?.({ ...event, delayMs }));
    try {
      await onRequest?.(event);
      const outcome: Outcome = await runWithTimeout(
        async (attemptSignal): Promise<Outcome> => {
          const response = await sendOnce(request, attemptSignal);
          const isUnread = request.isStreamed && response.status < 300;
          return { response, text: isUnread ? "" : await readBody(response, attemptSignal) };
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
  return new Class(redact(`${description} received no response${count}: ${reasonOf(error)}`), {
    cause: redactThrown(error, redact),
    pageNo,
  });
}
