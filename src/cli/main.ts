import { parseArgs, type ParseArgsConfig } from "node:util";
import { Command, CommanderError } from "commander";
import pc from "picocolors";
import { COMMANDS } from "./commands.js";
import type { CliContext, CommandDefinition, Run } from "./context.js";
import { hasColors, readVersion, widthOf } from "./context.js";
import { createArgument, createOption, flagsOf, UsageError } from "./options.js";
import { writeOutput } from "./output.js";
import { Progress } from "./progress.js";
import { printable } from "./formats.js";

const TOKEN_HINT =
  "--token is not supported, since other users of a machine can see command lines. " +
  "Use --token-file FILE (- is standard input) or the variable CLOUDFLARE_API_TOKEN.";

const EXIT_CODES = `
Exit codes:
  0    All output is written, or the reader of the pipe has closed it.
  1    The API, the network or the output failed.
  2    Usage error. No request was sent.
  130  Interrupted by Ctrl-C.`;

/** Runs a command line and returns its exit code. */
export async function main(argv: readonly string[], context: CliContext): Promise<number> {
  const { stdout, stderr, interrupted } = context;
  const closed = new AbortController();
  stdout.on("error", closed.abort.bind(closed));
  // A closed error output does not change the exit code.
  stderr.on("error", () => undefined);
  const signal = AbortSignal.any([interrupted, closed.signal]);
  const progress = new Progress(stderr);
  const run: Run = { ...context, options: {}, ids: [], signal, progress, count: 0, resume: { count: 0 } };
  try {
    await runProgram(argv, COMMANDS, run);
    return 0;
  } catch (error) {
    return report(closed.signal.aborted ? closed.signal.reason : error, run);
  } finally {
    run.progress.end();
  }
}

/** Writes the error of a command and the recommended action, and returns the exit code. */
function report(reason: unknown, { hint, progress, stderr, env, interrupted }: Run): number {
  const error: NodeJS.ErrnoException = reason instanceof Error ? reason : new Error(String(reason));
  // The reader of the pipe, such as head, has closed it.
  if (error.code === "EPIPE") return 0;
  // A message of the client has the name of its option.
  const message = error.message.replace("raise maxRetryAfter", "raise --max-retry-after");
  const isUsageError = error instanceof UsageError;
  const text = isUsageError
    ? message
    : printable(error.code ? `The output cannot be written: ${message}` : message);
  const { red } = pc.createColors(hasColors(stderr, env));
  progress.print(`${red("realtimekit-sessions:")} ${interrupted.aborted ? "Interrupted." : text}\n`);
  const advice = hint?.(error);
  if (advice) progress.print(`${advice}\n`);
  return interrupted.aborted ? 130 : isUsageError ? 2 : 1;
}

/** Runs the command of a command line, or writes the help or the version. */
export async function runProgram(
  argv: readonly string[],
  commands: readonly CommandDefinition[],
  run: Run,
): Promise<void> {
  let text = "";
  const write = (part: string): void => void (text += part);
  const program = new Command("realtimekit-sessions")
    .description("Lists the sessions of a Cloudflare RealtimeKit app.")
    .version(readVersion(), "-V, --version", "Show the version.")
    .helpOption("-h, --help", "Show help.")
    .helpCommand("help [command]", "Show the help of a command.")
    .addHelpText("after", formatExamples(["list --demo", "help list"]))
    .addHelpText("afterAll", EXIT_CODES)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: write, outputError: () => undefined })
    .configureHelp({ helpWidth: Math.min(widthOf(run.stdout), 100), minWidthToWrap: 10 });
  for (const definition of commands) addCommand(program, definition, run);
  try {
    await program.parseAsync(moveCommandFirst(argv, program), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.help") throw new UsageError(`No command.\n\n${text.trimEnd()}`);
    if (error.exitCode !== 0) throw new UsageError(formatParserError(error.message));
  }
  if (text) await writeOutput(run, () => [text]);
}

function addCommand(program: Command, definition: CommandDefinition, run: Run): void {
  const command = program.command(definition.name).description(definition.description);
  for (const [name, parameter] of Object.entries(definition.arguments ?? {}))
    command.addArgument(createArgument(name, parameter));
  for (const [group, parameters] of Object.entries(definition.options)) {
    command.optionsGroup(`${group}:`);
    for (const [name, parameter] of Object.entries(parameters))
      command.addOption(createOption(name, parameter));
  }
  command.addHelpText("after", formatExamples(definition.examples));
  command.action(() => {
    Object.assign(run, { options: command.opts(), ids: command.args });
    return writeOutput(run, (output) => definition.run(run, output, program));
  });
}

function formatExamples(examples: readonly string[]): string {
  return `\nExamples:${examples.map((each) => `\n  realtimekit-sessions ${each}`).join("")}`;
}

/** Moves the command before its options, and converts `help COMMAND` to `COMMAND --help`. */
function moveCommandFirst(argv: readonly string[], { commands }: Command): string[] {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const option of commands.flatMap((command) => command.options))
    for (const flag of flagsOf(option))
      options[flag.slice(2)] = { type: option.required ? "string" : "boolean" };
  const { positionals, tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const args = [...argv];
  for (const token of tokens) {
    if (token.kind !== "option" || Object.hasOwn(options, token.name)) continue;
    if (/^(api-)?token$/.test(token.name)) throw new UsageError(TOKEN_HINT);
    // The value of an unknown option may be a token, and would hide the suggestion.
    args[token.index] = token.rawName;
  }
  const names = ["help", ...commands.map((command) => command.name())];
  const [first, topic = "help"] = positionals;
  const command = positionals.find((word) => names.includes(word)) ?? first;
  if (command === undefined) return args.filter((word) => /^-(h|-help|V|-version)$/.test(word));
  args.splice(args.indexOf(command), 1);
  if (command !== "help") return [command, ...args];
  // The parser's own help command accepts an unknown command.
  return topic === "help" ? ["--help"] : names.includes(topic) ? [topic, "--help"] : [topic];
}

/** Converts a message of the parser. A word that is not similar to a command can be a token. */
function formatParserError(message: string): string {
  const text = message
    .replace(/^error: option (.*) argument missing$/, "error: missing value of $1")
    .replace(/^error: unknown command '.*'$/, "error: unknown command. See: realtimekit-sessions help")
    .replace(/^error: (.)/, (_, first: string) => first.toUpperCase())
    .replaceAll("'", "")
    .replace(/\n\((.*)\)$/, ". $1");
  return /[.?]$|help$/.test(text) ? text : `${text}.`;
}
