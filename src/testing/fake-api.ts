import { listSessionsEndpoint, type Paging, type Session, type SessionList } from "../../generated/index.js";
import { parseParameter, type Parameter } from "../query.js";

/** How a fake API behaves. Where no source tells what the real API does, this is how to have it either way. */
export interface FakeApiOptions {
  /** The sessions of the app, or a function that is asked at each request: a list that changes meanwhile. */
  sessions: readonly Session[] | (() => readonly Session[]);
  /** Default: {@link fakeApiDefaults}. Another account in the path is answered by 403. */
  accountId?: string;
  /** Default: {@link fakeApiDefaults}. Another app in the path is answered by 404. */
  appId?: string;
  /** Default: {@link fakeApiDefaults}. Another token, or none, is answered by 401. */
  apiToken?: string;
  /** The number of the first page: unpublished. Default 1. */
  firstPage?: 0 | 1;
  /** The most sessions that a page holds; a greater `per_page` is cut to it in silence. Default: no such cap. */
  maxPerPage?: number;
  /** How many sessions a page holds without `per_page`: unpublished. Default 20. */
  defaultPerPage?: number;
  /** Whether answers carry `paging`, as the API's do since May 2026. Default true. */
  paging?: boolean;
  /** What `page_no=0` is answered by where pages start at 1: the first page, or 400. Default `"clamp"`. */
  belowFirstPage?: "clamp" | "error";
  /** What a page past the last one is answered by: an empty page, or 404. Default `"empty"`. */
  pastTheEnd?: "empty" | "error";
}

/** The endpoint as a function: give it to a client as its `fetch`, or wrap it to count, delay or break answers. */
export type FakeApi = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** The ids and the token that a fake API knows unless it is given others: the arguments of a client for it. */
export const fakeApiDefaults = {
  accountId: "023e105f4ecef8ad9ca31a8372d0c353",
  appId: "2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10",
  apiToken: "fake-api-token",
} as const;

/**
 * Makes a fake of the endpoint, under any base URL: all its filters, sorting, paging, and its ways to refuse.
 *
 * The published description leaves gaps. This fake fills them so: the list is sorted by `created_at`, newest first,
 * unless the query says otherwise, and equals keep the order they were given in; `start_time` and `end_time` are
 * compared with `started_at`, both inclusive; `participants` is a number or an inclusive range such as `1:10` of
 * `max_concurrent_participants`; `search` ignores case; parameters that it does not know are ignored; a value that
 * is not of its type, format or enum is answered by 400. There is no rate limit.
 */
export function createFakeApi(options: FakeApiOptions): FakeApi {
  const { accountId, appId, apiToken } = { ...fakeApiDefaults, ...options };
  let requests = 0;

  function answer(request: Request): Answer {
    const url = new URL(request.url);
    const path = PATH.exec(url.pathname);
    if (!path) return cloudflareFailure(404, 7003, `Could not route to ${url.pathname}`);
    if (request.method !== listSessionsEndpoint.method)
      return cloudflareFailure(405, 10405, `Method ${request.method} is not allowed`);
    if (request.headers.get("authorization") !== `Bearer ${apiToken}`)
      return cloudflareFailure(401, 10000, "Authentication error");
    if (!names(path[1], accountId)) return cloudflareFailure(403, 10000, "Authentication error");
    if (!names(path[2], appId)) return ownFailure(404, "App not found");
    const problem = findProblem(url.searchParams);
    if (problem) return ownFailure(400, problem);
    const { sessions } = options;
    const found = select(typeof sessions === "function" ? sessions() : sessions, url.searchParams);
    return pageOf(found, url.searchParams, options);
  }

  return async (input, init) => {
    // The URL that a client passes has its method and headers too.
    const request = new Request(input, { ...(input instanceof URL && (input as RequestInit)), ...init });
    // Like a real fetch, it does not answer before its caller had a chance to abort.
    await Promise.resolve();
    request.signal.throwIfAborted();
    const { status, body } = answer(request);
    const headers = {
      "content-type": "application/json; charset=utf-8",
      "cf-ray": `${(++requests).toString(16).padStart(16, "0")}-FAKE`,
      ...(status === 405 && { allow: listSessionsEndpoint.method }),
    };
    return new Response(JSON.stringify(body), { status, headers });
  };
}

interface Answer {
  status: number;
  body: object;
}

/** The end of the URL's path; what goes before it is the base URL. */
const PATH = new RegExp(`${listSessionsEndpoint.path.replace(/\{\w+\}/g, "([^/]*)")}$`);
const PARTICIPANTS = /^(\d+)(?::(\d+))?$/;

/** Whether a segment of the path is this id, escaped as far as a URL must be or all through. */
function names(segment: string | undefined, id: string): boolean {
  return segment === encodeURI(id) || segment === encodeURIComponent(id);
}

/** A failure in the envelope that all of Cloudflare shares. */
function cloudflareFailure(status: number, code: number, message: string): Answer {
  return { status, body: { success: false, errors: [{ code, message }], messages: [], result: null } };
}

/** A failure in RealtimeKit's own envelope. */
function ownFailure(status: number, message: string): Answer {
  return { status, body: { success: false, error: { code: status, message } } };
}

/** What the document does not allow in a query; undefined if nothing. */
function findProblem(query: URLSearchParams): string | undefined {
  const parameters: Readonly<Record<string, Parameter>> = listSessionsEndpoint.query;
  for (const [name, parameter] of Object.entries(parameters)) {
    const text = query.get(name);
    if (text === null) continue;
    try {
      // The client completes a time that lacks its seconds. The document does not allow one.
      if (parseParameter(name, text, parameter) !== text && parameter.format === "date-time")
        return `${name} must be a time in RFC 3339 such as 2026-06-30T09:00:00Z`;
    } catch (error) {
      return (error as Error).message;
    }
    if (name === "participants" && !PARTICIPANTS.test(text))
      return `${name} must be a number or a range such as 1:10`;
  }
  return undefined;
}

/** The sessions that match a query, in the order that it asks for. */
function select(sessions: readonly Session[], query: URLSearchParams): Session[] {
  const text = query.get("search")?.toLowerCase();
  const [, fewest, most = fewest] = PARTICIPANTS.exec(query.get("participants") ?? "") ?? [];
  const tests: Record<string, (session: Session, value: string) => boolean> = {
    associated_id: (session, value) => session.associated_id === value,
    start_time: (session, value) => time(session.started_at) >= time(value),
    end_time: (session, value) => time(session.started_at) <= time(value),
    participants: ({ max_concurrent_participants: count }) =>
      count >= Number(fewest) && count <= Number(most),
    search: ({ meeting_display_name, associated_id, id }) =>
      [meeting_display_name, associated_id, id].some((field) => field.toLowerCase().includes(text ?? "")),
    status: (session, value) => session.status === value,
  };
  const applied = Object.entries(tests).flatMap(([name, passes]) => {
    const value = query.get(name);
    return value === null ? [] : [(session: Session) => passes(session, value)];
  });
  const key = (session: Session): number =>
    query.get("sort_by") === "minutesConsumed" ? (session.minutes_consumed ?? 0) : time(session.created_at);
  const direction = query.get("sort_order") === "ASC" ? 1 : -1;
  return sessions
    .filter((session) => applied.every((passes) => passes(session)))
    .sort((one, other) => direction * (key(one) - key(other)));
}

/** The page of a list that a query asks for. */
function pageOf(found: readonly Session[], query: URLSearchParams, options: FakeApiOptions): Answer {
  const { firstPage = 1, maxPerPage = Infinity, defaultPerPage = 20 } = options;
  const perPage = Math.min(Number(query.get("per_page") ?? defaultPerPage), maxPerPage);
  const page = Number(query.get("page_no") ?? firstPage) - firstPage;
  if (page < 0 && options.belowFirstPage === "error")
    return ownFailure(400, `page_no must be at least ${firstPage}`);
  const start = Math.max(0, page) * perPage;
  const sessions = found.slice(start, start + perPage);
  if (page > 0 && sessions.length === 0 && options.pastTheEnd === "error")
    return ownFailure(404, "There is no such page");
  const body: SessionList = { data: { sessions }, success: true };
  if (options.paging ?? true) body.paging = place(start, sessions.length, found.length);
  return { status: 200, body };
}

/** Where a page stands: counted from 1 and inclusive, and from 0 to 0 where the page holds nothing. */
function place(start: number, length: number, total: number): Paging {
  const [first, last] = length === 0 ? [0, 0] : [start + 1, start + length];
  return { total_count: total, start_offset: first, end_offset: last };
}

/** A time as a number. One that cannot be read counts as the oldest. */
function time(text: string): number {
  return Date.parse(text) || 0;
}
