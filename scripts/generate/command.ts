import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import type { SpecDocument } from "../document/document.js";
import type { LintReport } from "../document/lint.js";
import { isUrl } from "../document/document-path.js";
import { formatProblems, type Problem, SpecError } from "../problem.js";
import { type Arguments, readArguments, USAGE } from "./arguments.js";
import { listWebhooksAndCallbacks, noteMissingBaseUrl } from "./document-notes.js";
import type { Files } from "./files.js";
import { findIgnoredExtensions } from "./ignored-extensions.js";
import { compareFiles, writeFiles } from "./output.js";
import type { RenderedCode } from "./render.js";
import { readWhileLinting } from "./read-while-linting.js";
import { watchFiles, type WatchOptions } from "./watch.js";
import { describeRun, formatLintReport, formatWarnings } from "./summary.js";

/** The outputs of the command: `log` for results, `error` for problems. */
type Terminal = Pick<Console, "log" | "error">;

/**
 * Runs `npm run generate`: reads the document, renders its files while the linter runs in parallel, and writes them.
 *
 * @param argv - The arguments of the command line.
 * @param terminal - The outputs. The default is the console.
 * @param watching - The options of `--watch`.
 * @returns The exit code.
 */
export async function generate(
  argv: readonly string[],
  terminal: Terminal = console,
  watching: WatchOptions = {},
): Promise<number> {
  const options = readArguments(argv);
  if (options.help) {
    terminal.log(USAGE);
    return 0;
  }
  if (!options.watch) return (await generateOnce(options, terminal)).code;
  await watchFiles(resolve(options.spec), createWatchStep(options, terminal), watching);
  return 0;
}

/** Creates the step of a watch, which reports an error instead of ending the watch. */
function createWatchStep(options: Arguments, terminal: Terminal): () => Promise<readonly string[]> {
  let lastRun: RunResult = { code: 1, files: [resolve(options.spec)], unresolved: undefined };
  return async () => {
    try {
      const {
        files,
        unresolved = lastRun.unresolved,
        code,
      } = await generateOnce(options, terminal, lastRun.unresolved);
      lastRun = { code, files: files.filter((file) => !isUrl(file)), unresolved };
    } catch (error) {
      terminal.error(
        error instanceof SpecError ? formatProblems(error.problems) : String((error as Error).stack ?? error),
      );
    }
    return lastRun.files;
  };
}

/** The result of a run. */
interface RunResult {
  /** The exit code. */
  code: number;
  /** The paths and URLs of the document's files. */
  files: readonly string[];
  /** The messages of the unresolved references of the output. Undefined if nothing was written. */
  unresolved: readonly string[] | undefined;
}

/**
 * Generates once.
 *
 * @param options - The arguments of the command.
 * @param terminal - The output of the command.
 * @param previousUnresolved - The unresolved references of the current output. If there are new ones, the output is
 * kept, because someone is still writing the document.
 */
async function generateOnce(
  options: Arguments,
  terminal: Terminal,
  previousUnresolved?: readonly string[],
): Promise<RunResult> {
  const start = performance.now();
  const { document, rendered, report } = await readWhileLinting(options);
  const { files } = document;
  const unresolved = document.warnings
    .filter(({ rule }) => rule === "unresolved-reference")
    .map(({ message }) => message);
  const failed = { code: 1, files, unresolved: undefined };
  if (!checkWarnings(document, rendered, report, options, terminal)) return failed;
  if (previousUnresolved && unresolved.some((message) => !previousUnresolved.includes(message))) {
    terminal.error(`\n${options.spec} has new unresolved references: ${options.out} was not changed.`);
    return failed;
  }
  const code = options.check
    ? compareOutput(options, rendered.files, terminal)
    : writeOutput(options, rendered.files, terminal);
  if (code === 0) terminal.log(describeRun(document.root, rendered, performance.now() - start));
  return { code, files, unresolved };
}

/** Prints all warnings, and returns whether the files may be written. */
function checkWarnings(
  document: SpecDocument,
  { leftOut, warnings }: RenderedCode,
  report: LintReport,
  { spec, isOwnDocument, strict, verbose }: Arguments,
  { error }: Terminal,
): boolean {
  const notes = [...noteMissingBaseUrl(document), ...listWebhooksAndCallbacks(document, verbose)];
  const ignored = isOwnDocument ? findIgnoredExtensions(document) : [];
  const problems: readonly Problem[] = [...warnings, ...leftOut, ...ignored];
  const lines = [
    ...formatLintReport(report, verbose || isOwnDocument),
    ...formatWarnings([...problems, ...notes], verbose),
  ];
  if (lines.length) error(lines.join("\n"));
  // The project's own document always uses the project's rules.
  if (!(isOwnDocument || strict) || (report.passed && !problems.length && (isOwnDocument || report.isClean)))
    return true;
  error(`\n${spec} has problems${strict ? ", which --strict rejects" : ""}: nothing was written.`);
  return false;
}

function compareOutput({ out, updateCommand }: Arguments, files: Files, { error }: Terminal): number {
  const differences = compareFiles(out, files);
  if (!differences.length) return 0;
  error(`${differences.join("\n")}\n\nTo update, run: ${updateCommand}`);
  return 1;
}

function writeOutput({ out }: Arguments, files: Files, { error }: Terminal): number {
  const foreign = writeFiles(out, files);
  if (foreign.length) error(`Not changed in ${out}, because they are not generated: ${foreign.join(", ")}`);
  return 0;
}
