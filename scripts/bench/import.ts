import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { renderMarkdownTable } from "../markdown-table.js";
import { root } from "../project-folder.js";
import { OURS } from "./contenders.js";
import { bench, runProgram } from "./run.js";
import { computeMedian } from "./statistics.js";

const IMPORT_ROUNDS = 21;

/** Measures the CPU time of the import of each package. */
export async function measureImport(): Promise<string> {
  const locateInstalled = (path: string): string => pathToFileURL(join(bench, "node_modules", path)).href;
  const modules = [
    { name: "an empty module", url: pathToFileURL(join(bench, "empty-module.js")).href },
    { name: "openapi-fetch", url: locateInstalled("openapi-fetch/dist/index.mjs") },
    { name: OURS, url: pathToFileURL(join(root, "dist/src/index.js")).href },
    { name: "cloudflare/tree-shakable", url: locateInstalled("cloudflare/tree-shakable.mjs") },
    { name: "cloudflare", url: locateInstalled("cloudflare/index.mjs") },
  ].map((module) => ({ ...module, timesMs: [] as number[] }));
  for (let round = 0; round < IMPORT_ROUNDS; round++)
    for (const { url, timesMs } of modules) timesMs.push((await runProgram("import.js", url)) as number);
  const baseline = computeMedian(modules[0]?.timesMs ?? []);
  return renderMarkdownTable([
    ["Module", "ms", "above the empty module, ms"],
    ...modules.map(({ name, timesMs }) => [
      name,
      computeMedian(timesMs).toFixed(1),
      (computeMedian(timesMs) - baseline).toFixed(1),
    ]),
  ]);
}
