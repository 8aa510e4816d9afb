import type { JsonObject } from "../../../../scripts/document/json.js";
import { type DocumentPair, operation } from "../../document-builders.js";

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

/** Changes of security. */
export const security: DocumentPair[] = [
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
  ["an empty list of security is added", secured(), secured([]), "none"],
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
