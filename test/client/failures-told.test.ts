import { afterEach, expect, test, vi } from "vitest";
import { type ApiError, InvalidResponseError } from "../../src/index.js";
import { answering, rejection } from "./api.js";

async function errorOf(body: unknown, init: ResponseInit): Promise<ApiError> {
  return (await rejection(answering(() => Response.json(body, init)).list())) as ApiError;
}

afterEach(() => {
  vi.useRealTimers();
});

test("how long to wait and the cf-ray are both in the message", async () => {
  const headers = { "retry-after": "120", "cf-ray": "8f2d-FRA" };
  const error = await errorOf({}, { status: 429, headers });
  expect(error.message).toContain("(retry after 120 s, cf-ray 8f2d-FRA)");
});

test.each([null, []])("a failure whose body is %j says no more than its status", async (body) => {
  const error = await errorOf(body, { status: 500 });
  expect(error).toMatchObject({ name: "ApiError", status: 500, errors: [] });
});

test("the errors of an answer go before the title that it has too", async () => {
  const error = await errorOf(
    { title: "Bad request", errors: [{ code: 1, message: "No" }] },
    { status: 400 },
  );
  expect(error.errors).toEqual([{ code: 1, message: "No" }]);
});

test("an answer that is not what the API promises is told by its name, where instanceof cannot", async () => {
  const error = await errorOf({}, { status: 200 });
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(error.name).toBe("InvalidResponseError");
});

test.each(["Tue, 30 Jun 2026 12:00:10 GMT", "Tuesday, 30-Jun-26 12:00:10 GMT", "Tue Jun 30 12:00:10 2026"])(
  "Retry-After: %s is a date",
  async (date) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-30T12:00:00Z") });
    const error = await errorOf({}, { status: 429, headers: { "retry-after": date } });
    expect(error.retryAfter).toBe(10_000);
  },
);
