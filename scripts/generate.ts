import { existsSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  IndentationText,
  NewLineKind,
  Project,
  type StatementStructures,
  type WriterFunction,
} from "ts-morph";
import { readDocument, type SpecDocument } from "./document.js";
import { lint } from "./lint.js";
import { readOperations } from "./operations.js";
import { compareFiles, type Files, MARK, writeFiles } from "./output.js";
import { runCommand, UsageError } from "./problem.js";
import { renderClient } from "./render-client.js";
import { renderIndex } from "./render-index.js";
import { renderOperations } from "./render-operations.js";
import { renderSchema } from "./render-schema.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const OUR_SPEC = "spec/openapi.yaml";
const OUR_OUT = "generated";

const USAGE = `Usage: npm run generate -- [options]

Makes ${OUR_OUT}/ of ${OUR_SPEC}: lints the document, then writes its types, operations and client.

  --check            write nothing; name what is stale, missing or surplus, and exit with 1
  --spec FILE        another document, with --out
  --out DIR          where its code goes
  --ruleset NAME     what it is linted by: a redocly rule set or a configuration file (default: structure only)
  --help`;

/** All files of a document, by name. */
export async function render(document: SpecDocument, command: string): Promise<Files> {
  const operations = readOperations(document);
  const header =
    `// ${MARK} from ${basename(document.file)} by scripts/generate.ts.\n` +
    `// Not to be edited: change the document, then run \`${command}\`.\n\n`;
  const schema = await renderSchema(document);
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, newLineKind: NewLineKind.LineFeed },
  });
  const print = (name: string, statements: (StatementStructures | WriterFunction)[]): string =>
    project.createSourceFile(name, { statements }).getFullText();
  return new Map(
    [
      ["client.ts", print("client.ts", renderClient(operations, document.root))] as const,
      ["index.ts", print("index.ts", renderIndex(operations, document.root))] as const,
      ["operations.ts", print("operations.ts", renderOperations(operations))] as const,
      ["schema.ts", schema] as const,
    ].map(([name, text]) => [name, header + text]),
  );
}

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
  const { spec, out, ours, check, command } = options;
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
  const files = await step("render", () => render(read.document, command));
  if (check) {
    const differences = await step("compare", () => compareFiles(out, files));
    if (!differences.length) return 0;
    console.error(`${differences.join("\n")}\n\nMend it by: ${command}`);
    return 1;
  }
  await step("write", () => {
    writeFiles(out, files);
  });
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
  /** The command that writes what this one checks. */
  command: string;
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
    };
  }
  const rules =
    ruleset === undefined
      ? ["--extends=minimal"]
      : existsSync(ruleset)
        ? ["--config", ruleset]
        : [`--extends=${ruleset}`];
  return {
    help,
    check,
    ours: false,
    spec,
    out,
    rules: [...rules, "--max-problems=20"],
    command: `npm run generate -- --spec ${basename(spec)} --out DIR`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main);
