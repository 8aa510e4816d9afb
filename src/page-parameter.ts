import type { ListPage, Numbering } from "./pagination/walk.js";

/**
 * Translates between the page numbers of a walk and the values of the endpoint's parameter. For a parameter that takes
 * a page number they are the same. An offset is that of the page's first item, and the walk's page numbers count from
 * where it began.
 */
export class PageParameter {
  readonly #isOffset: boolean;
  readonly #from: number | undefined;
  /** The length of the first page. The server may cap the page size below the requested one. */
  #pageSize: number | undefined;

  constructor(isOffset: boolean, from: number | undefined) {
    this.#isOffset = isOffset;
    this.#from = from;
  }

  /** What is known about the page numbers of the walk. Those of offsets count from 0. */
  get numbering(): Numbering | undefined {
    return this.#isOffset ? { first: 0 } : undefined;
  }

  /** The page number with which the walk starts. */
  get firstPageNo(): number | undefined {
    return this.#isOffset ? undefined : this.#from;
  }

  /** Returns the value of the parameter for a page number; undefined for a request without one. */
  valueOf(pageNo: number | undefined): number | undefined {
    if (!this.#isOffset) return pageNo;
    return pageNo ? (this.#from ?? 0) + pageNo * (this.#pageSize ?? 0) : this.#from;
  }

  /** Returns a page as the walk sees it, with positions that count from where it began. */
  toWalk<Page extends ListPage<unknown>>(page: Page): Page {
    if (!this.#isOffset) return page;
    this.#pageSize ??= page.items.length;
    const relative = (value: number | undefined): number | undefined =>
      value === undefined ? undefined : value - (this.#from ?? 0);
    return { ...page, start: relative(page.start), end: relative(page.end), total: relative(page.total) };
  }
}
