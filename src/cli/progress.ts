import type { RetryEvent } from "../http/hooks.js";
import { cut } from "./table.js";

/** A stream that may be a terminal. */
export interface Output {
  write: (text: string) => boolean;
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

/** How many columns a stream has; so many where it is no terminal, or one that says 0 as it does not know. */
export function columnsOf({ columns = 0 }: Output, otherwise: number): number {
  return columns === 0 ? otherwise : columns;
}

/** A line that tells how far a listing is. */
export interface Progress {
  /** Tells that a page came. */
  page: (sessions: number, total: number | undefined) => void;
  /** Tells that a request waits for its next attempt. */
  wait: (event: Pick<RetryEvent, "delayMs" | "reason">) => void;
  /** Shows the line as it is now. */
  draw: () => void;
  /** Takes the line away, so that other lines can be written. */
  clear: () => void;
  /** Takes the line away for good. */
  end: () => void;
}

/** Shows how far a listing is, on the last line of a terminal; on what is none, nothing. */
export function showProgress(output: Output): Progress {
  const begun = performance.now();
  let pages = 0;
  let sessions = 0;
  let total: number | undefined;
  let waiting: { until: number; why: string } | undefined;
  let shown = false;

  function clear(): void {
    if (shown) output.write("\r\u001B[K");
    shown = false;
  }

  function draw(): void {
    if (!output.isTTY) return;
    const now = performance.now();
    const rate = Math.round(sessions / Math.max(0.001, (now - begun) / 1000));
    const seconds = Math.ceil(((waiting?.until ?? now) - now) / 1000);
    const parts = [
      `${sessions}${total === undefined ? "" : ` of ${total}`} sessions`,
      ...(pages ? [`page ${pages}`] : []),
      ...(waiting && seconds > 0 ? [`waiting ${seconds} s ${waiting.why}`] : pages ? [`${rate}/s`] : []),
    ];
    // Shorter than the line, or a terminal would go on to the next one.
    output.write(`\r\u001B[K${cut(parts.join(", "), columnsOf(output, 80) - 1)}`);
    shown = true;
  }

  const timer = output.isTTY ? setInterval(draw, 1000) : undefined;
  return {
    draw,
    clear,
    page(count, all) {
      pages++;
      sessions += count;
      total = all;
      waiting = undefined;
    },
    wait({ delayMs, reason }) {
      waiting = {
        until: performance.now() + delayMs,
        why:
          reason === 429
            ? "for a rate limit"
            : typeof reason === "number"
              ? `after status ${reason}`
              : "for the network",
      };
      draw();
    },
    end() {
      clearInterval(timer);
      clear();
    },
  };
}
