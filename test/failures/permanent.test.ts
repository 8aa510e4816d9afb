import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ApiError, type SessionsClientOptions } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";
import { getIds } from "../get-ids.js";
import * as failures from "./failures.js";
import { type Failure, startFailingServer } from "./failing-server.js";
import { listBy, LISTING_MODES, PER_PAGE, TOTAL } from "./listing.js";

const sessions = generateSessions(TOTAL);

beforeAll(() => {
  // The shortest delay before a retry.
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterAll(() => {
  vi.restoreAllMocks();
});

/** A permanent failure, and the error that the listing throws. */
interface Case {
  name: string;
  failure: Failure;
  options?: Partial<SessionsClientOptions>;
  errorName: string;
  status: number | undefined;
  /** The message after the request, with which it begins. */
  message: string | RegExp;
  /** The number of requests for the page. */
  attempts: number;
  retryAfterMs?: number;
}

const oneRetry = { maxRetries: 1 };
const tooLong = "returned 200, but the body is larger than 33554432 bytes";

const cases: Case[] = [
  {
    name: "a reset before the headers",
    failure: failures.resetBeforeHeaders,
    errorName: "ConnectionError",
    status: undefined,
    message: /^received no response: (read ECONNRESET|other side closed) \(3 attempts\)$/,
    attempts: 3,
  },
  {
    name: "a reset in the middle of the body",
    failure: failures.resetInBody,
    options: oneRetry,
    errorName: "ConnectionError",
    status: undefined,
    message: /^received no response: (read ECONNRESET|other side closed|terminated) \(2 attempts\)$/,
    attempts: 2,
  },
  {
    name: "a half-closed connection",
    failure: failures.halfClose,
    options: oneRetry,
    errorName: "ConnectionError",
    status: undefined,
    message: "received no response: other side closed (2 attempts)",
    attempts: 2,
  },
  {
    name: "a response that is not HTTP",
    failure: failures.sendNonHttp,
    options: oneRetry,
    errorName: "ConnectionError",
    status: undefined,
    message: /^received no response: .*Expected HTTP.* \(2 attempts\)$/,
    attempts: 2,
  },
  {
    name: "no response",
    failure: failures.sendNothing,
    options: { maxRetries: 1, timeout: 1000 },
    errorName: "TimeoutError",
    status: undefined,
    message: "received no response: no response within 1000 ms. To wait longer, raise timeout (2 attempts)",
    attempts: 2,
  },
  {
    name: "a stall after the headers",
    failure: failures.stallAfterHeaders,
    options: { maxRetries: 0, timeout: 1000 },
    errorName: "TimeoutError",
    status: undefined,
    message: "received no response: no response within 1000 ms. To wait longer, raise timeout",
    attempts: 1,
  },
  {
    name: "a 500",
    failure: failures.sendStatus(500, { "cf-ray": "8f2d-FRA" }),
    errorName: "ApiError",
    status: 500,
    message: "returned 500 Internal Server Error (3 attempts, cf-ray 8f2d-FRA)",
    attempts: 3,
  },
  {
    name: "a 503 in HTML",
    failure: failures.sendStatus(503, { "content-type": "text/html" }, "<html>Down"),
    options: oneRetry,
    errorName: "ApiError",
    status: 503,
    message: /^returned 503 Service Unavailable: Down \(\d+ attempts\)$/,
    attempts: 2,
  },
  {
    name: "a 429 with Retry-After: 0",
    failure: failures.sendStatus(429, { "retry-after": "0" }),
    errorName: "ApiError",
    status: 429,
    message: /^returned 429 Too Many Requests \(\d+ attempts\)$/,
    attempts: 3,
    retryAfterMs: 0,
  },
  {
    name: "a 429 beyond the maximum delay",
    failure: failures.sendStatus(429, { "retry-after": "300" }),
    errorName: "ApiError",
    status: 429,
    message: "returned 429 Too Many Requests. To wait longer, raise maxRetryAfter (retry after 300 s)",
    attempts: 1,
    retryAfterMs: 300_000,
  },
  {
    name: "a 403",
    failure: failures.sendStatus(
      403,
      {},
      '{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}',
    ),
    errorName: "ApiError",
    status: 403,
    message:
      "returned 403 Forbidden: Authentication error (code 10000). Does the API token have the permission Realtime or Realtime Admin?",
    attempts: 1,
  },
  {
    name: "HTML with 200",
    failure: failures.sendBody("<!doctype html><title>Maintenance</title>", "text/html"),
    errorName: "InvalidResponseError",
    status: 200,
    message: "returned 200, but the body is not JSON: Maintenance (cf-ray 8f2d-FRA)",
    attempts: 1,
  },
  {
    name: "an empty body with 200",
    failure: failures.sendBody(""),
    errorName: "InvalidResponseError",
    status: 200,
    message: "returned 200, but the body is empty (cf-ray 8f2d-FRA)",
    attempts: 1,
  },
  {
    name: "truncated JSON",
    failure: failures.truncateJson,
    errorName: "InvalidResponseError",
    status: 200,
    message: "returned 200, but the body is not JSON",
    attempts: 1,
  },
  {
    name: "a content-length that is too short",
    failure: failures.understateContentLength,
    errorName: "InvalidResponseError",
    status: 200,
    message: "returned 200, but the body is not JSON",
    attempts: 1,
  },
  {
    name: "success: false with 200",
    failure: failures.sendBody('{"success":false,"error":{"code":500,"message":"Oh"}}'),
    errorName: "InvalidResponseError",
    status: 200,
    message: "returned 200, but success is false: Oh (code 500) (cf-ray 8f2d-FRA)",
    attempts: 1,
  },
  {
    name: "an endless body",
    failure: failures.sendEndlessly,
    errorName: "InvalidResponseError",
    status: 200,
    message: tooLong,
    attempts: 1,
  },
  {
    name: "a body that decompresses to 40 MB",
    failure: failures.sendDecompressionBomb,
    errorName: "InvalidResponseError",
    status: 200,
    message: tooLong,
    attempts: 1,
  },
  {
    name: "a 304",
    failure: failures.sendStatus(304),
    errorName: "ApiError",
    status: 304,
    message: "returned 304 Not Modified",
    attempts: 1,
  },
];

describe.concurrent.each(cases)(
  "$name",
  ({ failure, options, errorName, status, message, attempts, retryAfterMs }) => {
    // For `list` the only page fails, for `iterate` a later one.
    test.for(LISTING_MODES)(
      "ends the listing with the documented error ($mode)",
      async (mode, { onTestFinished }) => {
        const failingPageNo = mode.concurrency ? "3" : null;
        const server = await startFailingServer(createFakeApi({ sessions, firstPage: 0 }), ({ pageNo }) =>
          pageNo === failingPageNo ? failure : undefined,
        );
        onTestFinished(server.close);
        const { listed, error } = await listBy(mode, server.baseUrl, options);

        expect(error).toBeInstanceOf(ApiError);
        const thrown = error as ApiError;
        expect(thrown).toMatchObject({
          name: errorName,
          status,
          retryAfterMs,
          pageNo: mode.concurrency && 3,
        });
        const route = `GET /accounts/${fakeApiDefaults.accountId}/realtime/kit/${fakeApiDefaults.appId}/sessions`;
        const request = mode.concurrency ? `${route} (page_no 3) ` : `${route} `;
        expect(thrown.message.slice(0, request.length)).toBe(request);
        const expected: unknown = typeof message === "string" ? message : expect.stringMatching(message);
        expect(thrown.message.slice(request.length)).toEqual(expected);
        expect(inspect(thrown, { depth: 9 })).not.toContain(fakeApiDefaults.apiToken);

        // The pages before the failure are yielded, and none is re-read.
        expect(listed).toEqual(mode.concurrency ? getIds(sessions.slice(0, 3 * PER_PAGE)) : []);
        // A 429 or 503 does not count as an attempt while parallel requests are in flight. The number of such attempts
        // depends on real time.
        const uncounted =
          (status === 429 || status === 503) && mode.concurrency === 4 && attempts > 1 ? 10 : 0;
        const sent = server.requests.filter(({ pageNo }) => pageNo === failingPageNo).length;
        expect(sent).toBeLessThanOrEqual(attempts + uncounted);
        expect(sent).toBeGreaterThanOrEqual(attempts);
      },
    );
  },
);
