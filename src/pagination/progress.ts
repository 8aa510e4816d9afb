import { MAX_SEEN } from "./seen-items.js";

/** How often a walk starts again from the first page. */
const MAX_RESTARTS = 3;

/** How many items in a row may bring nothing new: enough to read again all that is remembered. */
const MAX_REPEATED = 2 * MAX_SEEN;

/** Judges by the contents of pages whether a walk still advances through the list. */
export class Progress {
  /** The keys of the page that was read last. */
  keys: readonly string[] = [];
  /** The number of pages that continued the list. */
  advanced = 0;
  /** The greatest length of a page. */
  longest = 0;
  /** Whether the page to be read is the first one, to decide whether the list has ended. */
  isChecking = false;
  /** Grows with each page in a row that did not continue the list. */
  stalls = 0;
  /** Whether a page had items of earlier pages beside new ones. */
  isChanging = false;
  /** Whether all pages so far were the same. */
  isUniform = true;
  #lastAdvance = 0;
  #repeated = 0;
  #restarts = 0;
  /** Whether the last restart brought items that were missed before. */
  #isRestartUseful = true;
  /** The number of items to pass after a restart before a page without new items means anything. */
  #toPass = 0;

  /** Returns whether a page continues the list: its last item is new, and it begins elsewhere than the page before it. */
  isAdvance(keys: readonly string[], seen: { has(key: string): boolean }): boolean {
    return keys.length > 0 && !seen.has(keys.at(-1) ?? "") && keys[0] !== this.keys[0];
  }

  /**
   * Returns whether a page shows that pages do not adjoin: it is longer than those before it, or follows one that was
   * shorter. Meaningful where all its items are new, which they are not if the list has only grown.
   */
  isOtherSize(length: number): boolean {
    return this.advanced > 0 && (length > this.longest || this.keys.length < this.longest);
  }

  /**
   * Returns whether a page without new items at its end lies further on than the page before it: it goes on after that
   * page's last item.
   */
  isForward(keys: readonly string[]): boolean {
    return keys.slice(0, -1).includes(this.keys.at(-1) ?? "") && keys[0] !== this.keys[0];
  }

  /** Records a page. */
  add(keys: readonly string[], newItems: number): void {
    const { length } = keys;
    if (newItems && newItems < length) this.isChanging = true;
    if (this.longest && (this.keys[0] !== keys[0] || this.keys.length !== length)) this.isUniform = false;
    this.keys = keys;
    this.longest = Math.max(this.longest, length);
    this.#toPass -= length;
    if (newItems && this.#toPass > 2 * this.longest) this.#isRestartUseful = true;
    this.#repeated = newItems ? 0 : this.#repeated + length;
  }

  /** Counts the last page as one that continued the list. */
  advance(): void {
    this.advanced++;
    this.stalls = 0;
    this.#lastAdvance = this.keys.length;
  }

  /** Counts a page that does not continue the list, and returns whether that was the last one to try. */
  stall(newItems = 0): boolean {
    if (this.#toPass > 0) return false;
    // A page with new items at its beginning, where a list grows, says less than one without.
    this.stalls += newItems ? 1 : 2;
    return this.stalls > 3;
  }

  /** Whether pages have become shorter, other than the last one of the list. */
  get isShorter(): boolean {
    return this.advanced > 1 && this.#lastAdvance === this.longest && this.keys.length < this.longest;
  }

  /** Whether the walk could go on for ever without a new item. */
  get isEndless(): boolean {
    return this.#repeated > MAX_REPEATED;
  }

  /** Starts again from the first page, unless the last time brought nothing new. Returns whether it does. */
  restart(count: number): boolean {
    if (this.#restarts === MAX_RESTARTS || !this.#isRestartUseful || count > MAX_SEEN) return false;
    this.#restarts++;
    this.#isRestartUseful = false;
    this.#toPass = count + 2 * this.longest;
    this.longest = this.stalls = 0;
    return true;
  }
}
