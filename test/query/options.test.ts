import { describe, expect, test } from "vitest";
import { checkInteger, checkNames, nearest } from "../../src/options.js";

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
  ])("%s stands for %s", (name, want) => {
    expect(nearest(name, KNOWN)).toBe(want);
  });

  test("stands for the nearest of several", () => {
    expect(nearest("limt", ["limits", "limit"])).toBe("limit");
  });

  test("is refused with the name that it stands for", () => {
    expect(() => {
      checkNames("option", { limit: 1, concurency: 4 }, KNOWN);
    }).toThrow(new TypeError("Unknown option concurency. Did you mean concurrency?"));
  });
});

test.each([undefined, null, 5, "limit"])("options that are %s are refused in words", (given) => {
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

test("an integer within its bounds is returned", () => {
  expect(checkInteger("limit", 1, 1, 1)).toBe(1);
});
