import { combine, remove, replace, replaceAfter } from "../edit.js";
import { createSmallEdit, type SmallEdit } from "./small-edit.js";

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

/** Edits of the pagination rule and of other extensions, which redocly's diff does not see. */
export const extensions: SmallEdit[] = [
  createSmallEdit(
    "the pagination rule is removed",
    remove(PAGINATION),
    ["passes", "stale", "major"],
    "`iterate` cannot be generated",
  ),
  createSmallEdit(
    "the pagination rule reads the list at another path",
    combine(
      replace("results: $.data.sessions", "results: $.extra"),
      replace(
        "        paging:\n          $ref",
        "        extra:\n          type: array\n          description: More.\n          items: {}\n        paging:\n          $ref",
      ),
    ),
    ["passes", "stale", "major"],
    "a loop over the sessions yields other items",
  ),
  createSmallEdit(
    "the pagination rule counts items instead of pages",
    replace("            type: page\n", "            type: offset\n"),
    ["passes", "stale", "major"],
    "other pages are requested",
  ),
  createSmallEdit(
    "the pagination rule loses its page size",
    remove("          - name: per_page\n            in: parameters\n            type: limit\n"),
    ["passes", "stale", "major"],
    "the page size no longer determines the start of the next page",
  ),
  createSmallEdit(
    "the pagination rule's inputs are reordered",
    replace(
      "          - name: page_no\n            in: parameters\n            type: page\n          - name: per_page\n            in: parameters\n            type: limit\n",
      "          - name: per_page\n            in: parameters\n            type: limit\n          - name: page_no\n            in: parameters\n            type: page\n",
    ),
    ["passes", "stale", "none"],
    "the rule is the same",
  ),
  createSmallEdit(
    "another extension is added",
    replace(
      "      x-speakeasy-pagination:\n",
      "      x-internal-owner: realtime\n      x-speakeasy-pagination:\n",
    ),
    ["passes", "fresh", "patch"],
    "the generated code does not use it, but other tools may",
  ),
  createSmallEdit(
    "another extension is added within a schema",
    replaceAfter(
      "    SortOrder:\n      type: string\n",
      "      enum:\n        - ASC\n",
      "      x-display-names: [Up, Down]\n      enum:\n        - ASC\n",
    ),
    ["passes", "fresh", "patch"],
    "the generated code does not use it, but other tools may",
  ),
];
