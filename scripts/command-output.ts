/** The outputs of a command. */
export interface CommandOutput {
  print: (text: string) => void;
  printError: (text: string) => void;
}

/** The output of a command that is run from a shell. */
export const shellOutput: CommandOutput = { print: console.log, printError: console.error };
