import type { CallOptions } from "./http/retry.js";

/** Options of a listing. */
export interface ListOptions extends CallOptions {
  /**
   * The maximum number of concurrent requests, at least 1. Above 1, pages are read ahead and still yielded in order.
   * While the list changes, an item at the border of two pages can be missed if the total does not show the change.
   *
   * @default 1
   */
  concurrency?: number | undefined;
}

/** Options of {@link ListResource.collect}. */
export interface CollectOptions extends ListOptions {
  /** The maximum number of items, at least 1. */
  limit: number;
}

/** The fields of a page besides its items. */
export interface PageInfo<Body> {
  /** The number of items in the whole list; undefined if the response does not state it. */
  total: number | undefined;
  /** The page number of the request; undefined for a request without one, which returns the first page. */
  pageNo: number | undefined;
  /** The body of the response. */
  body: Body;
  /** The HTTP response (status, headers). Its body has been read. */
  response: Response;
}

/** The fields of a page in a listing. */
export interface NextPage {
  /**
   * The page number from which a later listing resumes; null after the last page. After the first page it is 1. If the
   * API counts from 1, the resumed listing repeats the first page. After a full last page, it can be the number of a
   * page that does not exist.
   */
  nextPageNo: number | null;
}

/** One page of a list. Its items have the name of the list, such as `sessions`. */
export type Page<Name extends string, Item, Body> = Record<Name, Item[]> & PageInfo<Body>;

/** Reads one list. */
export interface ListResource<OnePage, Item, Query> {
  /**
   * Reads one page with one request.
   *
   * @param query - The filters, the order, the page number and the page size, `DEFAULT_PER_PAGE` by default.
   * @param options - A signal, and retry options for this call.
   * @returns The page.
   * @throws `TypeError` or `RangeError` if an argument is invalid. No request is sent then.
   * @throws `ApiError` if the API returns an error, `ConnectionError` if there is no response, `InvalidResponseError`
   * if the response has unexpected contents.
   */
  list(query?: Query, options?: CallOptions): Promise<OnePage>;
  /**
   * Yields the pages of the whole list. Each is requested when the consumer needs it. An empty list is one empty
   * page. No item is yielded twice, even if items are added meanwhile. If items leave the list meanwhile and the total
   * does not show it, an item can be missed: choose filters and an order that no item leaves.
   *
   * @param query - The filters, the order, the page size, and the page number from which to resume an earlier listing.
   * @param options - A signal, the concurrency, and retry options for this call.
   * @returns An async generator. Its `return()`, which `break` calls, aborts pending requests.
   * @throws `TypeError` or `RangeError` at the call if an argument is invalid.
   * @throws `ApiError` and its subclasses, as {@link ListResource.list} does. The error's `pageNo` is the page from
   * which to resume.
   */
  pages(query?: Query, options?: ListOptions): AsyncGenerator<OnePage & NextPage, void, undefined>;
  /**
   * Yields the items of the whole list, as {@link ListResource.pages} does.
   *
   * @param query - The filters, the order, the page size, and the page number from which to resume an earlier listing.
   * @param options - A signal, the concurrency, and retry options for this call.
   * @returns An async generator. Its `return()`, which `break` calls, aborts pending requests.
   * @throws `TypeError`, `RangeError` or `ApiError`, as {@link ListResource.pages} does.
   */
  iterate(query?: Query, options?: ListOptions): AsyncGenerator<Item, void, undefined>;
  /**
   * Collects the first items of the list in an array.
   *
   * @param query - The filters, the order, the page size, and the page number from which to begin.
   * @param options - The maximum number of items (`limit`), a signal, the concurrency, and retry options for this call.
   * @returns The items.
   * @throws `TypeError`, `RangeError` or `ApiError`, as {@link ListResource.pages} does.
   */
  collect(query: Query | undefined, options: CollectOptions): Promise<Item[]>;
}
