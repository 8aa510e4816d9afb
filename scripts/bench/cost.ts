import { renderMarkdownTable } from "../markdown-table.js";
import { BASELINE, type Contender } from "./contenders.js";
import { runProgram, runWithServer } from "./run.js";
import { computeMedian, computeMedianRatio } from "./statistics.js";

const COST_PAGES = 100;
const COST_ROUNDS = 31;

/** Measures the CPU time of a page, with a `fetch` in memory and over loopback. */
export async function measureCost(contenders: readonly Contender[]): Promise<string> {
  const bundles = Object.fromEntries(contenders.map(({ name, url }) => [name, url]));
  const measure = async (baseUrl?: string): Promise<Record<string, number[]>> =>
    (await runProgram("cost.js", { bundles, pages: COST_PAGES, rounds: COST_ROUNDS, baseUrl })) as Record<
      string,
      number[]
    >;
  const memory = await measure();
  const loopback = await runWithServer(COST_PAGES, (url) => measure(`${url}/0`));
  const formatCells = (figures: Record<string, number[]>, name: string): string[] => [
    computeMedian(figures[name] ?? []).toFixed(3),
    computeMedianRatio(figures[name] ?? [], figures[BASELINE] ?? []).toFixed(2),
  ];
  return renderMarkdownTable([
    ["Client", "in memory, ms", "ratio", "loopback, ms", "ratio"],
    ...contenders.map(({ name }) => [name, ...formatCells(memory, name), ...formatCells(loopback, name)]),
  ]);
}
