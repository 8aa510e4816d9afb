import type { Command } from "commander";
import { flagsOf } from "./options.js";
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

/** The command `completion`. With words after the shell, it writes the candidates for the last word. */
export const completionCommand: CommandDefinition = {
  name: "completion",
  description: "Write a script that completes commands and options in a shell.",
  examples: ["completion bash >> ~/.bashrc", "completion zsh >> ~/.zshrc", "completion fish | source"],
  arguments: {
    shell: { enum: Object.keys(SCRIPTS), description: "The shell." },
    words: { type: "array", description: "The command line to complete, which the script passes." },
  },
  options: {},
  run({ ids: [shell = "", ...words] }, _output, program) {
    if (!words.length) return [SCRIPTS[shell.toLowerCase()] ?? ""];
    return complete(words, program).map((each) => `${each}\n`);
  },
};

function complete(words: readonly string[], { commands }: Command): string[] {
  const [previous = "", last = ""] = ["", ...words].slice(-2);
  const command = commands.find((each) => words.slice(0, -1).includes(each.name()));
  const option = command?.options.find((each) => each.required && flagsOf(each).includes(previous));
  const candidates = !command
    ? [...commands.map((each) => each.name()), "help"]
    : option
      ? (option.argChoices ?? [])
      : [
          ...(command.registeredArguments[0]?.argChoices ?? []),
          ...command.options.flatMap(flagsOf),
          "--help",
        ];
  return candidates.filter((each) => each.toLowerCase().startsWith(last.toLowerCase()));
}
