import type { Numbering } from "./types.js";

/** Converts between page numbers and offsets. */
export class PageNumbers {
  /** The number of the first page, as far as this walk or earlier ones have detected it. */
  first: 0 | 1 | undefined;
  /** The greatest length of a page; 0 before the first one. */
  longest = 0;
  /** The smallest length of a page; 0 before the first one. */
  shortest = 0;
  readonly #numbering: Numbering;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
    this.first = numbering.first;
  }

  /** Returns the number of the next page. */
  getNext(pageNo: number | undefined): number {
    return (pageNo ?? this.first ?? 0) + 1;
  }

  /** Returns the number of pages before a page, which is the first page by default. */
  indexOf(pageNo: number = this.first ?? 0): number {
    return pageNo - (this.first ?? 0);
  }

  /**
   * Updates the lengths, and detects from a page the number of the first page.
   *
   * @param pageNo - The number of the page. Undefined for the first page.
   * @param start - The offset of the page.
   * @param length - The number of its items.
   * @param following - The number of items after the page according to the total. NaN without one.
   */
  update(pageNo: number | undefined, start: number, length: number, following: number): void {
    this.longest = Math.max(this.longest, length);
    this.shortest = Math.min(this.shortest || length, length);
    // Page 1 of a list of one page may be past the end. The server may return the first page in its place.
    if (pageNo === 1 && start !== -following) {
      this.first = start > 0 ? 0 : 1;
      if (following > 0) this.#numbering.first = this.first;
    }
    // The first page in place of a page that exists shows that the server counts from 0.
    if (pageNo && !start && following > 0 && this.#numbering.first === undefined) this.first = 0;
  }

  /**
   * Returns the number of the page that contains an offset. Undefined for the first page.
   *
   * @param offset - The offset.
   * @param pageNo - The number of another page. Undefined for the first page.
   * @param start - The offset of that page, which shows the page size of the server.
   * @param length - The length of that page.
   * @returns The number of the page.
   */
  locate(offset: number, pageNo: number | undefined, start: number, length: number): number | undefined {
    const pageSize = Math.max(length, start / this.indexOf(pageNo) || 0);
    const index = Math.floor(offset / pageSize);
    return index ? index + (this.first ?? 0) : undefined;
  }
}
