import { Locator } from "./locator.js";
import { isPageNumberIgnored } from "./page-number-check.js";
import { PageNumbers } from "./page-numbers.js";
import { Position } from "./position.js";
import { SeenItems } from "./seen-items.js";
import type { ListPage, PageSource, WalkOptions } from "./types.js";

/** The page to read next, whose number is undefined for the first page; undefined if the walk ends. */
export type Next = { readonly pageNo: number | undefined } | undefined;

/** The maximum number of times that the total may decrease before the walk advances. */
const MAX_FALLS = 50;

/** The maximum number of consecutive pages that mostly repeat the page before them. */
const MAX_OVERLAPS = 1_000;

/** The maximum number of consecutive pages without new items while the total promises more. */
const MAX_IDLE = 4;

/** What a page adds to the walk. */
interface Taken<Item> {
  /** The items of the page that are new. */
  items: Item[];
  next: Next;
}

/** Whether a page is further on than every page so far, than the page before it, or neither. */
type Progress = "new" | "known" | "none";

/** Selects the next page: the one that contains the next expected offset. */
export class PageOrder<Item, Page extends ListPage<Item>> {
  readonly seen: SeenItems<Item>;
  readonly #source: PageSource<Item, Page>;
  readonly #options: WalkOptions;
  readonly #position: Position;
  readonly #numbers: PageNumbers;
  readonly #locator: Locator<Item>;
  /** The last page, and its number or that of the missing one after it. */
  #last: { readonly page?: Page; readonly pageNo: number | undefined } = { pageNo: NaN };
  /** The last page that is a part of the list. */
  #part: { readonly keys: readonly string[]; readonly pageNo: number | undefined } = {
    keys: [],
    pageNo: NaN,
  };
  /** The number of consecutive pages without new items. */
  #idle = 0;
  /** The first page that was missing since the list last continued. */
  #missing: { readonly pageNo: number | undefined; readonly error: unknown } | undefined;

  constructor(source: PageSource<Item, Page>, options: WalkOptions) {
    this.#source = source;
    this.#options = options;
    this.seen = new SeenItems(source.keyOf);
    this.#position = new Position(options.from !== undefined);
    this.#numbers = new PageNumbers(options.numbering);
    this.#locator = new Locator(this.seen, this.#numbers);
  }

  /** Whether the total says that no items follow. */
  get isComplete(): boolean {
    return this.#position.isComplete;
  }

  /** Adds a page, and selects the next one. */
  async take(page: Page, pageNo: number | undefined): Promise<Taken<Item>> {
    const position = this.#position;
    const isAgain = pageNo === this.#last.pageNo;
    const keys = this.seen.keysOf(page.items);
    this.#last = { page, pageNo };
    if (!keys.length) {
      // The page after the stated end of the list shows only whether there are more items.
      if (!position.isComplete) position.updateTotalPastEnd(page.total);
      return { items: [], next: await this.missing(pageNo) };
    }
    const start = this.#locate(page, keys);
    // Past the end, a walk that resumes may receive the first page, which is not a part of it.
    if (position.total && start < position.lowest) return { items: [], next: await this.missing(pageNo) };
    if (position.isBefore(start)) {
      const isLocated = position.total > 0 && position.falls > 0;
      if (isLocated) position.skip(keys, start);
      const items = isLocated ? this.#add(page, keys, start) : [];
      return { items, next: this.#jump(start, keys.length) };
    }
    const { items, progress } = this.#accept(page, keys, start);
    return { items, next: await this.#select(start, progress, isAgain) };
  }

  /** Selects the next page after one with items. */
  #select(start: number, progress: Progress, isAgain: boolean): Next | Promise<Next> {
    const position = this.#position;
    const { pageNo } = this.#last;
    const { keys } = this.#part;
    // A total may be stale or capped. After a full page that reaches it, the next page shows whether it is right.
    if (
      position.isComplete &&
      !(this.#isFull(keys) && (progress === "new" || position.expected <= keys.length))
    )
      return undefined;
    // If a total changes back and forth, as between different copies of a list, every second request reaches
    // the same copy. Reading a page twice leads to the other one.
    if (position.falls > 1 && !isAgain) return { pageNo };
    if (progress === "new") return this.#following;
    if (position.isMorePromised) return this.#jump(start, keys.length, !this.#isFull(keys));
    return progress === "none" && ++this.#idle > 1 ? this.#conclude() : this.#following;
  }

  /** Selects the next page after one that is empty or not found. */
  missing(pageNo: number | undefined, error?: unknown): Next | Promise<Next> {
    const { from } = this.#options;
    const { keys, pageNo: lastPart } = this.#part;
    const position = this.#position;
    const isFirst = !this.#missing;
    const failure: unknown = this.#missing?.error ?? error;
    this.#last = { ...this.#last, pageNo };
    if (pageNo === from && error) return this.#endResumed(failure);
    if (pageNo === from || position.isComplete) return undefined;
    this.#missing ??= { pageNo, error };
    // Where the page before it is missing as well, the list has become shorter, or nothing can be read any more.
    if (pageNo === lastPart) return this.#back(from);
    if (position.isMorePromised) {
      // A total is too high where nothing follows a page that is not full.
      if (!isFirst && !this.#isFull(keys)) return undefined;
      if (++this.#idle > MAX_IDLE) throw (failure as Error | undefined) ?? this.#unexpected();
      position.falls++;
      return this.#back(lastPart);
    }
    if (isFirst && (this.#isFull(keys) || position.total)) return this.#back(lastPart);
    return isFirst && error ? { pageNo } : undefined;
  }

  /** Ends a walk that resumes after the last page. It did if the page before can be read. */
  async #endResumed(error: unknown): Promise<Next> {
    const { from } = this.#options;
    if (!from) throw error;
    await this.#source.readPage(from > 1 ? from - 1 : undefined).catch(() => {
      throw error;
    });
    return undefined;
  }

  /** Returns the number of the last page to read ahead, when a page is read. */
  lastNeeded(pageNo: number): number {
    const { first = 0, longest } = this.#numbers;
    const { total, falls } = this.#position;
    const { limit = Infinity, concurrency } = this.#options;
    // A short page is probably the last one, and after a step back, pages that were read ahead would be outdated.
    if (falls || this.#idle || this.#missing || !this.#isFull(this.#part.keys)) return pageNo;
    const byLimit = pageNo + Math.ceil((limit - this.seen.count) / longest) - 1;
    return Math.min(byLimit, total ? first + Math.floor(total / longest) : pageNo + concurrency - 1);
  }

  get #following(): Next {
    return { pageNo: this.#numbers.after(this.#last.pageNo) };
  }

  /** Returns the offset of a page, after updating the state of the list. */
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
    this.#numbers.learn(pageNo, start, length, total > start + length);
    if (position.falls > MAX_FALLS || position.overlaps > MAX_OVERLAPS)
      throw this.#contradiction("the list changes faster than it can be read");
    if (position.falls > falls) this.#idle = 0;
    return start;
  }

  /** Adds the items of a page, and returns those that are new. */
  #add({ items }: Page, keys: readonly string[], start: number): Item[] {
    return this.seen.add(items, keys, start, this.#locator.total ? this.#position.expected : Infinity);
  }

  /** Adds the items of a page. Returns those that are new, and whether the walk advances. */
  #accept(page: Page, keys: readonly string[], start: number): { items: Item[]; progress: Progress } {
    const { total } = this.#locator;
    const { pageNo } = this.#last;
    const end = start + keys.length;
    const isUnchanged = pageNo === this.#part.pageNo && String(keys) === String(this.#part.keys);
    this.#part = { keys, pageNo };
    const items = this.#add(page, keys, start);
    const reach = total ? this.#locator.fromOrigin(page.end) : end;
    const isLastNew = !total && items.at(-1) === page.items.at(-1);
    const progress = this.#position.advance(start, end, reach, isLastNew);
    this.#position.join(keys.at(-1) ?? "", isUnchanged);
    if (progress === "new") {
      this.#idle = 0;
      if (pageNo && pageNo >= (this.#missing?.pageNo ?? 0)) this.#missing = undefined;
    }
    return { items, progress };
  }

  /**
   * Returns the page that contains the expected offset, after one that does not.
   *
   * @param isEnd - Whether the list may end instead.
   */
  #jump(start: number, length: number, isEnd = false): Next {
    const { pageNo: last } = this.#last;
    const pageNo = this.#numbers.pageOf(this.#position.expected, last, start, length);
    if (pageNo !== last && ++this.#idle <= MAX_IDLE) return this.#back(pageNo);
    if (isEnd) return undefined;
    throw this.#unexpected();
  }

  #back(pageNo: number | undefined): Next {
    this.#position.stepBack();
    return { pageNo };
  }

  /** Ends the walk after pages without new items. Throws if the server ignores the page number. */
  async #conclude(): Promise<Next> {
    const { keys } = this.#part;
    const { pages, isComplete } = this.#position;
    const { pageSize = 0, from } = this.#options;
    // A resumed walk may begin past the end. A server that returns more items than requested, and no more by its total,
    // has no pages.
    if (pages > 1 || from !== undefined || (isComplete && keys.length > pageSize)) return undefined;
    const keysOf = (items: readonly Item[]): string[] => this.seen.keysOf(items);
    const isFull = keys.length >= pageSize;
    const isUnchanged = isFull && this.seen.count === this.#numbers.shortest;
    if (await isPageNumberIgnored(this.#source, keysOf, keys, isUnchanged, isFull && !isComplete))
      throw this.#contradiction("the page is the same for every page number");
    return undefined;
  }

  /**
   * Returns whether another page may follow one of this length: as many items as requested, or as the longest page
   * has. The server may cap the page size, usually at a round number. An unknown page size is exceeded by no page.
   */
  #isFull({ length }: readonly string[]): boolean {
    const { pageSize = 0 } = this.#options;
    return this.#position.pages > 1
      ? length >= this.#numbers.longest
      : length >= pageSize || length % 5 === 0;
  }

  #unexpected(): Error {
    const { expected, total } = this.#position;
    return this.#contradiction(`the page does not contain the expected item ${expected + 1} of ${total}`);
  }

  #contradiction(message: string): Error {
    // eslint-disable-next-line @typescript-eslint/non-nullable-type-assertion-style -- the other style is forbidden
    return this.#source.contradiction(message, this.#last.page as Page);
  }
}
