import { all, replace } from "../edit.js";
import { row, type SmallEdit } from "./row.js";

const SERVER = `  - url: https://api.cloudflare.com/client/v4
    description: Production
`;

/** Edits of the credentials and the servers. */
export const security: SmallEdit[] = [
  row(
    "the token is sent in another header",
    replace(
      "      type: http\n      scheme: bearer\n",
      "      type: apiKey\n      in: header\n      name: X-Auth-Key\n",
    ),
    ["passes", "fresh", "major"],
    "a bearer token is no longer accepted",
  ),
  row(
    "another scheme is accepted too",
    all(
      replace("security:\n  - apiToken: []\n", "security:\n  - apiToken: []\n  - apiKey: []\n"),
      replace(
        "  securitySchemes:\n",
        "  securitySchemes:\n    apiKey:\n      type: apiKey\n      in: header\n      name: X-Auth-Key\n      description: The old key.\n",
      ),
    ),
    ["passes", "stale", "minor"],
    "a bearer token is still accepted",
  ),
  row(
    "another scheme is also required",
    all(
      replace("security:\n  - apiToken: []\n", "security:\n  - apiToken: []\n    apiKey: []\n"),
      replace(
        "  securitySchemes:\n",
        "  securitySchemes:\n    apiKey:\n      type: apiKey\n      in: header\n      name: X-Auth-Key\n      description: The old key.\n",
      ),
    ),
    ["passes", "stale", "major"],
    "a bearer token without the key is rejected",
  ),
  row(
    "a token is no longer required",
    all(replace("security:\n  - apiToken: []\n", "security: []\n"), (text) =>
      text.replace(/ {2}securitySchemes:\n(?: {4}.*\n)+/, ""),
    ),
    ["passes", "stale", "minor"],
    "a call with a token still succeeds",
  ),
  row(
    "the server changes",
    replace("url: https://api.cloudflare.com/client/v4", "url: https://api.cloudflare.com/client/v5"),
    ["passes", "stale", "major"],
    "the old URL may stop working",
  ),
  row(
    "a server is added",
    replace(
      SERVER,
      `${SERVER}  - url: https://api.fed.cloudflare.com/client/v4\n    description: Government\n`,
    ),
    ["passes", "fresh", "minor"],
    "the old URL stays the first",
  ),
];
