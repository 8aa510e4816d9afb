import { Argument, type Command } from "commander";

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
    .addArgument(new Argument("<shell>", "The shell.").choices(Object.keys(SCRIPTS)))
    .allowExcessArguments(line !== undefined)
    .action((shell: string) => {
      const words = line?.slice(0, Number(point ?? line.length)).split(/[\s=]+/);
      const candidates = words && findCandidates(words, program);
      write(candidates?.map((each) => `${each}\n`).join("") ?? SCRIPTS[shell] ?? "");
    });
}

/** Returns the index of the command in a line. The value of an option can be the name of a command, too. */
export function findCommandIndex(words: readonly string[], { commands }: Command): number {
  const names = ["help", ...commands.map((command) => command.name())];
  const options = commands.flatMap((command) => command.options).filter(({ required }) => required);
  const flags = new Set<unknown>(options.flatMap(({ short, long }) => [short ?? long, long]));
  return words.findIndex((word, index) => names.includes(word) && !flags.has(words[index - 1]));
}

/** Returns the candidates for the last word of a line. */
function findCandidates(words: readonly string[], program: Command): readonly string[] {
  const help = program.createHelp();
  const [previous, last = ""] = words.slice(-2);
  const name = words[findCommandIndex(words.slice(0, -1), program)];
  const command = program.commands.find((each) => each.name() === name);
  const option = command?.options.find((each) => each.required && [each.short, each.long].includes(previous));
  const listWords = (each: Command): readonly string[] => [
    ...each.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
    ...help.visibleOptions(each).flatMap(({ flags }) => flags.match(/--[\w-]+/g) ?? []),
  ];
  const names = help.visibleCommands(program).map((each) => each.name());
  const candidates = option ? (option.argChoices ?? []) : command ? listWords(command) : names;
  return candidates.filter((word) => word.toLowerCase().startsWith(last.toLowerCase()));
}
