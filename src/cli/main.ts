import pc from "picocolors";
import { COMMANDS } from "./commands.js";
import { type CliContext, hasColors, type Run } from "./context.js";
import { runProgram } from "./program.js";
import { Progress } from "./progress.js";
import { printable } from "./terminal-text.js";
import { UsageError } from "./usage-error.js";

/** Runs a command line and returns its exit code. */
export async function main(argv: readonly string[], context: CliContext): Promise<number> {
  const { stdout, stderr, interrupted } = context;
  const closed = new AbortController();
  stdout.on("error", closed.abort.bind(closed));
  // A closed error output does not change the exit code.
  stderr.on("error", () => undefined);
  const signal = AbortSignal.any([interrupted, closed.signal]);
  const progress = new Progress(stderr);
  const run: Run = { ...context, options: {}, ids: [], signal, progress, count: 0, resume: { count: 0 } };
  try {
    await runProgram(argv, COMMANDS, run);
    return 0;
  } catch (error) {
    return report(closed.signal.aborted ? closed.signal.reason : error, run);
  } finally {
    run.progress.end();
  }
}

/** Writes the error of a command and the recommended action, and returns the exit code. */
function report(reason: unknown, { hint, progress, stderr, env, interrupted }: Run): number {
  const error: NodeJS.ErrnoException = reason instanceof Error ? reason : new Error(String(reason));
  // The reader of the pipe, such as head, has closed it.
  if (error.code === "EPIPE") return 0;
  // A message of the client has the name of its option.
  const message = error.message.replace("raise maxRetryAfter", "raise --max-retry-after");
  const isUsageError = error instanceof UsageError;
  const text = isUsageError
    ? message
    : printable(error.code ? `The output cannot be written: ${message}` : message);
  const { red } = pc.createColors(hasColors(stderr, env));
  progress.print(`${red("realtimekit-sessions:")} ${interrupted.aborted ? "Interrupted." : text}\n`);
  const advice = hint?.(error);
  if (advice) progress.print(`${advice}\n`);
  return interrupted.aborted ? 130 : isUsageError ? 2 : 1;
}
