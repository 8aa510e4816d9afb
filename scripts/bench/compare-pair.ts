// Compares two documents as `spec:diff` does, and prints its time and memory. scripts/bench/gate.ts runs it.
import { runGate } from "../gate/gate.js";
import { formatAsText } from "../gate/report/text.js";

const [base = "", revision = ""] = process.argv.slice(2);
const start = performance.now();
const result = await runGate({ base, revision });
const text = formatAsText(result, 30);
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    // maxRSS is in kilobytes.
    megabytes: process.resourceUsage().maxRSS / 1000,
    changes: result.changes.length,
    characters: text.length,
  }),
);
