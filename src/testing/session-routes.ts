import {
  generateSessionSummaryEndpoint,
  getSessionChatEndpoint,
  getSessionEndpoint,
  getSessionParticipantEndpoint,
  getSessionSummaryEndpoint,
  getSessionTranscriptEndpoint,
  listSessionParticipantsEndpoint,
  type Participant,
  type Session,
} from "../../generated/index.js";
import type { Endpoint } from "../endpoint.js";
import { createFileUrl } from "./fake-files.js";
import { createFakeList, type FakePagingOptions } from "./fake-list.js";
import {
  createRealtimeKitFailure,
  type FakeRequest,
  type FakeResponse,
  type FakeRoute,
} from "./fake-server.js";
import { generateParticipants, generatePeerEvents } from "./generate-participants.js";
import { includesText, parseTime, selectItems } from "./select.js";

/** The time when download URLs expire. No output depends on the clock. */
const EXPIRY = "2026-07-07T12:00:00.000Z";

/**
 * Creates the routes of one session: itself, its participants, chat, transcript and summary. Their contents are
 * consistent with each other.
 *
 * @param getSessions - Returns the sessions of the app.
 * @param options - The paging of the lists.
 * @returns The routes.
 */
export function createSessionRoutes(
  getSessions: () => readonly Session[],
  options: FakePagingOptions,
): FakeRoute[] {
  const summarized = new Set<string>();

  const createRoute = (endpoint: Endpoint, respond: SessionResponder): FakeRoute =>
    createSessionRoute(endpoint, getSessions, respond);
  return [
    createRoute(getSessionEndpoint, (session) => createSuccess(session)),
    createRoute(listSessionParticipantsEndpoint, (session, request) =>
      createFakeList(listSessionParticipantsEndpoint, options, ({ query }) =>
        selectParticipants(getParticipants(session, query), query),
      ).respond(request),
    ),
    createRoute(getSessionParticipantEndpoint, respondWithParticipant),
    createRoute(getSessionChatEndpoint, ({ id }) =>
      createSuccess({
        chat_download_url: createFileUrl("chat", id, "csv"),
        chat_download_url_expiry: EXPIRY,
      }),
    ),
    createRoute(getSessionTranscriptEndpoint, ({ id }, { query }) => {
      const url = createFileUrl("transcript", id, (query.get("format") ?? "CSV").toLowerCase());
      return createSuccess({
        sessionId: id,
        transcript_download_url: url,
        transcript_download_url_expiry: EXPIRY,
      });
    }),
    createRoute(getSessionSummaryEndpoint, ({ id }) => {
      if (!summarized.has(id)) return createRealtimeKitFailure(404, "Summary not found");
      const url = createFileUrl("summary", id, "txt");
      return createSuccess({ sessionId: id, summaryDownloadUrl: url, summaryDownloadUrlExpiry: EXPIRY });
    }),
    createRoute(generateSessionSummaryEndpoint, ({ id }) => {
      summarized.add(id);
      return createSuccess({ session_id: id, status: "ONGOING" });
    }),
  ];
}

type SessionResponder = (session: Session, request: FakeRequest) => FakeResponse;

/** Creates the route of an endpoint of one session. It returns 404 for an unknown session. */
function createSessionRoute(
  endpoint: Endpoint,
  getSessions: () => readonly Session[],
  respond: SessionResponder,
): FakeRoute {
  return {
    endpoint,
    respond(request) {
      const { session_id: sessionId } = request.ids;
      const session = getSessions().find(({ id }) => id === sessionId);
      return session ? respond(session, request) : createRealtimeKitFailure(404, "Session not found");
    },
  };
}

function createSuccess(data: object): FakeResponse {
  return { status: 200, body: { success: true, data } };
}

function respondWithParticipant(session: Session, { ids, query }: FakeRequest): FakeResponse {
  const { participant_id: participantId } = ids;
  const participant = getParticipants(session, query).find(({ id }) => id === participantId);
  return participant
    ? createSuccess({ participant })
    : createRealtimeKitFailure(404, "Participant not found");
}

function getParticipants(session: Session, query: URLSearchParams): Participant[] {
  const participants = generateParticipants(session);
  if (query.get("include_peer_events") !== "true") return participants;
  return participants.map((each) => ({ ...each, peer_events: generatePeerEvents(session, each) }));
}

/** Returns the participants that match a query, in its order: the first who joined by default. */
function selectParticipants(participants: readonly Participant[], query: URLSearchParams): Participant[] {
  return selectItems(participants, query, {
    filters: {
      search: ({ id, custom_participant_id: customId, display_name: name }, value) =>
        includesText([id, customId, name], value),
    },
    keys: {
      joinedAt: (participant) => parseTime(participant.joined_at),
      duration: (participant) => participant.duration ?? 0,
    },
    defaultKey: "joinedAt",
    defaultOrder: "ASC",
  });
}
