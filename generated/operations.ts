// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

/** The path of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
export const listSessionsPath = "/accounts/{account_id}/realtime/kit/{app_id}/sessions" as const;
/** The query parameters of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`, and the format or else the type of each. */
export const listSessionsQuery = {
  associated_id: "string",
  end_time: "date-time",
  page_no: "number",
  participants: "string",
  per_page: "number",
  search: "string",
  sort_by: "string",
  sort_order: "string",
  start_time: "date-time",
  status: "string",
} as const;
/** How `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions` is paged. */
export const listSessionsPagination = {
  type: "offsetLimit",
  results: ["data", "sessions"],
  page: "page_no",
  limit: "per_page",
} as const;
/** All that the document says of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
export const listSessionsOperation = {
  method: "GET",
  path: "/accounts/{account_id}/realtime/kit/{app_id}/sessions",
  operationId: "listSessions",
  summary: "List the sessions of an app",
  description: "Answers one page of the sessions of an app, the live ones and those that have ended. A request without\n`page_no` answers the first page. Neither the order without `sort_by` nor the number of the first page is\npublished.",
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
        description: "Only the sessions of this meeting. A UUID, or for a V1 meeting its room name, such as `abcdef-ghijkl`.",
      },
      end_time: {
        type: "string",
        format: "date-time",
        required: false,
        description: "The end of the time range, in ISO 8601. Which of a session's timestamps it is compared with is not published.",
      },
      page_no: {
        type: "number",
        required: false,
        minimum: 0,
        description: "The number of the page to answer. Left out, the first page is answered.",
      },
      participants: {
        type: "string",
        required: false,
        description: "Only the sessions with this many participants. The syntax is not published; callers send ranges such as `1:10`.",
      },
      per_page: {
        type: "number",
        required: false,
        minimum: 0,
        description: "How many sessions a page holds at the most. A server may answer fewer.",
      },
      search: {
        type: "string",
        required: false,
        description: "Only the sessions whose meeting title, meeting id or session id matches this text.",
      },
      sort_by: {
        type: "string",
        required: false,
        enum: ["minutesConsumed", "createdAt"],
        description: "What the sessions are sorted by.",
      },
      sort_order: {
        type: "string",
        required: false,
        enum: ["ASC", "DESC"],
        description: "The direction of the order.",
      },
      start_time: {
        type: "string",
        format: "date-time",
        required: false,
        description: "The start of the time range, in ISO 8601. Which of a session's timestamps it is compared with is not published.",
      },
      status: {
        type: "string",
        required: false,
        enum: ["LIVE", "ENDED"],
        description: "Only the sessions in this state.",
      },
    },
  },
  security: [["apiToken"]],
  pagination: {
    type: "offsetLimit",
    results: ["data", "sessions"],
    page: "page_no",
    limit: "per_page",
  },
} as const;
