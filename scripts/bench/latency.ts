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
  ].map((run) => ({ ...run, timesMs: [] as number[] }));
  await runWithServer(LATENCY_PAGES, async (server) => {
    for (let round = 0; round < LATENCY_ROUNDS; round++)
      for (const { bundle, concurrency, timesMs } of runs) {
        const baseUrl = `${server}/${LATENCY_MS}`;
        const { timeMs } = (await runProgram("latency.js", { bundle, concurrency, baseUrl })) as {
          timeMs: number;
        };
        timesMs.push(timeMs);
      }
  });
  const sequential = runs[1]?.timesMs ?? [];
  return renderMarkdownTable([
    ["Client", "seconds", "ratio to sequential"],
    ...runs.map(({ label, timesMs }) => [
      label,
      (computeMedian(timesMs) / 1000).toFixed(2),
      computeMedianRatio(timesMs, sequential).toFixed(3),
    ]),
  ]);
}
