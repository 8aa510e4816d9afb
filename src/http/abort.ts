/** Returns the reason of an aborted signal. Signals of other implementations may have no `reason`. */
export function abortReason({ reason }: AbortSignal): unknown {
  return reason === undefined ? new DOMException("This operation was aborted", "AbortError") : reason;
}

/** Throws the reason of a signal that is aborted. Signals of other implementations may have no such method. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortReason(signal);
}

/**
 * Creates a signal, and the function that aborts it. It is not an `AbortSignal`, because Node warns of one with more
 * than ten listeners, and each concurrent request of a listing has one.
 */
export function createSignal(): [signal: AbortSignal, abort: (reason?: unknown) => void] {
  const listeners = new Set<() => void>();
  const signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  };
  const abort = (reason: unknown = abortReason(signal as unknown as AbortSignal)): void => {
    if (signal.aborted) return;
    Object.assign(signal, { aborted: true, reason });
    for (const listener of listeners) listener();
  };
  return [signal as unknown as AbortSignal, abort];
}

/**
 * Creates a promise that also rejects when a signal aborts. Its listener is removed when it settles.
 *
 * @param start - Starts the work, and returns a function that cleans up. It is called when the promise settles.
 */
export function abortable<Result>(
  signal: AbortSignal | undefined,
  start: (resolve: (result: Result) => void, reject: (reason: unknown) => void) => () => void,
): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    throwIfAborted(signal);
    let cleanUp = (): void => undefined;
    const settleWith =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        settle(value);
        signal?.removeEventListener("abort", abort);
        cleanUp();
      };
    const fail = settleWith(reject);
    const abort = (): void => {
      fail(signal && abortReason(signal));
    };
    signal?.addEventListener("abort", abort);
    cleanUp = start(settleWith(resolve), fail);
    // The work may have aborted the signal already.
    if (signal?.aborted) cleanUp();
  });
}

/**
 * Waits until the timer fires, until `woken` resolves, or until the signal aborts.
 *
 * @param delayMs - The delay in milliseconds; without it there is no timer.
 * @returns Whether the timer fired. This is not compared with a clock, so that fake timers work.
 */
export function sleep(
  delayMs: number | undefined,
  signal: AbortSignal | undefined,
  woken?: Promise<unknown>,
): Promise<boolean> {
  return abortable(signal, (resolve) => {
    const timer = delayMs === undefined ? undefined : setTimeout(resolve, Math.ceil(delayMs), true);
    void woken?.then(() => {
      resolve(false);
    });
    return () => {
      clearTimeout(timer);
    };
  });
}
