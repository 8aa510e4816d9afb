import type { PageNumbers } from "./page-numbers.js";
import type { SeenItems } from "./seen-items.js";
import type { ListPage } from "./types.js";

/** The maximum number of suspected gaps. A server that leaves items out returns pages of any length. */
const MAX_GUESSES = 3;

/** Finds the offsets of pages: the stated ones, or else those of their known items. */
export class Locator<Item> {
  /** The total of the last page; NaN if it lacks an offset or a possible total. 0 before the first page. */
  total = 0;
  readonly #seen: SeenItems<Item>;
  readonly #numbers: PageNumbers;
  /** The stated offset of the first item of the list. */
  #origin = 0;
  /** Whether pages with different items state different offsets, and none is impossible. */
  #isReliable = true;
  /** The length of the last page. */
  #length = 0;
  /** The number of the last page with a suspected gap before it. */
  #guessed: number | undefined = NaN;
  /** The number of suspected gaps, plus one for a first page without a usable offset. */
  #guesses = 0;
  // Stryker disable next-line ObjectLiteral: no page equals it either way.
  #last = { offset: NaN, total: NaN, pageNo: 0 };

  constructor(seen: SeenItems<Item>, numbers: PageNumbers) {
    this.#seen = seen;
    this.#numbers = numbers;
  }

  /**
   * Returns the offset of a page, and sets the total.
   *
   * @param page - The page.
   * @param pageNo - The number of the page. Undefined for the first page.
   * @param keys - The keys of its items.
   * @param adjoining - The offset of the page if it adjoins the pages before it.
   * @returns The offset, from 0.
   */
  locate(
    { start, end = NaN, total = NaN }: ListPage<Item>,
    pageNo: number | undefined,
    keys: readonly string[],
    adjoining: number,
  ): number {
    const { length } = keys;
    const stated = start ?? end - length;
    // The first page shows from which number offsets count, whatever the document says. So does a lower offset.
    if ((pageNo === undefined && Number.isInteger(stated)) || stated < this.#origin) this.#origin = stated;
    const offset = this.toOffset(stated);
    // A page may leave out items that count, but it cannot have more items than its offsets span.
    const isImpossible = end - stated < length || offset + length > total;
    if (this.#repeatsOffset(offset, total, pageNo, keys) || isImpossible) this.#isReliable = false;
    const isUsable = this.#isReliable && Number.isInteger(offset) && Number.isInteger(total);
    this.total = isUsable ? total : NaN;
    const found = this.total ? offset : (this.#seen.locate(keys) ?? this.#guess(pageNo, length, adjoining));
    this.#length = length;
    return found;
  }

  /** Converts a stated offset to one from 0. */
  toOffset(stated: number | undefined): number {
    return Number(stated) - this.#origin;
  }

  /**
   * Returns the offset of a page of unknown items. The page adjoins the pages before it, unless it is longer than one
   * of them. Then the server may have changed its page size, and there may be a gap.
   */
  #guess(pageNo: number | undefined, length: number, adjoining: number): number {
    const isLonger = length > Math.min(this.#length, this.#numbers.longest);
    if (!isLonger || pageNo === this.#guessed || this.#guesses > MAX_GUESSES) return adjoining;
    this.#guesses++;
    this.#guessed = pageNo;
    return this.#numbers.indexOf(pageNo) * length;
  }

  /** Returns whether a later page states the offset of the previous page, although its items are different. */
  #repeatsOffset(offset: number, total: number, pageNo = 0, keys: readonly string[]): boolean {
    const last = this.#last;
    this.#last = { offset, total, pageNo };
    const isSame = offset === last.offset && total === last.total && pageNo > last.pageNo;
    return isSame && this.#seen.locate(keys) === undefined;
  }
}
