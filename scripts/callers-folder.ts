import { basename } from "node:path";

/**
 * The folder in which the user called `npm run`, since npm changes into that of package.json. Relative paths are taken
 * from there. Undefined if npm has not started this very script: the variables are inherited.
 */
export function callersFolder(script: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  const { INIT_CWD: folder, npm_lifecycle_script: command = "" } = env;
  return script !== undefined && command.includes(`scripts/${basename(script)}`) ? folder : undefined;
}
