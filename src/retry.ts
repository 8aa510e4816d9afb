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
  /** How long until then, in milliseconds, as far as is known. */
  wait: number;
  /** The status that the attempt ended in, or why it ended without one. */
  reason: number | Error;
}

/** A request that is held back for a rate limit: because of a 429, or as `Ratelimit` says that no request is left. */
export interface PauseEvent extends RequestEvent {
  /** How long, in milliseconds, as far as is known. */
  wait: number;
}

/** Functions that are told what happens, to log it. A promise is waited for. What they throw ends the call. */
export interface Hooks {
  /** Called before each attempt. */
  onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** Called after each answer, whatever its status. */
  onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  /** Called before the wait for another attempt. */
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
  /** Called before each wait for a rate limit. */
  onPause?: ((event: PauseEvent) => unknown) | undefined;
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
 * - A 429 holds back every request of the client, not only the one that it answered, and also where it is not retried.
 * - Where `Ratelimit` says that no request is left, the next one waits until the window starts anew; where none is left
 *   if those that are not answered have all yet to be counted, until one of them is answered.
 */
export function createSend(
  fetch: (request: Request, init: RequestInit) => Promise<Response>,
  { onRequest, onResponse, onRetry, onPause, ...defaults }: RetryOptions & Hooks,
): Send {
  // When the next request may be sent, after a 429.
  let notBefore = 0;
  // How many requests are not answered: what `Ratelimit` says is left may not know of them.
  let inFlight = 0;
  const quotas = new Map<string, Quota>();
  let tellAnswered = (): void => undefined;
  // What is waited for is known by an answer, so that there was one by then.
  let answered: Promise<void> | undefined;

  /** How long the next request has to wait, as far as is known now. */
  function pause(): number {
    let until = notBefore;
    for (const { left, reset } of quotas.values()) if (left <= inFlight) until = Math.max(until, reset);
    return until - performance.now();
  }

  return async (
    request,
    { what, pageNo, signal, maxRetries = defaults.maxRetries ?? 2, timeout = defaults.timeout ?? 30_000 },
  ) => {
    const { method, url } = request;
    for (let attempt = 1; ; attempt++) {
      const event: RequestEvent = { method, url, attempt };
      // In a loop, as an answer to another request may prolong the wait, or end it.
      for (let wait; (wait = pause()) > 0;) {
        const next = answered;
        await onPause?.({ ...event, wait });
        await sleep(wait, signal, next);
      }
      // Before anything is waited for, lest another request takes its place.
      inFlight++;
      let outcome: Response | ConnectionError;
      try {
        await onRequest?.(event);
        signal?.throwIfAborted();
        outcome = await exchange(fetch, request, timeout, signal).catch((cause: unknown) => {
          // It may have reached the server.
          for (const quota of quotas.values()) quota.left--;
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
          return new Kind(`${what} got no answer${attempts}: ${reasonOf(cause)}`, { cause, pageNo });
        });
      } finally {
        inFlight--;
        tellAnswered();
        answered = new Promise((resolve) => (tellAnswered = resolve));
      }

      let asked = 0;
      // An answer need not be an instance of the global `Response`: a `fetch` may bring its own.
      if (!(outcome instanceof ConnectionError)) {
        const { status, headers } = outcome;
        count(quotas, headers);
        await onResponse?.({ ...event, status, headers });
        if (!RETRIED.includes(status)) return outcome;
        asked = retryAfterOf(outcome) ?? 0;
      }
      const wait =
        Math.min(asked, MAX_RETRY_AFTER) +
        Math.max(MIN_BACKOFF, Math.random() * Math.min(MAX_BACKOFF, 250 * 2 ** attempt));
      const limited = outcome.status === 429;
      if (limited) notBefore = Math.max(notBefore, performance.now() + wait);
      if (attempt > maxRetries || asked > MAX_RETRY_AFTER) {
        if (outcome instanceof ConnectionError) throw outcome;
        return outcome;
      }
      const reason = outcome instanceof ConnectionError ? outcome : outcome.status;
      await onRetry?.({ ...event, wait: Math.max(wait, pause()), reason });
      if (!limited) await sleep(wait, signal);
    }
  };
}

/** What is left of a rate limit. */
interface Quota {
  /** How many requests. */
  left: number;
  /** When its window starts anew. */
  reset: number;
}

/** Takes in `Ratelimit: "default";r=50;t=30`: by policy, the requests left and the seconds until its window starts anew. */
function count(quotas: Map<string, Quota>, headers: Headers): void {
  for (const [, policy = "", r, t] of headers
    .get("ratelimit")
    ?.matchAll(/([^,;\s]*);\s*r=(\d+);\s*t=(\d+)/g) ?? []) {
    const left = Number(r);
    const now = performance.now();
    const reset = now + Math.min(Number(t) * 1000, MAX_PACE);
    const known = quotas.get(policy);
    // Answers overtake each other: of one window, whose end is told to the second, the lowest number is the last.
    if (!known || known.left > left || known.reset <= now || Math.abs(known.reset - reset) > 1000)
      quotas.set(policy, { left, reset });
  }
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

/** The innermost reason, of the first of several: `fetch failed` alone helps nobody. */
function reasonOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error);
  const { cause = (error as Partial<AggregateError>).errors?.[0] as unknown } = error;
  return cause === undefined || depth > 9 ? error.message || error.name : reasonOf(cause, depth + 1);
}

/** Waits so long, or until something happens, unless the signal ends it. */
function sleep(duration: number, signal: AbortSignal | undefined, until?: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const wake = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      resolve();
    };
    const timer = setTimeout(wake, duration);
    void until?.then(wake);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}
