import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createFakeApi, generateSessions } from "../../src/testing.js";
import * as failures from "./failures.js";
import { type Failure, type Schedule, startFailingServer } from "./failing-server.js";
import { getExpectedIds, listBy, LISTING_MODES, TOTAL } from "./listing.js";

const sessions = generateSessions(TOTAL);

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
    { name: "a close before the headers", failure: failures.closeBeforeHeaders },
    { name: "a reset in the middle of the body", failure: failures.resetInBody },
    { name: "a half-closed connection", failure: failures.halfClose },
    { name: "an incomplete chunk", failure: failures.cutChunk },
    { name: "a content-length that is too long", failure: failures.overstateContentLength },
    { name: "a response that is not HTTP", failure: failures.sendNonHttp },
    { name: "no response", failure: failures.sendNothing, timeout: 1000 },
    { name: "a stall after the headers", failure: failures.stallAfterHeaders, timeout: 1000 },
    { name: "a stall in the middle of the body", failure: failures.stallInBody, timeout: 1000 },
    { name: "an uncompressed body with Content-Encoding: gzip", failure: failures.sendFalselyGzipped },
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
    test.for(LISTING_MODES)(
      "is retried, and each session is listed once and in order ($mode)",
      async (mode, { onTestFinished }) => {
        const server = await startFailingServer(
          createFakeApi({ sessions }),
          failOnTwoPages(failure, attempts),
        );
        onTestFinished(server.close);
        const { listed, error } = await listBy(mode, server.baseUrl, { timeout });
        expect(error).toBeUndefined();
        expect(listed).toEqual(getExpectedIds(mode, sessions));
        // The list has five pages. The first is also requested by its number, to detect the number of the first page.
        expect(server.requests.length).toBe(mode.concurrency ? 6 + 2 * attempts : 1 + attempts);
      },
    );
  });

  test.for(LISTING_MODES)(
    "of 429 with Retry-After: 1 delays the retry by one second ($mode)",
    async (mode, { onTestFinished }) => {
      const server = await startFailingServer(createFakeApi({ sessions }), ({ request }) =>
        request === 1 ? failures.sendStatus(429, { "retry-after": "1" }) : undefined,
      );
      onTestFinished(server.close);
      const delays: number[] = [];
      const { listed } = await listBy(mode, server.baseUrl, {
        onRetry: ({ delayMs }) => delays.push(delayMs),
      });
      expect(listed).toEqual(getExpectedIds(mode, sessions));
      expect(delays).toEqual([1100]);
    },
  );
});

const unusual: { name: string; failure: Failure }[] = [
  { name: "slow chunks", failure: failures.sendSlowChunks },
  { name: "ten million additional bytes", failure: failures.sendTenMegabytes },
  { name: "compressed bytes", failure: failures.sendGzipped },
];

describe.concurrent.each(unusual)("a complete response in $name", ({ failure }) => {
  test.for(LISTING_MODES)(
    "needs no retry for a complete listing ($mode)",
    async (mode, { onTestFinished }) => {
      const server = await startFailingServer(createFakeApi({ sessions }), failOnTwoPages(failure));
      onTestFinished(server.close);
      const { listed, error } = await listBy(mode, server.baseUrl, { maxRetries: 0 });
      expect(error).toBeUndefined();
      expect(listed).toEqual(getExpectedIds(mode, sessions));
    },
  );
});

const servers = ([0, 1] as const).flatMap((firstPage) =>
  [true, false].map((paging) => ({ firstPage, paging })),
);

describe.concurrent.each(servers)(
  "a failure of every first attempt (page numbers from $firstPage, paging: $paging)",
  (server) => {
    test.for(LISTING_MODES)("does not change the listing ($mode)", async (mode, { onTestFinished }) => {
      const kinds = [failures.resetInBody, failures.sendStatus(503), failures.overstateContentLength];
      const { baseUrl, close } = await startFailingServer(
        createFakeApi({ sessions, ...server }),
        ({ attempt, request }) => (attempt === 1 ? kinds[request % kinds.length] : undefined),
      );
      onTestFinished(close);
      const { listed, error } = await listBy(mode, baseUrl);
      expect(error).toBeUndefined();
      expect(listed).toEqual(getExpectedIds(mode, sessions));
    });
  },
);
