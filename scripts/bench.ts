import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type Contender, createContenders } from "./bench/contenders.js";
import { measureCost } from "./bench/cost.js";
import { measureGate } from "./bench/gate.js";
import { measureGeneration } from "./bench/generation.js";
import { measureValidators } from "./bench/validators.js";
import { measureHeap } from "./bench/heap.js";
import { measureImport } from "./bench/import.js";
import { compareInvalidResponses } from "./bench/invalid-responses.js";
import { measureLatency } from "./bench/latency.js";
import { measureMemory } from "./bench/memory.js";
import { bench } from "./bench/run.js";
import { measureSize } from "./bench/size.js";
import { installPackages } from "./install.js";
import { runCommand, UsageError } from "./run-command.js";

/** A section of bench/RESULTS.md. */
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
    text: "A bundle for a browser that lists every session, minified by esbuild, then compressed by gzip at level 9.",
    measure: measureSize,
  },
  cost: {
    title: "Cost of a page",
    text:
      "A list of 100 full pages of 100 sessions. The figures are the CPU time of the client's process, which depends\n" +
      "little on other work on the machine. They are medians of 31 rounds, in which the clients alternate, after 5\n" +
      "warm-up rounds. The ratio to openapi-fetch is the median of the rounds' own ratios. In memory, `fetch` returns a\n" +
      "prepared text. Over loopback, the server is another process.",
    measure: measureCost,
  },
  latency: {
    title: "200 pages at 30 ms",
    text: "Wall time over loopback, each response delayed by 30 ms: the median of 5 rounds.",
    measure: measureLatency,
  },
  heap: {
    title: "Live heap",
    text: "The live heap in MB after a garbage collection, at some pages of one listing. `fetch` returns the pages from memory.",
    measure: measureHeap,
  },
  memory: {
    title: "Memory and CPU time over sockets",
    text:
      "A list of 500 and of 5,000 full pages of 100 sessions over loopback, each in its own process. The figures are the\n" +
      "peak of the resident memory, and the CPU time per page, the engine's warm-up included. They are medians of 5\n" +
      "rounds, in which the clients alternate. The ratios are medians of the rounds' own ratios: of memory to the loop\n" +
      "over raw fetch, of CPU time to the loop over openapi-fetch.",
    measure: measureMemory,
  },
  import: {
    title: "Import",
    text: "CPU time of the import of each installed package, in a fresh process: the median of 21 rounds.",
    measure: measureImport,
  },
  generation: {
    title: "Generation",
    text:
      "The generation of files from a document, in fresh processes that alternate: medians of 5 rounds. CPU time and peak\n" +
      "memory are those of all processes of a generator together. The memory is sampled every 20 ms. The ratios are\n" +
      "medians of the rounds' own ratios: of CPU time to openapi-typescript, of wall time and memory to\n" +
      "@hey-api/openapi-ts. Neither of them lints or compiles. Ours generates a client, the operations as values and the\n" +
      "types. `npm run generate` also lints the document, compiles the code and writes it.",
    measure: (_, folder) => measureGeneration(folder),
  },
  validators: {
    title: "Validators",
    text:
      "The generation of code with strict and tolerant validators by `npm run generate -- --validators`, and the import\n" +
      "of the strict ones, in fresh processes: medians of 3 rounds. CPU time and peak memory of the generation are those of\n" +
      "all its processes together.",
    measure: (_, folder) => measureValidators(folder),
  },
  gate: {
    title: "Breaking-change gate",
    text:
      "Two documents of one size, cut from GitHub's description. The second has changes of many kinds. A fresh process\n" +
      "reads and compares them, and prints the 30 most severe changes.",
    measure: (_, folder) => measureGate(folder),
  },
  "invalid-responses": {
    title: "Responses without a list",
    text:
      "The result of a call without retries and with a time limit of 500 ms. A `fetch` function gives both clients the\n" +
      "same responses.",
    measure: compareInvalidResponses,
  },
};

async function main(): Promise<number> {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !Object.hasOwn(SECTIONS, name));
  if (unknown.length)
    throw new UsageError(
      `Unknown section ${unknown.join(", ")}. Usage: npm run bench [-- ${Object.keys(SECTIONS).join(" | ")}]`,
    );
  installPackages(bench, "the other clients");
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const parts: string[] = [];
  try {
    const contenders = await createContenders(folder);
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
