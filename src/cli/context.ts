import { createRequire } from "node:module";
import type { Readable, Writable } from "node:stream";
import type { SessionsClientOptions } from "../client-options.js";
import type { Format } from "./formats.js";
import type { Progress } from "./progress.js";

/** A stream that may be a terminal. */
export type Terminal = Writable & { isTTY?: boolean | undefined; columns?: number | undefined };

type Env = Readonly<Record<string, string | undefined>>;

/** The streams and the environment of a command. Tests replace them. */
export interface CliContext extends Pick<SessionsClientOptions, "fetch"> {
  stdin: Readable;
  stdout: Terminal;
  stderr: Terminal;
  env: Env;
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

/** Returns the width of a terminal. 100 for other streams, and for a terminal of unknown width. */
export function widthOf({ columns = 0 }: Terminal): number {
  return columns === 0 ? 100 : columns;
}

/** Whether to color the output to a stream, by https://force-color.org and https://no-color.org. */
export function hasColors({ isTTY = false }: Terminal, { FORCE_COLOR, NO_COLOR, TERM }: Env): boolean {
  return FORCE_COLOR ? !/^(0|false)$/.test(FORCE_COLOR) : !NO_COLOR && TERM !== "dumb" && isTTY;
}
