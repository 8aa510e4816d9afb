/** A position in a file. Lines and columns count from 1. */
export interface SourceLocation {
  /** The path as the user wrote it. */
  file: string;
  line?: number;
  column?: number;
}

/** A problem in a document that its author can correct. */
export interface Problem {
  message: string;
  location: SourceLocation;
  /** The rule of the linter or of this project. Problems are counted and configured by rule. */
  rule?: string;
  /** Renders the lines around the location. It is a function, because few of many problems are printed. */
  frame?: () => string;
}

/** The maximum number of problems that are printed with the lines around them. */
const MAX_FRAMES = 20;

/** Thrown for problems in a document, before anything is written. */
export class SpecError extends Error {
  override name = "SpecError";

  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => formatProblem(problem)).join("\n"));
    this.problems = problems;
  }
}

/** Formats problems for the terminal: the first ones with the lines around them, the others in one line each. */
export function formatProblems(problems: readonly Problem[]): string {
  return problems.map((problem, index) => formatProblem(problem, index < MAX_FRAMES)).join("\n");
}

/** Formats a problem: its location, the message, and optionally the lines around it. */
export function formatProblem({ message, location, frame }: Problem, isFrameShown = false): string {
  return `${formatLocation(location)} ${message}${isFrameShown && frame ? `\n${frame()}` : ""}`;
}

/** Returns a location as `file:line:column`, which editors and terminals recognize. */
export function formatLocation({ file, line, column }: SourceLocation): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** Returns the line and the column of an offset in a text, both counted from 1. */
export function getPosition(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}

/**
 * Returns the lines around a location, with a mark below it.
 *
 * @param lines - All lines of the file.
 * @param line - The line of the location, from 1.
 * @param column - The column of the location, from 1.
 */
export function renderCodeFrame(lines: readonly string[], line: number, column: number): string {
  const first = Math.max(1, line - 2);
  const shown = lines.slice(first - 1, line + 1);
  const width = String(first + shown.length - 1).length;
  // Only a part of each line, because a document may be one long line.
  const from = Math.max(0, column - 120);
  return shown
    .flatMap((content, index) => {
      const number = first + index;
      const row = `${String(number).padStart(width + 2)} | ${content.slice(from, from + 160)}`;
      return number === line ? [row, `${" ".repeat(width + 2)} | ${" ".repeat(column - 1 - from)}^`] : [row];
    })
    .join("\n");
}

/** Thrown for an invalid command line: exit code 2. Problems in a document have exit code 1. */
export class UsageError extends Error {
  override name = "UsageError";
}

/**
 * Runs a command, and sets the exit code of the process. An error that the user can correct becomes a message. Any
 * other error is a bug, and keeps its stack.
 *
 * @param command - Returns the exit code.
 */
export async function runCommand(command: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const isUsageError = error instanceof UsageError || isParseArgsError(error);
    if (!(error instanceof SpecError || isUsageError)) throw error;
    console.error(error instanceof SpecError ? formatProblems(error.problems) : error.message);
    process.exitCode = isUsageError ? 2 : 1;
  }
}

/** Returns whether an error is one of `parseArgs`, such as an unknown option. */
function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}
