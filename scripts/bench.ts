import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type Contender, makeContenders } from "./bench/contenders.js";
import { gate } from "./bench/gate.js";
import { generation } from "./bench/generation.js";
import { bench } from "./bench/run.js";
import { cost, heap, imports, invalidResponses, latency, memory, size } from "./bench/sections.js";
import { installFolder } from "./install.js";
import { runCommand, UsageError } from "./problem.js";

interface Section {
  title: string;
  /** A description of the measurement. */
  text: string;
  measure: (contenders: readonly Contender[], folder: string) => Promise<string> | string;
}

/** The sections by their names on the command line. */
const SECTIONS: Record<string, Section> = {
  size: {
    title: "Size",
    text: "A bundle that lists every session: esbuild, minified, for a browser, then gzip at level 9.",
    measure: size,
  },
  cost: {
    title: "Cost of a page",
    text:
      "A list of 100 full pages of 100 sessions. CPU time of the client's process, which other work on the machine\n" +
      "hardly affects: after 5 rounds to warm up, the median of 31 in which the clients alternate. The ratio is to\n" +
      "the loop by hand over openapi-fetch, the median of the rounds' own ratios. In memory, `fetch` returns a\n" +
      "prepared text. Over loopback, the server is another process.",
    measure: cost,
  },
  latency: {
    title: "200 pages at 30 ms",
    text: "Wall time over loopback, each response delayed by 30 ms: the median of 5 rounds.",
    measure: latency,
  },
  heap: {
    title: "Live heap",
    text: "The live heap after a collection at pages of one listing, in MB, with a `fetch` in memory.",
    measure: heap,
  },
  memory: {
    title: "Memory and CPU time over sockets",
    text:
      "A list of 500 and of 5,000 full pages of 100 sessions over loopback, each in its own process: the peak of the\n" +
      "resident memory, and the CPU time per page with the warm-up of the engine. The median of 5 rounds in which the\n" +
      "clients alternate. The ratios are the medians of the rounds' own ratios: of memory to the loop over raw fetch, of\n" +
      "CPU time to the loop over openapi-fetch.",
    measure: memory,
  },
  import: {
    title: "Import",
    text: "CPU time of the import of each installed package, in a fresh process: the median of 21 rounds.",
    measure: imports,
  },
  generation: {
    title: "Generation",
    text:
      "From a document to files, in fresh processes that alternate: medians of 5 rounds. CPU time and peak memory are\n" +
      "those of all processes of a generator together; the memory is sampled every 20 ms. The ratios are the medians of\n" +
      "the rounds' own ratios: of CPU time to openapi-typescript, of wall time and memory to @hey-api/openapi-ts. Neither\n" +
      "of them lints or compiles. Ours has a client, the operations as values and the types; `npm run generate` lints the\n" +
      "document, compiles the code and writes it.",
    measure: (_, folder) => generation(folder),
  },
  gate: {
    title: "Breaking-change gate",
    text:
      "Two documents of one size, cut from GitHub's description, with changes of many kinds in the second, read and\n" +
      "compared in a fresh process that prints the 30 most severe.",
    measure: (_, folder) => gate(folder),
  },
  "invalid-responses": {
    title: "Responses without a list",
    text:
      "The result of a call without retries and with a time limit of 500 ms. A `fetch` function gives both clients the\n" +
      "same responses.",
    measure: invalidResponses,
  },
};

async function main(): Promise<number> {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !Object.hasOwn(SECTIONS, name));
  if (unknown.length)
    throw new UsageError(
      `Unknown section ${unknown.join(", ")}. Usage: npm run bench [-- ${Object.keys(SECTIONS).join(" | ")}]`,
    );
  installFolder(bench, "the other clients");
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const parts: string[] = [];
  try {
    const contenders = await makeContenders(folder);
    for (const [name, { title, text, measure }] of Object.entries(SECTIONS)) {
      if (names.length && !names.includes(name)) continue;
      // Other work on the machine slows some clients more than others.
      const load = `a load average of ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`;
      const table = await measure(contenders, folder);
      const part = `## ${title}\n\n${text}\nBy \`npm run bench -- ${name}\`, at ${load}.\n\n${table}\n`;
      console.log(part);
      parts.push(part);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (!names.length)
    writeFileSync(
      join(bench, "RESULTS.md"),
      `# Figures\n\nWritten by \`npm run bench\`.\n\n${parts.join("\n")}`,
    );
  return 0;
}

await runCommand(main);
