import { combine, remove, replace, replaceAfter } from "../edit.js";
import { createSmallEdit, type SmallEdit } from "./small-edit.js";

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

/** Edits of the responses that a caller receives. */
export const responses: SmallEdit[] = [
  createSmallEdit(
    "an optional response field is removed",
    combine(remove(ENDED_AT), (text) => text.replace(/ +ended_at: .*\n/g, "")),
    ["passes", "stale", "major"],
    "code that reads `ended_at` no longer compiles",
  ),
  createSmallEdit(
    "a required response field is removed",
    combine(
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
  createSmallEdit(
    "a required response field becomes optional",
    remove("        - minutes_consumed\n"),
    ["passes", "stale", "major"],
    "a total over it no longer compiles, and may become NaN",
  ),
  createSmallEdit(
    "an optional response field becomes required",
    replace("        - created_at\n", "        - created_at\n        - ended_at\n"),
    ["passes", "stale", "minor"],
    "code that handles a missing value still works",
  ),
  createSmallEdit(
    "a response field is added",
    replace(
      ENDED_AT,
      `        region:\n          type: string\n          description: Where it was held.\n${ENDED_AT}`,
    ),
    ["passes", "stale", "minor"],
    "there is a new field to read",
  ),
  createSmallEdit(
    "a response field's type changes",
    replaceAfter("        minutes_consumed:\n", "type: number", "type: string"),
    ["fails", "stale", "major"],
    "a sum becomes a concatenation",
  ),
  createSmallEdit(
    "a response field may be null",
    replaceAfter("        ended_at:\n", "type: string", 'type: [string, "null"]'),
    ["passes", "stale", "major"],
    "code that calls a method of it no longer compiles",
  ),
  createSmallEdit(
    "a response field's type is narrowed",
    replaceAfter("        live_participants:\n", "type: number", "type: integer"),
    ["passes", "stale", "patch"],
    "every value has the released type; only the validators are stricter",
  ),
  createSmallEdit(
    "an enum value is added in responses",
    replace("        - participant\n", "        - participant\n        - webinar\n"),
    ["passes", "stale", "major"],
    "an exhaustive `switch` no longer compiles, or falls through",
  ),
  createSmallEdit(
    "an enum value is removed in responses",
    remove("        - participant\n"),
    ["passes", "stale", "major"],
    "a comparison with it is a TypeScript error now; redocly rates it as a patch",
  ),
  createSmallEdit(
    "an enum value is added in requests and responses",
    replace("        - ENDED\n      examples:", "        - ENDED\n        - PAUSED\n      examples:"),
    ["passes", "stale", "major"],
    "an exhaustive `switch` no longer compiles",
  ),
  createSmallEdit(
    "a response field loses its format",
    replaceAfter("        started_at:\n", "          format: date-time\n", ""),
    ["passes", "stale", "major"],
    "the value may no longer be a date",
  ),
  createSmallEdit(
    "a schema is renamed",
    (text) =>
      text
        .replaceAll('schemas/SortOrder"', 'schemas/Direction"')
        .replace("    SortOrder:\n      type", "    Direction:\n      type"),
    ["passes", "stale", "major"],
    "code that imports its type no longer compiles; redocly reports nothing",
  ),
  createSmallEdit(
    "a schema is added",
    replace(
      "    SessionStatus:\n      type",
      "    SearchText:\n      type: string\n      description: Some text.\n      examples: [a]\n    SessionStatus:\n      type",
    ),
    ["fails", "stale", "minor"],
    "there is a new type to import",
  ),
  createSmallEdit(
    "a list's unknown items become circular references to sessions",
    replaceAfter(
      "        breakout_rooms:\n",
      "items: {}",
      'items:\n            $ref: "#/components/schemas/Session"',
    ),
    ["passes", "stale", "minor"],
    "the type of the items is known now",
  ),
  createSmallEdit(
    "a list's items become unknown",
    replaceAfter(
      "            sessions:\n",
      'items:\n                $ref: "#/components/schemas/Session"',
      "items: {}",
    ),
    ["fails", "stale", "major"],
    "no field of a session compiles",
  ),
  createSmallEdit(
    "the list of a response is renamed with its pagination",
    combine(
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
  createSmallEdit(
    "the list of a response is renamed without its pagination",
    replace(
      "            sessions:\n              type: array\n",
      "            items:\n              type: array\n",
    ),
    ["fails", "rejected", "major"],
    "the pagination would read a missing list",
  ),
  createSmallEdit(
    "the response of an error is removed",
    remove(TOO_MANY),
    ["fails", "stale", "major"],
    "code that handles it no longer compiles",
  ),
  createSmallEdit(
    "the response of any other error is removed",
    remove(DEFAULT),
    ["fails", "stale", "major"],
    "a failure no longer has a type",
  ),
  createSmallEdit(
    "a response header is removed",
    combine(remove('        Ratelimit:\n          $ref: "#/components/headers/Ratelimit"\n'), (text) =>
      text.replace(/ {4}Ratelimit:\n(?: {6}.*\n)+/, ""),
    ),
    ["passes", "stale", "major"],
    "code that reads it to limit its rate no longer works",
  ),
  createSmallEdit(
    "the status of a success changes",
    replace(
      '        "200":\n          description: One page',
      '        "203":\n          description: One page',
    ),
    ["passes", "stale", "major"],
    "code that tests for 200 handles it as a failure",
  ),
  createSmallEdit(
    "the response has another media type",
    replaceAfter('        "200":', "application/json:", "application/vnd.api+json:"),
    ["passes", "stale", "major"],
    "code that requests JSON receives another type",
  ),
  createSmallEdit(
    "another media type is offered",
    replaceAfter(
      '        "200":',
      "            application/json:\n",
      "            text/csv:\n              schema:\n                type: string\n              example: id\n            application/json:\n",
    ),
    ["passes", "stale", "minor"],
    "the released media type is still returned",
  ),
];
