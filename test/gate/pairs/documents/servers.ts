import type { JsonObject } from "../../../../scripts/document/json.js";
import { type DocumentPair, operation } from "../../document-builders.js";

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

/** Changes of servers. */
export const servers: DocumentPair[] = [
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
