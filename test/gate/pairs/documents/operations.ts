import type { JsonObject } from "../../../../scripts/document/json.js";
import {
  buildJsonContent,
  buildOperation,
  buildRequest,
  type DocumentPair,
  NOTHING,
  PEN,
  TEXT,
} from "../../document-builders.js";

const buildPaths = (paths: JsonObject): JsonObject => ({ paths });
const buildGet = (fields: JsonObject = {}): JsonObject => ({
  operationId: "listPens",
  responses: { "200": { description: "" } },
  ...fields,
});
const buildPathParameter = (name: string): JsonObject => ({
  get: buildGet({ parameters: [{ name, in: "path", required: true, schema: TEXT }] }),
});
const buildCallback = (fields: JsonObject, url = "{$request.body#/url}"): JsonObject =>
  buildOperation({
    callbacks: {
      onInk: { [url]: { post: { responses: { "200": { description: "" } }, ...fields } } },
    },
  });

const buildWebhook = (...types: string[]): JsonObject => ({
  webhooks: {
    ink: {
      post: buildGet({
        requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema: PEN }])) },
      }),
    },
  },
});

/** Creates a document with an operation of a method that only OpenAPI 3.2 can describe. */
const buildCopyMethod = (copy: JsonObject | undefined): JsonObject => ({
  openapi: "3.2.0",
  paths: { "/pens": { additionalOperations: { ...(copy && { COPY: copy }) } } },
});

/** Changes of operations. */
export const operations: DocumentPair[] = [
  [
    "the path of the item changes",
    buildOperation({ "x-item": "$.data" }),
    buildOperation({ "x-item": "$.data.pen" }),
    "major",
  ],
  ["a download is added", NOTHING, buildOperation({ "x-download": "url" }), "minor"],
  ["a download is removed", buildOperation({ "x-download": "url" }), NOTHING, "major"],
  [
    "another field is downloaded",
    buildOperation({ "x-download": "url" }),
    buildOperation({ "x-download": "link" }),
    "major",
  ],
  ["a string becomes null", buildRequest(TEXT), buildRequest({ ...TEXT, "x-null-text": true }), "major"],
  [
    "names of enum values change",
    buildRequest({ enum: [1, 2], "x-enum-varnames": ["a", "b"] }),
    buildRequest({ enum: [1, 2], "x-enum-varnames": ["a", "c"] }),
    "major",
  ],
  [
    "enum values change places with their names",
    buildRequest({ enum: [1, 2], "x-enum-varnames": ["a", "b"] }),
    buildRequest({ enum: [2, 1], "x-enum-varnames": ["b", "a"] }),
    "none",
  ],
  [
    "an enum value is added with its name before the others",
    buildRequest({ enum: [1, 2], "x-enum-varnames": ["a", "b"] }),
    buildRequest({ enum: [0, 1, 2], "x-enum-varnames": ["z", "a", "b"] }),
    "minor",
  ],
  [
    "an enum value is added with its name",
    buildRequest({ enum: [1, 2], "x-enum-varnames": ["a", "b"] }),
    buildRequest({ enum: [1, 2, 3], "x-enum-varnames": ["a", "b", "c"] }),
    "minor",
  ],
  [
    "an enum value is added with its name to an enum that also names null",
    buildRequest({ enum: ["a", "b", null], "x-enum-varnames": ["A", "B", "Null"] }),
    buildRequest({ enum: ["a", "b", null, "c"], "x-enum-varnames": ["A", "B", "Null", "C"] }),
    "minor",
  ],
  [
    "names change whose number differs from that of the enum values",
    buildRequest({ enum: [1, 2, 3], "x-enum-varnames": ["a", "b"] }),
    buildRequest({ enum: [1, 2, 3], "x-enum-varnames": ["a", "c"] }),
    "patch",
  ],
  [
    "an operation gets an id",
    buildPaths({ "/pens": { get: buildGet({ operationId: undefined }) } }),
    buildPaths({ "/pens": { get: buildGet() } }),
    "minor",
  ],
  [
    "an operation loses its id",
    buildPaths({ "/pens": { get: buildGet() } }),
    buildPaths({ "/pens": { get: buildGet({ operationId: undefined }) } }),
    "major",
  ],
  [
    "a pagination rule is added",
    NOTHING,
    buildOperation({ "x-speakeasy-pagination": { type: "offsetLimit" } }),
    "minor",
  ],
  [
    "an operation is removed",
    buildPaths({ "/pens": { get: buildGet(), delete: buildGet({ operationId: "dropPens" }) } }),
    buildPaths({ "/pens": { get: buildGet() } }),
    "major",
  ],
  [
    "an operation is added",
    buildPaths({ "/pens": { get: buildGet() } }),
    buildPaths({ "/pens": { get: buildGet(), delete: buildGet({ operationId: "dropPens" }) } }),
    "minor",
  ],
  [
    "an operation is removed after its date",
    buildPaths({ "/pens": { get: buildGet({ deprecated: true, "x-sunset": "2026-06-01" }) } }),
    buildPaths({}),
    "minor",
  ],
  [
    "an operation is removed before its date",
    buildPaths({ "/pens": { get: buildGet({ deprecated: true, "x-sunset": "2026-09-01" }) } }),
    buildPaths({}),
    "major",
  ],
  [
    "an operation is removed with an invalid date",
    buildPaths({ "/pens": { get: buildGet({ deprecated: true, "x-sunset": "soon" }) } }),
    buildPaths({}),
    "major",
  ],
  [
    "an operation's date is earlier",
    buildPaths({ "/pens": { get: buildGet({ deprecated: true, "x-sunset": "2026-09-01" }) } }),
    buildPaths({ "/pens": { get: buildGet({ deprecated: true, "x-sunset": "2026-08-01" }) } }),
    "major",
  ],
  [
    "an operation's date is later",
    buildPaths({ "/pens": { get: buildGet({ deprecated: true, "x-sunset": "2026-09-01" }) } }),
    buildPaths({ "/pens": { get: buildGet({ deprecated: true, "x-sunset": "2026-10-01" }) } }),
    "patch",
  ],
  [
    "an operation is deprecated",
    buildPaths({ "/pens": { get: buildGet() } }),
    buildPaths({ "/pens": { get: buildGet({ deprecated: true }) } }),
    "minor",
  ],
  [
    "deprecated is set to false",
    buildPaths({ "/pens": { get: buildGet() } }),
    buildPaths({ "/pens": { get: buildGet({ deprecated: false }) } }),
    "none",
  ],
  [
    "an operation moves",
    buildPaths({ "/pens": { get: buildGet() } }),
    buildPaths({ "/all-pens": { get: buildGet() } }),
    "major",
  ],
  [
    "a path gets a trailing slash",
    buildPaths({ "/pens/{id}": { get: buildGet() } }),
    buildPaths({ "/pens/{id}/": { get: buildGet() } }),
    "major",
  ],
  [
    "an operation has another id",
    buildPaths({ "/pens": { get: buildGet() } }),
    buildPaths({ "/pens": { get: buildGet({ operationId: "findPens" }) } }),
    "major",
  ],
  [
    "a path parameter has another name",
    buildPaths({ "/pens/{id}": buildPathParameter("id") }),
    buildPaths({ "/pens/{pen}": buildPathParameter("pen") }),
    "major",
  ],
  [
    "tags are added",
    buildPaths({ "/pens": { get: buildGet() } }),
    buildPaths({ "/pens": { get: buildGet({ tags: ["Pens"] }) } }),
    "patch",
  ],
  ["a callback is added", NOTHING, buildCallback({}), "minor"],
  ["a callback is removed", buildCallback({}), NOTHING, "major"],
  [
    "a callback sends less",
    buildCallback({ requestBody: { content: buildJsonContent({ ...PEN, required: ["ink"] }) } }),
    buildCallback({ requestBody: { content: buildJsonContent(PEN) } }),
    "major",
  ],
  [
    "a callback sends more",
    buildCallback({ requestBody: { content: buildJsonContent(PEN) } }),
    buildCallback({ requestBody: { content: buildJsonContent({ ...PEN, required: ["ink"] }) } }),
    "minor",
  ],
  ["a webhook is removed", { webhooks: { ink: { post: buildGet() } } }, {}, "major"],
  [
    "the title changes",
    { info: { title: "Pens", version: "1.0.0" } },
    { info: { title: "All pens", version: "1.0.0" } },
    "patch",
  ],
  [
    "the version changes",
    { info: { title: "Pens", version: "1.0.0" } },
    { info: { title: "Pens", version: "2.0.0" } },
    "none",
  ],
  ["an extension is added", NOTHING, buildOperation({ "x-owner": "pens" }), "patch"],
  [
    "the pagination rule changes",
    buildOperation({ "x-speakeasy-pagination": { type: "offsetLimit" } }),
    buildOperation({ "x-speakeasy-pagination": { type: "cursor" } }),
    "major",
  ],
  [
    "a callback is sent to another URL",
    buildCallback({}),
    buildCallback({}, "{$request.query.url}"),
    "major",
  ],
  [
    "a webhook is sent in another media type",
    buildWebhook("application/json"),
    buildWebhook("application/xml"),
    "major",
  ],
  [
    "a webhook may be sent in another media type",
    buildWebhook("application/json"),
    buildWebhook("application/json", "application/xml"),
    "major",
  ],
  [
    "a webhook is sent in fewer media types",
    buildWebhook("application/json", "application/xml"),
    buildWebhook("application/json"),
    "patch",
  ],
  [
    "an operation with a custom method is removed",
    buildCopyMethod(buildGet()),
    buildCopyMethod(undefined),
    "major",
  ],
  [
    "an operation with a custom method requires a parameter",
    buildCopyMethod(buildGet()),
    buildCopyMethod(buildGet({ parameters: [{ name: "to", in: "query", required: true, schema: TEXT }] })),
    "major",
  ],
  [
    "a path is described",
    buildPaths({ "/pens": { get: buildGet() } }),
    buildPaths({ "/pens": { description: "All pens.", get: buildGet() } }),
    "patch",
  ],
  [
    "an undeclared path parameter is declared as a string",
    buildPaths({ "/pens/{id}": { get: buildGet() } }),
    buildPaths({ "/pens/{id}": buildPathParameter("id") }),
    "none",
  ],
  [
    "an undeclared path parameter is declared as a number",
    buildPaths({ "/pens/{id}": { get: buildGet() } }),
    buildPaths({
      "/pens/{id}": {
        get: buildGet({
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "number" } }],
        }),
      },
    }),
    "major",
  ],
];
