import { Argument, Option } from "commander";
import { DEFAULT_PER_PAGE } from "../list-resource.js";
import type { Operation, Parameter } from "../operation.js";
import { parseParameter } from "../query.js";
import { COUNT } from "../values.js";

/** The short names of parameters. */
const SHORT_FLAGS: Readonly<Record<string, string>> = { start_time: "--since, ", end_time: "--until, " };
const DAY = 864e5;
/** The units of relative times in milliseconds. */
const UNITS: Readonly<Record<string, number>> = { m: 60e3, h: 3600e3, d: DAY, w: 7 * DAY };

/** Returns the flag of a parameter: `--start-time` for `start_time`. */
export function toFlag(name: string): string {
  return `--${name.replaceAll("_", "-")}`;
}

/** Creates the option of a parameter. */
export function createOption(name: string, parameter: Parameter): Option {
  const { type = "string", format, enum: choices, description = "" } = parameter;
  const isTime = format === "date-time";
  const flags = (SHORT_FLAGS[name] ?? "") + toFlag(name);
  const kind = type === "boolean" ? "" : ` <${isTime ? "time" : choices ? "value" : type}>`;
  const relative = isTime ? " Also relative: 7d, 12h, today, yesterday (UTC)." : "";
  const option = new Option(flags + kind, description + relative);
  option.attributeName = () => name;
  if (choices) option.choices(choices.map(String));
  return kind ? option.argParser(createParser(flags, parameter)) : option;
}

/** Creates a positional argument: one of some choices, or an id. */
export function createArgument(name: string, { enum: choices, description }: Parameter): Argument {
  const word = name.replaceAll("_", "-");
  const argument = new Argument(`<${word}>`, description);
  if (choices) argument.choices(choices.map(String));
  return argument.argParser(createParser(word, choices ? { enum: choices } : { type: "id" }));
}

/** Returns a function that parses the value of a parameter, or a list of values. Choices may have any case. */
function createParser(name: string, { type = "", ...rule }: Parameter): (given: string) => unknown {
  const isList = type === "array";
  const parse = (text: string): unknown => {
    const lower = text.trim().toLowerCase();
    const choice = rule.enum?.map(String).find((each) => each.toLowerCase() === lower);
    const time = rule.format === "date-time" ? parseRelativeTime(lower) : undefined;
    return parseParameter(name, choice ?? time ?? text, isList ? rule : { type, ...rule });
  };
  return (given) => {
    // Often a variable of the shell that is not set.
    if (!given) throw new Error(`${name} must not be empty.`);
    return isList ? given.split(",").map(parse) : parse(given);
  };
}

/** Returns a time before now, such as `7d`, or the midnight of a day in UTC, as ISO 8601. */
function parseRelativeTime(text: string): string | undefined {
  const now = Date.now();
  const [, count, unit = ""] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  if (count) return new Date(now - Number(count) * (UNITS[unit] ?? NaN)).toISOString();
  const days = ["today", "yesterday"].indexOf(text);
  return days === -1 ? undefined : new Date(now - (now % DAY) - days * DAY).toISOString();
}

/** The options that identify the app and the token, or replace both by a fake API. */
export const CREDENTIALS: readonly Option[] = [
  new Option("--account-id <id>", "The account's identifier. Default: $CLOUDFLARE_ACCOUNT_ID."),
  new Option("--app-id <id>", "The RealtimeKit app's identifier. Default: $REALTIMEKIT_APP_ID."),
  new Option(
    "--token-file <file>",
    "File with the API token; - is standard input. Default: $CLOUDFLARE_API_TOKEN.",
  ),
  new Option("--base-url <url>", "URL of the API. Default: https://api.cloudflare.com/client/v4."),
  new Option("--demo", "Use a fake API with generated sessions: no token, no network."),
];

/** The options of a command that writes a file. */
export const FILE_OPTIONS: readonly Option[] = [
  createOption("output", {
    type: "file",
    description: "File to write, when all is complete; - is standard output.",
  }),
  new Option("--force", "Replace the file of --output."),
];

/** The options of a command that writes rows. */
export const FORMAT_OPTIONS: readonly Option[] = [
  createOption("format", {
    enum: ["table", "json", "ndjson", "csv"],
    description: "Output format. Default: the extension of --output, table on a terminal, or else ndjson.",
  }),
  new Option("--json", "Short for --format json.").conflicts("format"),
  new Option("--bom", "Begin CSV with a byte order mark, for Excel.").implies({ format: "csv" }),
  ...FILE_OPTIONS,
];

/** The option of all commands that send requests. */
export const RETRY_OPTION: Option = createOption("max_retry_after", {
  ...{ type: "integer", minimum: 0, maximum: 86_400 },
  description: "Longest Retry-After to wait for before a retry, in seconds. Default: 60.",
});

/** Creates the options of a listing. */
export function createListOptions({ pagination }: Operation): readonly Option[] {
  if (!pagination) return [];
  const { page, limit } = pagination;
  return [
    createOption("limit", { ...COUNT, description: "Maximum number of rows. Default: all." }),
    createOption(page, {
      ...COUNT,
      minimum: 0,
      description: "Page number to start from. Default: the first.",
    }),
    createOption(limit, {
      ...COUNT,
      description: `Page size of the requests. Default: ${DEFAULT_PER_PAGE}.`,
    }),
    createOption("concurrency", {
      ...COUNT,
      description: "Pages to request at a time. Above 1, a changing list is not exact. Default: 1.",
    }),
  ];
}
