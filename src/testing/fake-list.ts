import type { ListEndpoint } from "../endpoint.js";
import { COUNT, type Rules } from "../values.js";
import {
  createRealtimeKitFailure,
  type FakeRequest,
  type FakeResponse,
  type FakeRoute,
} from "./fake-server.js";

/** The pagination of a fake, where the behavior of the API is not published. */
export interface FakePagingOptions {
  /**
   * The number of the first page.
   *
   * @default 1
   */
  firstPage?: 0 | 1;
  /**
   * The maximum page size. A greater one in the query is reduced to it.
   *
   * @default no maximum
   */
  maxPerPage?: number;
  /**
   * The page size of a query without one.
   *
   * @default 20
   */
  defaultPerPage?: number;
  /**
   * Whether responses state the total and the offsets of the page.
   *
   * @default true
   */
  paging?: boolean;
  /**
   * The response to page 0 if the first page is 1: the first page, or the status 400.
   *
   * @default "clamp"
   */
  belowFirstPage?: "clamp" | "error";
  /**
   * The response to a page past the end: an empty page, the status 404, the last page again, or the first page again.
   *
   * @default "empty"
   */
  pastTheEnd?: "empty" | "error" | "last" | "first";
}

/** The rules of {@link FakePagingOptions}. */
export const PAGING_RULES: Rules = {
  firstPage: { enum: [0, 1] },
  maxPerPage: COUNT,
  defaultPerPage: COUNT,
  paging: { type: "boolean" },
  belowFirstPage: { enum: ["clamp", "error"] },
  pastTheEnd: { enum: ["empty", "error", "last", "first"] },
};

/**
 * Creates the route of a generated endpoint that returns a list.
 *
 * @param endpoint - The generated endpoint.
 * @param options - The paging of the fake API.
 * @param getRows - Returns the whole list for a request.
 * @returns The route.
 */
export function createFakeList(
  endpoint: ListEndpoint,
  options: FakePagingOptions,
  getRows: (request: FakeRequest) => readonly unknown[],
): FakeRoute & { endpoint: ListEndpoint } {
  const { pagination } = endpoint;
  return {
    endpoint,
    respond(request) {
      const rows = getRows(request);
      const start = getStart(endpoint, request.query, rows.length, options);
      if (typeof start !== "number") return start;
      const items = rows.slice(start, start + getPerPage(endpoint, request.query, options));
      const body = { success: true };
      setAt(body, pagination.results, items);
      if (options.paging ?? true) setPosition(body, endpoint, start, items.length, rows.length);
      return { status: 200, body };
    },
  };
}

function getPerPage(
  { pagination: { limit = "" } }: ListEndpoint,
  query: URLSearchParams,
  { defaultPerPage = 20, maxPerPage = Infinity }: FakePagingOptions,
): number {
  return Math.min(Number(query.get(limit) ?? defaultPerPage), maxPerPage);
}

/** Returns the index of the first row of a page, or the response for a page that does not exist. */
function getStart(
  endpoint: ListEndpoint,
  query: URLSearchParams,
  length: number,
  options: FakePagingOptions,
): number | FakeResponse {
  const { page: pageName, offset = "" } = endpoint.pagination;
  const perPage = getPerPage(endpoint, query, options);
  const { firstPage = 1, pastTheEnd = "empty" } = options;
  const pageNo = Number(query.get(pageName ?? "") ?? firstPage);
  if (pageName && pageNo < firstPage && options.belowFirstPage === "error")
    return createRealtimeKitFailure(400, `${pageName} must be at least ${firstPage}`);
  const start = pageName ? Math.max(0, pageNo - firstPage) * perPage : Number(query.get(offset) ?? 0);
  if (start === 0 || start < length || pastTheEnd === "empty") return start;
  if (pastTheEnd === "error") return createRealtimeKitFailure(404, "Page not found");
  return pastTheEnd === "first" ? 0 : Math.floor((length - 1) / perPage) * perPage;
}

/** Sets the total and the offsets of a page. Offsets are inclusive, and those of an empty page are 0. */
function setPosition(
  body: object,
  { pagination: { total, start: starts, end: ends, firstOffset = 0 } }: ListEndpoint,
  start: number,
  length: number,
  count: number,
): void {
  const [first, last] = length ? [start + firstOffset, start + firstOffset + length - 1] : [0, 0];
  for (const [paths, value] of [
    [total, count],
    [starts, first],
    [ends, last],
  ] as const)
    if (paths?.[0]) setAt(body, paths[0], value);
}

/** Sets the value at a path of a body. */
function setAt(body: object, path: readonly string[], value: unknown): void {
  let parent = body as Record<string, unknown>;
  for (const name of path.slice(0, -1)) parent = (parent[name] ??= {}) as Record<string, unknown>;
  parent[path.at(-1) ?? ""] = value;
}
