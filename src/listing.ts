import { CALL_CHECKS, withRedaction } from "./client-options.js";
import type { ListEndpoint } from "./endpoint.js";
import { ApiError } from "./errors.js";
import { abortReason, throwIfAborted } from "./http/abort.js";
import type { Redact } from "./http/redact.js";
import type { CallOptions } from "./http/retry.js";
import { type Check, checkInteger, checkOptions } from "./options.js";
import { type Numbering, type PageSource, walkPages } from "./pagination/walk.js";
import { serializeQuery, type WireQuery } from "./query.js";
import { type Read, type ReadPage, readPage } from "./reader.js";

/** The page size of a query without one. The API's own default is not published. */
export const DEFAULT_PER_PAGE = 100;

/** The statuses by which a server may say that a page does not exist. */
const PAGE_NOT_FOUND: readonly unknown[] = [400, 404, 416, 422];

const checkCount: Check = (name, value) => {
  checkInteger(name, value, 1);
};

/** The options of a listing. */
export interface WalkOptions extends CallOptions {
  concurrency?: number | undefined;
  limit?: number | undefined;
}

/** One page of a listing. */
export interface Step {
  page: ReadPage;
  items: readonly unknown[];
  /** The value of the endpoint's page or offset parameter. */
  pageNo: number | undefined;
  /** The value from which to resume; undefined after the last page. */
  nextPageNo?: number | undefined;
}

/**
 * Checks the arguments of a call, and returns the query as it is sent.
 *
 * @param redact - Removes the token from messages.
 * @param names - The options that the call has besides those of any call. Of these, `limit` is required.
 */
export function checkArguments(
  { query: parameters, pagination }: ListEndpoint,
  redact: Redact,
  query: object | undefined,
  options: WalkOptions,
  names: readonly string[],
): WireQuery {
  return withRedaction(redact, () => {
    const checks = Object.fromEntries(names.map((name) => [name, checkCount]));
    checkOptions(options, { ...CALL_CHECKS, ...checks }, names.slice(1));
    const wire = serializeQuery(query, parameters);
    const { limit: name } = pagination;
    if (name === undefined) return wire;
    const most = Math.min(DEFAULT_PER_PAGE, parameters[name]?.maximum ?? Infinity, options.limit ?? Infinity);
    const { [name]: size = most } = wire;
    checkCount(name, size);
    return { ...wire, [name]: size };
  });
}

/**
 * Walks a list, and yields what each of its pages contains. Its `return()` aborts pending requests.
 *
 * @param contentsOf - Returns what to yield for a page.
 */
export function walkList<Yielded>(
  read: Read,
  endpoint: ListEndpoint,
  numbering: Numbering,
  query: WireQuery,
  { concurrency = 1, limit, signal: outer, ...options }: WalkOptions,
  contentsOf: (step: Step) => readonly Yielded[],
): AsyncGenerator<Yielded, void, undefined> {
  const { page: pageName, offset = "", limit: sizeName = "" } = endpoint.pagination;
  const { [pageName ?? offset]: from, ...filters } = query as Readonly<Record<string, number | undefined>>;
  const controller = new AbortController();
  const { signal } = controller;
  const source = createSource(read, endpoint, filters, from, { ...options, signal });
  let isLeft = false;
  const leave = (): void => {
    isLeft = true;
    controller.abort();
  };
  const abort = (): void => {
    controller.abort(outer && abortReason(outer));
  };

  async function* generate(): AsyncGenerator<Yielded, void, undefined> {
    throwIfAborted(outer);
    outer?.addEventListener("abort", abort);
    try {
      const walk = { concurrency, limit, signal, pageSize: filters[sizeName] };
      const steps = walkPages(
        source,
        pageName === undefined ? { ...walk, numbering: { first: 0 } } : { ...walk, numbering, from },
      );
      for await (const { pageNo, nextPageNo, ...step } of steps)
        for (const each of contentsOf({
          ...step,
          pageNo: source.valueOf(pageNo),
          nextPageNo: nextPageNo === undefined ? undefined : source.valueOf(nextPageNo),
        }))
          yield each;
    } catch (error) {
      if (!isLeft) throw error;
    } finally {
      // Also aborts what was read ahead.
      leave();
      outer?.removeEventListener("abort", abort);
    }
  }

  const generator = generate();
  const end = generator.return.bind(generator);
  // Its own return() would wait for the pending page.
  generator.return = (value) => {
    leave();
    return end(value);
  };
  return generator;
}

/** Reads the pages of a walk, whose numbers are page numbers, or else count the pages from an offset. */
interface Source extends PageSource<unknown, ReadPage> {
  /** Returns the value of the endpoint's parameter for the number of a page. */
  valueOf: (pageNo: number | undefined) => number | undefined;
}

function createSource(
  read: Read,
  endpoint: ListEndpoint,
  filters: WireQuery,
  from: number | undefined,
  options: CallOptions,
): Source {
  const { page: pageName, offset = "", limit: sizeName = "", itemKey } = endpoint.pagination;
  const isOffset = pageName === undefined;
  // The length of the first page, since the server may cap the page size.
  let length = 0;
  const valueOf: Source["valueOf"] = (pageNo) =>
    isOffset ? (pageNo ? (from ?? 0) + pageNo * length : from) : pageNo;
  return {
    valueOf,
    async readPage(pageNo, pageSize = filters[sizeName] as number | undefined) {
      const query = { ...filters, [sizeName]: pageSize, [pageName ?? offset]: valueOf(pageNo) };
      const page = await readPage(read, endpoint, query, options, isOffset ? from : 0);
      length ||= page.items.length;
      return page;
    },
    keyOf(item) {
      const key = (item as Readonly<Record<string, unknown>> | null)?.[itemKey];
      return typeof key === "number" || (typeof key === "string" && key) ? String(key) : undefined;
    },
    isPageNotFound: (error) => error instanceof ApiError && PAGE_NOT_FOUND.includes(error.status),
    contradiction: (message, { toError }) => toError(message),
  };
}
