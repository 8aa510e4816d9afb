import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseParameter } from "../../src/query.js";
import { readValue, readValues, type Rule, type Rules } from "../../src/values.js";
import { runs } from "../runs.js";

const DATE_TIME: Rule = { type: "string", format: "date-time" };
const TIME_MESSAGE =
  "must be a date or a time with its UTC offset, such as 2026-06-30 or 2026-06-30T09:00:00Z";

describe("a point in time", () => {
  test.each([
    { given: "2026-06-30", sent: "2026-06-30T00:00:00.000Z" },
    { given: "2026-06-30T09:00Z", sent: "2026-06-30T09:00:00.000Z" },
    { given: "2026-06-30T09:00+02:00", sent: "2026-06-30T07:00:00.000Z" },
    { given: "2024-02-29", sent: "2024-02-29T00:00:00.000Z" },
    { given: "0001-01-01", sent: "0001-01-01T00:00:00.000Z" },
    { given: new Date("2026-06-30T09:00:00.5Z"), sent: "2026-06-30T09:00:00.500Z" },
  ])("given as $given is sent as RFC 3339 in UTC", ({ given, sent }) => {
    expect(readValue("start_time", given, DATE_TIME)).toBe(sent);
  });

  test.each(["2026-06-30T09:00:00Z", "2026-06-30T09:00:00.123456789Z", "2026-06-30T23:59:59-08:00"])(
    "given in full as %s is sent unchanged",
    (given) => {
      expect(readValue("start_time", given, DATE_TIME)).toBe(given);
    },
  );

  test.each([
    ["2026-06-30T09:00", "without its offset"],
    ["2026-06-30T09:00:00", "without its offset"],
    ["2026-06-31", "of a day that does not exist"],
    ["2025-02-29T09:00:00Z", "of a day that does not exist"],
    ["2026-13-01", "of a month that does not exist"],
    ["2026-06-30T24:00:00Z", "of an hour that RFC 3339 does not have"],
    ["2026-06-30T24:00Z", "of an hour that RFC 3339 does not have"],
    ["2026-06-30T09:60:00Z", "of a minute that does not exist"],
    ["2026-06-30T09:00:00+24:00", "with an offset that does not exist"],
    ["2026-06-30 09:00:00Z", "with a space"],
    ["2026-06-30 (June)", "with a comment"],
    ["Thu 2026-01-01", "with a weekday"],
    ["9999-12-31T23:59-01:00", "of a year that UTC cannot write"],
    ["0000-01-01T00:00+01:00", "of a year that UTC cannot write"],
    ["2026", "of a year only"],
    ["yesterday", "that is a word"],
    ["", "without text"],
  ])("given as %j, %s, is rejected", (given) => {
    expect(() => readValue("end_time", given, DATE_TIME)).toThrow(
      new RangeError(`end_time ${TIME_MESSAGE}, got ${JSON.stringify(given)}.`),
    );
  });

  test.each([
    { given: new Date("never"), shown: "Invalid Date" },
    { given: 0, shown: "0" },
    { given: null, shown: "null" },
    { given: ["2026-06-30"], shown: "an array" },
    { given: {}, shown: "an object" },
  ])("given as $shown is rejected", ({ given, shown }) => {
    expect(() => readValue("end_time", given, DATE_TIME)).toThrow(`${TIME_MESSAGE}, got ${shown}.`);
  });

  test("in a year that RFC 3339 cannot write is rejected", () => {
    expect(() => readValue("end_time", new Date(8e15), DATE_TIME)).toThrow(TIME_MESSAGE);
  });

  test("given as a Date of the years 0 to 9999 is sent as the same instant", () => {
    const dates = fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        expect(Date.parse(String(readValue("t", date, DATE_TIME)))).toBe(date.getTime());
      }),
      { numRuns: runs },
    );
  });
});

describe("a value that the document does not allow", () => {
  const integer: Rule = { type: "integer", minimum: 0 };
  test.each<{ parameter: Rule; given: unknown; error: Error }>([
    { parameter: integer, given: -1, error: new RangeError("x must be an integer of at least 0, got -1.") },
    { parameter: integer, given: 2.5, error: new RangeError("x must be an integer of at least 0, got 2.5.") },
    {
      parameter: integer,
      given: 2 ** 53,
      error: new RangeError("x must be an integer of at least 0, got 9007199254740992."),
    },
    { parameter: integer, given: "5", error: new TypeError('x must be an integer of at least 0, got "5".') },
    {
      parameter: integer,
      given: null,
      error: new TypeError("x must be an integer of at least 0, got null."),
    },
    {
      parameter: { type: "integer", minimum: 1, maximum: 500 },
      given: 501,
      error: new RangeError("x must be an integer from 1 to 500, got 501."),
    },
    {
      parameter: { type: "integer", maximum: 500 },
      given: 501,
      error: new RangeError("x must be an integer to 500, got 501."),
    },
    { parameter: { type: "number" }, given: NaN, error: new RangeError("x must be a number, got NaN.") },
    {
      parameter: { type: "number" },
      given: Infinity,
      error: new RangeError("x must be a number, got Infinity."),
    },
    {
      parameter: { type: "number", minimum: 0.5 },
      given: 0.25,
      error: new RangeError("x must be a number of at least 0.5, got 0.25."),
    },
    {
      parameter: { type: "string", enum: ["LIVE", "ENDED"] },
      given: "live",
      error: new RangeError('x must be one of LIVE, ENDED, got "live".'),
    },
    {
      parameter: { type: "boolean" },
      given: "true",
      error: new TypeError('x must be true or false, got "true".'),
    },
    { parameter: { type: "array" }, given: "a", error: new TypeError('x must be an array, got "a".') },
    {
      parameter: { type: "string" },
      given: 5,
      error: new TypeError("x must be a string without lone surrogates, got 5."),
    },
    {
      parameter: { type: "string" },
      given: "\ud83d",
      error: new RangeError('x must be a string without lone surrogates, got "\\ud83d".'),
    },
  ])("is rejected with $error.message", ({ parameter, given, error }) => {
    expect(() => readValue("x", given, parameter)).toThrow(error);
  });

  test("is truncated in the message if it is long", () => {
    const parameter = { enum: ["a"] };
    expect(() => readValue("x", "b".repeat(1_000), parameter)).toThrow(`got "${"b".repeat(100)}".`);
  });
});

test.each<{ parameter: Rule; value: unknown }>([
  { parameter: { type: "number" }, value: 0.5 },
  { parameter: { type: "number", minimum: 1, maximum: 1 }, value: 1 },
  { parameter: { type: "integer" }, value: -3 },
  { parameter: { type: "integer", enum: [1, 2] }, value: 2 },
  { parameter: { type: "boolean" }, value: false },
  { parameter: { type: "array" }, value: ["a", 1] },
  { parameter: { type: "object" }, value: { a: 1 } },
  { parameter: { type: "string" }, value: "" },
  { parameter: {}, value: 5 },
])("$value is allowed by $parameter and sent unchanged", ({ parameter, value }) => {
  expect(readValue("x", value, parameter)).toBe(value);
});

describe("text", () => {
  test.each<{ text: string; parameter: Rule; value: unknown }>([
    { text: "12", parameter: { type: "integer" }, value: 12 },
    { text: "-1.5", parameter: { type: "number" }, value: -1.5 },
    { text: "12.25", parameter: { type: "number" }, value: 12.25 },
    { text: "true", parameter: { type: "boolean" }, value: true },
    { text: "true", parameter: { type: "string" }, value: "true" },
    { text: "false", parameter: { type: "boolean" }, value: false },
    { text: "2", parameter: { type: "integer", enum: [1, 2] }, value: 2 },
    { text: "LIVE", parameter: { type: "string", enum: ["LIVE"] }, value: "LIVE" },
    { text: "12", parameter: { type: "string" }, value: "12" },
    { text: "2026-06-30", parameter: DATE_TIME, value: "2026-06-30T00:00:00.000Z" },
  ])("$text is read as a value of $parameter", ({ text, parameter, value }) => {
    expect(parseParameter("x", text, parameter)).toBe(value);
  });

  test.each(["one", "1px", "", " 1", "0x10", "1e3", "+1", "1.", "--1"])(
    "%j is not read as a number",
    (text) => {
      expect(() => parseParameter("--per-page", text, { type: "integer" })).toThrow(
        new TypeError(`--per-page must be an integer, got ${JSON.stringify(text)}.`),
      );
    },
  );

  test.each(["yes", "1", "TRUE", "trueish", "untrue"])("%j is not read as a boolean", (text) => {
    expect(() => parseParameter("x", text, { type: "boolean" })).toThrow("x must be true or false");
  });
});

describe("a query", () => {
  const parameters: Rules = {
    page_no: { type: "integer", minimum: 0 },
    start_time: DATE_TIME,
    status: { type: "string", enum: ["LIVE", "ENDED"] },
  };

  test("is serialized in the order of the document, without undefined values, and is not changed", () => {
    const query = Object.freeze({ status: "LIVE", start_time: new Date(0), page_no: undefined });
    const sent = readValues("query parameter", query, parameters);
    expect(Object.entries(sent)).toEqual([
      ["start_time", "1970-01-01T00:00:00.000Z"],
      ["status", "LIVE"],
    ]);
  });

  test.each([
    { query: { pageNo: 1 }, message: "Unknown query parameter pageNo. Did you mean page_no?" },
    { query: { statsu: "LIVE" }, message: "Unknown query parameter statsu. Did you mean status?" },
    {
      query: { color: undefined },
      message: "Unknown query parameter color. Supported: page_no, start_time, status.",
    },
    { query: { toString: 1 }, message: "Unknown query parameter toString." },
    { query: JSON.parse('{"__proto__": 1}') as object, message: "Unknown query parameter __proto__." },
    { query: null, message: "The query parameters must be an object, got null." },
    { query: "status=LIVE", message: 'The query parameters must be an object, got "status=LIVE".' },
  ])("such as $query is rejected", ({ query, message }) => {
    expect(() => readValues("query parameter", query as object, parameters)).toThrow(TypeError);
    expect(() => readValues("query parameter", query as object, parameters)).toThrow(message);
  });

  test("is rejected without a required parameter", () => {
    const required = { id: { type: "string", required: true } };
    expect(() => readValues("query parameter", {}, required)).toThrow(new TypeError("id is required."));
    expect(readValues("query parameter", { id: "a" }, required)).toEqual({ id: "a" });
  });
});
