import { appendFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { judge, type Verdict } from "./gate/gate.js";
import { isInterrupted } from "./gate/journal.js";
import { formatProblem, runCommand, UsageError } from "./problem.js";
import { changesAsMarkdown, changesAsText, countChanges } from "./gate/render-changes.js";
import { formatVersion } from "./gate/version.js";

const USAGE = `Usage: npm run spec:diff -- [options]

Compares spec/openapi.yaml with spec/released.yaml, and fails where a breaking change comes without the version step
that it asks for, or where the document and the package differ in their version.

  --format text|markdown   Markdown goes to the file that GITHUB_STEP_SUMMARY names, if it is set, and the text is
                           printed; otherwise it is printed itself (default: text)
  --base FILE              another document as released, with --revision
  --revision FILE          another document as it is: there is no package to compare its version with
  --help`;

const ROOT = resolve(fileURLToPath(import.meta.url), "../..");

async function main(): Promise<number> {
  const { help, markdown, pair, root } = readArguments();
  if (help) {
    console.log(USAGE);
    return 0;
  }
  if (root !== undefined && isInterrupted(root)) {
    console.error("A release was interrupted while it was written. Finish it by: npm run release -- --write");
    return 1;
  }
  const verdict = await judge(pair, root);
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (markdown && summary) appendFileSync(summary, `${asMarkdown(verdict)}\n`);
  console.log(markdown && !summary ? asMarkdown(verdict) : asText(verdict));
  for (const problem of verdict.problems) console.error(`\n${formatProblem(problem, true)}`);
  return verdict.problems.length ? 1 : 0;
}

function asText(verdict: Verdict): string {
  return [changesAsText(verdict.changes), conclusion(verdict)].filter(Boolean).join("\n\n");
}

function asMarkdown(verdict: Verdict): string {
  const { changes, problems } = verdict;
  return [
    `## Changes of the document since ${formatVersion(verdict.released)}`,
    ...(changes.length ? [changesAsMarkdown(changes)] : []),
    conclusion(verdict),
    ...problems.map(({ message }) => `**Failed**: ${message}`),
  ].join("\n\n");
}

/** The whole in one line. */
function conclusion({ changes, released, present, needed, carried }: Verdict): string {
  const since = `${countChanges(changes)} since ${formatVersion(released)}`;
  const sentence = `${since.charAt(0).toUpperCase()}${since.slice(1)}.`;
  if (!changes.length) return sentence;
  const wanted = `This asks for ${formatVersion(needed)} at least`;
  return carried
    ? `${sentence} ${wanted}, and the version is ${formatVersion(present)}.`
    : `${sentence} ${wanted}, and the version is still ${formatVersion(present)}.`;
}

function readArguments(): {
  help: boolean;
  markdown: boolean;
  pair: { base: string; revision: string };
  root?: string;
} {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        format: { type: "string", default: "text" },
        base: { type: "string" },
        revision: { type: "string" },
        help: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
  const { help, format, base, revision } = values;
  if (format !== "text" && format !== "markdown")
    throw new UsageError(`--format must be text or markdown, not ${JSON.stringify(format)}.\n\n${USAGE}`);
  if ((base === undefined) !== (revision === undefined))
    throw new UsageError(`--base and --revision go together.\n\n${USAGE}`);
  const markdown = format === "markdown";
  if (base !== undefined && revision !== undefined) return { help, markdown, pair: { base, revision } };
  const here = (path: string): string => relative(process.cwd(), join(ROOT, path));
  return {
    help,
    markdown,
    pair: { base: here("spec/released.yaml"), revision: here("spec/openapi.yaml") },
    root: ROOT,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main);
