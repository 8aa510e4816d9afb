import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type CommandOutput, shellOutput } from "./command-output.js";
import { replaceFiles } from "./gate/replace-files.js";
import { planRelease } from "./gate/plan-release.js";
import { runCommand } from "./run-command.js";
import { parseOptions } from "./parse-options.js";
import { formatChangesAsText } from "./gate/report/text.js";
import { countChanges } from "./gate/report/describe-changes.js";
import { root } from "./project-folder.js";

const USAGE = `Usage: npm run release -- [options]

Prints the next release: its version and its changelog entry. The changes of the document and of the TypeScript API
since the last release determine them. Publishes nothing.

  --write            write the version to package.json, package-lock.json and spec/openapi.yaml, the document to
                     spec/released.yaml, and the entry to CHANGELOG.md
  --version VERSION  the version (default: the lowest that the changes allow)
  --help             print this help`;

/**
 * Runs `npm run release`.
 *
 * @param args - The arguments of the command line.
 * @param output - The output of the command.
 * @returns The exit code.
 * @throws UsageError if an argument is invalid.
 * @throws SpecError if the document cannot be released.
 */
export async function main(args: readonly string[], { print }: CommandOutput): Promise<number> {
  const { write, version, help } = readArguments(args);
  if (help) {
    print(USAGE);
    return 0;
  }
  const folder = relative(process.cwd(), root);
  const release = await planRelease(folder, version);
  if (!release) {
    print(
      "Nothing to release: the document and the TypeScript API have not changed. To release, add --version.",
    );
    return 0;
  }
  if (release.changes.length) print(`${formatChangesAsText(release.changes)}\n`);
  print(`${release.releasedVersion} -> ${release.version}: ${countChanges(release.changes)}`);
  const files = Object.keys(release.texts).join(", ");
  if (!write) {
    print(`Would write ${files}. To write, run: npm run release -- --write`);
    return 0;
  }
  replaceFiles(root, release.texts);
  print(`Wrote ${files}. To undo, run: git checkout -- ${Object.keys(release.texts).join(" ")}`);
  return 0;
}

function readArguments(args: readonly string[]): {
  write: boolean;
  help: boolean;
  version?: string | undefined;
} {
  const options = {
    write: { type: "boolean", default: false },
    version: { type: "string" },
    help: { type: "boolean", default: false },
  } as const;
  return parseOptions({ args: [...args], options }, USAGE).values;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runCommand(() => main(process.argv.slice(2), shellOutput));
