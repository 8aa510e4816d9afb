import { Argument, Option } from "commander";
import type { Parameter } from "../operation.js";
import { parseParameter } from "../query.js";

/** An invalid command line. */
export class UsageError extends Error {}

const ALIASES: Readonly<Record<string, string>> = { start_time: "--since", end_time: "--until" };
const DAY = 864e5;
const UNITS: Readonly<Record<string, number>> = { m: 60e3, h: 3600e3, d: DAY, w: 7 * DAY };

/** Returns the flag of a parameter: `--start-time` for `start_time`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll("_", "-")}`;
}

/** Returns the short and the long flag of an option, as far as it has them. */
export function flagsOf({ short, long }: Option): string[] {
  return [short ?? [], long ?? []].flat();
}

/** Creates the option of a parameter. Its value has the name of the parameter. */
export function createOption(name: string, parameter: Parameter, now: Date): Option {
  const { type, format, enum: choices, description = "" } = parameter;
  const isTime = format === "date-time";
  const kind = isTime ? "time" : choices ? "value" : (format ?? (type === "integer" ? "number" : "text"));
  const text = isTime ? `${description} Also relative: 7d, 12h, today, yesterday (UTC).` : description;
  const flags = [ALIASES[name] ?? [], flagOf(name)].flat().join(", ");
  const option = new Option(type === "boolean" ? flags : `${flags} <${kind}>`, text);
  option.attributeName = () => name;
  if (choices) option.choices(choices.map(String));
  return type === "boolean" ? option : option.argParser(createParser(flagOf(name), parameter, now));
}

/** Creates a positional argument: one of some choices, the remaining words, or an id. */
export function createArgument(name: string, parameter: Parameter, now: Date): Argument {
  const { type, enum: choices, description } = parameter;
  const word = flagOf(name).slice(2);
  if (type === "array") return new Argument(`[${word}...]`, description);
  const argument = new Argument(`<${word}>`, description);
  if (choices) argument.choices(choices.map(String));
  return argument.argParser(createParser(word, choices ? parameter : { type: "id" }, now));
}

/** Returns a function that parses the value of a parameter. Choices may have any case. */
function createParser(name: string, parameter: Parameter, now: Date) {
  const choices = parameter.enum?.map(String);
  const isTime = parameter.format === "date-time";
  return (given: string, previous: unknown): unknown => {
    if (previous !== undefined) throw new UsageError(`${name} is given twice.`);
    // Often a variable of the shell that is not set.
    if (!given) throw new UsageError(`${name} must not be empty.`);
    const lower = given.toLowerCase();
    const choice = choices?.find((each) => each.toLowerCase() === lower);
    const time = isTime ? parseRelativeTime(lower, now.getTime()) : undefined;
    try {
      return parseParameter(name, time ?? choice ?? given, parameter);
    } catch (error) {
      const hint = isTime ? " Relative times are 7d, 12h, today and yesterday." : "";
      throw new UsageError((error as Error).message + hint);
    }
  };
}

/** Returns a time before now, such as `7d`, or the midnight of a day in UTC, as ISO 8601. */
function parseRelativeTime(text: string, now: number): string | undefined {
  const [, count, unit = ""] = /^(\d{1,6})([mhdw])$/.exec(text) ?? [];
  const midnight = now - (now % DAY);
  if (count) return new Date(now - Number(count) * (UNITS[unit] ?? NaN)).toISOString();
  if (text === "today") return new Date(midnight).toISOString();
  return text === "yesterday" ? new Date(midnight - DAY).toISOString() : undefined;
}
