import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createSessionsClient, type Session, type SessionsClient } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, type FakeApiOptions, generateSessions } from "../../src/testing.js";
import { getIds } from "../get-ids.js";
import { runs } from "../runs.js";
import { useVirtualTime, type VirtualTime } from "./virtual-time.js";

const MAX_RETRIES = 3;

let time: VirtualTime;

beforeAll(() => {
  time = useVirtualTime();
});

afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Temporary failures, after which a request is retried. */
const failureKinds = {
  reset: () => Promise.reject(new TypeError("fetch failed")),
  "broken body": () =>
    new Response(new ReadableStream({ pull: (body) => { body.error(new TypeError("terminated")); } })),
  unavailable: () => new Response("<html>", { status: 503 }),
  busy: () => new Response(null, { status: 429, headers: { "retry-after": "1" } }),
  "busy without delay": () => new Response(null, { status: 429, headers: { "retry-after": "0" } }),
  "rate limit reached": undefined,
}; // prettier-ignore

/** The events during one request. */
interface Event {
  failure: keyof typeof failureKinds | undefined;
  /** The numbers of event loop turns before the server receives the request, and before its response arrives. */
  turns: [request: number, response: number];
  /** The number of sessions that begin before the request. */
  added: number;
  /** The index of a session that leaves the list before the request. */
  removed: number | undefined;
}

interface Case {
  api: Omit<FakeApiOptions, "sessions" | "maxPerPage"> & {
    firstPage: 0 | 1;
    paging: boolean;
    maxPerPage: number;
  };
  length: number;
  perPage: number;
  concurrency: number;
  events: Event[];
}

const cases: fc.Arbitrary<Case> = fc.record({
  api: fc.record({
    firstPage: fc.constantFrom(0, 1),
    paging: fc.boolean(),
    maxPerPage: fc.integer({ min: 1, max: 8 }),
    pastTheEnd: fc.constantFrom("empty", "error"),
  }),
  length: fc.integer({ min: 0, max: 30 }),
  perPage: fc.integer({ min: 1, max: 6 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
  events: fc.array(
    fc.record({
      failure: fc.option(fc.constantFrom(...(Object.keys(failureKinds) as (keyof typeof failureKinds)[])), {
        nil: undefined,
      }),
      turns: fc.tuple(fc.nat(2), fc.nat(2)),
      added: fc.nat(2),
      removed: fc.option(fc.nat(100), { nil: undefined }),
    }),
    { maxLength: 40 },
  ),
});

/** Newest first, as the fake API lists them. */
const everySession = generateSessions(200);

/** A server with these events, and a client of it. */
class Simulation {
  requests = 0;
  failures = 0;
  inFlight = 0;
  mostInFlight = 0;
  readonly initial: Session[];
  sessions: Session[];
  readonly client: SessionsClient;
  readonly #newer: Session[];

  constructor({ api, length, events }: Case) {
    this.#newer = everySession.slice(0, 100);
    this.initial = everySession.slice(100, 100 + length);
    this.sessions = this.initial;
    const respond = createFakeApi({ ...api, sessions: () => this.sessions });
    // The consecutive failures of each page, which never exceed the retries.
    const consecutiveFailures = new Map<string, number>();
    this.client = createSessionsClient({
      ...fakeApiDefaults,
      maxRetries: MAX_RETRIES,
      fetch: async ({ url, headers }) => {
        const event = events[this.requests++];
        this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
        try {
          for (let turn = 0; turn < (event?.turns[0] ?? 0); turn++) await setImmediate();
          if (event) this.#changeList(event);
          const failure = event?.failure && failureKinds[event.failure];
          const earlierFailures = consecutiveFailures.get(url) ?? 0;
          consecutiveFailures.set(url, failure && earlierFailures < MAX_RETRIES ? earlierFailures + 1 : 0);
          if (failure && earlierFailures < MAX_RETRIES) {
            this.failures++;
            return await failure();
          }
          const response = await respond(url, { headers });
          for (let turn = 0; turn < (event?.turns[1] ?? 0); turn++) await setImmediate();
          if (event?.failure === "rate limit reached")
            response.headers.set("ratelimit", '"default";r=0;t=10');
          return response;
        } finally {
          this.inFlight--;
        }
      },
    });
  }

  #changeList({ added, removed }: Event): void {
    const removedIndex = removed === undefined ? -1 : removed % Math.max(1, this.sessions.length);
    this.sessions = [
      ...this.#newer.splice(this.#newer.length - added, added),
      ...this.sessions.filter((_, index) => index !== removedIndex),
    ];
  }

  /** Lists all sessions, and expects no leftover requests, timers or listeners. */
  async list({ perPage, concurrency }: Case): Promise<string[]> {
    const listed: string[] = [];
    const { signal } = new AbortController();
    const anySpy = vi.spyOn(AbortSignal, "any");
    for await (const { id } of this.client.iterate({ per_page: perPage }, { concurrency, signal }))
      listed.push(id);
    expect(this.mostInFlight).toBeLessThanOrEqual(concurrency);
    // Unneeded pages that were read ahead are aborted.
    while (this.inFlight) await setImmediate();
    await setImmediate();
    expect(time.countTimers()).toBe(0);
    for (const eachSignal of [signal, ...anySpy.mock.results.map(({ value }) => value as AbortSignal)])
      expect(getEventListeners(eachSignal, "abort")).toEqual([]);
    anySpy.mockRestore();
    return listed;
  }
}

/** Returns the maximum number of requests of a listing, as documented for the walk and for reading ahead. */
function calculateMaxRequests({ api, length, perPage, concurrency }: Case, failures: number): number {
  const size = Math.min(perPage, api.maxPerPage);
  const pages = Math.max(1, Math.ceil(length / size));
  // A server may cap the size of the first page, at a multiple of 5.
  const isLastFull = length % size === 0 || (pages === 1 && length % 5 === 0);
  if (length === 0 || (api.paging && pages === 1 && !isLastFull)) return 1 + failures;
  // The page after a full last page shows whether the total is right.
  if (api.paging) return pages + (isLastFull ? 1 : 0) + api.firstPage + failures;
  // Without a total, a full last page is confirmed by two more requests, and an error by one.
  const confirmations = isLastFull ? 2 : api.pastTheEnd === "error" ? 1 : 0;
  return pages + 1 + api.firstPage + confirmations + (concurrency - 1) + failures;
}

test("an unchanged list is listed once and in order, within the documented number of requests", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (sample) => {
      const events = sample.events.map((event) => ({ ...event, added: 0, removed: undefined }));
      const simulation = new Simulation({ ...sample, events });
      expect(await simulation.list(sample)).toEqual(getIds(simulation.initial));
      expect(simulation.requests).toBeLessThanOrEqual(calculateMaxRequests(sample, simulation.failures));
    }),
    { numRuns: runs },
  );
});

test("each lasting session is listed once while the list grows, and in order by sequential requests", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (sample) => {
      // Without offsets, a client cannot detect responses that overtake each other while the list grows. A full page of
      // new sessions then looks like a server that ignores the page number.
      const { paging, maxPerPage } = sample.api;
      const concurrency = paging ? sample.concurrency : 1;
      const maxAdded = paging ? Infinity : Math.min(sample.perPage, maxPerPage) - 1;
      const events = sample.events.map((event) => ({
        ...event,
        // The sessions that begin during the attempts at one page must not fill a page either.
        added: event.failure && !paging ? 0 : Math.min(event.added, maxAdded),
        removed: undefined,
      }));
      const simulation = new Simulation({ ...sample, events });
      const listed = await simulation.list({ ...sample, concurrency });
      expect(new Set(listed).size).toBe(listed.length);
      const throughout = new Set(getIds(simulation.initial));
      const listedThroughout = listed.filter((id) => throughout.has(id));
      // Responses that overtake each other look like a list that shrinks, so that a page is re-read.
      const sortIfParallel = (list: readonly string[]): readonly string[] =>
        concurrency > 1 ? [...list].sort() : list;
      expect(sortIfParallel(listedThroughout)).toEqual(sortIfParallel(getIds(simulation.initial)));
    }),
    { numRuns: runs },
  );
});

test("each lasting session is listed once while sessions leave a list with paging", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (sample) => {
      const events = sample.events.map((event) => ({ ...event, added: 0 }));
      const simulation = new Simulation({
        ...sample,
        events,
        api: { ...sample.api, paging: true, pastTheEnd: "empty" },
      });
      const listed = await simulation.list(sample);
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed).toEqual(expect.arrayContaining(getIds(simulation.sessions)));
    }),
    { numRuns: runs },
  );
});
