import { once } from "node:events";
import { createWriteStream, WriteStream } from "node:fs";
import { realpath, rename, rm, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { hasColors, type Run, widthOf } from "./context.js";
import { type Encoding, type Format, FORMATS } from "./formats.js";
import { UsageError } from "./options.js";

/** Where output goes, and what it is written for. */
export interface Output {
  stream: Writable;
  /** The file that holds the output until it is complete; undefined for the standard output. */
  file?: string | undefined;
  format: Format;
  width: number;
  isTerminal: boolean;
  hasColors: boolean;
  /** Whether CSV begins with a byte order mark. */
  bom: boolean;
}

/** Output that cannot be written. */
export class OutputError extends Error {
  override name = "OutputError";

  constructor(cause: Error) {
    super(`The output cannot be written: ${cause.message}`, { cause });
  }
}

/**
 * Calls a function with the output that the options name. A file is written beside its place, and moved there at the
 * end. After a failure, what is written stays beside.
 */
export async function withOutput(run: Run, write: (output: Output) => Promise<void>): Promise<void> {
  const { stdout, env } = run.context;
  const { output: path, bom = false, force = false } = run.options;
  const isTerminal = path === undefined && stdout.isTTY === true;
  const format = formatOf(run, isTerminal);
  const rest = { format, bom, width: widthOf(stdout), isTerminal };
  if (path === undefined)
    return write({ stream: stdout, file: undefined, hasColors: hasColors(stdout, env), ...rest });
  const target = await targetOf(path, force);
  const file = `${target}.partial`;
  // Some file systems report only on the flush that the disk is full.
  const stream = createWriteStream(file, { flags: force ? "w" : "wx", flush: true });
  await once(stream, "open").catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === "EEXIST"
      ? new UsageError(`${file} exists, from a run that failed. Remove it, or add --force.`)
      : new UsageError(`--output cannot be opened: ${message}`);
  });
  // Each write reports its own error.
  stream.on("error", () => undefined);
  try {
    await write({ stream, file, hasColors: false, ...rest });
    await finished(stream.end()).catch((error: unknown) => {
      throw new OutputError(error as Error);
    });
    await rename(file, target);
  } catch (error) {
    stream.destroy();
    if (!stream.bytesWritten) await rm(file, { force: true });
    throw error;
  }
}

function formatOf({ options }: Run, isTerminal: boolean): Format {
  const { json, bom, format: chosen, output = "" } = options;
  const ending = FORMATS.find((each) => `.${each}` === extname(output));
  const format = json ? "json" : (chosen ?? ending ?? (isTerminal ? "table" : "ndjson"));
  if (json && chosen) throw new UsageError("--json and --format exclude each other.");
  if (bom && format !== "csv") throw new UsageError("--bom needs --format csv.");
  return format;
}

/** Returns the place of a file, which may be behind a link. */
async function targetOf(path: string, force: boolean): Promise<string> {
  const target = await realpath(path).catch(() => path);
  const existing = await stat(target).catch(() => undefined);
  if (existing && !existing.isFile()) throw new UsageError(`--output ${path} is not a regular file.`);
  if (existing && !force) throw new UsageError(`${path} exists. To replace it, add --force.`);
  return target;
}

/** Writes text, and waits until all of it is written. A reader that has stopped to read does not hold up Ctrl-C. */
export async function writeText(stream: Writable, text: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (!text) return;
  await new Promise<void>((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", abort, { once: true });
    stream.write(text, (error) => {
      signal.removeEventListener("abort", abort);
      if (error) reject(new OutputError(error));
      else resolve();
    });
  });
}

/** Writes rows, and counts those of which every byte is written. */
export interface RowWriter<Row> {
  count: () => number;
  write: (rows: readonly Row[]) => Promise<void>;
  end: () => Promise<void>;
}

export function createRowWriter<Row>(
  { stream }: Output,
  encoding: Encoding<Row>,
  { signal, progress }: Run,
): RowWriter<Row> {
  let { head } = encoding;
  let count = 0;
  return {
    count: () => count,
    async write(rows) {
      const start = count;
      const textOf = (more: number): string => head + encoding.encode(rows.slice(0, more), start);
      const bytesBefore = bytesWritten(stream);
      progress.clear();
      try {
        await writeText(stream, textOf(rows.length), signal);
        count += rows.length;
        head = "";
      } catch (error) {
        const bytes = bytesWritten(stream) - bytesBefore;
        while (count - start < rows.length && Buffer.byteLength(textOf(count - start + 1)) <= bytes) count++;
        throw error;
      }
    },
    end: () => writeText(stream, head + encoding.tail, signal),
  };
}

/** How many bytes of a file are written. Other streams count what they accept, which may never arrive. */
function bytesWritten(stream: Writable): number {
  return stream instanceof WriteStream ? stream.bytesWritten : 0;
}
