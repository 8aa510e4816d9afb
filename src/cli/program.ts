import { Argument, Command, CommanderError, Help } from "commander";
import type { Parameters } from "../operation.js";
import type { Run } from "./context.js";
import { createOptions, flagOf, flagsOf, UsageError } from "./options.js";

/** A command of the command line. */
export interface CommandDefinition {
  name: string;
  description: string;
  examples: readonly string[];
  /** The positional arguments, in order. */
  arguments?: Parameters;
  /** Options in groups of the help. */
  options: Readonly<Record<string, Parameters>>;
  run: (run: Run) => Promise<void>;
}

/** A parsed command line: a command to run, or text to write. */
export interface Invocation extends Pick<Run, "ids" | "options"> {
  command?: CommandDefinition;
  text: string;
}

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
 * Parses a command line.
 *
 * @throws UsageError with a message that does not repeat a value that may be a token.
 */
export function parseCommandLine(
  argv: readonly string[],
  commands: readonly CommandDefinition[],
  { version, width, now }: { version: string; width: number; now: Date },
): Invocation {
  const invocation: Invocation = { options: {}, ids: [], text: "" };
  const write = (text: string): void => void (invocation.text += text);
  const program = new Command("realtimekit-sessions")
    .description("Lists the sessions of a Cloudflare RealtimeKit app.")
    .version(version, "-V, --version", "Show the version.")
    .helpOption("-h, --help", "Show help.")
    .helpCommand("help [command]", "Show the help of a command.")
    .addHelpText("after", formatExamples(["list --demo", "help list"]))
    .addHelpText("afterAll", EXIT_CODES)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: write, outputError: () => undefined })
    .configureOutput({ getOutHelpWidth: () => width, getErrHelpWidth: () => width })
    .configureHelp({ formatItem, styleUsage: wrapUsage, minWidthToWrap: 10 });
  for (const definition of commands) {
    const command = addCommand(program, definition, now);
    command.action(() => {
      Object.assign(invocation, { command: definition, options: command.opts(), ids: command.args });
    });
  }
  try {
    program.parse(moveCommandFirst(argv, program), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.help") throw new UsageError(`No command.\n\n${invocation.text.trimEnd()}`);
    if (error.exitCode !== 0) throw new UsageError(formatParserError(error.message));
  }
  return invocation;
}

function addCommand(program: Command, definition: CommandDefinition, now: Date): Command {
  const { name, description, arguments: parameters = {}, options, examples } = definition;
  const command = program.command(name).description(description);
  for (const [name, { type, enum: choices, description }] of Object.entries(parameters)) {
    const word = flagOf(name).slice(2);
    const argument = new Argument(type === "array" ? `[${word}...]` : `<${word}>`, description);
    command.addArgument(choices ? argument.choices(choices.map(String)) : argument);
  }
  for (const [group, parameters] of Object.entries(options))
    for (const option of createOptions(parameters, now)) command.addOption(option.helpGroup(`${group}:`));
  return command.addHelpText("after", formatExamples(examples));
}

function formatExamples(examples: readonly string[]): string {
  return `\nExamples:${examples.map((each) => `\n  realtimekit-sessions ${each}`).join("")}`;
}

/** Moves the command before its options, and converts `help COMMAND` to `COMMAND --help`. */
function moveCommandFirst(argv: readonly string[], program: Command): string[] {
  const options = program.commands.flatMap((command) => command.options);
  const flags = options.flatMap(flagsOf);
  const flagsWithValue = options.filter(({ required }) => required).flatMap(flagsOf);
  const isValue = (at: number): boolean => flagsWithValue.includes(argv[at - 1] ?? "");
  // The parser suggests an option by the whole word, so a value after = is removed.
  const args = argv.map((word, at) => {
    const [flag = ""] = word.split("=");
    return flag.startsWith("--") && !isValue(at) && !flags.includes(flag) ? flag : word;
  });
  const names = ["help", ...program.commands.map((command) => command.name())];
  const index = args.findIndex((word, at) => names.includes(word) && !isValue(at));
  const [command] = index === -1 ? [] : args.splice(index, 1);
  if (!command) return args;
  if (command !== "help") return [command, ...args];
  // The parser's own help command accepts an unknown command.
  return args[0] === undefined || names.includes(args[0]) ? [...args, "--help"] : [args[0]];
}

function formatParserError(message: string): string {
  if (/'--(api-)?token'/.test(message)) return TOKEN_HINT;
  if (message.includes("unknown command") && !message.includes("Did you mean"))
    return "Unknown command. See: realtimekit-sessions help";
  const text = message
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
