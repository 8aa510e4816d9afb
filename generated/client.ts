// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

import createClient, { type Client, type ClientOptions, type FetchOptions } from "openapi-fetch";
import { listSessionsPath } from "./operations.js";
import { call } from "./runtime/call.js";
import { createPathSerializer } from "./runtime/path.js";
import { readJson } from "./runtime/responses.js";
import type { paths } from "./schema.js";
export { ResponseBodyError } from "./runtime/responses.js";

/** The default base URL of a client: the first server of the document. */
export const baseUrl: string = "https://api.cloudflare.com/client/v4";

/** Sends the requests. */
export type ApiClient = Client<paths>;

/** Options of a request: those of openapi-fetch, such as `signal`, `headers` and `parseAs`. */
export type CallOptions = Omit<FetchOptions<unknown>, "params" | "body">;

/** An error that the document does not describe: parsed JSON or a text, by default the status. */
export type UndocumentedError = object | `HTTP ${string}`;

/** The data of a success, as the option `parseAs` has it read. */
type ParsedAs<Data, Options> = Options extends { parseAs?: infer As }
  ? As extends "text"
    ? string | Extract<Data, undefined>
    : As extends "blob"
      ? Blob | Extract<Data, undefined>
      : As extends "arrayBuffer"
        ? ArrayBuffer | Extract<Data, undefined>
        : As extends "stream"
          ? Response["body"] | Extract<Data, undefined>
          : Data
  : Data;

/**
 * The result of an operation: `data` of a success, otherwise `error`, and the `response`. A success whose
 * body the document does not describe has no `data`; its body is left unread in the `response`. An error
 * without a body has its status as text.
 */
export type ApiResult<Data, Failure, Options = {}> =
  | { data: ParsedAs<Data, Options>; error?: never; response: Response }
  | { data?: never; error: Failure; response: Response };

/**
 * Creates a client of the API.
 *
 * @param options - Options of openapi-fetch, such as `baseUrl`, `headers` and `fetch`.
 */
export function createApiClient(options?: ClientOptions): ApiClient {
  return createClient<paths>({ baseUrl, ...options });
}

type ListSessions = paths["/accounts/{account_id}/realtime/kit/{app_id}/sessions"]["get"];

/** The query of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
export type ListSessionsQuery = NonNullable<ListSessions["parameters"]["query"]>;

/** The parameters of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
export interface ListSessionsParams {
  path: ListSessions["parameters"]["path"];
  query?: ListSessions["parameters"]["query"];
}

type ListSessions_Data = ListSessions["responses"][200]["content"]["application/json"];
type ListSessions_Error =
  | ListSessions["responses"][429]["content"]["application/json"]
  | ListSessions["responses"]["default"]["content"]["application/json"];

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
 * @param client - Sends the request.
 * @param params - The parameters by location.
 * @param options - Options of the request, such as `signal` and `headers`.
 */
export function listSessions<Options extends CallOptions = {}>(
  client: ApiClient,
  params: ListSessionsParams,
  options?: Options,
): Promise<ApiResult<ListSessions_Data, ListSessions_Error, Options>> {
  return call(
    client.GET,
    listSessionsPath,
    { ...options, params },
    { pathSerializer: createPathSerializer(), accept: { "application/json": readJson } },
  );
}
