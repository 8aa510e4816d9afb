import { performance } from "node:perf_hooks";
import { readDocument, type SpecDocument } from "../document/document.js";
import { lint, type LintReport } from "../document/lint.js";
import type { Problem } from "../problem.js";
import { type Arguments, readArguments, USAGE } from "./arguments.js";
import { callsOfTheApi } from "./left-out.js";
import { compareFiles, type Files, writeFiles } from "./output.js";
import type { Rendered } from "./render.js";
import { renderCompiled } from "./render-compiled.js";
import { describeRun, formatLintReport, formatWarnings } from "./summary.js";

/** Where the command prints: results to `log`, problems to `error`. */
export type Terminal = Pick<Console, "log" | "error">;

/**
 * Runs `npm run generate`: reads the document, renders its files while the linter runs beside, and writes them.
 *
 * @returns The exit code.
 */
export async function generate(argv: readonly string[], terminal: Terminal = console): Promise<number> {
  const options = readArguments(argv);
  if (options.help) {
    terminal.log(USAGE);
    return 0;
  }
  const start = performance.now();
  const linting = lint(options.spec, { rules: options.rules, verbose: options.verbose || options.ours });
  const { document, rendered } = await readAndRender(options).catch((error: unknown) => {
    // What the document cannot be read for is better than what the linter says of it.
    linting.cancel();
    throw error;
  });
  const report = await linting.report;
  if (!isAccepted(document, rendered, report, options, terminal)) return 1;
  const code = options.check
    ? compare(options, rendered.files, terminal)
    : write(options, rendered.files, terminal);
  if (code === 0) terminal.log(describeRun(document.root, rendered, performance.now() - start));
  return code;
}

async function readAndRender(options: Arguments): Promise<{ document: SpecDocument; rendered: Rendered }> {
  const document = await readDocument(options.spec);
  return { document, rendered: await renderCompiled(document, options) };
}

/** Prints all warnings, and returns whether the run goes on after them. */
function isAccepted(
  document: SpecDocument,
  { leftOut, warnings }: Rendered,
  report: LintReport,
  { spec, ours, strict, verbose }: Arguments,
  { error }: Terminal,
): boolean {
  const notes = callsOfTheApi(document, verbose);
  const problems: readonly Problem[] = [...warnings, ...leftOut];
  const lines = [
    ...formatLintReport(report, verbose || ours),
    ...formatWarnings([...problems, ...notes], verbose),
  ];
  if (lines.length) error(lines.join("\n"));
  // The document of the project is always held to its own rules.
  if (!(ours || strict) || (report.passed && !problems.length && (ours || report.clean))) return true;
  error(`\n${spec} has problems${strict ? ", which --strict refuses" : ""}: nothing was written.`);
  return false;
}

function compare({ out, update }: Arguments, files: Files, { error }: Terminal): number {
  const differences = compareFiles(out, files);
  if (!differences.length) return 0;
  error(`${differences.join("\n")}\n\nTo update, run: ${update}`);
  return 1;
}

function write({ out }: Arguments, files: Files, { error }: Terminal): number {
  const foreign = writeFiles(out, files);
  if (foreign.length) error(`Not changed in ${out}, since they are not generated: ${foreign.join(", ")}`);
  return 0;
}
