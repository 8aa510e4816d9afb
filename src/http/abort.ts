/** Returns what an aborted signal rejects with. Signals of other implementations may have no `reason`. */
export function abortReason({ reason }: AbortSignal): unknown {
  return reason === undefined ? new DOMException("This operation was aborted", "AbortError") : reason;
}

/** Throws the reason of a signal that is aborted. Signals of other implementations may have no such method. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortReason(signal);
}

/** Calls a function when a signal aborts. Returns a function that removes the listener. */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  signal?.addEventListener("abort", listener);
  return () => signal?.removeEventListener("abort", listener);
}

/**
 * Waits until the timer fires, until `woken` resolves, or until the signal aborts.
 *
 * @param delayMs - The delay in milliseconds; without it there is no timer.
 * @returns Whether the timer fired. This is not compared with a clock, so that fake timers work.
 */
export async function sleep(
  delayMs: number | undefined,
  signal: AbortSignal | undefined,
  woken?: Promise<unknown>,
): Promise<boolean> {
  throwIfAborted(signal);
  let removeListener = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<boolean>((resolve, reject) => {
      if (delayMs !== undefined) timer = setTimeout(resolve, Math.ceil(delayMs), true);
      void woken?.then(() => {
        resolve(false);
      });
      removeListener = onAbort(signal, () => {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the caller's own reason
        reject(signal && abortReason(signal));
      });
    });
  } finally {
    clearTimeout(timer);
    removeListener();
  }
}
