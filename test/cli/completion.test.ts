import { describe, expect, test } from "vitest";
import { runMain } from "./run-main.js";

async function complete(...words: string[]): Promise<string[]> {
  const { stdout } = await runMain(["completion", "bash", "--", ...words]);
  return stdout.split("\n").slice(0, -1);
}

describe("completion", () => {
  test.each([
    {
      words: [""],
      found: [
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
    { words: ["su"], found: ["summary"] },
    { words: ["list", "--st"], found: ["--start-time", "--status"] },
    { words: ["list", "--si"], found: ["--since"] },
    { words: ["list", "--status", ""], found: ["LIVE", "ENDED"] },
    { words: ["list", "--status", "li"], found: ["LIVE"] },
    { words: ["list", "--demo", "--he"], found: ["--help"] },
    { words: ["list", "--output", ""], found: [] },
    { words: ["summary", "--by", "m"], found: ["month", "meeting"] },
    { words: ["completion", ""], found: ["bash", "zsh", "fish", "--help"] },
  ])("of $words offers $found", async ({ words, found }) => {
    expect(await complete(...words)).toEqual(found);
  });

  test.each(["bash", "zsh", "fish"])("writes a script for %s that calls the command", async (shell) => {
    const { code, stdout } = await runMain(["completion", shell]);
    expect(stdout).toContain(`realtimekit-sessions completion ${shell} -- `);
    expect(code).toBe(0);
  });

  test("rejects another shell", async () => {
    const { code, stderr } = await runMain(["completion", "cmd"]);
    expect(stderr).toContain("Allowed choices are bash, zsh, fish.");
    expect(code).toBe(2);
  });
});
