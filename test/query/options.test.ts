import { describe, expect, test } from "vitest";
import { type Check, checkInteger, checkNames, checkOptions, nearest } from "../../src/options.js";

const KNOWN = ["apiToken", "concurrency", "limit", "maxRetries", "per_page", "signal", "timeout"];

describe("a misspelt name", () => {
  test.each([
    ["concurency", "concurrency"],
    ["concurrenzy", "concurrency"],
    ["cocnurrency", "concurrency"],
    ["apitoken", "apiToken"],
    ["api_token", "apiToken"],
    ["perPage", "per_page"],
    ["per-page", "per_page"],
    ["retries", "maxRetries"],
    ["timeuot", "timeout"],
    ["limits", "limit"],
    ["", undefined],
    ["xyz", undefined],
  ])("%s stands for %s", (name, expected) => {
    expect(nearest(name, KNOWN)).toBe(expected);
  });

  test("stands for the nearest of several", () => {
    expect(nearest("limt", ["limits", "limit"])).toBe("limit");
  });

  test("is rejected with the name that it stands for", () => {
    expect(() => {
      checkNames("option", { limit: 1, concurency: 4 }, KNOWN);
    }).toThrow(new TypeError("Unknown option concurency. Did you mean concurrency?"));
  });
});

test.each([undefined, null, 5, "limit"])("options that are %s are rejected with a message", (given) => {
  const shown = given === undefined ? "undefined" : JSON.stringify(given);
  expect(() => {
    checkNames("option", given, KNOWN);
  }).toThrow(new TypeError(`The options must be an object, got ${shown}.`));
});

test("options with known names are accepted", () => {
  expect(() => {
    checkNames("option", { limit: 1, signal: undefined }, KNOWN);
  }).not.toThrow();
});

test("an integer within its bounds is accepted", () => {
  expect(() => {
    checkInteger("limit", 1, 1, 1);
  }).not.toThrow();
});

test("options are checked by name, those that are undefined only if they are required", () => {
  const check: Check = (name, value) => {
    throw new RangeError(`${name} is ${String(value)}`);
  };
  const checks = { limit: check, signal: check };
  expect(() => {
    checkOptions({ limit: undefined }, checks);
  }).not.toThrow();
  expect(() => {
    checkOptions({ limit: undefined }, checks, ["limit"]);
  }).toThrow("limit is undefined");
  expect(() => {
    checkOptions({ signal: 1 }, checks);
  }).toThrow("signal is 1");
  expect(() => {
    checkOptions({ limits: 1 }, checks);
  }).toThrow("Unknown option limits. Did you mean limit?");
});
