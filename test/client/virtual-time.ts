import { vi } from "vitest";

/** A simulated clock. */
export interface VirtualTime {
  /** Returns the number of timers that neither fired nor were cleared. */
  countTimers: () => number;
}

/**
 * Fires timers at once and advances the clock by their delay. A thousand listings with delays then take seconds. Timers
 * of 30 seconds and more never fire, because they are only timeouts here. `vi.unstubAllGlobals()` and
 * `vi.restoreAllMocks()` restore the real clock.
 */
export function useVirtualTime(): VirtualTime {
  let clock = performance.now();
  const timers = new Set<object>();
  vi.spyOn(performance, "now").mockImplementation(() => clock);
  vi.stubGlobal("setTimeout", (callback: () => void, delayMs = 0): object => {
    const timer = {};
    timers.add(timer);
    const firesAt = clock + delayMs;
    if (delayMs < 30_000)
      setImmediate(() => {
        if (!timers.delete(timer)) return;
        clock = Math.max(clock, firesAt);
        callback();
      });
    return timer;
  });
  vi.stubGlobal("clearTimeout", (timer: object): void => {
    timers.delete(timer);
  });
  return { countTimers: () => timers.size };
}
