import { appendFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type CommandOutput, shellOutput } from "./command-output.js";
import { type GateInput, type GateResult, runGate } from "./gate/gate.js";
import { formatAsAnnotations } from "./gate/report/github.js";
import { formatAsJson } from "./gate/report/json.js";
import { formatAsMarkdown } from "./gate/report/markdown.js";
import { formatAsText } from "./gate/report/text.js";
import { formatProblem } from "./problem.js";
import { runCommand, UsageError } from "./run-command.js";
import { parseOptions } from "./parse-options.js";
import { root } from "./project-folder.js";

const USAGE = `Usage: npm run spec:diff -- [options]

Compares spec/openapi.yaml with spec/released.yaml. Fails if a breaking change requires a higher version, or if an
accepted change is outdated. Also fails if the document and the package have different versions.

  --format FORMAT   text (default), markdown, github (annotations) or json (see scripts/gate/report/report.schema.json).
                    Markdown is appended to the file that GITHUB_STEP_SUMMARY names, if it is set, and text is printed.
  --all             show all changes as text, not only the 30 most severe
  --base FILE       another released document; requires --revision
  --revision FILE   another document to compare, of any version
  --accepted FILE   the accepted breaking changes (default: spec/accepted-changes.yaml, or none with
                    --base): a list of { rule, where, reason, expires }
  --help            print this help`;

const MAX_CHANGES = 30;

/** The outputs of the report. */
export interface ReportOutput extends CommandOutput {
  /** The summary file of a CI job, to which Markdown is appended. */
  summaryFile?: string | undefined;
}

/**
 * Runs `npm run spec:diff`.
 *
 * @param args - The arguments of the command line.
 * @param output - The outputs of the report.
 * @returns The exit code: 1 if the document must not be merged.
 * @throws UsageError if an argument is invalid.
 */
export async function main(args: readonly string[], output: ReportOutput): Promise<number> {
  const { help, format, maxChanges, input } = readArguments(args);
  if (help) {
    output.print(USAGE);
    return 0;
  }
  const result = await runGate(input);
  const { summaryFile } = output;
  if (format === "markdown" && summaryFile) {
    appendFileSync(summaryFile, `${formatAsMarkdown(result)}\n`);
    output.print(formatAsText(result, maxChanges));
  } else output.print(FORMATS[format](result, maxChanges));
  for (const problem of result.problems) output.printError(`\n${formatProblem(problem, true)}`);
  return result.problems.length ? 1 : 0;
}

const FORMATS = {
  text: formatAsText,
  markdown: formatAsMarkdown,
  github: formatAsAnnotations,
  json: formatAsJson,
} satisfies Record<string, (result: GateResult, maxChanges: number) => string>;

interface Arguments {
  help: boolean;
  format: keyof typeof FORMATS;
  maxChanges: number;
  input: GateInput;
}

const OPTIONS = {
  format: { type: "string", default: "text" },
  all: { type: "boolean", default: false },
  base: { type: "string" },
  revision: { type: "string" },
  accepted: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

function readArguments(args: readonly string[]): Arguments {
  const { help, format, all, base, revision, accepted } = parseOptions(
    { args: [...args], options: OPTIONS },
    USAGE,
  ).values;
  if (!Object.hasOwn(FORMATS, format))
    throw new UsageError(
      `--format must be one of ${Object.keys(FORMATS).join(", ")}, got ${JSON.stringify(format)}.\n\n${USAGE}`,
    );
  if ((base === undefined) !== (revision === undefined))
    throw new UsageError(`--base and --revision require each other.\n\n${USAGE}`);
  const toLocalPath = (path: string): string => relative(process.cwd(), join(root, path));
  const ownInput: GateInput = {
    base: toLocalPath("spec/released.yaml"),
    revision: toLocalPath("spec/openapi.yaml"),
    isOwnDocument: true,
    root,
    accepted: toLocalPath("spec/accepted-changes.yaml"),
  };
  return {
    help,
    format: format as keyof typeof FORMATS,
    maxChanges: all ? Infinity : MAX_CHANGES,
    input: {
      ...(base !== undefined && revision !== undefined ? { base, revision } : ownInput),
      ...(accepted !== undefined && { accepted }),
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runCommand(() =>
    main(process.argv.slice(2), { ...shellOutput, summaryFile: process.env.GITHUB_STEP_SUMMARY }),
  );
