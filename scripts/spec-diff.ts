import { appendFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type CommandOutput, shellOutput } from "./command-output.js";
import { judge, type Subject, type Verdict } from "./gate/gate.js";
import { verdictAsAnnotations } from "./gate/report/github.js";
import { verdictAsJson } from "./gate/report/json.js";
import { verdictAsMarkdown } from "./gate/report/markdown.js";
import { verdictAsText } from "./gate/report/text.js";
import { formatProblem, runCommand, UsageError } from "./problem.js";

const USAGE = `Usage: npm run spec:diff -- [options]

Compares spec/openapi.yaml with spec/released.yaml. Fails if a breaking change comes without the version step that it
asks for, if the document and the package have different versions, or if an accepted change is stale.

  --format FORMAT   text (default), markdown, github (annotations) or json (see scripts/gate/report/report.schema.json).
                    Markdown is appended to the file that GITHUB_STEP_SUMMARY names, if it is set, and text is printed.
  --all             show all changes as text, not only the 30 most severe
  --base FILE       another released document, with --revision
  --revision FILE   another present document, of any version
  --accepted FILE   breaking changes that are taken on purpose (default: spec/accepted-changes.yaml, or none with
                    --base): a list of { rule, where, reason, expires }
  --help`;

const ROOT = resolve(fileURLToPath(import.meta.url), "../..");
const MOST = 30;

/** Where the report goes. */
export interface ReportOutput extends CommandOutput {
  /** The file of a CI job that Markdown is appended to. */
  summaryFile?: string | undefined;
}

/** Runs the command. Resolves to its exit code. */
export async function main(args: readonly string[], output: ReportOutput): Promise<number> {
  const { help, format, most, subject } = readArguments(args);
  if (help) {
    output.print(USAGE);
    return 0;
  }
  const verdict = await judge(subject);
  const { summaryFile } = output;
  if (format === "markdown" && summaryFile) {
    appendFileSync(summaryFile, `${verdictAsMarkdown(verdict)}\n`);
    output.print(verdictAsText(verdict, most));
  } else output.print(FORMATS[format](verdict, most));
  for (const problem of verdict.problems) output.printError(`\n${formatProblem(problem, true)}`);
  return verdict.problems.length ? 1 : 0;
}

const FORMATS = {
  text: verdictAsText,
  markdown: verdictAsMarkdown,
  github: verdictAsAnnotations,
  json: verdictAsJson,
} satisfies Record<string, (verdict: Verdict, most: number) => string>;

interface Arguments {
  help: boolean;
  format: keyof typeof FORMATS;
  most: number;
  subject: Subject;
}

function readArguments(args: readonly string[]): Arguments {
  const { help, format, all, base, revision, accepted } = parse(args);
  if (!Object.hasOwn(FORMATS, format))
    throw new UsageError(
      `--format must be ${Object.keys(FORMATS).join(", ")}, not ${JSON.stringify(format)}.\n\n${USAGE}`,
    );
  if ((base === undefined) !== (revision === undefined))
    throw new UsageError(`--base and --revision go together.\n\n${USAGE}`);
  const here = (path: string): string => relative(process.cwd(), join(ROOT, path));
  const own: Subject = {
    base: here("spec/released.yaml"),
    revision: here("spec/openapi.yaml"),
    own: true,
    root: ROOT,
    accepted: here("spec/accepted-changes.yaml"),
  };
  return {
    help,
    format: format as keyof typeof FORMATS,
    most: all ? Infinity : MOST,
    subject: {
      ...(base !== undefined && revision !== undefined ? { base, revision } : own),
      ...(accepted !== undefined && { accepted }),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        format: { type: "string", default: "text" },
        all: { type: "boolean", default: false },
        base: { type: "string" },
        revision: { type: "string" },
        accepted: { type: "string" },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runCommand(() =>
    main(process.argv.slice(2), { ...shellOutput, summaryFile: process.env.GITHUB_STEP_SUMMARY }),
  );
