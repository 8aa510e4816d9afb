import { once } from "node:events";
import { createWriteStream, WriteStream } from "node:fs";
import { realpath, rename, rm, stat } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { createAbortable } from "../http/abort.js";
import type { Chunks, Run, Stream } from "./context.js";
import { removeControls } from "./table.js";

const PARTIAL = ".partial";

/** Opens the output. A file has a temporary name until it is complete. */
export async function openOutput(run: Run): Promise<Stream> {
  const { output: path, force = false } = run.options;
  if (path === undefined) return run.stdout;
  const target = await realpath(path).catch(() => path);
  const file = target + PARTIAL;
  for (const each of [target, file]) {
    const existing = await stat(each).catch(() => undefined);
    if (existing && !existing.isFile()) throw new Error(`${each} is not a regular file.`);
    if (existing && !force) throw new Error(`${each} exists. To replace it, add --force.`);
  }
  // Some file systems report a full disk only when the file is flushed.
  const stream = createWriteStream(file, { flags: force ? "w" : "wx", flush: true });
  await once(stream, "open");
  // Each write reports its error.
  stream.on("error", () => undefined);
  run.file = file;
  return stream;
}

/** Writes an output. After a failure, the temporary file remains, unless it is empty. */
export async function writeOutput(run: Run, stream: Stream, chunks: Chunks): Promise<void> {
  const { file } = run;
  if (file === undefined) return writeChunks(run, stream, chunks);
  try {
    await writeChunks(run, stream, chunks);
    await finished(stream.end());
    await rename(file, file.slice(0, -PARTIAL.length));
  } catch (error) {
    stream.destroy();
    if (!stream.bytesWritten) await rm(file, { force: true });
    throw error;
  }
}

/** Writes each part after the one before it, and counts the rows that are completely written. */
async function writeChunks(run: Run, stream: Stream, chunks: Chunks): Promise<void> {
  // Ctrl-C ends a write that waits for a slow reader, but not one to a file, whose bytes would not be counted.
  const signal = stream instanceof WriteStream ? undefined : run.signal;
  // The only control characters of a table are those of its style.
  const isPrintable = !stream.isTTY || run.options.format === "table";
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    const [data, rows] = Array.isArray(chunk) ? [chunk.join(""), chunk] : [chunk, []];
    if (!data.length) continue;
    run.signal.throwIfAborted();
    run.progress.clear();
    const text = typeof data === "string" ? data : decoder.decode(data, { stream: true });
    const { bytesWritten: start = 0 } = stream;
    const error = await createAbortable<Error | null | undefined>(signal, (resolve) => {
      stream.write(isPrintable ? data : removeControls(text), resolve);
      return () => undefined;
    });
    let left = error ? (stream.bytesWritten ?? 0) - start : Infinity;
    run.count += rows.filter((row) => (left -= Buffer.byteLength(row)) >= 0).length;
    if (error) throw error;
  }
}
