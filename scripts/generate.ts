import { performance } from "node:perf_hooks";
import { readDocument } from "./document/document.js";
import { readArguments, USAGE } from "./generate/arguments.js";
import { leftOut } from "./generate/left-out.js";
import { lint } from "./document/lint.js";
import { compareFiles, writeFiles } from "./generate/output.js";
import { runCommand } from "./problem.js";
import { render } from "./generate/render.js";

/** Runs a step, and says in one line how long it took. */
async function step<Result>(name: string, run: () => Promise<Result> | Result): Promise<Result> {
  const start = performance.now();
  const result = await run();
  console.log(`${name.padEnd(8)} ${Math.round(performance.now() - start)} ms`);
  return result;
}

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const { spec, out, ours, check } = options;
  // The document is read while the linter starts. What cannot be read at all we tell better than the linter does.
  const linting = lint(spec, options.rules);
  const reading = readDocument(spec).then(
    (document) => ({ document }),
    (error: unknown) => ({ error }),
  );
  const report = await step("lint", () => linting);
  const read = await reading;
  if ("error" in read) throw read.error;
  if (!report.passed) {
    console.error(report.text);
    console.error(`\n${spec} does not pass the linter: nothing was written.`);
    return 1;
  }
  if (!ours && /warning/i.test(report.text)) console.error(report.text);
  for (const line of leftOut(read.document)) console.error(line);
  const files = await step("render", () => render(read.document, options.command, options.validators));
  if (check) {
    const differences = await step("compare", () => compareFiles(out, files));
    if (!differences.length) return 0;
    console.error(`${differences.join("\n")}\n\nMend it by: ${options.mend}`);
    return 1;
  }
  const foreign = await step("write", () => writeFiles(out, files));
  if (foreign.length)
    console.error(`Left alone in ${out}, since nothing marks them as generated: ${foreign.join(", ")}`);
  return 0;
}

await runCommand(main);
