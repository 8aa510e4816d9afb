import { LookBack, type Missing } from "./look-back.js";
import { Offsets } from "./offsets.js";
import { isPageNumberIgnored } from "./page-number-check.js";
import { Progress } from "./progress.js";
import { MAX_SEEN, SeenItems } from "./seen-items.js";
import type { ListPage, PageSource, WalkOptions } from "./types.js";

/** What to do after a page: read another, end, or end if the server does not ignore the page number. */
export type Decision = { readonly pageNo: number | undefined } | "end" | "check";

/** How many pages in a row may lie elsewhere than expected. */
const MAX_MISPLACED = 5;

/** How often the total may fall before the walk gets further. */
const MAX_FALLS = 100;

/** How often the pages before a page that the total promises are read again because it is missing. */
const MAX_LOOK_BACKS = 2;

/** Decides which page is read next: by offsets where pages state them and the total, otherwise by contents. */
export class PageOrder<Item, Page extends ListPage<Item>> {
  /** The items of the last page that are new. */
  items: Item[] = [];
  readonly seen: SeenItems<Item>;
  readonly #offsets: Offsets;
  readonly #progress = new Progress();
  readonly #lookBack = new LookBack();
  readonly #source: PageSource<Item, Page>;
  readonly #options: WalkOptions;
  #page: Page | undefined;
  #pageNo: number | undefined;
  /** The number of the last page that is a part of the list. */
  #last: number | undefined;
  /** Whether the offsets that pages state are those of their items. */
  #areOffsetsTrue = true;
  /** The offset of the page; NaN where it does not state it. */
  #start = NaN;
  /** The number of pages in a row that did not hold the expected offset. */
  #misplaced = 0;

  constructor(source: PageSource<Item, Page>, options: WalkOptions) {
    this.#source = source;
    this.#options = options;
    this.seen = new SeenItems(source.keyOf);
    this.#offsets = new Offsets(options.from, options.numbering);
  }

  /** Takes in a page, sets its new items, and decides what to do next. */
  take(page: Page, pageNo: number | undefined): Decision {
    const offsets = this.#offsets;
    const keys = this.seen.keysOf(page.items);
    const { expected, total } = offsets;
    const isAdvance = this.#progress.isAdvance(keys, this.seen);
    const start = offsets.update(page, pageNo, isAdvance);
    this.#page = page;
    this.#pageNo = pageNo;
    this.items = [];
    if (expected - offsets.expected > MAX_SEEN || offsets.falls > MAX_FALLS) throw this.#tooFast();
    if (!keys.length) return this.missing({ pageNo, error: undefined });
    this.#start = this.#areOffsetsTrue ? start : NaN;
    const decision =
      this.#start >= 0
        ? this.#takeByOffset(page, keys, total !== offsets.total)
        : this.#takeByContents(page, keys, isAdvance);
    if (this.#progress.isEndless) throw this.#tooFast();
    return decision;
  }

  /** Decides what to do after a page that is empty or not found. */
  missing(missing: Missing): Decision {
    const { pageNo, error } = missing;
    const offsets = this.#offsets;
    const lookBack = this.#lookBack;
    const { keys, advanced, longest } = this.#progress;
    const { from, pageSize = Infinity } = this.#options;
    const before = lookBack.end();
    lookBack.noteTotal(offsets.lowestTotal);
    if (advanced && offsets.isComplete()) return "end";
    // Where the page before it is missing as well, the list has become shorter, or nothing can be read any more.
    if (before && pageNo !== from) return this.#readAgain(before, from);
    if (before || !advanced) {
      const failure: unknown = before?.error ?? error;
      if (error) throw failure;
      return "end";
    }
    if (offsets.isMorePromised && lookBack.count < MAX_LOOK_BACKS) {
      offsets.falls++;
      return this.#readAgain(missing, lookBack.count ? from : this.#last);
    }
    if (this.#isMorePromised) {
      const failure: unknown = error ?? this.#unexpected();
      throw failure;
    }
    const full = advanced > 1 ? longest : error ? 0 : pageSize;
    return keys.length < full || lookBack.count ? "end" : this.#readAgain(missing, this.#last);
  }

  /** Returns the number of the last page to read ahead, when a page is read. */
  lastNeeded(pageNo: number): number {
    const { longest, advanced, keys, stalls } = this.#progress;
    const { total, first = 0, falls } = this.#offsets;
    const { pageSize = 0, limit = Infinity, concurrency } = this.#options;
    // A short page is probably the last one, and after a step back, pages that were read ahead would be outdated.
    const full = advanced > 1 ? longest : Math.max(longest, pageSize);
    if (falls || stalls || this.#lookBack.count || keys.length < full) return pageNo;
    const byLimit = pageNo + Math.ceil((limit - this.seen.count) / longest);
    return Math.min(byLimit, total ? first + Math.ceil(total / longest) : pageNo + concurrency) - 1;
  }

  /** Returns whether no page is likely to follow. Used to stop reading ahead, not to end the list. */
  isLikelyLast(items: readonly Item[]): boolean {
    const [key] = this.seen.keysOf(items.slice(-1));
    return key === undefined || this.seen.has(key);
  }

  /** @throws An error if the server ignores the page number, since the list is then longer than can be read. */
  async checkPageNumber(): Promise<void> {
    const { keys, isUniform } = this.#progress;
    const isFull = this.#isFull(keys, 0);
    if (await isPageNumberIgnored(this.#source, (items) => this.seen.keysOf(items), keys, isFull, isUniform))
      throw this.#contradiction(
        "the page repeats the one before it, as if the server ignored the page number",
      );
  }

  #takeByOffset(page: Page, keys: readonly string[], isNewTotal: boolean): Decision {
    const offsets = this.#offsets;
    const progress = this.#progress;
    const { expected } = offsets;
    const start = this.#start;
    if (!offsets.isNext(start, keys.length)) return this.#afterMisplaced(page, keys, isNewTotal);
    const isInPlace = start === expected && keys.length >= progress.longest;
    offsets.accept(page, start);
    this.#misplaced = 0;
    this.#accept(page, keys, isNewTotal ? Infinity : expected - start);
    this.#lookBack.end();
    if (this.items.length) this.#advance();
    else if (!isInPlace && Number.isNaN(offsets.total) && progress.stall()) return this.#conclude();
    return offsets.isTurn() ? { pageNo: this.#pageNo } : this.#following();
  }

  /** Decides what to do after a page that does not hold the expected offset. */
  #afterMisplaced(page: Page, keys: readonly string[], isNewTotal: boolean): Decision {
    const offsets = this.#offsets;
    const start = this.#start;
    const pageNo = this.#pageNo;
    const isBehind = start < offsets.expected;
    // New items at an old offset, unless page 1 is the first page again and shows items that were added.
    if (isBehind && !(pageNo === 1 && isNewTotal) && !keys.some((key) => this.seen.has(key))) {
      this.#areOffsetsTrue = false;
      this.#start = NaN;
      return this.#takeByContents(page, keys, true);
    }
    this.#progress.add(keys, 0);
    if (offsets.isComplete(this.#isFull(keys))) return "end";
    const missing = this.#lookBack.end();
    if (missing && offsets.isTurn()) return this.#readAgain(missing, pageNo);
    const next = offsets.pageOfExpected(pageNo, start);
    if (missing) return { pageNo: next === pageNo ? missing.pageNo : next };
    if (offsets.isMorePromised || !isBehind) {
      if (next === pageNo || ++this.#misplaced > MAX_MISPLACED) throw this.#unexpected();
      return { pageNo: next };
    }
    if (this.#progress.stall()) return this.#conclude();
    return { pageNo: next === pageNo ? (pageNo ?? 0) + 1 : next };
  }

  #takeByContents(page: Page, keys: readonly string[], isAdvance: boolean): Decision {
    const offsets = this.#offsets;
    const progress = this.#progress;
    const isForward = progress.isForward(keys);
    const isOtherSize = progress.isOtherSize(keys.length);
    this.#accept(page, keys);
    const missing = this.#lookBack.end();
    if (missing) return this.#afterLookBack(missing);
    if (progress.isChecking) {
      // The page size fell, or the list ends.
      progress.isChecking = false;
      return keys.length < progress.longest && this.#restart() ? this.#following() : this.#conclude();
    }
    if (!isAdvance) return isForward ? this.#following() : this.#afterStall();
    this.#advance();
    offsets.accept(page, offsets.expected);
    const isGap = isOtherSize && this.items.length === keys.length && this.#options.from === undefined;
    return isGap && this.#restart() ? { pageNo: undefined } : this.#following();
  }

  #afterLookBack(missing: Missing): Decision {
    const offsets = this.#offsets;
    const isLast = !missing.error && !this.items.length && !offsets.isMorePromised;
    if (isLast || offsets.isComplete()) return "end";
    const isFromFirst = this.#pageNo === this.#options.from && this.#progress.advanced > 1;
    return isFromFirst && this.#restart() ? this.#following() : { pageNo: missing.pageNo };
  }

  /** Decides what to do after a page that brings nothing at its end. */
  #afterStall(): Decision {
    const progress = this.#progress;
    if (!progress.stall(this.items.length)) return this.#following();
    progress.isChecking = this.#options.from === undefined && progress.isShorter;
    return progress.isChecking ? { pageNo: undefined } : this.#conclude();
  }

  #readAgain(missing: Missing, pageNo: number | undefined): Decision {
    this.#lookBack.begin(missing);
    return { pageNo };
  }

  #restart(): boolean {
    return this.#progress.restart(this.seen.count);
  }

  /** Takes the items of a page that is a part of the list. */
  #accept({ items }: Page, keys: readonly string[], newFrom?: number): void {
    this.items = this.seen.add(items, keys, newFrom);
    this.#progress.add(keys, this.items.length);
    this.#last = this.#pageNo;
  }

  #advance(): void {
    this.#progress.advance();
    this.#lookBack.count = 0;
  }

  /** Decides what to do after a page that continues the list. */
  #following(): Decision {
    const offsets = this.#offsets;
    if (offsets.isComplete(this.#isFull(this.#progress.keys))) return "end";
    return { pageNo: (this.#pageNo ?? offsets.first ?? 0) + 1 };
  }

  /** Decides what to do if no more pages come. */
  #conclude(): Decision {
    if (this.#isMorePromised) throw this.#unexpected();
    return this.#progress.advanced > 1 ? "end" : "check";
  }

  /** Whether a total says that items follow that were not seen before. */
  get #isMorePromised(): boolean {
    const { isMorePromised, total, lowestTotal } = this.#offsets;
    const { isChanging, longest } = this.#progress;
    // Without offsets, the total of a list that changes counts items that were added to pages that were read already.
    const atLeast = this.#start >= 0 ? total : isChanging ? 0 : lowestTotal - longest + 1;
    return isMorePromised && this.seen.count < atLeast;
  }

  #isFull(keys: readonly string[], unknown = Infinity): boolean {
    return keys.length >= (this.#options.pageSize ?? unknown);
  }

  #unexpected(): Error {
    const { expected, total } = this.#offsets;
    return this.#contradiction(
      `the page does not contain item ${expected + 1} of ${total}, which is expected there`,
    );
  }

  #tooFast(): Error {
    return this.#contradiction("the list changes faster than it can be read");
  }

  #contradiction(message: string): Error {
    // eslint-disable-next-line @typescript-eslint/non-nullable-type-assertion-style -- the other style is forbidden
    return this.#source.contradiction(message, this.#page as Page, this.#pageNo);
  }
}
