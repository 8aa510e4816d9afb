import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installFolder } from "./install.js";
import { runCommand } from "./problem.js";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The mutation tester, with a lockfile of its own: it needs a newer Node than this project does. */
const folder = join(root, "test/mutation");

/** Returns the Node that was installed with the mutation tester, or else the current one. */
function findNode(): string {
  const installed = join(folder, "node_modules/node-24/bin/node");
  return existsSync(installed) ? installed : process.execPath;
}

/** Runs the mutation tester over the files named on the command line, or over all that its configuration names. */
function main(): number {
  const files = process.argv.slice(2);
  installFolder(folder, "the mutation tester");
  const stryker = join(folder, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const args = [
    "run",
    join(folder, "stryker.config.js"),
    ...(files.length ? ["--mutate", files.join()] : []),
  ];
  const { status, error } = spawnSync(findNode(), [stryker, ...args], { cwd: root, stdio: "inherit" });
  if (error) throw error;
  return status ?? 1;
}

await runCommand(main);
