import { execFile } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { stringify } from "yaml";
import type { JsonObject } from "../document/json.js";
import { renderMarkdownTable } from "../markdown-table.js";
import { root } from "../project-folder.js";
import { createDocumentPair } from "./document-pairs.js";
import { bench } from "./run.js";

const SOURCE = join(bench, "node_modules/@octokit/openapi/generated/api.github.com.json");

/** The sizes of a document as JSON without white space, with the numbers of schemas that change. */
const SIZES = [
  { bytes: 700_000, changes: 1_000 },
  { bytes: 1_400_000, changes: 2_000 },
  { bytes: 2_800_000, changes: 4_000 },
];

interface Figures {
  seconds: number;
  cpuSeconds: number;
  megabytes: number;
  changes: number;
}

/**
 * Measures the time and the memory of the gate for large documents.
 *
 * @param folder - A folder for the documents.
 * @returns A Markdown table.
 */
export async function measureGate(folder: string): Promise<string> {
  const whole = JSON.parse(readFileSync(SOURCE, "utf8")) as JsonObject;
  const rows = [["Size of each, MB", "changes found", "wall, s", "CPU, s", "peak memory, MB"]];
  for (const { bytes, changes } of SIZES) {
    const { base, revision } = createDocumentPair(whole, bytes, changes);
    const files = [join(folder, "gate-base.yaml"), join(folder, "gate-revision.yaml")] as const;
    writeFileSync(files[0], stringify(base, { aliasDuplicateObjects: false }));
    writeFileSync(files[1], stringify(revision, { aliasDuplicateObjects: false }));
    const figures = await runComparison(files);
    rows.push([
      (statSync(files[0]).size / 1e6).toFixed(1),
      figures.changes.toLocaleString("en-US"),
      figures.seconds.toFixed(1),
      figures.cpuSeconds.toFixed(1),
      figures.megabytes.toFixed(0),
    ]);
  }
  return renderMarkdownTable(rows);
}

async function runComparison(files: readonly [string, string]): Promise<Figures> {
  const args = ["--import", "tsx", join(root, "scripts/bench/compare-pair.ts"), ...files];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return JSON.parse(stdout) as Figures;
}
