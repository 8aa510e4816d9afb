import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { replaceMarkedSection } from "./marked-section.js";
import { runCommand } from "./run-command.js";
import { renderTables } from "./readme/tables.js";
import { root } from "./project-folder.js";

/** Checks that the README's tables are current, or writes them. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
  const path = join(root, "README.md");
  const text = readFileSync(path, "utf8");
  let page = text;
  for (const [name, table] of renderTables(root)) page = replaceMarkedSection(page, name, table);
  page = await format(page, { parser: "markdown", printWidth: 120, proseWrap: "preserve" });
  if (page === text) return 0;
  if (!values.write) {
    console.error("The tables of README.md are outdated. To update them, run: npm run readme -- --write");
    return 1;
  }
  writeFileSync(path, page);
  return 0;
}

await runCommand(main);
