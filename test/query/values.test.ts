import { describe, expect, test } from "vitest";
import { findNearest } from "../../src/nearest.js";
import { checkNames, readValue, readValues } from "../../src/values.js";

const KNOWN = ["id", "apiToken", "concurrency", "limit", "maxRetries", "per_page", "signal", "timeout"];

describe("a misspelled name", () => {
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
    ["no", undefined],
    ["timxxxt", undefined],
    ["xyz", undefined],
  ])("%s suggests %s", (name, expected) => {
    expect(findNearest(name, KNOWN)).toBe(expected);
  });

  test("suggests the nearest of several", () => {
    expect(findNearest("limt", ["limits", "limit"])).toBe("limit");
  });

  test("is rejected with the suggested name", () => {
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
  expect(readValue("limit", 1, { type: "integer", minimum: 1, maximum: 1 })).toBe(1);
});

describe("options are checked by name", () => {
  const rules = { limit: { type: "integer" }, signal: { type: "signal" } };

  test("and returned without those that are undefined", () => {
    expect(readValues("option", { limit: 1, signal: undefined }, rules)).toEqual({ limit: 1 });
  });

  test.each([
    { options: { signal: 1 }, message: "signal must be an AbortSignal, got 1." },
    { options: { limits: 1 }, message: "Unknown option limits. Did you mean limit?" },
  ])("and rejected with a message: $message", ({ options, message }) => {
    expect(() => readValues("option", options, rules)).toThrow(new TypeError(message));
  });

  test("and rejected if one is missing that is required", () => {
    const required = { limit: { type: "integer", required: true } };
    expect(() => readValues("option", { limit: undefined }, required)).toThrow(
      new TypeError("limit is required."),
    );
  });
});
