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
type BodyOf<Answers, Success extends boolean> = {
  [Status in keyof Answers]: (
    `${Status & (string | number)}` extends `2${string}` ? true : false
  ) extends Success
    ? ContentOf<Answers[Status]>
    : never;
}[keyof Answers];
/** A body as `parseAs` has it read. */
type ParsedAs<Body, Options> = Options extends { parseAs: infer As }
  ? As extends "text"
    ? string
    : As extends "blob"
      ? Blob
      : As extends "arrayBuffer"
        ? ArrayBuffer
        : As extends "stream"
          ? Response["body"]
          : Body
  : Body;
/**
 * What an operation ends in: `data` where the answer is a success, `error` where it is not, and the
 * `response`.
 */
export type ApiResult<Operation extends { responses: unknown }, Options> =
  | { data: ParsedAs<BodyOf<Operation["responses"], true>, Options>; error?: never; response: Response }
  | { data?: never; error: BodyOf<Operation["responses"], false>; response: Response };

/**
 * Makes a client of the API.
 *
 * @param options - openapi-fetch's options, such as `baseUrl`, `headers` and `fetch`.
 */
export function createApiClient(options?: ClientOptions): ApiClient {
  return createClient<paths>({ baseUrl, ...options });
}

/**
 * Calls openapi-fetch without its types: each function below states its own, which is much faster to check.
 */
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
 * Returns one page of the sessions of an app, both live and ended. A request without `page_no` returns the
 * first page. Cloudflare publishes neither the default order nor the number of the first page.
 *
 * One operator received an empty list, with status 200, for an app with live sessions. Confirm an empty list
 * before you act on it.
 *
 * `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`
 *
 * Parameters in the path:
 * - `account_id` (string, required): The account's identifier.
 * - `app_id` (string, required): The RealtimeKit app's identifier.
 *
 * Parameters in the query:
 * - `associated_id` (string): Returns only the sessions of this meeting. It is a UUID, or for a V1 meeting a
 *   room name such as `abcdef-ghijkl`.
 * - `end_time` (date-time): The end of the time range, in RFC 3339. Cloudflare does not publish which
 *   timestamp of a session it applies to.
 * - `page_no` (number): The number of the page to return. The default is the first page.
 * - `participants` (string): Returns only the sessions with this number of participants. The syntax is not
 *   published. Callers send ranges such as `1:10`.
 * - `per_page` (number): The page size. The server may return smaller pages. Cloudflare publishes neither the
 *   default nor the maximum.
 * - `search` (string): Returns only the sessions whose meeting title, meeting id or session id matches this
 *   text.
 * - `sort_by` (one of `"minutesConsumed"`, `"createdAt"`): The field to sort by.
 * - `sort_order` (one of `"ASC"`, `"DESC"`): The sort direction.
 * - `start_time` (date-time): The start of the time range, in RFC 3339. Cloudflare does not publish which
 *   timestamp of a session it applies to.
 * - `status` (one of `"LIVE"`, `"ENDED"`): Returns only the sessions with this status.
 *
 * @param client - What sends the request.
 * @param params - The parameters, by where they go.
 * @param options - How the request is made.
 */
export function listSessions<Options extends CallOptions = CallOptions>(
  client: ApiClient,
  params: ListSessionsParams,
  options?: Options,
): Promise<ApiResult<ListSessions, Options>> {
  return call(client.GET, listSessionsPath, { ...options, params });
}
