import type { HttpRequest } from "./fetch.js";

const MIN_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 8_000;

/** The maximum depth of nested causes. */
const MAX_CAUSES = 9;

/** Codes of connections that failed before a request was sent: Node's, undici's, Bun's. */
const NOT_SENT = /REFUSED|NOTFOUND|EAI_AGAIN|UNREACH|CONNECT_TIMEOUT/i;

/**
 * Returns whether an attempt is retried: after 408, 425, 429, 5xx except 501 and 505, and without a response. A request
 * that must not be sent twice is retried only after a 429, or if it was not sent.
 *
 * @param request - The request. Its method and headers show whether it may be sent twice.
 * @param reason - The status of the response, or the error if there was none.
 * @returns Whether to retry.
 */
export function isRetryable({ method, headers }: HttpRequest, reason: unknown): boolean {
  const isIdempotent = !/POST|PATCH/.test(method) || "idempotency-key" in headers;
  return typeof reason === "number"
    ? reason === 429 || (isIdempotent && /408|425|5(?!01|05)\d\d/.test(String(reason)))
    : isIdempotent || getCauses(reason).some(({ code }) => NOT_SENT.test(String(code)));
}

/**
 * Calculates the delay before a retry: `Retry-After`, plus a random part of 0.5 s, 1 s, 2 s and so on up to 8 s ("full
 * jitter").
 *
 * @param attempts - The number of attempts so far, from 1.
 * @param retryAfterMs - The delay of `Retry-After` in milliseconds. 0 without one.
 * @returns The delay in milliseconds.
 */
export function calculateRetryDelayMs(attempts: number, retryAfterMs: number): number {
  const backoffMs = Math.random() * Math.min(MAX_BACKOFF_MS, 250 * 2 ** attempts);
  return Math.ceil(retryAfterMs + Math.max(MIN_BACKOFF_MS, backoffMs));
}

/** The properties of an error that describe it and its causes. */
interface Cause {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  cause?: unknown;
  errors?: readonly unknown[];
}

/** Lists an error and its causes, the outermost first. Of an `AggregateError`, it follows only the first error. */
function getCauses(error: unknown, depth = 0): Cause[] {
  // A cause can be its own cause.
  if (!error || depth > MAX_CAUSES) return [];
  const { cause, errors } = error as Cause;
  return [error, ...getCauses(cause ?? errors?.[0], depth + 1)];
}

/** Returns the message of the innermost cause, because `fetch failed` alone is not helpful. */
export function getReason(error: unknown): string {
  const { message, name } = getCauses(error).at(-1) ?? {};
  return String([message, name, error].find(Boolean));
}
