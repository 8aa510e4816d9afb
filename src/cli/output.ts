import { once } from "node:events";
import { createWriteStream, WriteStream } from "node:fs";
import { realpath, rename, rm, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { Parameters } from "../operation.js";
import type { Run } from "./context.js";
import { type Encoding, type Format, FORMATS } from "./formats.js";
import { UsageError } from "./options.js";
import { hasColors, widthOf } from "./terminal.js";

/** The options of a command that writes a file. */
export const FILE_OPTIONS: Parameters = {
  output: { format: "file", description: "File to write. It gets this name when it is complete." },
  force: { type: "boolean", description: "Replace the file of --output." },
};

/** The options of a command that writes rows. */
export const FORMAT_OPTIONS: Parameters = {
  format: {
    enum: FORMATS,
    description:
      "Output format. Default: the extension of --output, and ndjson for any other extension. " +
      "Without --output: table on a terminal, ndjson elsewhere.",
  },
  json: { type: "boolean", description: "Short for --format json." },
  bom: { type: "boolean", description: "Begin CSV with a byte order mark, for Excel." },
  ...FILE_OPTIONS,
};

/** The destination of the output, and its format. */
export interface Output {
  stream: Writable;
  /** The temporary file of incomplete output. Undefined for standard output. */
  file?: string | undefined;
  format: Format;
  width: number;
  isTerminal: boolean;
  hasColors: boolean;
  /** Whether CSV begins with a byte order mark. */
  bom: boolean;
}

/**
 * Calls a function with the output of a run. A file has a temporary name until it is complete. After a failure, the
 * temporary file remains.
 */
export async function withOutput(run: Run, write: (output: Output) => Promise<void>): Promise<void> {
  const { stdout, env } = run.context;
  const { json, bom = false, format: chosen, output: path, force = false } = run.options;
  const isTerminal = path === undefined && stdout.isTTY === true;
  const extension = extname(path ?? "").toLowerCase();
  const known = FORMATS.find((each) => `.${each}` === extension);
  const format = json ? "json" : (chosen ?? known ?? (isTerminal ? "table" : "ndjson"));
  if (json && chosen) throw new UsageError("--json and --format exclude each other.");
  if (bom && format !== "csv") throw new UsageError("--bom needs --format csv.");
  const output = {
    stream: stdout,
    format,
    bom,
    width: widthOf(stdout),
    isTerminal,
    hasColors: hasColors(stdout, env),
  };
  if (path === undefined) return write(output);
  const target = await realpath(path).catch(() => path);
  const existing = await stat(target).catch(() => undefined);
  if (existing && !existing.isFile()) throw new UsageError(`--output ${path} is not a regular file.`);
  if (existing && !force) throw new UsageError(`${path} exists. To replace it, add --force.`);
  return writeFile(target, force, (stream, file) => write({ ...output, stream, file, hasColors: false }));
}

async function writeFile(
  target: string,
  force: boolean,
  write: (stream: Writable, file: string) => Promise<void>,
): Promise<void> {
  const file = `${target}.partial`;
  // Some file systems report a full disk only when the file is flushed.
  const stream = createWriteStream(file, { flags: force ? "w" : "wx", flush: true });
  await once(stream, "open").catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code === "EEXIST"
      ? new UsageError(`${file} exists, from a run that failed. Remove it, or add --force.`)
      : new UsageError(`--output cannot be opened: ${message}`);
  });
  // Each write reports its error.
  stream.on("error", () => undefined);
  try {
    await write(stream, file);
    await finished(stream.end());
    await rename(file, target);
  } catch (error) {
    stream.destroy();
    if (!stream.bytesWritten) await rm(file, { force: true });
    throw error;
  }
}

/** Writes text, and waits until all of it is written. Ctrl-C ends the wait for a slow reader. */
export async function writeText(
  stream: Writable,
  text: string | Uint8Array,
  { signal, progress }: Pick<Run, "signal" | "progress">,
): Promise<void> {
  signal.throwIfAborted();
  if (!text.length) return;
  progress.prepareFor(stream, text);
  await new Promise<void>((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", abort, { once: true });
    stream.write(text, (error) => {
      signal.removeEventListener("abort", abort);
      if (error) reject(error);
      else resolve();
    });
  });
}

/** Writes rows, and counts those that are completely written. */
export class RowWriter<Row> {
  count = 0;
  readonly #stream: Writable;
  readonly #encoding: Encoding<Row>;
  readonly #run: Run;

  constructor({ stream }: Output, encoding: Encoding<Row>, run: Run) {
    this.#stream = stream;
    this.#encoding = { ...encoding };
    this.#run = run;
  }

  async write(rows: readonly Row[]): Promise<void> {
    const before = { count: this.count, bytes: bytesWritten(this.#stream) };
    const { head, encode } = this.#encoding;
    const textOf = (count: number): string => head + encode(rows.slice(0, count), before.count);
    try {
      await writeText(this.#stream, textOf(rows.length), this.#run);
      this.count += rows.length;
      this.#encoding.head = "";
    } catch (error) {
      const bytes = bytesWritten(this.#stream) - before.bytes;
      const ends = rows.map((_row, at) => Buffer.byteLength(textOf(at + 1)));
      this.count += ends.filter((end) => end <= bytes).length;
      throw error;
    }
  }

  async end(): Promise<void> {
    await writeText(this.#stream, this.#encoding.head + this.#encoding.tail, this.#run);
  }
}

/** The number of bytes written to a file. Other streams count accepted bytes, which can still be lost. */
function bytesWritten(stream: Writable): number {
  return stream instanceof WriteStream ? stream.bytesWritten : 0;
}
