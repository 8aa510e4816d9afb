import type { Session } from "../../generated/index.js";
import { ApiError } from "../errors.js";

/** The used part of a client. It must not retry, because each call must be one request. */
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

/** The observation of one request. It contains only the compared fields of sessions. */
export interface Observation {
  /** The HTTP status. */
  status: number;
  /** The id of each session, in the order of the page. Undefined if the API returned an error. */
  ids: string[] | undefined;
  /** The creation time of each session. */
  createdAt: string[];
  /** The position of the page, as stated in the response. */
  paging: Position | undefined;
  headers: Headers | undefined;
  latencyMs: number;
  /** The difference between the API's clock and the local clock in milliseconds, accurate to one second. */
  clockDifferenceMs: number | undefined;
}

/** The position of a page in the list: offsets from 1, the last one inclusive. */
export interface Position {
  total: number;
  start: number;
  end: number;
}

/**
 * Requests one page, and returns the observation.
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
  // The header has no fraction of a second, so that it is half a second early on average.
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
