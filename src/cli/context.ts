import { createRequire } from "node:module";
import type { Readable, Writable } from "node:stream";
import type { Command } from "commander";
import type { SessionsClientOptions } from "../client-options.js";
import type { Parameters } from "../operation.js";
import type { Format, Options } from "./options.js";
import type { Progress } from "./progress.js";

/** A stream that may be a terminal, or a file that counts the bytes that are written. */
export type Stream = Writable & { isTTY?: boolean; columns?: number; bytesWritten?: number };

/** The streams and the environment of a command. Tests replace them. */
export interface CliContext extends Pick<SessionsClientOptions, "fetch"> {
  stdin: Readable & { isTTY?: boolean };
  stdout: Stream;
  stderr: Stream;
  env: Readonly<Record<string, string | undefined>>;
  /** Aborts on Ctrl-C. */
  interrupted: AbortSignal;
}

/** One run of a command. */
export interface Run extends CliContext {
  options: Options;
  /** The positional arguments. */
  ids: readonly string[];
  /** Aborts on Ctrl-C, and when the reader of the output closes the pipe. */
  signal: AbortSignal;
  progress: Progress;
  /** The number of rows that are completely written. */
  count: number;
  /** The page from which to resume a listing, and the number of rows that are written before it. */
  resume: { page?: number | null | undefined; count: number };
  /** Returns the recommended action after an error. */
  hint?: (error: unknown) => string;
}

/** The form of the output. */
export interface Output {
  format: Format;
  /** Whether CSV begins with a byte order mark. */
  bom: boolean;
  width: number;
  isTerminal: boolean;
  hasColors: boolean;
  /** The temporary file of incomplete output. Undefined for standard output. */
  file?: string;
}

/** A part of an output. The texts of rows are written together, and counted. */
export type Chunk = string | Uint8Array | string[];

/** The definition of a command. */
export interface CommandDefinition {
  name: string;
  description: string;
  examples: readonly string[];
  /** The positional arguments by name, in order. */
  arguments?: Parameters;
  /** Options in groups of the help. */
  options: Readonly<Record<string, Parameters>>;
  /** Returns the parts of the output. A generator continues after its part is written. */
  run: (run: Run, output: Output, program: Command) => AsyncIterable<Chunk> | Iterable<Chunk>;
}

/** Returns the width of a terminal. 100 for other streams, and for a terminal of unknown width. */
export function widthOf({ columns = 0 }: Stream): number {
  return columns === 0 ? 100 : columns;
}

/** Returns whether to color the output to a stream, by https://force-color.org and https://no-color.org. */
export function hasColors({ isTTY = false }: Stream, env: CliContext["env"]): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  return FORCE_COLOR ? !/^(0|false)$/.test(FORCE_COLOR) : !NO_COLOR && TERM !== "dumb" && isTTY;
}

/** Returns the version of this package. */
export function readVersion(): string {
  // By the name of the package, because sources and build have different paths.
  return (createRequire(import.meta.url)("realtimekit-sessions/package.json") as { version: string }).version;
}
