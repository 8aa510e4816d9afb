import type { JsonObject } from "../../../../scripts/document/json.js";
import { buildOperation, type DocumentPair } from "../../document-builders.js";

const BEARER = { type: "http", scheme: "bearer" };
const KEY = { type: "apiKey", in: "header", name: "X-Key" };
const buildFlow = (fields: JsonObject, name = "clientCredentials"): JsonObject =>
  buildSecurity([{ oa: ["read"] }], undefined, {
    oa: {
      type: "oauth2",
      flows: {
        [name]: { tokenUrl: "https://a.example/t", scopes: { read: "Read", write: "Write" }, ...fields },
      },
    },
  });
function buildSecurity(
  root?: JsonObject[],
  own?: JsonObject[],
  securitySchemes: JsonObject = { token: BEARER, key: KEY },
): JsonObject {
  return buildOperation(
    { ...(own && { security: own }) },
    { ...(root && { security: root }), components: { securitySchemes } },
  );
}

const buildMetadata = (fields: JsonObject = {}): JsonObject =>
  buildSecurity([{ oa: ["read"] }], undefined, { oa: { type: "oauth2", flows: {}, ...fields } });
/** Creates a document whose only path is a component, with an operation that requires a key. */
const buildSharedPath = (key: JsonObject): JsonObject => ({
  paths: { "/pens": { $ref: "#/components/pathItems/Pens" } },
  components: {
    pathItems: { Pens: { get: { responses: { "200": { description: "" } }, security: [{ key: [] }] } } },
    securitySchemes: { key },
  },
});

const buildWebhook = (security: JsonObject[]): JsonObject => ({
  webhooks: { ink: { post: { security, responses: { "204": { description: "" } } } } },
  components: { securitySchemes: { token: BEARER, key: KEY } },
});

/** Changes of security. */
export const security: DocumentPair[] = [
  ["a token becomes required", buildSecurity(), buildSecurity([{ token: [] }]), "major"],
  ["a token is no longer required", buildSecurity([{ token: [] }]), buildSecurity(), "minor"],
  [
    "an open operation inherits the document's security",
    buildSecurity([{ token: [] }], []),
    buildSecurity([{ token: [] }]),
    "major",
  ],
  [
    "the operation's security is emptied",
    buildSecurity([{ token: [] }], [{ token: [] }]),
    buildSecurity([{ token: [] }], []),
    "minor",
  ],
  [
    "security is repeated at the operation",
    buildSecurity([{ token: [] }]),
    buildSecurity([{ token: [] }], [{ token: [] }]),
    "none",
  ],
  ["an empty list of security is added", buildSecurity(), buildSecurity([]), "none"],
  [
    "another scheme is accepted too",
    buildSecurity([{ token: [] }]),
    buildSecurity([{ token: [] }, { key: [] }]),
    "minor",
  ],
  [
    "a scheme is no longer accepted",
    buildSecurity([{ token: [] }, { key: [] }]),
    buildSecurity([{ token: [] }]),
    "major",
  ],
  [
    "another scheme becomes required too",
    buildSecurity([{ token: [] }]),
    buildSecurity([{ token: [], key: [] }]),
    "major",
  ],
  [
    "one of two schemes is no longer required",
    buildSecurity([{ token: [], key: [] }]),
    buildSecurity([{ token: [] }]),
    "minor",
  ],
  ["a token becomes optional", buildSecurity([{ token: [] }]), buildSecurity([{ token: [] }, {}]), "minor"],
  [
    "a token is no longer optional",
    buildSecurity([{ token: [] }, {}]),
    buildSecurity([{ token: [] }]),
    "major",
  ],
  [
    "a scheme is renamed with its uses",
    buildSecurity([{ token: [] }]),
    buildSecurity([{ bearer: [] }], undefined, { bearer: BEARER, key: KEY }),
    "none",
  ],
  [
    "an unused scheme is removed",
    buildSecurity([{ token: [] }]),
    buildSecurity([{ token: [] }], undefined, { token: BEARER }),
    "patch",
  ],
  [
    "a scheme sends its token in another header",
    buildSecurity([{ token: [] }]),
    buildSecurity([{ token: [] }], undefined, { token: { ...KEY, name: "X-Token" }, key: KEY }),
    "major",
  ],
  [
    "a key has another name",
    buildSecurity([{ key: [] }]),
    buildSecurity([{ key: [] }], undefined, { token: BEARER, key: { ...KEY, name: "X-Api-Key" } }),
    "major",
  ],
  [
    "a scheme is described",
    buildSecurity([{ token: [] }]),
    buildSecurity([{ token: [] }], undefined, { token: { ...BEARER, description: "A token." }, key: KEY }),
    "patch",
  ],
  [
    "another scope becomes required",
    buildFlow({}),
    buildSecurity(
      [{ oa: ["read", "write"] }],
      undefined,
      (buildFlow({}).components as JsonObject).securitySchemes as JsonObject,
    ),
    "major",
  ],
  ["a flow's token URL changes", buildFlow({}), buildFlow({ tokenUrl: "https://b.example/t" }), "major"],
  ["a flow is replaced by another", buildFlow({}), buildFlow({}, "password"), "major"],
  ["a scope is removed", buildFlow({}), buildFlow({ scopes: { read: "Read" } }), "major"],
  [
    "a scope is added",
    buildFlow({}),
    buildFlow({ scopes: { read: "Read", write: "Write", admin: "All" } }),
    "minor",
  ],
  [
    "a scope's description changes",
    buildFlow({}),
    buildFlow({ scopes: { read: "Read", write: "Change" } }),
    "patch",
  ],
  ["a refresh URL is added", buildFlow({}), buildFlow({ refreshUrl: "https://a.example/r" }), "minor"],
  [
    "an OpenID URL changes",
    buildSecurity([{ id: [] }], undefined, {
      id: { type: "openIdConnect", openIdConnectUrl: "https://a.example" },
    }),
    buildSecurity([{ id: [] }], undefined, {
      id: { type: "openIdConnect", openIdConnectUrl: "https://b.example" },
    }),
    "major",
  ],
  [
    "the name of a header with a key changes case",
    buildSecurity([{ key: [] }]),
    buildSecurity([{ key: [] }], undefined, { token: BEARER, key: { ...KEY, name: "x-key" } }),
    "none",
  ],
  [
    "the name of a query parameter with a key changes case",
    buildSecurity([{ key: [] }], undefined, { key: { ...KEY, in: "query" } }),
    buildSecurity([{ key: [] }], undefined, { key: { ...KEY, in: "query", name: "x-key" } }),
    "major",
  ],
  [
    "a scheme that only a shared path requires changes",
    buildSharedPath(KEY),
    buildSharedPath({ ...KEY, name: "X-Other" }),
    "major",
  ],
  [
    "the URL for the authorization of devices changes",
    buildFlow({ deviceAuthorizationUrl: "https://a.example/d" }, "deviceAuthorization"),
    buildFlow({ deviceAuthorizationUrl: "https://b.example/d" }, "deviceAuthorization"),
    "major",
  ],
  [
    "the URL of the metadata is added",
    buildMetadata(),
    buildMetadata({ oauth2MetadataUrl: "https://a.example/m" }),
    "minor",
  ],
  [
    "the URL of the metadata changes",
    buildMetadata({ oauth2MetadataUrl: "https://a.example/m" }),
    buildMetadata({ oauth2MetadataUrl: "https://b.example/m" }),
    "major",
  ],
  ["a scheme is deprecated", buildMetadata(), buildMetadata({ deprecated: true }), "minor"],
  ["a webhook is sent with a credential", buildWebhook([]), buildWebhook([{ key: [] }]), "minor"],
  ["a webhook is sent without its credential", buildWebhook([{ key: [] }]), buildWebhook([]), "major"],
  [
    "a webhook is sent with another credential",
    buildWebhook([{ key: [] }]),
    buildWebhook([{ token: [] }]),
    "major",
  ],
  [
    "a webhook is sent with one of two credentials",
    buildWebhook([{ key: [] }, { token: [] }]),
    buildWebhook([{ token: [] }]),
    "minor",
  ],
];
