import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installFolder } from "./install.js";
import { runCommand } from "./problem.js";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The mutation tester, with a lockfile of its own: it wants a newer Node than this project does. */
const folder = join(root, "mutation");

/** What we read of a report in the format of mutation-testing-elements. */
interface Report {
  files: Record<string, { source: string; mutants: Mutant[] }>;
}

interface Mutant {
  status: string;
  replacement?: string;
  location: { start: Position; end: Position };
}

/** Lines and columns count from 1. */
interface Position {
  line: number;
  column: number;
}

/** A Node that runs the mutation tester: the one that it was installed with, or else this one. */
function findNode(): string {
  const installed = join(folder, "node_modules/node-24/bin/node");
  return existsSync(installed) ? installed : process.execPath;
}

/** The mutants that no test noticed, each as a line of SURVIVORS.md tells it. */
function unnoticed({ files }: Report): Set<string> {
  const lines = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === "Survived" || status === "NoCoverage")
      .map(
        ({ location, replacement = "" }) =>
          `${file}: ${oneLine(between(source, location))} → ${oneLine(replacement)}`,
      ),
  );
  return new Set(lines);
}

function between(source: string, { start, end }: Mutant["location"]): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  // The end first: it may stand on the line that the start is cut from.
  lines.push((lines.pop() ?? "").slice(0, end.column - 1));
  lines.unshift((lines.shift() ?? "").slice(start.column - 1));
  return lines.join("\n");
}

function oneLine(code: string): string {
  return code.replaceAll(/\s+/g, " ").trim();
}

async function main(): Promise<number> {
  const files = process.argv.slice(2);
  installFolder(folder, "the mutation tester");
  const stryker = join(folder, "node_modules/@stryker-mutator/core/bin/stryker.js");
  const args = [
    "run",
    join(folder, "stryker.config.js"),
    ...(files.length ? ["--mutate", files.join()] : []),
  ];
  const reportFile = join(folder, "reports/mutation.json");
  // What is there after the run is then of this run.
  rmSync(reportFile, { force: true });
  const { status, error } = spawnSync(findNode(), [stryker, ...args], { cwd: root, stdio: "inherit" });
  if (error) throw error;
  if (!existsSync(reportFile)) return 1;
  const report = JSON.parse(await readFile(reportFile, "utf8")) as Report;
  const explained = new Set((await readFile(join(folder, "SURVIVORS.md"), "utf8")).split("\n"));
  const unexplained = [...unnoticed(report)].filter((line) => !explained.has(line));
  if (unexplained.length)
    console.error(
      `No test notices these, and mutation/SURVIVORS.md gives no reason:\n${unexplained.join("\n")}`,
    );
  return status || unexplained.length ? 1 : 0;
}

await runCommand(main);
