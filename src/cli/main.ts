import { styleText } from "node:util";
import { COMMANDS } from "./commands.js";
import { OPTION_NAMES } from "./create-client.js";
import type { CliContext, Run } from "./context.js";
import { openOutput, writeOutput } from "./output.js";
import { startCommand } from "./program.js";
import { Progress } from "./progress.js";
import { toPrintable } from "./table.js";

/** The width of a table in columns, if the terminal or `COLUMNS` does not state a possible one. */
const DEFAULT_WIDTH = 100;
const MAX_WIDTH = 1000;

/** Runs a command line and returns its exit code. */
export async function main(argv: readonly string[], context: CliContext): Promise<number> {
  const { stdout, stderr, interrupted } = context;
  const closed = new AbortController();
  stdout.on("error", closed.abort.bind(closed));
  // A closed error output does not change the exit code.
  stderr.on("error", () => undefined);
  const signal = AbortSignal.any([interrupted, closed.signal]);
  const progress = new Progress(stderr);
  const { COLUMNS } = process.env;
  const columns = stdout.columns ?? Number(COLUMNS);
  const width = columns > 0 && columns <= MAX_WIDTH ? columns : DEFAULT_WIDTH;
  // The command line determines the rest.
  const run = { ...context, options: {}, width, signal, progress, count: 0 } as Run;
  // Until the output begins, no request is sent.
  let exitCode = 2;
  try {
    const chunks = await startCommand(argv, COMMANDS, run);
    const output = await openOutput(run);
    exitCode = 1;
    await writeOutput(run, output, chunks);
    return 0;
  } catch (error) {
    return reportError((closed.signal.aborted ? closed.signal.reason : error) as Error, exitCode, run);
  } finally {
    progress.end();
  }
}

/** Writes the error of a command and the recommended action, and returns the exit code. */
function reportError(error: NodeJS.ErrnoException, exitCode: number, run: Run): number {
  const { formatHint, progress, stderr, interrupted } = run;
  // The reader of the pipe, such as head, has closed it.
  if (error.code === "EPIPE") return 0;
  // A message of the client begins with the name of its option, or says to raise it.
  const pattern = /^[a-z]\w+|(?<=\braise )\w+/g;
  const named = error.message.replace(pattern, (name) => OPTION_NAMES.get(name) ?? name);
  const message = error.code ? `The output cannot be written: ${named}` : named;
  // The help of the program has several lines.
  const text = exitCode === 2 ? message : toPrintable(message);
  const name = styleText("red", "realtimekit-sessions:", { stream: stderr });
  progress.print(`${name} ${interrupted.aborted ? "Interrupted." : text}\n`);
  if (run.count && formatHint) progress.print(`${formatHint(error)}\n`);
  return interrupted.aborted ? 130 : exitCode;
}
