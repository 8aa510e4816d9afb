import { describe, expect, test } from "vitest";
import type { Participant, Session } from "../../generated/index.js";
import { createFakeApi, type FakeApi } from "../../src/testing.js";
import { createRecorder, ENV, runMain, SESSIONS } from "./run-main.js";

const session = SESSIONS[4] ?? SESSIONS[0];
const id = session?.id ?? "";

describe("get", () => {
  test("writes one session as JSON", async () => {
    const { code, stdout } = await runMain(["get", id]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout) as Session).toEqual(session);
  });

  test("shows no counts in the progress", async () => {
    const stderr = createRecorder({ isTTY: true, columns: 80 });
    await runMain(["get", id], { stderr: stderr.stream });
    const lines = stderr.text().split("\r\u001B[K");
    expect(lines.filter(Boolean)).toEqual(["waiting for the API"]);
  });

  test("writes the chosen columns", async () => {
    const { stdout } = await runMain(["get", id, "--format", "csv", "--columns", "id,status"]);
    expect(stdout).toBe(`id,status\r\n${id},${session?.status}\r\n`);
  });

  test("writes a line for each field that has a value on a terminal, with the whole value", async () => {
    const api = createFakeApi({
      sessions: [
        { ...session, id, ended_at: null, minutes_consumed: 7.25, associated_id: "a".repeat(60) } as Session,
      ],
    });
    const tty = { isTTY: true, columns: 60 };
    const { stdout } = await runMain(["get", id], {
      api,
      tty,
      env: { ...ENV, NO_COLOR: "1" },
    });
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe(`id                           ${id}`);
    expect(lines).toContain("minutes_consumed             7.3");
    expect(lines).toContain(`associated_id                ${"a".repeat(60)}`);
    expect(stdout).not.toContain("ended_at");
    expect(lines.filter((line) => !/^[a-z_]+ +\S/.test(line))).toEqual([]);
  });

  test("writes the chosen columns as a table on a terminal", async () => {
    const { stdout } = await runMain(["get", id, "--columns", "id,status"], {
      tty: { isTTY: true, columns: 60 },
    });
    expect(stdout).toContain(`${id}  ${session?.status}\n`);
  });

  test("fails with exit code 1 if the session does not exist", async () => {
    const { code, stdout, stderr } = await runMain(["get", "unknown"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("Session not found");
  });

  test.each([[[]], [["../other"]]])("reports the ids %j as a usage error", async (ids) => {
    const { code, queries } = await runMain(["get", ...ids]);
    expect(code).toBe(2);
    expect(queries).toEqual([]);
  });
});

describe("participants", () => {
  test("writes all participants of a session, page by page", async () => {
    const { code, stdout, queries } = await runMain(["participants", id, "--per-page", "2"]);
    const participants = stdout
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as Participant).id);
    expect(code).toBe(0);
    expect(new Set(participants).size).toBe(session?.max_concurrent_participants);
    expect(participants).toHaveLength(new Set(participants).size);
    expect(queries.length).toBeGreaterThanOrEqual(participants.length / 2);
  });
});

describe("a command for a file", () => {
  test("writes the chat as the file that the API links to", async () => {
    const { code, stdout } = await runMain(["chat", id]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^id,participantId/);
  });

  test.each([
    { effect: "removes control characters on a terminal", isTTY: true, shown: "a [2Jé\n" },
    { effect: "keeps control characters in a pipe", isTTY: false, shown: "a\u001B[2Jé\n" },
  ])("$effect", async ({ isTTY, shown }) => {
    const fake = createFakeApi({ sessions: SESSIONS });
    const bytes = new TextEncoder().encode("a\u001B[2Jé\n");
    // The second chunk begins within a character.
    const file = new Response(new Blob([bytes.slice(0, 6), bytes.slice(6)]).stream());
    const api: FakeApi = (input, init) =>
      new Request(input).url.includes("/accounts/") ? fake(input, init) : Promise.resolve(file);
    expect((await runMain(["chat", id], { api, tty: { isTTY } })).stdout).toBe(shown);
  });

  test("writes the transcript in the requested format, in lower case too", async () => {
    const { code, stdout } = await runMain(["transcript", id, "--format", "vtt"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^WEBVTT/);
  });
});

describe("doctor", () => {
  test("writes its report and exits with 0 if listings are exact", async () => {
    const { code, stdout } = await runMain(["doctor"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ok {2}credentials and permission +accepted$/m);
  });

  test("exits with 1 and recommends an action if responses have no paging", async () => {
    const api = createFakeApi({ sessions: SESSIONS, paging: false });
    const { code, stdout, stderr } = await runMain(["doctor"], { api });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^!! {2}paging in responses +not sent$/m);
    expect(stderr).toContain("can be inexact");
  });

  test("writes the report as JSON", async () => {
    const { stdout } = await runMain(["doctor", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ requests: 8, differences: [] });
  });
});
