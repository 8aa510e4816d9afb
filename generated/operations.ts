// @generated from openapi.yaml by scripts/generate.ts.
// Not to be edited: change the document, then run `npm run generate`.

/** The path of `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
export const listSessionsPath = "/accounts/{account_id}/realtime/kit/{app_id}/sessions" as const;
/** What a client needs to call `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
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
    total: [["paging", "total_count"]],
    start: [["paging", "start_offset"]],
    end: [["paging", "end_offset"]],
    firstOffset: 1,
  },
  nullTexts: ["ended_at"],
} as const;
/** What the document says about `GET /accounts/{account_id}/realtime/kit/{app_id}/sessions`. */
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
    total: [["paging", "total_count"]],
    start: [["paging", "start_offset"]],
    end: [["paging", "end_offset"]],
    firstOffset: 1,
  },
} as const;
