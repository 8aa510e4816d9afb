import { formatProblems, SpecError } from "./problem.js";

/** Thrown for an invalid command line: exit code 2. Problems in a document have exit code 1. */
export class UsageError extends Error {
  override name = "UsageError";
}

/**
 * Runs a command, and sets the exit code of the process. An error that the user can correct becomes a message. Any
 * other error is a bug, and keeps its stack.
 *
 * @param command - Returns the exit code.
 * @throws Any error that the user cannot correct.
 */
export async function runCommand(command: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const isUsageError = error instanceof UsageError || isParseArgsError(error);
    if (!(error instanceof SpecError || isUsageError)) throw error;
    console.error(error instanceof SpecError ? formatProblems(error.problems) : error.message);
    process.exitCode = isUsageError ? 2 : 1;
  }
}

/** Returns whether an error is one of `parseArgs`, such as an unknown option. */
function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}
