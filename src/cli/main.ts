import pc from "picocolors";
import { COMMANDS } from "./commands.js";
import { type CliContext, readVersion, type Run } from "./context.js";
import { UsageError } from "./options.js";
import { writeText } from "./output.js";
import { parseCommandLine } from "./program.js";
import { Progress } from "./progress.js";
import { printable } from "./table.js";
import { hasColors, widthOf } from "./terminal.js";

/** The maximum width of the help. */
const MAX_HELP_WIDTH = 100;

/** Runs a command line and returns its exit code. */
export async function main(argv: readonly string[], context: CliContext): Promise<number> {
  const { stdout, stderr, interrupted, now = new Date() } = context;
  const closed = new AbortController();
  stdout.on("error", closed.abort.bind(closed));
  // A closed error output does not change the exit code.
  stderr.on("error", () => undefined);
  const signal = AbortSignal.any([interrupted, closed.signal]);
  const progress = new Progress(stderr);
  const run: Run = { options: {}, ids: [], context, signal, progress };
  try {
    const width = Math.min(widthOf(stdout), MAX_HELP_WIDTH);
    const { command, options, ids, text } = parseCommandLine(argv, COMMANDS, {
      version: readVersion(),
      width,
      now,
    });
    Object.assign(run, { options, ids });
    await (command ? command.run(run) : writeText(stdout, text, run));
    return 0;
  } catch (error) {
    progress.end();
    return report(closed.signal.aborted ? closed.signal.reason : error, run);
  } finally {
    progress.end();
  }
}

/** Writes the error of a command and the recommended action, and returns the exit code. */
function report(reason: unknown, { hint, progress, context: { stderr, env, interrupted } }: Run): number {
  const { code, message }: NodeJS.ErrnoException =
    reason instanceof Error ? reason : new Error(String(reason));
  // The reader of the pipe, such as head, has closed it.
  if (code === "EPIPE") return 0;
  const isUsageError = reason instanceof UsageError;
  const text = isUsageError
    ? message
    : printable(code ? `The output cannot be written: ${message}` : message)
        // The message has the name of the client's option.
        .replace(/raise maxRetryAfter\b/, "raise --max-retry-after");
  const { red } = pc.createColors(hasColors(stderr, env));
  progress.print(`${red("realtimekit-sessions:")} ${interrupted.aborted ? "Interrupted." : text}\n`);
  const advice = hint?.(reason);
  if (advice) progress.print(`${advice}\n`);
  return interrupted.aborted ? 130 : isUsageError ? 2 : 1;
}
