import type { Readable, Writable } from "node:stream";
import type { Option } from "commander";
import type { SessionsClientOptions } from "../client-options.js";
import type { Operation } from "../operation.js";
import type { SessionsClient } from "../sessions.js";
import type { Progress } from "./progress.js";

/** A stream that may be a terminal, or a file that counts the bytes that are written. */
export type Stream = Writable & { isTTY?: boolean; columns?: number; bytesWritten?: number };

/** The streams of a command. Tests replace them. */
export interface CliContext extends Pick<SessionsClientOptions, "fetch"> {
  stdin: Readable & { isTTY?: boolean };
  stdout: Stream;
  stderr: Stream;
  /** Aborts on Ctrl-C. */
  interrupted: AbortSignal;
}

type TextOption =
  "accountId" | "appId" | "tokenFile" | "baseUrl" | "output" | "format" | "start_time" | "end_time";
type SwitchOption = "demo" | "json" | "bom" | "force";
type NumberOption = "limit" | "concurrency" | "maxRetryAfter";

/** The values of options. Those without their own type are filters. */
export type Options = Readonly<Record<string, unknown>> & { columns?: string[] } & Partial<
    Record<TextOption, string> & Record<SwitchOption, boolean> & Record<NumberOption, number>
  >;

/** One run of a command. */
export interface Run extends CliContext {
  options: Options;
  /** The values of the options that are query parameters. */
  query: object;
  /** The id in the command line. */
  id: string;
  clientOptions: SessionsClientOptions;
  client: SessionsClient;
  /** The width of tables. */
  width: number;
  /** Aborts on Ctrl-C, and when the reader of the output closes the pipe. */
  signal: AbortSignal;
  progress: Progress;
  /** The number of rows that are completely written. */
  count: number;
  /** The temporary name of an incomplete file. */
  file?: string;
  /** Returns the recommended action after an error. */
  formatHint?: (error: unknown) => string;
}

/** The parts of an output. The texts of rows are written together, and counted. */
export type Chunks = AsyncIterable<string | Uint8Array | string[]>;

/** The definition of a command. */
export interface CommandDefinition {
  name: string;
  /** The description, the arguments and the filters. */
  operation: Operation;
  /** The options besides those of the operation. */
  options: readonly Option[];
  examples: readonly string[];
  /** Whether the command reads the standard input, which cannot have the token then. */
  readsStdin?: boolean;
  /** Yields the output. It continues after each part is written. */
  run: (run: Run) => Chunks;
}
