import type { Command } from "commander";

/** Options of this package, and the names that other tools have for them. */
const SYNONYMS: readonly (readonly [option: string, names: string])[] = [
  ["--since", "from after"],
  ["--until", "to before"],
  ["--limit", "n count max top"],
  ["--top", "n count max limit"],
  ["--columns", "fields"],
  ["--by", "group-by"],
  ["--sort-by", "sort"],
  ["--sort-order", "order"],
  ["--per-page", "page-size"],
  ["--output", "o file"],
  ["--force", "overwrite y yes"],
  ["--format", "f"],
  ["--format csv", "csv"],
  ["--format ndjson", "ndjson jsonl"],
  ["--format table", "table"],
  ["--json", "format f"],
  ["--base-url", "url"],
  ["--version", "v"],
];

/**
 * Converts a message of the parser to one that says what to do.
 *
 * @param message - The message. A word in it that is not similar to a command can be a token.
 * @param command - The command that the message is about, or the program.
 */
export function formatParserError(message: string, command: Command): string {
  const [, unknown = ""] = /^error: unknown option '-+(.*)'/.exec(message) ?? [];
  const supported = command.options.map(({ long }) => long);
  const [synonym] =
    SYNONYMS.find(
      ([option, names]) => supported.includes(option.split(" ")[0]) && names.split(" ").includes(unknown),
    ) ?? [];
  const text = message
    .replace(/^error: option (.*) argument missing$/, "error: missing value of $1")
    .replace(/^error: unknown command '.*'$/, "error: unknown command")
    .replace(/^error: (.)/, (_, first: string) => first.toUpperCase())
    .replaceAll("'", "");
  const [problem = "", nearest] = text.split(/\n\((.*)\)$/);
  const suggestion = synonym ? `Did you mean ${synonym}?` : nearest;
  const help = command.parent ? `help ${command.name()}` : "help";
  return `${problem.replace(/\.$/, "")}. ${suggestion ?? `See: realtimekit-sessions ${help}`}`;
}
