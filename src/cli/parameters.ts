import { Argument, Option } from "commander";
import type { Parameter } from "../operation.js";
import { parseParameter } from "../query.js";
import { flagOf } from "./options.js";
import { checkUsage, UsageError } from "./usage-error.js";

/** The short names of parameters. */
const SHORT_NAMES: Readonly<Record<string, string>> = { start_time: "since", end_time: "until" };
const DAY = 864e5;
/** The units of relative times in milliseconds. */
const UNITS: Readonly<Record<string, number>> = { m: 60e3, h: 3600e3, d: DAY, w: 7 * DAY };
/** The placeholders of values in the help by type. */
const KINDS: Readonly<Record<string, string>> = { string: "text", integer: "number" };

/** Creates the options of a parameter. Both its name and its short name set the value of the parameter. */
export function createOptions(name: string, parameter: Parameter): Option[] {
  const { [name]: short } = SHORT_NAMES;
  const isTime = parameter.format === "date-time";
  const relative = isTime ? " Also relative: 7d, 12h, today, yesterday (UTC)." : "";
  const option = createOption(name, name, parameter, (parameter.description ?? "") + relative);
  return short ? [option, createOption(short, name, parameter, `Short for ${flagOf(name)}.`)] : [option];
}

/** Creates an option that sets the value of an attribute. */
function createOption(name: string, attribute: string, parameter: Parameter, description: string): Option {
  const { type = "string", format, enum: choices } = parameter;
  const kind = format === "date-time" ? "time" : choices ? "value" : (KINDS[type] ?? type);
  const flag = flagOf(name);
  const option = new Option(type === "boolean" ? flag : `${flag} <${kind}>`, description);
  option.attributeName = () => attribute;
  if (choices) option.choices(choices.map(String));
  return type === "boolean" ? option : option.argParser(createParser(flag, parameter));
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
    if (previous !== undefined) throw new UsageError(`${name} already has a value. Keep only one.`);
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
