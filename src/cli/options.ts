import { Option } from "commander";
import type { Parameter, Parameters } from "../operation.js";
import { parseParameter } from "../query.js";

/** An invalid command line. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Aliases of options. */
const ALIASES: Readonly<Record<string, string>> = { start_time: "--since", end_time: "--until" };
const DAY = 864e5;
const UNITS: Readonly<Record<string, number>> = { m: 60e3, h: 3600e3, d: DAY, w: 7 * DAY };

/** Returns the flag of a parameter: `--start-time` for `start_time`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll("_", "-")}`;
}

/** Returns all flags of an option. */
export function flagsOf({ short, long }: Option): string[] {
  return [short ?? [], long ?? []].flat();
}

/** Returns an option whose value is a positive integer. */
export function countOption(description: string): Parameter {
  return { type: "integer", minimum: 1, description };
}

/** Calls a function. An error about an argument becomes a usage error. */
export function checkUsage<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    return throwUsageError(error);
  }
}

/** Rethrows an argument error as a usage error, and any other error unchanged. */
export function throwUsageError(error: unknown): never {
  throw error instanceof TypeError || error instanceof RangeError ? new UsageError(error.message) : error;
}

/** Creates options from parameters. Their values have the names of the parameters. */
export function createOptions(parameters: Parameters, now: Date): Option[] {
  return Object.entries(parameters).map(([name, parameter]) => createOption(name, parameter, now));
}

function createOption(name: string, parameter: Parameter, now: Date): Option {
  const { type, format, description = "" } = parameter;
  const choices = parameter.enum?.map(String);
  const isTime = format === "date-time";
  const kind = isTime ? "time" : choices ? "value" : (format ?? (type === "integer" ? "number" : "text"));
  const text = isTime ? `${description} Also relative: 7d, 12h, today, yesterday (UTC).` : description;
  const flags = [...(ALIASES[name] ? [ALIASES[name]] : []), flagOf(name)].join(", ");
  const option = new Option(type === "boolean" ? flags : `${flags} <${kind}>`, text);
  option.attributeName = () => name;
  if (choices) option.choices(choices);
  if (type === "boolean") return option;
  return option.argParser((given, previous) => {
    if (previous !== undefined) throw new UsageError(`${flagOf(name)} is given twice.`);
    // Often a variable of the shell that is not set.
    if (!given) throw new UsageError(`${flagOf(name)} must not be empty.`);
    const choice = choices?.find((each) => each.toLowerCase() === given.toLowerCase());
    const time = isTime ? parseRelativeTime(given.toLowerCase(), now.getTime()) : undefined;
    try {
      return parseParameter(flagOf(name), time ?? choice ?? given, parameter);
    } catch (error) {
      const hint = isTime ? " Relative times are 7d, 12h, today and yesterday." : "";
      throw new UsageError((error as Error).message + hint);
    }
  });
}

/** Returns a time before now, such as `7d`, or the midnight of a day in UTC, as ISO 8601. */
function parseRelativeTime(text: string, now: number): string | undefined {
  const [, count, unit = ""] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  const midnight = now - (now % DAY);
  if (count) return new Date(now - Number(count) * (UNITS[unit] ?? NaN)).toISOString();
  if (text === "today") return new Date(midnight).toISOString();
  return text === "yesterday" ? new Date(midnight - DAY).toISOString() : undefined;
}
