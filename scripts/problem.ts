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
  renderFrame?: () => string;
}

/** The maximum number of problems that are printed with the lines around them. */
const MAX_CODE_FRAMES = 20;

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
  return problems.map((problem, index) => formatProblem(problem, index < MAX_CODE_FRAMES)).join("\n");
}

/**
 * Formats a problem: its location, the message, and optionally the lines around it.
 *
 * @param problem - The problem.
 * @param includesFrame - Whether to append the lines around the location. Default: `false`.
 * @returns One line, and the code frame.
 */
export function formatProblem({ message, location, renderFrame }: Problem, includesFrame = false): string {
  return `${formatLocation(location)} ${message}${includesFrame && renderFrame ? `\n${renderFrame()}` : ""}`;
}

/** Returns a location as `file:line:column`, which editors and terminals recognize. */
export function formatLocation({ file, line, column }: SourceLocation): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
