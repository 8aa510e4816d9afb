/** One page of a list: the fields that pagination needs. */
export interface ListPage<Item> {
  /** The items of the page. */
  readonly items: readonly Item[];
  /** The zero-based offset of the page's first item, as the server states it. */
  readonly start?: number | undefined;
  /** The zero-based offset after the page's last item, as the server states it. */
  readonly end?: number | undefined;
  /** The number of items in the whole list, as the server states it. */
  readonly total?: number | undefined;
}

/**
 * The detected numbering of a server's pages. A client keeps one per list, so that later walks skip a request.
 */
export interface Numbering {
  /** The number of the first page, once a walk has detected it. */
  first?: 0 | 1 | undefined;
}

/** Reads the pages of one list. */
export interface PageSource<Item, Page extends ListPage<Item>> {
  /**
   * Reads one page.
   *
   * @param pageNo - The page number; undefined for a request without one, which returns the first page.
   * @param pageSize - The page size. Default: that of the listing.
   * @returns The page.
   */
  readPage: (pageNo: number | undefined, pageSize?: number) => Promise<Page>;
  /** Returns the key that identifies an item, or undefined if it has none. Items without a key are kept. */
  getKey: (item: Item) => string | undefined;
  /**
   * Returns whether an error may mean that the page does not exist.
   *
   * @param error - The error of `readPage`.
   * @param isPastTotal - Whether the total says that no items follow. Default: false.
   * @returns Whether the page may not exist.
   */
  isPageNotFound: (error: unknown, isPastTotal?: boolean) => boolean;
  /** Creates the error for a page that contradicts the pages before it. */
  toError: (message: string, page: Page) => Error;
}

/** Options of a walk. */
export interface WalkOptions {
  /** The number of the page to start with, to resume an earlier walk. @default the first page */
  from?: number | undefined;
  /** The maximum number of concurrent requests, at least 1. */
  concurrency: number;
  /** The requested page size. @default unknown */
  pageSize?: number | undefined;
  /** The number of items that the caller needs. Pages after them are not read ahead. @default all */
  limit?: number | undefined;
  /** Stops reading ahead. */
  signal: AbortSignal;
  /** The numbering that earlier walks of the same list have detected. The walk updates it. */
  numbering: Numbering;
}

/** One page of a walk. */
export interface WalkStep<Item, Page> {
  page: Page;
  /** The items of the page that the walk has not yielded before. */
  items: Item[];
  /** The number of the page to resume from; undefined if no page follows. */
  nextPageNo: number | undefined;
}
