import type { ListPage, Numbering } from "./types.js";

/** Tracks which offset is expected next, as far as pages state their offsets and the total. NaN is unknown. */
export class Offsets {
  /** The offset of the first item that is not yielded yet. A resumed walk learns it from its first page. */
  expected: number;
  /** The last total that was consistent with its page. */
  total: number = Number.NaN;
  /** The lowest total of the walk. */
  lowestTotal: number = Number.MAX_SAFE_INTEGER;
  /** How often the total fell, or a page that it promised was missing, since the walk last got further. */
  falls = 0;
  /** The number of the first page. */
  first: 0 | 1 | undefined;
  /** The length of the last page but the last of the list. */
  #pageSize = 0;
  /** The number that the server gives the offset of the first item. */
  #origin = 0;
  #resumedAt = 0;
  #furthest = 0;
  /** The end of the last page by its own statement. Pages may leave out items that count. */
  #reach = 0;
  #isTurn = false;
  /** Whether a total ever exceeded the end of its page, so that it does not count the items of one page. */
  #isTotalProven = false;
  readonly #numbering: Numbering;

  constructor(from: number | undefined, numbering: Numbering) {
    this.#numbering = numbering;
    this.first = numbering.first;
    this.expected = from === undefined ? 0 : Number.NaN;
  }

  /** Whether a consistent total says that items follow. */
  get isMorePromised(): boolean {
    return Math.max(this.expected, this.#reach) < this.total;
  }

  /**
   * Takes in what a page states.
   *
   * @param isAdvance - Whether the page continues the list by its contents.
   * @returns The offset of the page; NaN where the page does not state it.
   */
  update(page: ListPage<unknown>, pageNo: number | undefined, isAdvance: boolean): number {
    const { length } = page.items;
    const start = this.#startOf(page, pageNo);
    const end = start >= 0 ? start + length : length + (isAdvance || !length ? this.expected || 0 : 0);
    this.#updateTotal(page, end);
    if (start >= 0) this.#learnNumbering(pageNo, start, length);
    return start;
  }

  /** Learns how the server numbers its pages. */
  #learnNumbering(pageNo: number | undefined, start: number, length: number): void {
    if (Number.isNaN(this.expected)) {
      this.expected = this.#reach = this.#resumedAt = start;
      this.first ??= Math.round((pageNo ?? 0) - start / length) > 0 ? 1 : 0;
    }
    // The first page of a list that has no second one could also be returned for a page past the end.
    if (pageNo === 1 && (start || this.total > length)) this.first = this.#numbering.first = start ? 0 : 1;
  }

  #startOf({ items, start, end = NaN }: ListPage<unknown>, pageNo: number | undefined): number {
    const stated = start ?? end - items.length;
    if (!items.length || !Number.isSafeInteger(stated)) return NaN;
    // The first page shows which number the server counts from, whatever its description says.
    if (pageNo === undefined) this.#origin = stated;
    return stated < this.#origin ? NaN : stated - this.#origin;
  }

  /**
   * Updates the total. One below the end of its own page is not a total. One that fell by n moves the expected offset
   * back by n, since up to n items may have moved to a page that was read already.
   */
  #updateTotal({ total = NaN, items: { length } }: ListPage<unknown>, end: number): void {
    // A page past the end may state 0.
    if (Number.isNaN(total) || (!length && total <= 0)) return;
    const isValid = Number.isSafeInteger(total) && (!length || total >= end);
    if (isValid && total < this.total) {
      this.falls++;
      this.expected = this.#reach = Math.max(this.#resumedAt, this.expected - this.total + total);
    }
    this.total = isValid ? total : NaN;
    if (isValid) this.lowestTotal = Math.min(this.lowestTotal, total);
    if (total > end) this.#isTotalProven = true;
  }

  /** Returns whether a page continues the list. */
  isNext(start: number, length: number): boolean {
    return start <= Math.max(this.expected, this.#reach) && this.expected < start + length;
  }

  /** Accepts a page as the next one of the list. */
  accept({ items: { length }, end = 0 }: ListPage<unknown>, start: number): void {
    this.expected = start + length;
    this.#reach = Math.max(this.expected, end - this.#origin);
    if (!this.#pageSize || !(this.expected >= this.total)) this.#pageSize = length;
    if (this.expected > this.#furthest) {
      this.#furthest = this.expected;
      this.falls = 0;
    }
  }

  /**
   * Returns whether to read a page twice. Where a total keeps changing back and forth, as between copies of a list that
   * differ, every second request reaches the same copy; this is how the walk gets to the other one.
   */
  isTurn(): boolean {
    this.#isTurn = this.falls > 1 && !this.#isTurn;
    return this.#isTurn;
  }

  /**
   * Returns whether the total says that the list is complete. After a full first page a total that equals its end is
   * not enough: servers exist that count the items of the page only.
   */
  isComplete(isPageFull = false): boolean {
    return this.expected >= this.total && (this.#isTotalProven || !isPageFull);
  }

  /**
   * Returns the number of the page that holds the expected offset; undefined for the first page.
   *
   * @param pageNo - The number of a page that does not hold it.
   * @param start - The offset of that page, which shows the page size of the server.
   */
  pageOfExpected(pageNo: number | undefined, start: number): number | undefined {
    const { first = 0 } = this;
    const pagesBefore = (pageNo ?? 0) - first;
    const size = start > 0 && pagesBefore > 0 ? start / pagesBefore : this.#pageSize;
    const index = Math.floor(this.expected / size);
    return index ? (this.first ?? 1 - index) + index : undefined;
  }
}
