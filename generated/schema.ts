// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

/** One page of sessions. */
export interface SessionList {
  /** The page itself. */
  data?: {
    /** The sessions of the page, in the requested order. */
    sessions?: Session[];
    /**
     * The position of the page in the list. It is part of the published description since May 2026. Not every
     * response has it.
     */
    paging?: Paging;
  };
  /**
   * The position of the page in the list. It is part of the published description since May 2026. Not every
   * response has it.
   */
  paging?: Paging;
  /** Whether the request succeeded. `false` is possible beside an HTTP status of 200. */
  success?: boolean;
}

/** One run of a meeting, from the first participant who joins to the last one who leaves. */
export interface Session {
  /** The session's id. */
  id: string;
  /**
   * The id of the meeting. Always a UUID for a V2 meeting; for a V1 meeting a room name of the form
   * `abcdef-ghijkl`.
   */
  associated_id: string;
  /**
   * When the session was created.
   *
   * Format: date-time
   */
  created_at: string;
  /** How many participants are in the session now. */
  live_participants: number;
  /** The most participants that were in the session at one time. */
  max_concurrent_participants: number;
  /** The title of the meeting. */
  meeting_display_name: string;
  /**
   * The minutes consumed since the session started. Cloudflare describes it as always present, but a response
   * may lack it or have `null`: check before you add it up.
   */
  minutes_consumed?: number | null;
  /** The id of the app that hosted the session. */
  organization_id: string;
  /**
   * When the session started.
   *
   * Format: date-time
   */
  started_at: string;
  /** Whether the session is live or has ended. */
  status: SessionStatus | (string & {});
  /** The kind of session. */
  type: SessionType | (string & {});
  /**
   * When the session was last updated.
   *
   * Format: date-time
   */
  updated_at: string;
  /** The sessions of the breakout rooms, nested. Cloudflare does not describe their schema. */
  breakout_rooms?: unknown[];
  /**
   * When the session ended. A live session lacks it or has `null`. Cloudflare's own example has the text
   * "null", which the client returns as `null`.
   *
   * Format: date-time
   */
  ended_at?: string | null;
  /**
   * Custom data of the session. Cloudflare removed it from the published description in July 2026.
   *
   * @deprecated
   */
  meta?: unknown;
}

/** Whether the session is live or has ended. */
export const SessionStatus = {
  LIVE: "LIVE",
  ENDED: "ENDED",
} as const;

export type SessionStatus = (typeof SessionStatus)[keyof typeof SessionStatus];

/** The kind of session. */
export const SessionType = {
  meeting: "meeting",
  livestream: "livestream",
  participant: "participant",
} as const;

export type SessionType = (typeof SessionType)[keyof typeof SessionType];

/** The fields by which sessions can be sorted. */
export const SessionSortKey = {
  minutesConsumed: "minutesConsumed",
  createdAt: "createdAt",
} as const;

export type SessionSortKey = (typeof SessionSortKey)[keyof typeof SessionSortKey];

/** Ascending or descending. */
export const SortOrder = {
  ASC: "ASC",
  DESC: "DESC",
} as const;

export type SortOrder = (typeof SortOrder)[keyof typeof SortOrder];

/**
 * The position of the page in the list. It is part of the published description since May 2026. Not every
 * response has it.
 */
export interface Paging {
  /** The number of matching items on all pages. */
  total_count?: number;
  /** The offset of the page's first item, from 1. */
  start_offset?: number;
  /** The offset of the page's last item, from 1, inclusive. */
  end_offset?: number;
}

/** A session. */
export interface SessionResponse {
  /** One run of a meeting, from the first participant who joins to the last one who leaves. */
  data?: Session;
  /** Whether the request succeeded. It can be `false` in a response with status 200. */
  success?: Success;
}

/** Whether the request succeeded. It can be `false` in a response with status 200. */
export type Success = boolean;

/** One page of participants. */
export interface ParticipantList {
  /** The page. */
  data?: {
    /** The participants of the page, in the requested order. */
    participants?: Participant[];
    /**
     * The position of the page in the list. It is part of the published description since May 2026. Not every
     * response has it.
     */
    paging?: Paging;
  };
  /**
   * The position of the page in the list. It is part of the published description since May 2026. Not every
   * response has it.
   */
  paging?: Paging;
  /** Whether the request succeeded. It can be `false` in a response with status 200. */
  success?: Success;
}

/** A participant. */
export interface ParticipantResponse {
  /** The response data. */
  data?: {
    /** One participant of a session. */
    participant?: Participant;
  };
  /** Whether the request succeeded. It can be `false` in a response with status 200. */
  success?: Success;
}

/** One participant of a session. */
export interface Participant {
  /** The participant's id in this session. It identifies the peer. */
  id?: string;
  /** The id that your application gave the participant. */
  custom_participant_id?: string;
  /** The name that other participants see. */
  display_name?: string;
  /** The id of the user behind the participant. */
  user_id?: string;
  /** The name of the preset that the participant joined with. */
  preset_name?: string;
  /**
   * When the participant was added.
   *
   * Format: date-time
   */
  created_at?: string;
  /**
   * When the participant was last updated.
   *
   * Format: date-time
   */
  updated_at?: string;
  /**
   * When the participant joined.
   *
   * Format: date-time
   */
  joined_at?: string;
  /**
   * When the participant left.
   *
   * Format: date-time
   */
  left_at?: string;
  /** The minutes that the participant spent in the session. */
  duration?: number;
  /** The connection events of the participant. Only present with `include_peer_events`. */
  peer_events?: PeerEvent[];
}

/** One event of a participant's connection. */
export interface PeerEvent {
  /** The event's id. */
  id?: string;
  /** The kind of connection event. */
  event_name?: PeerEventName | (string & {});
  /** The id of the connection. */
  peer_id?: string | null;
  /** The participant's id. */
  participant_id?: string | null;
  /** The session's id. */
  session_id?: string;
  /** The id of the socket connection. */
  socket_session_id?: string | null;
  /** The kind of meeting that the participant's preset is made for. */
  preset_view_type?: PresetViewType | (string & {}) | null;
  /** The minutes consumed up to this event. */
  minutes_consumed?: number;
  /**
   * When the event happened.
   *
   * Format: date-time
   */
  created_at?: string;
  /**
   * When the event was last updated.
   *
   * Format: date-time
   */
  updated_at?: string;
}

/** The kind of connection event. */
export const PeerEventName = {
  PEER_CREATED: "PEER_CREATED",
  PEER_JOINING: "PEER_JOINING",
  PEER_LEAVING: "PEER_LEAVING",
} as const;

export type PeerEventName = (typeof PeerEventName)[keyof typeof PeerEventName];

/** The kind of meeting that a preset is made for. */
export const PresetViewType = {
  GROUP_CALL: "GROUP_CALL",
  WEBINAR: "WEBINAR",
  AUDIO_ROOM: "AUDIO_ROOM",
  LIVESTREAM: "LIVESTREAM",
  CHAT: "CHAT",
} as const;

export type PresetViewType = (typeof PresetViewType)[keyof typeof PresetViewType];

/** The fields by which participants can be sorted. */
export const ParticipantSortKey = {
  joinedAt: "joinedAt",
  duration: "duration",
} as const;

export type ParticipantSortKey = (typeof ParticipantSortKey)[keyof typeof ParticipantSortKey];

/** How participants of breakout rooms are counted. */
export const ParticipantView = {
  raw: "raw",
  consolidated: "consolidated",
} as const;

export type ParticipantView = (typeof ParticipantView)[keyof typeof ParticipantView];

/** The download URL of a chat. */
export interface ChatResponse {
  /** Where the chat of a session can be downloaded as CSV. */
  data?: Chat;
  /** Whether the request succeeded. It can be `false` in a response with status 200. */
  success?: Success;
}

/** Where the chat of a session can be downloaded as CSV. */
export interface Chat {
  /** The URL of the CSV file. Request it without the API token. */
  chat_download_url: string;
  /** When the URL expires. */
  chat_download_url_expiry: string;
}

/** The file formats of a transcript. */
export const TranscriptFormat = {
  SRT: "SRT",
  VTT: "VTT",
  JSON: "JSON",
  CSV: "CSV",
} as const;

export type TranscriptFormat = (typeof TranscriptFormat)[keyof typeof TranscriptFormat];

/** The download URL of a transcript. */
export interface TranscriptResponse {
  /** Where the transcript of a session can be downloaded. */
  data?: Transcript;
  /** Whether the request succeeded. It can be `false` in a response with status 200. */
  success?: Success;
}

/** Where the transcript of a session can be downloaded. */
export interface Transcript {
  /** The session's id. */
  sessionId: string;
  /** The URL of the file. Request it without the API token. */
  transcript_download_url: string;
  /** When the URL expires. */
  transcript_download_url_expiry: string;
}

/** The download URL of a summary. */
export interface SummaryResponse {
  /** Where the summary of a session can be downloaded. */
  data?: Summary;
  /** Whether the request succeeded. It can be `false` in a response with status 200. */
  success?: Success;
}

/** Where the summary of a session can be downloaded. */
export interface Summary {
  /** The session's id. */
  sessionId: string;
  /** The URL of the file. Request it without the API token. */
  summaryDownloadUrl: string;
  /** When the URL expires. */
  summaryDownloadUrlExpiry: string;
}

/** The state of a summary that is being generated. */
export interface SummaryGenerationResponse {
  /** The state of a summary that is being generated. */
  data?: SummaryGeneration;
  /** Whether the request succeeded. It can be `false` in a response with status 200. */
  success?: Success;
}

/** The state of a summary that is being generated. */
export interface SummaryGeneration {
  /** The session's id. */
  session_id?: string;
  /** The state of the generation. Cloudflare does not publish its values. */
  status?: string;
}

/** Any of the three shapes of an error response. */
export type Failure = ErrorsFailure | ErrorFailure | Problem;

/** Cloudflare's common error response. */
export interface ErrorsFailure {
  /** Always `false`. */
  success: false;
  /** What went wrong. */
  errors: ErrorDetail[];
  /** Further messages. */
  messages?: unknown[];
  /** Usually `null`. */
  result?: unknown;
}

/** RealtimeKit's own error response. */
export interface ErrorFailure {
  /** Always `false`. */
  success: false;
  /** One error. Do not judge by its code alone: code 10000 occurs in successful responses too. */
  error: ErrorDetail;
}

/** One error. Do not judge by its code alone: code 10000 occurs in successful responses too. */
export interface ErrorDetail {
  /** The error code. */
  code: number;
  /** The error message. */
  message: string;
  /** A page that explains the error. */
  documentation_url?: string;
  /** The part of the request that caused the error. */
  source?: {
    /** A JSON pointer into the request. */
    pointer?: string;
  };
  /** The errors that caused this one. */
  error_chain?: unknown[];
}

/** A gateway's error response: problem details as in RFC 9457. */
export interface Problem {
  /** A URI that names the kind of problem. */
  type?: string;
  /** A short name of the problem. */
  title: string;
  /** The HTTP status. */
  status: number;
  /** What happened in this case. */
  detail?: string;
  /** A URI that identifies this occurrence. */
  instance?: string;
}

export interface paths {
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions": {
    /**
     * List the sessions of an app
     *
     * Returns one page of the sessions of an app, both live and ended. A request without `page_no` returns
     * the first page. Cloudflare publishes neither the default order nor the number of the first page.
     *
     * One operator received an empty list, with status 200, for an app with live sessions. Confirm an empty
     * list before you act on it.
     */
    get: operations["listSessions"];
  };
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}": {
    /**
     * Get a session
     *
     * Returns one session.
     */
    get: operations["getSession"];
  };
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants": {
    /**
     * List the participants of a session
     *
     * Returns one page of the participants of a session. A request without `page_no` returns the first page.
     */
    get: operations["listSessionParticipants"];
  };
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}": {
    /**
     * Get a participant of a session
     *
     * Returns one participant of a session.
     */
    get: operations["getSessionParticipant"];
  };
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat": {
    /**
     * Get the chat of a session
     *
     * Returns a URL from which the chat of the session can be downloaded as CSV, without the API token.
     */
    get: operations["getSessionChat"];
  };
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript": {
    /**
     * Get the transcript of a session
     *
     * Returns a URL from which the transcript of the session can be downloaded, without the API token.
     */
    get: operations["getSessionTranscript"];
  };
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary": {
    /**
     * Get the summary of a session
     *
     * Returns a URL from which the summary of the session can be downloaded, without the API token. The
     * summary must have been generated before.
     */
    get: operations["getSessionSummary"];
    /**
     * Generate the summary of a session
     *
     * Starts the generation of a summary from the transcript of the session.
     */
    post: operations["generateSessionSummary"];
  };
}

export interface components {
  schemas: {
    SessionList: SessionList;
    Session: Session;
    SessionStatus: SessionStatus;
    SessionType: SessionType;
    SessionSortKey: SessionSortKey;
    SortOrder: SortOrder;
    Paging: Paging;
    SessionResponse: SessionResponse;
    Success: Success;
    ParticipantList: ParticipantList;
    ParticipantResponse: ParticipantResponse;
    Participant: Participant;
    PeerEvent: PeerEvent;
    PeerEventName: PeerEventName;
    PresetViewType: PresetViewType;
    ParticipantSortKey: ParticipantSortKey;
    ParticipantView: ParticipantView;
    ChatResponse: ChatResponse;
    Chat: Chat;
    TranscriptFormat: TranscriptFormat;
    TranscriptResponse: TranscriptResponse;
    Transcript: Transcript;
    SummaryResponse: SummaryResponse;
    Summary: Summary;
    SummaryGenerationResponse: SummaryGenerationResponse;
    SummaryGeneration: SummaryGeneration;
    Failure: Failure;
    ErrorsFailure: ErrorsFailure;
    ErrorFailure: ErrorFailure;
    ErrorDetail: ErrorDetail;
    Problem: Problem;
  };
  responses: {
    /**
     * Too many requests. Since September 2026 Cloudflare publishes 3,500 requests in five minutes for all
     * RealtimeKit APIs, and 1,200 in five minutes for an account. Above the account's limit, all its requests
     * fail for five minutes. Rely on the response headers, not on these figures.
     */
    TooManyRequests: {
      headers: {
        /**
         * Seconds to wait before the next request. It may be `0`.
         *
         * @example 30
         */
        "Retry-After"?: string;
        /**
         * The remaining requests of the window (`r`) and the seconds until it resets (`t`).
         *
         * @example "default";r=50;t=30
         */
        Ratelimit?: string;
        /**
         * The id of the request at Cloudflare's edge. Quote it to Cloudflare's support.
         *
         * @example 8f2d1c3b4a5e6f70-FRA
         */
        "cf-ray"?: string;
        [name: string]: unknown;
      };
      content: {
        "application/json": Failure;
      };
    };
    /** The request failed. A gateway may return HTML or plain text instead of the schemas below. */
    Failure: {
      headers: {
        /**
         * The id of the request at Cloudflare's edge. Quote it to Cloudflare's support.
         *
         * @example 8f2d1c3b4a5e6f70-FRA
         */
        "cf-ray"?: string;
        [name: string]: unknown;
      };
      content: {
        "application/json": Failure;
      };
    };
  };
}

export interface operations {
  listSessions: {
    parameters: {
      query?: {
        /**
         * Returns only the sessions of this meeting. It is a UUID, or for a V1 meeting a room name such as
         * `abcdef-ghijkl`.
         *
         * @example 5f1b2c3d-6a7e-4f80-9b1c-2d3e4f5a6b7c
         */
        associated_id?: string;
        /**
         * The end of the time range, in RFC 3339. Cloudflare does not publish which timestamp of a session it
         * applies to.
         *
         * Format: date-time
         *
         * @example 2026-06-30T23:59:59Z
         */
        end_time?: string;
        /**
         * The number of the page to return. The default is the first page.
         *
         * @example 1
         */
        page_no?: number;
        /**
         * Returns only the sessions with this number of participants. The syntax is not published. Callers
         * send ranges such as `1:10`.
         *
         * @example 1:10
         */
        participants?: string;
        /**
         * The page size. The server may return smaller pages. Cloudflare publishes neither the default nor
         * the maximum.
         *
         * @example 50
         */
        per_page?: number;
        /**
         * Returns only the sessions whose meeting title, meeting id or session id matches this text.
         *
         * @example Weekly stand-up
         */
        search?: string;
        /** The field to sort by. */
        sort_by?: SessionSortKey;
        /** The sort direction. */
        sort_order?: SortOrder;
        /**
         * The start of the time range, in RFC 3339. Cloudflare does not publish which timestamp of a session
         * it applies to.
         *
         * Format: date-time
         *
         * @example 2026-06-01T00:00:00Z
         */
        start_time?: string;
        /** Returns only the sessions with this status. */
        status?: SessionStatus;
      };
      path: {
        /**
         * The account's identifier.
         *
         * @example 023e105f4ecef8ad9ca31a8372d0c353
         */
        account_id: string;
        /**
         * The RealtimeKit app's identifier.
         *
         * @example 2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10
         */
        app_id: string;
      };
    };
    responses: {
      /** One page of sessions. */
      200: {
        content: {
          "application/json": SessionList;
        };
      };
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
  getSession: {
    parameters: {
      query?: {
        /**
         * Whether the response includes the sessions of the breakout rooms.
         *
         * @example true
         */
        include_breakout_rooms?: boolean;
      };
      path: {
        /**
         * The account's identifier.
         *
         * @example 023e105f4ecef8ad9ca31a8372d0c353
         */
        account_id: string;
        /**
         * The RealtimeKit app's identifier.
         *
         * @example 2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10
         */
        app_id: string;
        /**
         * The session's identifier.
         *
         * @example 9d5f4a1e-0d3c-4c4b-8f5f-6a1b2c3d4e5f
         */
        session_id: string;
      };
    };
    responses: {
      /** The session. */
      200: {
        content: {
          "application/json": SessionResponse;
        };
      };
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
  listSessionParticipants: {
    parameters: {
      query?: {
        /**
         * Whether the response includes the connection events of each participant.
         *
         * @example true
         */
        include_peer_events?: boolean;
        /**
         * The number of the page to return. The default is the first page.
         *
         * @example 1
         */
        page_no?: number;
        /**
         * The page size. The server may return smaller pages. Cloudflare publishes neither the default nor
         * the maximum.
         *
         * @example 50
         */
        per_page?: number;
        /**
         * Returns only the participants whose id, custom participant id or display name matches this text.
         *
         * @example Ada
         */
        search?: string;
        /** The field to sort by. */
        sort_by?: ParticipantSortKey;
        /** The sort direction. */
        sort_order?: SortOrder;
        /**
         * How participants of breakout rooms are counted: `raw` returns one entry for each session,
         * `consolidated` adds them up.
         */
        view?: ParticipantView;
      };
      path: {
        /**
         * The account's identifier.
         *
         * @example 023e105f4ecef8ad9ca31a8372d0c353
         */
        account_id: string;
        /**
         * The RealtimeKit app's identifier.
         *
         * @example 2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10
         */
        app_id: string;
        /**
         * The session's identifier.
         *
         * @example 9d5f4a1e-0d3c-4c4b-8f5f-6a1b2c3d4e5f
         */
        session_id: string;
      };
    };
    responses: {
      /** One page of participants. */
      200: {
        content: {
          "application/json": ParticipantList;
        };
      };
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
  getSessionParticipant: {
    parameters: {
      query?: {
        /**
         * Whether the response includes the connection events of each participant.
         *
         * @example true
         */
        include_peer_events?: boolean;
      };
      path: {
        /**
         * The account's identifier.
         *
         * @example 023e105f4ecef8ad9ca31a8372d0c353
         */
        account_id: string;
        /**
         * The RealtimeKit app's identifier.
         *
         * @example 2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10
         */
        app_id: string;
        /**
         * The session's identifier.
         *
         * @example 9d5f4a1e-0d3c-4c4b-8f5f-6a1b2c3d4e5f
         */
        session_id: string;
        /**
         * The participant's identifier.
         *
         * @example 6a0f8f4e-5d1b-4b8e-9c70-0e1f2a3b4c5d
         */
        participant_id: string;
      };
    };
    responses: {
      /** The participant. */
      200: {
        content: {
          "application/json": ParticipantResponse;
        };
      };
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
  getSessionChat: {
    parameters: {
      path: {
        /**
         * The account's identifier.
         *
         * @example 023e105f4ecef8ad9ca31a8372d0c353
         */
        account_id: string;
        /**
         * The RealtimeKit app's identifier.
         *
         * @example 2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10
         */
        app_id: string;
        /**
         * The session's identifier.
         *
         * @example 9d5f4a1e-0d3c-4c4b-8f5f-6a1b2c3d4e5f
         */
        session_id: string;
      };
    };
    responses: {
      /** The download URL of the chat. */
      200: {
        content: {
          "application/json": ChatResponse;
        };
      };
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
  getSessionTranscript: {
    parameters: {
      query?: {
        /** The file format of the transcript. Cloudflare does not publish the default. */
        format?: TranscriptFormat;
      };
      path: {
        /**
         * The account's identifier.
         *
         * @example 023e105f4ecef8ad9ca31a8372d0c353
         */
        account_id: string;
        /**
         * The RealtimeKit app's identifier.
         *
         * @example 2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10
         */
        app_id: string;
        /**
         * The session's identifier.
         *
         * @example 9d5f4a1e-0d3c-4c4b-8f5f-6a1b2c3d4e5f
         */
        session_id: string;
      };
    };
    responses: {
      /** The download URL of the transcript. */
      200: {
        content: {
          "application/json": TranscriptResponse;
        };
      };
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
  getSessionSummary: {
    parameters: {
      path: {
        /**
         * The account's identifier.
         *
         * @example 023e105f4ecef8ad9ca31a8372d0c353
         */
        account_id: string;
        /**
         * The RealtimeKit app's identifier.
         *
         * @example 2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10
         */
        app_id: string;
        /**
         * The session's identifier.
         *
         * @example 9d5f4a1e-0d3c-4c4b-8f5f-6a1b2c3d4e5f
         */
        session_id: string;
      };
    };
    responses: {
      /** The download URL of the summary. */
      200: {
        content: {
          "application/json": SummaryResponse;
        };
      };
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
  generateSessionSummary: {
    parameters: {
      path: {
        /**
         * The account's identifier.
         *
         * @example 023e105f4ecef8ad9ca31a8372d0c353
         */
        account_id: string;
        /**
         * The RealtimeKit app's identifier.
         *
         * @example 2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10
         */
        app_id: string;
        /**
         * The session's identifier.
         *
         * @example 9d5f4a1e-0d3c-4c4b-8f5f-6a1b2c3d4e5f
         */
        session_id: string;
      };
    };
    responses: {
      /** The generation has started. */
      200: {
        content: {
          "application/json": SummaryGenerationResponse;
        };
      };
      429: components["responses"]["TooManyRequests"];
      default: components["responses"]["Failure"];
    };
  };
}
