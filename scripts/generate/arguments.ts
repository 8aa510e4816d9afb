import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { getBaseName, isUrl, STDIN } from "../document/document-path.js";
import { parseOptions } from "../parse-options.js";
import { UsageError } from "../run-command.js";
import { root } from "../project-folder.js";

const OUR_SPEC = "spec/openapi.yaml";
const OUR_OUT = "generated";

/** The rule set in which only invalid structure and references are errors. */
const STRUCTURE_ONLY = "minimal";
/**
 * The rule that resolves references. The reader of the document does that too, and supports more: anchors, and the
 * `$id` of schemas. Its warnings have the location and a suggestion.
 */
const REFERENCE_RULE = "no-unresolved-refs";
/**
 * The rules that validate examples, which do not affect the generated code. They compile each schema with an example.
 * That is half of the linter's time.
 */
const EXAMPLE_RULES = [
  "no-invalid-media-type-examples",
  "no-invalid-parameter-examples",
  "no-invalid-schema-examples",
];
const RULESETS = [STRUCTURE_ONLY, "recommended", "recommended-strict", "spec"];

/** The help text of the command. */
export const USAGE = `Usage: npm run generate -- [options]

Generates ${OUR_OUT}/ from ${OUR_SPEC}: the types, the operations and a client.

  --check            write nothing; exit with 1 and list the files that are outdated, missing or no longer generated
  --spec FILE        another document, with --out: a file, a URL, or - for standard input
  --out DIR          the folder for its code
  --validators       generate validators of the responses too; ${OUR_SPEC} always has them
  --ruleset NAME     the rules of the linter: a redocly rule set or a configuration file (default: ${STRUCTURE_ONLY};
                     without --strict or --verbose, it validates no examples)
  --watch            generate again whenever the document changes
  --strict           reject a document with warnings, and write nothing
  --verbose          print every warning with the lines around it, not only the counts
  --help             print this help`;

/** The arguments of `npm run generate`. */
export interface Arguments {
  help: boolean;
  check: boolean;
  strict: boolean;
  verbose: boolean;
  watch: boolean;
  /** Whether the document is that of this project. */
  isOwnDocument: boolean;
  /** The path or URL of the document. */
  spec: string;
  /** The output folder. */
  out: string;
  /** Whether to generate validators. */
  validators: boolean;
  /** The linter's arguments that select the rules. */
  rules: string[];
  /** The command in the generated files. It contains no path, which would differ between machines. */
  command: string;
  /** The command that writes the files that `--check` compares. */
  updateCommand: string;
}

/**
 * Reads the arguments of the command.
 *
 * @param argv - The arguments of the command line.
 * @returns The arguments, with their defaults.
 * @throws UsageError if an argument is invalid.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const { spec, out, ruleset, ...flags } = parseOptions({ args: [...argv], options: OPTIONS }, USAGE).values;
  if ((spec === undefined) !== (out === undefined))
    throw new UsageError(`--spec and --out require each other.\n\n${USAGE}`);
  // An undefined variable of a shell is empty.
  for (const [name, value] of Object.entries({ spec, out }))
    if (value === "") throw new UsageError(`--${name} must not be empty.\n\n${USAGE}`);
  if (flags.watch && flags.check) throw new UsageError(`--watch and --check cannot be combined.\n\n${USAGE}`);
  if (flags.watch && spec !== undefined && (spec === STDIN || isUrl(spec)))
    throw new UsageError(`--watch requires a file as --spec, got ${spec}.\n\n${USAGE}`);
  if (spec === undefined || out === undefined) {
    if (ruleset !== undefined)
      throw new UsageError(
        `--ruleset requires --spec. The rules for ${OUR_SPEC} are in redocly.yaml.\n\n${USAGE}`,
      );
    return { ...flags, ...createOwnArguments() };
  }
  const command = "npm run generate --";
  const furtherOptions = [
    ...(ruleset === undefined ? [] : ["--ruleset", ruleset]),
    ...(flags.validators ? ["--validators"] : []),
  ];
  return {
    ...flags,
    isOwnDocument: false,
    spec,
    out,
    rules: ruleset === undefined ? listDefaultRules(flags) : parseRules(ruleset),
    command: `${command} --spec ${quoteArgument(getBaseName(spec))} --out DIR`,
    updateCommand: [command, ...["--spec", spec, "--out", out, ...furtherOptions].map(quoteArgument)].join(
      " ",
    ),
  };
}

/** The parsed options. */
interface ParsedOptions {
  help: boolean;
  check: boolean;
  strict: boolean;
  verbose: boolean;
  watch: boolean;
  validators: boolean;
  spec?: string | undefined;
  out?: string | undefined;
  ruleset?: string | undefined;
}

const FLAG = { type: "boolean", default: false } as const;

const OPTIONS = {
  check: FLAG,
  spec: { type: "string" },
  out: { type: "string" },
  ruleset: { type: "string" },
  strict: FLAG,
  validators: FLAG,
  verbose: FLAG,
  watch: FLAG,
  help: FLAG,
} as const;

function createOwnArguments(): Omit<Arguments, keyof ParsedOptions> &
  Pick<Arguments, "spec" | "out" | "validators"> {
  const toLocalPath = (path: string): string => relative(process.cwd(), resolve(root, path)) || ".";
  return {
    isOwnDocument: true,
    validators: true,
    spec: toLocalPath(OUR_SPEC),
    out: toLocalPath(OUR_OUT),
    rules: ["--config", resolve(root, "redocly.yaml")],
    command: "npm run generate",
    updateCommand: "npm run generate",
  };
}

/** Returns the linter's arguments without a rule set. */
function listDefaultRules({ strict, verbose }: Pick<ParsedOptions, "strict" | "verbose">): string[] {
  const skipped = [REFERENCE_RULE, ...(strict || verbose ? [] : EXAMPLE_RULES)];
  return [...parseRules(STRUCTURE_ONLY), ...skipped.map((rule) => `--skip-rule=${rule}`)];
}

/**
 * Returns the linter's arguments for a rule set. A name has precedence over a file, because a folder may be named
 * `minimal`.
 */
function parseRules(ruleset: string): string[] {
  if (RULESETS.includes(ruleset)) return [`--extends=${ruleset}`];
  if (existsSync(ruleset)) return ["--config", ruleset];
  throw new UsageError(
    `--ruleset ${ruleset} is neither a file nor one of ${RULESETS.join(", ")}.\n\n${USAGE}`,
  );
}

/** Quotes an argument for a POSIX shell, if it needs that. */
function quoteArgument(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
