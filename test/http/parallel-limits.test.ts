import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTransport } from "../../src/http/transport.js";
import { createRequest, getOutcome, resetConnection, TOKEN } from "./scripted-transport.js";

/** A server that accepts a number of requests per window. */
interface Limit {
  perWindow: number;
  windowMs: number;
  latencyMs: number;
  /** Whether a 429 has a Retry-After header. */
  hasRetryAfter: boolean;
  /** Whether rejected requests count towards the limit. */
  countsRejected: boolean;
  /** The status of a rejected request. Some gateways use 503. @default 429 */
  status?: number;
  /** Whether the client has a hook, which runs after a response. @default false */
  hasHook?: boolean;
}

interface Outcome {
  /** The number of requests; undefined if a page failed. */
  requests: number | undefined;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Reads pages with parallel workers. Each reads the next unread page, as read-ahead does. */
async function readPages(pages: number, concurrency: number, limit: Limit): Promise<Outcome> {
  const begin = Date.now();
  const windows = new Map<number, number>();
  let requests = 0;
  const transport = createTransport({
    baseUrl: "https://api.example.com",
    apiToken: TOKEN,
    timeout: 3_600_000,
    onResponse: limit.hasHook ? () => new Promise((resolve) => setTimeout(resolve, 1)) : undefined,
    fetch: async () => {
      requests++;
      await new Promise((resolve) => setTimeout(resolve, limit.latencyMs / 2));
      const elapsedMs = Date.now() - begin;
      const window = Math.floor(elapsedMs / limit.windowMs);
      const used = windows.get(window) ?? 0;
      const isRejected = used >= limit.perWindow;
      if (!isRejected || limit.countsRejected) windows.set(window, used + 1);
      await new Promise((resolve) => setTimeout(resolve, limit.latencyMs / 2));
      const seconds = Math.ceil((limit.windowMs - (elapsedMs % limit.windowMs)) / 1000);
      const headers = limit.hasRetryAfter ? { "retry-after": String(seconds) } : {};
      return isRejected ? new Response(null, { status: limit.status ?? 429, headers }) : new Response("{}");
    },
  });
  let next = 1;
  const readUnreadPages = async (): Promise<void> => {
    while (next <= pages) await transport.request(createRequest(next++));
  };
  const isComplete = Promise.all(Array.from({ length: concurrency }, readUnreadPages)).then(
    () => true,
    () => false,
  );
  await vi.runAllTimersAsync();
  return { requests: (await isComplete) ? requests : undefined };
}

test.each([2, 4, 8])("concurrency %i adds few requests if the server permits one per second", async (concurrency) => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  const limit = { perWindow: 1, windowMs: 1000, latencyMs: 20, hasRetryAfter: true, countsRejected: false };
  const sequential = await readPages(12, 1, limit);
  const parallel = await readPages(12, concurrency, limit);
  expect(sequential.requests).toBeGreaterThan(12);
  expect(parallel.requests).toBeLessThanOrEqual((sequential.requests ?? 0) + concurrency);
}); // prettier-ignore

test("pages can be read in parallel if the server resets all but one connection", async () => {
  let inFlight = 0;
  const transport = createTransport({
    baseUrl: "https://api.example.com",
    apiToken: TOKEN,
    fetch: async () => {
      inFlight++;
      const isReset = inFlight > 1;
      await new Promise((resolve) => setTimeout(resolve, isReset ? 1 : 4000));
      inFlight--;
      if (isReset) resetConnection();
      return new Response("{}");
    },
  });
  const pages = Array.from({ length: 12 }, (_, index) => transport.request(createRequest(index)));
  const bodies = Promise.all(pages.map(async (page) => (await page).body));
  expect(await getOutcome(bodies)).toEqual(pages.map(() => ({})));
});

test("parallel requests of a server that is down fail with one more attempt than sequential ones", async () => {
  const transport = createTransport({
    baseUrl: "https://api.example.com",
    apiToken: TOKEN,
    fetch: async () => {
      await new Promise((resolve) => setTimeout(resolve, 20_000));
      return new Response(null, { status: 503 });
    },
  });
  const first = transport.request(createRequest(0));
  const others = Array.from({ length: 7 }, (_, index) => transport.request(createRequest(index + 1)));
  void Promise.allSettled(others);
  expect(await getOutcome(first)).toHaveProperty(
    "message",
    "GET /things (page_no 0) returned 503 (4 attempts)",
  );
});

test.each([
  { what: "returns 503", latencyMs: 10_000 },
  { what: "does not respond", latencyMs: 40_000 },
])("all of many parallel requests fail soon if a server that is down $what", async ({ latencyMs }) => {
  const begin = Date.now();
  const transport = createTransport({
    baseUrl: "https://api.example.com",
    apiToken: TOKEN,
    fetch: async () => {
      await new Promise((resolve) => setTimeout(resolve, latencyMs));
      return new Response(null, { status: 503 });
    },
  });
  const failures = Array.from({ length: 40 }, async (_, index) => {
    const error = await getOutcome(transport.request(createRequest(index)));
    return { error, ms: Date.now() - begin };
  });
  for (const { error, ms } of await Promise.all(failures)) {
    expect(error).toHaveProperty("message", expect.stringContaining("(4 attempts)"));
    expect(ms).toBeLessThan(180_000);
  }
});

test("parallel requests pass a server that limits them after it was down", async () => {
  let isDown = true;
  let inFlight = 0;
  const transport = createTransport({
    baseUrl: "https://api.example.com",
    apiToken: TOKEN,
    fetch: async () => {
      let isShared = ++inFlight > 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      isShared ||= inFlight > 1;
      inFlight--;
      if (isDown) return new Response(null, { status: 503 });
      return isShared ? new Response(null, { status: 429 }) : new Response("{}");
    },
  });
  const first = transport.request(createRequest(0)).finally(() => (isDown = false));
  const others = Array.from({ length: 7 }, (_, index) => transport.request(createRequest(index + 1)));
  const bodies = Promise.all(others.map(async (page) => (await page).body));
  expect(await getOutcome(first)).toHaveProperty("status", 503);
  expect(await getOutcome(bodies)).toEqual(others.map(() => ({})));
});

test("pages that can be read one after another can be read in parallel with few additional requests", async () => {
  vi.spyOn(Math, "random").mockReturnValue(1);
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        perWindow: fc.integer({ min: 1, max: 40 }),
        windowMs: fc.constantFrom(100, 300, 1000, 5000, 20_000),
        latencyMs: fc.constantFrom(2, 20, 400),
        hasRetryAfter: fc.boolean(),
        countsRejected: fc.boolean(),
        status: fc.constantFrom(429, 503),
        hasHook: fc.boolean(),
      }),
      fc.integer({ min: 2, max: 8 }),
      fc.integer({ min: 1, max: 80 }),
      async (limit, concurrency, pages) => {
        const sequential = await readPages(pages, 1, limit);
        fc.pre(sequential.requests !== undefined);
        compared++;
        const parallel = await readPages(pages, concurrency, limit);
        expect(parallel).toEqual({ requests: expect.any(Number) as number });
        // Parallel requests are faster, so they can reach a limit that sequential requests do not reach.
        const rejected = sequential.requests - pages;
        const windows = Math.ceil(pages / limit.perWindow);
        expect(parallel.requests).toBeLessThanOrEqual(
          pages + Math.max(rejected, windows) + concurrency + Math.ceil(pages / 32),
        );
      },
    ),
    { numRuns: 40 },
  );
  expect(compared).toBeGreaterThan(20);
});
