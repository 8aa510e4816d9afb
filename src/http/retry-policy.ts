import type { HttpRequest } from "./fetch.js";

/** The longest `Retry-After` that is waited for, in milliseconds. A longer one ends in an error. */
export const MAX_RETRY_AFTER_MS = 60_000;

const MIN_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 8_000;

/** Methods that may be sent twice (RFC 9110, section 9.2.2). */
const IDEMPOTENT = /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE)$/;

/** Codes of connections that failed before a request was sent: Node's, undici's, Bun's. */
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** Whether a request may be sent twice. */
function isIdempotent({ method, headers }: HttpRequest): boolean {
  return IDEMPOTENT.test(method) || headers.has("idempotency-key");
}

/**
 * Whether an attempt is retried: after 408, 425, 429, every 5xx but 501 and 505, and if no response was received. A request
 * that must not be sent twice is retried only if it was not processed: after a 429, or if it was not sent.
 *
 * @param reason - The status of the response, or the error if there was none.
 */
export function isRetryable(request: HttpRequest, reason: unknown): boolean {
  if (reason === 429) return true;
  if (typeof reason !== "number")
    return isIdempotent(request) || causesOf(reason).some(({ code }) => NOT_SENT.test(String(code)));
  const isTransient =
    reason === 408 || reason === 425 || (reason >= 500 && reason < 600 && reason !== 501 && reason !== 505);
  return isTransient && isIdempotent(request);
}

/**
 * Returns the delay before a retry in milliseconds: `Retry-After`, plus a random part of 0.5 s, 1 s, 2 s and so on up to
 * 8 s ("full jitter").
 *
 * @param failures - The number of failed attempts, from 1.
 */
export function retryDelayMs(failures: number, retryAfterMs = 0): number {
  const backoffMs = Math.random() * Math.min(MAX_BACKOFF_MS, 250 * 2 ** failures);
  return Math.ceil(Math.min(retryAfterMs, MAX_RETRY_AFTER_MS) + Math.max(MIN_BACKOFF_MS, backoffMs));
}

interface Cause {
  message?: unknown;
  name?: unknown;
  code?: unknown;
  cause?: unknown;
  errors?: readonly unknown[];
}

/** Lists an error and its causes, the outermost first; of several at once the first. */
function causesOf(error: unknown): Cause[] {
  const causes: Cause[] = [];
  let cause = error;
  while (typeof cause === "object" && cause !== null && causes.length < 10) {
    causes.push(cause);
    const inner: Cause = cause;
    cause = inner.cause ?? inner.errors?.[0];
  }
  return causes;
}

/** Returns the innermost reason: `fetch failed` alone helps nobody. */
export function reasonOf(error: unknown): string {
  const { message, name } = causesOf(error).at(-1) ?? { message: error };
  return String(message === "" ? name : message);
}
