import {
  type BodyOf,
  type EndpointQuery,
  type ListEndpoint,
  type ListItem,
  type ListName,
  numberAt,
} from "./endpoint.js";
import { ApiError } from "./errors.js";
import { abortReason, throwIfAborted } from "./http/abort.js";
import { checkArguments, COLLECT_RULES, LIST_RULES, type WalkOptions } from "./list-arguments.js";
import type { Rules } from "./values.js";
import { CALL_RULES } from "./client-options.js";
import type { ListResource, NextPage, Page } from "./list-resource.js";
import { type Numbering, walkPages } from "./pagination/walk.js";
import type { WireQuery } from "./query.js";
import {
  type ClientContext,
  createRead,
  type Ids,
  keyAt,
  type Read,
  type ReadPage,
  readPage,
} from "./reader.js";

/** The resource of a generated endpoint. */
export type ResourceOf<Paths, Described extends ListEndpoint> = ListResource<
  Page<ListName<Described>, ListItem<Paths, Described>, BodyOf<Paths, Described>>,
  ListItem<Paths, Described>,
  EndpointQuery<Paths, Described>
>;

/** The statuses that can mean that a page does not exist. */
const PAGE_NOT_FOUND: readonly unknown[] = [400, 404, 416, 422];

/** One page of a listing, with the values of the endpoint's page or offset parameter. */
interface Step {
  page: ReadPage;
  items: readonly unknown[];
  pageNo: number | undefined;
  /** The value from which to resume; null after the last page. */
  nextPageNo?: number | null | undefined;
}

/**
 * Creates the resource of an endpoint that returns a list. Its specific parts are in the generated endpoint.
 *
 * @param context - The shared context of the client's resources.
 * @param endpoint - The generated endpoint.
 * @param ids - The parameters of the path besides those of the context.
 */
export function createListResource<Paths, const Described extends ListEndpoint>(
  context: ClientContext<Paths>,
  endpoint: Described,
  ids: Ids = {},
): ResourceOf<Paths, Described> {
  type OnePage = Page<ListName<Described>, ListItem<Paths, Described>, BodyOf<Paths, Described>>;
  type Item = ListItem<Paths, Described>;
  const read = createRead(context, endpoint, ids);
  const numbering: Numbering = {};
  const { page, offset = "", results, total } = (endpoint as ListEndpoint).pagination;
  const check = (query: object | undefined, options: WalkOptions, rules: Rules): WireQuery =>
    checkArguments(endpoint, context.transport.redact, query, options, rules);

  /** Returns the page for callers. */
  const describe = ({ page: { body, response }, items, pageNo }: Step): OnePage =>
    ({
      [results.at(-1) ?? "items"]: items,
      total: numberAt(body, total),
      pageNo,
      body,
      response,
    }) as unknown as OnePage;

  /** Yields the contents of each page. Invalid arguments throw at the call, not at the first step. */
  function walk<Yielded>(
    query: object | undefined,
    options: WalkOptions,
    contentsOf: (step: Step) => readonly Yielded[],
    rules: Rules = LIST_RULES,
  ): AsyncGenerator<Yielded, void, undefined> {
    const wire = check(query, options, rules);
    return yieldContents(
      (signal) => walkList(read, endpoint, numbering, wire, { ...options, signal }),
      options.signal,
      contentsOf,
    );
  }
  const itemsOf = ({ items }: Step): readonly Item[] => items as Item[];

  return {
    async list(query, options = {}) {
      const wire = check(query, options, CALL_RULES);
      const found = await readPage(read, endpoint, wire, options);
      return describe({
        page: found,
        items: [...found.items],
        pageNo: wire[page ?? offset] as number | undefined,
      });
    },
    pages: (query, options = {}) =>
      walk(query, options, (step) => [
        Object.assign(describe(step), { nextPageNo: step.nextPageNo }) as OnePage & NextPage,
      ]),
    iterate: (query, options = {}) => walk(query, options, itemsOf),
    async collect(query, options) {
      const found: Item[] = [];
      for await (const item of walk(query, options, itemsOf, COLLECT_RULES))
        if (found.push(item) === options.limit) break;
      return found;
    },
  };
}

/** Walks a list by the endpoint's page parameter, or else by its offset parameter. */
async function* walkList(
  read: Read,
  endpoint: ListEndpoint,
  numbering: Numbering,
  query: WireQuery,
  { concurrency = 1, limit, ...options }: WalkOptions & { signal: AbortSignal },
): AsyncGenerator<Step, void, undefined> {
  const { page: pageName, offset = "", limit: sizeName = "", itemKey } = endpoint.pagination;
  const { [pageName ?? offset]: from, ...filters } = query as Readonly<Record<string, number | undefined>>;
  const isOffset = pageName === undefined;
  // Offsets advance by the length of the first page, since the server may cap the page size.
  let length = 0;
  const valueOf = (pageNo: number | undefined): number | undefined =>
    isOffset ? (pageNo ? (from ?? 0) + pageNo * length : from) : pageNo;
  const walked = walkPages<unknown, ReadPage>(
    {
      async readPage(pageNo, pageSize = filters[sizeName]) {
        const values = { ...filters, [sizeName]: pageSize, [pageName ?? offset]: valueOf(pageNo) };
        const page = await readPage(read, endpoint, values, options, isOffset ? from : 0);
        length ||= page.items.length;
        return page;
      },
      keyOf: (item) => keyAt(item, itemKey),
      // Past the end of a complete list, a server error loses no item.
      isPageNotFound: (error, isPastTotal = false) =>
        error instanceof ApiError &&
        (PAGE_NOT_FOUND.includes(error.status) || (isPastTotal && Number(error.status) >= 500)),
      contradiction: (message, { toError }) => toError(message),
    },
    {
      concurrency,
      limit,
      signal: options.signal,
      pageSize: filters[sizeName],
      numbering: isOffset ? { first: 0 } : numbering,
      from: isOffset ? undefined : from,
    },
  );
  for await (const { page, items, pageNo, nextPageNo } of walked)
    yield {
      page,
      items,
      pageNo: valueOf(pageNo),
      nextPageNo: nextPageNo === undefined ? null : valueOf(nextPageNo),
    };
}

/**
 * Yields the contents of each step of a walk. `return()` aborts pending requests, and so does the caller's signal.
 *
 * @param start - Starts the walk, whose requests the given signal aborts.
 * @param signal - The caller's signal.
 * @param contentsOf - Returns the values to yield for a step.
 */
export function yieldContents<Step, Yielded>(
  start: (signal: AbortSignal) => AsyncGenerator<Step, void, undefined>,
  signal: AbortSignal | undefined,
  contentsOf: (step: Step) => readonly Yielded[],
): AsyncGenerator<Yielded, void, undefined> {
  const controller = new AbortController();
  const steps = start(controller.signal);
  let isLeft = false;
  const leave = (): void => {
    isLeft = true;
    controller.abort();
  };

  async function* generate(): AsyncGenerator<Yielded, void, undefined> {
    throwIfAborted(signal);
    const abort = (): void => {
      controller.abort(signal && abortReason(signal));
    };
    signal?.addEventListener("abort", abort);
    try {
      for await (const step of steps)
        for (const each of contentsOf(step)) {
          throwIfAborted(signal);
          yield each;
        }
    } catch (error) {
      if (!isLeft) throw error;
    } finally {
      // Also aborts the pages that are read ahead.
      leave();
      signal?.removeEventListener("abort", abort);
    }
  }

  const generator = generate();
  const end = generator.return.bind(generator);
  // The walk's own return() would wait for the pending page.
  generator.return = (value) => {
    leave();
    return end(value);
  };
  return generator;
}
