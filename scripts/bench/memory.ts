import { renderMarkdownTable } from "../markdown-table.js";
import { BASELINE, type Contender } from "./contenders.js";
import { runProgram, runWithServer } from "./run.js";
import { computeMedian, computeMedianRatio } from "./statistics.js";

const MEMORY_PAGES = [500, 5_000];
const MEMORY_ROUNDS = 5;
const RAW = "raw fetch, loop by hand";

interface MemoryRun {
  name: string;
  pages: number;
  /** The peak memory of each round, in bytes. */
  peaks: number[];
  /** The CPU time per page of each round, in milliseconds. */
  costs: number[];
}

/** Measures the peak memory and the CPU time of whole listings over sockets. */
export async function measureMemory(contenders: readonly Contender[]): Promise<string> {
  const runs: MemoryRun[] = [];
  for (const pages of MEMORY_PAGES) {
    const newRuns = contenders.map(({ name, url }) => ({ name, url, pages, peaks: [], costs: [] }));
    await runWithServer(pages, (server) => measureRuns(newRuns, `${server}/0`));
    runs.push(...newRuns);
  }
  const findRun = (name: string, pages: number): MemoryRun | undefined =>
    runs.find((run) => run.name === name && run.pages === pages);
  const formatCells = (name: string, pages: number): string[] => {
    const { peaks = [], costs = [] } = findRun(name, pages) ?? {};
    return [
      (computeMedian(peaks) / 1e6).toFixed(0),
      computeMedianRatio(peaks, findRun(RAW, pages)?.peaks ?? []).toFixed(2),
      computeMedian(costs).toFixed(3),
      computeMedianRatio(costs, findRun(BASELINE, pages)?.costs ?? []).toFixed(2),
    ];
  };
  return renderMarkdownTable([
    [
      "Client",
      ...MEMORY_PAGES.flatMap((pages) => [
        `peak at ${pages.toLocaleString("en-US")} pages, MB`,
        "ratio to raw",
        "CPU per page, ms",
        "ratio to openapi-fetch",
      ]),
    ],
    ...contenders.map(({ name }) => [name, ...MEMORY_PAGES.flatMap((pages) => formatCells(name, pages))]),
  ]);
}

/** Runs each client in its own process, in rounds in which the clients alternate. */
async function measureRuns(runs: (MemoryRun & { url: string })[], baseUrl: string): Promise<void> {
  for (let round = 0; round < MEMORY_ROUNDS; round++)
    for (const { url, pages, peaks, costs } of runs) {
      const result = await runProgram("memory.js", { bundle: url, baseUrl, pages });
      const { peakBytes, cpuMsPerPage } = result as { peakBytes: number; cpuMsPerPage: number };
      peaks.push(peakBytes);
      costs.push(cpuMsPerPage);
    }
}
