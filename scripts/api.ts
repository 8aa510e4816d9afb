import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compareWithReleased, renderReports } from "./api/reports.js";
import { runCommand } from "./run-command.js";
import { root } from "./project-folder.js";

/** Checks that the API reports are current, or writes them, and lists what changed since the last release. */
function main(): number {
  const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
  const outdated = [...renderReports(root)].filter(
    ([file, text]) => !existsSync(join(root, file)) || readFileSync(join(root, file), "utf8") !== text,
  );
  if (outdated.length && !values.write) {
    for (const [file] of outdated) console.error(`${file} is outdated.`);
    console.error("To update the API reports, run: npm run api -- --write");
    return 1;
  }
  mkdirSync(join(root, "api"), { recursive: true });
  for (const [file, text] of outdated) writeFileSync(join(root, file), text);
  for (const { entry, name, message, severity } of compareWithReleased(root))
    console.log(`${severity}  ${entry}: ${name} ${message}`);
  return 0;
}

await runCommand(main);
