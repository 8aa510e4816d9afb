/** An invalid command line. */
export class UsageError extends Error {}

/** Runs a check, and converts its error to one of the command line. */
export function checkUsage<Result>(
  check: () => Result,
  reword: (message: string) => string = String,
): Result {
  try {
    return check();
  } catch (error) {
    throw new UsageError(reword((error as Error).message));
  }
}
