import type { ListPage, Numbering } from "./types.js";

/** Tracks which offset is expected next, as far as pages state their offsets and the total. */
export class Offsets {
  /** The offset of the first item that is not yielded yet; undefined before the first page of a resumed walk. */
  expected: number | undefined;
  /** The last total that was consistent with its page. */
  total: number | undefined;
  /** The lowest total of the walk. */
  lowestTotal: number = Number.MAX_SAFE_INTEGER;
  /** The greatest length of a page. */
  pageSize = 0;
  /** The number of times that the total fell, or was not kept, since the walk last got further. */
  falls = 0;
  #origin = 0;
  #furthest = 0;
  #isTurn = false;
  #resumedAt = 0;
  /** The end of the last page by its own statement. Pages may leave out items that count. */
  #reach = 0;
  /** Whether a total ever exceeded the end of its page, so that it does not count the items of one page. */
  #isTotalProven = false;
  #first: 0 | 1 | undefined;
  readonly #numbering: Numbering;

  constructor(from: number | undefined, numbering: Numbering) {
    this.#numbering = numbering;
    this.#first = numbering.first;
    if (from === undefined) this.expected = 0;
  }

  /** The number of the first page, as far as is known. */
  get first(): 0 | 1 | undefined {
    return this.#first;
  }

  /** Whether a consistent total says that items follow. */
  get isMorePromised(): boolean {
    const { expected = 0, total = 0 } = this;
    return Math.max(expected, this.#reach) < total;
  }

  /** Returns the offset of a page, or undefined where the page does not state it. */
  startOf(page: ListPage<unknown>, pageNo: number | undefined): number | undefined {
    const stated = page.start ?? (page.end === undefined ? NaN : page.end - page.items.length);
    if (!Number.isSafeInteger(stated)) return undefined;
    // The first page shows which number the server counts from, whatever its description says.
    if (pageNo === undefined) this.#origin = stated;
    const start = stated - this.#origin;
    return start < 0 ? undefined : start;
  }

  /**
   * Updates the total. One below the end of its own page is not a total. One that fell by n moves the expected offset
   * back by n, since up to n items may have moved to a page that was read already.
   */
  updateTotal({ total, items }: ListPage<unknown>, start: number): void {
    if (total === undefined || (items.length === 0 && total <= 0)) return;
    const end = start + items.length;
    if (!Number.isSafeInteger(total) || (items.length > 0 && total < end)) {
      this.total = undefined;
      return;
    }
    if (total > end) this.#isTotalProven = true;
    if (this.total !== undefined && total < this.total) {
      this.falls++;
      if (this.expected !== undefined) {
        this.expected = Math.max(this.#resumedAt, this.expected - (this.total - total));
        this.#reach = this.expected;
      }
    }
    this.total = total;
    this.lowestTotal = Math.min(this.lowestTotal, total);
  }

  /** Learns from a page that states its offset how the server numbers its pages. */
  learnNumbering(pageNo: number | undefined, start: number, length: number): void {
    if (this.expected === undefined) {
      this.expected = this.#reach = this.#resumedAt = start;
      this.#first ??= Math.round((pageNo ?? 0) - start / length) > 0 ? 1 : 0;
    }
    // The first page of a list that has no second one could also be returned for a page past the end.
    if (pageNo === 1 && (start > 0 || (this.total ?? 0) > length))
      this.#first = this.#numbering.first = start > 0 ? 0 : 1;
  }

  /** Returns whether a page continues the list. */
  isNext(start: number, length: number): boolean {
    const expected = this.expected ?? start;
    return start <= Math.max(expected, this.#reach) && expected < start + length;
  }

  /** Returns whether a page lies before the offset that belongs to its number, as the last page does if requested past the end. */
  isClamped(pageNo: number | undefined, start: number): boolean {
    return start < ((pageNo ?? 0) - (this.#first ?? 1)) * this.pageSize;
  }

  /** Accepts a page as the next one of the list. */
  accept({ items, end = NaN }: ListPage<unknown>, start: number): void {
    this.expected = start + items.length;
    if (this.expected > this.#furthest) {
      this.#furthest = this.expected;
      this.falls = 0;
    }
    this.#reach = Math.max(this.expected, end - this.#origin || 0);
    if (this.total === undefined || this.expected < this.total || this.pageSize === 0)
      this.pageSize = items.length;
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
  isComplete(isPageFull: boolean): boolean {
    const { expected, total } = this;
    return (
      expected !== undefined &&
      total !== undefined &&
      expected >= total &&
      (this.#isTotalProven || !isPageFull)
    );
  }

  /**
   * Returns the number of the page that holds the expected offset; undefined for the first page.
   *
   * @param pageNo - The number of a page that does not hold it.
   * @param start - The offset of that page, which shows the page size of the server.
   */
  pageOfExpected(pageNo: number | undefined, start: number): number | undefined {
    const first = this.#first ?? 0;
    const pagesBefore = (pageNo ?? 0) - first;
    const size = start > 0 && pagesBefore > 0 ? start / pagesBefore : this.pageSize;
    const index = Math.floor((this.expected ?? 0) / size);
    return index === 0 ? undefined : this.#first === undefined ? 1 : first + index;
  }
}
