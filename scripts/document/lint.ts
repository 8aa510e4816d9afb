import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What the linter said, and whether it found an error. */
export interface LintReport {
  passed: boolean;
  text: string;
}

const REDOCLY = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));

/**
 * Runs `redocly lint` with a code frame for each problem.
 *
 * @param rules - Arguments that choose the rules: `--config FILE`, or `--extends=SET`.
 */
export function lint(file: string, rules: readonly string[]): Promise<LintReport> {
  return redocly(["lint", file, ...rules]);
}

/** Runs redocly, which reports to its maker unless told not to. */
export function redocly(args: readonly string[]): Promise<LintReport> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [REDOCLY, ...args], {
      env: {
        ...process.env,
        REDOCLY_TELEMETRY: "off",
        REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
        NO_COLOR: "1",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    const collect = (chunk: Buffer): void => {
      text += chunk.toString("utf8");
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (code) => {
      // The box about the end of Node 20 says nothing of the document.
      const lines = text.split("\n").filter((line) => !/^\s*[╔║╚]/.test(line));
      resolve({ passed: code === 0, text: lines.join("\n").trim() });
    });
  });
}
