import { existsSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readDocument } from "./document.js";
import { lint } from "./lint.js";
import { compareFiles, writeFiles } from "./output.js";
import { runCommand, UsageError } from "./problem.js";
import { render } from "./render.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const OUR_SPEC = "spec/openapi.yaml";
const OUR_OUT = "generated";

/** The rule set in which only the structure of a document, and where its references lead, is an error. */
const STRUCTURE_ONLY = "minimal";
const RULESETS = [STRUCTURE_ONLY, "recommended", "recommended-strict", "spec"];

const USAGE = `Usage: npm run generate -- [options]

Makes ${OUR_OUT}/ of ${OUR_SPEC}: lints the document, then writes its types, operations and client.

  --check            write nothing; name what is stale, missing or surplus, and exit with 1
  --spec FILE        another document, with --out
  --out DIR          where its code goes
  --ruleset NAME     what it is linted by: a redocly rule set or a configuration file (default: structure only)
  --help`;

/** Runs a step, and says in one line how long it took. */
async function step<Result>(name: string, run: () => Promise<Result> | Result): Promise<Result> {
  const start = performance.now();
  const result = await run();
  console.log(`${name.padEnd(8)} ${Math.round(performance.now() - start)} ms`);
  return result;
}

async function main(): Promise<number> {
  const options = readArguments();
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const { spec, out, ours, check } = options;
  // The document is read while the linter starts; its report comes first if both find fault.
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
  const files = await step("render", () => render(read.document, options.command));
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

interface Arguments {
  help: boolean;
  check: boolean;
  /** Whether it is our own document. */
  ours: boolean;
  spec: string;
  out: string;
  /** The linter's arguments that choose the rules. */
  rules: string[];
  /** The command that the generated files name; it holds no path, which would differ from place to place. */
  command: string;
  /** The command that writes what this one checks. */
  mend: string;
}

function readArguments(): Arguments {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        check: { type: "boolean", default: false },
        spec: { type: "string" },
        out: { type: "string" },
        ruleset: { type: "string" },
        help: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
  const { check, help, spec, out, ruleset } = values;
  if ((spec === undefined) !== (out === undefined))
    throw new UsageError(`--spec and --out go together.\n\n${USAGE}`);
  if (spec === undefined || out === undefined) {
    if (ruleset !== undefined)
      throw new UsageError(
        `--ruleset goes with --spec: redocly.yaml has the rules for ${OUR_SPEC}.\n\n${USAGE}`,
      );
    const here = (path: string): string => relative(process.cwd(), resolve(root, path)) || ".";
    return {
      help,
      check,
      ours: true,
      spec: here(OUR_SPEC),
      out: here(OUR_OUT),
      rules: ["--config", resolve(root, "redocly.yaml")],
      command: "npm run generate",
      mend: "npm run generate",
    };
  }
  const isFile = ruleset !== undefined && existsSync(ruleset);
  if (ruleset !== undefined && !isFile && !RULESETS.includes(ruleset))
    throw new UsageError(
      `--ruleset ${ruleset} is neither a file nor one of ${RULESETS.join(", ")}.\n\n${USAGE}`,
    );
  const rules = isFile ? ["--config", ruleset] : [`--extends=${ruleset ?? STRUCTURE_ONLY}`];
  const command = "npm run generate --";
  return {
    help,
    check,
    ours: false,
    spec,
    out,
    rules: [...rules, "--max-problems=20"],
    command: `${command} --spec ${basename(spec)} --out DIR`,
    mend: `${command} --spec ${spec} --out ${out}${ruleset === undefined ? "" : ` --ruleset ${ruleset}`}`,
  };
}

await runCommand(main);
