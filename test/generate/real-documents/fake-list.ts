import type { LinkedListEndpoint, ListEndpoint } from "../../../src/endpoint.js";

/** The change of a list before a request. */
export interface Change {
  /** The number of items that are added before the first one. */
  added: number;
  /** Chooses the item that is removed. */
  removed?: number | undefined;
}

type Item = Record<string, unknown> & { rank: number };

/**
 * The list of a generated endpoint in memory, newest first. The endpoint describes the requests of pages, and the paths
 * of the items, the total and the next page. Cursors and URLs name the last item.
 */
export class FakeList {
  /** The URLs of the requests, in their order. */
  readonly requests: URL[] = [];
  /** The keys of the items at the beginning. */
  readonly initial: readonly unknown[];
  /** The keys of the items that were not removed. */
  readonly remaining: Set<unknown>;
  readonly #endpoint: ListEndpoint | LinkedListEndpoint;
  readonly #pageSize: number;
  readonly #changeBefore: (request: number) => Change | undefined;
  #items: Item[];
  #nextRank: number;

  /**
   * @param endpoint - The generated endpoint.
   * @param length - The number of items at the start.
   * @param pageSize - The number of items on a page.
   * @param changeBefore - Returns the change before a request, given its number from 1.
   */
  constructor(
    endpoint: ListEndpoint | LinkedListEndpoint,
    length: number,
    pageSize: number,
    changeBefore: (request: number) => Change | undefined = () => undefined,
  ) {
    this.#endpoint = endpoint;
    this.#pageSize = pageSize;
    this.#changeBefore = changeBefore;
    this.#items = Array.from({ length }, (_, index) => this.#createItem(length - index));
    this.#nextRank = length + 1;
    this.initial = this.#items.map((item) => this.getKey(item));
    this.remaining = new Set(this.initial);
  }

  /** Returns the key of an item, by the property that the document names. */
  getKey(item: unknown): unknown {
    return (item as Item)[this.#endpoint.pagination.itemKey ?? ""];
  }

  /** Responds to a request like `fetch`, after the change before the request. */
  readonly fetch = (input: string | URL): Promise<Response> => {
    const url = new URL(input);
    const change = this.#changeBefore(this.requests.push(url));
    if (change) this.#applyChange(change);
    const { pagination } = this.#endpoint;
    const start = this.#getStart(url);
    const items = this.#items.slice(start, start + this.#pageSize);
    const hasMore = start + items.length < this.#items.length;
    const next = hasMore ? items.at(-1)?.rank : undefined;
    const link = new URL(url);
    link.searchParams.set("before", String(next));
    if (pagination.type === "link")
      return Promise.resolve(
        Response.json(items, { headers: hasMore ? { link: `<${link.href}>; rel="next"` } : {} }),
      );
    const nextValue = pagination.type === "url" ? link.href : String(next);
    const body = setValue({}, pagination.results, items);
    if (pagination.type === "offsetLimit")
      return Promise.resolve(
        Response.json(pagination.total?.[0] ? setValue(body, pagination.total[0], this.#items.length) : body),
      );
    return Promise.resolve(
      Response.json(pagination.next && hasMore ? setValue(body, pagination.next, nextValue) : body),
    );
  };

  /** Returns the index of a page's first item. Pages count from 1, as those of GitHub do. */
  #getStart({ searchParams }: URL): number {
    const { pagination } = this.#endpoint;
    if (pagination.type !== "offsetLimit") {
      const rank = searchParams.get(pagination.cursor ?? "before");
      return rank === null ? 0 : this.#items.filter((item) => item.rank >= Number(rank)).length;
    }
    if (pagination.page !== undefined)
      return (Number(searchParams.get(pagination.page) ?? 1) - 1) * this.#pageSize;
    return Number(searchParams.get(pagination.offset ?? "") ?? 0);
  }

  #applyChange({ added, removed }: Change): void {
    if (removed !== undefined) {
      const [removedItem] = this.#items.splice(removed % Math.max(1, this.#items.length), 1);
      this.remaining.delete(this.getKey(removedItem ?? {}));
    }
    for (let count = 0; count < added; count++) this.#items.unshift(this.#createItem(this.#nextRank++));
  }

  #createItem(rank: number): Item {
    return { [this.#endpoint.pagination.itemKey ?? ""]: `item ${rank}`, rank };
  }
}

/** Returns a body with a value at a path. The path of the whole body is empty. */
function setValue(body: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const { [name]: inner = {}, ...others } = body as Record<string, unknown>;
  return { ...others, [name]: setValue(inner, rest, value) };
}
