import type { Readable, Writable } from "node:stream";
import type { SessionsClientOptions } from "../client-options.js";
import type { Format } from "./formats.js";
import type { Progress } from "./progress.js";

/** A stream that may be a terminal. */
export type Terminal = Writable & { isTTY?: boolean | undefined; columns?: number | undefined };

/** What a command works with: a process, or what a test has in its place. */
export interface CliContext {
  stdin: Readable;
  stdout: Terminal;
  stderr: Terminal;
  env: Readonly<Record<string, string | undefined>>;
  /** Ends the command, as Ctrl-C does. */
  interrupted: AbortSignal;
  /** @default the global `fetch` */
  fetch?: SessionsClientOptions["fetch"];
  /** @default the time when the command starts */
  now?: Date;
}

type Texts =
  "account_id" | "app_id" | "token_file" | "base_url" | "columns" | "output" | "start_time" | "end_time";
type Options = Partial<
  Record<Texts, string> &
    Record<"limit" | "concurrency", number> &
    Record<"demo" | "json" | "bom" | "force", true>
> & { format?: Format };

/** One run of a command. */
export interface Run {
  /** Values by parameter name. Those that the code does not name are filters. */
  options: Readonly<Record<string, unknown>> & Options;
  /** The positional arguments. */
  ids: readonly string[];
  context: CliContext;
  /** Aborts on Ctrl-C, and when the reader of the output is gone. */
  signal: AbortSignal;
  progress: Progress;
  /** Returns what to do after an error. */
  hint?: (error: unknown) => string;
}

/** Returns the width of a terminal; `fallback` for other streams, and for a terminal that does not know its width. */
export function widthOf({ columns = 0 }: Terminal, fallback = 100): number {
  return columns === 0 ? fallback : columns;
}

/** Whether to color what goes to a stream, by https://force-color.org and https://no-color.org. */
export function hasColors({ isTTY = false }: Terminal, env: CliContext["env"]): boolean {
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  return FORCE_COLOR ? !/^(0|false)$/.test(FORCE_COLOR) : !NO_COLOR && TERM !== "dumb" && isTTY;
}
