import cliTruncate from "cli-truncate";
import type { RetryEvent } from "../http/hooks.js";
import { type Terminal, widthOf } from "./terminal.js";

/** Shows the progress of a listing on the last line of a terminal. Writes nothing to other streams. */
export class Progress {
  readonly #output: Terminal;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #started = performance.now();
  #counts = { pages: 0, rows: 0, total: NaN };
  #delay = { until: 0, reason: "" };
  #isShown = false;

  constructor(output: Terminal) {
    this.#output = output;
    if (output.isTTY) this.#timer = setInterval(this.draw.bind(this), 1000);
  }

  /** Counts a page. The total is NaN if it is unknown. */
  addPage(rows: number, total: number): void {
    this.#counts = { pages: this.#counts.pages + 1, rows: this.#counts.rows + rows, total };
  }

  /** Shows that a request is delayed. */
  delay({ delayMs, reason }: Pick<RetryEvent, "delayMs" | "reason">): void {
    const why = typeof reason === "number" ? `after status ${reason}` : "for the network";
    this.#delay = { until: performance.now() + delayMs, reason: reason === 429 ? "for a rate limit" : why };
    this.draw();
  }

  draw(): void {
    if (!this.#output.isTTY) return;
    // A full line would move the cursor to the next one.
    this.#output.write(`\r\u001B[K${cliTruncate(this.#text(), Math.min(widthOf(this.#output), 80) - 1)}`);
    this.#isShown = true;
  }

  /** Removes the line, so that other lines can be written. */
  clear(): void {
    if (this.#isShown) this.#output.write("\r\u001B[K");
    this.#isShown = false;
  }

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
    const parts = [Number.isNaN(total) ? `${rows} rows` : `${rows} of ${total} rows`];
    if (pages) parts.push(`page ${pages}`);
    if (delay > 0) parts.push(`waiting ${delay} s ${this.#delay.reason}`);
    else if (rows) parts.push(`${Math.round(perSecond)}/s`);
    if (eta > 0 && rows) parts.push(`ETA ${Math.floor(eta / 60)}:${String(eta % 60).padStart(2, "0")}`);
    return parts.join(", ");
  }
}
