import {
  listSessionsEndpoint,
  type ListSessionsQuery,
  type Paging,
  type Session,
} from "../generated/index.js";
import {
  type CallOptions,
  checkedOptions,
  checkRetry,
  type SessionsClientOptions,
  type SessionsQuery,
  wireQuery,
} from "./arguments.js";
import { ApiError } from "./errors.js";
import { checkInteger } from "./options.js";
import { pageReader, type ReadPage } from "./page-reader.js";
import { type ListSource, type Numbering, walkPages } from "./paginate.js";
import { readAhead } from "./read-ahead.js";

/** How many sessions a request asks for where the query has no `per_page`. No source tells the API's own default. */
export const DEFAULT_PER_PAGE = 100;

/** How a listing is made. */
export interface ListingOptions extends CallOptions {
  /**
   * How many pages are asked for at a time, from 1 up. Default: 1. Above it pages are read ahead, and still yielded in
   * order; but while sessions come and go, answers that overtake each other can hide one at the border of two pages.
   * Where the total in `paging` changes, the border is then read again; where it does not, nothing shows it.
   */
  concurrency?: number | undefined;
}

/** How {@link SessionsClient.collect} is made. */
export interface CollectOptions extends ListingOptions {
  /** The most sessions to return, from 1 up. */
  limit: number;
}

/** One page of sessions. */
export interface SessionsPage {
  /** The sessions of the page. A listing leaves out those that it has yielded before. */
  sessions: Session[];
  /** Where the page stands in the whole list, if the API tells. */
  paging: Paging | undefined;
  /** The `page_no` of the request; undefined where it had none, which is the first page. */
  pageNo: number | undefined;
  /**
   * The `page_no` to go on with, now or in a later listing; undefined after the last page, and from `list`. After the
   * first page it is 1: where the API counts from 1, a later listing then begins with that page once more.
   */
  nextPageNo: number | undefined;
  /** The HTTP answer (status, headers), its body already read. */
  response: Response;
}

/** Lists the sessions of one app. */
export interface SessionsClient {
  /**
   * Asks for one page: exactly one request.
   *
   * @param query - What to list. Without a `per_page`, {@link DEFAULT_PER_PAGE} sessions are asked for.
   * @throws `TypeError` or `RangeError` for a query that makes no sense, before anything is sent.
   * @throws {@link ApiError} where the API answers with a failure, {@link ConnectionError} where it cannot be
   * reached, {@link InvalidResponseError} where its answer is not what it promises.
   */
  list: (query?: SessionsQuery, options?: CallOptions) => Promise<SessionsPage>;
  /**
   * Yields the pages of the whole list, each asked for when the one before it is dealt with. The first page is
   * yielded even if it is empty. No session is yielded twice, also where sessions are added meanwhile. While sessions
   * leave the list, one can be lost where the total in `paging` does not show it: `sort_by: "createdAt"` with
   * `sort_order: "ASC"` and no `status` is the order that none leaves.
   *
   * @param query - What to list. A `page_no` is the page to begin with, to resume a listing, in that same order.
   * @throws As {@link SessionsClient.list}. An error's `pageNo` is what to resume from.
   */
  pages: (query?: SessionsQuery, options?: ListingOptions) => AsyncGenerator<SessionsPage, void, undefined>;
  /**
   * Yields every session of the list, as {@link SessionsClient.pages} does. `break` ends the requests.
   *
   * @throws As {@link SessionsClient.pages}.
   */
  iterate: (query?: SessionsQuery, options?: ListingOptions) => AsyncGenerator<Session, void, undefined>;
  /**
   * Gathers the sessions of the list into an array, `limit` of them at the most.
   *
   * @throws As {@link SessionsClient.pages}.
   */
  collect: (query: SessionsQuery | undefined, options: CollectOptions) => Promise<Session[]>;
}

/** The statuses by which a server may say that there is no page of that number. */
const NO_SUCH_PAGE: readonly unknown[] = [400, 404, 416, 422];

/**
 * Makes a client that lists the sessions of one RealtimeKit app.
 *
 * @throws `TypeError` for an id or a token that cannot be right. No message ever holds the token.
 */
export function createSessionsClient(options: SessionsClientOptions): SessionsClient {
  const reader = pageReader(checkedOptions(options));
  const numbering: Numbering = { first: undefined };
  const { page: pageParameter, limit: limitParameter } = listSessionsEndpoint.pagination;

  /** Checks a query, and adds what every request carries. */
  function checked(query: SessionsQuery | undefined, wanted = DEFAULT_PER_PAGE): ListSessionsQuery {
    return { [limitParameter]: Math.min(wanted, DEFAULT_PER_PAGE), ...wireQuery(query) };
  }

  /** The pages of a list. Bad arguments throw here, at the call, and not at the first step. */
  function walk(
    query: SessionsQuery | undefined,
    { concurrency = 1, ...options }: ListingOptions = {},
    wanted?: number,
  ): AsyncGenerator<SessionsPage, void, undefined> {
    checkRetry(options);
    return steps(checked(query, wanted), checkInteger("concurrency", concurrency, 1), options, wanted);
  }

  async function* steps(
    { [pageParameter]: from, ...filters }: ListSessionsQuery,
    concurrency: number,
    options: CallOptions,
    wanted: number | undefined,
  ): AsyncGenerator<SessionsPage, void, undefined> {
    // Ends what is read ahead when the consumer leaves.
    const left = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, left.signal]) : left.signal;
    const read = (pageNo: number | undefined): Promise<ReadPage> =>
      reader.read(pageNo === undefined ? filters : { ...filters, [pageParameter]: pageNo }, {
        ...options,
        signal,
      });
    const source: ListSource<Session, ReadPage> = {
      read: concurrency === 1 ? read : readAhead(read, concurrency, signal),
      // Answers are looser than their description: a row may lack its id, or be no object at all.
      keyOf: (session: Session | null) => session?.id ?? JSON.stringify(session),
      meansNoSuchPage: (error) => error instanceof ApiError && NO_SUCH_PAGE.includes(error.status),
      contradiction: (what, page) => reader.invalid(`the page ${what}`, page),
      numbering,
      wanted,
    };
    try {
      for await (const { page, pageNo, fresh, next } of walkPages(source, from))
        yield { sessions: fresh, paging: page.paging, pageNo, nextPageNo: next, response: page.response };
    } finally {
      left.abort();
    }
  }

  async function* flat(pages: AsyncGenerator<SessionsPage>): AsyncGenerator<Session, void, undefined> {
    for await (const { sessions } of pages) yield* sessions;
  }

  return {
    async list(query, options = {}) {
      checkRetry(options);
      const wire = checked(query);
      const { items, paging, response } = await reader.read(wire, options);
      return { sessions: [...items], paging, pageNo: wire[pageParameter], nextPageNo: undefined, response };
    },
    pages: (query, options) => walk(query, options),
    iterate: (query, options) => flat(walk(query, options)),
    async collect(query, { limit, ...options }) {
      const most = checkInteger("limit", limit, 1);
      const found: Session[] = [];
      for await (const { sessions } of walk(query, options, most)) {
        for (const session of sessions) if (found.push(session) === most) return found;
      }
      return found;
    },
  };
}
