import { Command, CommanderError, Help } from "commander";
import type { Parameters } from "../operation.js";
import { readVersion, type Run } from "./context.js";
import { widthOf } from "./terminal.js";
import { createArgument, createOption, flagsOf, UsageError } from "./options.js";
import { type Chunks, type Output, writeOutput } from "./output.js";

/** The definition of a command. */
export interface CommandDefinition {
  name: string;
  description: string;
  examples: readonly string[];
  /** The positional arguments by name, in order. */
  arguments?: Parameters;
  /** Options in groups of the help. */
  options: Readonly<Record<string, Parameters>>;
  /** Returns the parts of the output. */
  run: (run: Run, output: Output, program: Command) => Chunks;
}

const MAX_HELP_WIDTH = 100;

const TOKEN_HINT =
  "--token is not supported, since other users of a machine can see command lines. " +
  "Use --token-file FILE (- is standard input) or the variable CLOUDFLARE_API_TOKEN.";

const EXIT_CODES = `
Exit codes:
  0    All output is written, or the reader of the pipe has closed it.
  1    The API, the network or the output failed.
  2    Usage error. No request was sent.
  130  Interrupted by Ctrl-C.`;

/**
 * Runs the command of a command line, or writes the help or the version.
 *
 * @throws UsageError with a message that does not repeat a value that may be a token.
 */
export async function runProgram(
  argv: readonly string[],
  commands: readonly CommandDefinition[],
  run: Run,
): Promise<void> {
  let text = "";
  const write = (part: string): void => void (text += part);
  const width = Math.min(widthOf(run.stdout), MAX_HELP_WIDTH);
  const program = new Command("realtimekit-sessions")
    .description("Lists the sessions of a Cloudflare RealtimeKit app.")
    .version(readVersion(), "-V, --version", "Show the version.")
    .helpOption("-h, --help", "Show help.")
    .helpCommand("help [command]", "Show the help of a command.")
    .addHelpText("after", formatExamples(["list --demo", "help list"]))
    .addHelpText("afterAll", EXIT_CODES)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: write, outputError: () => undefined })
    .configureOutput({ getOutHelpWidth: () => width, getErrHelpWidth: () => width })
    .configureHelp({ formatItem, styleUsage: wrapUsage, minWidthToWrap: 10 });
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
  const { now = new Date() } = run;
  const command = program.command(definition.name).description(definition.description);
  for (const [name, parameter] of Object.entries(definition.arguments ?? {}))
    command.addArgument(createArgument(name, parameter, now));
  for (const [group, parameters] of Object.entries(definition.options)) {
    command.optionsGroup(`${group}:`);
    for (const [name, parameter] of Object.entries(parameters))
      command.addOption(createOption(name, parameter, now));
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
  const options = commands.flatMap((command) => command.options);
  const flags = options.flatMap(flagsOf);
  const flagsWithValue = options.filter(({ required }) => required).flatMap(flagsOf);
  const isValue = (word = ""): boolean => flagsWithValue.includes(word);
  // The parser suggests an option by the whole word, so the value after = is removed.
  const args = argv.map((word, at) => {
    const [flag = ""] = word.split("=");
    return flag.startsWith("--") && !isValue(argv[at - 1]) && !flags.includes(flag) ? flag : word;
  });
  const names = ["help", ...commands.map((command) => command.name())];
  const index = args.findIndex((word, at) => names.includes(word) && !isValue(argv[at - 1]));
  const [command] = index === -1 ? [] : args.splice(index, 1);
  if (!command) return args;
  if (command !== "help") return [command, ...args];
  const [topic = "help"] = args;
  if (topic === "help") return ["--help"];
  // The parser's own help command accepts an unknown command.
  return names.includes(topic) ? [topic, "--help"] : [topic];
}

function formatParserError(message: string): string {
  if (/'--(api-)?token'/.test(message)) return TOKEN_HINT;
  if (message.includes("unknown command") && !message.includes("Did you mean"))
    return "Unknown command. See: realtimekit-sessions help";
  const text = message
    .replace(/^error: option (.*) argument missing$/, "error: missing value of $1")
    .replace(/^error: (.)/, (_, first: string) => first.toUpperCase())
    .replace(/'[^']{33,}'/, "")
    .replaceAll("'", "")
    .replace(/\n\((.*)\)$/, ". $1");
  return /[.?]$/.test(text) ? text : `${text}.`;
}

/** On a narrow terminal, the description goes below the term. */
function formatItem(this: Help, term: string, termWidth: number, description: string, helper: Help): string {
  const width = helper.helpWidth ?? 80;
  if (width - termWidth >= 34)
    return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
  return `  ${term}\n${helper.boxWrap(description, width - 6).replace(/^/gm, "      ")}`;
}

function wrapUsage(this: Help, usage: string): string {
  return this.boxWrap(usage, (this.helpWidth ?? 80) - "Usage: ".length).replaceAll("\n", "\n       ");
}
