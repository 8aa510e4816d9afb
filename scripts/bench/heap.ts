import { renderMarkdownTable } from "../markdown-table.js";
import { BASELINE, type Contender, OURS } from "./contenders.js";
import { runProgram } from "./run.js";

const MEASURED_PAGES = [200, 500, 2_000, 5_000];

/** Measures the live heap during a long list. */
export async function measureHeap(contenders: readonly Contender[]): Promise<string> {
  const rows: string[][] = [];
  for (const { name, url } of contenders.filter(({ name }) => name === OURS || name === BASELINE)) {
    const argument = { bundle: url, at: MEASURED_PAGES };
    const { heapBytes, peakBytes } = (await runProgram("heap.js", argument, "--expose-gc")) as {
      heapBytes: number[];
      peakBytes: number;
    };
    rows.push([name, ...[...heapBytes, peakBytes].map((bytes) => (bytes / 1e6).toFixed(2))]);
  }
  return renderMarkdownTable([
    ["Client", ...MEASURED_PAGES.map((page) => `at page ${page.toLocaleString("en-US")}`), "peak RSS"],
    ...rows,
  ]);
}
