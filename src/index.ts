export type { SessionsQuery } from "./arguments.js";
export { ApiError, type ApiErrorDetail, ConnectionError, InvalidResponseError } from "./errors.js";
export {
  type CallOptions,
  type CollectOptions,
  createSessionsClient,
  DEFAULT_PER_PAGE,
  type SessionsClient,
  type SessionsClientOptions,
  type SessionsPage,
} from "./sessions-client.js";
export type { Paging, Session } from "../generated/index.js";
