import { readFileSync } from "node:fs";

const PAGE_BYTES = 4096;

/**
 * Samples the resident memory of a process and of all that it starts, together, as Linux counts it. Pages that they
 * share count for each.
 *
 * @returns A function that ends the sampling, and returns the peak in MB.
 */
export function sampleMemory(pid: number): () => number {
  let peak = 0;
  const timer = setInterval(() => {
    const bytes = processTree(pid).reduce((sum, each) => sum + residentBytes(each), 0);
    peak = Math.max(peak, bytes);
  }, 20);
  return () => {
    clearInterval(timer);
    return peak / 1e6;
  };
}

function processTree(pid: number): number[] {
  const children = readProc(`${pid}/task/${pid}/children`).trim().split(" ").filter(Boolean);
  return [pid, ...children.flatMap((child) => processTree(Number(child)))];
}

function residentBytes(pid: number): number {
  return Number(readProc(`${pid}/statm`).split(" ")[1] ?? 0) * PAGE_BYTES;
}

/** Reads a file about a process; a process that has ended has none. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    return "";
  }
}
