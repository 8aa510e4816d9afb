/** Returns the reason of an aborted signal. Signals of other implementations may have no `reason`. */
export function getAbortReason({ reason }: AbortSignal): unknown {
  return reason === undefined ? new DOMException("This operation was aborted", "AbortError") : reason;
}

/** Throws the reason of a signal that is aborted. Signals of other implementations may have no such method. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw getAbortReason(signal);
}

/**
 * Creates a signal, and the function that aborts it. It is not an `AbortSignal`: Node warns about more than ten
 * listeners, and each concurrent request of a listing adds one.
 */
export function createSignal(): [signal: AbortSignal, abort: (reason?: unknown) => void] {
  const listeners = new Set<() => void>();
  const signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  };
  const abort = (reason: unknown = getAbortReason(signal as unknown as AbortSignal)): void => {
    if (signal.aborted) return;
    Object.assign(signal, { aborted: true, reason });
    for (const listener of listeners) listener();
  };
  return [signal as unknown as AbortSignal, abort];
}

/**
 * Creates a promise that also rejects when a signal aborts. When it settles, it removes its listener.
 *
 * @param signal - Rejects the promise with its reason. Undefined if the work cannot be aborted.
 * @param start - Starts the work, and returns a function that cleans up. It is called when the promise settles.
 * @returns The promise.
 */
export async function createAbortable<Result>(
  signal: AbortSignal | undefined,
  start: (resolve: (result: Result) => void, reject: (reason: unknown) => void) => () => void,
): Promise<Result> {
  throwIfAborted(signal);
  let cleanUp = (): void => undefined;
  let abort = cleanUp;
  try {
    return await new Promise<Result>((resolve, reject) => {
      abort = () => {
        // At once, so that the request of a stopped listing is aborted before anything else.
        cleanUp();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a reason can be any value
        reject(signal && getAbortReason(signal));
      };
      signal?.addEventListener("abort", abort);
      cleanUp = start(resolve, reject);
    });
  } finally {
    signal?.removeEventListener("abort", abort);
    cleanUp();
  }
}

/**
 * Waits until the timer fires, until `woken` resolves, or until the signal aborts.
 *
 * @param delayMs - The delay in whole milliseconds. 0 or less for no timer.
 * @param signal - Rejects the promise with its reason. Undefined if the delay cannot be aborted.
 * @param woken - Ends the delay when it resolves. Default: no early end.
 * @returns Whether the timer fired. This is not compared with a clock, so that fake timers work.
 */
export function sleep(
  delayMs: number,
  signal: AbortSignal | undefined,
  woken?: Promise<unknown>,
): Promise<boolean> {
  return createAbortable(signal, (resolve) => {
    const timer = delayMs > 0 ? setTimeout(resolve, delayMs, true) : undefined;
    void woken?.then(() => {
      resolve(false);
    });
    return () => {
      clearTimeout(timer);
    };
  });
}
