import fc from "fast-check";
import { type ListPage, type ListSource, type Numbering, type Step, walkPages } from "../../src/paginate.js";

/** How a server of a list behaves: every choice that no source settles. */
export interface ListServer {
  /** The number of its first page. */
  firstPage: 0 | 1;
  /** The size of its pages, however many items are asked for. */
  perPage: number;
  /** Whether pages tell their place and the total. */
  told: boolean;
  /** What a number past the end is answered by. */
  pastTheEnd: "empty page" | "error";
}

/** Any such server. */
export const servers = fc.record<ListServer>({
  firstPage: fc.constantFrom(0, 1),
  perPage: fc.integer({ min: 1, max: 7 }),
  told: fc.boolean(),
  pastTheEnd: fc.constantFrom("empty page", "error"),
});

export class NoSuchPage extends Error {}

/** What happens to the list before a request: items that come in at its head, items that leave it. */
export interface Change {
  added: number;
  /** Places (modulo the length) of the items that leave. */
  removed: readonly number[];
}

/** A server of a list, in memory, that counts what it is asked for. */
export class Listing {
  readonly requests: (number | undefined)[] = [];
  readonly numbering: Numbering = { first: undefined };
  items: string[];
  #added = 0;

  readonly server: ListServer;
  readonly changes: readonly Change[];

  constructor(server: ListServer, length: number, changes: readonly Change[] = []) {
    this.server = server;
    this.changes = changes;
    this.items = Array.from({ length }, (_, index) => `item ${index}`);
  }

  readonly source: ListSource<string, ListPage<string>> = {
    read: (pageNo) => this.read(pageNo),
    keyOf: (item) => item,
    meansNoSuchPage: (error) => error instanceof NoSuchPage,
    contradiction: (what, _page, pageNo) => new Error(`page ${pageNo ?? "?"} ${what}`),
    numbering: this.numbering,
  };

  read(pageNo: number | undefined): Promise<ListPage<string>> {
    const change = this.changes[this.requests.length];
    this.requests.push(pageNo);
    if (change) this.#apply(change);
    const { firstPage, perPage, told, pastTheEnd } = this.server;
    const start = Math.max(0, ((pageNo ?? firstPage) - firstPage) * perPage);
    const items = this.items.slice(start, start + perPage);
    if (start > 0 && items.length === 0 && pastTheEnd === "error") return Promise.reject(new NoSuchPage());
    return Promise.resolve({
      items,
      start: told ? start : undefined,
      total: told ? this.items.length : undefined,
    });
  }

  /** Lets its answers be changed, or fail, on their way. Requests count from 1. */
  altered(
    change: (page: ListPage<string>, pageNo: number | undefined, request: number) => ListPage<string>,
  ): this {
    const read = this.read.bind(this);
    this.read = async (pageNo) => change(await read(pageNo), pageNo, this.requests.length);
    return this;
  }

  #apply({ added, removed }: Change): void {
    for (const place of removed) this.items.splice(place % Math.max(1, this.items.length), 1);
    for (let count = 0; count < added; count++) this.items.unshift(`added ${this.#added++}`);
  }

  walk(from?: number): AsyncGenerator<Step<string, ListPage<string>>> {
    return walkPages(this.source, from);
  }

  /** Walks the whole list. */
  async all(from?: number): Promise<string[]> {
    const found: string[] = [];
    for await (const { fresh } of this.walk(from)) found.push(...fresh);
    return found;
  }
}
