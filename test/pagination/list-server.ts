import {
  type ListPage,
  type Numbering,
  type PageSource,
  type WalkOptions,
  walkPages,
} from "../../src/pagination/walk.js";

/** The behavior of a simulated server. Cloudflare does not document these details. */
export interface Behavior {
  /** The number of the first page. */
  firstPage: 0 | 1;
  /** The largest page that the server returns. */
  maxPageSize: number;
  /** The fields of `paging` that pages have. */
  states: "nothing" | "total" | "offsets" | "offsets and total";
  /** What the server returns for a page past the end. */
  pastTheEnd: "an empty page" | "an error" | "the last page" | "the first page";
  /** Whether the page number has no effect. */
  ignoresPageNo?: boolean;
}

/** The error of a page past the end. */
export class PageNotFound extends Error {}
/** The error of pages that contradict each other. */
export class InconsistentPages extends Error {}

/** The maximum number of requests of a walk. A walk of pages in memory that does not end would block its test. */
export const MAX_REQUESTS = 2_000;

/** The change of the list before a request. */
export interface Change {
  /** The number of items added before the first item. */
  added: number;
  /** Positions, modulo the length, of the items to remove, before any are added. */
  removed: readonly number[];
}

/** An in-memory server of a list that records its requests. The list changes before each request except the first. */
export class ListServer {
  /** The page numbers of the requests, in their order. Undefined for a request without one. */
  readonly requests: (number | undefined)[] = [];
  /** The numbering of the pages, as known after the walks. */
  readonly numbering: Numbering = {};
  readonly behavior: Behavior;
  /** The items at the beginning. */
  readonly initial: readonly string[];
  /** The items now. */
  items: string[];
  /** The items that have been in the list from the beginning. */
  readonly remaining: Set<string>;
  /** The items whose offset has never decreased. */
  readonly unshifted: Set<string>;
  readonly #change: (request: number) => Change | undefined;
  #added = 0;

  constructor(
    behavior: Behavior,
    length: number,
    change: (request: number) => Change | undefined = () => undefined,
  ) {
    this.behavior = behavior;
    this.initial = Array.from({ length }, (_, index) => `item ${index}`);
    this.items = [...this.initial];
    this.remaining = new Set(this.initial);
    this.unshifted = new Set(this.initial);
    this.#change = change;
  }

  /** The source of the pages for a walk. */
  readonly source: PageSource<string, ListPage<string>> = {
    readPage: (pageNo, pageSize) => this.readPage(pageNo, pageSize),
    getKey: (item) => item,
    isPageNotFound: (error) => error instanceof PageNotFound,
    toError: (message) => new InconsistentPages(message),
  };

  /** Returns a page, after the change before the request. */
  async readPage(pageNo: number | undefined, pageSize = Infinity): Promise<ListPage<string>> {
    const change = this.requests.length > 0 ? this.#change(this.requests.length) : undefined;
    if (this.requests.push(pageNo) > MAX_REQUESTS) throw new Error("the walk does not end");
    if (change) this.#applyChange(change);
    const { firstPage, maxPageSize, pastTheEnd, ignoresPageNo } = this.behavior;
    const size = Math.min(pageSize, maxPageSize);
    const last = Math.max(0, Math.ceil(this.items.length / size) - 1);
    let index = ignoresPageNo ? 0 : Math.max(0, (pageNo ?? firstPage) - firstPage);
    if (index > last) {
      if (pastTheEnd === "an error") throw new PageNotFound(`page ${pageNo ?? "first"}`);
      if (pastTheEnd !== "an empty page") index = pastTheEnd === "the last page" ? last : 0;
    }
    const page = this.#createPage(index * size, size);
    await Promise.resolve();
    return page;
  }

  #createPage(start: number, size: number): ListPage<string> {
    const { states } = this.behavior;
    const items = this.items.slice(start, start + size);
    return {
      items,
      ...(states.startsWith("offsets") && {
        start: items.length ? start : -1,
        end: items.length ? start + items.length : 0,
      }),
      ...(states.endsWith("total") && { total: this.items.length }),
    };
  }

  #applyChange({ added, removed }: Change): void {
    const offsets = new Map(this.items.map((item, index) => [item, index]));
    for (const index of removed) {
      const [removedItem] = this.items.splice(index % Math.max(1, this.items.length), 1);
      if (removedItem !== undefined) this.remaining.delete(removedItem);
    }
    for (let count = 0; count < added; count++) this.items.unshift(`added ${this.#added++}`);
    for (const item of this.unshifted) {
      const index = this.items.indexOf(item);
      if (index < (offsets.get(item) ?? 0)) this.unshifted.delete(item);
    }
  }

  /** Walks the pages of a source, by default those of this server. */
  walk(options: Partial<WalkOptions> = {}, source = this.source) {
    return walkPages(source, {
      concurrency: 1,
      signal: new AbortController().signal,
      numbering: this.numbering,
      ...options,
    });
  }

  /** Returns the source of this server, with each page changed. */
  changePages(changePage: (page: ListPage<string>) => ListPage<string>): typeof this.source {
    const readPage: typeof this.source.readPage = async (pageNo, pageSize) =>
      changePage(await this.readPage(pageNo, pageSize));
    return { ...this.source, readPage };
  }

  /** Walks the whole list, and returns its items. */
  async listAll(options: Partial<WalkOptions> = {}, source = this.source): Promise<string[]> {
    const listed: string[] = [];
    for await (const { items } of this.walk(options, source)) listed.push(...items);
    return listed;
  }
}

/** Creates a server whose pages have up to three items and state all fields, unless the behavior differs. */
export function createListServer(behavior: Partial<Behavior>, length: number): ListServer {
  return new ListServer(
    { firstPage: 0, maxPageSize: 3, states: "offsets and total", pastTheEnd: "an empty page", ...behavior },
    length,
  );
}
