import cliTruncate from "cli-truncate";
import { type Stream, widthOf } from "./context.js";

const CLEAR_LINE = "\r\u001B[K";

/** Shows the progress of a listing on the last line of a terminal. On other streams, it shows no progress. */
export class Progress {
  readonly #output: Stream;
  readonly #started = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #counts = { pages: 0, rows: 0, total: NaN };
  #delay = { until: 0, why: "" };
  #isShown = false;

  constructor(output: Stream) {
    this.#output = output;
  }

  /** Counts a page. The total is NaN if it is unknown. */
  addPage(rows: number, total: number): void {
    this.#counts = { pages: this.#counts.pages + 1, rows: this.#counts.rows + rows, total };
  }

  /** Shows that a request is delayed, without a reason for a rate limit. */
  readonly delay = ({ delayMs, reason = 429 }: { delayMs: number; reason?: unknown }): void => {
    const why = typeof reason === "number" ? `after status ${reason}` : "for the network";
    this.#delay = { until: performance.now() + delayMs, why: reason === 429 ? "for a rate limit" : why };
    this.draw();
  };

  /** Draws the line, now and each second from now on. */
  readonly draw = (): void => {
    if (!this.#output.isTTY) return;
    this.#timer ??= setInterval(this.draw, 1000);
    // A full line would move the cursor to the next one.
    this.#output.write(CLEAR_LINE + cliTruncate(this.#text(), Math.min(widthOf(this.#output), 80) - 1));
    this.#isShown = true;
  };

  /** Removes the line, before a text is written that may go to the same terminal. */
  clear(): void {
    if (this.#isShown) this.#output.write(CLEAR_LINE);
    this.#isShown = false;
  }

  /** Writes a message instead of the line. */
  print(message: string): void {
    this.clear();
    this.#output.write(message);
  }

  /** Removes the line for good. */
  end(): void {
    clearInterval(this.#timer);
    this.clear();
  }

  #text(): string {
    const { pages, rows, total } = this.#counts;
    const now = performance.now();
    const perSecond = (rows / Math.max(1, now - this.#started)) * 1000;
    const delay = Math.ceil((this.#delay.until - now) / 1000);
    const eta = Math.ceil((total - rows) / perSecond);
    const parts = [
      pages && (Number.isNaN(total) ? `${rows} rows` : `${rows} of ${total} rows`),
      pages && `page ${pages}`,
      delay > 0 ? `waiting ${delay} s ${this.#delay.why}` : rows && `${Math.round(perSecond)}/s`,
      rows && eta > 0 && `ETA ${Math.floor(eta / 60)}:${String(eta % 60).padStart(2, "0")}`,
    ];
    return parts.filter(Boolean).join(", ") || "waiting for the API";
  }
}
