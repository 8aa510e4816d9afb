import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { RedoclyRun } from "../../scripts/document/lint.js";

/** A process that runs redocly's `diff` again and again, one at a time. */
export class RedoclyChild {
  readonly #child: ChildProcess;
  #turn: Promise<unknown> = Promise.resolve();

  constructor() {
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    this.#child = fork(fileURLToPath(new URL("redocly-runner.js", import.meta.url)), {
      env,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
  }

  /** Runs redocly, after the runs that were asked for before. */
  readonly run = (args: readonly string[]): Promise<RedoclyRun> => {
    const result = this.#turn.then(() => this.#runNow(args));
    this.#turn = result;
    return result;
  };

  stop(): void {
    this.#child.kill();
  }

  #runNow(args: readonly string[]): Promise<RedoclyRun> {
    return new Promise((resolve, reject) => {
      const ended = (): void => {
        reject(new Error(`redocly ended while it ran: ${args.join(" ")}`));
      };
      this.#child.once("exit", ended);
      this.#child.once("message", () => {
        this.#child.off("exit", ended);
        resolve({ passed: true, text: "" });
      });
      this.#child.send(args);
    });
  }
}
