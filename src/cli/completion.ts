import type { Command } from "commander";
import { createArgument } from "./options.js";

/** The completion by a command, for bash and for zsh, which emulates it. */
const COMPLETE = "complete -o default -C 'realtimekit-sessions completion bash --' realtimekit-sessions\n";

/** Each script calls the command for candidates. Without candidates, it completes file names. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: COMPLETE,
  zsh: `autoload -Uz bashcompinit && bashcompinit\n${COMPLETE}`,
  fish:
    "complete -c realtimekit-sessions -f -a '(env COMP_LINE=(commandline -cp) realtimekit-sessions completion fish | " +
    `string match "*"; or __fish_complete_path (commandline -ct))'\n`,
};

/** Adds the command that writes the script of a shell, or the candidates for the line that the shell passes. */
export function addCompletion(program: Command, write: (text: string) => void): Command {
  const { COMP_LINE: line, COMP_POINT: point } = process.env;
  return program
    .command("completion")
    .description("Write a script that completes commands and options in a shell.")
    .addArgument(createArgument("shell", { enum: Object.keys(SCRIPTS), description: "The shell." }))
    .allowExcessArguments(line !== undefined)
    .action((shell: string) => {
      const words = line?.slice(0, Number(point ?? line.length)).split(/\s+/);
      const candidates = words && findCandidates(words, program);
      write(candidates?.map((each) => `${each}\n`).join("") ?? SCRIPTS[shell] ?? "");
    });
}

/** Returns the candidates for the last word of a line. */
function findCandidates(words: readonly string[], { commands }: Command): string[] {
  const [previous = "", last = ""] = words.slice(-2);
  const command = commands.find((each) => words.slice(1, -1).includes(each.name()));
  const { options = [], registeredArguments: [argument] = [] } = command ?? {};
  const option = options.find(({ short, long, required }) => required && [short, long].includes(previous));
  const flags = [...options.flatMap(({ short, long }) => [short, long]), "--help"];
  const names = [...commands.map((each) => each.name()), "help"];
  const candidates = option
    ? option.argChoices
    : command
      ? [...(argument?.argChoices ?? []), ...flags]
      : names;
  return [...new Set(candidates)].filter((each) =>
    each?.toLowerCase().startsWith(last.toLowerCase()),
  ) as string[];
}
