import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { basename, join } from "node:path";

/**
 * Installs what a folder with a lockfile of its own holds, unless it is there. Nothing of it needs its install scripts.
 *
 * @param what - What is installed, for the message.
 */
export function installFolder(folder: string, what: string): void {
  const lock = join(folder, "package-lock.json");
  const done = join(folder, "node_modules/.package-lock.json");
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error(`Installing ${what}…`);
  const { status, error } = spawnSync("npm ci --ignore-scripts --loglevel=error", {
    cwd: folder,
    shell: true,
    stdio: ["ignore", 2, 2],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm ci failed in ${basename(folder)}/; its report is above.`);
}
