import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Installs the packages of a folder with its own lockfile, unless they are installed. No install scripts are run.
 *
 * @param folder - The folder.
 * @param description - The description of the packages in the message.
 * @throws Error if npm fails.
 */
export function installPackages(folder: string, description: string): void {
  const lock = join(folder, "package-lock.json");
  const installed = join(folder, "node_modules/.package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error(`Installing ${description}…`);
  const { status, error } = spawnSync("npm ci --ignore-scripts --loglevel=error", {
    cwd: folder,
    shell: true,
    stdio: ["ignore", 2, 2],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm ci failed in ${basename(folder)}/. Its output is above.`);
}
