import { sleep, throwIfAborted } from "./abort.js";
import type { FetchResponse } from "./fetch.js";

/** The maximum delay until a window resets, in milliseconds: the window of Cloudflare's account limit. */
const MAX_RESET_MS = 300_000;

/** The maximum difference between two times of one reset, in milliseconds, because the header has whole seconds. */
const RESET_TOLERANCE_MS = 1000;

/** The maximum lead of a client over one that sends the same requests sequentially, in milliseconds. */
const MAX_LEAD_MS = 60_000;

/** The number of requests that must succeed sequentially after a limit before requests are sent in parallel again. */
const SERIAL_REQUESTS = 32;

/** A request in flight. */
export interface Permit {
  /** Whether no other request of the client was in flight at the same time. */
  isAlone: boolean;
  /** The time at which the request was sent, in milliseconds of `performance.now()`. */
  sentAt: number;
}

/** A request that waits for its permit. */
interface Waiter {
  ticket: number;
  wake: () => void;
}

/** The state of one policy of `Ratelimit`, or of one of its partitions. */
interface Quota {
  remaining: number;
  /** The time at which the window resets, in milliseconds of `performance.now()`. */
  resetAt: number;
}

/** Returns whether two times are the same reset, which is still to come. */
function isSameReset(known: number, resetAt: number): boolean {
  return known > performance.now() && Math.abs(known - resetAt) <= RESET_TOLERANCE_MS;
}

/**
 * Delays the requests of a client: all of them after an attempt that reached a limit, and while `Ratelimit` has no
 * remaining requests. Waiting requests are released in the order of their tickets. After a limit they are sent one at a
 * time, so that a server which accepts sequential requests also accepts parallel ones. If 429 and 503 responses have
 * `Retry-After`, N parallel requests send at most N more than sequential ones, plus one for every 32 pages. After other
 * failures, each of the N can fail with all its retries for every 32 pages. While the server is down, requests are sent
 * in parallel, so that all of them fail soon.
 */
export class RateLimiter {
  readonly #inFlight = new Set<Permit>();
  /** The waiting requests, in the order of their tickets. */
  readonly #queue: Waiter[] = [];
  readonly #quotas = new Map<string, Quota>();
  /** The end of the delay after a limit. Like the other times, it is in milliseconds of `performance.now()`. */
  #blockedUntil = 0;
  /** The end of the last delay that was reported. */
  #reportedUntil = 0;
  /** The number of requests that must still succeed one at a time. */
  #serialRequests = 0;
  /** The time at which the requests so far would have ended sequentially. */
  #sequentialEnd = 0;

  /** Whether a request has failed alone after all its retries, and none has succeeded since. */
  isDown = false;

  /** Whether requests are sent one at a time. */
  get isSerial(): boolean {
    return this.#serialRequests > 0 && !this.isDown;
  }

  /** The known delay of the next request in whole milliseconds. 0 or less without a delay. */
  get delayMs(): number {
    return Math.ceil(this.#freeAt - performance.now());
  }

  /**
   * Waits until the request can be sent.
   *
   * @param ticket - The position of the request in the queue, which it keeps for its retries.
   * @param signal - Removes the request from the queue. Undefined if it cannot be aborted.
   * @param onDelay - Called with the delay in milliseconds, once for each delay, and again if its end changes.
   * @returns The permit of the request.
   * @throws The reason of the signal if it aborts.
   */
  async acquire(
    ticket: number,
    signal: AbortSignal | undefined,
    onDelay: (delayMs: number) => unknown,
  ): Promise<Permit> {
    throwIfAborted(signal);
    const waiter: Waiter = { ticket, wake: () => undefined };
    this.#queue.splice(this.#queue.findLastIndex((other) => other.ticket < ticket) + 1, 0, waiter);
    try {
      for (;;) {
        const freeAt = this.#freeAt;
        const { delayMs } = this;
        const isFirst = this.#queue[0] === waiter;
        if (isFirst && delayMs <= 0 && !(this.isSerial && this.#inFlight.size)) return this.#admit();
        const woken = new Promise<void>((resolve) => (waiter.wake = resolve));
        if (delayMs > 0 && !isSameReset(this.#reportedUntil, freeAt)) {
          this.#reportedUntil = freeAt;
          await onDelay(delayMs);
        }
        // The others wait until they are first.
        if (await sleep(isFirst ? delayMs : 0, signal, woken)) this.#expire(freeAt);
      }
    } finally {
      this.#queue.splice(this.#queue.indexOf(waiter), 1);
      this.#queue[0]?.wake();
    }
  }

  /**
   * Ends an attempt, and releases the next request. A delay applies to every request of the client, which are then sent
   * one at a time.
   *
   * @param permit - The permit of the request.
   * @param response - The response. Without one, the request may have reached the server.
   * @param delayMs - The delay in milliseconds, if the attempt reached a limit. Default: 0, for no limit.
   * @returns Whether the attempt counts. One that reached a limit does not if parallel requests of the client may have
   * caused it. They may if another one was in flight. They may also cause a 429 if a sequential client would have sent
   * fewer by then.
   */
  release(permit: Permit, response?: FetchResponse, delayMs = 0): boolean {
    const { isAlone, sentAt } = permit;
    const now = performance.now();
    // A 503 can also mean that the server is down, whose slow responses are no reason to wait.
    const isCounted = !delayMs || (isAlone && (response?.status !== 429 || this.#sequentialEnd <= now));
    this.#inFlight.delete(permit);
    this.#sequentialEnd = Math.min(Math.max(this.#sequentialEnd, sentAt) + now - sentAt, now + MAX_LEAD_MS);
    if (response) this.#updateQuotas(response.headers.get("ratelimit"));
    else for (const quota of this.#quotas.values()) quota.remaining--;
    if (delayMs) {
      this.#blockedUntil = Math.max(this.#blockedUntil, now + delayMs);
      this.#serialRequests = isAlone
        ? Math.max(this.#serialRequests, SERIAL_REQUESTS)
        : this.#serialRequests + SERIAL_REQUESTS;
    } else if (response && isAlone && this.#serialRequests) this.#serialRequests--;
    this.#queue[0]?.wake();
    return isCounted;
  }

  #admit(): Permit {
    const permit = { isAlone: !this.#inFlight.size, sentAt: performance.now() };
    for (const other of this.#inFlight) other.isAlone = false;
    this.#inFlight.add(permit);
    return permit;
  }

  /** The time at which the next request can be sent. */
  get #freeAt(): number {
    let freeAt = this.#blockedUntil;
    // The header may not include the requests in flight.
    for (const { remaining, resetAt } of this.#quotas.values())
      if (remaining <= this.#inFlight.size) freeAt = Math.max(freeAt, resetAt);
    return freeAt;
  }

  /** Removes the limits that end by the time of a fired timer. The clock may be behind the timer. */
  #expire(freeAt: number): void {
    if (this.#blockedUntil <= freeAt) this.#blockedUntil = 0;
    for (const [policy, { resetAt }] of this.#quotas) if (resetAt <= freeAt) this.#quotas.delete(policy);
  }

  /**
   * Parses `"default";r=50;t=30`: the remaining requests of each policy, and the seconds until its window resets. The
   * parameters can be in any order, with others such as `pk` between them (draft-ietf-httpapi-ratelimit-headers).
   */
  #updateQuotas(header: string | null): void {
    // A quoted name can contain a comma.
    for (const member of header?.match(/("[^"]*"|[^",])+/g) ?? []) {
      const [policy = "", ...parameters] = member.trim().split(/\s*;\s*/);
      // A missing number is NaN.
      const {
        r,
        t,
        pk = "",
      } = Object.fromEntries(parameters.map((text) => text.split("="))) as {
        r: string;
        t: string;
        pk?: string;
      };
      const remaining = parseFloat(r);
      const resetAt = performance.now() + Math.min(parseFloat(t) * 1000, MAX_RESET_MS);
      const partition = policy + pk;
      const known = this.#quotas.get(partition);
      // Responses overtake each other: of one window, the lowest number is the latest.
      const isLatest = !known || known.remaining > remaining || !isSameReset(known.resetAt, resetAt);
      if (isLatest && !Number.isNaN(remaining + resetAt)) this.#quotas.set(partition, { remaining, resetAt });
    }
  }
}
