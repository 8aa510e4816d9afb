import { describe, expect, test } from "vitest";
import { createSessionsClient } from "../../src/index.js";
import { fakeApiDefaults } from "../../src/testing.js";

const make = (options: object): unknown => createSessionsClient({ ...fakeApiDefaults, ...options });

describe("A token goes unencrypted to this machine only", () => {
  test.each([
    "http://localhost.example.com",
    "http://notlocalhost",
    "http://127.0.0.1.example.com",
    "http://10.127.0.0.1.example.com",
  ])("so not to %s, whose name only looks like it", (baseUrl) => {
    expect(() => make({ baseUrl })).toThrow("baseUrl must use https");
  });

  test.each(["http://127.0.0.10:8787", "http://127.10.200.1"])("but to %s", (baseUrl) => {
    expect(() => make({ baseUrl })).not.toThrow();
  });
});

describe("An id", () => {
  test.each([".hidden", "..hidden", "v1.", "v1..", "a.b"])(
    "may be %s, which stays in its segment",
    (appId) => {
      expect(() => make({ appId })).not.toThrow();
    },
  );

  test("may be no number, although it would make a path", () => {
    expect(() => make({ accountId: 5 })).toThrow("accountId must be a non-empty string, got 5.");
  });
});

describe("A token", () => {
  test("may be no number", () => {
    expect(() => make({ apiToken: 5 })).toThrow("apiToken must be a non-empty string.");
  });

  test("that holds the word bearer further on is told of its white space", () => {
    expect(() => make({ apiToken: "the bearer token" })).toThrow("white space");
  });
});

test.each([
  { timeout: 2_147_483_647, refused: false },
  // setTimeout takes it for 1 ms.
  { timeout: 2_147_483_648, refused: true },
])("a timeout of $timeout ms, at the edge of what a timer can wait, is refused: $refused", (given) => {
  const call = (): unknown => make({ timeout: given.timeout });
  if (given.refused) expect(call).toThrow("timeout must be an integer from 1 to 2147483647");
  else expect(call).not.toThrow();
});
