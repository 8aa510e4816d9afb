import { execFile, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

/** The command as `npm run build` made it. */
const CLI = fileURLToPath(new URL("../../dist/src/cli.js", import.meta.url));

const run = promisify(execFile);

test("a reader that has seen enough, as head: the command ends well and says nothing", async () => {
  const line = `set -o pipefail; "${process.execPath}" "${CLI}" list --demo --format csv | head -1`;
  const { stdout, stderr } = await run("bash", ["-c", line]);
  expect(stdout).toMatch(/^id,associated_id,meeting_display_name,.*\r\n$/);
  expect(stderr).toBe("");
});

test("wrong usage: exit code 2, one line, no stack", async () => {
  await expect(run(process.execPath, [CLI, "list", "--statuss", "LIVE"])).rejects.toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/^realtimekit-sessions: there is no flag --statuss\..*\n$/) as string,
  });
});

test("Ctrl-C while an answer is awaited: exit code 130 at once", async () => {
  const neverAnswers = "globalThis.fetch = () => (console.error('asked'), new Promise(() => {}));";
  const args = ["--import", `data:text/javascript,${encodeURIComponent(neverAnswers)}`, CLI, "list"];
  const child = spawn(process.execPath, args, {
    env: { CLOUDFLARE_ACCOUNT_ID: "account", REALTIMEKIT_APP_ID: "app", CLOUDFLARE_API_TOKEN: "s3cret" },
  });
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += String(chunk);
    if (stderr === "asked\n") child.kill("SIGINT");
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect({ code, stderr }).toEqual({ code: 130, stderr: "asked\nrealtimekit-sessions: interrupted\n" });
});
