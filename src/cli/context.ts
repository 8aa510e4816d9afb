import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import type { SessionsClientOptions } from "../client-options.js";
import type { Format } from "./formats.js";
import type { Progress } from "./progress.js";
import type { Terminal } from "./terminal.js";

/** The streams and the environment of a command. Tests replace them. */
export interface CliContext extends Pick<SessionsClientOptions, "fetch"> {
  stdin: Readable;
  stdout: Terminal;
  stderr: Terminal;
  env: Readonly<Record<string, string | undefined>>;
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
      Record<"limit" | "concurrency" | "max_retry_after", number>
  >;

/** One run of a command. */
export interface Run {
  options: Options;
  /** The positional arguments. */
  ids: readonly string[];
  context: CliContext;
  /** Aborts on Ctrl-C, and when the reader of the output closes the pipe. */
  signal: AbortSignal;
  progress: Progress;
  /** Returns the recommended action after an error. */
  hint?: (error: unknown) => string;
}

/** Returns the version of the package. */
export function readVersion(): string {
  // By the name of the package, because sources and build have different paths.
  return (createRequire(import.meta.url)("realtimekit-sessions/package.json") as { version: string }).version;
}
