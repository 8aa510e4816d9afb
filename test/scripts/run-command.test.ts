import { parseArgs } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { SpecError } from "../../scripts/problem.js";
import { runCommand, UsageError } from "../../scripts/run-command.js";
import { getThrown } from "../thrown.js";

describe("runCommand", () => {
  const exitCodeBefore = process.exitCode;
  afterEach(() => {
    process.exitCode = exitCodeBefore;
    vi.restoreAllMocks();
  });

  test("sets the returned exit code, and prints nothing", async () => {
    const consoleError = vi.spyOn(console, "error").mockReturnValue();
    await runCommand(() => Promise.resolve(3));
    expect(process.exitCode).toBe(3);
    expect(consoleError).not.toHaveBeenCalled();
  });

  test.for<{ what: string; error: unknown; code: number; message: string }>([
    {
      what: "exits with 1 for an invalid document",
      error: new SpecError([{ location: { file: "rooms.yaml", line: 2 }, message: "must be an object" }]),
      code: 1,
      message: "rooms.yaml:2 must be an object",
    },
    {
      what: "exits with 2 for a usage error",
      error: new UsageError("Unknown option --host."),
      code: 2,
      message: "Unknown option --host.",
    },
    {
      what: "exits with 2 for an option that parseArgs does not support",
      error: getThrown(() => parseArgs({ args: ["--host"], options: {} })),
      code: 2,
      message: "Unknown option '--host'",
    },
  ])("prints the message without a stack and $what", async ({ error, code, message }) => {
    const consoleError = vi.spyOn(console, "error").mockReturnValue();
    await runCommand(() => {
      throw error;
    });
    expect(process.exitCode).toBe(code);
    expect(consoleError.mock.calls).toEqual([[message]]);
  });

  test("rethrows any other error, which is a bug", async () => {
    const bug = new TypeError("rooms is undefined");
    await expect(runCommand(() => Promise.reject(bug))).rejects.toBe(bug);
  });

  test("throws usage errors with their own name", () => {
    expect(String(new UsageError("Unknown option --host."))).toBe("UsageError: Unknown option --host.");
  });
});
