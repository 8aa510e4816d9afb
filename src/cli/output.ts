import { once } from "node:events";
import { createWriteStream, WriteStream } from "node:fs";
import { realpath, rename, rm, stat } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { createAbortable } from "../http/abort.js";
import { type Chunk, hasColors, type Output, type Run, type Stream, widthOf } from "./context.js";
import { UsageError } from "./usage-error.js";

type Chunks = AsyncIterable<Chunk> | Iterable<Chunk>;

/**
 * Writes the output of a run. A file has a temporary name until it is complete. After a failure, the temporary file
 * remains.
 */
export async function writeOutput(run: Run, chunksOf: (output: Output) => Chunks): Promise<void> {
  const { force = false } = run.options;
  const path = pathOf(run);
  const output = outputOf(run);
  if (path === undefined) return writeChunks(run, run.stdout, chunksOf(output));
  const target = await realpath(path).catch(() => path);
  const existing = await stat(target).catch(() => undefined);
  if (existing && !existing.isFile()) throw new UsageError(`--output ${path} is not a regular file.`);
  if (existing && !force) throw new UsageError(`${path} exists. To replace it, add --force.`);
  const file = `${target}.partial`;
  // Reports invalid columns before the file is opened.
  const chunks = chunksOf({ ...output, file });
  // Some file systems report a full disk only when the file is flushed.
  const stream = createWriteStream(file, { flags: force ? "w" : "wx", flush: true });
  await once(stream, "open").catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") throw new UsageError(`--output cannot be opened: ${message}`);
    throw new UsageError(`${file} exists, from a run that failed. Remove it, or add --force.`);
  });
  // Each write reports its error.
  stream.on("error", () => undefined);
  try {
    await writeChunks(run, stream, chunks);
    await finished(stream.end());
    await rename(file, target);
  } catch (error) {
    stream.destroy();
    if (!stream.bytesWritten) await rm(file, { force: true });
    throw error;
  }
}

/** Returns the path of `--output`; undefined for the standard output, which `-` means, too. */
function pathOf({ options: { output } }: Run): string | undefined {
  return output === "-" ? undefined : output;
}

/** Returns the form of the output for the options and the terminal. */
function outputOf(run: Run): Output {
  const { stdout, env, options } = run;
  const isFile = pathOf(run) !== undefined;
  const isTerminal = !isFile && stdout.isTTY === true;
  const { bom = false, format = isTerminal ? "table" : "ndjson" } = options;
  return { format, bom, width: widthOf(stdout), isTerminal, hasColors: !isFile && hasColors(stdout, env) };
}

/** Writes each part after the one before it, and counts the rows that are completely written. */
async function writeChunks(run: Run, stream: Stream, chunks: Chunks): Promise<void> {
  // Ctrl-C ends a write that waits for a slow reader, but not one to a file, whose bytes would not be counted.
  const signal = stream instanceof WriteStream ? undefined : run.signal;
  for await (const chunk of chunks as AsyncIterable<Chunk>) {
    const [data, rows] = Array.isArray(chunk) ? [chunk.join(""), chunk] : [chunk, []];
    if (!data.length) continue;
    run.signal.throwIfAborted();
    run.progress.clear();
    const { bytesWritten: start = 0 } = stream;
    const error = await createAbortable<Error | null | undefined>(signal, (resolve) => {
      stream.write(data, resolve);
      return () => undefined;
    });
    let left = error ? (stream.bytesWritten ?? 0) - start : Infinity;
    run.count += rows.filter((row) => (left -= Buffer.byteLength(row)) >= 0).length;
    if (error) throw error;
  }
}
