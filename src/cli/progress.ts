import cliTruncate from "cli-truncate";
import { type Terminal, widthOf } from "./terminal.js";

const CLEAR_LINE = "\r\u001B[K";

/** Shows the progress of a listing on the last line of a terminal. On other streams, it shows no progress. */
export class Progress {
  readonly #output: Terminal;
  #timer: NodeJS.Timeout | undefined;
  readonly #started = performance.now();
  #counts = { pages: 0, rows: 0, total: NaN };
  #delay = { until: 0, reason: "" };
  #isShown = false;
  /** Whether the other stream of the terminal ends in the middle of a line, which the progress would erase. */
  #isLineOpen = false;

  constructor(output: Terminal) {
    this.#output = output;
  }

  /** Counts a page. The total is NaN if it is unknown. */
  addPage(rows: number, total: number): void {
    this.#counts = { pages: this.#counts.pages + 1, rows: this.#counts.rows + rows, total };
  }

  /** Shows that a request is delayed, without a reason for a rate limit. */
  delay({ delayMs, reason = 429 }: { delayMs: number; reason?: unknown }): void {
    const why = typeof reason === "number" ? `after status ${reason}` : "for the network";
    this.#delay = { until: performance.now() + delayMs, reason: reason === 429 ? "for a rate limit" : why };
    this.draw();
  }

  /** Draws the line, now and each second from now on. */
  draw(): void {
    if (!this.#output.isTTY) return;
    this.#timer ??= setInterval(this.draw.bind(this), 1000);
    if (this.#isLineOpen) return;
    // A full line would move the cursor to the next one.
    this.#output.write(CLEAR_LINE + cliTruncate(this.#text(), Math.min(widthOf(this.#output), 80) - 1));
    this.#isShown = true;
  }

  /** Removes the line before a text is written to a stream that may be the same terminal. */
  prepareFor(stream: Terminal, text: string | Uint8Array): void {
    this.#clear();
    if (stream.isTTY) this.#isLineOpen = text.at(-1) !== "\n";
  }

  /** Writes a message below the other output. */
  print(message: string): void {
    this.#clear();
    this.#output.write(this.#isLineOpen && this.#output.isTTY ? `\n${message}` : message);
    this.#isLineOpen = false;
  }

  /** Removes the line for good. */
  end(): void {
    clearInterval(this.#timer);
    this.#clear();
  }

  #clear(): void {
    if (this.#isShown) this.#output.write(CLEAR_LINE);
    this.#isShown = false;
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
