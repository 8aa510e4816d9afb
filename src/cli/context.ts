import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import type { SessionsClientOptions } from "../client-options.js";
import type { Format } from "./formats.js";
import type { Progress } from "./progress.js";
import type { Environment, Terminal } from "./terminal.js";

/** The streams and the environment of a command. Tests replace them. */
export interface CliContext extends Pick<SessionsClientOptions, "fetch"> {
  stdin: Readable;
  stdout: Terminal;
  stderr: Terminal;
  env: Environment;
  /** Aborts on Ctrl-C. */
  interrupted: AbortSignal;
  /** @default the time when the command starts */
  now?: Date;
}

type Texts =
  "account_id" | "app_id" | "token_file" | "base_url" | "columns" | "output" | "start_time" | "end_time";
type Switches = "demo" | "json" | "bom" | "force";

/** The values of options by parameter name. Those without their own type are filters. */
export type Options = Readonly<Record<string, unknown>> & { format?: Format } & Partial<
    Record<Texts, string> &
      Record<Switches, true> &
      Record<"limit" | "concurrency" | "max_retry_after" | "top", number>
  >;

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

/** Returns the version of this package. */
export function readVersion(): string {
  // By the name of the package, because sources and build have different paths.
  return (createRequire(import.meta.url)("realtimekit-sessions/package.json") as { version: string }).version;
}
