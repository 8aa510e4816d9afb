import type { JsonObject } from "../../scripts/document/json.js";
import { withQueryParameter, operation, receiving, sending, type ExpectedSeverity } from "./pair.js";

/** Two documents, and the severity of the change between them. */
export type DocumentPair = [name: string, base: JsonObject, revision: JsonObject, severity: ExpectedSeverity];

const TEXT = { type: "string" };
const TEXTS = { type: "array", items: TEXT };
const PEN = { type: "object", properties: { ink: TEXT } };
const NOTHING = operation({});

const body = (fields: JsonObject): JsonObject => operation({ requestBody: fields });
const json = (schema: JsonObject): JsonObject => ({ "application/json": { schema } });
const response = (fields: JsonObject, status = "200"): JsonObject =>
  operation({ responses: { [status]: { description: "", ...fields } } });
const header = (fields?: JsonObject): JsonObject =>
  response({ headers: { ...(fields && { "X-Total": fields }) } });
const form = (encoding: JsonObject, schema: JsonObject = PEN): JsonObject =>
  body({ content: { "multipart/form-data": { schema, encoding } } });

const parameters: DocumentPair[] = [
  ["an optional parameter is added", NOTHING, withQueryParameter({ schema: TEXT }), "minor"],
  ["a required parameter is added", NOTHING, withQueryParameter({ required: true, schema: TEXT }), "major"],
  ["a parameter is removed", withQueryParameter({ schema: TEXT }), NOTHING, "major"],
  [
    "a parameter becomes required",
    withQueryParameter({ schema: TEXT }),
    withQueryParameter({ required: true, schema: TEXT }),
    "major",
  ],
  [
    "a parameter becomes optional",
    withQueryParameter({ required: true, schema: TEXT }),
    withQueryParameter({ schema: TEXT }),
    "minor",
  ],
  [
    "a parameter is required: false",
    withQueryParameter({ schema: TEXT }),
    withQueryParameter({ required: false, schema: TEXT }),
    "none",
  ],
  [
    "a parameter moves to the headers",
    withQueryParameter({ schema: TEXT }),
    withQueryParameter({ in: "header", schema: TEXT }),
    "major",
  ],
  [
    "a parameter is renamed",
    withQueryParameter({ schema: TEXT }),
    withQueryParameter({ name: "colour", schema: TEXT }),
    "major",
  ],
  [
    "a header's letters change case",
    withQueryParameter({ in: "header", name: "X-Ink" }),
    withQueryParameter({ in: "header", name: "x-ink" }),
    "none",
  ],
  [
    "a header is added that OpenAPI ignores",
    NOTHING,
    withQueryParameter({ in: "header", name: "Authorization", required: true }),
    "none",
  ],
  [
    "style and explode of a query are spelled out",
    withQueryParameter({ schema: TEXTS }),
    withQueryParameter({ schema: TEXTS, style: "form", explode: true }),
    "none",
  ],
  [
    "explode of a list changes",
    withQueryParameter({ schema: TEXTS }),
    withQueryParameter({ schema: TEXTS, explode: false }),
    "major",
  ],
  [
    "explode of a string changes",
    withQueryParameter({ schema: TEXT }),
    withQueryParameter({ schema: TEXT, explode: false }),
    "none",
  ],
  [
    "the style of a list changes",
    withQueryParameter({ schema: TEXTS, explode: false }),
    withQueryParameter({ schema: TEXTS, style: "pipeDelimited" }),
    "major",
  ],
  [
    "a parameter becomes JSON",
    withQueryParameter({ schema: PEN }),
    withQueryParameter({ content: json(PEN) }),
    "major",
  ],
  [
    "the schema of a JSON parameter changes",
    withQueryParameter({ content: json(PEN) }),
    withQueryParameter({ content: json({ ...PEN, required: ["ink"] }) }),
    "major",
  ],
  [
    "allowEmptyValue is set",
    withQueryParameter({ schema: TEXT }),
    withQueryParameter({ schema: TEXT, allowEmptyValue: true }),
    "minor",
  ],
  [
    "allowEmptyValue is removed",
    withQueryParameter({ schema: TEXT, allowEmptyValue: true }),
    withQueryParameter({ schema: TEXT }),
    "major",
  ],
  [
    "allowReserved is set",
    withQueryParameter({ schema: TEXT }),
    withQueryParameter({ schema: TEXT, allowReserved: true }),
    "minor",
  ],
  [
    "allowReserved is removed",
    withQueryParameter({ schema: TEXT, allowReserved: true }),
    withQueryParameter({ schema: TEXT }),
    "major",
  ],
  [
    "the default of a parameter changes",
    withQueryParameter({ schema: { ...TEXT, default: "a" } }),
    withQueryParameter({ schema: { ...TEXT, default: "b" } }),
    "major",
  ],
  [
    "the default of a required parameter changes",
    withQueryParameter({ required: true, schema: { ...TEXT, default: "a" } }),
    withQueryParameter({ required: true, schema: { ...TEXT, default: "b" } }),
    "none",
  ],
  [
    "a parameter is deprecated",
    withQueryParameter({ schema: TEXT }),
    withQueryParameter({ schema: TEXT, deprecated: true }),
    "minor",
  ],
  [
    "a parameter is removed after its date",
    withQueryParameter({ schema: TEXT, deprecated: true, "x-sunset": "2026-06-01" }),
    NOTHING,
    "minor",
  ],
  [
    "a parameter is removed before its date",
    withQueryParameter({ schema: TEXT, deprecated: true, "x-sunset": "2026-07-01" }),
    NOTHING,
    "major",
  ],
  [
    "a parameter's description changes",
    withQueryParameter({ schema: TEXT }),
    withQueryParameter({ schema: TEXT, description: "The ink." }),
    "patch",
  ],
  [
    "parameters move to the path item",
    withQueryParameter({ schema: TEXT }),
    {
      paths: {
        "/pens": {
          parameters: [{ name: "ink", in: "query", schema: TEXT }],
          post: { operationId: "addPen", responses: { "204": { description: "" } } },
        },
      },
    },
    "none",
  ],

  [
    "a header's list is exploded, which does not change it",
    withQueryParameter({ in: "header", name: "X-Ink", schema: TEXTS }),
    withQueryParameter({ in: "header", name: "X-Ink", schema: TEXTS, explode: true }),
    "none",
  ],
];

const xml = (name: string, media = "application/xml"): JsonObject =>
  body({
    content: { [media]: { schema: { type: "object", properties: { ink: { ...TEXT, xml: { name } } } } } },
  });

const bodies: DocumentPair[] = [
  ["an element of XML is renamed", xml("ink"), xml("Ink"), "major"],
  [
    "an element is renamed where there is no XML",
    xml("ink", "application/json"),
    xml("Ink", "application/json"),
    "none",
  ],
  ["a required body is added", NOTHING, body({ required: true, content: json(PEN) }), "major"],
  ["an optional body is added", NOTHING, body({ content: json(PEN) }), "minor"],
  ["a body is removed", body({ content: json(PEN) }), NOTHING, "major"],
  [
    "a body becomes required",
    body({ content: json(PEN) }),
    body({ required: true, content: json(PEN) }),
    "major",
  ],
  [
    "a body becomes optional",
    body({ required: true, content: json(PEN) }),
    body({ content: json(PEN) }),
    "minor",
  ],
  [
    "a body is required: false",
    body({ content: json(PEN) }),
    body({ required: false, content: json(PEN) }),
    "none",
  ],
  [
    "a media type is accepted too",
    body({ content: json(PEN) }),
    body({ content: { ...json(PEN), "text/plain": {} } }),
    "minor",
  ],
  [
    "a media type is no longer accepted",
    body({ content: { ...json(PEN), "text/plain": {} } }),
    body({ content: json(PEN) }),
    "major",
  ],
  [
    "a media type becomes a range",
    body({ content: { "text/plain": {} } }),
    body({ content: { "text/*": {} } }),
    "minor",
  ],
  [
    "a range becomes one media type",
    body({ content: { "text/*": {} } }),
    body({ content: { "text/plain": {} } }),
    "major",
  ],
  [
    "the default charset of JSON is stated",
    body({ content: json(PEN) }),
    body({ content: { "application/json; charset=utf-8": { schema: PEN } } }),
    "none",
  ],
  ["a body gets a schema", sending(undefined), sending(PEN), "major"],
  ["a body loses its schema", sending(PEN), sending(undefined), "minor"],
  ["a part gets a content type", form({}), form({ ink: { contentType: "text/csv" } }), "major"],
  ["a part's content type is spelled out", form({}), form({ ink: { contentType: "text/plain" } }), "none"],
  [
    "a part may have another content type",
    form({ ink: { contentType: "image/png" } }),
    form({ ink: { contentType: "image/png, image/gif" } }),
    "minor",
  ],
  [
    "a part may no longer have a content type",
    form({ ink: { contentType: "image/png, image/gif" } }),
    form({ ink: { contentType: "image/png" } }),
    "major",
  ],
  [
    "a part gets a required header",
    form({}),
    form({ ink: { headers: { "X-Ink": { required: true, schema: TEXT } } } }),
    "major",
  ],
  ["a part is exploded", form({}), form({ ink: { explode: false } }), "major"],
  [
    "an encoding is added to JSON, which has none",
    sending(PEN),
    body({
      required: true,
      content: { "application/json": { schema: PEN, encoding: { ink: { contentType: "text/csv" } } } },
    }),
    "none",
  ],

  [
    "a form describes the encoding of an unknown field",
    form({}),
    form({ cap: { contentType: "image/png" } }),
    "none",
  ],
  [
    "the items of a stream may be another type",
    response({ content: { "application/jsonl": { itemSchema: { type: "integer" } } } }),
    response({ content: { "application/jsonl": { itemSchema: { type: "number" } } } }),
    "major",
  ],
];

const responsesOf = (schemas: Record<string, JsonObject>): JsonObject =>
  operation({
    responses: Object.fromEntries(
      Object.entries(schemas).map(([status, schema]) => [status, { description: "", content: json(schema) }]),
    ),
  });

const responses: DocumentPair[] = [
  ["a success gets another status", response({}, "200"), response({}, "201"), "major"],
  [
    "a status is added",
    response({}),
    operation({ responses: { "200": { description: "" }, "404": { description: "" } } }),
    "minor",
  ],
  [
    "a status is removed",
    operation({ responses: { "200": { description: "" }, "404": { description: "" } } }),
    response({}),
    "major",
  ],
  ["a range changes case", response({}, "4XX"), response({}, "4xx"), "none"],
  ["a response gets a body", response({}), response({ content: json(PEN) }), "minor"],
  ["a response loses its body", response({ content: json(PEN) }), response({}), "major"],
  ["a response loses its schema", receiving(PEN), receiving(undefined), "major"],
  ["a response gets a schema", receiving(undefined), receiving(PEN), "minor"],
  [
    "another media type is offered",
    response({ content: json(PEN) }),
    response({ content: { ...json(PEN), "text/csv": {} } }),
    "minor",
  ],
  [
    "a media type is no longer offered",
    response({ content: { ...json(PEN), "text/csv": {} } }),
    response({ content: json(PEN) }),
    "major",
  ],
  [
    "a response may have any media type",
    response({ content: json(PEN) }),
    response({ content: { "*/*": { schema: PEN } } }),
    "major",
  ],
  ["a header is added", header(), header({ schema: TEXT }), "minor"],
  ["a header is removed", header({ schema: TEXT }), header(), "major"],
  ["a header becomes optional", header({ required: true, schema: TEXT }), header({ schema: TEXT }), "major"],
  ["a header becomes required", header({ schema: TEXT }), header({ required: true, schema: TEXT }), "minor"],
  [
    "a header's style is spelled out",
    header({ schema: TEXTS }),
    header({ schema: TEXTS, style: "simple", explode: false }),
    "none",
  ],
  ["a header's explode changes", header({ schema: PEN }), header({ schema: PEN, explode: true }), "major"],
  [
    "a header may be another type",
    header({ schema: TEXT }),
    header({ schema: { type: ["string", "integer"] } }),
    "major",
  ],
  ["a header gets a limit", header({ schema: TEXT }), header({ schema: { ...TEXT, maxLength: 3 } }), "patch"],
  ["a response's description changes", response({}), response({ description: "The pens." }), "patch"],
  ["links are added", response({}), response({ links: { next: { operationId: "addPen" } } }), "patch"],

  [
    "a status gets another body than the default response",
    responsesOf({ default: PEN }),
    responsesOf({ default: PEN, "404": { type: "object", properties: { code: TEXT } } }),
    "major",
  ],
  [
    "a status gets another body than its range",
    responsesOf({ "4XX": PEN, default: {} }),
    responsesOf({ "4XX": PEN, "404": TEXT, default: {} }),
    "major",
  ],
  [
    "a status gets the body of the default response",
    responsesOf({ default: PEN }),
    responsesOf({ default: PEN, "404": PEN }),
    "minor",
  ],
];

const BEARER = { type: "http", scheme: "bearer" };
const KEY = { type: "apiKey", in: "header", name: "X-Key" };
const flow = (fields: JsonObject, name = "clientCredentials"): JsonObject =>
  secured([{ oa: ["read"] }], undefined, {
    oa: {
      type: "oauth2",
      flows: {
        [name]: { tokenUrl: "https://a.example/t", scopes: { read: "Read", write: "Write" }, ...fields },
      },
    },
  });
function secured(
  root?: JsonObject[],
  own?: JsonObject[],
  securitySchemes: JsonObject = { token: BEARER, key: KEY },
): JsonObject {
  return operation(
    { ...(own && { security: own }) },
    { ...(root && { security: root }), components: { securitySchemes } },
  );
}

const metadata = (fields: JsonObject = {}): JsonObject =>
  secured([{ oa: ["read"] }], undefined, { oa: { type: "oauth2", flows: {}, ...fields } });
/** Creates a document whose only path is a component, with an operation that requires a key. */
const sharedPath = (key: JsonObject): JsonObject => ({
  paths: { "/pens": { $ref: "#/components/pathItems/Pens" } },
  components: {
    pathItems: { Pens: { get: { responses: { "200": { description: "" } }, security: [{ key: [] }] } } },
    securitySchemes: { key },
  },
});

const security: DocumentPair[] = [
  ["a token becomes required", secured(), secured([{ token: [] }]), "major"],
  ["a token is no longer required", secured([{ token: [] }]), secured(), "minor"],
  [
    "an open operation inherits the document's security",
    secured([{ token: [] }], []),
    secured([{ token: [] }]),
    "major",
  ],
  [
    "the operation's security is emptied",
    secured([{ token: [] }], [{ token: [] }]),
    secured([{ token: [] }], []),
    "minor",
  ],
  [
    "security is repeated at the operation",
    secured([{ token: [] }]),
    secured([{ token: [] }], [{ token: [] }]),
    "none",
  ],
  ["an empty list is no security", secured(), secured([]), "none"],
  [
    "another scheme is accepted too",
    secured([{ token: [] }]),
    secured([{ token: [] }, { key: [] }]),
    "minor",
  ],
  [
    "a scheme is no longer accepted",
    secured([{ token: [] }, { key: [] }]),
    secured([{ token: [] }]),
    "major",
  ],
  [
    "another scheme becomes required too",
    secured([{ token: [] }]),
    secured([{ token: [], key: [] }]),
    "major",
  ],
  [
    "one of two schemes is no longer required",
    secured([{ token: [], key: [] }]),
    secured([{ token: [] }]),
    "minor",
  ],
  ["a token becomes optional", secured([{ token: [] }]), secured([{ token: [] }, {}]), "minor"],
  ["a token is no longer optional", secured([{ token: [] }, {}]), secured([{ token: [] }]), "major"],
  [
    "a scheme is renamed with its uses",
    secured([{ token: [] }]),
    secured([{ bearer: [] }], undefined, { bearer: BEARER, key: KEY }),
    "none",
  ],
  [
    "an unused scheme is removed",
    secured([{ token: [] }]),
    secured([{ token: [] }], undefined, { token: BEARER }),
    "patch",
  ],
  [
    "a scheme sends its token in another header",
    secured([{ token: [] }]),
    secured([{ token: [] }], undefined, { token: { ...KEY, name: "X-Token" }, key: KEY }),
    "major",
  ],
  [
    "a key has another name",
    secured([{ key: [] }]),
    secured([{ key: [] }], undefined, { token: BEARER, key: { ...KEY, name: "X-Api-Key" } }),
    "major",
  ],
  [
    "a scheme is described",
    secured([{ token: [] }]),
    secured([{ token: [] }], undefined, { token: { ...BEARER, description: "A token." }, key: KEY }),
    "patch",
  ],
  [
    "another scope becomes required",
    flow({}),
    secured(
      [{ oa: ["read", "write"] }],
      undefined,
      (flow({}).components as JsonObject).securitySchemes as JsonObject,
    ),
    "major",
  ],
  ["a flow's token URL changes", flow({}), flow({ tokenUrl: "https://b.example/t" }), "major"],
  ["a flow is replaced by another", flow({}), flow({}, "password"), "major"],
  ["a scope is removed", flow({}), flow({ scopes: { read: "Read" } }), "major"],
  ["a scope is added", flow({}), flow({ scopes: { read: "Read", write: "Write", admin: "All" } }), "minor"],
  ["a scope's description changes", flow({}), flow({ scopes: { read: "Read", write: "Change" } }), "patch"],
  ["a refresh URL is added", flow({}), flow({ refreshUrl: "https://a.example/r" }), "minor"],
  [
    "an OpenID URL changes",
    secured([{ id: [] }], undefined, {
      id: { type: "openIdConnect", openIdConnectUrl: "https://a.example" },
    }),
    secured([{ id: [] }], undefined, {
      id: { type: "openIdConnect", openIdConnectUrl: "https://b.example" },
    }),
    "major",
  ],

  [
    "the name of a header with a key changes case",
    secured([{ key: [] }]),
    secured([{ key: [] }], undefined, { token: BEARER, key: { ...KEY, name: "x-key" } }),
    "none",
  ],
  [
    "the name of a query parameter with a key changes case",
    secured([{ key: [] }], undefined, { key: { ...KEY, in: "query" } }),
    secured([{ key: [] }], undefined, { key: { ...KEY, in: "query", name: "x-key" } }),
    "major",
  ],
  [
    "a scheme that only a shared path requires changes",
    sharedPath(KEY),
    sharedPath({ ...KEY, name: "X-Other" }),
    "major",
  ],
  [
    "the URL for the authorization of devices changes",
    flow({ deviceAuthorizationUrl: "https://a.example/d" }, "deviceAuthorization"),
    flow({ deviceAuthorizationUrl: "https://b.example/d" }, "deviceAuthorization"),
    "major",
  ],
  [
    "the URL of the metadata is added",
    metadata(),
    metadata({ oauth2MetadataUrl: "https://a.example/m" }),
    "minor",
  ],
  [
    "the URL of the metadata changes",
    metadata({ oauth2MetadataUrl: "https://a.example/m" }),
    metadata({ oauth2MetadataUrl: "https://b.example/m" }),
    "major",
  ],
  ["a scheme is deprecated", metadata(), metadata({ deprecated: true }), "minor"],
];

const at = (...urls: string[]): JsonObject => operation({}, { servers: urls.map((url) => ({ url })) });
const region = (fields: JsonObject): JsonObject =>
  operation(
    {},
    {
      servers: [
        { url: "https://{region}.pens.example", variables: { region: { default: "eu", ...fields } } },
      ],
    },
  );

const servers: DocumentPair[] = [
  [
    "another server becomes the first",
    at("https://a.example", "https://b.example"),
    at("https://b.example", "https://a.example"),
    "major",
  ],
  ["a server is added", at("https://a.example"), at("https://a.example", "https://b.example"), "minor"],
  [
    "a server is added before the first",
    at("https://a.example"),
    at("https://b.example", "https://a.example"),
    "major",
  ],
  ["a server is removed", at("https://a.example", "https://b.example"), at("https://a.example"), "major"],
  ["a trailing slash is added to a URL", at("https://a.example"), at("https://a.example/"), "none"],
  [
    "a path gets its own server",
    at("https://a.example"),
    {
      ...at("https://a.example"),
      paths: {
        "/pens": {
          servers: [{ url: "https://b.example" }],
          ...((at("https://a.example").paths as JsonObject)["/pens"] as JsonObject),
        },
      },
    },
    "major",
  ],
  [
    "the operation repeats the server",
    at("https://a.example"),
    operation({ servers: [{ url: "https://a.example" }] }, { servers: [{ url: "https://a.example" }] }),
    "none",
  ],
  ["a first server is added", operation({}), at("https://a.example"), "minor"],
  ["the default server is stated", operation({}), at("/"), "none"],
  ["a variable has another default", region({}), region({ default: "us" }), "major"],
  ["a variable loses a value", region({ enum: ["eu", "us"] }), region({ enum: ["eu"] }), "major"],
  ["a variable gains a value", region({ enum: ["eu"] }), region({ enum: ["eu", "us"] }), "minor"],
  ["a variable gets a list of values", region({}), region({ enum: ["eu"] }), "major"],
  [
    "a server's description is added",
    operation({}, { servers: [{ url: "https://a.example" }] }),
    operation({}, { servers: [{ url: "https://a.example", description: "Live" }] }),
    "none",
  ],

  ["the host of a URL changes case", at("https://A.example/v1"), at("https://a.example/v1"), "none"],
  ["the path of a URL changes case", at("https://a.example/V1"), at("https://a.example/v1"), "major"],
  ["the default port is spelled out", at("https://a.example"), at("https://a.example:443"), "none"],
  ["another port is used", at("https://a.example"), at("https://a.example:80"), "major"],
];

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

const operations: DocumentPair[] = [
  [
    "the path of the item changes",
    operation({ "x-item": "$.data" }),
    operation({ "x-item": "$.data.pen" }),
    "major",
  ],
  ["a text becomes null", sending(TEXT), sending({ ...TEXT, "x-null-text": true }), "major"],
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
  ["an operation with a method of its own is removed", copied(get()), copied(undefined), "major"],
  [
    "an operation with a method of its own requires a parameter",
    copied(get()),
    copied(get({ parameters: [{ name: "to", in: "query", required: true, schema: TEXT }] })),
    "major",
  ],
];

const REF = "#/components/schemas/";
const named = (schemas: JsonObject, root = sending({ $ref: "#/components/schemas/Pen" })): JsonObject => ({
  ...root,
  components: { schemas },
});
const union = (mapping?: JsonObject, propertyName = "kind"): JsonObject => ({
  oneOf: [{ $ref: "#/components/schemas/Ball" }, { $ref: "#/components/schemas/Quill" }],
  discriminator: { propertyName, ...(mapping && { mapping }) },
});
const KIND = { type: "object", properties: { kind: TEXT, type: TEXT }, required: ["kind", "type"] };
const tagged = (schema: JsonObject, wrap: typeof sending): JsonObject =>
  named({ Ball: KIND, Quill: { ...KIND, properties: { ...KIND.properties, nib: TEXT } } }, wrap(schema));

const circular = (name: string, ink: JsonObject): JsonObject => ({
  type: "object",
  properties: { ink, parts: { type: "array", items: { $ref: `${REF}${name}` } } },
});

const components: DocumentPair[] = [
  [
    "inline values with null become a component with null",
    named({ Ink: { enum: ["a", "b"] } }, sending({ anyOf: [{ enum: ["a", "b"] }, { type: "null" }] })),
    named({ Ink: { enum: ["a", "b"] } }, sending({ anyOf: [{ $ref: `${REF}Ink` }, { type: "null" }] })),
    "none",
  ],
  [
    "an alternative is replaced by another component with the same content",
    named(
      { Ball: PEN, Quill: PEN, Felt: PEN },
      sending({ anyOf: [{ $ref: `${REF}Ball` }, { $ref: `${REF}Quill` }] }),
    ),
    named(
      { Ball: PEN, Quill: PEN, Felt: PEN },
      sending({ anyOf: [{ $ref: `${REF}Ball` }, { $ref: `${REF}Felt` }] }),
    ),
    "major",
  ],
  [
    "a component with the same content is added as an alternative, received",
    named({ Ball: PEN, Quill: PEN }, receiving({ oneOf: [{ $ref: `${REF}Ball` }, { type: "string" }] })),
    named(
      { Ball: PEN, Quill: PEN },
      receiving({ oneOf: [{ $ref: `${REF}Ball` }, { $ref: `${REF}Quill` }, { type: "string" }] }),
    ),
    "major",
  ],
  [
    "a schema is renamed with its uses",
    named({ Pen: PEN }),
    named({ Pencil: PEN }, sending({ $ref: `${REF}Pencil` })),
    "major",
  ],
  ["an inline schema becomes a component", named({}, sending(PEN)), named({ Pen: PEN }), "minor"],
  ["a component becomes an inline schema", named({ Pen: PEN }), named({}, sending(PEN)), "major"],
  [
    "a schema is wrapped in a reference to it",
    named({ Pen: PEN }),
    named({ Pen: PEN }, sending({ allOf: [{ $ref: `${REF}Pen` }], description: "" })),
    "patch",
  ],
  [
    "a circular schema has another name and another type",
    named(
      { Tree: { type: "object", properties: { child: { $ref: `${REF}Tree` }, ink: TEXT } } },
      receiving({ $ref: `${REF}Tree` }),
    ),
    named(
      { Node: { type: "object", properties: { child: { $ref: `${REF}Node` }, ink: { type: "integer" } } } },
      receiving({ $ref: `${REF}Node` }),
    ),
    "major",
  ],
  [
    "a circular schema gains a field",
    named({ Pen: { ...PEN, properties: { next: { $ref: `${REF}Pen` } } } }),
    named({ Pen: { ...PEN, properties: { next: { $ref: `${REF}Pen` }, cap: TEXT } } }),
    "minor",
  ],
  [
    "a reference changes to another schema with the same content",
    named({ Pen: PEN, Other: PEN }),
    named({ Pen: PEN, Other: PEN }, sending({ $ref: `${REF}Other` })),
    "none",
  ],
  [
    "a reference changes to a schema with fewer fields",
    named({ Pen: PEN, Other: { type: "object" } }),
    named({ Pen: PEN, Other: { type: "object" } }, sending({ $ref: `${REF}Other` })),
    "major",
  ],
  [
    "a schema that no operation uses loses a field",
    named({ Pen: PEN }, NOTHING),
    named({ Pen: { type: "object" } }, NOTHING),
    "major",
  ],
  [
    "a schema that no operation uses gains a field",
    named({ Pen: { type: "object" } }, NOTHING),
    named({ Pen: PEN }, NOTHING),
    "minor",
  ],
  [
    "a schema that no operation uses gets a limit",
    named({ Pen: TEXT }, NOTHING),
    named({ Pen: { ...TEXT, maxLength: 3 } }, NOTHING),
    "patch",
  ],
  [
    "a schema in allOf gains a field",
    named({ Base: PEN, Pen: { allOf: [{ $ref: `${REF}Base` }, { required: ["ink"] }] } }),
    named({
      Base: { ...PEN, properties: { ...PEN.properties, cap: TEXT } },
      Pen: { allOf: [{ $ref: `${REF}Base` }, { required: ["ink"] }] },
    }),
    "minor",
  ],
  [
    "a discriminator's value is renamed, sent",
    tagged(union({ ball: `${REF}Ball`, quill: `${REF}Quill` }), sending),
    tagged(union({ biro: `${REF}Ball`, quill: `${REF}Quill` }), sending),
    "major",
  ],
  [
    "a discriminator's value is renamed, received",
    tagged(union({ ball: `${REF}Ball`, quill: `${REF}Quill` }), receiving),
    tagged(union({ biro: `${REF}Ball`, quill: `${REF}Quill` }), receiving),
    "major",
  ],
  [
    "a discriminator's value is added, sent",
    tagged(union({ ball: `${REF}Ball` }), sending),
    tagged(union({ ball: `${REF}Ball`, biro: `${REF}Ball` }), sending),
    "minor",
  ],
  [
    "a discriminator's value is added, received",
    tagged(union({ ball: `${REF}Ball` }), receiving),
    tagged(union({ ball: `${REF}Ball`, biro: `${REF}Ball` }), receiving),
    "major",
  ],
  [
    "a discriminator's names are spelled out",
    tagged(union(), sending),
    tagged(union({ Ball: `${REF}Ball`, Quill: "Quill" }), sending),
    "none",
  ],
  [
    "a discriminator uses another property",
    tagged(union(), receiving),
    tagged(union(undefined, "type"), receiving),
    "major",
  ],
  [
    "a discriminator's values are swapped",
    tagged(union({ a: `${REF}Ball`, b: `${REF}Quill` }), sending),
    tagged(union({ b: `${REF}Ball`, a: `${REF}Quill` }), sending),
    "major",
  ],
  [
    "a discriminator is added, sent",
    tagged({ oneOf: union().oneOf }, sending),
    tagged(union(), sending),
    "major",
  ],
  [
    "a discriminator is removed, received",
    tagged(union(), receiving),
    tagged({ oneOf: union().oneOf }, receiving),
    "major",
  ],

  [
    "a circular schema is renamed and gets a limit",
    named({ Pen: circular("Pen", TEXT) }),
    named({ Pencil: circular("Pencil", { ...TEXT, maxLength: 2 }) }, sending({ $ref: `${REF}Pencil` })),
    "major",
  ],
  [
    "the default of a discriminator changes",
    tagged({ ...union(), discriminator: { propertyName: "kind", defaultMapping: "Ball" } }, receiving),
    tagged({ ...union(), discriminator: { propertyName: "kind", defaultMapping: "Quill" } }, receiving),
    "major",
  ],
  [
    "a discriminator gets a default, sent",
    tagged(union(), sending),
    tagged({ ...union(), discriminator: { propertyName: "kind", defaultMapping: "Ball" } }, sending),
    "minor",
  ],
];

export const documentPairs: DocumentPair[] = [
  ...parameters,
  ...bodies,
  ...responses,
  ...security,
  ...servers,
  ...operations,
  ...components,
];
