// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

import createClient, { type Client, type ClientOptions, type FetchOptions } from "openapi-fetch";
import { listSessionsPath } from "./operations.js";
import type { paths } from "./schema.js";
/** Where the API is, unless a client is told otherwise: the first server of the document. */
export const baseUrl: string = "https://api.cloudflare.com/client/v4";
/** What sends the requests. */
export type ApiClient = Client<paths>;
/** How a request is made: openapi-fetch's options, such as `signal`, `headers` and `parseAs`. */
export type CallOptions = Omit<FetchOptions<unknown>, "params" | "body">;
/** What an answer holds; undefined where it has no body. */
type ContentOf<Answer> = Answer extends { content: infer Media } ? Media[keyof Media] : undefined;
/** What the answers hold that are a success, or those that are none. */
type BodyOf<Answers, Success extends boolean> = { [Status in keyof Answers]: (`${Status & (string | number)}` extends `2${string}` ? true : false) extends Success ? ContentOf<Answers[Status]> : never }[keyof Answers];
/** A body as `parseAs` has it read. */
type ParsedAs<Body, Options> = Options extends { parseAs: infer As } ? As extends "text" ? string : As extends "blob" ? Blob : As extends "arrayBuffer" ? ArrayBuffer : As extends "stream" ? Response["body"] : Body : Body;
/** What an operation ends in: `data` where the answer is a success, `error` where it is not, and the `response`. */
export type ApiResult<Operation extends { responses: unknown }, Options> = { data: ParsedAs<BodyOf<Operation["responses"], true>, Options>; error?: never; response: Response }
    | { data?: never; error: BodyOf<Operation["responses"], false>; response: Response };

/**
 * Makes a client of the API.
 *
 * @param options - openapi-fetch's options, such as `baseUrl`, `headers` and `fetch`.
 */
export function createApiClient(options?: ClientOptions): ApiClient {
  return createClient<paths>({ baseUrl, ...options });
}

/** Calls openapi-fetch without its types: each function below states its own, which is much faster to check. */
function call(method: unknown, path: string, init: object): Promise<never> {
  return (method as (path: string, init: object) => Promise<never>)(path, init);
}

type ListSessions = paths["/accounts/{account_id}/realtime/kit/{app_id}/sessions"]["get"];
/** The query of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
export type ListSessionsQuery = NonNullable<ListSessions["parameters"]["query"]>;

/** The parameters of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
export interface ListSessionsParams {
  path: ListSessions["parameters"]["path"];
  query?: ListSessions["parameters"]["query"];
}

/**
 * List the sessions of an app
 *
 * Answers one page of the sessions of an app, the live ones and those that have ended. A request without
 * `page_no` answers the first page. Neither the order without `sort_by` nor the number of the first page is
 * published.
 *
 * `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`
 *
 * Parameters in the path:
 * - `account_id` (string, required): The account's identifier.
 * - `app_id` (string, required): The RealtimeKit app's identifier.
 *
 * Parameters in the query:
 * - `associated_id` (string): Only the sessions of this meeting. A UUID, or for a V1 meeting its room name, such as `abcdef-ghijkl`.
 * - `end_time` (date-time): The end of the time range, in ISO 8601. Which of a session's timestamps it is compared with is not published.
 * - `page_no` (number): The number of the page to answer. Left out, the first page is answered.
 * - `participants` (string): Only the sessions with this many participants. The syntax is not published; callers send ranges such as `1:10`.
 * - `per_page` (number): How many sessions a page holds at the most. A server may answer fewer.
 * - `search` (string): Only the sessions whose meeting title, meeting id or session id matches this text.
 * - `sort_by` (one of `"minutesConsumed"`, `"createdAt"`): What the sessions are sorted by.
 * - `sort_order` (one of `"ASC"`, `"DESC"`): The direction of the order.
 * - `start_time` (date-time): The start of the time range, in ISO 8601. Which of a session's timestamps it is compared with is not published.
 * - `status` (one of `"LIVE"`, `"ENDED"`): Only the sessions in this state.
 *
 * @param client - What sends the request.
 * @param params - The parameters, by where they go.
 * @param options - How the request is made.
 */
export function listSessions<Options extends CallOptions = CallOptions>(client: ApiClient, params: ListSessionsParams, options?: Options): Promise<ApiResult<ListSessions, Options>> {
  return call(client.GET, listSessionsPath, { ...options, params });
}
