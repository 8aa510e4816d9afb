import { execFile, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** The command as `npm run build` made it. */
const CLI = fileURLToPath(new URL("../../dist/src/cli.js", import.meta.url));
const run = promisify(execFile);

test("list ends without a message when the reader closes the pipe", async () => {
  const line = `set -o pipefail; "${process.execPath}" "${CLI}" list --demo --format csv | head -1`;
  const { stdout, stderr } = await run("bash", ["-c", line]);
  expect(stdout).toMatch(/^id,associated_id,created_at,.*\r\n$/);
  expect(stderr).toBe("");
});

test("summary fails on a full device", async () => {
  const line = `exec "${process.execPath}" "${CLI}" summary --demo > /dev/full`;
  await expect(run("bash", ["-c", line])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("The output cannot be written: ENOSPC") as string,
  });
});

test("a usage error ends with code 2, one line and no stack", async () => {
  await expect(run(process.execPath, [CLI, "completion", "cmd"])).rejects.toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/^realtimekit-sessions: .*\n$/) as string,
  });
});

/** Starts `list` with another `fetch`. */
function spawnList(fetch: string) {
  const replacement = encodeURIComponent(`globalThis.fetch = ${fetch}`);
  return spawn(process.execPath, ["--import", `data:text/javascript,${replacement}`, CLI, "list"], {
    env: { CLOUDFLARE_ACCOUNT_ID: "account", REALTIMEKIT_APP_ID: "app", CLOUDFLARE_API_TOKEN: "s3cret" },
  });
}

test("Ctrl-C ends a request at once with code 130", async () => {
  const child = spawnList("() => (console.error('requested'), new Promise(() => {}))");
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += String(chunk);
    if (stderr === "requested\n") child.kill("SIGINT");
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect({ code, stderr }).toEqual({ code: 130, stderr: "requested\nrealtimekit-sessions: Interrupted.\n" });
});

test("Ctrl-C ends a write to a pipe that nobody reads", async () => {
  const session = '{ id: "a", meeting_display_name: "x".repeat(1e6) }';
  const child = spawnList(`async () => Response.json({ success: true, data: { sessions: [${session}] } })`);
  // Only the first bytes are read.
  child.stdout.once("readable", () => child.kill("SIGINT"));
  const code = await new Promise((resolve) => child.once("exit", resolve));
  expect(code).toBe(130);
});
