import type { JsonObject } from "../../../../scripts/document/json.js";
import { type DocumentPair, json, NOTHING, operation, PEN, sending, TEXT } from "../../document-builders.js";

const paths = (map: JsonObject): JsonObject => ({ paths: map });
const get = (fields: JsonObject = {}): JsonObject => ({
  operationId: "listPens",
  responses: { "200": { description: "" } },
  ...fields,
});
const identified = (name: string): JsonObject => ({
  get: get({ parameters: [{ name, in: "path", required: true, schema: TEXT }] }),
});
const called = (fields: JsonObject, url = "{$request.body#/url}"): JsonObject =>
  operation({
    callbacks: {
      onInk: { [url]: { post: { responses: { "200": { description: "" } }, ...fields } } },
    },
  });

const hook = (...types: string[]): JsonObject => ({
  webhooks: {
    ink: {
      post: get({
        requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema: PEN }])) },
      }),
    },
  },
});
/** Creates a document with an operation of a method that only OpenAPI 3.2 can describe. */
const copied = (copy: JsonObject | undefined): JsonObject => ({
  openapi: "3.2.0",
  paths: { "/pens": { additionalOperations: { ...(copy && { COPY: copy }) } } },
});

/** Changes of operations. */
export const operations: DocumentPair[] = [
  [
    "the path of the item changes",
    operation({ "x-item": "$.data" }),
    operation({ "x-item": "$.data.pen" }),
    "major",
  ],
  ["a download is added", NOTHING, operation({ "x-download": "url" }), "minor"],
  ["a download is removed", operation({ "x-download": "url" }), NOTHING, "major"],
  [
    "another field is downloaded",
    operation({ "x-download": "url" }),
    operation({ "x-download": "link" }),
    "major",
  ],
  ["a string becomes null", sending(TEXT), sending({ ...TEXT, "x-null-text": true }), "major"],
  [
    "names of enum values change",
    sending({ enum: [1, 2], "x-enum-varnames": ["a", "b"] }),
    sending({ enum: [1, 2], "x-enum-varnames": ["a", "c"] }),
    "major",
  ],
  [
    "an enum value is added with its name",
    sending({ enum: [1, 2], "x-enum-varnames": ["a", "b"] }),
    sending({ enum: [1, 2, 3], "x-enum-varnames": ["a", "b", "c"] }),
    "minor",
  ],
  [
    "an operation gets an id",
    paths({ "/pens": { get: get({ operationId: undefined }) } }),
    paths({ "/pens": { get: get() } }),
    "minor",
  ],
  [
    "an operation loses its id",
    paths({ "/pens": { get: get() } }),
    paths({ "/pens": { get: get({ operationId: undefined }) } }),
    "major",
  ],
  [
    "a pagination rule is added",
    NOTHING,
    operation({ "x-speakeasy-pagination": { type: "offsetLimit" } }),
    "minor",
  ],
  [
    "an operation is removed",
    paths({ "/pens": { get: get(), delete: get({ operationId: "dropPens" }) } }),
    paths({ "/pens": { get: get() } }),
    "major",
  ],
  [
    "an operation is added",
    paths({ "/pens": { get: get() } }),
    paths({ "/pens": { get: get(), delete: get({ operationId: "dropPens" }) } }),
    "minor",
  ],
  [
    "an operation is removed after its date",
    paths({ "/pens": { get: get({ deprecated: true, "x-sunset": "2026-06-01" }) } }),
    paths({}),
    "minor",
  ],
  [
    "an operation is removed before its date",
    paths({ "/pens": { get: get({ deprecated: true, "x-sunset": "2026-09-01" }) } }),
    paths({}),
    "major",
  ],
  [
    "an operation is removed with an invalid date",
    paths({ "/pens": { get: get({ deprecated: true, "x-sunset": "soon" }) } }),
    paths({}),
    "major",
  ],
  [
    "an operation's date is earlier",
    paths({ "/pens": { get: get({ deprecated: true, "x-sunset": "2026-09-01" }) } }),
    paths({ "/pens": { get: get({ deprecated: true, "x-sunset": "2026-08-01" }) } }),
    "major",
  ],
  [
    "an operation's date is later",
    paths({ "/pens": { get: get({ deprecated: true, "x-sunset": "2026-09-01" }) } }),
    paths({ "/pens": { get: get({ deprecated: true, "x-sunset": "2026-10-01" }) } }),
    "patch",
  ],
  [
    "an operation is deprecated",
    paths({ "/pens": { get: get() } }),
    paths({ "/pens": { get: get({ deprecated: true }) } }),
    "minor",
  ],
  [
    "deprecated is set to false",
    paths({ "/pens": { get: get() } }),
    paths({ "/pens": { get: get({ deprecated: false }) } }),
    "none",
  ],
  ["an operation moves", paths({ "/pens": { get: get() } }), paths({ "/all-pens": { get: get() } }), "major"],
  [
    "a path gets a trailing slash",
    paths({ "/pens/{id}": { get: get() } }),
    paths({ "/pens/{id}/": { get: get() } }),
    "major",
  ],
  [
    "an operation has another id",
    paths({ "/pens": { get: get() } }),
    paths({ "/pens": { get: get({ operationId: "findPens" }) } }),
    "major",
  ],
  [
    "a path parameter has another name",
    paths({ "/pens/{id}": identified("id") }),
    paths({ "/pens/{pen}": identified("pen") }),
    "major",
  ],
  [
    "tags are added",
    paths({ "/pens": { get: get() } }),
    paths({ "/pens": { get: get({ tags: ["Pens"] }) } }),
    "patch",
  ],
  ["a callback is added", NOTHING, called({}), "minor"],
  ["a callback is removed", called({}), NOTHING, "major"],
  [
    "a callback sends less",
    called({ requestBody: { content: json({ ...PEN, required: ["ink"] }) } }),
    called({ requestBody: { content: json(PEN) } }),
    "major",
  ],
  [
    "a callback sends more",
    called({ requestBody: { content: json(PEN) } }),
    called({ requestBody: { content: json({ ...PEN, required: ["ink"] }) } }),
    "minor",
  ],
  ["a webhook is removed", { webhooks: { ink: { post: get() } } }, {}, "major"],
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
  ["an extension is added", NOTHING, operation({ "x-owner": "pens" }), "patch"],
  [
    "the pagination rule changes",
    operation({ "x-speakeasy-pagination": { type: "offsetLimit" } }),
    operation({ "x-speakeasy-pagination": { type: "cursor" } }),
    "major",
  ],
  ["a callback is sent to another URL", called({}), called({}, "{$request.query.url}"), "major"],
  ["a webhook is sent in another media type", hook("application/json"), hook("application/xml"), "major"],
  [
    "a webhook may be sent in another media type",
    hook("application/json"),
    hook("application/json", "application/xml"),
    "major",
  ],
  [
    "a webhook is sent in fewer media types",
    hook("application/json", "application/xml"),
    hook("application/json"),
    "patch",
  ],
  ["an operation with a custom method is removed", copied(get()), copied(undefined), "major"],
  [
    "an operation with a custom method requires a parameter",
    copied(get()),
    copied(get({ parameters: [{ name: "to", in: "query", required: true, schema: TEXT }] })),
    "major",
  ],
];
