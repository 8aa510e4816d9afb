import { CALL_RULES } from "./client-options.js";
import {
  type BodyOf,
  type EndpointQuery,
  getKeyAt,
  getNumberAt,
  type ListEndpoint,
  type ListItem,
  type ListName,
} from "./endpoint.js";
import { ApiError } from "./errors.js";
import type { CallOptions } from "./http/hooks.js";
import type { JsonResponse } from "./http/transport.js";
import { type ListPage, type Numbering, type PageSource, walkPages } from "./pagination/walk.js";
import type { WireQuery } from "./query.js";
import {
  type ClientContext,
  createListMethods,
  createRead,
  getItems,
  type Ids,
  type ListingOptions,
  type ListStep,
  type Read,
} from "./resource.js";
import { COUNT, readValue } from "./values.js";

/** The page size of a query without one. The API's own default is not published. */
export const DEFAULT_PER_PAGE = 100;

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
   * The page number from which a later listing resumes; null after the last page. After the first page it is 1, or 2 if
   * an earlier listing has detected that the API counts from 1. Before that, a listing that resumes from 1 can repeat
   * the first page. After a full last page, it can be the number of a page that does not exist.
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
   * Yields the pages of the whole list. Each is requested when the consumer needs it. An empty list is one empty page.
   * No item is yielded twice, even if items are added meanwhile. If the total decreases meanwhile, pages are read
   * again, and their new items can come after items of later pages. If items leave the list and the total does not show
   * it, an item can be missed. Choose filters and an order that no item leaves.
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

/** The resource of a generated endpoint. */
type ResourceOf<Paths, Described extends ListEndpoint> = ListResource<
  Page<ListName<Described>, ListItem<Paths, Described>, BodyOf<Paths, Described>>,
  ListItem<Paths, Described>,
  EndpointQuery<Paths, Described>
>;

/**
 * Creates the resource of an endpoint that returns a list. Its specific parts are in the generated endpoint.
 *
 * @param context - The shared context of the client's resources.
 * @param endpoint - The generated endpoint.
 * @param ids - The parameters of the path besides those of the context. Default: none.
 * @returns The resource. No request is sent before one of its methods is called.
 * @throws TypeError for an invalid id.
 */
export function createListResource<Paths, const Described extends ListEndpoint>(
  context: ClientContext<Paths>,
  endpoint: Described,
  ids: Ids = {},
): ResourceOf<Paths, Described> {
  const read = createRead(context, endpoint, ids);
  const { pagination, query: parameters }: ListEndpoint = endpoint;
  const { limit: sizeName } = pagination;
  const numbering: Numbering = {};
  const methods = createListMethods(context, endpoint, {
    rules: CALL_RULES,
    walkRules: { ...CALL_RULES, concurrency: COUNT },
    prepare(query, { limit = Infinity }) {
      if (sizeName === undefined) return query;
      const size =
        query[sizeName] ?? Math.min(DEFAULT_PER_PAGE, parameters[sizeName]?.maximum ?? Infinity, limit);
      readValue(sizeName, size, COUNT, context.transport.redact);
      return { ...query, [sizeName]: size };
    },
    async read(query, options) {
      const { response, items, total, pageNo } = await readPage(read, endpoint, query, options);
      return { page: response, items, total, pageNo };
    },
    walk: (query, options) => walkList(read, endpoint, numbering, query, options),
  });
  return methods as unknown as ResourceOf<Paths, Described>;
}

/** A page that was read. */
interface ReadPage extends ListPage<unknown> {
  readonly response: JsonResponse;
  /** The value of the page or offset parameter. */
  readonly pageNo: number | undefined;
}

/**
 * Reads one page of a list.
 *
 * @param read - Sends the request.
 * @param endpoint - The generated endpoint.
 * @param query - The parameters as sent.
 * @param options - The options of the call.
 * @param isLater - Whether an earlier page of the same listing was read. Default: false.
 * @param from - The offset of the first item of the listing. The returned total and offsets count from it. Default: 0.
 * @returns The page.
 */
async function readPage(
  read: Read,
  endpoint: ListEndpoint,
  query: WireQuery,
  options: CallOptions,
  isLater = false,
  from = 0,
): Promise<ReadPage> {
  const { page, offset = "", total, start, end, firstOffset = 0 } = endpoint.pagination;
  const name = page ?? offset;
  const pageNo = query[name] as number | undefined;
  const response = await read(query, options, { page: { name, number: pageNo } });
  const { body } = response;
  return {
    response,
    pageNo,
    items: getItems(endpoint, response, isLater),
    total: getNumberAt(body, total, -from),
    start: getNumberAt(body, start, -firstOffset - from),
    end: getNumberAt(body, end, 1 - firstOffset - from),
  };
}

/** The statuses that can mean that a page does not exist. */
const PAGE_NOT_FOUND: readonly unknown[] = [400, 404, 416, 422];

/** Returns whether an error may mean that the page does not exist. Past the total, that includes every 5xx. */
function isPageNotFound(error: unknown, isPastTotal = false): boolean {
  return (
    error instanceof ApiError &&
    (PAGE_NOT_FOUND.includes(error.status) || (isPastTotal && Number(error.status) >= 500))
  );
}

/** The pages of one walk. */
interface WalkSource extends PageSource<unknown, ReadPage> {
  /** Returns the value of the page or offset parameter for a page. */
  toValue: (pageNo: number | undefined) => number | undefined;
}

/** Creates the source of a walk, which reads its pages by the page parameter, or else by the offset parameter. */
function createSource(
  read: Read,
  endpoint: ListEndpoint,
  query: WireQuery,
  options: CallOptions,
): WalkSource {
  const { page: pageName, offset = "", limit: sizeName = "", itemKey } = endpoint.pagination;
  const name = pageName ?? offset;
  const { [name]: from, ...filters } = query as Readonly<Record<string, number | undefined>>;
  const isOffset = pageName === undefined;
  // Offsets advance by the length of the first page, since the server may cap the page size.
  let length = 0;
  const toValue = (pageNo: number | undefined, pageSize = length): number | undefined =>
    isOffset ? (pageNo ? (from ?? 0) + pageNo * pageSize : from) : pageNo;
  return {
    toValue,
    async readPage(pageNo, pageSize) {
      const values = {
        ...filters,
        [sizeName]: pageSize ?? filters[sizeName],
        [name]: toValue(pageNo, pageSize),
      };
      const page = await readPage(
        read,
        endpoint,
        values,
        options,
        values[name] !== from,
        isOffset ? from : 0,
      );
      length ||= page.items.length;
      return page;
    },
    getKey: (item) => getKeyAt(item, itemKey),
    isPageNotFound,
    toError: (message, { response }) => response.toError(message),
  };
}

/** Walks a list. */
async function* walkList(
  read: Read,
  endpoint: ListEndpoint,
  numbering: Numbering,
  query: WireQuery,
  { concurrency = 1, limit, ...options }: ListingOptions & { signal: AbortSignal },
): AsyncGenerator<ListStep, void, undefined> {
  const { page: pageName = "", limit: sizeName = "", total } = endpoint.pagination;
  const { [pageName]: from, [sizeName]: pageSize } = query as Readonly<Record<string, number | undefined>>;
  const source = createSource(read, endpoint, query, options);
  const walked = walkPages(source, {
    concurrency,
    limit,
    signal: options.signal,
    pageSize,
    numbering: pageName ? numbering : { first: 0 },
    from,
  });
  for await (const { page, items, nextPageNo } of walked) {
    yield {
      page: page.response,
      items,
      total: getNumberAt(page.response.body, total),
      pageNo: page.pageNo,
      nextPageNo: nextPageNo === undefined ? null : source.toValue(nextPageNo),
    };
  }
}
