import { checkCallOptions } from "./client-options.js";
import type { ListEndpoint } from "./endpoint.js";
import { ApiError } from "./errors.js";
import { abortReason, throwIfAborted } from "./http/abort.js";
import type { CallOptions } from "./http/retry.js";
import { checkInteger } from "./options.js";
import { PageParameter } from "./page-parameter.js";
import { type Numbering, type PageSource, walkPages } from "./pagination/walk.js";
import { serializeQuery, type WireQuery } from "./query.js";
import { type EndpointReader, type ReadPage, readPage } from "./reader.js";

/** The page size of a query without one. The API's own default is not published. */
export const DEFAULT_PER_PAGE = 100;

/** The statuses by which a server may say that a page does not exist. */
const PAGE_NOT_FOUND: readonly unknown[] = [400, 404, 416, 422];

/** One page of a listing. */
export interface Step {
  page: ReadPage;
  items: readonly unknown[];
  /** The value of the endpoint's page or offset parameter. */
  pageNo: number | undefined;
  /** The value from which to resume; undefined after the last page. */
  nextPageNo?: number | undefined;
}

interface Options extends CallOptions {
  concurrency?: number | undefined;
  limit?: number | undefined;
}

/** Reads one list, page by page. */
export class Listing {
  readonly #reader: EndpointReader<ListEndpoint>;
  readonly #pageName: string;
  readonly #numbering: Numbering = {};

  constructor(reader: EndpointReader<ListEndpoint>) {
    const { page, offset = "" } = reader.endpoint.pagination;
    this.#reader = reader;
    this.#pageName = page ?? offset;
  }

  /** Reads one page with one request. */
  async readOne(query: object | undefined, options: CallOptions): Promise<Step> {
    const wire = this.#check(query, options, []);
    const page = await readPage(this.#reader, wire, options);
    return { page, items: page.items, pageNo: wire[this.#pageName] as number | undefined };
  }

  /**
   * Yields what each page of the list contains. Invalid arguments throw at the call, not at the first step.
   *
   * @param contentsOf - Returns what to yield for a page.
   * @param required - The options that must be given.
   */
  walk<Yielded>(
    query: object | undefined,
    options: Options,
    contentsOf: (step: Step) => readonly Yielded[],
    required: readonly string[] = [],
  ): AsyncGenerator<Yielded, void, undefined> {
    const wire = this.#check(query, options, ["concurrency", ...required]);
    const controller = new AbortController();
    const steps = this.#steps(wire, options, controller.signal);
    const { signal } = options;
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
        for await (const step of steps) for (const each of contentsOf(step)) yield each;
      } catch (error) {
        if (!isLeft) throw error;
      } finally {
        // Also aborts what was read ahead.
        leave();
        signal?.removeEventListener("abort", abort);
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

  /** Walks the pages. Positions are translated between the walk and the endpoint's parameter. */
  async *#steps(
    query: WireQuery,
    options: Options,
    signal: AbortSignal,
  ): AsyncGenerator<Step, void, undefined> {
    const { [this.#pageName]: from, ...filters } = query;
    const { page: pageParameter, limit: sizeName = "" } = this.#reader.endpoint.pagination;
    const position = new PageParameter(pageParameter === undefined, from as number | undefined);
    const { concurrency = 1, limit, ...callOptions } = options;
    const source = this.#source(filters, { ...callOptions, signal }, position);
    const walked = walkPages(source, {
      from: position.firstPageNo,
      concurrency,
      limit,
      pageSize: query[sizeName] as number | undefined,
      signal,
      numbering: position.numbering ?? this.#numbering,
    });
    for await (const { page, items, pageNo, nextPageNo } of walked)
      yield {
        page,
        items,
        pageNo: position.valueOf(pageNo),
        nextPageNo: nextPageNo === undefined ? undefined : position.valueOf(nextPageNo),
      };
  }

  #source(filters: WireQuery, options: CallOptions, position: PageParameter): PageSource<unknown, ReadPage> {
    const { itemKey, limit: sizeName } = this.#reader.endpoint.pagination;
    return {
      readPage: async (pageNo, pageSize) => {
        const value = position.valueOf(pageNo);
        const query = {
          ...filters,
          ...(sizeName !== undefined && pageSize !== undefined && { [sizeName]: pageSize }),
          ...(value !== undefined && { [this.#pageName]: value }),
        };
        return position.toWalk(await readPage(this.#reader, query, options));
      },
      keyOf(item) {
        const key = (item as Readonly<Record<string, unknown>> | null)?.[itemKey];
        return typeof key === "number" || (typeof key === "string" && key) ? String(key) : undefined;
      },
      isPageNotFound: (error) => error instanceof ApiError && PAGE_NOT_FOUND.includes(error.status),
      contradiction: (message, { toError }) => toError(message),
    };
  }

  /** Checks the arguments of a call, and returns the query as it is sent. */
  #check(query: object = {}, options: Options, optionNames: readonly string[]): WireQuery {
    const { query: parameters, pagination } = this.#reader.endpoint;
    return this.#reader.check(() => {
      checkCallOptions(options, optionNames);
      const { concurrency = 1, limit } = options;
      checkInteger("concurrency", concurrency, 1);
      if (optionNames.includes("limit")) checkInteger("limit", limit, 1);
      const wire = serializeQuery(query, parameters);
      const { limit: sizeName } = pagination;
      if (sizeName === undefined) return wire;
      const { [sizeName]: size = Math.min(limit ?? DEFAULT_PER_PAGE, DEFAULT_PER_PAGE) } = wire;
      return { ...wire, [sizeName]: checkInteger(sizeName, size, 1) };
    });
  }
}
