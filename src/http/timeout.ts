import { createAbortable, getAbortReason } from "./abort.js";

/**
 * Runs a task with a time limit and the caller's signal. Both reject at once, because a custom `fetch` may ignore the
 * signal that it receives.
 *
 * @param task - Starts the work. Its signal aborts on a timeout, and if the caller aborts.
 * @param timeoutMs - The time limit in milliseconds.
 * @param signal - The caller's signal.
 * @returns The result of the task.
 */
export function runWithTimeout<Result>(
  task: (signal: AbortSignal) => Promise<Result>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const controller = new AbortController();
  return createAbortable(signal, (resolve, reject) => {
    const timer = setTimeout(() => {
      const error = new DOMException(
        `no response within ${timeoutMs} ms. To wait longer, raise timeout`,
        "TimeoutError",
      );
      reject(error);
      controller.abort(error);
    }, timeoutMs);
    task(controller.signal).then(resolve, reject);
    return () => {
      clearTimeout(timer);
      if (signal?.aborted) controller.abort(getAbortReason(signal));
    };
  });
}
