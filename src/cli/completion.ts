import { createOptions, flagsOf } from "./options.js";
import { writeText } from "./output.js";
import type { CommandDefinition } from "./program.js";

/** Each script calls the command for candidates. Without candidates, it completes file names. */
const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_realtimekit_sessions() {
  local IFS=$'\\n'
  COMPREPLY=($(realtimekit-sessions completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _realtimekit_sessions realtimekit-sessions
`,
  zsh: `#compdef realtimekit-sessions
_realtimekit_sessions() {
  local -a found=(\${(f)"$(realtimekit-sessions completion zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( $#found )); then compadd -a found; else _files; fi
}
compdef _realtimekit_sessions realtimekit-sessions
`,
  fish: `function __realtimekit_sessions
  set -l found (realtimekit-sessions completion fish -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)
  count $found >/dev/null; and printf '%s\\n' $found; or __fish_complete_path (commandline -ct)
end
complete -c realtimekit-sessions -f -a '(__realtimekit_sessions)'
`,
};

/** Creates the command `completion`. With words after the shell, it writes the candidates for the last word. */
export function completionCommand(others: readonly CommandDefinition[]): CommandDefinition {
  const command: CommandDefinition = {
    name: "completion",
    description: "Write a script that completes commands and options in a shell.",
    examples: ["completion bash >> ~/.bashrc", "completion zsh >> ~/.zshrc", "completion fish | source"],
    arguments: {
      shell: { enum: Object.keys(SCRIPTS), description: "The shell." },
      words: { type: "array", description: "The command line to complete, which the script passes." },
    },
    options: {},
    async run(run) {
      const [shell = "", ...words] = run.ids;
      const found = words.length ? complete(words, [...others, command]).map((each) => `${each}\n`) : [];
      await writeText(run.context.stdout, words.length ? found.join("") : (SCRIPTS[shell] ?? ""), run);
    },
  };
  return command;
}

function complete(words: readonly string[], commands: readonly CommandDefinition[]): string[] {
  const [previous = "", last = ""] = ["", ...words].slice(-2);
  const command = commands.find(({ name }) => words.slice(0, -1).includes(name));
  const options = Object.values(command?.options ?? {}).flatMap((group) => createOptions(group, new Date()));
  const option = options.find((each) => each.required && flagsOf(each).includes(previous));
  const [argument] = Object.values(command?.arguments ?? {});
  const candidates = !command
    ? [...commands.map(({ name }) => name), "help"]
    : option
      ? (option.argChoices ?? [])
      : [...(argument?.enum ?? []), ...options.flatMap(flagsOf), "--help"];
  return candidates.map(String).filter((each) => each.toLowerCase().startsWith(last.toLowerCase()));
}
