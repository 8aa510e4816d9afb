import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createFakeApi, generateSessions } from "../../src/testing.js";
import * as failures from "./failures.js";
import { type Failure, type Schedule, startFailingServer } from "./failing-server.js";
import { COUNT, listBy, expectedIds, WAYS } from "./listing.js";

const sessions = generateSessions(COUNT);

beforeAll(() => {
  // The shortest delay before a retry.
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterAll(() => {
  vi.restoreAllMocks();
});

/** Fails the first attempts at the first page and at page 3. */
function failOnTwoPages(failure: Failure, attempts = 1): Schedule {
  return ({ pageNo, attempt }) =>
    (pageNo === null || pageNo === "3") && attempt <= attempts ? failure : undefined;
}

describe.concurrent("a temporary failure", () => {
  const retried: { name: string; failure: Failure; attempts?: number; timeout?: number }[] = [
    { name: "a reset before the headers", failure: failures.resetBeforeHeaders },
    { name: "a close before the headers", failure: failures.closedBeforeHeaders },
    { name: "a reset in the middle of the body", failure: failures.resetInBody },
    { name: "a half-closed connection", failure: failures.halfClosed },
    { name: "an incomplete chunk", failure: failures.cutChunk },
    { name: "a content-length that is too long", failure: failures.contentLengthTooLong },
    { name: "a response that is not HTTP", failure: failures.notHttp },
    { name: "no response", failure: failures.noResponse, timeout: 1000 },
    { name: "a stall after the headers", failure: failures.stallAfterHeaders, timeout: 1000 },
    { name: "a stall in the middle of the body", failure: failures.stallInBody, timeout: 1000 },
    { name: "an uncompressed body with Content-Encoding: gzip", failure: failures.falselyGzipped },
    { name: "a burst of 500", failure: failures.sendStatus(500), attempts: 2 },
    { name: "a burst of 502 in HTML", failure: failures.sendStatus(502, {}, "<html>Bad gateway"), attempts: 2 },
    { name: "a burst of 503", failure: failures.sendStatus(503, { "retry-after": "0" }), attempts: 2 },
    { name: "a burst of 504", failure: failures.sendStatus(504), attempts: 2 },
    { name: "a 408", failure: failures.sendStatus(408) },
    { name: "a burst of 429 with Retry-After: 0", failure: failures.sendStatus(429, { "retry-after": "0" }), attempts: 2 },
    { name: "a burst of 429 with a past date", failure: failures.sendStatus(429, { "retry-after": "Wed, 01 Jan 2020 00:00:00 GMT" }), attempts: 2 },
    { name: "a burst of 429 without Retry-After", failure: failures.sendStatus(429), attempts: 2 },
  ]; // prettier-ignore

  describe.concurrent.each(retried)("$name", ({ failure, attempts = 1, timeout }) => {
    test.for(WAYS)(
      "is retried, and each session is listed once and in order ($way)",
      async (way, { onTestFinished }) => {
        const server = await startFailingServer(
          createFakeApi({ sessions }),
          failOnTwoPages(failure, attempts),
        );
        onTestFinished(server.close);
        const { found, error } = await listBy(way, server.baseUrl, { timeout });
        expect(error).toBeUndefined();
        expect(found).toEqual(expectedIds(way, sessions));
        // The list has five pages. The first is also requested by its number, to detect the number of the first page.
        expect(server.requests.length).toBe(way.concurrency ? 6 + 2 * attempts : 1 + attempts);
      },
    );
  });

  test.for(WAYS)(
    "of 429 with Retry-After: 1 delays the retry by one second ($way)",
    async (way, { onTestFinished }) => {
      const server = await startFailingServer(createFakeApi({ sessions }), ({ request }) =>
        request === 1 ? failures.sendStatus(429, { "retry-after": "1" }) : undefined,
      );
      onTestFinished(server.close);
      const delays: number[] = [];
      const { found } = await listBy(way, server.baseUrl, { onRetry: ({ delayMs }) => delays.push(delayMs) });
      expect(found).toEqual(expectedIds(way, sessions));
      expect(delays).toEqual([1100]);
    },
  );
});

const unusual: { name: string; failure: Failure }[] = [
  { name: "slow chunks", failure: failures.slowChunks },
  { name: "ten million bytes", failure: failures.tenMegabytes },
  { name: "compressed bytes", failure: failures.gzipped },
];

describe.concurrent.each(unusual)("a complete response as $name", ({ failure }) => {
  test.for(WAYS)(
    "needs no retry, and each session is listed once and in order ($way)",
    async (way, { onTestFinished }) => {
      const server = await startFailingServer(createFakeApi({ sessions }), failOnTwoPages(failure));
      onTestFinished(server.close);
      const { found, error } = await listBy(way, server.baseUrl, { maxRetries: 0 });
      expect(error).toBeUndefined();
      expect(found).toEqual(expectedIds(way, sessions));
    },
  );
});

const servers = ([0, 1] as const).flatMap((firstPage) =>
  [true, false].map((paging) => ({ firstPage, paging })),
);

describe.concurrent.each(servers)(
  "a failure of every first attempt (page numbers from $firstPage, paging: $paging)",
  (server) => {
    test.for(WAYS)("does not change the listing ($way)", async (way, { onTestFinished }) => {
      const kinds = [failures.resetInBody, failures.sendStatus(503), failures.contentLengthTooLong];
      const { baseUrl, close } = await startFailingServer(
        createFakeApi({ sessions, ...server }),
        ({ attempt, request }) => (attempt === 1 ? kinds[request % kinds.length] : undefined),
      );
      onTestFinished(close);
      const { found, error } = await listBy(way, baseUrl);
      expect(error).toBeUndefined();
      expect(found).toEqual(expectedIds(way, sessions));
    });
  },
);
