import { describe, expect, test } from "vitest";
import * as endpoints from "../../generated/operations.js";
import * as validators from "../../generated/validators.js";
import { findDrift } from "../../scripts/drift/drift.js";
import { readRecordings } from "../../scripts/drift/recordings.js";
import { generateSessions } from "../../src/testing.js";

const url = "https://api.cloudflare.com/client/v4/accounts/a/realtime/kit/b/sessions?page_no=2";
const [session] = generateSessions(1);
const driftedBody = { success: true, data: { sessions: [{ ...session, ended_at: 7, secret: "title" }] } };

describe("readRecordings", () => {
  test("reads the JSON responses of a HAR file, in plain text or base64", () => {
    const createEntry = (text: string, encoding?: string) => ({
      request: { method: "GET", url },
      response: { status: 200, content: { text, encoding } },
    });
    const har = {
      log: { entries: [createEntry("{}"), createEntry(btoa('{"a":1}'), "base64"), createEntry("<html>")] },
    };
    expect(readRecordings(JSON.stringify(har), "x.har").map(({ body }) => body)).toEqual([{}, { a: 1 }]);
  });

  test("reads one response per line, which is a GET with status 200 by default", () => {
    expect(readRecordings(`{"url":"${url}","body":{}}\n\n`, "x.ndjson")).toEqual([
      { url, method: "GET", status: 200, body: {} },
    ]);
  });

  test("rejects a line in neither format with its location", () => {
    expect(() => readRecordings(`{"url":"${url}"}\nnonsense`, "x.ndjson")).toThrow("x.ndjson:2:1");
  });
});

describe("findDrift", () => {
  const findDriftOf = (recording: object) =>
    findDrift([{ method: "GET", url, status: 200, body: driftedBody, ...recording }], endpoints, validators);

  test("counts the fields that differ, without their values", () => {
    const drift = findDriftOf({});
    expect(drift).toEqual([
      {
        operation: "listSessions",
        responses: 1,
        differences: expect.arrayContaining([
          { field: "/data/sessions/[]/ended_at", message: expect.any(String) as string, count: 1 },
        ]) as object[],
      },
    ]);
    expect(JSON.stringify(drift)).not.toContain("title");
  });

  test.each([
    ["an error", { status: 500 }],
    ["another method", { method: "DELETE" }],
    ["another path", { url: "https://api.cloudflare.com/client/v4/accounts/a/other" }],
  ])("skips %s", (_, recording) => {
    expect(findDriftOf(recording)).toEqual([]);
  });
});
