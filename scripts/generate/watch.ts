import { unwatchFile, watchFile } from "node:fs";

const INTERVAL_MS = 200;

export interface WatchOptions {
  /** The polling interval in milliseconds. */
  intervalMs?: number;
  /** Ends the watch. */
  signal?: AbortSignal;
}

/**
 * Runs a step, and again whenever one of its files changes. Files are polled, because editors replace
 * a file to save it.
 *
 * @param step - Returns the paths of the files that it read.
 */
export async function watchFiles(
  step: () => Promise<readonly string[]>,
  { intervalMs = INTERVAL_MS, signal }: WatchOptions = {},
): Promise<void> {
  while (!signal?.aborted) {
    const files = await step();
    await changeOf(files, intervalMs, signal);
  }
}

/** Resolves when one of the files changes, or when the watch ends. */
function changeOf(files: readonly string[], interval: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      for (const file of files) unwatchFile(file, end);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    signal?.addEventListener("abort", end);
    for (const file of files) watchFile(file, { interval }, end);
  });
}
