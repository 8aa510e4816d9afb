import {
  type Chat,
  baseUrl as defaultBaseUrl,
  generateSessionSummaryEndpoint,
  getSessionChatEndpoint,
  getSessionEndpoint,
  getSessionParticipantEndpoint,
  type GetSessionParticipantQuery,
  type GetSessionQuery,
  getSessionSummaryEndpoint,
  getSessionTranscriptEndpoint,
  type GetSessionTranscriptQuery,
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
} from "../generated/index.js";
import { CLIENT_RULES, type SessionsClientOptions } from "./client-options.js";
import type { CallOptions } from "./http/hooks.js";
import { createRedact } from "./http/redact.js";
import { createTransport } from "./http/transport.js";
import { readValues } from "./values.js";
import type { QueryOf } from "./query.js";
import { createListResource, type ListResource, type PageInfo } from "./list-resource.js";
import { type Downloadable, getItem } from "./item.js";
import type { ClientContext } from "./resource.js";

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

/** The query of {@link SessionsClient.get}. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an alias would lose its name in editors
export interface SessionQuery extends QueryOf<GetSessionQuery, typeof getSessionEndpoint> {}

/** The query of {@link SessionsClient.participant}. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an alias would lose its name in editors
export interface ParticipantQuery extends QueryOf<
  GetSessionParticipantQuery,
  typeof getSessionParticipantEndpoint
> {}

/** The query of {@link SessionsClient.transcript}. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an alias would lose its name in editors
export interface TranscriptQuery extends QueryOf<
  GetSessionTranscriptQuery,
  typeof getSessionTranscriptEndpoint
> {}

/** Reads the sessions of one app. */
export interface SessionsClient extends ListResource<SessionsPage, Session, SessionsQuery> {
  /**
   * Reads one session.
   *
   * @param sessionId - The session's id.
   * @param query - Whether to include breakout rooms.
   * @param options - A signal, and retry options for this call.
   * @returns The session.
   * @throws `TypeError` or `RangeError` if an argument is invalid. No request is sent then.
   * @throws `ApiError` or one of its subclasses if the request fails.
   */
  get(sessionId: string, query?: SessionQuery, options?: CallOptions): Promise<Session>;
  /**
   * Returns the list of a session's participants. No request is sent before one of its methods is called.
   *
   * @param sessionId - The session's id.
   * @returns The list, with the methods `list`, `pages`, `iterate` and `collect`.
   * @throws `TypeError` if the id is invalid.
   */
  participants(sessionId: string): ListResource<ParticipantsPage, Participant, ParticipantsQuery>;
  /**
   * Reads one participant of a session.
   *
   * @param sessionId - The session's id.
   * @param participantId - The participant's id.
   * @param query - Whether to include peer events.
   * @param options - A signal, and retry options for this call.
   * @returns The participant.
   * @throws `TypeError` or `RangeError` if an argument is invalid. No request is sent then.
   * @throws `ApiError` or one of its subclasses if the request fails.
   */
  participant(
    sessionId: string,
    participantId: string,
    query?: ParticipantQuery,
    options?: CallOptions,
  ): Promise<Participant>;
  /**
   * Reads the URL of the chat of a session, as CSV.
   *
   * @param sessionId - The session's id.
   * @param options - A signal, and retry options for this call.
   * @returns The URL of the file. Its `download()` requests the file.
   * @throws `TypeError` or `RangeError` if an argument is invalid. No request is sent then.
   * @throws `ApiError` or one of its subclasses if the request fails.
   */
  chat(sessionId: string, options?: CallOptions): Promise<Downloadable<Chat>>;
  /**
   * Reads the URL of the transcript of a session.
   *
   * @param sessionId - The session's id.
   * @param query - The format of the file.
   * @param options - A signal, and retry options for this call.
   * @returns The URL of the file. Its `download()` requests the file.
   * @throws `TypeError` or `RangeError` if an argument is invalid. No request is sent then.
   * @throws `ApiError` or one of its subclasses if the request fails.
   */
  transcript(
    sessionId: string,
    query?: TranscriptQuery,
    options?: CallOptions,
  ): Promise<Downloadable<Transcript>>;
  /**
   * Reads the URL of the summary of a session.
   *
   * @param sessionId - The session's id.
   * @param options - A signal, and retry options for this call.
   * @returns The URL of the file. Its `download()` requests the file.
   * @throws `TypeError` or `RangeError` if an argument is invalid. No request is sent then.
   * @throws `ApiError` or one of its subclasses if the request fails.
   */
  summary(sessionId: string, options?: CallOptions): Promise<Downloadable<Summary>>;
  /**
   * Starts the generation of a session's summary. The request is retried only if the API did not process it.
   *
   * @param sessionId - The session's id.
   * @param options - A signal, and retry options for this call.
   * @returns The state of the generation.
   * @throws `TypeError` or `RangeError` if an argument is invalid. No request is sent then.
   * @throws `ApiError` or one of its subclasses if the request fails.
   */
  generateSummary(sessionId: string, options?: CallOptions): Promise<SummaryGeneration>;
}

/** Creates the shared context of a client's resources. */
function createContext(options: SessionsClientOptions): ClientContext<paths> {
  // A string in place of the options is probably the token.
  const { apiToken = options } = Object(options) as Record<string, unknown>;
  const redact = createRedact(typeof apiToken === "string" ? apiToken : "");
  // Each value is read by its name, because the object may inherit it.
  const values = readValues("option", options, CLIENT_RULES, redact) as unknown as SessionsClientOptions;
  const { accountId, appId, baseUrl = defaultBaseUrl, validate, ...transportOptions } = values;
  return {
    transport: createTransport({ baseUrl, ...transportOptions }),
    validate,
    ids: { account_id: accountId, app_id: appId },
  };
}

/**
 * Creates the listing of the sessions of one RealtimeKit app, without the other methods of a client. A bundle then
 * contains only what a listing needs.
 *
 * @param options - The ids of the account and the app, the API token, and the options of requests.
 * @returns The list, with the methods `list`, `pages`, `iterate` and `collect`.
 * @throws `TypeError` if an id, the token or another option is invalid. No message contains the token.
 * @example
 * ```ts
 * const sessions = createSessionList({ accountId, appId, apiToken });
 * for await (const session of sessions.iterate({ status: "ENDED" })) console.log(session.id);
 * ```
 */
export function createSessionList(
  options: SessionsClientOptions,
): ListResource<SessionsPage, Session, SessionsQuery> {
  return createListResource(createContext(options), listSessionsEndpoint);
}

/**
 * Creates a client for the sessions of one RealtimeKit app.
 *
 * @param options - The ids of the account and the app, the API token, and the options of requests.
 * @returns The client. No request is sent before one of its methods is called.
 * @throws `TypeError` if an id, the token or another option is invalid. No message contains the token.
 * @example
 * ```ts
 * const sessions = createSessionsClient({ accountId, appId, apiToken });
 * for await (const session of sessions.iterate({ status: "ENDED" })) console.log(session.id);
 * ```
 */
export function createSessionsClient(options: SessionsClientOptions): SessionsClient {
  const context = createContext(options);
  const toIds = (session_id: string) => ({ session_id });
  return {
    ...createListResource(context, listSessionsEndpoint),
    get: (id, query, call) => getItem(context, getSessionEndpoint, toIds(id), query, call),
    participants: (id) => createListResource(context, listSessionParticipantsEndpoint, toIds(id)),
    participant: (id, participant_id, query, call) =>
      getItem(context, getSessionParticipantEndpoint, { ...toIds(id), participant_id }, query, call),
    chat: (id, call) => getItem(context, getSessionChatEndpoint, toIds(id), undefined, call),
    transcript: (id, query, call) => getItem(context, getSessionTranscriptEndpoint, toIds(id), query, call),
    summary: (id, call) => getItem(context, getSessionSummaryEndpoint, toIds(id), undefined, call),
    generateSummary: (id, call) =>
      getItem(context, generateSessionSummaryEndpoint, toIds(id), undefined, call),
  };
}
