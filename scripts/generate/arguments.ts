import { existsSync } from "node:fs";
import { basename, dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { UsageError } from "../problem.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const OUR_SPEC = "spec/openapi.yaml";
const OUR_OUT = "generated";

/** The rule set in which only the structure of a document, and where its references lead, is an error. */
const STRUCTURE_ONLY = "minimal";
const RULESETS = [STRUCTURE_ONLY, "recommended", "recommended-strict", "spec"];

export const USAGE = `Usage: npm run generate -- [options]

Makes ${OUR_OUT}/ of ${OUR_SPEC}: lints the document, then writes its types, operations and client.

  --check            write nothing; name what is stale, missing or surplus, and exit with 1
  --spec FILE        another document, with --out
  --out DIR          where its code goes
  --validators       make functions too that check the answers; for ${OUR_SPEC} they always are
  --ruleset NAME     what it is linted by: a redocly rule set or a configuration file (default: structure only)
  --help`;

/** What the command is asked for. */
export interface Arguments {
  help: boolean;
  check: boolean;
  /** Whether it is our own document. */
  ours: boolean;
  spec: string;
  out: string;
  /** Whether validators are made too. */
  validators: boolean;
  /** The linter's arguments that choose the rules. */
  rules: string[];
  /** The command that the generated files name; it holds no path, which would differ from place to place. */
  command: string;
  /** The command that writes what this one checks. */
  mend: string;
}

/** Reads the arguments of the command. */
export function readArguments(argv: readonly string[]): Arguments {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        check: { type: "boolean", default: false },
        spec: { type: "string" },
        out: { type: "string" },
        ruleset: { type: "string" },
        validators: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
  const { check, help, spec, out, ruleset, validators } = values;
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
      validators: true,
      spec: here(OUR_SPEC),
      out: here(OUR_OUT),
      rules: ["--config", resolve(root, "redocly.yaml")],
      command: "npm run generate",
      mend: "npm run generate",
    };
  }
  // By name first, as a folder may be called the same, such as ours of the document.
  const isNamed = ruleset === undefined || RULESETS.includes(ruleset);
  if (!isNamed && !existsSync(ruleset))
    throw new UsageError(
      `--ruleset ${ruleset} is neither a file nor one of ${RULESETS.join(", ")}.\n\n${USAGE}`,
    );
  const rules = isNamed ? [`--extends=${ruleset ?? STRUCTURE_ONLY}`] : ["--config", ruleset];
  const command = "npm run generate --";
  return {
    help,
    check,
    ours: false,
    validators,
    spec,
    out,
    rules: [...rules, "--max-problems=20"],
    command: `${command} --spec ${basename(spec)} --out DIR`,
    mend: `${command} --spec ${spec} --out ${out}${ruleset === undefined ? "" : ` --ruleset ${ruleset}`}${validators ? " --validators" : ""}`,
  };
}
