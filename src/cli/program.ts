import { parseArgs, type ParseArgsConfig } from "node:util";
import { Command, CommanderError } from "commander";
import { type CommandDefinition, readVersion, type Run, widthOf } from "./context.js";
import { withFormat } from "./options.js";
import { writeOutput } from "./output.js";
import { createArgument, createOptions } from "./parameters.js";
import { formatParserError } from "./parser-error.js";
import { UsageError } from "./usage-error.js";

const TOKEN_HINT =
  "--token is not supported, since other users of a machine can see command lines. " +
  "Use --token-file FILE (- is standard input) or the variable CLOUDFLARE_API_TOKEN.";

const EXIT_CODES = `
Exit codes:
  0    All output is written, or the reader of the pipe has closed it.
  1    The API, the network or the output failed.
  2    Usage error. No request was sent.
  130  Interrupted by Ctrl-C.`;

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
  const args = moveCommandFirst(argv, program);
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.help") throw new UsageError(`No command.\n\n${text.trimEnd()}`);
    const command = program.commands.find((each) => each.name() === args[0]);
    if (error.exitCode !== 0) throw new UsageError(formatParserError(error.message, command ?? program));
  }
  if (text) await writeOutput(run, () => [text]);
}

/** Adds a command to the parser. */
function addCommand(program: Command, definition: CommandDefinition, run: Run): void {
  const command = program.command(definition.name).description(definition.description);
  for (const [name, parameter] of Object.entries(definition.arguments ?? {}))
    command.addArgument(createArgument(name, parameter));
  for (const [group, parameters] of Object.entries(definition.options)) {
    command.optionsGroup(`${group}:`);
    for (const option of Object.entries(parameters).flatMap((each) => createOptions(...each)))
      command.addOption(option);
  }
  command.addHelpText("after", formatExamples(definition.examples));
  const formats = Object.values(definition.options).flatMap(({ format }) => format?.enum ?? []);
  command.action(() => {
    Object.assign(run, { options: withFormat(command.opts(), formats), ids: command.args });
    return writeOutput(run, (output) => definition.run(run, output, program));
  });
}

/** Formats the examples of the help. */
function formatExamples(examples: readonly string[]): string {
  return `\nExamples:${examples.map((each) => `\n  realtimekit-sessions ${each}`).join("")}`;
}

/** Moves the command before its options, and converts `help COMMAND` to `COMMAND --help`. */
function moveCommandFirst(argv: readonly string[], { commands }: Command): string[] {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const option of commands.flatMap((command) => command.options))
    options[option.name()] = { type: option.required ? "string" : "boolean" };
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true });
  const args = [...argv];
  const unknown: string[] = [];
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { type } = Object.hasOwn(options, token.name) ? (options[token.name] ?? {}) : {};
    if (type === "boolean" && token.inlineValue)
      throw new UsageError(`${token.rawName} does not support a value.`);
    if (type) continue;
    if (/^(api-)?token$/.test(token.name)) throw new UsageError(TOKEN_HINT);
    // The value of an unknown option may be a token, and would hide the suggestion.
    args[token.index] = token.rawName;
    unknown.push(token.rawName);
  }
  const names = ["help", ...commands.map((command) => command.name())];
  const positionals = tokens.filter((token) => token.kind === "positional");
  const [first, { value: topic } = { value: "help" }] = positionals;
  const command = positionals.find(({ value }) => names.includes(value)) ?? first;
  // Includes --help and --version, which no command has.
  if (command === undefined) return unknown;
  args.splice(command.index, 1);
  if (command.value !== "help") return [command.value, ...args];
  // The parser's own help command accepts an unknown command.
  return topic === "help" ? ["--help"] : names.includes(topic) ? [topic, "--help"] : [topic];
}
