import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { replaceFiles } from "./gate/replace-files.js";
import { planRelease } from "./gate/plan-release.js";
import { runCommand, UsageError } from "./problem.js";
import { changesAsText } from "./gate/report/text.js";
import { countChanges } from "./gate/report/words.js";

const USAGE = `Usage: npm run release -- [options]

Says what the next release would be: its version, by the changes of the document since the last one, and the entry
in the changelog. Publishes nothing.

  --write            write it: the version into package.json, package-lock.json and spec/openapi.yaml, the document
                     to spec/released.yaml, and the entry to CHANGELOG.md
  --version VERSION  another version than the lowest that may carry the changes
  --help`;

const ROOT = resolve(fileURLToPath(import.meta.url), "../..");

async function main(): Promise<number> {
  const { write, version, help } = readArguments();
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const root = relative(process.cwd(), ROOT);
  const release = await planRelease(root, version);
  if (!release) {
    console.log(
      "Nothing to release: the document is as it was released. Code alone is released by --version.",
    );
    return 0;
  }
  if (release.changes.length) console.log(`${changesAsText(release.changes)}\n`);
  console.log(`${release.released} -> ${release.version}: ${countChanges(release.changes)}`);
  const files = Object.keys(release.texts).join(", ");
  if (!write) {
    console.log(`Would write ${files}. Do it by: npm run release -- --write`);
    return 0;
  }
  replaceFiles(ROOT, release.texts);
  console.log(`Wrote ${files}. To undo, run: git checkout -- ${Object.keys(release.texts).join(" ")}`);
  return 0;
}

function readArguments(): { write: boolean; help: boolean; version?: string | undefined } {
  try {
    return parseArgs({
      options: {
        write: { type: "boolean", default: false },
        version: { type: "string" },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main);
