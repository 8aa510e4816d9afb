// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

import createClient, { type Client, type ClientOptions, type FetchOptions } from "openapi-fetch";
import { call } from "./runtime/call.js";
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

/** The body of an operation's responses of a status in a media type. */
type ResponseBody<
  Operation extends { responses: Record<Status, { content: Record<MediaType, unknown> }> },
  Status extends number | string,
  MediaType extends string,
> = Operation["responses"][Status]["content"][MediaType];

/**
 * Creates a client of the API.
 *
 * @param options - Options of openapi-fetch, such as `baseUrl`, `headers` and `fetch`.
 */
export function createApiClient(options?: ClientOptions): ApiClient {
  return createClient<paths>({ baseUrl, ...options });
}

type ListSessions_Operation = paths["/accounts/{account_id}/realtime/kit/{app_id}/sessions"]["get"];

/** The query of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
export type ListSessionsQuery = NonNullable<ListSessions_Operation["parameters"]["query"]>;

/** The parameters of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
export interface ListSessionsParams {
  path: ListSessions_Operation["parameters"]["path"];
  query?: ListSessions_Operation["parameters"]["query"];
}

type ListSessions_Data = ResponseBody<ListSessions_Operation, 200, "application/json">;
type ListSessions_Error = ResponseBody<ListSessions_Operation, 429 | "default", "application/json">;

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
    "/accounts/{account_id}/realtime/kit/{app_id}/sessions",
    { ...options, params },
    { accept: { "application/json": readJson } },
  );
}

type GetSession_Operation =
  paths["/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}"]["get"];

/** The query of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}`. */
export type GetSessionQuery = NonNullable<GetSession_Operation["parameters"]["query"]>;

/** The parameters of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}`. */
export interface GetSessionParams {
  path: GetSession_Operation["parameters"]["path"];
  query?: GetSession_Operation["parameters"]["query"];
}

type GetSession_Data = ResponseBody<GetSession_Operation, 200, "application/json">;
type GetSession_Error = ResponseBody<GetSession_Operation, 429 | "default", "application/json">;

/**
 * Get a session
 *
 * Returns one session.
 *
 * `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}`
 *
 * Parameters in the path:
 * - `account_id` (string, required): The account's identifier.
 * - `app_id` (string, required): The RealtimeKit app's identifier.
 * - `session_id` (string, required): The session's identifier.
 *
 * Parameters in the query:
 * - `include_breakout_rooms` (boolean): Whether the response includes the sessions of the breakout rooms.
 *
 * @param client - Sends the request.
 * @param params - The parameters by location.
 * @param options - Options of the request, such as `signal` and `headers`.
 */
export function getSession<Options extends CallOptions = {}>(
  client: ApiClient,
  params: GetSessionParams,
  options?: Options,
): Promise<ApiResult<GetSession_Data, GetSession_Error, Options>> {
  return call(
    client.GET,
    "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}",
    { ...options, params },
    { accept: { "application/json": readJson } },
  );
}

type GetSessionChat_Operation =
  paths["/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat"]["get"];

/** The parameters of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat`. */
export interface GetSessionChatParams {
  path: GetSessionChat_Operation["parameters"]["path"];
}

type GetSessionChat_Data = ResponseBody<GetSessionChat_Operation, 200, "application/json">;
type GetSessionChat_Error = ResponseBody<GetSessionChat_Operation, 429 | "default", "application/json">;

/**
 * Get the chat of a session
 *
 * Returns a URL from which the chat of the session can be downloaded as CSV, without the API token.
 *
 * `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat`
 *
 * Parameters in the path:
 * - `account_id` (string, required): The account's identifier.
 * - `app_id` (string, required): The RealtimeKit app's identifier.
 * - `session_id` (string, required): The session's identifier.
 *
 * @param client - Sends the request.
 * @param params - The parameters by location.
 * @param options - Options of the request, such as `signal` and `headers`.
 */
export function getSessionChat<Options extends CallOptions = {}>(
  client: ApiClient,
  params: GetSessionChatParams,
  options?: Options,
): Promise<ApiResult<GetSessionChat_Data, GetSessionChat_Error, Options>> {
  return call(
    client.GET,
    "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat",
    { ...options, params },
    { accept: { "application/json": readJson } },
  );
}

type ListSessionParticipants_Operation =
  paths["/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants"]["get"];

/** The query of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants`. */
export type ListSessionParticipantsQuery = NonNullable<
  ListSessionParticipants_Operation["parameters"]["query"]
>;

/**
 * The parameters of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants`.
 */
export interface ListSessionParticipantsParams {
  path: ListSessionParticipants_Operation["parameters"]["path"];
  query?: ListSessionParticipants_Operation["parameters"]["query"];
}

type ListSessionParticipants_Data = ResponseBody<ListSessionParticipants_Operation, 200, "application/json">;
type ListSessionParticipants_Error = ResponseBody<
  ListSessionParticipants_Operation,
  429 | "default",
  "application/json"
>;

/**
 * List the participants of a session
 *
 * Returns one page of the participants of a session. A request without `page_no` returns the first page.
 *
 * `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants`
 *
 * Parameters in the path:
 * - `account_id` (string, required): The account's identifier.
 * - `app_id` (string, required): The RealtimeKit app's identifier.
 * - `session_id` (string, required): The session's identifier.
 *
 * Parameters in the query:
 * - `include_peer_events` (boolean): Whether the response includes the connection events of each participant.
 * - `page_no` (number): The number of the page to return. The default is the first page.
 * - `per_page` (number): The page size. The server may return smaller pages. Cloudflare publishes neither the
 *   default nor the maximum.
 * - `search` (string): Returns only the participants whose id, custom participant id or display name matches
 *   this text.
 * - `sort_by` (one of `"joinedAt"`, `"duration"`): The field to sort by.
 * - `sort_order` (one of `"ASC"`, `"DESC"`): The sort direction.
 * - `view` (one of `"raw"`, `"consolidated"`): How participants of breakout rooms are counted: `raw` returns
 *   one entry for each session, `consolidated` adds them up.
 *
 * @param client - Sends the request.
 * @param params - The parameters by location.
 * @param options - Options of the request, such as `signal` and `headers`.
 */
export function listSessionParticipants<Options extends CallOptions = {}>(
  client: ApiClient,
  params: ListSessionParticipantsParams,
  options?: Options,
): Promise<ApiResult<ListSessionParticipants_Data, ListSessionParticipants_Error, Options>> {
  return call(
    client.GET,
    "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants",
    { ...options, params },
    { accept: { "application/json": readJson } },
  );
}

type GetSessionParticipant_Operation =
  paths["/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}"]["get"];

/**
 * The query of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}`.
 */
export type GetSessionParticipantQuery = NonNullable<GetSessionParticipant_Operation["parameters"]["query"]>;

/**
 * The parameters of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}`.
 */
export interface GetSessionParticipantParams {
  path: GetSessionParticipant_Operation["parameters"]["path"];
  query?: GetSessionParticipant_Operation["parameters"]["query"];
}

type GetSessionParticipant_Data = ResponseBody<GetSessionParticipant_Operation, 200, "application/json">;
type GetSessionParticipant_Error = ResponseBody<
  GetSessionParticipant_Operation,
  429 | "default",
  "application/json"
>;

/**
 * Get a participant of a session
 *
 * Returns one participant of a session.
 *
 * `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}`
 *
 * Parameters in the path:
 * - `account_id` (string, required): The account's identifier.
 * - `app_id` (string, required): The RealtimeKit app's identifier.
 * - `session_id` (string, required): The session's identifier.
 * - `participant_id` (string, required): The participant's identifier.
 *
 * Parameters in the query:
 * - `include_peer_events` (boolean): Whether the response includes the connection events of each participant.
 *
 * @param client - Sends the request.
 * @param params - The parameters by location.
 * @param options - Options of the request, such as `signal` and `headers`.
 */
export function getSessionParticipant<Options extends CallOptions = {}>(
  client: ApiClient,
  params: GetSessionParticipantParams,
  options?: Options,
): Promise<ApiResult<GetSessionParticipant_Data, GetSessionParticipant_Error, Options>> {
  return call(
    client.GET,
    "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}",
    { ...options, params },
    { accept: { "application/json": readJson } },
  );
}

type GetSessionSummary_Operation =
  paths["/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary"]["get"];

/** The parameters of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`. */
export interface GetSessionSummaryParams {
  path: GetSessionSummary_Operation["parameters"]["path"];
}

type GetSessionSummary_Data = ResponseBody<GetSessionSummary_Operation, 200, "application/json">;
type GetSessionSummary_Error = ResponseBody<GetSessionSummary_Operation, 429 | "default", "application/json">;

/**
 * Get the summary of a session
 *
 * Returns a URL from which the summary of the session can be downloaded, without the API token. The summary
 * must have been generated before.
 *
 * `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`
 *
 * Parameters in the path:
 * - `account_id` (string, required): The account's identifier.
 * - `app_id` (string, required): The RealtimeKit app's identifier.
 * - `session_id` (string, required): The session's identifier.
 *
 * @param client - Sends the request.
 * @param params - The parameters by location.
 * @param options - Options of the request, such as `signal` and `headers`.
 */
export function getSessionSummary<Options extends CallOptions = {}>(
  client: ApiClient,
  params: GetSessionSummaryParams,
  options?: Options,
): Promise<ApiResult<GetSessionSummary_Data, GetSessionSummary_Error, Options>> {
  return call(
    client.GET,
    "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary",
    { ...options, params },
    { accept: { "application/json": readJson } },
  );
}

type GenerateSessionSummary_Operation =
  paths["/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary"]["post"];

/** The parameters of `POST /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`. */
export interface GenerateSessionSummaryParams {
  path: GenerateSessionSummary_Operation["parameters"]["path"];
}

type GenerateSessionSummary_Data = ResponseBody<GenerateSessionSummary_Operation, 200, "application/json">;
type GenerateSessionSummary_Error = ResponseBody<
  GenerateSessionSummary_Operation,
  429 | "default",
  "application/json"
>;

/**
 * Generate the summary of a session
 *
 * Starts the generation of a summary from the transcript of the session.
 *
 * `POST /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`
 *
 * Parameters in the path:
 * - `account_id` (string, required): The account's identifier.
 * - `app_id` (string, required): The RealtimeKit app's identifier.
 * - `session_id` (string, required): The session's identifier.
 *
 * @param client - Sends the request.
 * @param params - The parameters by location.
 * @param options - Options of the request, such as `signal` and `headers`.
 */
export function generateSessionSummary<Options extends CallOptions = {}>(
  client: ApiClient,
  params: GenerateSessionSummaryParams,
  options?: Options,
): Promise<ApiResult<GenerateSessionSummary_Data, GenerateSessionSummary_Error, Options>> {
  return call(
    client.POST,
    "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary",
    { ...options, params },
    { accept: { "application/json": readJson } },
  );
}

type GetSessionTranscript_Operation =
  paths["/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript"]["get"];

/** The query of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript`. */
export type GetSessionTranscriptQuery = NonNullable<GetSessionTranscript_Operation["parameters"]["query"]>;

/** The parameters of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript`. */
export interface GetSessionTranscriptParams {
  path: GetSessionTranscript_Operation["parameters"]["path"];
  query?: GetSessionTranscript_Operation["parameters"]["query"];
}

type GetSessionTranscript_Data = ResponseBody<GetSessionTranscript_Operation, 200, "application/json">;
type GetSessionTranscript_Error = ResponseBody<
  GetSessionTranscript_Operation,
  429 | "default",
  "application/json"
>;

/**
 * Get the transcript of a session
 *
 * Returns a URL from which the transcript of the session can be downloaded, without the API token.
 *
 * `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript`
 *
 * Parameters in the path:
 * - `account_id` (string, required): The account's identifier.
 * - `app_id` (string, required): The RealtimeKit app's identifier.
 * - `session_id` (string, required): The session's identifier.
 *
 * Parameters in the query:
 * - `format` (one of `"SRT"`, `"VTT"`, `"JSON"`, `"CSV"`): The file format of the transcript. Cloudflare does
 *   not publish the default.
 *
 * @param client - Sends the request.
 * @param params - The parameters by location.
 * @param options - Options of the request, such as `signal` and `headers`.
 */
export function getSessionTranscript<Options extends CallOptions = {}>(
  client: ApiClient,
  params: GetSessionTranscriptParams,
  options?: Options,
): Promise<ApiResult<GetSessionTranscript_Data, GetSessionTranscript_Error, Options>> {
  return call(
    client.GET,
    "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript",
    { ...options, params },
    { accept: { "application/json": readJson } },
  );
}
