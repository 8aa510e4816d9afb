import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import * as main from "../../src/index.js";
import * as testing from "../../src/testing.js";
import * as validate from "../../src/validate.js";
import manifest from "../../package.json" with { type: "json" };

/** Returns the names that a module exports, including types. */
function readExports(path: string): string[] {
  const file = fileURLToPath(new URL(path, import.meta.url));
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  });
  const source = program.getSourceFile(file);
  const symbol = source && program.getTypeChecker().getSymbolAtLocation(source);
  return symbol
    ? program
        .getTypeChecker()
        .getExportsOfModule(symbol)
        .map(({ name }) => name)
    : [];
}

describe("the package", () => {
  test("has these entries", () => {
    expect(Object.keys(manifest.exports)).toEqual([
      ".",
      "./generated",
      "./testing",
      "./validate",
      "./openapi.json",
      "./package.json",
    ]);
  });

  test("exports these values from the main entry", () => {
    expect(Object.keys(main).sort()).toEqual([
      "ApiError",
      "ConnectionError",
      "DEFAULT_PER_PAGE",
      "InvalidResponseError",
      "TimeoutError",
      "createSessionList",
      "createSessionsClient",
    ]);
  });

  test("exports these types from the main entry", () => {
    const values = Object.keys(main);
    expect(
      readExports("../../src/index.ts")
        .filter((name) => !values.includes(name))
        .sort(),
    ).toEqual([
      "ApiErrorDetail",
      "CallOptions",
      "Chat",
      "CollectOptions",
      "DownloadOptions",
      "Downloadable",
      "Fetch",
      "FetchInit",
      "FetchResponse",
      "Hooks",
      "ListOptions",
      "ListResource",
      "NextPage",
      "PageInfo",
      "Paging",
      "Participant",
      "ParticipantList",
      "ParticipantQuery",
      "ParticipantsPage",
      "ParticipantsQuery",
      "RateLimitEvent",
      "RequestEvent",
      "RequestUrl",
      "ResponseEvent",
      "ResponseStream",
      "RetryEvent",
      "RetryOptions",
      "Session",
      "SessionList",
      "SessionQuery",
      "SessionsClient",
      "SessionsClientOptions",
      "SessionsPage",
      "SessionsQuery",
      "Summary",
      "SummaryGeneration",
      "Transcript",
      "TranscriptQuery",
      "Validate",
    ]);
  });

  test("exports these values from the entry for tests", () => {
    expect(Object.keys(testing).sort()).toEqual(["createFakeApi", "fakeApiDefaults", "generateSessions"]);
  });

  test("exports these values from the entry for validation", () => {
    expect(Object.keys(validate)).toEqual(["createValidator"]);
  });
});
