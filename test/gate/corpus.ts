import { all, type Edit, remove, replace, replaceAfter } from "./edit.js";

/** What the three commands say of a document that is not broken. */
export interface Verdicts {
  lint: "passes" | "fails";
  /** `fresh`: the committed code still matches. `refused`: no code can be made of the document. */
  generate: "fresh" | "stale" | "refused";
  diff: "none" | "patch" | "minor" | "major";
}

/** A small edit of the frozen document, and what it is to be judged as. */
export interface Mutation extends Verdicts {
  name: string;
  edit: Edit;
  /** What the released document was, if it was not the committed one. */
  from?: Edit;
  /** What it does to a caller. */
  why: string;
}

const row = (
  name: string,
  edit: Edit,
  [lint, generate, diff]: [Verdicts["lint"], Verdicts["generate"], Verdicts["diff"]],
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
            When the session ended. Live sessions lack it, or carry \`null\` or the text "null".
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
    "who passes `search` no longer compiles, and would get sessions that do not match",
  ),
  row(
    "a query parameter is renamed",
    replace("      name: search\n", "      name: query\n"),
    ["passes", "stale", "major"],
    "as if the old one were removed",
  ),
  row(
    "an optional query parameter becomes required",
    replace(
      "      name: status\n      in: query\n",
      "      name: status\n      in: query\n      required: true\n",
    ),
    ["passes", "stale", "major"],
    "who leaves it out no longer compiles",
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
    "there is one more thing to ask for",
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
    "no call of today has it",
  ),
  row(
    "a query parameter moves to the headers",
    replace("      name: search\n      in: query\n", "      name: search\n      in: header\n"),
    ["passes", "stale", "major"],
    "sent in the query it is no longer read",
  ),
  row(
    "a path parameter's type changes",
    replaceAfter(
      "    AccountId:",
      "type: string\n      example: 023e105f4ecef8ad9ca31a8372d0c353",
      "type: integer\n      example: 1",
    ),
    ["passes", "stale", "major"],
    "a string is no longer taken",
  ),
  row(
    "a query parameter's type is narrowed",
    replaceAfter("    PageNo:", "type: number", "type: integer"),
    ["passes", "stale", "major"],
    "a fraction, taken before, is refused",
  ),
  row(
    "a query parameter's type is widened",
    replaceAfter("    Search:", "type: string", "type: [string, number]"),
    ["passes", "stale", "minor"],
    "all that was sent is taken still, and numbers as well",
  ),
  row(
    "an enum value that a caller may send is added",
    replace(
      "        - createdAt\n      examples:",
      "        - createdAt\n        - endedAt\n      examples:",
    ),
    ["passes", "stale", "minor"],
    "there is one more key to sort by",
  ),
  row(
    "an enum value that a caller may send is removed",
    remove("        - minutesConsumed\n"),
    ["passes", "stale", "major"],
    "who sorts by it no longer compiles",
  ),
  row(
    "an enum of a query parameter becomes any text",
    remove("      enum:\n        - minutesConsumed\n        - createdAt\n"),
    ["passes", "stale", "minor"],
    "all that was sent is taken still",
  ),
  row(
    "a free text becomes an enum",
    replace(
      "        type: string\n      example: Weekly stand-up\n",
      "        type: string\n        enum: [Weekly stand-up]\n      example: Weekly stand-up\n",
    ),
    ["passes", "stale", "major"],
    "any other text is refused",
  ),
  row(
    "a query parameter's lower bound rises",
    replaceAfter("    PageNo:", "minimum: 0", "minimum: 1"),
    ["passes", "stale", "major"],
    "page 0, taken before, is refused",
  ),
  row(
    "a query parameter's lower bound goes",
    replaceAfter("    PageNo:", "        minimum: 0\n", ""),
    ["passes", "stale", "minor"],
    "more is taken than before",
  ),
  row(
    "a query parameter gets an upper bound",
    replaceAfter("    PerPage:", "        minimum: 0\n", "        minimum: 0\n        maximum: 100\n"),
    ["passes", "stale", "major"],
    "a larger page, taken before, is refused",
  ),
  row(
    "a query parameter gets a format",
    replaceAfter("    AssociatedId:", "type: string\n", "type: string\n        format: uuid\n"),
    ["passes", "stale", "major"],
    "a room name, taken before, is refused",
  ),
  row(
    "a query parameter loses its format",
    replaceAfter("    StartTime:", "        format: date-time\n", ""),
    ["passes", "stale", "minor"],
    "all that was sent is taken still",
  ),
  {
    ...row(
      "a query parameter's default changes",
      replaceAfter("    PerPage:", COUNT, `${COUNT}        default: 50\n`),
      ["passes", "stale", "major"],
      "a call that leaves it out gets pages of another size; redocly says patch",
    ),
    from: replaceAfter("    PerPage:", COUNT, `${COUNT}        default: 25\n`),
  },
  row(
    "a query parameter gets a default",
    replaceAfter("    PerPage:", "        minimum: 0\n", "        minimum: 0\n        default: 25\n"),
    ["passes", "stale", "minor"],
    "a call that leaves it out is known now to get 25",
  ),
  row(
    "a query parameter is deprecated",
    replace(
      "      name: search\n      in: query\n",
      "      name: search\n      in: query\n      deprecated: true\n",
    ),
    ["passes", "stale", "minor"],
    "it works still, and editors strike it through",
  ),
  row(
    "a query parameter takes a list",
    replaceAfter(
      "    Search:",
      "        type: string\n      example: Weekly stand-up\n",
      "        type: array\n        items:\n          type: string\n      example: [Weekly stand-up]\n",
    ),
    ["passes", "stale", "major"],
    "a single text no longer compiles",
  ),
  row(
    "only a parameter's description changes",
    replace("description: What the sessions are sorted by.", "description: The key of the order."),
    ["passes", "stale", "patch"],
    "nothing but the words in an editor",
  ),
  row(
    "only a parameter's example changes",
    replace("example: Weekly stand-up", "example: Monthly review"),
    ["passes", "stale", "patch"],
    "nothing but the words in an editor",
  ),

  // What a caller gets.
  row(
    "an optional response field is removed",
    all(remove(ENDED_AT), (text) => text.replace(/ +ended_at: .*\n/g, "")),
    ["passes", "stale", "major"],
    "who reads `ended_at` no longer compiles",
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
    "who reads it no longer compiles",
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
    "code that allows for its absence goes on working",
  ),
  row(
    "a response field is added",
    replace(
      ENDED_AT,
      `        region:\n          type: string\n          description: Where it was held.\n${ENDED_AT}`,
    ),
    ["passes", "stale", "minor"],
    "there is one more thing to read",
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
    "who calls a method of it no longer compiles",
  ),
  row(
    "a response field's type is narrowed",
    replaceAfter("        live_participants:\n", "type: number", "type: integer"),
    ["passes", "stale", "patch"],
    "every value that comes is of the type that was known; only the validators look closer",
  ),
  row(
    "an enum value that a caller may get is added",
    replace("        - participant\n", "        - participant\n        - webinar\n"),
    ["passes", "stale", "major"],
    "an exhaustive `switch` no longer compiles, or falls through",
  ),
  row(
    "an enum value that a caller may get is removed",
    remove("        - participant\n"),
    ["passes", "stale", "major"],
    "to TypeScript a comparison with it is an error now; redocly says patch",
  ),
  row(
    "an enum value is added that is both sent and got",
    replace("        - ENDED\n      examples:", "        - ENDED\n        - PAUSED\n      examples:"),
    ["passes", "stale", "major"],
    "an exhaustive `switch` no longer compiles",
  ),
  row(
    "a response field loses its format",
    replaceAfter("        started_at:\n", "          format: date-time\n", ""),
    ["passes", "stale", "major"],
    "what was promised to parse as a date need not any more",
  ),
  row(
    "a schema is renamed",
    (text) =>
      text
        .replaceAll('schemas/SortOrder"', 'schemas/Direction"')
        .replace("    SortOrder:\n      type", "    Direction:\n      type"),
    ["passes", "stale", "major"],
    "who imports its type no longer compiles; redocly says nothing",
  ),
  row(
    "a schema is added",
    replace(
      "    SessionStatus:\n      type",
      "    SearchText:\n      type: string\n      description: Some text.\n      examples: [a]\n    SessionStatus:\n      type",
    ),
    ["fails", "stale", "minor"],
    "there is one more type to import",
  ),
  row(
    "a list's items, unknown before, become sessions in a cycle",
    replaceAfter(
      "        breakout_rooms:\n",
      "items: {}",
      'items:\n            $ref: "#/components/schemas/Session"',
    ),
    ["passes", "stale", "minor"],
    "what was unknown is known",
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
    "the answer's list is renamed with its pagination",
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
    "who reads `data.sessions` gets nothing",
  ),
  row(
    "the answer's list is renamed without its pagination",
    replace(
      "            sessions:\n              type: array\n",
      "            items:\n              type: array\n",
    ),
    ["fails", "refused", "major"],
    "the list would be looked for where none is",
  ),
  row(
    "the response of an error is removed",
    remove(TOO_MANY),
    ["fails", "stale", "major"],
    "who told it apart by its type no longer can",
  ),
  row(
    "the response of any other error is removed",
    remove(DEFAULT),
    ["fails", "stale", "major"],
    "a failure has no type any more",
  ),
  row(
    "a response header is removed",
    all(remove('        Ratelimit:\n          $ref: "#/components/headers/Ratelimit"\n'), (text) =>
      text.replace(/ {4}Ratelimit:\n(?: {6}.*\n)+/, ""),
    ),
    ["passes", "stale", "major"],
    "who paces himself by it is left without",
  ),
  row(
    "a success has another status",
    replace(
      '        "200":\n          description: One page',
      '        "203":\n          description: One page',
    ),
    ["passes", "stale", "major"],
    "who tests for 200 takes it for a failure",
  ),
  row(
    "the answer comes in another media type",
    replaceAfter('        "200":', "application/json:", "application/vnd.api+json:"),
    ["passes", "stale", "major"],
    "who asks for, or tests for, JSON gets none",
  ),
  row(
    "a further media type is offered",
    replaceAfter(
      '        "200":',
      "            application/json:\n",
      "            text/csv:\n              schema:\n                type: string\n              example: id\n            application/json:\n",
    ),
    ["passes", "stale", "minor"],
    "what was asked for is answered still",
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
    "the URL is the same, but the argument has another name; redocly says patch",
  ),
  row(
    "the method changes",
    replace("    get:\n      operationId", "    post:\n      operationId"),
    ["passes", "stale", "major"],
    "a GET is refused",
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
    "it works still, and editors strike it through",
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
      description: Answers how many there are.
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
    "there is one more call",
  ),
  row(
    "only the summary changes",
    replace("summary: List the sessions of an app", "summary: All sessions of an app"),
    ["passes", "stale", "patch"],
    "nothing but the words in an editor",
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
    "nothing: the version tells of changes and is none",
  ),

  // How a caller proves who he is, and where he calls.
  row(
    "the token goes elsewhere",
    replace(
      "      type: http\n      scheme: bearer\n",
      "      type: apiKey\n      in: header\n      name: X-Auth-Key\n",
    ),
    ["passes", "fresh", "major"],
    "a bearer token is no longer taken",
  ),
  row(
    "another scheme is taken as well",
    all(
      replace("security:\n  - apiToken: []\n", "security:\n  - apiToken: []\n  - apiKey: []\n"),
      replace(
        "  securitySchemes:\n",
        "  securitySchemes:\n    apiKey:\n      type: apiKey\n      in: header\n      name: X-Auth-Key\n      description: The old key.\n",
      ),
    ),
    ["passes", "stale", "minor"],
    "a bearer token is taken still",
  ),
  row(
    "another scheme is demanded besides",
    all(
      replace("security:\n  - apiToken: []\n", "security:\n  - apiToken: []\n    apiKey: []\n"),
      replace(
        "  securitySchemes:\n",
        "  securitySchemes:\n    apiKey:\n      type: apiKey\n      in: header\n      name: X-Auth-Key\n      description: The old key.\n",
      ),
    ),
    ["passes", "stale", "major"],
    "a bearer token alone is refused",
  ),
  row(
    "no token is asked for",
    all(replace("security:\n  - apiToken: []\n", "security: []\n"), (text) =>
      text.replace(/ {2}securitySchemes:\n(?: {4}.*\n)+/, ""),
    ),
    ["passes", "stale", "minor"],
    "a call with a token is answered still",
  ),
  row(
    "the server changes",
    replace("url: https://api.cloudflare.com/client/v4", "url: https://api.cloudflare.com/client/v5"),
    ["passes", "stale", "major"],
    "the old address is not promised any more",
  ),
  row(
    "a server is added",
    replace(
      SERVER,
      `${SERVER}  - url: https://api.fed.cloudflare.com/client/v4\n    description: Government\n`,
    ),
    ["passes", "fresh", "minor"],
    "the old address stays, and is still the first",
  ),

  // The pagination rule and other extensions, which redocly's diff does not see.
  row(
    "the pagination rule is removed",
    remove(PAGINATION),
    ["passes", "stale", "major"],
    "`iterate` cannot be made",
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
    "a loop over the sessions yields other things",
  ),
  row(
    "the pagination rule counts items instead of pages",
    replace("            type: page\n", "            type: offset\n"),
    ["passes", "stale", "major"],
    "the requests ask for other pages",
  ),
  row(
    "the pagination rule loses its page size",
    remove("          - name: per_page\n            in: parameters\n            type: limit\n"),
    ["passes", "stale", "major"],
    "the page size no longer tells where the next page starts",
  ),
  row(
    "the pagination rule's inputs change places",
    replace(
      "          - name: page_no\n            in: parameters\n            type: page\n          - name: per_page\n            in: parameters\n            type: limit\n",
      "          - name: per_page\n            in: parameters\n            type: limit\n          - name: page_no\n            in: parameters\n            type: page\n",
    ),
    ["passes", "stale", "none"],
    "the rule is the same, though written in another order",
  ),
  row(
    "another extension is added",
    replace(
      "      x-speakeasy-pagination:\n",
      "      x-internal-owner: realtime\n      x-speakeasy-pagination:\n",
    ),
    ["passes", "fresh", "patch"],
    "nothing of ours reads it, but other tools may",
  ),
  row(
    "another extension is added within a schema",
    replaceAfter(
      "    SortOrder:\n      type: string\n",
      "      enum:\n        - ASC\n",
      "      x-display-names: [Up, Down]\n      enum:\n        - ASC\n",
    ),
    ["passes", "fresh", "patch"],
    "nothing of ours reads it, but other tools may",
  ),

  // The same document in other words.
  row("nothing changes", (text) => text, ["passes", "fresh", "none"], "nothing"),
  row("a comment is added", (text) => `# A comment.\n${text}`, ["passes", "fresh", "none"], "nothing"),
  row(
    "keys change places",
    replace("      name: search\n      in: query\n", "      in: query\n      name: search\n"),
    ["passes", "fresh", "none"],
    "nothing",
  ),
  row(
    "parameters change places",
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
    "nothing; redocly takes the second value for removed",
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
    "a schema is moved out of line",
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
    "the same texts are taken, and there is one more type to import",
  ),
  row(
    "the document grows to 5 MB",
    (text) => `${text}    Large:\n      summary: Large\n      value: "${"x".repeat(5_000_000)}"\n`,
    ["fails", "fresh", "patch"],
    "nothing: an unused example",
  ),
];
