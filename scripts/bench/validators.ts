import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { root } from "../project-folder.js";
import { renderMarkdownTable } from "../markdown-table.js";
import { type Figures, measureCommand } from "./measure-command.js";
import { computeMedian } from "./statistics.js";
import { type Subject, writeSubjects } from "./subjects.js";

/** The time and the additional memory of the import of a module. */
interface Load {
  cpuMs: number;
  megabytes: number;
}

const ROUNDS = 3;

/** Prints the cost of the import of a module. */
const LOADER = `
const memoryBefore = process.memoryUsage().rss;
const cpuBefore = process.cpuUsage();
await import(process.argv[1]);
const { user, system } = process.cpuUsage(cpuBefore);
const megabytes = (process.memoryUsage().rss - memoryBefore) / 1e6;
console.log(JSON.stringify({ cpuMs: (user + system) / 1000, megabytes }));
`;

/**
 * Measures the generation of validators from documents of several sizes, and their import.
 *
 * @param folder - A folder for the documents and the output.
 * @returns A Markdown table.
 */
export async function measureValidators(folder: string): Promise<string> {
  const rows = [
    [
      ...["Document", "CPU, s", "wall, s", "memory, MB", "strict, MB", "tolerant, MB"],
      ...["import of strict: CPU, ms", "memory, MB"],
    ],
  ];
  for (const subject of writeSubjects(folder)) rows.push(await measureSubject(subject, folder));
  return renderMarkdownTable(rows);
}

async function measureSubject({ name, file }: Subject, folder: string): Promise<string[]> {
  const out = join(folder, "validated");
  const command = [
    ...[process.execPath, "--expose-gc", "--import", import.meta.resolve("tsx/esm")],
    ...[join(root, "scripts/generate.ts"), "--spec", file, "--out", out, "--validators"],
  ];
  const generated: Figures[] = [];
  const loads: Load[] = [];
  const [strict, tolerant] = [join(out, "validators-strict.js"), join(out, "validators-tolerant.js")];
  for (let round = 0; round < ROUNDS; round++) {
    generated.push(await measureCommand(command, folder));
    loads.push(await measureLoad(strict));
  }
  const computeGenerated = (key: keyof Figures): number =>
    computeMedian(generated.map((figures) => figures[key]));
  const computeLoad = (key: keyof Load): number => computeMedian(loads.map((load) => load[key]));
  return [
    name,
    computeGenerated("cpuSeconds").toFixed(2),
    computeGenerated("wallSeconds").toFixed(2),
    computeGenerated("megabytes").toFixed(0),
    (statSync(strict).size / 1e6).toFixed(1),
    (statSync(tolerant).size / 1e6).toFixed(1),
    computeLoad("cpuMs").toFixed(0),
    computeLoad("megabytes").toFixed(0),
  ];
}

async function measureLoad(file: string): Promise<Load> {
  const args = ["--input-type=module", "--eval", LOADER, pathToFileURL(file).href];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Load;
}
