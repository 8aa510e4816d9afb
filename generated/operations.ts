// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

/** The path of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
export const listSessionsPath = "/accounts/{account_id}/realtime/kit/{app_id}/sessions" as const;

/** The endpoint `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
export const listSessionsEndpoint = {
  name: "listSessions",
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions",
  query: {
    associated_id: {
      type: "string",
    },
    end_time: {
      type: "string",
      format: "date-time",
    },
    page_no: {
      type: "integer",
      minimum: 0,
    },
    participants: {
      type: "string",
    },
    per_page: {
      type: "integer",
      minimum: 0,
    },
    search: {
      type: "string",
    },
    sort_by: {
      type: "string",
      enum: ["minutesConsumed", "createdAt"],
    },
    sort_order: {
      type: "string",
      enum: ["ASC", "DESC"],
    },
    start_time: {
      type: "string",
      format: "date-time",
    },
    status: {
      type: "string",
      enum: ["LIVE", "ENDED"],
    },
  },
  pagination: {
    type: "offsetLimit",
    page: "page_no",
    limit: "per_page",
    results: ["data", "sessions"],
    itemKey: "id",
    total: [
      ["paging", "total_count"],
      ["data", "paging", "total_count"],
    ],
    start: [
      ["paging", "start_offset"],
      ["data", "paging", "start_offset"],
    ],
    end: [
      ["paging", "end_offset"],
      ["data", "paging", "end_offset"],
    ],
    firstOffset: 1,
  },
  nullTexts: ["ended_at"],
} as const;

/**
 * The operation `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`, with the descriptions of the
 * document.
 */
export const listSessionsOperation = {
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions",
  operationId: "listSessions",
  summary: "List the sessions of an app",
  description:
    "Returns one page of the sessions of an app, both live and ended. A request without `page_no` returns the first\npage. Cloudflare publishes neither the default order nor the number of the first page.\n\nOne operator received an empty list, with status 200, for an app with live sessions. Confirm an empty list\nbefore you act on it.",
  parameters: {
    path: {
      account_id: {
        type: "string",
        required: true,
        description: "The account's identifier.",
      },
      app_id: {
        type: "string",
        required: true,
        description: "The RealtimeKit app's identifier.",
      },
    },
    query: {
      associated_id: {
        type: "string",
        required: false,
        description:
          "Returns only the sessions of this meeting. It is a UUID, or for a V1 meeting a room name such as `abcdef-ghijkl`.",
      },
      end_time: {
        type: "string",
        format: "date-time",
        required: false,
        description:
          "The end of the time range, in RFC 3339. Cloudflare does not publish which timestamp of a session it applies to.",
      },
      page_no: {
        type: "number",
        required: false,
        minimum: 0,
        description: "The number of the page to return. The default is the first page.",
      },
      participants: {
        type: "string",
        required: false,
        description:
          "Returns only the sessions with this number of participants. The syntax is not published. Callers send ranges such as `1:10`.",
      },
      per_page: {
        type: "number",
        required: false,
        minimum: 0,
        description:
          "The page size. The server may return smaller pages. Cloudflare publishes neither the default nor the maximum.",
      },
      search: {
        type: "string",
        required: false,
        description:
          "Returns only the sessions whose meeting title, meeting id or session id matches this text.",
      },
      sort_by: {
        type: "string",
        required: false,
        enum: ["minutesConsumed", "createdAt"],
        description: "The field to sort by.",
      },
      sort_order: {
        type: "string",
        required: false,
        enum: ["ASC", "DESC"],
        description: "The sort direction.",
      },
      start_time: {
        type: "string",
        format: "date-time",
        required: false,
        description:
          "The start of the time range, in RFC 3339. Cloudflare does not publish which timestamp of a session it applies to.",
      },
      status: {
        type: "string",
        required: false,
        enum: ["LIVE", "ENDED"],
        description: "Returns only the sessions with this status.",
      },
    },
  },
  security: [["apiToken"]],
  pagination: {
    type: "offsetLimit",
    page: "page_no",
    limit: "per_page",
    results: ["data", "sessions"],
    itemKey: "id",
    total: [
      ["paging", "total_count"],
      ["data", "paging", "total_count"],
    ],
    start: [
      ["paging", "start_offset"],
      ["data", "paging", "start_offset"],
    ],
    end: [
      ["paging", "end_offset"],
      ["data", "paging", "end_offset"],
    ],
    firstOffset: 1,
  },
} as const;

/** The path of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}`. */
export const getSessionPath = "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}" as const;

/** The endpoint `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}`. */
export const getSessionEndpoint = {
  name: "getSession",
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}",
  query: {
    include_breakout_rooms: {
      type: "boolean",
    },
  },
  item: [["data", "session"], ["data"]],
  nullTexts: ["ended_at"],
} as const;

/**
 * The operation `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}`, with the
 * descriptions of the document.
 */
export const getSessionOperation = {
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}",
  operationId: "getSession",
  summary: "Get a session",
  description: "Returns one session.",
  parameters: {
    path: {
      account_id: {
        type: "string",
        required: true,
        description: "The account's identifier.",
      },
      app_id: {
        type: "string",
        required: true,
        description: "The RealtimeKit app's identifier.",
      },
      session_id: {
        type: "string",
        required: true,
        description: "The session's identifier.",
      },
    },
    query: {
      include_breakout_rooms: {
        type: "boolean",
        required: false,
        description: "Whether the response includes the sessions of the breakout rooms.",
      },
    },
  },
  security: [["apiToken"]],
} as const;

/** The path of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat`. */
export const getSessionChatPath =
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat" as const;

/** The endpoint `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat`. */
export const getSessionChatEndpoint = {
  name: "getSessionChat",
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat",
  query: {},
  item: [["data"]],
  download: "chat_download_url",
} as const;

/**
 * The operation `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat`, with the
 * descriptions of the document.
 */
export const getSessionChatOperation = {
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/chat",
  operationId: "getSessionChat",
  summary: "Get the chat of a session",
  description:
    "Returns a URL from which the chat of the session can be downloaded as CSV, without the API token.",
  parameters: {
    path: {
      account_id: {
        type: "string",
        required: true,
        description: "The account's identifier.",
      },
      app_id: {
        type: "string",
        required: true,
        description: "The RealtimeKit app's identifier.",
      },
      session_id: {
        type: "string",
        required: true,
        description: "The session's identifier.",
      },
    },
  },
  security: [["apiToken"]],
} as const;

/** The path of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants`. */
export const listSessionParticipantsPath =
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants" as const;

/** The endpoint `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants`. */
export const listSessionParticipantsEndpoint = {
  name: "listSessionParticipants",
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants",
  query: {
    include_peer_events: {
      type: "boolean",
    },
    page_no: {
      type: "integer",
      minimum: 0,
    },
    per_page: {
      type: "integer",
      minimum: 0,
    },
    search: {
      type: "string",
    },
    sort_by: {
      type: "string",
      enum: ["joinedAt", "duration"],
    },
    sort_order: {
      type: "string",
      enum: ["ASC", "DESC"],
    },
    view: {
      type: "string",
      enum: ["raw", "consolidated"],
    },
  },
  pagination: {
    type: "offsetLimit",
    page: "page_no",
    limit: "per_page",
    results: ["data", "participants"],
    itemKey: "id",
    total: [
      ["paging", "total_count"],
      ["data", "paging", "total_count"],
    ],
    start: [
      ["paging", "start_offset"],
      ["data", "paging", "start_offset"],
    ],
    end: [
      ["paging", "end_offset"],
      ["data", "paging", "end_offset"],
    ],
    firstOffset: 1,
  },
} as const;

/**
 * The operation `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants`, with
 * the descriptions of the document.
 */
export const listSessionParticipantsOperation = {
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants",
  operationId: "listSessionParticipants",
  summary: "List the participants of a session",
  description:
    "Returns one page of the participants of a session. A request without `page_no` returns the first page.",
  parameters: {
    path: {
      account_id: {
        type: "string",
        required: true,
        description: "The account's identifier.",
      },
      app_id: {
        type: "string",
        required: true,
        description: "The RealtimeKit app's identifier.",
      },
      session_id: {
        type: "string",
        required: true,
        description: "The session's identifier.",
      },
    },
    query: {
      include_peer_events: {
        type: "boolean",
        required: false,
        description: "Whether the response includes the connection events of each participant.",
      },
      page_no: {
        type: "number",
        required: false,
        minimum: 0,
        description: "The number of the page to return. The default is the first page.",
      },
      per_page: {
        type: "number",
        required: false,
        minimum: 0,
        description:
          "The page size. The server may return smaller pages. Cloudflare publishes neither the default nor the maximum.",
      },
      search: {
        type: "string",
        required: false,
        description:
          "Returns only the participants whose id, custom participant id or display name matches this text.",
      },
      sort_by: {
        type: "string",
        required: false,
        enum: ["joinedAt", "duration"],
        description: "The field to sort by.",
      },
      sort_order: {
        type: "string",
        required: false,
        enum: ["ASC", "DESC"],
        description: "The sort direction.",
      },
      view: {
        type: "string",
        required: false,
        enum: ["raw", "consolidated"],
        description:
          "How participants of breakout rooms are counted: `raw` returns one entry for each session, `consolidated` adds them up.",
      },
    },
  },
  security: [["apiToken"]],
  pagination: {
    type: "offsetLimit",
    page: "page_no",
    limit: "per_page",
    results: ["data", "participants"],
    itemKey: "id",
    total: [
      ["paging", "total_count"],
      ["data", "paging", "total_count"],
    ],
    start: [
      ["paging", "start_offset"],
      ["data", "paging", "start_offset"],
    ],
    end: [
      ["paging", "end_offset"],
      ["data", "paging", "end_offset"],
    ],
    firstOffset: 1,
  },
} as const;

/**
 * The path of `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}`.
 */
export const getSessionParticipantPath =
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}" as const;

/**
 * The endpoint `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}`.
 */
export const getSessionParticipantEndpoint = {
  name: "getSessionParticipant",
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}",
  query: {
    include_peer_events: {
      type: "boolean",
    },
  },
  item: [["data", "participant"]],
} as const;

/**
 * The operation `GET
 * /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}`, with the
 * descriptions of the document.
 */
export const getSessionParticipantOperation = {
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/participants/{participant_id}",
  operationId: "getSessionParticipant",
  summary: "Get a participant of a session",
  description: "Returns one participant of a session.",
  parameters: {
    path: {
      account_id: {
        type: "string",
        required: true,
        description: "The account's identifier.",
      },
      app_id: {
        type: "string",
        required: true,
        description: "The RealtimeKit app's identifier.",
      },
      session_id: {
        type: "string",
        required: true,
        description: "The session's identifier.",
      },
      participant_id: {
        type: "string",
        required: true,
        description: "The participant's identifier.",
      },
    },
    query: {
      include_peer_events: {
        type: "boolean",
        required: false,
        description: "Whether the response includes the connection events of each participant.",
      },
    },
  },
  security: [["apiToken"]],
} as const;

/** The path of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`. */
export const getSessionSummaryPath =
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary" as const;

/** The endpoint `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`. */
export const getSessionSummaryEndpoint = {
  name: "getSessionSummary",
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary",
  query: {},
  item: [["data"]],
  download: "summaryDownloadUrl",
} as const;

/**
 * The operation `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`, with the
 * descriptions of the document.
 */
export const getSessionSummaryOperation = {
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary",
  operationId: "getSessionSummary",
  summary: "Get the summary of a session",
  description:
    "Returns a URL from which the summary of the session can be downloaded, without the API token. The summary must have been generated before.",
  parameters: {
    path: {
      account_id: {
        type: "string",
        required: true,
        description: "The account's identifier.",
      },
      app_id: {
        type: "string",
        required: true,
        description: "The RealtimeKit app's identifier.",
      },
      session_id: {
        type: "string",
        required: true,
        description: "The session's identifier.",
      },
    },
  },
  security: [["apiToken"]],
} as const;

/** The path of `POST /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`. */
export const generateSessionSummaryPath =
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary" as const;

/** The endpoint `POST /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`. */
export const generateSessionSummaryEndpoint = {
  name: "generateSessionSummary",
  method: "POST",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary",
  query: {},
  item: [["data"]],
} as const;

/**
 * The operation `POST /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary`, with the
 * descriptions of the document.
 */
export const generateSessionSummaryOperation = {
  method: "POST",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/summary",
  operationId: "generateSessionSummary",
  summary: "Generate the summary of a session",
  description: "Starts the generation of a summary from the transcript of the session.",
  parameters: {
    path: {
      account_id: {
        type: "string",
        required: true,
        description: "The account's identifier.",
      },
      app_id: {
        type: "string",
        required: true,
        description: "The RealtimeKit app's identifier.",
      },
      session_id: {
        type: "string",
        required: true,
        description: "The session's identifier.",
      },
    },
  },
  security: [["apiToken"]],
} as const;

/** The path of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript`. */
export const getSessionTranscriptPath =
  "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript" as const;

/** The endpoint `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript`. */
export const getSessionTranscriptEndpoint = {
  name: "getSessionTranscript",
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript",
  query: {
    format: {
      type: "string",
      enum: ["SRT", "VTT", "JSON", "CSV"],
    },
  },
  item: [["data"]],
  download: "transcript_download_url",
} as const;

/**
 * The operation `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript`, with the
 * descriptions of the document.
 */
export const getSessionTranscriptOperation = {
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions/{session_id}/transcript",
  operationId: "getSessionTranscript",
  summary: "Get the transcript of a session",
  description:
    "Returns a URL from which the transcript of the session can be downloaded, without the API token.",
  parameters: {
    path: {
      account_id: {
        type: "string",
        required: true,
        description: "The account's identifier.",
      },
      app_id: {
        type: "string",
        required: true,
        description: "The RealtimeKit app's identifier.",
      },
      session_id: {
        type: "string",
        required: true,
        description: "The session's identifier.",
      },
    },
    query: {
      format: {
        type: "string",
        required: false,
        enum: ["SRT", "VTT", "JSON", "CSV"],
        description: "The file format of the transcript. Cloudflare does not publish the default.",
      },
    },
  },
  security: [["apiToken"]],
} as const;
