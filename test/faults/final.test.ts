import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ApiError, type SessionsClientOptions } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";
import * as faults from "./faults.js";
import { type Fault, startFaultyServer } from "./faulty-server.js";
import { COUNT, ids, listBy, PER_PAGE, WAYS } from "./listing.js";

const sessions = generateSessions(COUNT);

beforeAll(() => {
  // The shortest of waits.
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterAll(() => {
  vi.restoreAllMocks();
});

/** A fault that does not pass, and what the listing ends in. */
interface Case {
  what: string;
  fault: Fault;
  options?: Partial<SessionsClientOptions>;
  name: string;
  status: number | undefined;
  /** The message, after the request that it names first. */
  says: string | RegExp;
  /** How often the page is asked for. */
  attempts: number;
  retryAfter?: number;
}

const once = { maxRetries: 1 };
const tooLong = "returned 200, but the body is larger than 33554432 bytes";

const cases: Case[] = [
  {
    what: "resets before the headers",
    fault: faults.resetBeforeHeaders,
    name: "ConnectionError",
    status: undefined,
    says: /^received no response in 3 attempts: (read ECONNRESET|other side closed)$/,
    attempts: 3,
  },
  {
    what: "resets in the middle of the body",
    fault: faults.resetInBody,
    options: once,
    name: "ConnectionError",
    status: undefined,
    says: /^received no response in 2 attempts: (read ECONNRESET|other side closed|terminated)$/,
    attempts: 2,
  },
  {
    what: "half-closed connections",
    fault: faults.halfClosed,
    options: once,
    name: "ConnectionError",
    status: undefined,
    says: "received no response in 2 attempts: other side closed",
    attempts: 2,
  },
  {
    what: "answers that are no HTTP",
    fault: faults.noHttp,
    options: once,
    name: "ConnectionError",
    status: undefined,
    says: /^received no response in 2 attempts: .*Expected HTTP/,
    attempts: 2,
  },
  {
    what: "silence",
    fault: faults.silence,
    options: { maxRetries: 1, timeout: 1000 },
    name: "TimeoutError",
    status: undefined,
    says: "received no response in 2 attempts: no response within 1000 ms",
    attempts: 2,
  },
  {
    what: "stalls after the headers",
    fault: faults.stallAfterHeaders,
    options: { maxRetries: 0, timeout: 1000 },
    name: "TimeoutError",
    status: undefined,
    says: "received no response: no response within 1000 ms",
    attempts: 1,
  },
  {
    what: "500",
    fault: faults.status(500, { "cf-ray": "8f2d-FRA" }),
    name: "ApiError",
    status: 500,
    says: "returned 500 Internal Server Error (cf-ray 8f2d-FRA)",
    attempts: 3,
  },
  {
    what: "503 in HTML",
    fault: faults.status(503, { "content-type": "text/html" }, "<html>Down"),
    options: once,
    name: "ApiError",
    status: 503,
    says: "returned 503 Service Unavailable: Down",
    attempts: 2,
  },
  {
    what: "429 with Retry-After: 0",
    fault: faults.status(429, { "retry-after": "0" }),
    name: "ApiError",
    status: 429,
    says: "returned 429 Too Many Requests",
    attempts: 3,
    retryAfter: 0,
  },
  {
    what: "429 beyond the longest wait",
    fault: faults.status(429, { "retry-after": "300" }),
    name: "ApiError",
    status: 429,
    says: "returned 429 Too Many Requests (retry after 300 s)",
    attempts: 1,
    retryAfter: 300_000,
  },
  {
    what: "403",
    fault: faults.status(
      403,
      {},
      '{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}',
    ),
    name: "ApiError",
    status: 403,
    says: "returned 403 Forbidden: Authentication error (code 10000). Has the API token the permission Realtime or Realtime Admin?",
    attempts: 1,
  },
  {
    what: "HTML with 200",
    fault: faults.body("<!doctype html><title>Maintenance</title>", "text/html"),
    name: "InvalidResponseError",
    status: 200,
    says: "returned 200, but the body is not JSON (cf-ray 8f2d-FRA)",
    attempts: 1,
  },
  {
    what: "nothing with 200",
    fault: faults.body(""),
    name: "InvalidResponseError",
    status: 200,
    says: "returned 200, but the body is empty (cf-ray 8f2d-FRA)",
    attempts: 1,
  },
  {
    what: "204",
    fault: faults.status(204),
    name: "InvalidResponseError",
    status: 204,
    says: "returned 204, but the body is empty",
    attempts: 1,
  },
  {
    what: "truncated JSON",
    fault: faults.truncatedJson,
    name: "InvalidResponseError",
    status: 200,
    says: "returned 200, but the body is not JSON",
    attempts: 1,
  },
  {
    what: "a content-length that is too short",
    fault: faults.contentLengthTooShort,
    name: "InvalidResponseError",
    status: 200,
    says: "returned 200, but the body is not JSON",
    attempts: 1,
  },
  {
    what: "success: false with 200",
    fault: faults.body('{"success":false,"error":{"code":500,"message":"Oh"}}'),
    name: "InvalidResponseError",
    status: 200,
    says: "returned 200, but success is false: Oh (code 500) (cf-ray 8f2d-FRA)",
    attempts: 1,
  },
  {
    what: "a body without an end",
    fault: faults.endless,
    name: "InvalidResponseError",
    status: 200,
    says: tooLong,
    attempts: 1,
  },
  {
    what: "a body that unpacks to 40 MB",
    fault: faults.bomb,
    name: "InvalidResponseError",
    status: 200,
    says: tooLong,
    attempts: 1,
  },
  {
    what: "304",
    fault: faults.status(304),
    name: "ApiError",
    status: 304,
    says: "returned 304 Not Modified",
    attempts: 1,
  },
];

describe.concurrent.each(cases)("$what", ({ fault, options, name, status, says, attempts, retryAfter }) => {
  // `list` meets it on its one page; the listings after they have yielded a page.
  test.for(WAYS)("ends in an error that says so ($way)", async (way, { onTestFinished }) => {
    const at = way.concurrency ? "3" : null;
    const server = await startFaultyServer(createFakeApi({ sessions, firstPage: 0 }), ({ pageNo }) =>
      pageNo === at ? fault : undefined,
    );
    onTestFinished(server.close);
    const { found, error } = await listBy(way, server.baseUrl, options);

    expect(error).toBeInstanceOf(ApiError);
    const thrown = error as ApiError;
    expect(thrown).toMatchObject({ name, status, retryAfter, pageNo: way.concurrency && 3 });
    const route = `GET /accounts/${fakeApiDefaults.accountId}/realtime/kit/${fakeApiDefaults.appId}/sessions`;
    const request = way.concurrency ? `${route} (page_no 3) ` : `${route} `;
    expect(thrown.message.slice(0, request.length)).toBe(request);
    const rest = thrown.message.slice(request.length);
    if (typeof says === "string") expect(rest).toBe(says);
    else expect(rest).toMatch(says);
    expect(inspect(thrown, { depth: 9 })).not.toContain(fakeApiDefaults.apiToken);

    // What was read before it is yielded, and nothing is read again in vain.
    expect(found).toEqual(way.concurrency ? ids(sessions.slice(0, 3 * PER_PAGE)) : []);
    // A 429 of a request that was not alone does not count as an attempt.
    const uncounted = status === 429 && way.concurrency === 4 && attempts > 1 ? 1 : 0;
    const sent = server.requests.filter(({ pageNo }) => pageNo === at).length;
    expect(sent).toBeLessThanOrEqual(attempts + uncounted);
    expect(sent).toBeGreaterThanOrEqual(attempts);
  });
});
