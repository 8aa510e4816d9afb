import type { JsonObject } from "../../../../scripts/document/json.js";
import { buildOperation, type DocumentPair } from "../../document-builders.js";

const buildServers = (...urls: string[]): JsonObject =>
  buildOperation({}, { servers: urls.map((url) => ({ url })) });
const buildServerVariable = (fields: JsonObject, name = "region"): JsonObject =>
  buildOperation(
    {},
    {
      servers: [
        { url: `https://{${name}}.pens.example`, variables: { [name]: { default: "eu", ...fields } } },
      ],
    },
  );

/** Changes of servers. */
export const servers: DocumentPair[] = [
  [
    "another server becomes the first",
    buildServers("https://a.example", "https://b.example"),
    buildServers("https://b.example", "https://a.example"),
    "major",
  ],
  [
    "a server is added",
    buildServers("https://a.example"),
    buildServers("https://a.example", "https://b.example"),
    "minor",
  ],
  [
    "a server is added before the first",
    buildServers("https://a.example"),
    buildServers("https://b.example", "https://a.example"),
    "major",
  ],
  [
    "a server is removed",
    buildServers("https://a.example", "https://b.example"),
    buildServers("https://a.example"),
    "major",
  ],
  [
    "a trailing slash is added to a URL",
    buildServers("https://a.example"),
    buildServers("https://a.example/"),
    "none",
  ],
  [
    "a path gets its own server",
    buildServers("https://a.example"),
    {
      ...buildServers("https://a.example"),
      paths: {
        "/pens": {
          servers: [{ url: "https://b.example" }],
          ...((buildServers("https://a.example").paths as JsonObject)["/pens"] as JsonObject),
        },
      },
    },
    "major",
  ],
  [
    "the operation repeats the server",
    buildServers("https://a.example"),
    buildOperation({ servers: [{ url: "https://a.example" }] }, { servers: [{ url: "https://a.example" }] }),
    "none",
  ],
  ["a first server is added", buildOperation({}), buildServers("https://a.example"), "minor"],
  ["the default server is stated", buildOperation({}), buildServers("/"), "none"],
  [
    "a variable has another default",
    buildServerVariable({}),
    buildServerVariable({ default: "us" }),
    "major",
  ],
  [
    "a variable loses a value",
    buildServerVariable({ enum: ["eu", "us"] }),
    buildServerVariable({ enum: ["eu"] }),
    "major",
  ],
  [
    "a variable gains a value",
    buildServerVariable({ enum: ["eu"] }),
    buildServerVariable({ enum: ["eu", "us"] }),
    "minor",
  ],
  [
    "a variable gets a list of values",
    buildServerVariable({}),
    buildServerVariable({ enum: ["eu"] }),
    "major",
  ],
  [
    "a server's description is added",
    buildOperation({}, { servers: [{ url: "https://a.example" }] }),
    buildOperation({}, { servers: [{ url: "https://a.example", description: "Live" }] }),
    "patch",
  ],
  [
    "a variable's description is added",
    buildServerVariable({}),
    buildServerVariable({ description: "The region" }),
    "patch",
  ],
  ["a variable is renamed", buildServerVariable({}), buildServerVariable({}, "area"), "patch"],
  [
    "a renamed variable loses a value",
    buildServerVariable({ enum: ["eu", "us"] }),
    buildServerVariable({ enum: ["eu"] }, "area"),
    "major",
  ],
  [
    "a renamed variable has another default",
    buildServerVariable({}),
    buildServerVariable({ default: "us" }, "area"),
    "major",
  ],
  [
    "the host of a URL changes case",
    buildServers("https://A.example/v1"),
    buildServers("https://a.example/v1"),
    "none",
  ],
  [
    "the path of a URL changes case",
    buildServers("https://a.example/V1"),
    buildServers("https://a.example/v1"),
    "major",
  ],
  [
    "the default port is spelled out",
    buildServers("https://a.example"),
    buildServers("https://a.example:443"),
    "none",
  ],
  ["another port is used", buildServers("https://a.example"), buildServers("https://a.example:80"), "major"],
  [
    "the server moves from the document to its operation",
    buildServers("https://a.example"),
    buildOperation({ servers: [{ url: "https://a.example" }] }),
    "patch",
  ],
  [
    "the document's server changes, which no operation uses",
    buildOperation({ servers: [{ url: "https://a.example" }] }, { servers: [{ url: "https://b.example" }] }),
    buildOperation({ servers: [{ url: "https://a.example" }] }, { servers: [{ url: "https://c.example" }] }),
    "patch",
  ],
];
