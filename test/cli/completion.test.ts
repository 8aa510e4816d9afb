import { describe, expect, test } from "vitest";
import { runMain } from "./run-main.js";

/** Completes a line as bash does: by the command of the script, with three words, and the line in the environment. */
async function complete(...words: string[]): Promise<string[]> {
  const name = "realtimekit-sessions";
  const { stdout: script } = await runMain(["completion", "bash"]);
  const [, command = ""] = /-C 'realtimekit-sessions (.*)'/.exec(script) ?? [];
  const line = [name, ...words].join(" ");
  const env = { COMP_LINE: `${line} after the cursor`, COMP_POINT: String(line.length) };
  const [previous = name, last = ""] = [name, ...words].slice(-2);
  const { stdout } = await runMain([...command.split(" "), name, last, previous], { env });
  return stdout.split("\n").slice(0, -1);
}

describe("completion", () => {
  test.each([
    {
      words: [""],
      offered: [
        "list",
        "summary",
        "get",
        "participants",
        "chat",
        "transcript",
        "doctor",
        "mcp",
        "completion",
        "help",
      ],
    },
    { words: ["su"], offered: ["summary"] },
    { words: ["list", "--st"], offered: ["--start-time", "--status"] },
    { words: ["list", "--si"], offered: ["--since"] },
    { words: ["list", "--status", ""], offered: ["LIVE", "ENDED"] },
    { words: ["list", "--status", "li"], offered: ["LIVE"] },
    { words: ["list", "", "--status", "", "li"], offered: ["LIVE"] },
    { words: ["list", "--status=li"], offered: ["LIVE"] },
    { words: ["--status", "live", "li"], offered: ["list"] },
    { words: ["list", "--search", "summary", "--st"], offered: ["--start-time", "--status"] },
    { words: ["--search", "list", "su"], offered: ["summary"] },
    { words: ["help", "su"], offered: ["summary"] },
    { words: ["list"], offered: ["list"] },
    { words: ["list", "--demo", "--he"], offered: ["--help"] },
    { words: ["list", "--output", ""], offered: [] },
    { words: ["summary", "--by", "m"], offered: ["month", "meeting"] },
    { words: ["completion", ""], offered: ["bash", "zsh", "fish", "--help"] },
  ])("of $words offers $offered", async ({ words, offered }) => {
    expect(await complete(...words)).toEqual(offered);
  });

  test("of a line without a cursor is that of its end", async () => {
    const env = { COMP_LINE: "realtimekit-sessions list --status l" };
    expect((await runMain(["completion", "fish"], { env })).stdout).toBe("LIVE\n");
  });

  test.each(["bash", "zsh", "fish"])("writes a script for %s that calls the command", async (shell) => {
    const { code, stdout } = await runMain(["completion", shell]);
    expect(stdout).toContain("realtimekit-sessions completion ");
    expect(code).toBe(0);
  });

  test.each([
    {
      args: ["cmd"],
      message:
        "Command-argument value is invalid for argument shell. Allowed choices are bash, zsh, fish. See: ",
    },
    { args: ["bash", "list"], message: "Too many arguments for completion." },
  ])("of $args is rejected", async ({ args, message }) => {
    const { code, stderr } = await runMain(["completion", ...args]);
    expect(stderr).toContain(`realtimekit-sessions: ${message}`);
    expect(code).toBe(2);
  });
});
