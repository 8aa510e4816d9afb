import { execFile } from "node:child_process";
import { sampleMemory } from "./process-memory.js";

/** The time and the memory of a command, including its child processes. */
export interface Figures {
  cpuSeconds: number;
  wallSeconds: number;
  /** The peak of the resident memory. */
  megabytes: number;
}

/**
 * Runs a command and measures it. The shell adds up the CPU time of all child processes.
 *
 * @param command - The program and its arguments.
 * @param cwd - The folder in which it runs.
 * @returns The time and the peak memory.
 * @throws Error if the command fails.
 */
export async function measureCommand(command: readonly string[], cwd: string): Promise<Figures> {
  const start = performance.now();
  const args = ["-c", '"$@" >/dev/null 2>&1 || exit 1; times', "sh", ...command];
  const { stdout, megabytes } = await runShell(args, cwd);
  const wallSeconds = (performance.now() - start) / 1000;
  const spent = [...(stdout.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  const cpuSeconds = spent.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return { cpuSeconds, wallSeconds, megabytes };
}

function runShell(args: string[], cwd: string): Promise<{ stdout: string; megabytes: number }> {
  return new Promise((resolve, reject) => {
    const child = execFile("sh", args, { cwd }, (error, stdout) => {
      const megabytes = finish();
      if (error)
        reject(
          new Error(`${args.slice(3).join(" ")} failed. Run it alone to see its output.`, { cause: error }),
        );
      else resolve({ stdout, megabytes });
    });
    const finish = sampleMemory(child.pid ?? 0);
  });
}
