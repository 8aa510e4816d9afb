/**
 * Reads pages ahead of their use, in the order of their numbers, `concurrency` at a time. At most twice as many pages
 * are in the window, so that memory is limited.
 *
 * The window is refilled when a page arrives, not when one is requested: a slow consumer delays nothing. A request for
 * a page outside the window begins a new one.
 */
export class ReadAhead<Page> {
  readonly #readPage: (pageNo: number | undefined) => Promise<Page>;
  readonly #concurrency: number;
  readonly #signal: AbortSignal;
  readonly #inFlight = new Set<Promise<void>>();
  /** The pages that were requested, but not yet used, by their numbers. */
  #window = new Map<number, Promise<Page>>();
  /** The number of the next page to read ahead. */
  #next = 0;
  /** The number of the last page to read ahead. */
  #lastNeeded = 0;

  constructor(
    readPage: (pageNo: number | undefined) => Promise<Page>,
    concurrency: number,
    signal: AbortSignal,
  ) {
    this.#readPage = readPage;
    this.#concurrency = concurrency;
    this.#signal = signal;
  }

  /**
   * Reads a page.
   *
   * @param pageNo - The page number. Undefined for the first page.
   * @param lastNeeded - The number of the last page to read ahead.
   * @returns The page.
   */
  async read(pageNo: number | undefined, lastNeeded: number): Promise<Page> {
    if (this.#concurrency === 1) return this.#readPage(pageNo);
    if (pageNo === undefined || !this.#window.has(pageNo)) {
      this.#window = new Map();
      this.#next = pageNo ?? 0;
      // The page that follows the first is not known before the first has arrived.
      this.#lastNeeded = -1;
      while (this.#inFlight.size >= this.#concurrency) await Promise.race(this.#inFlight);
    }
    if (pageNo === undefined) return this.#readPage(pageNo);
    this.#lastNeeded = Math.max(pageNo, lastNeeded);
    this.#fill();
    const page = this.#window.get(pageNo) ?? this.#readPage(pageNo);
    this.#window.delete(pageNo);
    this.#fill();
    return page;
  }

  #fill(): void {
    while (
      this.#inFlight.size < this.#concurrency &&
      this.#window.size < 2 * this.#concurrency &&
      this.#next <= this.#lastNeeded &&
      !this.#signal.aborted
    )
      this.#start(this.#next++);
  }

  #start(pageNo: number): void {
    const window = this.#window;
    const page = this.#readPage(pageNo);
    window.set(pageNo, page);
    const settled = page
      .catch(() => {
        // Probably, no page follows one that fails.
        if (window === this.#window) this.#lastNeeded = Math.min(this.#lastNeeded, pageNo);
      })
      .then(() => {
        this.#inFlight.delete(settled);
        this.#fill();
      });
    this.#inFlight.add(settled);
  }
}
