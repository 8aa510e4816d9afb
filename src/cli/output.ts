import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { realpath, rename, rm, stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { abortable } from "../http/abort.js";
import type { Parameters } from "../operation.js";
import type { Run } from "./context.js";
import { hasColors, widthOf } from "./terminal.js";
import { type Format, FORMATS } from "./formats.js";
import { UsageError } from "./options.js";

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

/** The parts of an output. A generator continues after its part is written. */
export type Chunks = AsyncIterable<Chunk> | Iterable<Chunk>;
type Chunk = string | Uint8Array;

/**
 * Writes the output of a run. A file has a temporary name until it is complete. After a failure, the temporary file
 * remains.
 */
export async function writeOutput(run: Run, chunksOf: (output: Output) => Chunks): Promise<void> {
  const { output: path, force = false } = run.options;
  const output = outputOf(run);
  if (path === undefined) return writeChunks(run, run.stdout, chunksOf(output));
  const target = await realpath(path).catch(() => path);
  const existing = await stat(target).catch(() => undefined);
  if (existing && !existing.isFile()) throw new UsageError(`--output ${path} is not a regular file.`);
  if (existing && !force) throw new UsageError(`${path} exists. To replace it, add --force.`);
  const file = `${target}.partial`;
  const stream = await createFile(file, force);
  try {
    await writeChunks(run, stream, chunksOf({ ...output, file }));
    await finished(stream.end());
    await rename(file, target);
  } catch (error) {
    stream.destroy();
    if (!stream.bytesWritten) await rm(file, { force: true });
    throw error;
  }
}

function outputOf({ stdout, env, options }: Run): Output {
  const { json, bom = false, format: chosen, output: path } = options;
  const isTerminal = path === undefined && stdout.isTTY === true;
  const extension = extname(path ?? "").toLowerCase();
  const known = FORMATS.find((each) => `.${each}` === extension);
  const format = json ? "json" : (chosen ?? known ?? (isTerminal ? "table" : "ndjson"));
  if (json && chosen) throw new UsageError("--json and --format exclude each other.");
  if (bom && format !== "csv") throw new UsageError("--bom needs --format csv.");
  const isColored = path === undefined && hasColors(stdout, env);
  return { format, bom, width: widthOf(stdout), isTerminal, hasColors: isColored };
}

async function createFile(file: string, force: boolean) {
  // Some file systems report a full disk only when the file is flushed.
  const stream = createWriteStream(file, { flags: force ? "w" : "wx", flush: true });
  await once(stream, "open").catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      code === "EEXIST"
        ? `${file} exists, from a run that failed. Remove it, or add --force.`
        : `--output cannot be opened: ${message}`,
    );
  });
  // Each write reports its error.
  return stream.on("error", () => undefined);
}

/** Writes each part after the one before it. Ctrl-C also ends a write that waits for a slow reader. */
async function writeChunks({ signal, progress }: Run, stream: Writable, chunks: Chunks): Promise<void> {
  for await (const chunk of chunks as AsyncIterable<Chunk>) {
    if (!chunk.length) continue;
    progress.prepareFor(stream, chunk);
    const error = await abortable<unknown>(signal, (resolve) => {
      stream.write(chunk, resolve);
      return () => undefined;
    });
    if (error) throw error as Error;
  }
}
