import { all, type Edit, remove, replace, replaceAfter } from "./edit.js";

/** The results of the three commands for a valid document. */
export interface Outcomes {
  lint: "passes" | "fails";
  /** `fresh`: the committed code still matches. `rejected`: no code can be generated from the document. */
  generate: "fresh" | "stale" | "rejected";
  diff: "none" | "patch" | "minor" | "major";
}

/** A small edit of the frozen document, and the expected results. */
export interface Mutation extends Outcomes {
  name: string;
  edit: Edit;
  /** The edit of the released document, if it differs from the frozen one. */
  from?: Edit;
  /** The effect on a caller. */
  why: string;
}

const row = (
  name: string,
  edit: Edit,
  [lint, generate, diff]: [Outcomes["lint"], Outcomes["generate"], Outcomes["diff"]],
  why: string,
): Mutation => ({ name, edit, lint, generate, diff, why });

const parameter = (name: string): string => `        - $ref: "#/components/parameters/${name}"\n`;
const SEARCH = `    Search:
      name: search
      in: query
      description: Only the sessions whose meeting title, meeting id or session id matches this text.
      schema:
        type: string
      example: Weekly stand-up
`;
const ENDED_AT = `        ended_at:
          type: string
          format: date-time
          description: >-
            When the session ended. For live sessions it is missing, \`null\` or the text "null".
`;
const TOO_MANY = `        "429":
          $ref: "#/components/responses/TooManyRequests"
`;
const DEFAULT = `        default:
          $ref: "#/components/responses/Failure"
`;
const PAGINATION = `      x-speakeasy-pagination:
        type: offsetLimit
        inputs:
          - name: page_no
            in: parameters
            type: page
          - name: per_page
            in: parameters
            type: limit
        outputs:
          results: $.data.sessions
`;
const PATH = "  /accounts/{account_id}/realtime/kit/{app_id}/sessions:\n";
const SERVER = `  - url: https://api.cloudflare.com/client/v4
    description: Production
`;

const COUNT = "        type: number\n        minimum: 0\n";

export const corpus: Mutation[] = [
  // What a caller may send.
  row(
    "an optional query parameter is removed",
    all(remove(parameter("Search")), remove(SEARCH)),
    ["passes", "stale", "major"],
    "code that passes `search` no longer compiles, and would receive sessions that do not match",
  ),
  row(
    "a query parameter is renamed",
    replace("      name: search\n", "      name: query\n"),
    ["passes", "stale", "major"],
    "the old name is removed",
  ),
  row(
    "an optional query parameter becomes required",
    replace(
      "      name: status\n      in: query\n",
      "      name: status\n      in: query\n      required: true\n",
    ),
    ["passes", "stale", "major"],
    "code that leaves it out no longer compiles",
  ),
  row(
    "an optional query parameter is added",
    all(
      replace(parameter("Search"), parameter("Search") + parameter("Region")),
      replace(
        SEARCH,
        `    Region:\n      name: region\n      in: query\n      description: Only the sessions held there.\n      schema:\n        type: string\n${SEARCH}`,
      ),
    ),
    ["passes", "stale", "minor"],
    "it can be requested now",
  ),
  row(
    "a required query parameter is added",
    all(
      replace(parameter("Search"), parameter("Search") + parameter("Region")),
      replace(
        SEARCH,
        `    Region:\n      name: region\n      in: query\n      required: true\n      description: Only the sessions held there.\n      schema:\n        type: string\n${SEARCH}`,
      ),
    ),
    ["passes", "stale", "major"],
    "no existing call has it",
  ),
  row(
    "a query parameter moves to the headers",
    replace("      name: search\n      in: query\n", "      name: search\n      in: header\n"),
    ["passes", "stale", "major"],
    "the query parameter is no longer read",
  ),
  row(
    "a path parameter's type changes",
    replaceAfter(
      "    AccountId:",
      "type: string\n      example: 023e105f4ecef8ad9ca31a8372d0c353",
      "type: integer\n      example: 1",
    ),
    ["passes", "stale", "major"],
    "a string is no longer accepted",
  ),
  row(
    "a query parameter's type is narrowed",
    replaceAfter("    PageNo:", "type: number", "type: integer"),
    ["passes", "stale", "major"],
    "a fraction is no longer accepted",
  ),
  row(
    "a query parameter's type is widened",
    replaceAfter("    Search:", "type: string", "type: [string, number]"),
    ["passes", "stale", "minor"],
    "existing calls are still accepted, and numbers are too",
  ),
  row(
    "an enum value is added in requests",
    replace(
      "        - createdAt\n      examples:",
      "        - createdAt\n        - endedAt\n      examples:",
    ),
    ["passes", "stale", "minor"],
    "there is a new key to sort by",
  ),
  row(
    "an enum value is removed in requests",
    remove("        - minutesConsumed\n"),
    ["passes", "stale", "major"],
    "code that sorts by it no longer compiles",
  ),
  row(
    "an enum of a query parameter becomes any text",
    remove("      enum:\n        - minutesConsumed\n        - createdAt\n"),
    ["passes", "stale", "minor"],
    "existing calls are still accepted",
  ),
  row(
    "a free text becomes an enum",
    replace(
      "        type: string\n      example: Weekly stand-up\n",
      "        type: string\n        enum: [Weekly stand-up]\n      example: Weekly stand-up\n",
    ),
    ["passes", "stale", "major"],
    "any other text is rejected",
  ),
  row(
    "a query parameter's lower bound rises",
    replaceAfter("    PageNo:", "minimum: 0", "minimum: 1"),
    ["passes", "stale", "major"],
    "page 0 is no longer accepted",
  ),
  row(
    "a query parameter's lower bound is removed",
    replaceAfter("    PageNo:", "        minimum: 0\n", ""),
    ["passes", "stale", "minor"],
    "more values are accepted",
  ),
  row(
    "a query parameter gets an upper bound",
    replaceAfter("    PerPage:", "        minimum: 0\n", "        minimum: 0\n        maximum: 100\n"),
    ["passes", "stale", "major"],
    "a larger page is no longer accepted",
  ),
  row(
    "a query parameter gets a format",
    replaceAfter("    AssociatedId:", "type: string\n", "type: string\n        format: uuid\n"),
    ["passes", "stale", "major"],
    "a room name is no longer accepted",
  ),
  row(
    "a query parameter loses its format",
    replaceAfter("    StartTime:", "        format: date-time\n", ""),
    ["passes", "stale", "minor"],
    "existing calls are still accepted",
  ),
  {
    ...row(
      "a query parameter's default changes",
      replaceAfter("    PerPage:", COUNT, `${COUNT}        default: 50\n`),
      ["passes", "stale", "major"],
      "a call that leaves it out receives pages of another size; redocly rates it as a patch",
    ),
    from: replaceAfter("    PerPage:", COUNT, `${COUNT}        default: 25\n`),
  },
  row(
    "a query parameter gets a default",
    replaceAfter("    PerPage:", "        minimum: 0\n", "        minimum: 0\n        default: 25\n"),
    ["passes", "stale", "minor"],
    "a call that leaves it out receives 25",
  ),
  row(
    "a query parameter is deprecated",
    replace(
      "      name: search\n      in: query\n",
      "      name: search\n      in: query\n      deprecated: true\n",
    ),
    ["passes", "stale", "minor"],
    "it still works, and editors strike it through",
  ),
  row(
    "a query parameter becomes a list",
    replaceAfter(
      "    Search:",
      "        type: string\n      example: Weekly stand-up\n",
      "        type: array\n        items:\n          type: string\n      example: [Weekly stand-up]\n",
    ),
    ["passes", "rejected", "major"],
    "a single text no longer compiles, and the list resource cannot send a list",
  ),
  row(
    "only a parameter's description changes",
    replace("description: The field to sort by.", "description: The key of the order."),
    ["passes", "stale", "patch"],
    "only the text in editors changes",
  ),
  row(
    "only a parameter's example changes",
    replace("example: Weekly stand-up", "example: Monthly review"),
    ["passes", "stale", "patch"],
    "only the text in editors changes",
  ),

  // What a caller gets.
  row(
    "an optional response field is removed",
    all(remove(ENDED_AT), (text) => text.replace(/ +ended_at: .*\n/g, "")),
    ["passes", "stale", "major"],
    "code that reads `ended_at` no longer compiles",
  ),
  row(
    "a required response field is removed",
    all(
      remove("        - organization_id\n"),
      (text) => text.replace(/ +organization_id: .*\n/g, ""),
      remove(`        organization_id:
          type: string
          description: The id of the app that hosted the session.
`),
    ),
    ["passes", "stale", "major"],
    "code that reads it no longer compiles",
  ),
  row(
    "a required response field becomes optional",
    remove("        - minutes_consumed\n"),
    ["passes", "stale", "major"],
    "a total over it no longer compiles, and may become NaN",
  ),
  row(
    "an optional response field becomes required",
    replace("        - created_at\n", "        - created_at\n        - ended_at\n"),
    ["passes", "stale", "minor"],
    "code that handles a missing value still works",
  ),
  row(
    "a response field is added",
    replace(
      ENDED_AT,
      `        region:\n          type: string\n          description: Where it was held.\n${ENDED_AT}`,
    ),
    ["passes", "stale", "minor"],
    "there is a new field to read",
  ),
  row(
    "a response field's type changes",
    replaceAfter("        minutes_consumed:\n", "type: number", "type: string"),
    ["fails", "stale", "major"],
    "a sum becomes a concatenation",
  ),
  row(
    "a response field may be null",
    replaceAfter("        ended_at:\n", "type: string", 'type: [string, "null"]'),
    ["passes", "stale", "major"],
    "code that calls a method of it no longer compiles",
  ),
  row(
    "a response field's type is narrowed",
    replaceAfter("        live_participants:\n", "type: number", "type: integer"),
    ["passes", "stale", "patch"],
    "every value has the released type; only the validators are stricter",
  ),
  row(
    "an enum value is added in responses",
    replace("        - participant\n", "        - participant\n        - webinar\n"),
    ["passes", "stale", "major"],
    "an exhaustive `switch` no longer compiles, or falls through",
  ),
  row(
    "an enum value is removed in responses",
    remove("        - participant\n"),
    ["passes", "stale", "major"],
    "a comparison with it is a TypeScript error now; redocly rates it as a patch",
  ),
  row(
    "an enum value is added in requests and responses",
    replace("        - ENDED\n      examples:", "        - ENDED\n        - PAUSED\n      examples:"),
    ["passes", "stale", "major"],
    "an exhaustive `switch` no longer compiles",
  ),
  row(
    "a response field loses its format",
    replaceAfter("        started_at:\n", "          format: date-time\n", ""),
    ["passes", "stale", "major"],
    "the value may no longer be a date",
  ),
  row(
    "a schema is renamed",
    (text) =>
      text
        .replaceAll('schemas/SortOrder"', 'schemas/Direction"')
        .replace("    SortOrder:\n      type", "    Direction:\n      type"),
    ["passes", "stale", "major"],
    "code that imports its type no longer compiles; redocly reports nothing",
  ),
  row(
    "a schema is added",
    replace(
      "    SessionStatus:\n      type",
      "    SearchText:\n      type: string\n      description: Some text.\n      examples: [a]\n    SessionStatus:\n      type",
    ),
    ["fails", "stale", "minor"],
    "there is a new type to import",
  ),
  row(
    "a list's unknown items become sessions in a cycle",
    replaceAfter(
      "        breakout_rooms:\n",
      "items: {}",
      'items:\n            $ref: "#/components/schemas/Session"',
    ),
    ["passes", "stale", "minor"],
    "the type of the items is known now",
  ),
  row(
    "a list's items become unknown",
    replaceAfter(
      "            sessions:\n",
      'items:\n                $ref: "#/components/schemas/Session"',
      "items: {}",
    ),
    ["fails", "stale", "major"],
    "no field of a session compiles",
  ),
  row(
    "the list of a response is renamed with its pagination",
    all(
      replace("results: $.data.sessions", "results: $.data.items"),
      replace(
        "            sessions:\n              type: array\n",
        "            items:\n              type: array\n",
      ),
      replace("        - data:\n            sessions: []\n", "        - data:\n            items: []\n"),
      replace(
        "        data:\n          sessions:\n            - id: ",
        "        data:\n          items:\n            - id: ",
      ),
    ),
    ["passes", "stale", "major"],
    "code that reads `data.sessions` no longer compiles",
  ),
  row(
    "the list of a response is renamed without its pagination",
    replace(
      "            sessions:\n              type: array\n",
      "            items:\n              type: array\n",
    ),
    ["fails", "rejected", "major"],
    "the pagination would read a missing list",
  ),
  row(
    "the response of an error is removed",
    remove(TOO_MANY),
    ["fails", "stale", "major"],
    "code that handles it no longer compiles",
  ),
  row(
    "the response of any other error is removed",
    remove(DEFAULT),
    ["fails", "stale", "major"],
    "a failure no longer has a type",
  ),
  row(
    "a response header is removed",
    all(remove('        Ratelimit:\n          $ref: "#/components/headers/Ratelimit"\n'), (text) =>
      text.replace(/ {4}Ratelimit:\n(?: {6}.*\n)+/, ""),
    ),
    ["passes", "stale", "major"],
    "code that limits its rate by it no longer can",
  ),
  row(
    "a success has another status",
    replace(
      '        "200":\n          description: One page',
      '        "203":\n          description: One page',
    ),
    ["passes", "stale", "major"],
    "code that tests for 200 handles it as a failure",
  ),
  row(
    "the response has another media type",
    replaceAfter('        "200":', "application/json:", "application/vnd.api+json:"),
    ["passes", "stale", "major"],
    "code that requests JSON receives another type",
  ),
  row(
    "another media type is offered",
    replaceAfter(
      '        "200":',
      "            application/json:\n",
      "            text/csv:\n              schema:\n                type: string\n              example: id\n            application/json:\n",
    ),
    ["passes", "stale", "minor"],
    "the released media type is still returned",
  ),

  // The operation itself.
  row(
    "the path changes",
    replace(PATH, PATH.replace("sessions:", "session-list:")),
    ["passes", "stale", "major"],
    "calls to the old path fail",
  ),
  row(
    "a path parameter is renamed",
    all(
      replace(PATH, PATH.replace("{app_id}", "{kit_id}")),
      replace("      name: app_id\n", "      name: kit_id\n"),
    ),
    ["passes", "stale", "major"],
    "the URL is the same, but the argument has another name; redocly rates it as a patch",
  ),
  row(
    "the method changes",
    replace("    get:\n      operationId", "    post:\n      operationId"),
    ["passes", "stale", "major"],
    "a GET is rejected",
  ),
  row(
    "the operationId changes",
    replace("operationId: listSessions", "operationId: findSessions"),
    ["passes", "stale", "major"],
    "the generated function and types have other names",
  ),
  row(
    "the operation is deprecated",
    replace("      operationId: listSessions\n", "      operationId: listSessions\n      deprecated: true\n"),
    ["passes", "stale", "minor"],
    "it still works, and editors strike it through",
  ),
  row(
    "an operation is added",
    replace(
      PATH,
      `  /accounts/{account_id}/realtime/kit/{app_id}/sessions/count:
    get:
      operationId: countSessions
      tags:
        - Sessions
      summary: Count the sessions
      description: Returns the number of sessions.
      parameters:
        - $ref: "#/components/parameters/AccountId"
        - $ref: "#/components/parameters/AppId"
      responses:
        "200":
          description: The count.
          content:
            application/json:
              schema:
                type: number
              example: 1
        "429":
          $ref: "#/components/responses/TooManyRequests"
        default:
          $ref: "#/components/responses/Failure"
${PATH}`,
    ),
    ["passes", "stale", "minor"],
    "there is a new operation to call",
  ),
  row(
    "only the summary changes",
    replace("summary: List the sessions of an app", "summary: All sessions of an app"),
    ["passes", "stale", "patch"],
    "only the text in editors changes",
  ),
  row(
    "only the document's description changes",
    replace("(video meetings, once Dyte)", "(video meetings)"),
    ["passes", "fresh", "patch"],
    "nothing",
  ),
  row(
    "only the version changes",
    replace("  version: 0.1.0\n", "  version: 9.9.9\n"),
    ["passes", "fresh", "none"],
    "nothing: a new version is not a change of the API",
  ),

  // How a caller proves who he is, and where he calls.
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
    "a bearer token alone is rejected",
  ),
  row(
    "no token is required",
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

  // The pagination rule and other extensions, which redocly's diff does not see.
  row(
    "the pagination rule is removed",
    remove(PAGINATION),
    ["passes", "stale", "major"],
    "`iterate` cannot be generated",
  ),
  row(
    "the pagination rule finds the list elsewhere",
    all(
      replace("results: $.data.sessions", "results: $.extra"),
      replace(
        "        paging:\n          $ref",
        "        extra:\n          type: array\n          description: More.\n          items: {}\n        paging:\n          $ref",
      ),
    ),
    ["passes", "stale", "major"],
    "a loop over the sessions yields other items",
  ),
  row(
    "the pagination rule counts items instead of pages",
    replace("            type: page\n", "            type: offset\n"),
    ["passes", "stale", "major"],
    "other pages are requested",
  ),
  row(
    "the pagination rule loses its page size",
    remove("          - name: per_page\n            in: parameters\n            type: limit\n"),
    ["passes", "stale", "major"],
    "the page size no longer determines the start of the next page",
  ),
  row(
    "the pagination rule's inputs are reordered",
    replace(
      "          - name: page_no\n            in: parameters\n            type: page\n          - name: per_page\n            in: parameters\n            type: limit\n",
      "          - name: per_page\n            in: parameters\n            type: limit\n          - name: page_no\n            in: parameters\n            type: page\n",
    ),
    ["passes", "stale", "none"],
    "the rule is the same",
  ),
  row(
    "another extension is added",
    replace(
      "      x-speakeasy-pagination:\n",
      "      x-internal-owner: realtime\n      x-speakeasy-pagination:\n",
    ),
    ["passes", "fresh", "patch"],
    "the generated code does not use it, but other tools may",
  ),
  row(
    "another extension is added within a schema",
    replaceAfter(
      "    SortOrder:\n      type: string\n",
      "      enum:\n        - ASC\n",
      "      x-display-names: [Up, Down]\n      enum:\n        - ASC\n",
    ),
    ["passes", "fresh", "patch"],
    "the generated code does not use it, but other tools may",
  ),

  // The same document in other words.
  row("nothing changes", (text) => text, ["passes", "fresh", "none"], "nothing"),
  row("a comment is added", (text) => `# A comment.\n${text}`, ["passes", "fresh", "none"], "nothing"),
  row(
    "keys are reordered",
    replace("      name: search\n      in: query\n", "      in: query\n      name: search\n"),
    ["passes", "fresh", "none"],
    "nothing",
  ),
  row(
    "parameters are reordered",
    replace(parameter("Search") + parameter("SortBy"), parameter("SortBy") + parameter("Search")),
    ["passes", "stale", "none"],
    "nothing: they are sent by name",
  ),
  row(
    "an anchor and an alias stand for a repeated value",
    all(
      replaceAfter("    PageNo:", "schema:\n", "schema: &count\n"),
      replaceAfter("    PerPage:", `schema:\n${COUNT}`, "schema: *count\n"),
    ),
    ["passes", "fresh", "none"],
    "nothing; redocly reports the second value as removed",
  ),
  {
    ...row(
      "a bound comes in by an alias",
      all(
        replaceAfter("    PageNo:", `schema:\n${COUNT}`, `schema: &count\n${COUNT}        maximum: 100\n`),
        replaceAfter("    PerPage:", `schema:\n${COUNT}`, "schema: *count\n"),
      ),
      ["passes", "stale", "major"],
      "a page of more than 100 is refused; redocly does not look into the alias",
    ),
    from: replaceAfter("    PageNo:", COUNT, `${COUNT}        maximum: 100\n`),
  },
  row(
    "the lines end in CRLF",
    (text) => text.replaceAll("\n", "\r\n"),
    ["passes", "fresh", "none"],
    "nothing",
  ),
  row("a byte order mark comes first", (text) => `\uFEFF${text}`, ["passes", "fresh", "none"], "nothing"),
  row(
    "an inline schema becomes a component",
    all(
      replaceAfter(
        "    Search:",
        "        type: string\n",
        '        $ref: "#/components/schemas/SearchText"\n',
      ),
      replace(
        "    SessionStatus:\n      type",
        "    SearchText:\n      type: string\n      description: Some text.\n      examples: [a]\n    SessionStatus:\n      type",
      ),
    ),
    ["passes", "stale", "minor"],
    "the same values are accepted, and there is a new type to import",
  ),
  row(
    "the document grows to 5 MB",
    (text) => `${text}    Large:\n      summary: Large\n      value: "${"x".repeat(5_000_000)}"\n`,
    ["fails", "fresh", "patch"],
    "nothing: an unused example",
  ),
];
