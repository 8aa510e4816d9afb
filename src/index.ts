/**
 * Lists the sessions of a Cloudflare RealtimeKit app: {@link createSessionsClient} makes the client, which pages, tries
 * again and keeps to rate limits.
 *
 * @packageDocumentation
 */
export type { CallOptions, SessionsClientOptions, SessionsQuery } from "./arguments.js";
export {
  ApiError,
  type ApiErrorDetail,
  ConnectionError,
  InvalidResponseError,
  TimeoutError,
} from "./errors.js";
export type { Fetch, FetchInit, FetchResponse, RequestUrl } from "./http/fetch.js";
export type {
  Hooks,
  RateLimitEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  RetryOptions,
} from "./http/hooks.js";
export {
  type CollectOptions,
  createSessionsClient,
  DEFAULT_PER_PAGE,
  type ListingOptions,
  type SessionsClient,
  type SessionsPage,
} from "./sessions-client.js";
export type { Paging, Session } from "../generated/index.js";
