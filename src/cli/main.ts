import { createRequire } from "node:module";
import pc from "picocolors";
import { COMMANDS } from "./commands.js";
import { type CliContext, hasColors, type Run, widthOf } from "./context.js";
import { UsageError } from "./options.js";
import { OutputError, writeText } from "./output.js";
import { parseCommandLine } from "./program.js";
import { Progress } from "./progress.js";
import { printable } from "./table.js";

/** The widest line of the help. */
const MAX_HELP_WIDTH = 100;

/** Runs a command line and returns its exit code. */
export async function main(argv: readonly string[], context: CliContext): Promise<number> {
  const { stdout, stderr, interrupted } = context;
  const closed = new AbortController();
  stdout.on("error", (error) => {
    closed.abort(new OutputError(error));
  });
  // A message that nobody can read changes nothing.
  stderr.on("error", () => undefined);
  const signal = AbortSignal.any([interrupted, closed.signal]);
  const progress = new Progress(stderr);
  let run: Run | undefined;
  try {
    const width = Math.min(widthOf(stdout), MAX_HELP_WIDTH);
    const now = context.now ?? new Date();
    const { command, options, ids, text } = parseCommandLine(argv, COMMANDS, {
      version: version(),
      width,
      now,
    });
    run = { options, ids, context, signal, progress };
    await (command ? command.run(run) : writeText(stdout, text, signal));
    return 0;
  } catch (error) {
    progress.end();
    return report(closed.signal.aborted ? closed.signal.reason : error, run, context);
  } finally {
    progress.end();
  }
}

/** Writes why a command failed and what to do, and returns the exit code. */
function report(reason: unknown, run: Run | undefined, { stderr, env, interrupted }: CliContext): number {
  // The reader of a pipe, such as head, has seen enough.
  if (reason instanceof OutputError && (reason.cause as NodeJS.ErrnoException).code === "EPIPE") return 0;
  const { red } = pc.createColors(hasColors(stderr, env));
  const text = reason instanceof Error ? reason.message : String(reason);
  const message = reason instanceof UsageError ? text : printable(text);
  const hint = run?.hint?.(reason) ?? "";
  stderr.write(`${red("realtimekit-sessions:")} ${interrupted.aborted ? "Interrupted." : message}\n`);
  if (hint) stderr.write(`${hint}\n`);
  return interrupted.aborted ? 130 : reason instanceof UsageError ? 2 : 1;
}

function version(): string {
  // By the name of the package, since sources and build lie at different depths.
  return (createRequire(import.meta.url)("realtimekit-sessions/package.json") as { version: string }).version;
}
