import { Argument, Option } from "commander";
import { formatDateTime } from "../date-time.js";
import { DEFAULT_PER_PAGE } from "../list-resource.js";
import type { Operation, Parameter } from "../operation.js";
import { parseParameter } from "../query.js";
import { COUNT, type Rule } from "../values.js";

/** The short names of parameters. */
const SHORT_FLAGS: Readonly<Record<string, string>> = { start_time: "--since, ", end_time: "--until, " };
const DAY_MS = 864e5;
/** The units of relative times in milliseconds. */
const UNITS: Readonly<Record<string, number>> = { m: 60e3, h: 3600e3, d: DAY_MS, w: 7 * DAY_MS };
const TIME_FORMATS = "a date, a time such as 2026-06-30T09:00Z, 7d, 12h, today or yesterday";

/** Creates an option. Its flags have a placeholder for a value. */
export function createOption(flags: string, description: string, rule: Rule = {}): Option {
  const option = new Option(flags, description);
  if (rule.enum) option.choices(rule.enum.map(String));
  const name = flags.replace(/ <.*/, "");
  return option.required ? option.argParser((text: string) => parseOption(name, rule, text)) : option;
}

/** Returns a parameter's name as words of a command line: `start-time` for `start_time`. */
function toFlagName(name: string): string {
  return name.replaceAll("_", "-");
}

/** Creates the option of a parameter: `--start-time` for `start_time`. */
export function createParameterOption(name: string, { description = "", ...rule }: Parameter): Option {
  const isTime = rule.format === "date-time";
  const kind = isTime ? " <time>" : rule.enum ? " <value>" : rule.type === "boolean" ? "" : ` <${rule.type}>`;
  const flags = `${SHORT_FLAGS[name] ?? ""}--${toFlagName(name)}${kind}`;
  const relative = isTime ? " Also relative: 7d, 12h, today, yesterday (UTC)." : "";
  const option = createOption(flags, description + relative, rule);
  return Object.assign(option, { attributeName: () => name });
}

/** Creates the argument of an id. */
export function createArgument(name: string, { description }: Parameter): Argument {
  const word = toFlagName(name);
  return new Argument(`<${word}>`, description).argParser((text) => parseOption(word, { type: "id" }, text));
}

/** Parses a value, or a list of values with commas. */
function parseOption(name: string, { type = "", ...rule }: Rule, text: string): unknown {
  // Often a variable of the shell that is not set.
  if (!text) throw new Error(`${name} must not be empty.`);
  if (type === "array") return text.split(",").map((each) => parseValue(name, rule, each));
  return parseValue(name, { type, ...rule }, text);
}

/** Parses one value. Choices may have any case. */
function parseValue(name: string, rule: Rule, text: string): unknown {
  if (rule.format === "date-time") return parseTime(name, text);
  const lower = text.trim().toLowerCase();
  const choice = rule.enum?.map(String).find((each) => each.toLowerCase() === lower);
  return parseParameter(name, choice ?? text, rule);
}

/** Parses a time, an age such as `7d`, or a day, which means its midnight in UTC. Returns ISO 8601. */
function parseTime(name: string, text: string): string {
  const now = Date.now();
  const lower = text.trim().toLowerCase();
  const unit = UNITS[lower.slice(-1)];
  if (unit && /^\d{1,6}.$/.test(lower)) return new Date(now - parseInt(lower) * unit).toISOString();
  const days = ["today", "yesterday"].indexOf(lower);
  if (days !== -1) return new Date(now - (now % DAY_MS) - days * DAY_MS).toISOString();
  const time = formatDateTime(lower.toUpperCase());
  if (time === undefined) throw new Error(`${name} must be ${TIME_FORMATS}, got ${JSON.stringify(text)}.`);
  return time;
}

/** The options that identify the app and the token, or replace both by a fake API. */
export const CREDENTIALS: readonly Option[] = [
  createOption("--account-id <id>", "The account's identifier. Default: $CLOUDFLARE_ACCOUNT_ID."),
  createOption("--app-id <id>", "The RealtimeKit app's identifier. Default: $REALTIMEKIT_APP_ID."),
  createOption(
    "--token-file <file>",
    "File of the API token, or - for stdin. Default: $CLOUDFLARE_API_TOKEN.",
  ),
  createOption("--base-url <url>", "URL of the API. Default: https://api.cloudflare.com/client/v4."),
  new Option("--demo", "Use a fake API with generated sessions: no token, no network."),
];

/** The options of a command that writes a file. */
export const FILE_OPTIONS: readonly Option[] = [
  createOption("--output <file>", "File to write, or - for stdout. It gets this name when it is complete."),
  new Option("--force", "Replace the file of --output."),
];

const FORMATS = { enum: ["table", "json", "ndjson", "csv"] };
const DEFAULT_FORMAT = "Default: the extension of --output, table on a terminal, or else ndjson.";

/** The options of a command that writes rows. */
export const FORMAT_OPTIONS: readonly Option[] = [
  createOption("--format <format>", `Output format. ${DEFAULT_FORMAT}`, FORMATS),
  new Option("--json", "Short for --format json.").conflicts("format"),
  new Option("--bom", "Begin CSV with a byte order mark, for Excel."),
  ...FILE_OPTIONS,
];

const MAX_RETRY_AFTER = "Longest Retry-After to wait for before a retry. Default: 60.";
const RETRY_AFTER = { type: "integer", minimum: 0, maximum: 86_400 };

/** The option of all commands that send requests. */
export const RETRY_OPTION: Option = createOption("--max-retry-after <seconds>", MAX_RETRY_AFTER, RETRY_AFTER);

/** Creates the options for the requests of a list. */
export function createPagingOptions({ pagination }: Operation): readonly Option[] {
  if (!pagination) return [];
  const description = `Page size of the requests. Default: ${DEFAULT_PER_PAGE}.`;
  const concurrency = "Pages to request at a time. Above 1, a changing list is not exact. Default: 1.";
  return [
    createParameterOption(pagination.limit, { ...COUNT, description }),
    createOption("--concurrency <integer>", concurrency, COUNT),
  ];
}
