import { renderMarkdownTable } from "../markdown-table.js";
import { BASELINE, type Contender, OURS } from "./contenders.js";
import { runProgram, runWithServer } from "./run.js";
import { computeMedian, computeMedianRatio } from "./statistics.js";

const LATENCY_PAGES = 200;
const LATENCY_ROUNDS = 5;
const LATENCY_MS = 30;

/** Measures the wall time of a long list with slow responses. */
export async function measureLatency(contenders: readonly Contender[]): Promise<string> {
  const findUrl = (name: string): string =>
    contenders.find((contender) => contender.name === name)?.url ?? "";
  const runs = [
    { label: BASELINE, bundle: findUrl(BASELINE), concurrency: 1 },
    { label: `${OURS}, concurrency 1`, bundle: findUrl(OURS), concurrency: 1 },
    { label: `${OURS}, concurrency 4`, bundle: findUrl(OURS), concurrency: 4 },
  ].map((run) => ({ ...run, times: [] as number[] }));
  await runWithServer(LATENCY_PAGES, async (server) => {
    for (let round = 0; round < LATENCY_ROUNDS; round++)
      for (const { bundle, concurrency, times: timesMs } of runs) {
        const baseUrl = `${server}/${LATENCY_MS}`;
        const { timeMs } = (await runProgram("latency.js", { bundle, concurrency, baseUrl })) as {
          timeMs: number;
        };
        timesMs.push(timeMs);
      }
  });
  const sequential = runs[1]?.times ?? [];
  return renderMarkdownTable([
    ["Client", "seconds", "ratio to sequential"],
    ...runs.map(({ label, times: figures }) => [
      label,
      (computeMedian(figures) / 1000).toFixed(2),
      computeMedianRatio(figures, sequential).toFixed(3),
    ]),
  ]);
}
