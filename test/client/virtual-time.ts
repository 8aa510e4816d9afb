import { vi } from "vitest";

/** A clock of one's own. */
export interface VirtualTime {
  /** How many timers are set that neither went off nor were cleared. */
  pending: () => number;
}

/**
 * Lets waits end at once, and the clock say that they took their time: a thousand listings with waits in them take
 * seconds. Timers of 30 seconds and more never go off; here they are only limits that nothing reaches.
 * `vi.unstubAllGlobals()` and `vi.restoreAllMocks()` end it.
 */
export function useVirtualTime(): VirtualTime {
  let clock = performance.now();
  const timers = new Set<object>();
  vi.spyOn(performance, "now").mockImplementation(() => clock);
  vi.stubGlobal("setTimeout", (callback: () => void, wait = 0): object => {
    const timer = {};
    timers.add(timer);
    const due = clock + wait;
    if (wait < 30_000)
      setImmediate(() => {
        if (!timers.delete(timer)) return;
        clock = Math.max(clock, due);
        callback();
      });
    return timer;
  });
  vi.stubGlobal("clearTimeout", (timer: object): void => {
    timers.delete(timer);
  });
  return { pending: () => timers.size };
}
