import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { fakeApiDefaults } from "../../src/testing.js";
import { ENV, runMain } from "./run-main.js";

const { accountId, appId, apiToken } = fakeApiDefaults;
const folder = mkdtempSync(join(tmpdir(), "cli-"));
const env = { ...ENV, CLOUDFLARE_API_TOKEN: undefined };

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs `list` with a token file of this content. */
async function runWithFile(content: string | Buffer) {
  const file = join(folder, "token");
  writeFileSync(file, content);
  return runMain(["list", "--limit", "1", "--token-file", file], { env });
}

describe("credentials", () => {
  test("are read from options if the environment has none", async () => {
    const file = join(folder, "options-token");
    writeFileSync(file, apiToken);
    const options = ["--account-id", accountId, "--app-id", appId, "--token-file", file];
    expect((await runMain(["list", ...options], { env: {} })).code).toBe(0);
  });

  test.each([
    { content: apiToken, encoding: "unchanged" },
    { content: `${apiToken}\r\n`, encoding: "with a line break" },
    { content: `\uFEFF${apiToken}`, encoding: "with a byte order mark" },
  ])("are read from a file, $encoding", async ({ content }) => {
    expect((await runWithFile(content)).code).toBe(0);
  });

  test.each([
    { content: Buffer.from(`\uFEFF${apiToken}`, "utf16le"), encoding: "with a byte order mark" },
    { content: Buffer.from(apiToken, "utf16le"), encoding: "without a byte order mark" },
    { content: Buffer.from(`\uFEFF${apiToken}`, "utf16le").swap16(), encoding: "big endian" },
  ])("in UTF-16 ($encoding) are rejected, and the message names the encoding", async ({ content }) => {
    const { code, stderr } = await runWithFile(content);
    expect(stderr).toBe("realtimekit-sessions: --token-file must be UTF-8, but is probably UTF-16.\n");
    expect(code).toBe(2);
  });

  test("in a file that does not exist are reported without its path, which may be the token", async () => {
    const { code, stderr } = await runMain(["list", "--token-file", "s3cret-t0ken"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "realtimekit-sessions: --token-file cannot be read: ENOENT: no such file or directory.\n",
    );
  });

  test.each([{ content: "" }, { content: " \r\n" }])(
    "in an empty file ($content) are rejected, even if the environment has a token",
    async ({ content }) => {
      const file = join(folder, "empty-token");
      writeFileSync(file, content);
      const { code, stderr, queries } = await runMain(["list", "--token-file", file]);
      expect(stderr).toBe("realtimekit-sessions: --token-file is empty.\n");
      expect({ code, queries }).toEqual({ code: 2, queries: [] });
    },
  );

  test("are read from standard input", async () => {
    const stdin = Readable.from([Buffer.from(`${apiToken}\n`)]);
    expect((await runMain(["list", "--token-file", "-"], { env, stdin })).code).toBe(0);
  });

  test("do not delay Ctrl-C while they are read from standard input", async () => {
    const interrupt = new AbortController();
    const stdin = new Readable({ read: () => undefined });
    const done = runMain(["list", "--token-file", "-"], { stdin, interrupted: interrupt.signal });
    interrupt.abort();
    expect(await done).toMatchObject({ code: 130, stderr: "realtimekit-sessions: Interrupted.\n" });
  });
});
