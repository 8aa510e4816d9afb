import { abortReason, onAbort, throwIfAborted } from "./abort.js";

/**
 * Runs a task with a time limit and the caller's signal. Both abort the signal that the task receives, and reject at
 * once, since a custom `fetch` may ignore its signal. Nothing stays registered when the task settles.
 */
export async function runWithTimeout<Result>(
  task: (signal: AbortSignal) => Promise<Result>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Result> {
  throwIfAborted(signal);
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let removeListener = (): void => undefined;
  try {
    return await new Promise<Result>((resolve, reject) => {
      const abort = (reason: unknown): void => {
        controller.abort(reason);
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the caller's own reason
        reject(reason);
      };
      timer = setTimeout(() => {
        abort(new DOMException(`no response within ${timeoutMs} ms`, "TimeoutError"));
      }, timeoutMs);
      removeListener = onAbort(signal, () => {
        abort(signal && abortReason(signal));
      });
      task(controller.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    removeListener();
  }
}
