import {
  baseUrl as defaultBaseUrl,
  type Chat,
  generateSessionSummaryEndpoint,
  getSessionChatEndpoint,
  getSessionEndpoint,
  getSessionParticipantEndpoint,
  getSessionSummaryEndpoint,
  getSessionTranscriptEndpoint,
  listSessionParticipantsEndpoint,
  type ListSessionParticipantsQuery,
  listSessionsEndpoint,
  type ListSessionsQuery,
  type Participant,
  type ParticipantList,
  type paths,
  type Session,
  type SessionList,
  type Summary,
  type SummaryGeneration,
  type Transcript,
  type TranscriptFormat,
} from "../generated/index.js";
import { checkClientOptions, type SessionsClientOptions } from "./client-options.js";
import type { CallOptions } from "./http/retry.js";
import { createTransport } from "./http/transport.js";
import type { QueryOf } from "./query.js";
import type { ListResource, PageInfo } from "./list-resource.js";
import { type ClientContext, type Downloadable, getItem } from "./reader.js";
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

/** The query of a listing of participants: the parameters of the API by their own names, all optional. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an alias would lose its name in editors
export interface ParticipantsQuery extends QueryOf<
  ListSessionParticipantsQuery,
  typeof listSessionParticipantsEndpoint
> {}

/** One page of participants. */
export interface ParticipantsPage extends PageInfo<ParticipantList> {
  /** The participants of the page. In a listing, those that it has not yielded before. */
  participants: Participant[];
}

/**
 * Reads the sessions of one app. Each method throws `TypeError` or `RangeError` for an invalid argument, before anything is
 * sent, and `ApiError` or one of its subclasses if a request fails.
 */
export interface SessionsClient extends ListResource<SessionsPage, Session, SessionsQuery> {
  /** Returns one session. */
  get(
    sessionId: string,
    query?: { include_breakout_rooms?: boolean },
    options?: CallOptions,
  ): Promise<Session>;
  /** Returns the list of a session's participants. Nothing is sent before one of its methods is called. */
  participants(sessionId: string): ListResource<ParticipantsPage, Participant, ParticipantsQuery>;
  /** Returns one participant of a session. */
  participant(
    sessionId: string,
    participantId: string,
    query?: { include_peer_events?: boolean },
    options?: CallOptions,
  ): Promise<Participant>;
  /** Returns the URL of a session's chat. Its `download()` requests the CSV file. */
  chat(sessionId: string, options?: CallOptions): Promise<Downloadable<Chat>>;
  /** Returns the URL of a session's transcript. Its `download()` requests the file. */
  transcript(
    sessionId: string,
    query?: { format?: TranscriptFormat },
    options?: CallOptions,
  ): Promise<Downloadable<Transcript>>;
  /** Returns the URL of a session's summary. Its `download()` requests the file. */
  summary(sessionId: string, options?: CallOptions): Promise<Downloadable<Summary>>;
  /** Starts the generation of a session's summary. It is retried only if the API certainly did not process it. */
  generateSummary(sessionId: string, options?: CallOptions): Promise<SummaryGeneration>;
}

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
  const session = (session_id: string) => ({ session_id });
  return {
    ...createListResource(context, listSessionsEndpoint),
    get: (id, query, call) => getItem(context, getSessionEndpoint, session(id), query, call),
    participants: (id) => createListResource(context, listSessionParticipantsEndpoint, session(id)),
    participant: (id, participant_id, query, call) =>
      getItem(context, getSessionParticipantEndpoint, { ...session(id), participant_id }, query, call),
    chat: (id, call) => getItem(context, getSessionChatEndpoint, session(id), undefined, call),
    transcript: (id, query, call) => getItem(context, getSessionTranscriptEndpoint, session(id), query, call),
    summary: (id, call) => getItem(context, getSessionSummaryEndpoint, session(id), undefined, call),
    generateSummary: (id, call) =>
      getItem(context, generateSessionSummaryEndpoint, session(id), undefined, call),
  };
}
