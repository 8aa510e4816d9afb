import { listSessionsEndpoint, type Session } from "../../generated/index.js";
import { getKeyAt, getNumberAt } from "../endpoint.js";
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
  /** The requested page size. */
  perPage: number;
  /** The HTTP status. Undefined if there was no response. */
  status: number | undefined;
  /** The id of each session, in the order of the page; undefined for a session without one. No list after an error. */
  ids: readonly (string | undefined)[] | undefined;
  /** The creation time of each session in milliseconds since 1970. NaN if it is missing or invalid. */
  createdAt: readonly number[];
  /** The position of the page, as stated in the response. */
  paging: Position;
  headers: Headers | undefined;
  latencyMs: number;
  /** The difference between the API's clock and the local clock in milliseconds, accurate to one second. */
  clockDifferenceMs: number | undefined;
  /** The error of a request without a list of sessions. */
  error?: ApiError;
}

/** The position of a page in the list: offsets from 0, the end exclusive. The numbers can be invalid. */
export interface Position {
  total: number | undefined;
  start: number | undefined;
  end: number | undefined;
}

/**
 * Requests one page, and returns the observation, also of a request that fails.
 *
 * @param client - The client.
 * @param pageNo - The page number; undefined for a request without one.
 * @param perPage - The page size.
 * @param signal - Aborts the request. Default: none.
 * @returns The observation.
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
      perPage,
      ids: sessions.map((session) => getKeyAt(session, listSessionsEndpoint.pagination.itemKey)),
      createdAt: sessions.map(getCreationTime),
      paging: getPosition(body),
      ...observeResponse(response, start),
    };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const rest = observeResponse(error.response, start);
    return { perPage, error, ids: undefined, createdAt: [], paging: getPosition(undefined), ...rest };
  }
}

function observeResponse(
  response: Response | undefined,
  start: number,
): Pick<Observation, "status" | "headers" | "latencyMs" | "clockDifferenceMs"> {
  const { status, headers } = response ?? {};
  // The header has no fraction of a second, so that it is half a second early on average.
  const date = Date.parse(headers?.get("date") ?? "") + 500;
  return {
    status,
    headers,
    latencyMs: Math.round(performance.now() - start),
    clockDifferenceMs: Number.isNaN(date) ? undefined : Math.round((date - Date.now()) / 1000) * 1000,
  };
}

/** Returns the creation time of a session in milliseconds. NaN if it is missing or invalid. */
function getCreationTime(session: unknown): number {
  const time = (session as Partial<Session> | null)?.created_at;
  return typeof time === "string" ? Date.parse(time) : NaN;
}

function getPosition(body: unknown): Position {
  const { total, start, end, firstOffset } = listSessionsEndpoint.pagination;
  return {
    total: getNumberAt(body, total),
    start: getNumberAt(body, start, -firstOffset),
    end: getNumberAt(body, end, 1 - firstOffset),
  };
}
