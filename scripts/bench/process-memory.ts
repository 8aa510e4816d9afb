import { readFileSync } from "node:fs";

/** The size of a memory page of Linux on x86-64 and most other machines. */
const PAGE_BYTES = 4096;

/**
 * Samples the total resident memory of a process and its child processes, as Linux counts it. Shared pages count for
 * each process.
 *
 * @param pid - The id of the process.
 * @returns A function that ends the sampling, and returns the peak in MB.
 */
export function sampleMemory(pid: number): () => number {
  let peak = 0;
  const timer = setInterval(() => {
    const bytes = listProcessTree(pid).reduce((sum, processId) => sum + readResidentBytes(processId), 0);
    peak = Math.max(peak, bytes);
  }, 20);
  return () => {
    clearInterval(timer);
    return peak / 1e6;
  };
}

function listProcessTree(pid: number): number[] {
  const children = readProc(`${pid}/task/${pid}/children`).trim().split(" ").filter(Boolean);
  return [pid, ...children.flatMap((child) => listProcessTree(Number(child)))];
}

function readResidentBytes(pid: number): number {
  return Number(readProc(`${pid}/statm`).split(" ")[1] ?? 0) * PAGE_BYTES;
}

/** Reads a file about a process. Returns an empty text if the process has ended. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    return "";
  }
}
