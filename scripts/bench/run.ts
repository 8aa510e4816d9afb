import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../project-folder.js";

/** The folder of the other clients. Its own lockfile keeps the install of this project small. */
export const bench = join(root, "bench");

/**
 * Runs a program of bench/ in a separate process, and parses its output.
 *
 * @param program - The name of the file in bench/.
 * @param argument - The argument of the program. A value that is not a text is passed as JSON.
 * @param flags - The flags of Node.
 * @returns The parsed output.
 */
export async function runProgram(program: string, argument: unknown, ...flags: string[]): Promise<unknown> {
  const text = typeof argument === "string" ? argument : JSON.stringify(argument);
  const args = [...flags, join(bench, program), text];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}

/**
 * Serves a list over loopback while a function runs.
 *
 * @param pages - The number of full pages of the list.
 * @param use - Receives the URL of the server.
 * @returns The result of the function.
 */
export async function runWithServer<Result>(
  pages: number,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  const server = spawn(process.execPath, [join(bench, "server.js"), String(pages)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const port = await new Promise<string>((resolve, reject) => {
      server.once("error", reject);
      server.once("exit", () => {
        reject(new Error("The server ended before it listened. Its output is above."));
      });
      server.stdout.once("data", (data: Buffer) => {
        resolve(data.toString().trim());
      });
    });
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    server.kill();
  }
}
