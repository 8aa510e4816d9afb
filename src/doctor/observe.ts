import type { Session } from "../../generated/index.js";
import { ApiError } from "../errors.js";

/** As much of a client as the checks use. It must not retry: each call is one request. */
export interface ObservedClient {
  list(
    query: { page_no?: number; per_page: number },
    options?: { signal?: AbortSignal },
  ): Promise<{
    sessions: Session[];
    body: unknown;
    response: Response;
  }>;
}

/** What one request showed. Of the sessions only what the checks compare is kept. */
export interface Observation {
  /** The HTTP status. */
  status: number;
  /** The id of each session, in the order of the page; undefined if the API returned an error. */
  ids: string[] | undefined;
  /** The creation time of each session. */
  createdAt: string[];
  /** The position that the response states. */
  paging: Position | undefined;
  headers: Headers | undefined;
  latencyMs: number;
  /** The difference between the clock of the API and the local one in milliseconds, to a second. */
  clockDifferenceMs: number | undefined;
}

/** The position of a page in the list: offsets from 1, the last one inclusive. */
export interface Position {
  total: number;
  start: number;
  end: number;
}

/**
 * Requests one page and returns what it shows.
 *
 * @param pageNo - The page number; undefined for a request without one.
 * @param perPage - The page size.
 * @throws `ConnectionError` if there is no response.
 */
export async function observePage(
  client: ObservedClient,
  pageNo: number | undefined,
  perPage: number,
  signal?: AbortSignal,
): Promise<Observation> {
  const start = performance.now();
  try {
    const query = { per_page: perPage, ...(pageNo !== undefined && { page_no: pageNo }) };
    const { sessions, body, response } = await client.list(query, signal && { signal });
    return {
      ids: sessions.map((session) => session.id),
      createdAt: sessions.map((session) => session.created_at),
      paging: positionIn(body),
      ...observeResponse(response, start),
    };
  } catch (error) {
    if (!(error instanceof ApiError) || !error.response) throw error;
    return { ids: undefined, createdAt: [], paging: undefined, ...observeResponse(error.response, start) };
  }
}

function observeResponse(
  { status, headers }: Response,
  start: number,
): Pick<Observation, "status" | "headers" | "latencyMs" | "clockDifferenceMs"> {
  // The header has no fraction of a second: on average it is half a second early.
  const date = Date.parse(headers.get("date") ?? "") + 500;
  return {
    status,
    headers,
    latencyMs: Math.round(performance.now() - start),
    clockDifferenceMs: Number.isNaN(date) ? undefined : Math.round((date - Date.now()) / 1000) * 1000,
  };
}

function positionIn(body: unknown): Position | undefined {
  const { paging } = body as {
    paging?: { total_count?: unknown; start_offset?: unknown; end_offset?: unknown } | null;
  };
  const [total, start, end] = [paging?.total_count, paging?.start_offset, paging?.end_offset];
  if (typeof total !== "number" || typeof start !== "number" || typeof end !== "number") return undefined;
  return { total, start, end };
}
