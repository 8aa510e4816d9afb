import { Option } from "commander";
import { type Parameter as Schema, parseParameter } from "../query.js";

/** A parameter with its prose: from a generated descriptor, or one that no document has. */
export type Parameter = Schema & { readonly description?: string };

/** Parameters by name, in the spelling of the document. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** A command line that cannot be right. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Second names of options. */
const ALIASES: Readonly<Record<string, string>> = { start_time: "--since", end_time: "--until" };

/** What help calls a value. */
const VALUE_NAMES: Readonly<Record<string, string>> = { integer: "number", number: "number" };

/** Milliseconds by unit. */
const UNITS: Readonly<Record<string, number>> = { m: 60e3, h: 3600e3, d: 864e5, w: 6048e5 };
const DAYS_AGO = new Map([
  ["today", 0],
  ["yesterday", 1],
]);

/** Returns the flag of a parameter: `--start-time` for `start_time`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll("_", "-")}`;
}

/** Returns all flags of a parameter. */
export function flagsOf(name: string): string[] {
  return [...(ALIASES[name] ? [ALIASES[name]] : []), flagOf(name)];
}

/** Calls a function that checks arguments before it sends anything. */
export function checkUsage<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

/** Makes an option of a command line from a parameter. */
export function createOption(name: string, parameter: Parameter, now: Date): Option {
  const { type, format, description = "" } = parameter;
  const choices = parameter.enum?.map(String);
  const isTime = format === "date-time";
  const kind = isTime ? "time" : choices ? "value" : (format ?? VALUE_NAMES[type ?? ""] ?? "text");
  const value = type === "boolean" ? "" : ` <${kind}>`;
  const text = isTime ? `${description} Also relative: 7d, 12h, today, yesterday (UTC).` : description;
  const option = new Option(flagsOf(name).join(", ") + value, text);
  if (choices) option.choices(choices);
  if (type === "boolean") return option;
  return option.argParser((given, previous) => {
    if (previous !== undefined) throw new UsageError(`${flagOf(name)} is given twice.`);
    const choice = choices?.find((each) => each.toLowerCase() === given.toLowerCase());
    const time = isTime ? parseRelativeTime(given, now) : undefined;
    return checkUsage(() => parseParameter(flagOf(name), time ?? choice ?? given, parameter));
  });
}

/** Returns a time before now, such as `7d`, or the midnight of a day in UTC, as ISO 8601. */
function parseRelativeTime(text: string, now: Date): string | undefined {
  const [, count, unit = ""] = /^(\d{1,6})([mhdw])$/i.exec(text) ?? [];
  const days = DAYS_AGO.get(text.toLowerCase());
  if (count)
    return new Date(now.getTime() - Number(count) * (UNITS[unit.toLowerCase()] ?? NaN)).toISOString();
  if (days === undefined) return undefined;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - days)).toISOString();
}
