import { combine, remove, replace, replaceAfter } from "../edit.js";
import { COUNT, renderParameterReference } from "./document-text.js";
import { createSmallEdit, type SmallEdit } from "./small-edit.js";

const SEARCH = `    Search:
      name: search
      in: query
      description: Only the sessions whose meeting title, meeting id or session id matches this text.
      schema:
        type: string
      example: Weekly stand-up
`;

/** Edits of the parameters that a caller sends. */
export const requests: SmallEdit[] = [
  createSmallEdit(
    "an optional query parameter is removed",
    combine(remove(renderParameterReference("Search")), remove(SEARCH)),
    ["passes", "stale", "major"],
    "code that passes `search` no longer compiles, and would receive sessions that do not match",
  ),
  createSmallEdit(
    "a query parameter is renamed",
    replace("      name: search\n", "      name: query\n"),
    ["passes", "stale", "major"],
    "the old name is removed",
  ),
  createSmallEdit(
    "an optional query parameter becomes required",
    replace(
      "      name: status\n      in: query\n",
      "      name: status\n      in: query\n      required: true\n",
    ),
    ["passes", "stale", "major"],
    "code that leaves it out no longer compiles",
  ),
  createSmallEdit(
    "an optional query parameter is added",
    combine(
      replace(
        renderParameterReference("Search"),
        renderParameterReference("Search") + renderParameterReference("Region"),
      ),
      replace(
        SEARCH,
        `    Region:\n      name: region\n      in: query\n      description: Only the sessions held there.\n      schema:\n        type: string\n${SEARCH}`,
      ),
    ),
    ["passes", "stale", "minor"],
    "it can be requested now",
  ),
  createSmallEdit(
    "a required query parameter is added",
    combine(
      replace(
        renderParameterReference("Search"),
        renderParameterReference("Search") + renderParameterReference("Region"),
      ),
      replace(
        SEARCH,
        `    Region:\n      name: region\n      in: query\n      required: true\n      description: Only the sessions held there.\n      schema:\n        type: string\n${SEARCH}`,
      ),
    ),
    ["passes", "stale", "major"],
    "no existing call has it",
  ),
  createSmallEdit(
    "a query parameter moves to the headers",
    replace("      name: search\n      in: query\n", "      name: search\n      in: header\n"),
    ["passes", "stale", "major"],
    "the query parameter is no longer read",
  ),
  createSmallEdit(
    "a path parameter's type changes",
    replaceAfter(
      "    AccountId:",
      "type: string\n      example: 023e105f4ecef8ad9ca31a8372d0c353",
      "type: integer\n      example: 1",
    ),
    ["passes", "stale", "major"],
    "a string is no longer accepted",
  ),
  createSmallEdit(
    "a query parameter's type is narrowed",
    replaceAfter("    PageNo:", "type: number", "type: integer"),
    ["passes", "stale", "major"],
    "a fraction is no longer accepted",
  ),
  createSmallEdit(
    "a query parameter's type is widened",
    replaceAfter("    Search:", "type: string", "type: [string, number]"),
    ["passes", "stale", "minor"],
    "numbers are accepted too",
  ),
  createSmallEdit(
    "an enum value is added in requests",
    replace(
      "        - createdAt\n      examples:",
      "        - createdAt\n        - endedAt\n      examples:",
    ),
    ["passes", "stale", "minor"],
    "there is a new key to sort by",
  ),
  createSmallEdit(
    "an enum value is removed in requests",
    remove("        - minutesConsumed\n"),
    ["passes", "stale", "major"],
    "code that sorts by it no longer compiles",
  ),
  createSmallEdit(
    "an enum of a query parameter becomes any text",
    remove("      enum:\n        - minutesConsumed\n        - createdAt\n"),
    ["passes", "stale", "minor"],
    "existing calls are still accepted",
  ),
  createSmallEdit(
    "a free text becomes an enum",
    replace(
      "        type: string\n      example: Weekly stand-up\n",
      "        type: string\n        enum: [Weekly stand-up]\n      example: Weekly stand-up\n",
    ),
    ["passes", "stale", "major"],
    "any other text is rejected",
  ),
  createSmallEdit(
    "a query parameter's lower bound rises",
    replaceAfter("    PageNo:", "minimum: 0", "minimum: 1"),
    ["passes", "stale", "major"],
    "page 0 is no longer accepted",
  ),
  createSmallEdit(
    "a query parameter's lower bound is removed",
    replaceAfter("    PageNo:", "        minimum: 0\n", ""),
    ["passes", "stale", "minor"],
    "more values are accepted",
  ),
  createSmallEdit(
    "a query parameter gets an upper bound",
    replaceAfter("    PerPage:", "        minimum: 0\n", "        minimum: 0\n        maximum: 100\n"),
    ["passes", "stale", "major"],
    "a larger page is no longer accepted",
  ),
  createSmallEdit(
    "a query parameter gets a format",
    replaceAfter("    AssociatedId:", "type: string\n", "type: string\n        format: uuid\n"),
    ["passes", "stale", "major"],
    "a room name is no longer accepted",
  ),
  createSmallEdit(
    "a query parameter loses its format",
    replaceAfter("    StartTime:", "        format: date-time\n", ""),
    ["passes", "stale", "minor"],
    "existing calls are still accepted",
  ),
  {
    ...createSmallEdit(
      "a query parameter's default changes",
      replaceAfter("    PerPage:", COUNT, `${COUNT}        default: 50\n`),
      ["passes", "stale", "major"],
      "a call that leaves it out receives pages of another size; redocly rates it as a patch",
    ),
    releasedEdit: replaceAfter("    PerPage:", COUNT, `${COUNT}        default: 25\n`),
  },
  createSmallEdit(
    "a query parameter gets a default",
    replaceAfter("    PerPage:", "        minimum: 0\n", "        minimum: 0\n        default: 25\n"),
    ["passes", "stale", "minor"],
    "a call that leaves it out receives 25",
  ),
  createSmallEdit(
    "a query parameter is deprecated",
    replace(
      "      name: search\n      in: query\n",
      "      name: search\n      in: query\n      deprecated: true\n",
    ),
    ["passes", "stale", "minor"],
    "it still works, and editors strike it through",
  ),
  createSmallEdit(
    "a query parameter becomes a list",
    replaceAfter(
      "    Search:",
      "        type: string\n      example: Weekly stand-up\n",
      "        type: array\n        items:\n          type: string\n      example: [Weekly stand-up]\n",
    ),
    ["passes", "rejected", "major"],
    "a single text no longer compiles, and the list resource does not support a list",
  ),
  createSmallEdit(
    "only a parameter's description changes",
    replace("description: The field to sort by.", "description: The key of the order."),
    ["passes", "stale", "patch"],
    "only the text in editors changes",
  ),
  createSmallEdit(
    "only a parameter's example changes",
    replace("example: Weekly stand-up", "example: Monthly review"),
    ["passes", "stale", "patch"],
    "only the text in editors changes",
  ),
];
