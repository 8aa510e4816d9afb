import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { parseRetryAfter } from "../../src/http/retry-after.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-30T12:00:00Z") });
});

afterEach(() => {
  vi.useRealTimers();
});

function parseHeaders(values: readonly string[], date?: string): number | undefined {
  const headers = new Headers(date === undefined ? {} : { date });
  for (const value of values) headers.append("retry-after", value);
  return parseRetryAfter(headers);
}

describe("parseRetryAfter", () => {
  test.each([
    ["0", 0],
    ["7", 7_000],
    ["007", 7_000],
    ["300", 300_000],
    ["5.5", 5_500],
    ["0.25", 250],
  ])("reads %s as seconds", (value, delayMs) => {
    expect(parseHeaders([value])).toBe(delayMs);
  });

  test.each([
    "",
    "-1",
    "+5",
    "1e1",
    "5.",
    ".5",
    "5s",
    "soon",
    "Infinity",
    "NaN",
    "0x10",
    "9".repeat(400),
    "2026-06-30T12:00:10Z",
    "30 Jun 2026 12:00:10 GMT",
    "Tue, 30 Jun 2026 12:00:10",
    "Tue, 30 Jun 2026 12:00:10 +0000",
    "Tue, 30 Jun 2026 12:00:10 GMT+1",
    "Tue Jun 30 12:00:10 2026 GMT",
    "Tue, 99 Jun 2026 12:00:10 GMT",
    "May 5",
  ])("ignores %j", (value) => {
    expect(parseHeaders([value])).toBeUndefined();
  });

  test("is undefined without the header", () => {
    expect(parseHeaders([])).toBeUndefined();
  });

  test.each(["Tue, 30 Jun 2026 12:00:10 GMT", "Tuesday, 30-Jun-26 12:00:10 GMT", "Tue Jun 30 12:00:10 2026"])(
    "reads the HTTP date %s",
    (value) => {
      expect(parseHeaders([value])).toBe(10_000);
    },
  );

  test("reads an asctime day of one digit", () => {
    vi.setSystemTime(new Date("2026-06-06T12:00:00Z"));
    expect(parseHeaders(["Sat Jun  6 12:00:10 2026"])).toBe(10_000);
  });

  test.each(["Tue, 30 Jun 2026 12:30:00 GMT", "Tue Jun 30 12:30:00 2026"])(
    "compares a date with the Date header %s, not with the local clock",
    (date) => {
      expect(parseHeaders(["Tue, 30 Jun 2026 12:30:10 GMT"], date)).toBe(10_000);
    },
  );

  test("reads an asctime as UTC in any time zone", () => {
    vi.stubEnv("TZ", "Pacific/Kiritimati");
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(parseHeaders(["Tue Jun 30 12:00:10 2026"])).toBe(10_000);
  });

  test("compares a date with the local clock if the Date header is invalid", () => {
    expect(parseHeaders(["Tue, 30 Jun 2026 12:00:10 GMT"], "yesterday")).toBe(10_000);
  });

  test("reads a date in the past as no delay", () => {
    expect(parseHeaders(["Tue, 30 Jun 2026 11:00:00 GMT"])).toBe(0);
  });

  test.each([
    { values: ["5", "7"], delayMs: 7_000 },
    { values: ["70", "8"], delayMs: 70_000 },
    { values: ["5, 30"], delayMs: 30_000 },
    { values: ["5,30"], delayMs: 30_000 },
    { values: ["5", "soon"], delayMs: 5_000 },
    { values: ["-1", "soon"], delayMs: undefined },
    { values: ["5", "Tue, 30 Jun 2026 12:00:10 GMT"], delayMs: 10_000 },
    { values: ["Tue, 30 Jun 2026 12:00:10 GMT", "20"], delayMs: 20_000 },
    { values: ["Tuesday, 30-Jun-26 12:00:10 GMT", "Tue, 30 Jun 2026 12:00:40 GMT"], delayMs: 40_000 },
  ])("uses the greatest of $values", ({ values, delayMs }) => {
    expect(parseHeaders(values)).toBe(delayMs);
  });
});
