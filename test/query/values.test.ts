import { describe, expect, test } from "vitest";
import { findNearest } from "../../src/nearest.js";
import { checkNames, readValue, readValues } from "../../src/values.js";

const NAMES = ["id", "apiToken", "concurrency", "limit", "maxRetries", "per_page", "signal", "timeout"];

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
  ])('such as "%s" has the suggestion %s', (name, expected) => {
    expect(findNearest(name, NAMES)).toBe(expected);
  });

  test("has the nearest of several suggestions", () => {
    expect(findNearest("limt", ["limits", "limit"])).toBe("limit");
  });

  test("is rejected with the suggested name", () => {
    expect(() => {
      checkNames("option", { limit: 1, concurency: 4 }, NAMES);
    }).toThrow(new TypeError("Unknown option concurency. Did you mean concurrency?"));
  });
});

test.each([undefined, null, 5, "limit"])("options that are %s are rejected with a message", (given) => {
  const expected = given === undefined ? "undefined" : JSON.stringify(given);
  expect(() => {
    checkNames("option", given, NAMES);
  }).toThrow(new TypeError(`The options must be an object, got ${expected}.`));
});

test("options with supported names are accepted", () => {
  expect(() => {
    checkNames("option", { limit: 1, signal: undefined }, NAMES);
  }).not.toThrow();
});

test("an integer within its bounds is accepted", () => {
  expect(readValue("limit", 1, { type: "integer", minimum: 1, maximum: 1 })).toBe(1);
});

describe("readValues", () => {
  const rules = { limit: { type: "integer" }, signal: { type: "signal" } };

  test("returns no option that is undefined", () => {
    expect(readValues("option", { limit: 1, signal: undefined }, rules)).toEqual({ limit: 1 });
  });

  test.each([
    { options: { signal: 1 }, message: "signal must be an AbortSignal, got 1." },
    { options: { limits: 1 }, message: "Unknown option limits. Did you mean limit?" },
  ])("rejects the options $options with $message", ({ options, message }) => {
    expect(() => readValues("option", options, rules)).toThrow(new TypeError(message));
  });

  test("rejects options without a required one", () => {
    const required = { limit: { type: "integer", required: true } };
    expect(() => readValues("option", { limit: undefined }, required)).toThrow(
      new TypeError("limit is required."),
    );
  });
});
