import { abortReason, throwIfAborted } from "./http/abort.js";

/**
 * Yields what each step of a walk contains. `return()` aborts pending requests, and so does the caller's signal.
 *
 * @param start - Starts the walk, whose requests the given signal aborts.
 * @param signal - The caller's signal.
 * @param contentsOf - Returns what to yield for a step.
 */
export function yieldContents<Step, Yielded>(
  start: (signal: AbortSignal) => AsyncGenerator<Step, void, undefined>,
  signal: AbortSignal | undefined,
  contentsOf: (step: Step) => readonly Yielded[],
): AsyncGenerator<Yielded, void, undefined> {
  const controller = new AbortController();
  const steps = start(controller.signal);
  let isLeft = false;
  const leave = (): void => {
    isLeft = true;
    controller.abort();
  };

  async function* generate(): AsyncGenerator<Yielded, void, undefined> {
    throwIfAborted(signal);
    const abort = (): void => {
      controller.abort(signal && abortReason(signal));
    };
    signal?.addEventListener("abort", abort);
    try {
      for await (const step of steps) for (const each of contentsOf(step)) yield each;
    } catch (error) {
      if (!isLeft) throw error;
    } finally {
      // Also aborts what was read ahead.
      leave();
      signal?.removeEventListener("abort", abort);
    }
  }

  const generator = generate();
  const end = generator.return.bind(generator);
  // Its own return() would wait for the pending page.
  generator.return = (value) => {
    leave();
    return end(value);
  };
  return generator;
}
