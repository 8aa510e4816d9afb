/** Where in a file something stands. Lines and columns count from 1. */
export interface Place {
  /** As the user named it: relative, where they did. */
  file: string;
  line?: number;
  column?: number;
}

/** Something in a document that its author can correct. */
export interface Problem {
  message: string;
  place: Place;
  /** What kind of problem it is, to count and to configure: a rule of the linter, or one of ours. */
  rule?: string;
  /** Renders the lines around the place. A document may have many problems, of which few are printed. */
  frame?: () => string;
}

/** How many problems are printed with the lines around them. */
const MAX_FRAMES = 20;

/** One or more problems in a document, which end the run before anything is written. */
export class SpecError extends Error {
  override name = "SpecError";

  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => formatProblem(problem)).join("\n"));
    this.problems = problems;
  }
}

/** Formats problems for the terminal: the first with the lines around them, the others in a line each. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map((problem, index) => formatProblem(problem, index < MAX_FRAMES)).join("\n");
}

/** Formats a problem: its place, the message, and if asked for the lines around it. */
export function formatProblem({ message, place, frame }: Problem, withFrame = false): string {
  return `${describePlace(place)} ${message}${withFrame && frame ? `\n${frame()}` : ""}`;
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
export function codeFrame(lines: readonly string[], line: number, column: number): string {
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
 * Runs a command, and turns an error that the user can correct into a message and an exit code. Any other error is a
 * bug, and keeps its stack.
 */
export async function runCommand(command: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof SpecError || error instanceof UsageError)) throw error;
    console.error(error instanceof SpecError ? formatProblems(error.problems) : error.message);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
