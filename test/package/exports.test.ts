import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import * as main from "../../src/index.js";
import * as testing from "../../src/testing.js";
import * as validate from "../../src/validate.js";
import manifest from "../../package.json" with { type: "json" };

/** What a module exports, types and all. */
function exportsOf(path: string): string[] {
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

describe("what users may rely on; a name more or less here is a change of the package's version", () => {
  test("the package's entries", () => {
    expect(Object.keys(manifest.exports)).toEqual([
      ".",
      "./generated",
      "./testing",
      "./validate",
      "./openapi.json",
      "./package.json",
    ]);
  });

  test("what the main entry exports at run time", () => {
    expect(Object.keys(main).sort()).toEqual([
      "ApiError",
      "ConnectionError",
      "DEFAULT_PER_PAGE",
      "InvalidResponseError",
      "TimeoutError",
      "createSessionsClient",
    ]);
  });

  test("the types that the main entry exports besides", () => {
    const values = Object.keys(main);
    expect(
      exportsOf("../../src/index.ts")
        .filter((name) => !values.includes(name))
        .sort(),
    ).toEqual([
      "ApiErrorDetail",
      "CallOptions",
      "CollectOptions",
      "Fetch",
      "FetchInit",
      "FetchResponse",
      "Hooks",
      "ListingOptions",
      "Paging",
      "RateLimitEvent",
      "RequestEvent",
      "RequestUrl",
      "ResponseEvent",
      "RetryEvent",
      "RetryOptions",
      "Session",
      "SessionsClient",
      "SessionsClientOptions",
      "SessionsPage",
      "SessionsQuery",
    ]);
  });

  test("what the entry for tests exports", () => {
    expect(Object.keys(testing).sort()).toEqual(["createFakeApi", "fakeApiDefaults", "generateSessions"]);
  });

  test("what the entry for validation exports", () => {
    expect(Object.keys(validate)).toEqual(["createValidator"]);
  });
});
