import cliTruncate from "cli-truncate";
import type { Stream } from "./context.js";

const CLEAR_LINE = "\r\u001B[K";
const MAX_WIDTH = 80;

/** Shows the progress of a listing on the last line of a terminal. On other streams, it shows no progress. */
export class Progress {
  readonly #output: Stream;
  readonly #started = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #counts = { pages: 0, rows: 0, total: NaN };
  #delay = { until: 0, why: "" };

  constructor(output: Stream) {
    this.#output = output;
  }

  /** Counts a page. The total is NaN if it is unknown. */
  addPage(rows: number, total: number): void {
    this.#counts = { pages: this.#counts.pages + 1, rows: this.#counts.rows + rows, total };
  }

  /** Shows the delay of a request. Without a reason, it is for a rate limit. */
  readonly showDelay = ({ delayMs, reason = 429 }: { delayMs: number; reason?: unknown }): void => {
    const why = reason === 429 ? "for a rate limit" : "before a retry";
    this.#delay = { until: performance.now() + delayMs, why };
    this.draw();
  };

  /** Draws the line, now and each second from now on. */
  readonly draw = (): void => {
    if (!this.#output.isTTY) return;
    this.#timer ??= setInterval(this.draw, 1000);
    // A full line would move the cursor to the next one.
    const { columns = 0 } = this.#output;
    const width = Math.min(columns || MAX_WIDTH, MAX_WIDTH) - 1;
    this.#output.write(CLEAR_LINE + cliTruncate(this.#formatLine(), width));
  };

  /** Removes the line, before a text is written that may go to the same terminal. */
  clear(): void {
    if (this.#timer) this.#output.write(CLEAR_LINE);
  }

  /** Writes a message instead of the line. */
  print(message: string): void {
    this.clear();
    this.#output.write(message);
  }

  /** Removes the line for good. */
  end(): void {
    this.clear();
    clearInterval(this.#timer);
  }

  #formatLine(): string {
    const { pages, rows, total } = this.#counts;
    const now = performance.now();
    const perSecond = (rows / Math.max(1, now - this.#started)) * 1000;
    const delay = Math.ceil((this.#delay.until - now) / 1000);
    const eta = Math.ceil((total - rows) / perSecond);
    const parts = [
      pages && `${rows}${Number.isNaN(total) ? "" : ` of ${total}`} rows, page ${pages}`,
      delay > 0 ? `waiting ${delay} s ${this.#delay.why}` : rows && `${Math.round(perSecond)}/s`,
      rows && eta > 0 && `ETA ${Math.floor(eta / 60)}:${String(eta % 60).padStart(2, "0")}`,
    ];
    return parts.filter(Boolean).join(", ") || "waiting for the API";
  }
}
