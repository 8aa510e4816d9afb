import { LookBack, type Missing } from "./look-back.js";
import { Offsets } from "./offsets.js";
import { Progress } from "./progress.js";
import { MAX_SEEN, SeenItems } from "./seen-items.js";
import type { ListPage, PageSource, WalkOptions } from "./types.js";

/** What to do after a page: read another, end, or end if the server does not ignore the page number. */
export type Decision = { readonly pageNo: number | undefined } | "end" | "probe";

/** How many pages in a row may lie elsewhere than expected. */
const MAX_MISPLACED = 5;

/** The smallest page that shows by its items whether the page number is ignored. */
const MIN_PROBED = 6;

/** How often the total may fall before the walk gets further. */
const MAX_FALLS = 100;

/** How often the pages before a page that the total promises are read again because it is missing. */
const MAX_LOOK_BACKS = 2;

/** Decides which page is read next: by offsets where pages state them, otherwise by contents. */
export class PageOrder<Item, Page extends ListPage<Item>> {
  readonly seen: SeenItems<Item>;
  readonly offsets: Offsets;
  readonly #progress = new Progress();
  readonly #lookBack = new LookBack();
  readonly #source: PageSource<Item, Page>;
  readonly #from: number | undefined;
  readonly #pageSize: number | undefined;
  readonly #concurrency: number;
  #statesOffsets = true;
  #isByOffsets = false;
  /** The number of pages in a row that did not hold the expected offset. */
  #misplaced = 0;

  constructor(source: PageSource<Item, Page>, { from, numbering, pageSize, concurrency }: WalkOptions) {
    this.#source = source;
    this.#from = from;
    this.#pageSize = pageSize;
    this.#concurrency = concurrency;
    this.seen = new SeenItems(source.keyOf);
    this.offsets = new Offsets(from, numbering);
  }

  /** The number of the last page to read ahead, when a page is read. */
  lastNeeded(pageNo: number, limit: number): number {
    const { longest, advanced, last, stalls } = this.#progress;
    const { total, first = 0, falls } = this.offsets;
    // A short page is probably the last one, and after a step back, pages that were read ahead would be outdated.
    const full = advanced > 1 ? longest : Math.max(longest, this.#pageSize ?? 0);
    if (falls + stalls + this.#lookBack.count > 0 || (last?.length ?? 0) < full) return pageNo;
    const byLimit = pageNo - 1 + Math.ceil((limit - this.seen.count) / longest);
    const byTotal =
      total === undefined ? pageNo - 1 + this.#concurrency : first + Math.ceil(total / longest) - 1;
    return Math.min(byLimit, byTotal);
  }

  /** Takes in a page. Returns its new items and what to do next. */
  take(page: Page, pageNo: number | undefined): { items: Item[]; next: Decision } {
    const { offsets, seen } = this;
    if (page.items.length === 0) {
      offsets.updateTotal(page, offsets.expected ?? 0);
      return { items: [], next: this.missing({ pageNo, error: undefined }, page) };
    }
    const keys = seen.keysOf(page.items);
    const start = this.#statesOffsets ? offsets.startOf(page, pageNo) : undefined;
    this.#isByOffsets = start !== undefined;
    const result =
      start === undefined
        ? this.#takeByContents(page, pageNo, keys)
        : this.#takeByOffset(page, pageNo, keys, start);
    if (this.#progress.isEndless)
      throw this.#source.contradiction("the list changes faster than it can be read", page, pageNo);
    return result;
  }

  /** Decides what to do after a page that is empty or not found. */
  missing(missing: Missing, page?: Page): Decision {
    const { pageNo, error } = missing;
    const { offsets } = this;
    const { last, advanced, longest } = this.#progress;
    const before = this.#lookBack.end();
    this.#lookBack.noteTotal(offsets.lowestTotal);
    if (!last) {
      if (!page) throw error;
      return "end";
    }
    if (offsets.isComplete(false)) return "end";
    if (before) {
      // The page before it is missing as well: the list has become shorter, or nothing can be read any more.
      if (pageNo !== this.#from) return this.#readAgain(before, this.#from);
      if (!page) throw before.error ?? error;
      return "end";
    }
    if (offsets.isMorePromised && this.#lookBack.count < MAX_LOOK_BACKS) {
      offsets.falls++;
      return this.#readAgain(missing, this.#lookBack.count ? this.#from : last.pageNo);
    }
    if (this.#isMorePromised) throw page ? this.#unexpected(page, pageNo) : error;
    const full = advanced > 1 ? longest : page ? (this.#pageSize ?? Infinity) : 0;
    return last.length < full || this.#lookBack.count ? "end" : this.#readAgain(missing, last.pageNo);
  }

  #readAgain(missing: Missing, pageNo: number | undefined): Decision {
    this.#lookBack.begin(missing);
    return { pageNo };
  }

  #takeByOffset(
    page: Page,
    pageNo: number | undefined,
    keys: readonly string[],
    start: number,
  ): { items: Item[]; next: Decision } {
    const { offsets, seen } = this;
    const { length } = page.items;
    const { total, expected } = offsets;
    offsets.updateTotal(page, start);
    offsets.learnNumbering(pageNo, start, length);
    if ((expected ?? 0) - (offsets.expected ?? 0) > MAX_SEEN || offsets.falls > MAX_FALLS)
      throw this.#source.contradiction(
        `the total fell from ${total} to ${offsets.total}, too far to find the items that moved`,
        page,
        pageNo,
      );
    if (!offsets.isNext(start, length)) {
      if (pageNo !== 1 && start < (offsets.expected ?? 0) && !keys.some((key) => seen.has(key))) {
        // New items at an old offset: the offsets that the server states are not those of its pages.
        this.#statesOffsets = false;
        return this.#takeByContents(page, pageNo, keys);
      }
      this.#progress.add(this.#progress.last?.pageNo, keys, 0);
      return { items: [], next: this.#afterMisplaced(page, pageNo, start) };
    }
    const newFrom = total === offsets.total ? (offsets.expected ?? start) - start : Infinity;
    const isClamped = offsets.isClamped(pageNo, start);
    offsets.accept(page, start);
    this.#misplaced = 0;
    const items = seen.add(page.items, keys, newFrom);
    this.#progress.add(pageNo, keys, items.length);
    this.#lookBack.end();
    if (items.length > 0) {
      this.#progress.advance();
      this.#lookBack.count = 0;
    } else if (isClamped ? this.#progress.stall(0) : length < this.#progress.longest && total === undefined)
      return { items, next: this.#conclude(page, pageNo) };
    if (offsets.isTurn()) return { items, next: { pageNo } };
    return { items, next: this.#following(pageNo) };
  }

  /** Decides what to do after a page that does not hold the expected offset. */
  #afterMisplaced(page: Page, pageNo: number | undefined, start: number): Decision {
    const { offsets } = this;
    if (offsets.isComplete(this.#isLastFull)) return "end";
    const lookedBackFrom = this.#lookBack.end();
    const next = offsets.pageOfExpected(pageNo, start);
    if (lookedBackFrom && offsets.isTurn()) return this.#readAgain(lookedBackFrom, pageNo);
    if (lookedBackFrom) return next === pageNo ? { pageNo: lookedBackFrom.pageNo } : { pageNo: next };
    this.#misplaced++;
    if (offsets.isMorePromised || start > (offsets.expected ?? 0)) {
      if (next === pageNo || this.#misplaced > MAX_MISPLACED) throw this.#unexpected(page, pageNo);
      return { pageNo: next };
    }
    if (this.#progress.stall(0)) return this.#conclude(page, pageNo);
    return { pageNo: next === pageNo ? (pageNo ?? 0) + 1 : next };
  }

  #takeByContents(
    page: Page,
    pageNo: number | undefined,
    keys: readonly string[],
  ): { items: Item[]; next: Decision } {
    const { offsets, seen } = this;
    const isAdvance = this.#progress.isAdvance(keys, (key) => seen.has(key));
    const isForward = this.#progress.isForward(keys);
    offsets.updateTotal(page, isAdvance ? (offsets.expected ?? 0) : 0);
    const isOtherSize = this.#progress.isOtherSize(keys.length);
    const items = seen.add(page.items, keys);
    this.#progress.add(pageNo, keys, items.length);
    const missing = this.#lookBack.end();
    if (missing) return { items, next: this.#afterLookBack(missing, pageNo, items.length) };
    if (this.#progress.isChecking) return { items, next: this.#afterCheck(page, pageNo) };
    if (!isAdvance)
      return {
        items,
        next: isForward ? this.#following(pageNo) : this.#afterStall(page, pageNo, items.length),
      };
    this.#progress.advance();
    this.#lookBack.count = 0;
    if (offsets.expected !== undefined) offsets.accept(page, offsets.expected);
    const isGap = isOtherSize && items.length === keys.length && this.#from === undefined;
    if (isGap && this.#progress.restart(seen.count)) return { items, next: { pageNo: undefined } };
    return { items, next: this.#following(pageNo) };
  }

  #afterLookBack(missing: Missing, pageNo: number | undefined, newItems: number): Decision {
    const { offsets } = this;
    if (offsets.isComplete(false)) return "end";
    if (missing.error === undefined && newItems === 0 && !offsets.isMorePromised) return "end";
    if (pageNo === this.#from && missing.pageNo !== undefined && this.#progress.advanced > 1) {
      if (this.#progress.restart(this.seen.count)) return this.#following(pageNo);
    }
    return { pageNo: missing.pageNo };
  }

  /** Decides what to do after a page that brings nothing at its end. */
  #afterStall(page: Page, pageNo: number | undefined, newItems: number): Decision {
    const progress = this.#progress;
    if (!progress.stall(newItems)) return this.#following(pageNo);
    if (this.#from !== undefined || !progress.isShorter) return this.#conclude(page, pageNo);
    progress.isChecking = true;
    return { pageNo: undefined };
  }

  /** Decides by the first page whether pages bring nothing new because the page size fell, or because the list ends. */
  #afterCheck(page: Page, pageNo: number | undefined): Decision {
    const progress = this.#progress;
    progress.isChecking = false;
    if (page.items.length < progress.longest && progress.restart(this.seen.count))
      return this.#following(pageNo);
    return this.#conclude(page, pageNo);
  }

  /** Decides what to do after a page that continues the list. */
  #following(pageNo: number | undefined): Decision {
    if (this.offsets.isComplete(this.#isLastFull)) return "end";
    return { pageNo: (pageNo ?? this.offsets.first ?? 0) + 1 };
  }

  /** Whether a total says that items follow that were not seen before. */
  get #isMorePromised(): boolean {
    // Without offsets, the total of a list that changes counts items that were added to pages that were read already.
    const { isMorePromised, total = 0, lowestTotal } = this.offsets;
    const { isChanging, longest } = this.#progress;
    const atLeast = this.#isByOffsets ? total : isChanging ? 0 : lowestTotal - longest + 1;
    return isMorePromised && this.seen.count < atLeast;
  }

  /** Decides what to do if no more pages come. */
  #conclude(page: Page, pageNo: number | undefined): Decision {
    if (this.#isMorePromised) throw this.#unexpected(page, pageNo);
    return this.#progress.advanced > 1 ? "end" : "probe";
  }

  /** Returns whether no page is likely to follow. Used to stop reading ahead, not to end the list. */
  isLikelyLast(items: readonly Item[]): boolean {
    return items.length === 0 || this.seen.has(this.seen.keysOf(items.slice(-1))[0] ?? "");
  }

  /**
   * Checks that the server does not ignore the page number, after no page continued the first: requests two pages of
   * one item each, which differ where the page number counts.
   *
   * @throws An error if it does, since the list is then longer than can be read.
   */
  async probe(page: Page, pageNo: number | undefined): Promise<void> {
    const { length } = page.items;
    const isFull = length >= (this.#pageSize ?? 0);
    // Too few items to tell pages of one item apart while the list changes, and hardly a limit of the page size.
    if (length < MIN_PROBED && !(isFull && this.#progress.isUniform)) return;
    if (length < 3) {
      const larger = await this.#probe(this.#from, length + 1);
      if (larger.length > length) throw this.#ignored(page, pageNo);
      return;
    }
    // Far apart, so that items that are added or removed in between cannot make the two look the same.
    const [later, earlier] = length > 3 ? [length - 1, 2] : [3, 1];
    const second = await this.#probe(later, 1);
    const first = await this.#probe(earlier, 1);
    const [key] = second;
    const isSame = key !== undefined && key === first[0] && key === this.seen.keysOf(page.items)[0];
    const isIgnored = second.length > 1 ? isFull : isSame;
    if (isIgnored) throw this.#ignored(page, pageNo);
  }

  /** Returns the keys of a page of another size; none if there is no such page. */
  async #probe(pageNo: number | undefined, size: number): Promise<string[]> {
    try {
      return this.seen.keysOf((await this.#source.readPage(pageNo, size)).items);
    } catch (error) {
      if (this.#source.isPageNotFound(error)) return [];
      throw error;
    }
  }

  #ignored(page: Page, pageNo: number | undefined): Error {
    return this.#source.contradiction(
      "the page repeats the one before it, as if the server ignored the page number",
      page,
      pageNo,
    );
  }

  get #isLastFull(): boolean {
    return (this.#progress.last?.length ?? 0) >= (this.#pageSize ?? Infinity);
  }

  #unexpected(page: Page, pageNo: number | undefined): Error {
    const { expected = 0, total } = this.offsets;
    return this.#source.contradiction(
      `the page does not contain item ${expected + 1} of ${total ?? "an unknown total"}, which is expected there`,
      page,
      pageNo,
    );
  }
}
