import fs from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterAll, describe, expect, test, vi } from "vitest";
import { createFakeApi, type FakeApi } from "../../src/testing.js";
import { createFailingStream, createRecorder, createRefusingApi, runMain, SESSIONS } from "./run-main.js";

const folder = fs.mkdtempSync(join(tmpdir(), "cli-"));
let files = 0;

afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

function createFilePath(ending = ""): string {
  return join(folder, `file-${++files}${ending}`);
}

/** Creates a stream to a disk with a number of free bytes. Each write stores at most 10,000 bytes. */
function createNearlyFullStream(file: string, bytes: number): fs.WriteStream {
  let left = bytes;
  type Done = (error: Error | null, count?: number, buffer?: Buffer) => void;
  const write = (
    fd: number,
    buffer: Buffer,
    offset: number,
    length: number,
    at: number,
    done: Done,
  ): void => {
    const count = Math.min(left, length, 10_000);
    left -= count;
    if (count) fs.write(fd, buffer, offset, count, at, done);
    else done(Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }));
  };
  return fs.createWriteStream(file, { fs: { open: fs.open, close: fs.close, write } });
}

const LINES = SESSIONS.map((session) => `${JSON.stringify(session)}\n`);

describe("a full disk", () => {
  /** Returns the size of the first sessions in bytes. */
  const countBytes = (count: number): number => Buffer.byteLength(LINES.slice(0, count).join(""));

  test.each([
    { left: countBytes(137) + 10, count: 137, page: 2, known: 37 },
    { left: countBytes(138) - 1, count: 137, page: 2, known: 37 },
    { left: countBytes(138), count: 138, page: 2, known: 38 },
    { left: countBytes(250) - 1, count: 249, page: 3, known: 49 },
  ])(
    "after $left bytes fails with the number of sessions that are written",
    async ({ left, count, page, known }) => {
      const file = createFilePath();
      const { code, stderr } = await runMain(["list"], { stdout: createNearlyFullStream(file, left) });
      expect(fs.readFileSync(file, "utf8").split("\n").length - 1).toBe(count);
      expect(stderr).toBe(
        "realtimekit-sessions: The output cannot be written: ENOSPC: no space left on device, write\n" +
          `${count} sessions are written. To resume, run the same command with --page-no ${page}. ` +
          `The first ${known} sessions of that page are already written.\n`,
      );
      expect(code).toBe(1);
    },
  );

  test("at the end of a page is followed by a hint to resume at the next page", async () => {
    const { stderr } = await runMain(["list", "--limit", "220"], {
      stdout: createNearlyFullStream(createFilePath(), countBytes(200)),
    });
    expect(stderr).toMatch(/\n200 sessions are written\. To resume, .* with --page-no 3 --limit 20\.\n$/);
  });

  test("on the first page is reported without a hint to resume", async () => {
    const { stderr } = await runMain(["list"], {
      stdout: createNearlyFullStream(createFilePath(), countBytes(7)),
    });
    expect(stderr).toMatch(/, write\n7 sessions are written\.\n$/);
  });

  test("on the page of --page-no is followed by a hint to resume at this page", async () => {
    const left = countBytes(102) - countBytes(100);
    const stdout = createNearlyFullStream(createFilePath(), left);
    const { stderr } = await runMain(["list", "--page-no", "2"], { stdout });
    expect(stderr).toMatch(/with --page-no 2\. The first 2 sessions of that page are already written\.\n$/);
  });

  test.each(["csv", "json", "table"])("counts only the complete rows of %s", async (format) => {
    const { stdout } = await runMain(["list", "--format", format]);
    const start = stdout.indexOf(SESSIONS[120]?.id ?? "");
    const stream = createNearlyFullStream(createFilePath(), Buffer.byteLength(stdout.slice(0, start)));
    const { stderr } = await runMain(["list", "--format", format], { stdout: stream });
    expect(stderr).toContain("\n120 sessions are written.");
  });

  test.each([["list"], ["summary"], ["help"], ["--version"], ["completion", "bash"]])(
    "from the start fails the command %s",
    async (...args) => {
      const { code, stderr } = await runMain(args, { stdout: createFailingStream("ENOSPC") });
      expect(stderr).toBe("realtimekit-sessions: The output cannot be written: write ENOSPC\n");
      expect(code).toBe(1);
    },
  );
});

test("a disk that stores a large write in small parts gets the whole output", async () => {
  const file = createFilePath();
  expect(await runMain(["list"], { stdout: createNearlyFullStream(file, Infinity) })).toMatchObject({
    code: 0,
    stderr: "",
  });
  expect(fs.readFileSync(file, "utf8")).toBe(LINES.join(""));
});

describe("a slow or closed reader", () => {
  test("delays the request for the next page", async () => {
    const stdout = new PassThrough({ highWaterMark: 1 });
    const api = createFakeApi({ sessions: SESSIONS });
    let requests = 0;
    const done = runMain(["list"], {
      stdout,
      api: (input, init) => {
        requests++;
        return api(input, init);
      },
    });
    await new Promise<void>((resolve) => stdout.once("readable", resolve));
    const early = requests;
    stdout.resume();
    expect((await done).code).toBe(0);
    expect({ early, all: requests }).toEqual({ early: 1, all: 4 });
  });

  test("does not delay Ctrl-C", async () => {
    const interrupt = new AbortController();
    const stdout = new Writable({
      write() {
        interrupt.abort();
      },
    });
    const { code, stderr } = await runMain(["list"], { stdout, interrupted: interrupt.signal });
    expect(stderr).toMatch(/^realtimekit-sessions: Interrupted\.\n/);
    expect(code).toBe(130);
  });

  test("that closed the pipe ends the requests without a message", async () => {
    const { code, stderr, queries } = await runMain(["list"], { stdout: createFailingStream("EPIPE") });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(queries.length).toBeLessThan(3);
  });

  test("that closes the pipe during a request ends the request", async () => {
    const { stream: stdout } = createRecorder();
    const api: FakeApi = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => {
          reject(new Error("aborted"));
        });
        stdout.destroy(Object.assign(new Error("EPIPE"), { code: "EPIPE" }));
      });
    expect(await runMain(["list"], { stdout, api })).toMatchObject({ code: 0, stderr: "" });
  });

  test("that closes the pipe ends the server for assistants without a message", async () => {
    const { stream: stdout } = createRecorder();
    const done = runMain(["mcp", "--demo"], { stdin: new PassThrough(), stdout });
    stdout.destroy(Object.assign(new Error("EPIPE"), { code: "EPIPE" }));
    expect(await done).toMatchObject({ code: 0, stderr: "" });
  });

  test("of the error output does not change the exit code", async () => {
    expect((await runMain(["lst"], { stderr: createFailingStream("EPIPE") })).code).toBe(2);
  });
});

describe("--output", () => {
  test("- is the standard output", async () => {
    const { stdout } = await runMain(["get", SESSIONS[4]?.id ?? "", "--output", "-"]);
    expect(JSON.parse(stdout)).toEqual(SESSIONS[4]);
  });

  test("writes only the file", async () => {
    const file = createFilePath();
    expect(await runMain(["list", "--output", file])).toMatchObject({ code: 0, stdout: "", stderr: "" });
    expect(fs.readFileSync(file, "utf8")).toBe(LINES.join(""));
    expect(fs.existsSync(`${file}.partial`)).toBe(false);
  });

  test.each([
    { ending: ".csv", begins: "id,associated_id," },
    { ending: ".CSV", begins: "id,associated_id," },
    { ending: ".json", begins: '[\n{"id":' },
    { ending: ".ndjson", begins: '{"id":' },
    { ending: ".Json", begins: '[\n{"id":' },
    { ending: ".jsonl", begins: '{"id":' },
  ])("with the ending $ending has this format by default, also on a terminal", async ({ ending, begins }) => {
    const file = createFilePath(ending);
    await runMain(["list", "--output", file], { tty: { isTTY: true } });
    expect(fs.readFileSync(file, "utf8").startsWith(begins)).toBe(true);
  });

  test.each([{ args: ["list"] }, { args: ["summary"] }, { args: ["transcript", "id"] }])(
    "with an unknown extension is rejected by $args",
    async ({ args }) => {
      const file = createFilePath(".xlsx");
      const { code, stderr, queries } = await runMain([...args, "--output", file]);
      expect(stderr).toContain(`--output ${file} has an unknown extension. Add --format.`);
      expect({ code, queries }).toEqual({ code: 2, queries: [] });
      expect(fs.readdirSync(folder)).not.toContain(basename(`${file}.partial`));
    },
  );

  test("with the extension .vtt requests a transcript in this format", async () => {
    const file = createFilePath(".vtt");
    await runMain(["transcript", SESSIONS[4]?.id ?? "", "--output", file]);
    expect(fs.readFileSync(file, "utf8")).toMatch(/^WEBVTT/);
  });

  test("of a chat can have any extension", async () => {
    const { code } = await runMain(["chat", SESSIONS[4]?.id ?? "", "--output", createFilePath(".txt")]);
    expect(code).toBe(0);
  });

  test("can have any extension with --format or --json", async () => {
    const [file, other] = [createFilePath(".txt"), createFilePath(".txt")];
    expect((await runMain(["list", "--output", file, "--format", "csv"])).code).toBe(0);
    expect((await runMain(["list", "--output", other, "--json"])).code).toBe(0);
    expect(fs.readFileSync(file, "utf8")).toMatch(/^id,/);
    expect(fs.readFileSync(other, "utf8")).toMatch(/^\[/);
  });

  test("has no colors and keeps control characters", async () => {
    const file = createFilePath();
    const [session] = SESSIONS;
    const api = createFakeApi({ sessions: session ? [{ ...session, meeting_display_name: "\u009B" }] : [] });
    await runMain(["list", "--output", file], { api, tty: { isTTY: true } });
    expect(fs.readFileSync(file, "utf8")).toContain('"\u009B"');
    await runMain(["list", "--output", file, "--force", "--format", "table"], { tty: { isTTY: true } });
    expect(fs.readFileSync(file, "utf8")).not.toContain("\u001B");
  });

  test("rejects a file that exists, before a request is sent", async () => {
    // The name of a client option in a path is not replaced.
    const file = createFilePath(" accountId.csv");
    fs.writeFileSync(file, "old");
    const { code, stderr, queries } = await runMain(["list", "--output", file]);
    expect(stderr).toBe(`realtimekit-sessions: ${file} exists. To replace it, add --force.\n`);
    expect({ code, queries }).toEqual({ code: 2, queries: [] });
    expect(fs.readFileSync(file, "utf8")).toBe("old");
  });

  test("replaces the file behind a link with --force", async () => {
    const [file, link] = [createFilePath(), createFilePath()];
    fs.writeFileSync(file, "old");
    fs.symlinkSync(file, link);
    expect((await runMain(["list", "--output", link, "--force"])).code).toBe(0);
    expect(fs.readFileSync(file, "utf8")).toBe(LINES.join(""));
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
  });

  test.each([
    { path: () => folder, message: "is not a regular file." },
    { path: () => join(folder, "missing", "file"), message: "The output cannot be written: ENOENT" },
  ])("rejects a path that cannot become a file: $message", async ({ path, message }) => {
    const { code, stderr } = await runMain(["list", "--output", path(), "--force"]);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  test("keeps the old file and a partial file after a failure", async () => {
    const file = createFilePath();
    fs.writeFileSync(file, "old");
    const { code, stderr } = await runMain(["list", "--output", file, "--force"], {
      api: createRefusingApi("3", 403),
    });
    expect(stderr).toContain(
      `200 sessions are written to ${file}.partial. To resume, run the same command with --page-no 3 and another --output.\n`,
    );
    expect(code).toBe(1);
    expect(fs.readFileSync(file, "utf8")).toBe("old");
    expect(fs.readFileSync(`${file}.partial`, "utf8")).toBe(LINES.slice(0, 200).join(""));
  });

  test("refuses to overwrite the partial file of a failed run", async () => {
    const file = createFilePath();
    fs.writeFileSync(`${file}.partial`, "rows");
    const { code, stderr } = await runMain(["list", "--output", file]);
    expect(stderr).toContain(`${file}.partial exists. To replace it, add --force.`);
    expect(code).toBe(2);
    expect(fs.readFileSync(`${file}.partial`, "utf8")).toBe("rows");
  });

  test("replaces the partial file of a failed run with --force", async () => {
    const file = createFilePath();
    fs.writeFileSync(`${file}.partial`, "rows");
    expect((await runMain(["list", "--output", file, "--force"])).code).toBe(0);
    expect(fs.readFileSync(file, "utf8")).toBe(LINES.join(""));
    expect(fs.existsSync(`${file}.partial`)).toBe(false);
  });

  test("keeps the partial file of a failed run if an option is invalid, also with --force", async () => {
    const file = createFilePath();
    fs.writeFileSync(`${file}.partial`, "rows");
    const { code } = await runMain(["list", "--output", file, "--force", "--columns", "statsu"]);
    expect(code).toBe(2);
    expect(fs.readFileSync(`${file}.partial`, "utf8")).toBe("rows");
  });

  test("fails if only the flush shows that the disk is full", async () => {
    const file = createFilePath();
    const flush = vi.spyOn(fs, "fsync").mockImplementation((_fd, done) => {
      done(Object.assign(new Error("ENOSPC: no space left on device, fsync"), { code: "ENOSPC" }));
    });
    const { code, stderr } = await runMain(["list", "--output", file]);
    flush.mockRestore();
    expect(stderr).toContain("The output cannot be written: ENOSPC: no space left on device, fsync\n");
    expect(code).toBe(1);
    expect(fs.existsSync(file)).toBe(false);
  });

  test("keeps the complete pages in a partial file if the disk is full", async () => {
    const file = createFilePath();
    const { write } = fs;
    let writes = 0;
    const spy = vi.spyOn(fs, "write").mockImplementation((fd: number, ...args: unknown[]) => {
      const done = args.at(-1) as (error: Error) => void;
      if (++writes < 3) Reflect.apply(write, fs, [fd, ...args]);
      else done(Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }));
    });
    const { code, stderr } = await runMain(["list", "--output", file]);
    spy.mockRestore();
    expect(stderr).toMatch(
      /: ENOSPC: no space left on device, write\n200 sessions are written to \S+\.partial\./,
    );
    expect(code).toBe(1);
    expect(fs.readFileSync(`${file}.partial`, "utf8")).toBe(LINES.slice(0, 200).join(""));
  });

  test("reports the failure if the partial file was removed", async () => {
    const file = createFilePath();
    const api: FakeApi = () => {
      fs.rmSync(`${file}.partial`);
      return Promise.resolve(new Response(null, { status: 403 }));
    };
    expect((await runMain(["list", "--output", file], { api })).stderr).toContain("returned 403");
  });

  test("prints no hint to resume if only the rename of the complete file fails", async () => {
    const file = createFilePath();
    const api = createFakeApi({ sessions: SESSIONS });
    const { stderr } = await runMain(["list", "--limit", "100", "--output", file], {
      api: (input, init) => {
        fs.mkdirSync(join(file, "folder"), { recursive: true });
        return api(input, init);
      },
    });
    expect(stderr).toMatch(/rename.*\n100 sessions are written to \S+\.partial\.\n$/);
  });

  test("leaves no file, and no open one, after a failure before the first row", async () => {
    const file = createFilePath();
    const close = vi.spyOn(fs, "close");
    const api: FakeApi = () => Promise.resolve(new Response(null, { status: 403 }));
    expect((await runMain(["list", "--output", file], { api })).code).toBe(1);
    await vi.waitUntil(() => close.mock.calls.length);
    close.mockRestore();
    expect(fs.existsSync(`${file}.partial`)).toBe(false);
  });
});

describe("Ctrl-C", () => {
  test.each([["list"], ["list", "--demo"], ["help"]])(
    "before the first request of %s %s sends and writes nothing",
    async (...args) => {
      const interrupted = AbortSignal.abort();
      expect(await runMain(args, { interrupted })).toMatchObject({ code: 130, queries: [], stdout: "" });
    },
  );

  test("during a write to a file waits for the write and counts its sessions", async () => {
    const file = createFilePath();
    const interrupt = new AbortController();
    const write = (...args: Parameters<typeof fs.write>): void => {
      interrupt.abort();
      fs.write(...args);
    };
    const stdout = fs.createWriteStream(file, { fs: { open: fs.open, close: fs.close, write } });
    const { code, stderr } = await runMain(["list"], { stdout, interrupted: interrupt.signal });
    expect(stderr).toMatch(/Interrupted\.\n100 sessions are written\. To resume, .* with --page-no 1\./);
    expect(code).toBe(130);
    expect(fs.readFileSync(file, "utf8")).toBe(LINES.slice(0, 100).join(""));
  });

  test("during a write to a file leaves out the rest and ends with code 130", async () => {
    const interrupt = new AbortController();
    const write = (...args: Parameters<typeof fs.write>): void => {
      interrupt.abort();
      fs.write(...args);
    };
    const file = createFilePath();
    const stdout = fs.createWriteStream(file, { fs: { open: fs.open, close: fs.close, write } });
    const { code } = await runMain(["summary", "--json"], { stdout, interrupted: interrupt.signal });
    expect(code).toBe(130);
    expect(fs.readFileSync(file, "utf8")).not.toContain("]");
  });

  test.each([
    { command: "list" },
    { command: "summary" },
    { command: "get" },
    { command: "participants" },
    { command: "chat" },
    { command: "transcript" },
    { command: "doctor" },
  ])("ends a request of $command that has no response", async ({ command }) => {
    const interrupt = new AbortController();
    const api: FakeApi = () => {
      interrupt.abort();
      return new Promise(() => undefined);
    };
    const args = ["get", "participants", "chat", "transcript"].includes(command)
      ? [command, "id"]
      : [command];
    const { code, stderr } = await runMain(args, { api, interrupted: interrupt.signal });
    expect({ code, stderr }).toEqual({ code: 130, stderr: "realtimekit-sessions: Interrupted.\n" });
  });

  test("ends a download that has no response", async () => {
    const interrupt = new AbortController();
    const fake = createFakeApi({ sessions: SESSIONS });
    const api: FakeApi = (input, init) => {
      if (new Request(input).url.includes("/accounts/")) return fake(input, init);
      interrupt.abort();
      return new Promise(() => undefined);
    };
    const args = ["chat", SESSIONS[4]?.id ?? ""];
    expect((await runMain(args, { api, interrupted: interrupt.signal })).code).toBe(130);
  });

  test("ends the requests and prints how to resume", async () => {
    const interrupt = new AbortController();
    const api = createFakeApi({ sessions: SESSIONS });
    let isEnded = false;
    const { code, stderr } = await runMain(["list"], {
      interrupted: interrupt.signal,
      api: (input, init) => {
        if (!new Request(input).url.includes("page_no=3")) return api(input, init);
        return new Promise((_resolve, reject) => {
          init?.signal?.addEventListener("abort", () => {
            isEnded = true;
            reject(new Error("ended"));
          });
          interrupt.abort();
        });
      },
    });
    expect(stderr).toBe(
      "realtimekit-sessions: Interrupted.\n" +
        "200 sessions are written. To resume, run the same command with --page-no 3.\n",
    );
    expect({ code, isEnded }).toEqual({ code: 130, isEnded: true });
  });
});

describe("a terminal for both outputs", () => {
  /** Runs a command, and returns the text that a terminal finally shows. */
  async function renderScreen(args: readonly string[], api = createFakeApi({ sessions: SESSIONS })) {
    const { stream, text } = createRecorder({ isTTY: true, columns: 80 });
    await runMain(args, { stdout: stream, stderr: stream, api });
    const lines = text()
      .split("\n")
      .map((line) => line.split("\r\u001B[K").at(-1) ?? "");
    return lines.join("\n");
  }
  const IDS = SESSIONS.map(({ id }) => JSON.stringify({ id }));

  test("shows all rows of JSON and no progress", async () => {
    expect(await renderScreen(["list", "--json", "--columns", "id"])).toBe(`[\n${IDS.join("\n,")}\n]\n`);
  });

  test("shows an error below the rows of JSON", async () => {
    const screen = await renderScreen(["list", "--json", "--columns", "id"], createRefusingApi("2", 403));
    expect(screen).toContain(`[\n${IDS.slice(0, 100).join("\n,")}\n\u001B[31mrealtimekit-sessions:`);
  });

  test("shows the message about an empty list without the progress", async () => {
    expect(await renderScreen(["list", "--page-no", "9", "--format", "ndjson"])).toBe("No sessions match.\n");
  });
});
