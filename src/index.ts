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
export type { Hooks, PauseEvent, RequestEvent, ResponseEvent, RetryEvent, RetryOptions } from "./retry.js";
export {
  type CollectOptions,
  createSessionsClient,
  DEFAULT_PER_PAGE,
  type ListingOptions,
  type SessionsClient,
  type SessionsPage,
} from "./sessions-client.js";
export type { Paging, Session } from "../generated/index.js";
