import { parseArgs } from "node:util";
import { timeOf } from "../arguments.js";

/** What a descriptor in `generated/operations.ts` says of a parameter, as much of it as a flag needs. */
export interface Parameter {
  type?: string;
  format?: string;
  enum?: readonly unknown[];
  minimum?: number;
  description?: string;
}

/** A flag of a command. */
export interface Flag {
  kind: "text" | "number" | "time" | "switch";
  description: string;
  /** What it may be, where there is a choice. */
  choices?: readonly string[] | undefined;
  /** The least that a number may be. Default: 0. */
  least?: number | undefined;
}

/** The flags of a command by name, without the dashes before it. */
export type Flags = Readonly<Record<string, Flag>>;

/** What was given, by name: a `string`, a `number`, a `Date`, or `true` for a switch. */
export type Values = Partial<Record<string, unknown>>;

/** A command that cannot be meant so. Nothing was sent. */
export class Misuse extends Error {}

/** The name of the flag for a parameter. */
export function flagName(parameter: string): string {
  return parameter.replaceAll("_", "-");
}

/** A flag for each parameter of a descriptor. */
export function flagsFor(parameters: Readonly<Record<string, Parameter>>): Flags {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, { type, format, enum: choices, minimum, description }]) => [
      flagName(name),
      {
        kind: format === "date-time" ? "time" : type === "number" || type === "integer" ? "number" : "text",
        choices: choices?.map(String),
        least: minimum,
        description: description ?? "",
      } satisfies Flag,
    ]),
  );
}

/**
 * Reads the flags of a command; where one of them asks for help, that alone.
 *
 * @throws {@link Misuse} for what is none of them, and for a value that cannot be right.
 */
export function parseFlags(command: string, args: readonly string[], flags: Flags): Values {
  const kinds = Object.fromEntries(
    Object.entries(flags).map(([name, { kind }]) => [
      name,
      { type: kind === "switch" ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  const options = { ...kinds, help: { type: "boolean" as const, short: "h" } };
  // Not strict, since its messages name neither the flags that there are nor the nearest.
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  if (tokens.some((token) => token.kind === "option" && token.name === "help")) return { help: true };
  const values: Values = {};
  for (const token of tokens) {
    // What stands alone is never repeated in a message: it may be a token, pasted in the wrong place.
    if (token.kind === "positional")
      throw new Misuse(`${command} takes flags only. See: realtimekit-sessions help ${command}`);
    if (token.kind === "option-terminator") continue;
    const { name, rawName, value, inlineValue } = token;
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (!flag) throw new Misuse(`there is no flag ${rawName}. ${nearest(name, Object.keys(flags), "--")}`);
    if (Object.hasOwn(values, name)) throw new Misuse(`${rawName} is given twice`);
    if (flag.kind === "switch") {
      if (inlineValue) throw new Misuse(`${rawName} takes no value`);
      values[name] = true;
    } else if (value === undefined || (!inlineValue && value.startsWith("--")))
      throw new Misuse(`${rawName} needs a value: ${placeholder(flag)}`);
    else values[name] = read(rawName, flag, value);
  }
  return values;
}

/** What stands for a flag's value in the help. */
export function placeholder({ kind, choices }: Flag): string {
  return kind === "switch" ? "" : (choices?.join("|") ?? kind.toUpperCase());
}

/** What there is instead of a name that there is not, the nearest first. */
export function nearest(name: string, names: readonly string[], prefix = ""): string {
  const [near] = names
    .map((each) => ({ each, distance: distance(name, each) }))
    .filter((each) => each.distance <= Math.max(2, name.length / 3))
    .sort((a, b) => a.distance - b.distance);
  const all = `There are ${names.map((each) => prefix + each).join(", ")}.`;
  return near ? `Did you mean ${prefix}${near.each}? ${all}` : all;
}

function read(rawName: string, { kind, choices, least = 0 }: Flag, text: string): unknown {
  const wrong = (wanted: string): Misuse =>
    new Misuse(`${rawName} must be ${wanted}, not ${JSON.stringify(text)}`);
  if (choices && !choices.includes(text)) throw wrong(choices.join(" or "));
  if (kind === "number") {
    const number = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < least)
      throw wrong(`a whole number from ${least} up`);
    return number;
  }
  if (kind === "time") {
    const time = new Date(timeOf(text));
    if (Number.isNaN(time.getTime()))
      throw wrong("a time in ISO 8601, such as 2026-06-30 or 2026-06-30T09:00:00Z");
    return time;
  }
  return text;
}

/** How many letters must be added, left out or replaced to make one word the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at++) {
    const next = [at + 1];
    for (let index = 0; index < other.length; index++) {
      const replaced = (row[index] ?? 0) + (one[at] === other[index] ? 0 : 1);
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
