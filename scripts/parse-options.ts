import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "./run-command.js";

/**
 * Parses the options of a command line.
 *
 * @param config - The arguments and the options, as for `parseArgs`.
 * @param usage - The help text of the command, for the error message.
 * @returns The values of the options, and the other arguments.
 * @throws UsageError if an argument is invalid.
 */
export function parseOptions<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}
