import { createRequire } from "node:module";
import { extname } from "node:path";
import { Readable } from "node:stream";
import { Command, CommanderError, type Help } from "commander";
import { splitParameters } from "../operation.js";
import { addCompletion, findCommandIndex } from "./completion.js";
import { createClient } from "./create-client.js";
import type { Chunks, CommandDefinition, Options, Run } from "./context.js";
import { createArgument, createParameterOption, CREDENTIALS, RETRY_OPTION } from "./options.js";

// By the name of the package, because sources and build have different paths.
const manifest = createRequire(import.meta.url)("realtimekit-sessions/package.json") as { version: string };
/** The version of this package. */
export const VERSION: string = manifest.version;

const TOKEN_HINT =
  "--token is not supported, since other users of a machine can see command lines. " +
  "Use --token-file FILE (- is standard input) or the variable CLOUDFLARE_API_TOKEN.";

const EXIT_CODES = `
Exit codes:
  0    Everything is written.
  1    The API, network or output failed.
  2    Usage error, before any request.
  130  Ctrl-C.`;

/** Below this width, the help has the description of an option below the option. */
const MIN_COLUMNS_WIDTH = 60;

/** Parses a command line, and starts its command. The output can be the help or the version. */
export async function startCommand(
  argv: readonly string[],
  commands: readonly CommandDefinition[],
  run: Run,
): Promise<Chunks> {
  let text = "";
  let start = (): Chunks | Promise<Chunks> => Readable.from([text]);
  const write = (part: string): void => void (text += part);
  const program = new Command("realtimekit-sessions")
    .description("Lists the sessions of a Cloudflare RealtimeKit app.")
    .version(VERSION, "-V, --version", "Show the version.")
    .helpOption("-h, --help", "Show help.")
    .helpCommand("help [command]", "Show the help of a command.")
    .addHelpText("after", formatExamples(["list --demo", "help list"]))
    .addHelpText("afterAll", EXIT_CODES)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: write, outputError: () => undefined })
    .configureHelp(createHelpFormat(run.width));
  for (const definition of commands) {
    const command = addCommand(program, definition).action(() => {
      Object.assign(run, readArguments(command, definition, run));
      start = async () => definition.run(Object.assign(run, await createClient(run)));
    });
  }
  const examples = ["completion bash >> ~/.bashrc", "completion zsh >> ~/.zshrc", "completion fish | source"];
  addCompletion(program, write).addHelpText("after", formatExamples(examples));
  const args = moveCommandFirst(argv, program);
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode && text) throw new Error(`Missing or unknown command.\n\n${text.trimEnd()}`);
    const isKnown = program.commands.some((command) => command.name() === args[0]);
    if (error.exitCode !== 0) throw new Error(formatParserError(error.message, isKnown ? args[0] : ""));
  }
  return start();
}

/** Returns the format of help for a terminal of this width. */
function createHelpFormat(width: number): Partial<Help> {
  const format = { helpWidth: Math.min(width, 100), minWidthToWrap: 10 };
  if (width >= MIN_COLUMNS_WIDTH) return format;
  const indent = "      ";
  return {
    ...format,
    formatItem(term, _termWidth, description, help) {
      const lines = help.boxWrap(description, width - indent.length).split("\n");
      return [`  ${term}`, ...lines.map((line) => indent + line)].join("\n");
    },
  };
}

/** Adds a command to the parser. A new parameter of the document becomes an option. */
function addCommand(program: Command, { name, operation, options, examples }: CommandDefinition): Command {
  const { ids, filters } = splitParameters(operation);
  const command = program.command(name).description(`${operation.summary}.`);
  for (const parameter of Object.entries(ids)) command.addArgument(createArgument(...parameter));
  const filterOptions = Object.entries(filters).map((parameter) => createParameterOption(...parameter));
  for (const option of filterOptions) command.addOption(option.helpGroup("Filters:"));
  for (const option of CREDENTIALS) command.addOption(option.helpGroup("Credentials:"));
  for (const option of [...options, RETRY_OPTION]) command.addOption(option);
  return command.addHelpText("after", formatExamples(examples));
}

/** Returns the options and the id in a command line. */
function readArguments(command: Command, definition: CommandDefinition, { stdout }: Run): Partial<Run> {
  const { name, operation, readsStdin } = definition;
  const options: Options = command.opts();
  const { output: path = "-", start_time: from = "", end_time: to = "", json, bom } = options;
  if (readsStdin && options.tokenFile === "-")
    throw new Error(
      `--token-file - is not possible with ${name}, which reads the standard input itself. Set a file.`,
    );
  if (Date.parse(from) > Date.parse(to))
    throw new Error(`The start of the time range, ${from}, must not be after its end, ${to}.`);
  const formats = command.options.find((option) => option.name() === "format")?.argChoices ?? [];
  const extension = extname(path).toLowerCase().slice(1).replace("jsonl", "ndjson");
  const known = formats.find((each) => each.toLowerCase() === extension);
  const chosen = json ? "json" : (options.format ?? known ?? (bom ? "csv" : undefined));
  if (bom && chosen !== "csv") throw new Error("--bom needs the format csv.");
  if (formats.length && extension && !chosen)
    throw new Error(`--output ${path} has an unknown extension. Add --format.`);
  const output = path === "-" ? undefined : path;
  const isTable = stdout.isTTY && !output && formats.includes("table");
  const format = chosen ?? (isTable ? "table" : undefined);
  const values = Object.entries({ ...options, format, output });
  const query = values.filter(([key]) => Object.hasOwn(operation.parameters.query ?? {}, key));
  return { options: Object.fromEntries(values), query: Object.fromEntries(query), id: command.args[0] ?? "" };
}

/** Formats the examples of the help. */
function formatExamples(examples: readonly string[]): string {
  return `\nExamples:${examples.map((each) => `\n  realtimekit-sessions ${each}`).join("")}`;
}

/** Moves the command before its options. */
function moveCommandFirst(argv: readonly string[], program: Command): string[] {
  const words = argv.flatMap((word) => word.split(/(?<=^--[\w-]+)=/));
  const commandIndex = findCommandIndex(words, program);
  return commandIndex === -1 ? words : [...words.splice(commandIndex, 1), ...words];
}

/** Converts a message of the parser to one that says what to do. */
function formatParserError(message: string, command = ""): string {
  if (/unknown option '--(api-)?token'/.test(message)) return TOKEN_HINT;
  const help = `See: realtimekit-sessions help ${command}`.trim();
  const [problem = "", suggestion = help] = message
    // An unknown word can be a token, so only the name of an option is repeated.
    .replace(/(unknown \w+ )'(--[\w-]+|-\w)?[^']*'/, "$1$2")
    .replace(/(command-argument value )'[^']*' /, "$1")
    .replace("argument missing", "needs a value")
    .replace(/error: (.)/, (_, first: string) => first.toUpperCase())
    .replaceAll("'", "")
    .split(/\n\((.*)\)/);
  return `${problem.trim().replace(/\.$/, "")}. ${suggestion}`;
}
