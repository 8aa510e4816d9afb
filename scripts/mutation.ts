import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installPackages } from "./install.js";
import { runCommand } from "./run-command.js";
import { root } from "./project-folder.js";

/** The folder of the mutation tester. It has its own lockfile, because it needs a newer Node than this project. */
const MUTATION_FOLDER = join(root, "test/mutation");

/** Returns the path of the Node that is installed with the mutation tester, or else of the current one. */
function findNode(): string {
  const installed = join(MUTATION_FOLDER, "node_modules/node-24/bin/node");
  return existsSync(installed) ? installed : process.execPath;
}

/** Mutates the files on the command line, or else those of the configuration. */
function main(): number {
  const files = process.argv.slice(2);
  installPackages(MUTATION_FOLDER, "the mutation tester");
  const stryker = join(MUTATION_FOLDER, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const args = [
    "run",
    join(MUTATION_FOLDER, "stryker.config.js"),
    ...(files.length ? ["--mutate", files.join()] : []),
  ];
  const { status, error } = spawnSync(findNode(), [stryker, ...args], { cwd: root, stdio: "inherit" });
  if (error) throw error;
  return status ?? 1;
}

await runCommand(main);
