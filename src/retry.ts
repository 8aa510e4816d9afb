import { ConnectionError, InvalidResponseError, retryAfterOf, TimeoutError } from "./errors.js";

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
  /** The HTTP method. */
  method: string;
  /** The whole URL, its query included. */
  url: string;
  /** 1 for the first attempt. */
  attempt: number;
}

/** An answer that came, its body included. */
export interface ResponseEvent extends RequestEvent {
  /** The HTTP status. */
  status: number;
  /** The answer's headers. */
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
  /** Called before each attempt. */
  onRequest?: ((event: RequestEvent) => void) | undefined;
  /** Called after each answer, whatever its status. */
  onResponse?: ((event: ResponseEvent) => void) | undefined;
  /** Called before the wait for another attempt. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** The most that an answer may hold, in bytes after decompression: 32 MiB, where a page of 100 sessions has
 * about 60,000. */
export const MAX_RESPONSE_BYTES = 33_554_432;

/**
 * The longest `Retry-After` that is waited for, in milliseconds; a longer one is left to the caller, as an error.
 * Cloudflare's own tools draw the line there too.
 */
export const MAX_RETRY_AFTER = 60_000;

/** The longest wait for a rate limit's window to start anew, in milliseconds: the length of the account's. */
const MAX_PACE = 300_000;

/** The least and the most that is waited before another attempt, unless more is asked for, in milliseconds. */
const MIN_BACKOFF = 100;
const MAX_BACKOFF = 8_000;

const RETRIED: readonly number[] = [408, 429, 500, 502, 503, 504];

/** What a call tells of itself. */
export interface SendOptions extends RetryOptions {
  /** The request in words, for messages. */
  what: string;
  /** The page that is asked for, for errors. */
  pageNo: number | undefined;
  /** Ends the call. Beside the request: in it, each request would listen to it until it is collected as garbage. */
  signal: AbortSignal | undefined;
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
  // How many were, and which of them are not answered. What `Ratelimit` says is left may not know of those that were
  // sent after its own request, nor of those that it overtook.
  let sent = 0;
  const unanswered = new Set<number>();

  return async (
    request,
    { what, pageNo, signal, maxRetries = defaults.maxRetries ?? 2, timeout = defaults.timeout ?? 30_000 },
  ) => {
    const { method, url } = request;
    for (let attempt = 1; ; attempt++) {
      // In a loop, as an answer to another request may have prolonged the wait meanwhile.
      for (let wait; (wait = notBefore - Date.now()) > 0;) await sleep(wait, signal);
      const event: RequestEvent = { method, url, attempt };
      onRequest?.(event);
      signal?.throwIfAborted();
      const order = ++sent;
      unanswered.add(order);
      let outcome: Response | ConnectionError;
      try {
        outcome = await exchange(fetch, request, timeout, signal);
      } catch (cause) {
        signal?.throwIfAborted();
        if (cause instanceof TooLarge)
          throw new InvalidResponseError(`${what} ${cause.message}`, {
            response: cause.response,
            cause,
            pageNo,
          });
        const Kind =
          cause instanceof DOMException && cause.name === "TimeoutError" ? TimeoutError : ConnectionError;
        const attempts = attempt > 1 ? ` in ${attempt} attempts` : "";
        outcome = new Kind(`${what} got no answer${attempts}: ${reasonOf(cause)}`, { cause, pageNo });
      } finally {
        unanswered.delete(order);
      }

      let asked = 0;
      // An answer need not be an instance of the global `Response`: a `fetch` may bring its own.
      if (!(outcome instanceof ConnectionError)) {
        const { status, headers } = outcome;
        onResponse?.({ ...event, status, headers });
        const overtaken = [...unanswered].filter((other) => other < order).length;
        notBefore = Math.max(notBefore, windowStart(headers, sent - order + overtaken));
        if (!RETRIED.includes(status)) return outcome;
        asked = retryAfterOf(outcome) ?? 0;
      }
      if (attempt > maxRetries || asked > MAX_RETRY_AFTER) {
        if (outcome instanceof ConnectionError) throw outcome;
        return outcome;
      }
      const wait = asked + Math.max(MIN_BACKOFF, Math.random() * Math.min(MAX_BACKOFF, 250 * 2 ** attempt));
      onRetry?.({ ...event, wait, reason: outcome instanceof ConnectionError ? outcome : outcome.status });
      if (outcome.status === 429) notBefore = Math.max(notBefore, Date.now() + wait);
      else await sleep(wait, signal);
    }
  };
}

/**
 * When the next request may be sent, by `Ratelimit: "default";r=50;t=30` (requests left, seconds until the window
 * starts anew), given how many are sent that the server may not have counted yet.
 */
function windowStart(headers: Headers, uncounted: number): number {
  let start = 0;
  for (const [, left, reset] of headers.get("ratelimit")?.matchAll(/\br=(\d+);\s*t=(\d+)/g) ?? [])
    if (Number(left) <= uncounted)
      start = Math.max(start, Date.now() + Math.min(Number(reset) * 1000, MAX_PACE));
  return start;
}

/** One attempt: the answer with its body, within the time limit. */
async function exchange(
  fetch: (request: Request, init: RequestInit) => Promise<Response>,
  request: Request,
  timeout: number,
  ending: AbortSignal | undefined,
): Promise<Response> {
  const limit = new AbortController();
  const { signal } = limit;
  const stop = (): void => {
    limit.abort(ending?.reason);
  };
  const timer = setTimeout(() => {
    limit.abort(new DOMException(`nothing within ${timeout} ms`, "TimeoutError"));
  }, timeout);
  ending?.addEventListener("abort", stop);
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
    ending?.removeEventListener("abort", stop);
  }
}

/** An answer that is longer than any page. */
class TooLarge extends Error {
  readonly response: Response;

  constructor(response: Response) {
    super(`answered ${response.status} with more than ${MAX_RESPONSE_BYTES} bytes`);
    this.response = response;
  }
}

/**
 * The same answer, its body read to the end: so that a body which breaks off or stalls is tried again like any other
 * failure, and one without end is not gathered.
 */
async function buffered(response: Response, signal: AbortSignal): Promise<Response> {
  const reader = response.body?.getReader();
  if (!reader) return response;
  const giveUp = (): void => {
    // What goes wrong with a body that nobody wants any more is of no interest.
    reader.cancel(signal.reason).catch(() => undefined);
  };
  // Also where the answer came too late, or a `fetch` of the caller's own does not heed the signal.
  if (signal.aborted) giveUp();
  else signal.addEventListener("abort", giveUp);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MAX_RESPONSE_BYTES) {
      giveUp();
      throw new TooLarge(response);
    }
    chunks.push(value);
  }
  const text = textOf(chunks, bytes);
  // Where openapi-fetch asks for it, once: a response made anew would be encoded and decoded once more.
  return Object.defineProperty(response, "text", {
    configurable: true,
    value: () => {
      Reflect.deleteProperty(response, "text");
      return Promise.resolve(text);
    },
  });
}

/** What some bytes say. Decoded at once, since a decoder that streams is several times slower on Node. */
function textOf(chunks: readonly Uint8Array[], length: number): string {
  let [whole = new Uint8Array()] = chunks;
  if (chunks.length > 1) {
    whole = new Uint8Array(length);
    let start = 0;
    for (const chunk of chunks) {
      whole.set(chunk, start);
      start += chunk.byteLength;
    }
  }
  return new TextDecoder().decode(whole);
}

/** The innermost reason: `fetch failed` alone helps nobody. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message || error.name : reasonOf(error.cause);
}

/** Waits, unless the signal ends it. */
function sleep(duration: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, duration);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}
