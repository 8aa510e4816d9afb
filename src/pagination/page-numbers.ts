import type { Numbering } from "./types.js";

/** Converts between page numbers and offsets. */
export class PageNumbers {
  /** The number of the first page. */
  first: 0 | 1 | undefined;
  /** The greatest and the smallest length of a page. */
  longest = 0;
  shortest: number = Number.POSITIVE_INFINITY;
  readonly #numbering: Numbering;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
    this.first = numbering.first;
  }

  /** Returns the number of the next page. */
  after(pageNo: number | undefined): number {
    return (pageNo ?? this.first ?? 0) + 1;
  }

  /** Returns the number of pages before a page. */
  indexOf(pageNo: number = this.first ?? 0): number {
    return pageNo - (this.first ?? 0);
  }

  /**
   * Detects the numbering of the server from a page.
   *
   * @param isMorePromised - Whether further items follow the page by the total.
   */
  learn(pageNo: number | undefined, start: number, length: number, isMorePromised: boolean): void {
    this.longest = Math.max(this.longest, length);
    this.shortest = Math.min(this.shortest, length);
    if (pageNo === 1) {
      this.first = start > 0 ? 0 : 1;
      // The first page of a list that has no second one could also be returned for a page past the end.
      if (isMorePromised) this.#numbering.first = this.first;
    }
    if (pageNo === undefined || pageNo < 2 || this.#numbering.first !== undefined) return;
    // The first page in place of a page that exists, or a page too far in the list, shows that page 1 was past the end.
    if (start >= pageNo * this.longest || (!start && isMorePromised)) this.first = 0;
  }

  /**
   * Returns the number of the page that contains an offset. Undefined for the first page.
   *
   * @param pageNo - The number of another page.
   * @param start - The offset of that page, which shows the page size of the server.
   * @param length - The length of that page.
   */
  pageOf(offset: number, pageNo: number | undefined, start: number, length: number): number | undefined {
    const pageSize = start > 0 ? start / this.indexOf(pageNo) : length;
    const index = Math.floor(offset / pageSize);
    return index ? index + (this.first ?? 0) : undefined;
  }
}
