import { Locator } from "./locator.js";
import { isPageNumberIgnored } from "./page-number-check.js";
import { PageNumbers } from "./page-numbers.js";
import { Position, type Progress } from "./position.js";
import { SeenItems } from "./seen-items.js";
import type { ListPage, PageSource, WalkOptions } from "./types.js";

/** The request of the next page, whose number is undefined for the first page; undefined if the walk ends. */
export type NextRequest = { readonly pageNo: number | undefined } | undefined;

/** The maximum number of falls of the total before the walk advances. */
const MAX_FALLS = 50;

/** If the total has fallen more often than this before the walk advances, it probably alternates. */
const MANY_FALLS = 10;

/** The maximum number of consecutive pages that mostly repeat the page before them. */
const MAX_OVERLAPS = 1_000;

/** The maximum number of consecutive pages that do not contain the expected offset. */
const MAX_IDLE = 4;

/** The result of {@link PageOrder.take}. */
interface TakeResult<Item> {
  /** The items of the page that are new. */
  items: Item[];
  /** The request of the next page. */
  next: NextRequest;
}

/** Selects the next page: the one that contains the next expected offset. */
export class PageOrder<Item, Page extends ListPage<Item>> {
  readonly seen: SeenItems<Item>;
  readonly #source: PageSource<Item, Page>;
  readonly #options: WalkOptions;
  readonly #position = new Position();
  readonly #numbers: PageNumbers;
  readonly #locator: Locator<Item>;
  /** The last page, and the number that was read last. It is another number if that page was missing. */
  #last: { readonly page?: Page; pageNo: number | undefined } = { pageNo: NaN };
  /** The last page that was accepted as a part of the list. */
  #accepted: { readonly keys: readonly string[]; readonly pageNo: number | undefined } = {
    keys: [],
    pageNo: NaN,
  };
  /** The number of pages without progress since a page was the furthest, or since the total fell. */
  #idle = 0;
  /** The offset of the furthest page that advanced the walk. */
  #furthest = -1;
  /** The number of pages that advanced the walk, each beyond those before it. */
  #pages = 0;
  /** The length of the furthest page. */
  #length = 0;
  /** The error of the first page that was missing since a page was the furthest. */
  #missing: { readonly error: unknown } | undefined;

  constructor(source: PageSource<Item, Page>, options: WalkOptions) {
    this.#source = source;
    this.#options = options;
    this.seen = new SeenItems(source.getKey);
    this.#numbers = new PageNumbers(options.numbering);
    this.#locator = new Locator(this.seen, this.#numbers);
  }

  /** The number of the first page, as far as it is known. */
  get firstPageNo(): number {
    return this.#numbers.first ?? 1;
  }

  /** Whether the total says that no items follow. */
  get isComplete(): boolean {
    return this.#position.isComplete;
  }

  /** Adds a page, and selects the next one. */
  async take(page: Page, pageNo: number | undefined): Promise<TakeResult<Item>> {
    const position = this.#position;
    const isAgain = pageNo === this.#last.pageNo;
    const keys = this.seen.getKeys(page.items);
    this.#last = { page, pageNo };
    if (!keys.length) return { items: [], next: await this.takeMissing(pageNo) };
    const start = this.#locate(page, keys);
    // Past the end, a walk that resumes may receive the first page, which is not a part of it.
    if (position.total && start < position.lowest) return { items: [], next: await this.takeMissing(pageNo) };
    if (position.hasGapBefore(start)) {
      const next = this.#jump(start, keys.length);
      if (!position.total || !position.falls) return { items: [], next };
      position.rememberAhead(keys, start);
      return { items: this.#add(page, keys, start), next };
    }
    const { items, progress } = this.#accept(page, keys, start);
    return { items, next: await this.#select(start, progress, isAgain) };
  }

  /** Selects the next page after one with items. */
  #select(start: number, progress: Progress, isAgain: boolean): NextRequest | Promise<NextRequest> {
    const position = this.#position;
    const { pageNo } = this.#last;
    const { keys } = this.#accepted;
    // A total may be stale or capped. After a full page that reaches it, the next page shows whether it is right. A
    // total that alternates is that of one of two copies of the list.
    if (
      position.isComplete &&
      (position.falls > MANY_FALLS || !this.#isFull || (progress !== "new" && this.#furthest))
    )
      return undefined;
    // If the total alternates, every second request may reach another copy of the list. A page that is read twice is
    // then read from both copies.
    if (position.falls > 1 && !isAgain) return { pageNo };
    if (progress === "new") return this.#following;
    if (position.hasMore) return this.#jump(start, keys.length, !this.#isFull);
    return progress === "none" && ++this.#idle > 1 ? this.#conclude() : this.#following;
  }

  /** Selects the next page after one that is empty or not found. */
  takeMissing(pageNo: number | undefined, error?: unknown): NextRequest | Promise<NextRequest> {
    const { from } = this.#options;
    const { pageNo: acceptedPageNo } = this.#accepted;
    const position = this.#position;
    const isFirst = !this.#missing;
    const failure: unknown = this.#missing?.error ?? error;
    this.#last.pageNo = pageNo;
    if (pageNo === from && error) return this.#endResumed(failure);
    if (pageNo === from || position.isComplete) return undefined;
    this.#missing = { error: failure };
    // The page that was accepted last is missing as well: the list has become shorter, or cannot be read any more.
    if (pageNo === acceptedPageNo) return this.#stepBackTo(from);
    if (position.hasMore) {
      // The total is too high if nothing follows a page that is not full.
      if (!isFirst && !this.#isFull) return undefined;
      if (++this.#idle > MAX_IDLE) throw this.#toUnexpectedError();
      position.falls++;
      return this.#stepBackTo(acceptedPageNo);
    }
    if (isFirst && (this.#isFull || position.total)) return this.#stepBackTo(acceptedPageNo);
    return isFirst && error ? { pageNo } : undefined;
  }

  /** Ends a walk that resumes after the last page. Throws the error unless the page before can be read. */
  async #endResumed(error: unknown): Promise<NextRequest> {
    const { from } = this.#options;
    if (!from) throw error;
    await this.#source.readPage(from - 1 || undefined).catch(() => {
      throw error;
    });
    return undefined;
  }

  /** Returns the number of the last page to read ahead while a page is read. */
  getLastNeeded(pageNo: number): number {
    const { first = 0, longest } = this.#numbers;
    const { total, falls } = this.#position;
    const { limit = Infinity, concurrency } = this.#options;
    // A short page is probably the last one, and after a step back, pages that were read ahead would be outdated.
    if (falls || this.#idle || this.#missing || !this.#isFull) return pageNo;
    const byLimit = pageNo + Math.ceil((limit - this.seen.count) / longest) - 1;
    return Math.min(byLimit, total ? first + Math.floor(total / longest) : pageNo + concurrency - 1);
  }

  /** The request of the page after the last one. */
  get #following(): NextRequest {
    return { pageNo: this.#numbers.getNext(this.#last.pageNo) };
  }

  /** Updates the state of the list from a page, and returns the offset of the page. */
  #locate(page: Page, keys: readonly string[]): number {
    const { length } = keys;
    const { pageNo } = this.#last;
    const position = this.#position;
    const { falls } = position;
    const start = this.#locator.locate(page, pageNo, keys, position.expected);
    const { total } = this.#locator;
    position.begin(start);
    // Offsets by contents cannot be compared with those that were stated.
    if (position.total && !total) position.stepBack();
    position.updateTotal(total);
    this.#numbers.update(pageNo, start, length, total - start - length);
    if (position.falls > MAX_FALLS || position.overlaps > MAX_OVERLAPS)
      throw this.#toError("the list changes faster than it can be read");
    if (position.falls > falls) this.#idle = 0;
    return start;
  }

  /** Adds the items of a page, and returns those that are new. */
  #add({ items }: Page, keys: readonly string[], start: number): Item[] {
    return this.seen.add(items, keys, start, this.#locator.total ? this.#position.expected : Infinity);
  }

  /** Accepts a page as a part of the list. Returns its new items, and whether the walk advances. */
  #accept(page: Page, keys: readonly string[], start: number): { items: Item[]; progress: Progress } {
    const { pageNo } = this.#last;
    const isAgain = pageNo === this.#accepted.pageNo;
    this.#accepted = { keys, pageNo };
    const items = this.#add(page, keys, start);
    const reach = this.#locator.total && this.#locator.toOffset(page.end);
    const progress = this.#position.advance(start, start + keys.length, reach);
    this.#position.joinAhead(keys.at(-1) ?? "");
    if (start >= this.#furthest) this.#length = keys.length;
    if (progress === "new" && !isAgain && start > this.#furthest) {
      this.#furthest = start;
      this.#pages++;
      this.#position.falls = this.#idle = 0;
      this.#missing = undefined;
    }
    return { items, progress };
  }

  /**
   * Selects the page that contains the expected offset, after one that does not.
   *
   * @param start - The offset of the last page.
   * @param length - The length of the last page.
   * @param isEnd - Whether the walk may end instead of throwing an error. Default: false.
   * @returns The request of the page; undefined if the walk ends.
   */
  #jump(start: number, length: number, isEnd = false): NextRequest {
    const { pageNo: last } = this.#last;
    const pageNo = this.#numbers.locate(this.#position.expected, last, start, length);
    if (pageNo !== last && ++this.#idle <= MAX_IDLE) return this.#stepBackTo(pageNo);
    if (isEnd) return undefined;
    throw this.#toUnexpectedError();
  }

  /** Selects a page out of order, which is not compared with the page before it. */
  #stepBackTo(pageNo: number | undefined): NextRequest {
    this.#position.stepBack();
    return { pageNo };
  }

  /** Ends the walk after pages without progress. Throws if the server ignores the page number. */
  async #conclude(): Promise<NextRequest> {
    const { keys } = this.#accepted;
    const { isComplete } = this.#position;
    const { pageSize = 0, from } = this.#options;
    // A resumed walk may begin past the end. A page that is longer than requested and reaches the total is the whole
    // list.
    if (this.#pages > 1 || from !== undefined || (isComplete && keys.length > pageSize)) return undefined;
    const getKeys = (items: readonly Item[]): string[] => this.seen.getKeys(items);
    const isFull = keys.length >= pageSize;
    const isUnchanged = isFull && this.seen.count === this.#numbers.shortest;
    if (await isPageNumberIgnored(this.#source, getKeys, keys, isUnchanged, isFull && !isComplete))
      throw this.#toError("the page is the same for every page number");
    return undefined;
  }

  /**
   * Whether the length of the furthest page allows another page after it. A full page has as many items as requested,
   * or as the longest page. The server may cap the page size, usually at a round number. A first page that was shorter
   * before is not capped. If no size was requested, the first page is always full.
   */
  get #isFull(): boolean {
    const { pageSize = 0 } = this.#options;
    const length = this.#length;
    const { shortest, longest } = this.#numbers;
    return this.#pages > 1
      ? length >= longest
      : length >= pageSize || (length % 5 === 0 && length === shortest);
  }

  /** Returns the error for a list whose expected item is on no page: that of a missing page, if there is one. */
  #toUnexpectedError(): Error {
    const { expected, total } = this.#position;
    return (
      (this.#missing?.error as Error | undefined) ??
      this.#toError(`the page does not contain the expected item ${expected + 1} of ${total}`)
    );
  }

  #toError(message: string): Error {
    // eslint-disable-next-line @typescript-eslint/non-nullable-type-assertion-style -- the other style is forbidden
    return this.#source.toError(message, this.#last.page as Page);
  }
}
