import { basename } from "node:path";

/**
 * Returns the folder in which the user called `npm run`, to which relative paths refer. npm changes to the folder of
 * package.json. Undefined if npm did not start this script itself, because child processes inherit the variables.
 */
export function callersFolder(script: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  const { INIT_CWD: folder, npm_lifecycle_script: command = "" } = env;
  return script !== undefined && command.includes(`scripts/${basename(script)}`) ? folder : undefined;
}
