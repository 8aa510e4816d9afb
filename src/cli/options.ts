import { extname } from "node:path";
import { Argument, Option } from "commander";
import { listSessionsOperation } from "../../generated/index.js";
import type { Parameter, Parameters } from "../operation.js";
import { parseParameter } from "../query.js";

/** An invalid command line. */
export class UsageError extends Error {}

/** Runs a check, and converts its error to one of the command line. */
export function checkUsage<Result>(
  check: () => Result,
  reword: (message: string) => string = String,
): Result {
  try {
    return check();
  } catch (error) {
    throw new UsageError(reword((error as Error).message));
  }
}

/** The output formats. */
export const FORMATS = ["table", "json", "ndjson", "csv"] as const;
/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];

const { path } = listSessionsOperation.parameters;

/** The options that identify the app and the token, or replace both by a fake API. */
export const CREDENTIALS: Parameters = {
  account_id: { description: `${path.account_id.description} Default: $CLOUDFLARE_ACCOUNT_ID.` },
  app_id: { description: `${path.app_id.description} Default: $REALTIMEKIT_APP_ID.` },
  token_file: {
    type: "file",
    description:
      "File with the API token; - is standard input. The token needs the permission Realtime or Realtime Admin. " +
      "Default: $CLOUDFLARE_API_TOKEN.",
  },
  base_url: { type: "url", description: "URL of the API. Default: https://api.cloudflare.com/client/v4." },
  demo: { type: "boolean", description: "Use a fake API with generated sessions: no token, no network." },
};

/** The options of a command that writes a file. */
export const FILE_OPTIONS: Parameters = {
  output: {
    type: "file",
    description: "File to write; - is standard output. It gets this name when it is complete.",
  },
  force: { type: "boolean", description: "Replace the file of --output." },
};

/** The options of a command that writes rows. */
export const FORMAT_OPTIONS: Parameters = {
  format: {
    enum: FORMATS,
    description: "Output format. Default: the extension of --output, table on a terminal, or else ndjson.",
  },
  json: { type: "boolean", description: "Short for --format json." },
  bom: { type: "boolean", description: "Begin CSV with a byte order mark, for Excel." },
  ...FILE_OPTIONS,
};

/** The options of a command that sends requests. */
export const CALL_OPTIONS: Parameters = {
  max_retry_after: {
    type: "integer",
    minimum: 0,
    maximum: 86_400,
    description: "Longest Retry-After to wait for before a retry, in seconds. Default: 60.",
  },
};

type Texts =
  "account_id" | "app_id" | "token_file" | "base_url" | "columns" | "output" | "start_time" | "end_time";
type Switches = "demo" | "json" | "bom" | "force";
type Numbers = "limit" | "concurrency" | "max_retry_after" | "top";

/** The values of options by parameter name. Those without their own type are filters. */
export type Options = Readonly<Record<string, unknown>> & { format?: Format | undefined } & Partial<
    Record<Texts, string> & Record<Switches, boolean> & Record<Numbers, number>
  >;

const SHORT_NAMES: Readonly<Record<string, string>> = { start_time: "since", end_time: "until" };
const DAY = 864e5;
const UNITS: Readonly<Record<string, number>> = { m: 60e3, h: 3600e3, d: DAY, w: 7 * DAY };
const KINDS: Readonly<Record<string, string>> = { string: "text", integer: "number" };

/** Returns the flag of a parameter: `--start-time` for `start_time`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll("_", "-")}`;
}

/** Creates the options of a parameter. Both its name and its short name set the value of the parameter. */
export function createOptions(name: string, parameter: Parameter): Option[] {
  const { [name]: short } = SHORT_NAMES;
  const isTime = parameter.format === "date-time";
  const relative = isTime ? " Also relative: 7d, 12h, today, yesterday (UTC)." : "";
  const option = createOption(name, name, parameter, (parameter.description ?? "") + relative);
  return short ? [option, createOption(short, name, parameter, `Short for ${flagOf(name)}.`)] : [option];
}

function createOption(name: string, attribute: string, parameter: Parameter, description: string): Option {
  const { type = "string", format, enum: choices } = parameter;
  const kind = format === "date-time" ? "time" : choices ? "value" : (KINDS[type] ?? type);
  const flag = flagOf(name);
  const option = new Option(type === "boolean" ? flag : `${flag} <${kind}>`, description);
  option.attributeName = () => attribute;
  if (choices) option.choices(choices.map(String));
  return type === "boolean" ? option : option.argParser(createParser(flag, parameter));
}

/**
 * Returns options with the format that they mean: that of `--json` or `--format`, or else the extension of `--output`.
 *
 * @param formats - The formats of the command. Without formats, the options are unchanged.
 * @throws UsageError for an extension that is not a format, and for options that exclude each other.
 */
export function withFormat(options: Options, formats: readonly unknown[] = []): Options {
  const { json, bom, format: chosen, output = "" } = options;
  if (!formats.length) return options;
  if (json && chosen) throw new UsageError("--json and --format exclude each other.");
  const extension = extname(output)
    .toLowerCase()
    .replace(/^\.jsonl$/, ".ndjson");
  const known = (formats as Format[]).find((each) => `.${each.toLowerCase()}` === extension);
  const format = json ? "json" : (chosen ?? known);
  if (extension && !format)
    throw new UsageError(`--output ${output} has an unknown extension. Add --format: ${formats.join(", ")}.`);
  if (bom && format !== "csv") throw new UsageError("--bom needs --format csv.");
  return { ...options, format };
}

/** Creates a positional argument: one of some choices, the remaining words, or an id. */
export function createArgument(name: string, { type, enum: choices, description }: Parameter): Argument {
  const word = flagOf(name).slice(2);
  if (type === "array") return new Argument(`[${word}...]`, description);
  const argument = new Argument(`<${word}>`, description);
  if (choices) argument.choices(choices.map(String));
  return argument.argParser(createParser(word, choices ? { enum: choices } : { type: "id" }));
}

/** Returns a function that parses the value of a parameter. Choices may have any case. */
function createParser(name: string, parameter: Parameter) {
  const isTime = parameter.format === "date-time";
  return (given: string, previous: unknown): unknown => {
    if (previous !== undefined) throw new UsageError(`${name} is given twice.`);
    // Often a variable of the shell that is not set.
    if (!given) throw new UsageError(`${name} must not be empty.`);
    const lower = given.toLowerCase();
    const choice = parameter.enum?.map(String).find((each) => each.toLowerCase() === lower);
    const text = choice ?? (isTime ? parseRelativeTime(lower) : undefined) ?? given;
    const hint = isTime ? " Relative times are 7d, 12h, today and yesterday." : "";
    return checkUsage(
      () => parseParameter(name, text, parameter),
      (message) => message + hint,
    );
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
