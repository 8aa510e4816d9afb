import {
  baseUrl as defaultBaseUrl,
  listSessionsEndpoint,
  type ListSessionsQuery,
  type paths,
  type Session,
  type SessionList,
} from "../generated/index.js";
import { checkClientOptions, type SessionsClientOptions } from "./client-options.js";
import { createTransport } from "./http/transport.js";
import type { QueryOf } from "./query.js";
import type { ClientContext } from "./reader.js";
import type { ListResource, PageInfo } from "./list-resource.js";
import { createListResource } from "./resource.js";

/**
 * The query of a listing: the parameters of the API by their own names, all optional. A point in time is a `Date`, or
 * ISO 8601 with its offset from UTC. A date alone is its midnight in UTC.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an alias would lose its name in editors
export interface SessionsQuery extends QueryOf<ListSessionsQuery, typeof listSessionsEndpoint> {}

/** One page of sessions. */
export interface SessionsPage extends PageInfo<SessionList> {
  /** The sessions of the page. In a listing, those that it has not yielded before. */
  sessions: Session[];
}

/** Reads the sessions of one app. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an alias would lose its name in editors
export interface SessionsClient extends ListResource<SessionsPage, Session, SessionsQuery> {}

/**
 * Creates a client for the sessions of one RealtimeKit app.
 *
 * @param options - The ids of the account and the app, the API token, and how to send requests.
 * @returns The client. Nothing is sent before one of its methods is called.
 * @throws `TypeError` if an id, the token or another option is invalid. No message contains the token.
 * @example
 * ```ts
 * const sessions = createSessionsClient({ accountId, appId, apiToken });
 * for await (const session of sessions.iterate({ status: "ENDED" })) console.log(session.id);
 * ```
 */
export function createSessionsClient(options: SessionsClientOptions): SessionsClient {
  checkClientOptions(options);
  const { accountId, appId, baseUrl = defaultBaseUrl, validate, ...transportOptions } = options;
  const context: ClientContext<paths> = {
    transport: createTransport({ baseUrl, ...transportOptions }),
    validate,
    ids: { account_id: accountId, app_id: appId },
  };
  return createListResource(context, listSessionsEndpoint);
}
