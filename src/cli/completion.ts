import type { Command } from "commander";
import type { CommandDefinition } from "./context.js";

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

/** The command `completion`. With the line that the shell passes, it writes the candidates for its last word. */
export const completionCommand: CommandDefinition = {
  name: "completion",
  description: "Write a script that completes commands and options in a shell.",
  examples: ["completion bash >> ~/.bashrc", "completion zsh >> ~/.zshrc", "completion fish | source"],
  arguments: {
    shell: { enum: Object.keys(SCRIPTS), description: "The shell." },
    words: { type: "array", description: "The words to complete, which the shell passes." },
  },
  options: {},
  run({ ids: [shell = ""], env: { COMP_LINE: line, COMP_POINT: point } }, _output, program) {
    if (line === undefined) return [SCRIPTS[shell.toLowerCase()] ?? ""];
    const words = line.slice(0, Number(point ?? line.length)).split(/\s+/);
    return complete(words, program).map((each) => `${each}\n`);
  },
};

/** Returns the candidates for the last word of a line. */
function complete(words: readonly string[], { commands }: Command): string[] {
  const [previous = "", last = ""] = words.slice(-2);
  const command = commands.find((each) => words.slice(1, -1).includes(each.name()));
  const option = command?.options.find((each) => each.required && each.long === previous);
  const [argument] = command?.registeredArguments ?? [];
  const candidates = !command
    ? [...commands.map((each) => each.name()), "help"]
    : option
      ? (option.argChoices ?? [])
      : [...(argument?.argChoices ?? []), ...command.options.map((each) => each.long ?? ""), "--help"];
  return candidates.filter((each) => each.toLowerCase().startsWith(last.toLowerCase()));
}
