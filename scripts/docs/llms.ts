import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { type ReferenceDocument, renderMarkdownReference } from "./markdown-reference.js";
import { joinLines } from "./join-lines.js";
import { PROJECT_PAGES } from "./project-pages.js";

/** The folder of the copied sources, which keep their paths so that links between them work. */
const COPIES = "markdown";

const REFERENCE = "reference.md";
const DOCUMENT = "spec/openapi.yaml";

/**
 * Writes the files for language models: `llms.txt` (https://llmstxt.org) and a compact reference of the HTTP API.
 * Copies the sources of the README, the guides, the examples and the reports of the TypeScript API.
 *
 * @param root - The folder of the package.
 * @param out - The folder of the site.
 */
export function writeLlmsFiles(root: string, out: string): void {
  const document = parse(readFileSync(join(root, DOCUMENT), "utf8")) as ReferenceDocument;
  writeFileSync(join(out, REFERENCE), renderMarkdownReference(document));
  const guides = listFiles(root, "docs/guides");
  const examples = listFiles(root, "examples");
  const reports = listFiles(root, "api").filter((file) => file.endsWith(".md"));
  // The other pages link to those about the project, which `llms.txt` does not list.
  for (const file of [
    "README.md",
    DOCUMENT,
    ...Object.keys(PROJECT_PAGES),
    ...guides,
    ...examples,
    ...reports,
  ]) {
    const copy = join(out, COPIES, file);
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(join(root, file), copy);
  }
  const [title = "", pitch = "", status = ""] = readFileSync(join(root, "README.md"), "utf8").split("\n\n");
  const sections = [
    title,
    `> ${joinLines(pitch)}`,
    // Links to sections of the README.
    joinLines(status).replaceAll("](#", `](${COPIES}/README.md#`),
    "## Guides",
    [["README", "README.md"], ...guides.map((file) => [readTitle(root, file), file])].map(toItem).join("\n"),
    "## Reference",
    [
      `- [HTTP API](${REFERENCE}): each operation with its parameters, responses and SDK sample, and each schema`,
      toItem(["OpenAPI document", DOCUMENT]),
      ...reports.map((file) => toItem([`TypeScript API: ${file}`, file])),
    ].join("\n"),
    "## Examples",
    examples.map((file) => toItem([file, file])).join("\n"),
  ];
  writeFileSync(join(out, "llms.txt"), `${sections.join("\n\n")}\n`);
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .sort()
    .map((file) => `${folder}/${file}`);
}

function readTitle(root: string, file: string): string {
  return /^# (.*)$/m.exec(readFileSync(join(root, file), "utf8"))?.[1] ?? file;
}

const toItem = ([title = "", file = ""]: readonly string[]): string => `- [${title}](${COPIES}/${file})`;
