import { basename } from "node:path";

/**
 * Returns the folder in which the user called `npm run`. Relative paths refer to it, but npm changes to the folder of
 * package.json.
 *
 * @param script - The path of the running script.
 * @param env - The environment variables of the process.
 * @returns The folder. Undefined if npm did not start this script itself, because child processes inherit the
 * variables.
 */
export function findCallersFolder(script: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  const { INIT_CWD: folder, npm_lifecycle_script: command = "" } = env;
  return script !== undefined && command.includes(`scripts/${basename(script)}`) ? folder : undefined;
}
