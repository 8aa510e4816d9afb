import { once } from "node:events";
import { createRequire } from "node:module";
import type { Writable } from "node:stream";
import type { Session } from "../../generated/index.js";
import { ApiError } from "../errors.js";
import { type Command, COMMANDS, type Options } from "./commands.js";
import { Misuse, nearest, parseFlags } from "./flags.js";
import { encode, encoding, type Format, SESSION_COLUMNS } from "./formats.js";
import { commandHelp, overview } from "./help.js";
import { pagesFor, type Position, sessionsOf, type Sources } from "./listing.js";
import { columnsOf, type Output, showProgress } from "./progress.js";
import { type Grouping, SUMMARY_COLUMNS, summaryTable, sumUp } from "./summary.js";
import { printable, sessionsTable } from "./table.js";

/** What a command works with: a process, or what a test has in its place. */
export interface Surroundings extends Sources {
  stdout: Writable & Output;
  stderr: Writable & Output;
  /** Ends the command, as Ctrl-C does. */
  interrupted: AbortSignal;
}

/** How wide a line is where no terminal tells. */
const WIDTH = 100;

// Exit codes beside 0; the help tells them.
const FAILURE = 1;
const MISUSE = 2;
const INTERRUPTED = 130;

/** Runs a command line, and tells its exit code. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { stdout, stderr, interrupted } = surroundings;
  // Where nobody reads any more, the requests end too.
  const unread = new AbortController();
  stdout.on("error", (error) => {
    unread.abort(error);
  });
  // A message that nobody reads is no reason to fail.
  stderr.on("error", () => undefined);
  const signal = AbortSignal.any([interrupted, unread.signal]);
  const progress = showProgress(stderr);
  const position: Position = { written: 0, nextPageNo: undefined };
  let options: Options = {};

  async function write(pieces: AsyncIterable<string>): Promise<void> {
    for await (const piece of pieces) {
      progress.clear();
      // A terminal takes control characters for orders, in JSON and CSV too.
      const shown = stdout.isTTY ? piece.replace(/[^\P{Cc}\r\n]/gu, " ") : piece;
      if (!stdout.write(shown)) await once(stdout, "drain", { signal });
    }
  }

  const [name = "", ...rest] = args;
  try {
    const width = columnsOf(stdout, WIDTH);
    if (name === "") {
      stderr.write(overview(COMMANDS));
      return MISUSE;
    }
    if (name === "--version") stdout.write(`${version()}\n`);
    else if (isHelp(name)) stdout.write(help(rest[0], width));
    else {
      const { filters, ids, own } = commandNamed(name);
      const values = parseFlags(name, rest, { ...filters, ...ids, ...own });
      if ("help" in values) {
        stdout.write(help(name, width));
        return 0;
      }
      options = values;
      const pages = await pagesFor(values, surroundings, {
        signal,
        onRetry: progress.wait,
        onRateLimit: ({ delayMs }) => {
          progress.wait({ delayMs, reason: 429 });
        },
      });
      progress.draw();
      const sessions = sessionsOf(pages, options.limit, position, progress);
      const format = options.format ?? (stdout.isTTY ? "table" : "ndjson");
      await write(
        name === "list"
          ? listed(sessions, format, width)
          : summedUp(sessions, options.by ?? "day", format, width),
      );
    }
    return 0;
  } catch (error) {
    progress.end();
    const reason: unknown = unread.signal.aborted ? unread.signal.reason : error;
    // A reader that wants no more, such as `head`, is nobody's fault.
    if (unread.signal.aborted && (reason as NodeJS.ErrnoException).code === "EPIPE") return 0;
    const message = reason instanceof Error ? reason.message : String(reason);
    stderr.write(`realtimekit-sessions: ${interrupted.aborted ? "interrupted" : printable(message)}\n`);
    if (name === "list") stderr.write(howToGoOn(reason, position, options.limit));
    return interrupted.aborted ? INTERRUPTED : reason instanceof Misuse ? MISUSE : FAILURE;
  } finally {
    progress.end();
  }
}

/** The sessions themselves. */
function listed(sessions: AsyncIterable<Session[]>, format: Format, width: number): AsyncIterable<string> {
  return encode(sessions, format === "table" ? sessionsTable(width) : encoding(format, SESSION_COLUMNS));
}

/** Their sums, which are there when the last one is read. */
async function* summedUp(
  sessions: AsyncIterable<Session[]>,
  by: Grouping,
  format: Format,
  width: number,
): AsyncGenerator<string> {
  const groups = await sumUp(sessions, by);
  yield* encode(
    [groups],
    format === "table" ? summaryTable(groups, by, width) : encoding(format, SUMMARY_COLUMNS),
  );
}

/** What to do after a listing that has ended before its end; nothing where it must begin anew. */
function howToGoOn(reason: unknown, { written, nextPageNo }: Position, limit: number | undefined): string {
  const failure = reason instanceof ApiError ? reason : undefined;
  const pageNo = failure ? failure.pageNo : nextPageNo;
  if (pageNo === undefined) return "";
  const wait = failure?.retryAfter ? ` in ${Math.ceil(failure.retryAfter / 1000)} s` : "";
  const left = limit === undefined ? "" : ` --limit ${limit - written}`;
  return `${written} sessions are written. To go on, give the same command${wait} with --page-no ${pageNo}${left}\n`;
}

function isHelp(word: string): boolean {
  return ["help", "--help", "-h"].includes(word);
}

function help(name: string | undefined, width: number): string {
  return name === undefined
    ? overview(COMMANDS)
    : commandHelp(name, commandNamed(name), Math.min(width, WIDTH));
}

function commandNamed(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  // Not repeated: it may be a token, pasted in the wrong place.
  if (!command)
    throw new Misuse(`there is no such command. ${nearest(name, [...Object.keys(COMMANDS), "help"])}`);
  return command;
}

function version(): string {
  // By its own name, since the sources and what is built of them lie at different depths.
  const manifest = createRequire(import.meta.url)("realtimekit-sessions/package.json") as { version: string };
  return manifest.version;
}
