import { MAX_SEEN } from "./seen-items.js";

/** If the total has fallen more often than this, it probably falls with each request. */
const MIN_FALLS = 3;

/**
 * The progress of a page: `new` if it ends after all pages so far, `known` if it ends only after the previous page, or
 * else `none`.
 */
export type Progress = "new" | "known" | "none";

/** Tracks the next expected offset of the list. NaN is unknown. */
export class Position {
  /** The offset of the first item that was not yielded yet. NaN before the first page. */
  expected: number;
  /** The total, if the last page stated it together with its own offset. */
  total: number;
  /**
   * The number of falls of the total since a page was the furthest. Infinite after a fall by more than
   * {@link MAX_SEEN}.
   */
  falls = 0;
  /** The expected offset, or the stated end of the last page if it is higher. Pages may leave out items that count. */
  #reach: number;
  /** The number of consecutive pages that overlap with more than half of the page before. */
  overlaps = 0;
  /** The offset of the last page. */
  #start = -Infinity;
  /** The end of the last page. */
  #end = -Infinity;
  /** The offset of the first page of the walk. */
  lowest = 0;
  /** The last page that lay beyond the expected offset, and whether the total has not risen since. */
  #ahead = { keys: [] as readonly string[], start: 0, end: 0, isFalling: false };

  constructor() {
    this.total = this.expected = this.#reach = NaN;
  }

  /** Whether items follow according to the total. */
  get hasMore(): boolean {
    return this.#reach < this.total;
  }

  /** Whether no items follow according to the total. */
  get isComplete(): boolean {
    return this.expected >= this.total;
  }

  /** Sets the expected offset to that of the first page of the walk. */
  begin(start: number): void {
    if (Number.isNaN(this.expected)) this.expected = this.#reach = this.lowest = start;
  }

  /** Returns whether items are missing between the expected offset and that of a page. */
  hasGapBefore(start: number): boolean {
    return this.#reach < start;
  }

  /**
   * Updates the total. A fall by n moves the expected offset back by n. Up to n items may have moved to a page that was
   * read already.
   */
  updateTotal(total: number): void {
    const fall = this.total - total;
    if (fall < 0) this.#ahead.isFalling = false;
    if (fall > 0) {
      this.falls += fall > MAX_SEEN ? Infinity : 1;
      this.expected = this.#reach = Math.max(this.lowest, this.expected - fall);
      this.#ahead.end -= fall;
    }
    this.total = total;
  }

  /** Remembers a page beyond the expected offset, whose items the walk yields before the missing ones. */
  rememberAhead(keys: readonly string[], start: number): void {
    this.#ahead = { keys, start, end: start + keys.length, isFalling: true };
  }

  /**
   * Moves the expected offset to the end of the page ahead if no item is missing before that page. This is the case if
   * the last page ends with one of its items. If the total falls with each request, it suffices that the last page
   * adjoins it.
   *
   * @param lastKey - The key of the last item of the last page.
   */
  joinAhead(lastKey: string): void {
    const { keys, start, end, isFalling } = this.#ahead;
    const isSteady = isFalling && this.falls > MIN_FALLS && start <= this.expected;
    if (!isSteady && !keys.includes(lastKey)) return;
    this.expected = Math.max(this.expected, end);
    this.#reach = Math.max(this.#reach, this.expected);
  }

  /**
   * Moves the expected offset to the end of a page.
   *
   * @param start - The offset of the page.
   * @param end - The offset after its last item.
   * @param reach - The end that the page states. 0 or NaN if it is unknown.
   * @returns The progress of the page.
   */
  advance(start: number, end: number, reach: number): Progress {
    // A page that begins or ends where the last one did repeats that page, even if it has new items.
    const step = Math.min(start - this.#start, end - this.#end);
    this.#start = start;
    this.#end = end;
    const isFurther = end > this.expected;
    this.expected = Math.max(end, this.expected);
    if (isFurther) this.#reach = Math.max(this.expected, reach || 0);
    if (!isFurther || step <= 0) return step > 0 ? "known" : "none";
    this.overlaps = 2 * step < end - start ? this.overlaps + 1 : 0;
    return "new";
  }

  /** Prepares for pages that were read before. The first of them is not compared with the page before it. */
  stepBack(): void {
    this.#start = this.#end = -Infinity;
  }
}
