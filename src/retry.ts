import { ConnectionError, InvalidResponseError, TimeoutError } from "./errors.js";

/** How often and how long to try. */
export interface RetryOptions {
  /**
   * How often a request is tried again after a connection failure, a timeout, or the status 408, 429, 500, 502, 503
   * or 504. Default: 2.
   */
  maxRetries?: number | undefined;
  /** How long one attempt may take, its body included, in milliseconds. Default: 30,000. */
  timeout?: number | undefined;
}

/** A request that is about to be sent. It never tells the token. */
export interface RequestEvent {
  method: string;
  url: string;
  /** 1 for the first attempt. */
  attempt: number;
}

/** An answer that came, its body included. */
export interface ResponseEvent extends RequestEvent {
  status: number;
  headers: Headers;
}

/** An attempt that failed and is made again. */
export interface RetryEvent extends RequestEvent {
  /** How long until then, in milliseconds. */
  wait: number;
  /** The status that the attempt ended in, or why it ended without one. */
  reason: number | Error;
}

/** Functions that are told what happens, to log it. What they throw ends the call. */
export interface Hooks {
  onRequest?: ((event: RequestEvent) => void) | undefined;
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** The most that an answer may hold, in bytes after decompression: a page of 100 sessions has about 60,000. */
export const MAX_RESPONSE_BYTES = 32 * 2 ** 20;

/**
 * The longest `Retry-After` that is waited for, in milliseconds; a longer one is left to the caller, as an error.
 * Cloudflare's own tools draw the line there too.
 */
export const MAX_RETRY_AFTER = 60_000;

/** The longest wait for a rate limit that the answers announce, in milliseconds: the account's window. */
const MAX_PACE = 300_000;

const RETRIED: readonly number[] = [408, 429, 500, 502, 503, 504];

/** What a call tells of itself. */
export interface SendOptions extends RetryOptions {
  /** The request in words, for messages. */
  what: string;
  /** The page that is asked for, for errors. */
  pageNo: number | undefined;
}

/** Sends a request, as often as it takes, and answers with the whole body at hand. */
export type Send = (request: Request, options: SendOptions) => Promise<Response>;

/**
 * Makes what stands below openapi-fetch as its `fetch`: attempts whose time limit covers the body, waits between
 * them, and a pace that all requests of a client keep.
 *
 * - Between attempts it waits a random part of 0.5 s, 1 s, 2 s and so on up to 8 s ("full jitter"), after the time
 *   that `Retry-After` asks for.
 * - A 429 holds back every request of the client, not only the one that it answered.
 * - Where `Ratelimit` says that no request is left, the next one waits until the window starts anew.
 */
export function createSend(
  fetch: (request: Request, init: RequestInit) => Promise<Response>,
  { onRequest, onResponse, onRetry, ...defaults }: RetryOptions & Hooks,
): Send {
  // When the next request may be sent.
  let notBefore = 0;
  // How many were. What `Ratelimit` says is left does not know of those that were sent later than its own request.
  let sent = 0;

  return async (request, { what, pageNo, ...own }) => {
    const { method, url, signal } = request;
    const { maxRetries = 2, timeout = 30_000 } = { ...defaults, ...own };
    for (let attempt = 1; ; attempt++) {
      // In a loop, as an answer to another request may have prolonged the wait meanwhile.
      for (let wait; (wait = notBefore - Date.now()) > 0; ) await sleep(wait, signal);
      const event: RequestEvent = { method, url, attempt };
      onRequest?.(event);
      const order = ++sent;
      let response: Response | undefined;
      let error: ConnectionError | undefined;
      try {
        response = await exchange(fetch, request, timeout);
      } catch (cause) {
        signal.throwIfAborted();
        const attempts = attempt > 1 ? ` (attempt ${attempt})` : "";
        const message = `${what} got no answer${attempts}: ${reasonOf(cause)}`;
        error = new (isTimeout(cause) ? TimeoutError : ConnectionError)(message, { cause, pageNo });
      }
      if (response) {
        onResponse?.({ ...event, status: response.status, headers: response.headers });
        // Followed, a redirect could take the token elsewhere. A browser shows no more of it than its type.
        if (response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400))
          throw new InvalidResponseError(`${what} was redirected, which is not followed`, { response, pageNo });
        for (const [, left, reset] of response.headers.get("ratelimit")?.matchAll(/\br=(\d+);\s*t=(\d+)/g) ?? [])
          if (Number(left) <= sent - order)
            notBefore = Math.max(notBefore, Date.now() + Math.min(Number(reset) * 1000, MAX_PACE));
        if (!RETRIED.includes(response.status)) return response;
      }
      const asked = retryAfter(response) ?? 0;
      if (attempt > maxRetries || asked > MAX_RETRY_AFTER) {
        if (response) return response;
        throw error as ConnectionError;
      }
      const wait = asked + Math.max(MIN_WAIT, Math.random() * Math.min(MAX_BACKOFF, 250 * 2 ** attempt));
      onRetry?.({ ...event, wait, reason: response?.status ?? (error as ConnectionError) });
      if (response?.status === 429) notBefore = Math.max(notBefore, Date.now() + wait);
      else await sleep(wait, signal);
    }
  };
}

/** One attempt: the answer with its body, within the time limit. */
async function exchange(
  fetch: (request: Request, init: RequestInit) => Promise<Response>,
  request: Request,
  timeout: number,
): Promise<Response> {
  const limit = new AbortController();
  const { signal } = limit;
  const stop = (): void => {
    limit.abort(request.signal.reason);
  };
  const timer = setTimeout(() => {
    limit.abort(new DOMException(`nothing within ${timeout} ms`, "TimeoutError"));
  }, timeout);
  request.signal.addEventListener("abort", stop);
  try {
    // A race, as a `fetch` of the caller's own may not heed the signal.
    return await Promise.race([
      fetch(request, { signal }).then((response) => buffered(response, signal)),
      new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => {
          reject(signal.reason as Error);
        });
      }),
    ]);
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener("abort", stop);
  }
}

/** The same answer, its body read to the end. */
async function buffered(response: Response, signal: AbortSignal): Promise<Response> {
  const reader = response.body?.getReader();
  if (!reader) return response;
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || signal.aborted) break;
    bytes += value.byteLength;
    if (bytes > MAX_RESPONSE_BYTES) {
      await reader.cancel();
      throw new RangeError(`more than ${MAX_RESPONSE_BYTES} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
  text += decoder.decode();
  return new Response(text, response);
}
