const createQueryParameter = (name: string, schema: object): object => ({ name, in: "query", schema });

const PARAMETERS = [
  { name: "kit", in: "path", required: true, schema: { type: "string" } },
  ...["associated_id", "participants", "search"].map((name) =>
    createQueryParameter(name, { type: "string" }),
  ),
  ...["end_time", "start_time"].map((name) =>
    createQueryParameter(name, { type: "string", format: "date-time" }),
  ),
  ...["page_no", "per_page"].map((name) => createQueryParameter(name, { type: "number", minimum: 0 })),
  createQueryParameter("sort_by", { type: "string", enum: ["createdAt", "minutesConsumed"] }),
  createQueryParameter("sort_order", { type: "string", enum: ["ASC", "DESC"] }),
  createQueryParameter("status", { $ref: "#/components/schemas/status" }),
];

const SCHEMAS = {
  status: { type: "string", enum: ["LIVE", "ENDED"] },
  envelope: { type: "object", properties: { success: { type: "boolean" } } },
  list: {
    allOf: [
      { $ref: "#/components/schemas/envelope" },
      {
        type: "object",
        properties: {
          data: {
            type: "object",
            properties: {
              sessions: { type: "array", items: { $ref: "#/components/schemas/session" } },
            },
          },
          paging: {
            type: "object",
            properties: Object.fromEntries(
              ["total_count", "start_offset", "end_offset"].map((name) => [name, { type: "number" }]),
            ),
          },
        },
      },
    ],
  },
  base: {
    type: "object",
    required: ["id", "associated_id", "created_at", "started_at", "status", "type", "updated_at"],
    properties: {
      id: { type: "string" },
      associated_id: { type: "string" },
      meeting_display_name: { type: "string" },
      organization_id: { type: "string" },
      status: { $ref: "#/components/schemas/status" },
      type: { type: "string", enum: ["meeting", "livestream", "participant"] },
      ...Object.fromEntries(
        ["created_at", "started_at", "updated_at", "ended_at"].map((name) => [
          name,
          { type: "string", format: "date-time" },
        ]),
      ),
    },
  },
  session: {
    allOf: [
      { $ref: "#/components/schemas/base" },
      {
        required: [
          "live_participants",
          "max_concurrent_participants",
          "meeting_display_name",
          "minutes_consumed",
          "organization_id",
        ],
        properties: {
          live_participants: { type: "number" },
          max_concurrent_participants: { type: "number" },
          minutes_consumed: { type: "number" },
          breakout_rooms: { type: "array", items: {} },
          meta: {},
        },
      },
    ],
  },
};

/** Creates a document in OpenAPI 3.0 that is equivalent to ours, with another server and more references. */
export function createPublishedDocument(): Record<string, unknown> {
  return {
    openapi: "3.0.3",
    info: { title: "All of the API", version: "4.0.0" },
    servers: [{ url: "https://api.cloudflare.com" }],
    security: [{ email: [], key: [] }, { token: [] }],
    paths: {
      "/client/v4/accounts/{account_identifier}/realtime/kit/{kit}/sessions": {
        parameters: [{ $ref: "#/components/parameters/account" }],
        get: {
          parameters: PARAMETERS,
          responses: {
            "200": { $ref: "#/components/responses/list" },
            "4XX": { description: "No." },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        email: { type: "apiKey", in: "header", name: "X-Auth-Email" },
        key: { type: "apiKey", in: "header", name: "X-Auth-Key" },
        token: { type: "http", scheme: "bearer" },
      },
      parameters: {
        account: { name: "account_identifier", in: "path", required: true, schema: { type: "string" } },
      },
      responses: {
        list: {
          description: "A page.",
          content: { "application/json": { schema: { $ref: "#/components/schemas/list" } } },
        },
      },
      schemas: SCHEMAS,
    },
  };
}
