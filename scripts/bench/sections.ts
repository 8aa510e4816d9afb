import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { markdownTable } from "../markdown-table.js";
import { listingModule, measureBundle } from "../size.js";
import { BASE, type Contender, OURS } from "./contenders.js";
import { bench, root, runProgram, withServer } from "./run.js";
import { median, medianRatio } from "./statistics.js";

const number = new Intl.NumberFormat("en");
const times = (value: number): string => value.toFixed(2);

/** Measures the bundles that list every session, ours also without the other operations. */
export async function size(contenders: readonly Contender[]): Promise<string> {
  const listing = await measureBundle(listingModule("createSessionList"));
  return markdownTable([
    ["Bundle", "gzip, bytes", "minified, bytes"],
    ...contenders.flatMap(({ name, gzippedBytes, bytes }) => [
      [name, number.format(gzippedBytes), number.format(bytes)],
      ...(name === OURS
        ? [[`${OURS}, createSessionList`, number.format(listing.gzip), number.format(listing.minified)]]
        : []),
    ]),
  ]);
}

const COST_PAGES = 100;
const COST_ROUNDS = 31;

/** Measures the CPU time of a page, with a `fetch` in memory and over loopback. */
export async function cost(contenders: readonly Contender[]): Promise<string> {
  const bundles = Object.fromEntries(contenders.map(({ name, url }) => [name, url]));
  const measure = async (baseUrl?: string): Promise<Record<string, number[]>> =>
    (await runProgram("cost.js", { bundles, pages: COST_PAGES, rounds: COST_ROUNDS, baseUrl })) as Record<
      string,
      number[]
    >;
  const memory = await measure();
  const loopback = await withServer(COST_PAGES, (url) => measure(`${url}/0`));
  const cells = (figures: Record<string, number[]>, name: string): string[] => [
    median(figures[name] ?? []).toFixed(3),
    times(medianRatio(figures[name] ?? [], figures[BASE] ?? [])),
  ];
  return markdownTable([
    ["Client", "in memory, ms", "ratio", "loopback, ms", "ratio"],
    ...contenders.map(({ name }) => [name, ...cells(memory, name), ...cells(loopback, name)]),
  ]);
}

const LATENCY_PAGES = 200;
const LATENCY_ROUNDS = 5;
const LATENCY_MS = 30;

/** Measures the wall time of a long list with slow responses. */
export async function latency(contenders: readonly Contender[]): Promise<string> {
  const url = (name: string): string => contenders.find((each) => each.name === name)?.url ?? "";
  const runs = [
    { label: BASE, bundle: url(BASE), concurrency: 1 },
    { label: `${OURS}, concurrency 1`, bundle: url(OURS), concurrency: 1 },
    { label: `${OURS}, concurrency 4`, bundle: url(OURS), concurrency: 4 },
  ].map((run) => ({ ...run, times: [] as number[] }));
  await withServer(LATENCY_PAGES, async (server) => {
    for (let round = 0; round < LATENCY_ROUNDS; round++)
      for (const { bundle, concurrency, times } of runs) {
        const baseUrl = `${server}/${LATENCY_MS}`;
        const { time } = (await runProgram("latency.js", { bundle, concurrency, baseUrl })) as {
          time: number;
        };
        times.push(time);
      }
  });
  const sequential = runs[1]?.times ?? [];
  return markdownTable([
    ["Client", "seconds", "ratio to sequential"],
    ...runs.map(({ label, times: figures }) => [
      label,
      (median(figures) / 1000).toFixed(2),
      medianRatio(figures, sequential).toFixed(3),
    ]),
  ]);
}

const HEAP_AT = [200, 500, 2_000, 5_000];

/** Measures the live heap during a long list. */
export async function heap(contenders: readonly Contender[]): Promise<string> {
  const rows: string[][] = [];
  for (const { name, url } of contenders.filter(({ name }) => name === OURS || name === BASE)) {
    const argument = { bundle: url, at: HEAP_AT };
    const { heaps, peak } = (await runProgram("heap.js", argument, "--expose-gc")) as {
      heaps: number[];
      peak: number;
    };
    rows.push([name, ...[...heaps, peak].map((bytes) => (bytes / 1e6).toFixed(2))]);
  }
  return markdownTable([
    ["Client", ...HEAP_AT.map((page) => `at page ${number.format(page)}`), "peak RSS"],
    ...rows,
  ]);
}

const MEMORY_PAGES = [500, 5_000];
const MEMORY_ROUNDS = 5;
const RAW = "raw fetch, loop by hand";

interface MemoryRun {
  name: string;
  pages: number;
  peaks: number[];
  costs: number[];
}

/** Measures the peak memory and the CPU time of whole listings over sockets. */
export async function memory(contenders: readonly Contender[]): Promise<string> {
  const runs: MemoryRun[] = [];
  for (const pages of MEMORY_PAGES) {
    const ofLength = contenders.map(({ name, url }) => ({ name, url, pages, peaks: [], costs: [] }));
    await withServer(pages, (server) => measureMemory(ofLength, `${server}/0`));
    runs.push(...ofLength);
  }
  const find = (name: string, pages: number): MemoryRun | undefined =>
    runs.find((run) => run.name === name && run.pages === pages);
  const cells = (name: string, pages: number): string[] => {
    const { peaks = [], costs = [] } = find(name, pages) ?? {};
    return [
      (median(peaks) / 1e6).toFixed(0),
      times(medianRatio(peaks, find(RAW, pages)?.peaks ?? [])),
      median(costs).toFixed(3),
      times(medianRatio(costs, find(BASE, pages)?.costs ?? [])),
    ];
  };
  return markdownTable([
    [
      "Client",
      ...MEMORY_PAGES.flatMap((pages) => [
        `peak at ${number.format(pages)} pages, MB`,
        "ratio to raw",
        "CPU per page, ms",
        "ratio to openapi-fetch",
      ]),
    ],
    ...contenders.map(({ name }) => [name, ...MEMORY_PAGES.flatMap((pages) => cells(name, pages))]),
  ]);
}

/** Runs each client in its own process, in rounds in which the clients alternate. */
async function measureMemory(runs: (MemoryRun & { url: string })[], baseUrl: string): Promise<void> {
  for (let round = 0; round < MEMORY_ROUNDS; round++)
    for (const { url, pages, peaks, costs } of runs) {
      const result = await runProgram("memory.js", { bundle: url, baseUrl, pages });
      const { peak, cpu } = result as { peak: number; cpu: number };
      peaks.push(peak);
      costs.push(cpu);
    }
}

const IMPORT_ROUNDS = 21;

/** Measures the CPU time of the import of each package. */
export async function imports(): Promise<string> {
  const installed = (path: string): string => pathToFileURL(join(bench, "node_modules", path)).href;
  const modules = [
    { name: "nothing (an empty module)", url: pathToFileURL(join(bench, "nothing.js")).href },
    { name: "openapi-fetch", url: installed("openapi-fetch/dist/index.mjs") },
    { name: OURS, url: pathToFileURL(join(root, "dist/src/index.js")).href },
    { name: "cloudflare/tree-shakable", url: installed("cloudflare/tree-shakable.mjs") },
    { name: "cloudflare", url: installed("cloudflare/index.mjs") },
  ].map((each) => ({ ...each, times: [] as number[] }));
  for (let round = 0; round < IMPORT_ROUNDS; round++)
    for (const { url, times } of modules) times.push((await runProgram("import.js", url)) as number);
  const nothing = median(modules[0]?.times ?? []);
  return markdownTable([
    ["Module", "ms", "above nothing, ms"],
    ...modules.map(({ name, times }) => [
      name,
      median(times).toFixed(1),
      (median(times) - nothing).toFixed(1),
    ]),
  ]);
}

const TIMEOUT_MS = 500;
const DEADLINE_MS = 3_000;

/** Compares how this client and Cloudflare's handle responses without a list. */
export async function invalidResponses(): Promise<string> {
  const argument = { timeoutMs: TIMEOUT_MS, deadlineMs: DEADLINE_MS };
  const results = (await runProgram("invalid-responses.js", argument)) as {
    name: string;
    outcomes: Record<string, string>;
  }[];
  const clients = Object.keys(results[0]?.outcomes ?? {});
  return markdownTable([
    ["Response", ...clients],
    ...results.map(({ name, outcomes }) => [name, ...clients.map((client) => `\`${outcomes[client]}\``)]),
  ]);
}
