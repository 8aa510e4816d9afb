/**
 * Lists the sessions of a Cloudflare RealtimeKit app. {@link createSessionsClient} creates the client, which handles
 * pages, retries and rate limits.
 *
 * @packageDocumentation
 */
export type { SessionsClientOptions, Validate } from "./client-options.js";
export {
  ApiError,
  type ApiErrorDetail,
  ConnectionError,
  InvalidResponseError,
  TimeoutError,
} from "./errors.js";
export type { Fetch, FetchInit, FetchResponse, RequestUrl, ResponseStream } from "./http/fetch.js";
export type {
  CallOptions,
  Hooks,
  RateLimitEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  RetryOptions,
} from "./http/hooks.js";
export type { Downloadable, DownloadOptions } from "./item.js";
export {
  type CollectOptions,
  DEFAULT_PER_PAGE,
  type ListOptions,
  type ListResource,
  type NextPage,
  type PageInfo,
} from "./list-resource.js";
export {
  createSessionList,
  createSessionsClient,
  type ParticipantQuery,
  type ParticipantsPage,
  type ParticipantsQuery,
  type SessionQuery,
  type SessionsClient,
  type SessionsPage,
  type SessionsQuery,
  type TranscriptQuery,
} from "./sessions.js";
export type {
  Chat,
  Paging,
  Participant,
  ParticipantList,
  Session,
  SessionList,
  Summary,
  SummaryGeneration,
  Transcript,
} from "../generated/index.js";
