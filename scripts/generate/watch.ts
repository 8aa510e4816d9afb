import { statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const INTERVAL_MS = 200;

/** The options of {@link watchFiles}. */
export interface WatchOptions {
  /** The polling interval in milliseconds. @default 200 */
  intervalMs?: number;
  /** Ends the watch. @default no signal */
  signal?: AbortSignal;
}

/** The states of files by path. */
type States = ReadonlyMap<string, string>;

/**
 * Runs a step, and runs it again whenever one of its files changes, also during the step. Files are polled, because
 * editors replace a file to save it.
 *
 * @param firstFile - The file that the first step certainly reads.
 * @param step - Returns the paths of the files that it read or looked for.
 * @param options - The interval between two polls, and a signal to end.
 */
export async function watchFiles(
  firstFile: string,
  step: () => Promise<readonly string[]>,
  { intervalMs = INTERVAL_MS, signal }: WatchOptions = {},
): Promise<void> {
  let files: readonly string[] = [firstFile];
  while (!signal?.aborted) {
    // A file may have been written in the same millisecond, before the start.
    const startedAtMs = Date.now() + 1;
    const statesBefore = readStates(files);
    files = await step();
    // A file that the step reads for the first time has no earlier state.
    const states = new Map(
      files.map((file) => [file, statesBefore.get(file) ?? readState(file, startedAtMs)]),
    );
    await waitForChange(states, intervalMs, signal);
  }
}

/** Resolves when one of the files has another state, or when the watch ends. */
async function waitForChange(states: States, intervalMs: number, signal?: AbortSignal): Promise<void> {
  const isChanged = (): boolean => [...states].some(([file, state]) => readState(file) !== state);
  while (!signal?.aborted && !isChanged())
    await wait(intervalMs, undefined, { signal }).catch((error: unknown) => {
      if (!signal?.aborted) throw error;
    });
}

function readStates(files: readonly string[]): States {
  return new Map(files.map((file) => [file, readState(file)]));
}

/** Returns the state of a file: its time of modification, its size and its inode. */
function readState(file: string, beforeMs = Infinity): string {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return mtimeMs < beforeMs ? `${mtimeMs} ${size} ${ino}` : "modified";
  } catch (error) {
    // The message has the code and the path. A missing file stays the same until it is there.
    return String(error);
  }
}
