import { combine, replace } from "../edit.js";
import { createSmallEdit, type SmallEdit } from "./small-edit.js";

const SERVER = `  - url: https://api.cloudflare.com/client/v4
    description: Production
`;

/** Edits of the credentials and the servers. */
export const security: SmallEdit[] = [
  createSmallEdit(
    "the token is sent in another header",
    replace(
      "      type: http\n      scheme: bearer\n",
      "      type: apiKey\n      in: header\n      name: X-Auth-Key\n",
    ),
    ["passes", "fresh", "major"],
    "a bearer token is no longer accepted",
  ),
  createSmallEdit(
    "another scheme is accepted too",
    combine(
      replace("security:\n  - apiToken: []\n", "security:\n  - apiToken: []\n  - apiKey: []\n"),
      replace(
        "  securitySchemes:\n",
        "  securitySchemes:\n    apiKey:\n      type: apiKey\n      in: header\n      name: X-Auth-Key\n      description: The old key.\n",
      ),
    ),
    ["passes", "stale", "minor"],
    "a bearer token is still accepted",
  ),
  createSmallEdit(
    "another scheme is also required",
    combine(
      replace("security:\n  - apiToken: []\n", "security:\n  - apiToken: []\n    apiKey: []\n"),
      replace(
        "  securitySchemes:\n",
        "  securitySchemes:\n    apiKey:\n      type: apiKey\n      in: header\n      name: X-Auth-Key\n      description: The old key.\n",
      ),
    ),
    ["passes", "stale", "major"],
    "a bearer token without the key is rejected",
  ),
  createSmallEdit(
    "a token is no longer required",
    combine(replace("security:\n  - apiToken: []\n", "security: []\n"), (text) =>
      text.replace(/ {2}securitySchemes:\n(?: {4}.*\n)+/, ""),
    ),
    ["passes", "stale", "minor"],
    "a call with a token still succeeds",
  ),
  createSmallEdit(
    "the server changes",
    replace("url: https://api.cloudflare.com/client/v4", "url: https://api.cloudflare.com/client/v5"),
    ["passes", "stale", "major"],
    "the old URL may stop working",
  ),
  createSmallEdit(
    "a server is added",
    replace(
      SERVER,
      `${SERVER}  - url: https://api.fed.cloudflare.com/client/v4\n    description: Government\n`,
    ),
    ["passes", "fresh", "minor"],
    "the old URL stays the first",
  ),
];
