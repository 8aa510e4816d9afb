/** Where in a file something stands. Lines and columns count from 1. */
export interface Place {
  /** As the user named it: relative, where they did. */
  file: string;
  line?: number;
  column?: number;
}

/** Something that the author of a document has to mend. */
export interface Problem {
  message: string;
  place: Place;
  /** The lines around the place, to show. */
  frame?: string;
}

/** One or more problems in a document, which end the run before anything is written. */
export class SpecError extends Error {
  override name = "SpecError";

  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join("\n"));
    this.problems = problems;
  }
}

/** A problem as it is printed: its place, the message, and the lines around it. */
export function describeProblem({ message, place, frame }: Problem): string {
  return `${describePlace(place)} ${message}${frame ? `\n${frame}` : ""}`;
}

/** A place as editors and terminals know it: `file:line:column`. */
export function describePlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** Where a character of a text stands, both counted from 1. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}

/** The lines around a place, with a mark below it. */
export function codeFrame(text: string, line: number, column: number): string {
  const lines = text.split(/\r?\n/);
  const first = Math.max(1, line - 2);
  const shown = lines.slice(first - 1, line + 1);
  const width = String(first + shown.length - 1).length;
  // A window, as a document may be one long line.
  const from = Math.max(0, column - 120);
  return shown
    .flatMap((content, index) => {
      const number = first + index;
      const row = `${String(number).padStart(width + 2)} | ${content.slice(from, from + 160)}`;
      return number === line ? [row, `${" ".repeat(width + 2)} | ${" ".repeat(column - 1 - from)}^`] : [row];
    })
    .join("\n");
}

/** A wrong call of a command: exit code 2, where a document's problems are 1. */
export class UsageError extends Error {
  override name = "UsageError";
}

/**
 * Runs a command, and turns the errors that people can mend into a message and an exit code. Any other error is a
 * fault of ours, and keeps its stack.
 */
export async function runCommand(command: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof SpecError || error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
