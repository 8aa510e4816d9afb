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
  description: "Returns one page of the sessions of an app, both live and ended. A request without `page_no` returns the first\npage. Cloudflare publishes neither the default order nor the number of the first page.\n\nOne operator received an empty list, with status 200, for an app with live sessions. Confirm an empty list\nbefore you act on it.",
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
        description: "Returns only the sessions of this meeting. It is a UUID, or for a V1 meeting a room name such as `abcdef-ghijkl`.",
      },
      end_time: {
        type: "string",
        format: "date-time",
        required: false,
        description: "The end of the time range, in RFC 3339. Cloudflare does not publish which timestamp of a session it applies to.",
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
        description: "Returns only the sessions with this number of participants. The syntax is not published. Callers send ranges such as `1:10`.",
      },
      per_page: {
        type: "number",
        required: false,
        minimum: 0,
        description: "The page size. The server may return smaller pages. Cloudflare publishes neither the default nor the maximum.",
      },
      search: {
        type: "string",
        required: false,
        description: "Returns only the sessions whose meeting title, meeting id or session id matches this text.",
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
        description: "The start of the time range, in RFC 3339. Cloudflare does not publish which timestamp of a session it applies to.",
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
    results: ["data", "sessions"],
    page: "page_no",
    limit: "per_page",
  },
} as const;
