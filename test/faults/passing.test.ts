import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createFakeApi, generateSessions } from "../../src/testing.js";
import * as faults from "./faults.js";
import { type Fault, type Schedule, startFaultyServer } from "./faulty-server.js";
import { COUNT, listBy, wanted, WAYS } from "./listing.js";

const sessions = generateSessions(COUNT);

beforeAll(() => {
  // The shortest of waits.
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterAll(() => {
  vi.restoreAllMocks();
});

/** The fault at the first so many attempts of the first page and of page 3. */
function onTwoPages(fault: Fault, attempts = 1): Schedule {
  return ({ pageNo, attempt }) =>
    (pageNo === null || pageNo === "3") && attempt <= attempts ? fault : undefined;
}

describe.concurrent("every session comes exactly once and in order, in spite of", () => {
  const retried: { what: string; fault: Fault; attempts?: number; timeout?: number }[] = [
    { what: "a reset before the headers", fault: faults.resetBeforeHeaders },
    { what: "a close before the headers", fault: faults.closedBeforeHeaders },
    { what: "a reset in the middle of the body", fault: faults.resetInBody },
    { what: "a half-closed connection", fault: faults.halfClosed },
    { what: "a chunk that breaks off", fault: faults.cutChunk },
    { what: "a content-length that is too long", fault: faults.contentLengthTooLong },
    { what: "an answer that is no HTTP", fault: faults.noHttp },
    { what: "silence", fault: faults.silence, timeout: 1000 },
    { what: "a stall after the headers", fault: faults.stallAfterHeaders, timeout: 1000 },
    { what: "a stall in the middle of the body", fault: faults.stallInBody, timeout: 1000 },
    { what: "a body that is said to be packed", fault: faults.falselyGzipped },
    { what: "a burst of 500", fault: faults.status(500), attempts: 2 },
    { what: "a burst of 502 in HTML", fault: faults.status(502, {}, "<html>Bad gateway"), attempts: 2 },
    { what: "a burst of 503", fault: faults.status(503, { "retry-after": "0" }), attempts: 2 },
    { what: "a burst of 504", fault: faults.status(504), attempts: 2 },
    { what: "a 408", fault: faults.status(408) },
    { what: "a storm of 429 with Retry-After: 0", fault: faults.status(429, { "retry-after": "0" }), attempts: 2 },
    { what: "a storm of 429 with a date that is past", fault: faults.status(429, { "retry-after": "Wed, 01 Jan 2020 00:00:00 GMT" }), attempts: 2 },
    { what: "a storm of 429 with nothing said", fault: faults.status(429), attempts: 2 },
  ]; // prettier-ignore

  describe.concurrent.each(retried)("$what", ({ fault, attempts = 1, timeout }) => {
    test.for(WAYS)("($way)", async (way, { onTestFinished }) => {
      const server = await startFaultyServer(createFakeApi({ sessions }), onTwoPages(fault, attempts));
      onTestFinished(server.close);
      const { found, error } = await listBy(way, server.baseUrl, { timeout });
      expect(error).toBeUndefined();
      expect(found).toEqual(wanted(way, sessions));
      // The list has five pages; the first is asked for under its number as well, to learn the numbering.
      expect(server.requests.length).toBe(way.concurrency ? 6 + 2 * attempts : 1 + attempts);
    });
  });

  test.for(WAYS)(
    "a 429 with Retry-After: 1, which takes that second ($way)",
    async (way, { onTestFinished }) => {
      const server = await startFaultyServer(createFakeApi({ sessions }), ({ request }) =>
        request === 1 ? faults.status(429, { "retry-after": "1" }) : undefined,
      );
      onTestFinished(server.close);
      const waits: number[] = [];
      const { found } = await listBy(way, server.baseUrl, { onRetry: ({ delayMs }) => waits.push(delayMs) });
      expect(found).toEqual(wanted(way, sessions));
      expect(waits).toEqual([1100]);
    },
  );

  const borne: { what: string; fault: Fault }[] = [
    { what: "a slow drip", fault: faults.slowDrip },
    { what: "pages of ten million bytes", fault: faults.tenMegabytes },
    { what: "packed pages", fault: faults.gzipped },
  ];

  describe.concurrent.each(borne)("$what, without another attempt", ({ fault }) => {
    test.for(WAYS)("($way)", async (way, { onTestFinished }) => {
      const server = await startFaultyServer(createFakeApi({ sessions }), onTwoPages(fault));
      onTestFinished(server.close);
      const { found, error } = await listBy(way, server.baseUrl, { maxRetries: 0 });
      expect(error).toBeUndefined();
      expect(found).toEqual(wanted(way, sessions));
    });
  });
});

describe.concurrent("a fault on every first attempt", () => {
  test.for(WAYS)(
    "changes nothing, wherever pages are counted from ($way)",
    async (way, { onTestFinished }) => {
      for (const firstPage of [0, 1] as const)
        for (const paging of [true, false]) {
          const kinds = [faults.resetInBody, faults.status(503), faults.contentLengthTooLong];
          const server = await startFaultyServer(
            createFakeApi({ sessions, firstPage, paging }),
            ({ attempt, request }) => (attempt === 1 ? kinds[request % kinds.length] : undefined),
          );
          onTestFinished(server.close);
          const { found, error } = await listBy(way, server.baseUrl);
          expect(error).toBeUndefined();
          expect(found).toEqual(wanted(way, sessions));
        }
    },
  );
});
