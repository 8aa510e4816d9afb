import { combine, replace, replaceAfter } from "../edit.js";
import { COUNT, renderParameterReference } from "./document-text.js";
import { createSmallEdit, type SmallEdit } from "./small-edit.js";

/** Edits of the notation, which mostly leave the API the same. */
export const notations: SmallEdit[] = [
  createSmallEdit("nothing changes", (text) => text, ["passes", "fresh", "none"], "no call changes"),
  createSmallEdit(
    "a comment is added",
    (text) => `# A comment.\n${text}`,
    ["passes", "fresh", "none"],
    "no call changes",
  ),
  createSmallEdit(
    "keys are reordered",
    replace("      name: search\n      in: query\n", "      in: query\n      name: search\n"),
    ["passes", "fresh", "none"],
    "no call changes",
  ),
  createSmallEdit(
    "parameters are reordered",
    replace(
      renderParameterReference("Search") + renderParameterReference("SortBy"),
      renderParameterReference("SortBy") + renderParameterReference("Search"),
    ),
    ["passes", "stale", "none"],
    "no call changes: parameters are sent by name",
  ),
  createSmallEdit(
    "an anchor and an alias replace a repeated value",
    combine(
      replaceAfter("    PageNo:", "schema:\n", "schema: &count\n"),
      replaceAfter("    PerPage:", `schema:\n${COUNT}`, "schema: *count\n"),
    ),
    ["passes", "fresh", "none"],
    "no call changes; redocly reports the second value as removed",
  ),
  {
    ...createSmallEdit(
      "a maximum is added through an alias",
      combine(
        replaceAfter("    PageNo:", `schema:\n${COUNT}`, `schema: &count\n${COUNT}        maximum: 100\n`),
        replaceAfter("    PerPage:", `schema:\n${COUNT}`, "schema: *count\n"),
      ),
      ["passes", "stale", "major"],
      "a page of more than 100 is rejected; redocly does not resolve the alias",
    ),
    releasedEdit: replaceAfter("    PageNo:", COUNT, `${COUNT}        maximum: 100\n`),
  },
  createSmallEdit(
    "the lines end in CRLF",
    (text) => text.replaceAll("\n", "\r\n"),
    ["passes", "fresh", "none"],
    "no call changes",
  ),
  createSmallEdit(
    "the document begins with a byte order mark",
    (text) => `\uFEFF${text}`,
    ["passes", "fresh", "none"],
    "no call changes",
  ),
  createSmallEdit(
    "an inline schema becomes a component",
    combine(
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
  createSmallEdit(
    "the document grows to 5 MB",
    (text) => `${text}    Large:\n      summary: Large\n      value: "${"x".repeat(5_000_000)}"\n`,
    ["fails", "fresh", "patch"],
    "no call changes: the example is unused",
  ),
];
