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

test("Ctrl-C ends a request at once with code 130", async () => {
  const neverResponds = "globalThis.fetch = () => (console.error('requested'), new Promise(() => {}));";
  const args = ["--import", `data:text/javascript,${encodeURIComponent(neverResponds)}`, CLI, "list"];
  const child = spawn(process.execPath, args, {
    env: { CLOUDFLARE_ACCOUNT_ID: "account", REALTIMEKIT_APP_ID: "app", CLOUDFLARE_API_TOKEN: "s3cret" },
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += String(chunk);
    if (stderr === "requested\n") child.kill("SIGINT");
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect({ code, stderr }).toEqual({ code: 130, stderr: "requested\nrealtimekit-sessions: Interrupted.\n" });
});
