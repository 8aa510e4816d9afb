import { CALL_RULES } from "./client-options.js";
import {
  type BodyOf,
  type EndpointQuery,
  getKeyAt,
  getValueAt,
  type LinkedListEndpoint,
  type ListItem,
  type ListName,
} from "./endpoint.js";
import type { CallOptions } from "./http/hooks.js";
import type { JsonResponse } from "./http/transport.js";
import { parseNextLink } from "./link-header.js";
import { followPages, type LinkedPage, type LinkedSource } from "./pagination/follow.js";
import type { WireQuery } from "./query.js";
import {
  type ClientContext,
  createListMethods,
  createRead,
  fillPath,
  getItems,
  type Ids,
  type ListStep,
  type Read,
} from "./resource.js";
import type { Rules } from "./values.js";

/** Options of a listing. */
interface LinkedListOptions extends CallOptions {
  /**
   * The `next` of a page, from which to resume. A URL replaces the query.
   *
   * @default the first page
   */
  from?: string | undefined;
}

/** Options of {@link LinkedListResource.collect}. */
interface LinkedCollectOptions extends LinkedListOptions {
  /** The maximum number of items, at least 1. */
  limit: number;
}

/** One page of a list. Its items have the name of the list, such as `sessions`. */
type LinkedListPage<Name extends string, Item, Body> = Record<Name, Item[]> & {
  /** The cursor or URL of the next page; null after the last page. */
  next: string | null;
  /** The body of the response. */
  body: Body;
  /** The HTTP response (status, headers). Its body has been read. */
  response: Response;
};

/** Reads one list whose pages refer to the next one. */
interface LinkedListResource<OnePage, Item, Query> {
  /**
   * Reads one page with one request.
   *
   * @param query - The parameters of the API by their own names.
   * @param options - The page to read (`from`), a signal, and retry options for this call.
   * @returns The page.
   * @throws `TypeError` or `RangeError` if an argument is invalid. No request is sent then.
   * @throws `ApiError` if the API returns an error, `ConnectionError` if there is no response, `InvalidResponseError`
   * if the response has unexpected contents.
   */
  list(query?: Query, options?: LinkedListOptions): Promise<OnePage>;
  /**
   * Yields the pages of the whole list. Each is requested when the consumer needs it. An empty list is one empty page.
   * No item is yielded twice if the document names the property that identifies one.
   *
   * @param query - The parameters of the API by their own names.
   * @param options - The page from which to resume (`from`), a signal, and retry options for this call.
   * @returns An async generator. Its `return()`, which `break` calls, aborts pending requests.
   * @throws `TypeError` or `RangeError` at the call if an argument is invalid.
   * @throws `ApiError` and its subclasses, as {@link LinkedListResource.list} does. `InvalidResponseError` also if a
   * page refers to one that was read already, or to a URL of another origin.
   */
  pages(query?: Query, options?: LinkedListOptions): AsyncGenerator<OnePage, void, undefined>;
  /**
   * Yields the items of the whole list, as {@link LinkedListResource.pages} does.
   *
   * @param query - The parameters of the API by their own names.
   * @param options - The page from which to resume (`from`), a signal, and retry options for this call.
   * @returns An async generator. Its `return()`, which `break` calls, aborts pending requests.
   * @throws `TypeError`, `RangeError` or `ApiError`, as {@link LinkedListResource.pages} does.
   */
  iterate(query?: Query, options?: LinkedListOptions): AsyncGenerator<Item, void, undefined>;
  /**
   * Collects the first items of the list in an array.
   *
   * @param query - The parameters of the API by their own names.
   * @param options - The maximum number of items (`limit`), the first page (`from`), a signal, and retry options.
   * @returns The items.
   * @throws `TypeError`, `RangeError` or `ApiError`, as {@link LinkedListResource.pages} does.
   */
  collect(query: Query | undefined, options: LinkedCollectOptions): Promise<Item[]>;
}

/** The resource of a generated endpoint. */
type LinkedResourceOf<Paths, Described extends LinkedListEndpoint> = LinkedListResource<
  LinkedListPage<ListName<Described>, ListItem<Paths, Described>, BodyOf<Paths, Described>>,
  ListItem<Paths, Described>,
  EndpointQuery<Paths, Described>
>;

/** A page that was read. */
interface ReadPage extends LinkedPage<unknown> {
  readonly response: JsonResponse;
}

/** Returns the full URL of a next page. */
type ResolveUrl = (next: string) => string;

/**
 * Creates the function that resolves the URL of a next page against the URL of the endpoint.
 *
 * @param context - The shared context of the client's resources.
 * @param endpoint - The generated endpoint.
 * @param ids - The parameters of the path besides those of the context.
 * @returns The function.
 * @throws TypeError from the function for a URL of another origin, because only the API may receive the token.
 */
function createResolveUrl(
  context: ClientContext<unknown>,
  endpoint: LinkedListEndpoint,
  ids: Ids,
): ResolveUrl {
  const { transport, ids: sharedIds } = context;
  const base =
    transport.baseUrl.replace(/\/$/, "") +
    fillPath(endpoint.path, { ...sharedIds, ...ids }, transport.redact);
  return (next) => {
    const { origin } = new URL(base);
    const url = URL.canParse(next, base) ? new URL(next, base) : undefined;
    if (url?.origin !== origin || url.username || url.password)
      throw new TypeError(`the URL of the next page is not of the origin ${origin}`);
    return url.href;
  };
}

/** Reads the page of a cursor or URL. */
async function readPage(
  read: Read,
  endpoint: LinkedListEndpoint,
  resolveUrl: ResolveUrl,
  query: WireQuery,
  next: string | undefined,
  options: CallOptions,
): Promise<ReadPage> {
  const { type, cursor = "", next: path = [] } = endpoint.pagination;
  const isCursor = type === "cursor";
  const response = await (next === undefined || isCursor
    ? read({ ...query, ...(next !== undefined && { [cursor]: next }) }, options)
    : read({}, options, { url: resolveUrl(next) }));
  const { body, toError } = response;
  const items = getItems(endpoint, response);
  const stated = type === "link" ? parseNextLink(response.headers.get("link")) : getValueAt(body, path);
  // Servers end a list with null, an empty string, false, 0 or no value.
  if (!stated) return { response, items, next: undefined };
  if (typeof stated !== "string" && typeof stated !== "number")
    throw toError(`the body has no text at ${path.join(".")}`);
  if (isCursor) return { response, items, next: String(stated) };
  try {
    return { response, items, next: resolveUrl(String(stated)) };
  } catch (error) {
    throw toError((error as Error).message);
  }
}

/** The options of a listing. `from` has its own check. */
const RULES: Rules = { ...CALL_RULES, from: {} };

/**
 * Creates the resource of an endpoint that returns a list whose pages refer to the next one. The reference is a cursor
 * or a URL in the body, or a `Link` header.
 *
 * @param context - The shared context of the client's resources.
 * @param endpoint - The generated endpoint.
 * @param ids - The parameters of the path besides those of the context. Default: none.
 * @returns The resource. No request is sent before one of its methods is called.
 * @throws TypeError for an invalid id.
 */
export function createLinkedListResource<Paths, const Described extends LinkedListEndpoint>(
  context: ClientContext<Paths>,
  endpoint: Described,
  ids: Ids = {},
): LinkedResourceOf<Paths, Described> {
  const read = createRead(context, endpoint, ids);
  const resolveUrl = createResolveUrl(context, endpoint, ids);
  const { type, itemKey }: LinkedListEndpoint["pagination"] = endpoint.pagination;
  const readNext = (query: WireQuery, next: string | undefined, options: CallOptions): Promise<ReadPage> =>
    readPage(read, endpoint, resolveUrl, query, next, options);
  const toStep = ({ response, next }: ReadPage, items: readonly unknown[]): ListStep => ({
    page: response,
    items,
    next: next ?? null,
  });
  const methods = createListMethods(context, endpoint, {
    rules: RULES,
    prepare(query, { from }) {
      if (from === undefined) return query;
      if (typeof from !== "string" || !from) throw new TypeError("from must be the next of a page.");
      if (type !== "cursor") resolveUrl(from);
      return query;
    },
    async read(query, { from, ...options }) {
      const page = await readNext(query, from, options);
      return toStep(page, page.items);
    },
    async *walk(query, { from, ...options }) {
      const source: LinkedSource<unknown, ReadPage> = {
        readPage: (next) => readNext(query, next, options),
        getKey: (item) => (itemKey === undefined ? undefined : getKeyAt(item, itemKey)),
        toError: (message, { response }) => response.toError(message),
      };
      for await (const { page, items } of followPages(source, from)) yield toStep(page, items);
    },
  });
  return methods as unknown as LinkedResourceOf<Paths, Described>;
}
