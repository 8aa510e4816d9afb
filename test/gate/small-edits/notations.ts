import { all, replace, replaceAfter } from "../edit.js";
import { row, type SmallEdit } from "./row.js";

const parameter = (name: string): string => `        - $ref: "#/components/parameters/${name}"\n`;
const COUNT = "        type: number\n        minimum: 0\n";

/** Edits of the notation, which mostly leave the API the same. */
export const notations: SmallEdit[] = [
  row("nothing changes", (text) => text, ["passes", "fresh", "none"], "no call changes"),
  row(
    "a comment is added",
    (text) => `# A comment.\n${text}`,
    ["passes", "fresh", "none"],
    "no call changes",
  ),
  row(
    "keys are reordered",
    replace("      name: search\n      in: query\n", "      in: query\n      name: search\n"),
    ["passes", "fresh", "none"],
    "no call changes",
  ),
  row(
    "parameters are reordered",
    replace(parameter("Search") + parameter("SortBy"), parameter("SortBy") + parameter("Search")),
    ["passes", "stale", "none"],
    "no call changes: parameters are sent by name",
  ),
  row(
    "an anchor and an alias replace a repeated value",
    all(
      replaceAfter("    PageNo:", "schema:\n", "schema: &count\n"),
      replaceAfter("    PerPage:", `schema:\n${COUNT}`, "schema: *count\n"),
    ),
    ["passes", "fresh", "none"],
    "no call changes; redocly reports the second value as removed",
  ),
  {
    ...row(
      "a maximum is added through an alias",
      all(
        replaceAfter("    PageNo:", `schema:\n${COUNT}`, `schema: &count\n${COUNT}        maximum: 100\n`),
        replaceAfter("    PerPage:", `schema:\n${COUNT}`, "schema: *count\n"),
      ),
      ["passes", "stale", "major"],
      "a page of more than 100 is rejected; redocly does not resolve the alias",
    ),
    from: replaceAfter("    PageNo:", COUNT, `${COUNT}        maximum: 100\n`),
  },
  row(
    "the lines end in CRLF",
    (text) => text.replaceAll("\n", "\r\n"),
    ["passes", "fresh", "none"],
    "no call changes",
  ),
  row(
    "the document begins with a byte order mark",
    (text) => `\uFEFF${text}`,
    ["passes", "fresh", "none"],
    "no call changes",
  ),
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
    "no call changes: the example is unused",
  ),
];
