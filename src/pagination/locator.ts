import type { PageNumbers } from "./page-numbers.js";
import type { SeenItems } from "./seen-items.js";
import type { ListPage } from "./types.js";

/** The maximum number of suspected gaps. Servers that leave items out return pages of any length. */
const MAX_GUESSES = 3;

/** Finds the offsets of pages: the stated ones, or else those of their known items. */
export class Locator<Item> {
  /** The total of the last page, if it states its offset and a possible total; otherwise NaN. */
  total: number = Number.NaN;
  readonly #seen: SeenItems<Item>;
  readonly #numbers: PageNumbers;
  /** The number that the server gives the offset of the first item. */
  #origin = 0;
  /** Whether pages with different items state different offsets, and none is impossible. */
  #isReliable = true;
  /** The length of the last page. */
  #length = 0;
  /** The number of the last page that did not seem to adjoin, and how many there were, including the first page. */
  #guessed: number | undefined = NaN;
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
   * @param keys - The keys of its items.
   * @param adjoining - The offset of a page that adjoins those before it.
   */
  locate(
    { start, end = NaN, total = NaN }: ListPage<Item>,
    pageNo: number | undefined,
    keys: readonly string[],
    adjoining: number,
  ): number {
    const { length } = keys;
    const stated = start ?? end - length;
    // The first page shows which number the server counts from, regardless of its description, and so does a lower one.
    if ((pageNo === undefined && Number.isInteger(stated)) || stated < this.#origin) this.#origin = stated;
    const offset = this.fromOrigin(stated);
    // A page may leave out items that count, but it has no more than its offsets span.
    const isImpossible = end - stated < length || (total > 0 && offset >= total);
    if (this.#repeatsOffset(offset, total, pageNo, keys) || isImpossible) this.#isReliable = false;
    const isUsable = this.#isReliable && offset >= 0 && Number.isInteger(offset) && Number.isInteger(total);
    this.total = isUsable && total >= offset + length ? total : NaN;
    const found = this.total ? offset : (this.#seen.locate(keys) ?? this.#guess(pageNo, length, adjoining));
    this.#length = length;
    return found;
  }

  /** Returns a stated offset, counted from that of the first item. */
  fromOrigin(stated: number = Number.NaN): number {
    return stated - this.#origin;
  }

  /**
   * Returns the offset of a page of unknown items. It adjoins the pages before it, unless it is longer than one of
   * them: then the server may have changed its page size, and there may be a gap.
   */
  #guess(pageNo: number | undefined, length: number, adjoining: number): number {
    const isLonger = length > Math.min(this.#length, this.#numbers.longest);
    if (!isLonger || pageNo === this.#guessed || this.#guesses > MAX_GUESSES) return adjoining;
    this.#guesses++;
    this.#guessed = pageNo;
    return this.#numbers.indexOf(pageNo) * length;
  }

  /** Whether a later page states the offset of the previous page, although its items are different. */
  #repeatsOffset(offset: number, total: number, pageNo = 0, keys: readonly string[]): boolean {
    const last = this.#last;
    this.#last = { offset, total, pageNo };
    const isSame = offset === last.offset && total === last.total && pageNo > last.pageNo;
    return isSame && this.#seen.locate(keys) === undefined;
  }
}
