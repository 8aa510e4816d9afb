import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createSessionsClient, type Session, type SessionsClient } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, type FakeApiOptions, generateSessions } from "../../src/testing.js";
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

/** What may happen to a request, and is tried again. */
const faults = {
  reset: () => Promise.reject(new TypeError("fetch failed")),
  "broken body": () =>
    new Response(new ReadableStream({ pull: (body) => { body.error(new TypeError("terminated")); } })),
  unavailable: () => new Response("<html>", { status: 503 }),
  busy: () => new Response(null, { status: 429, headers: { "retry-after": "1" } }),
  "busy at once": () => new Response(null, { status: 429, headers: { "retry-after": "0" } }),
  "none left": undefined,
}; // prettier-ignore

/** What happens at one request. */
interface Event {
  fault: keyof typeof faults | undefined;
  /** How many turns it takes to reach the server, and its answer to arrive. */
  turns: [there: number, back: number];
  /** How many sessions begin before it. */
  added: number;
  /** The place of a session that leaves the list before it. */
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
      fault: fc.option(fc.constantFrom(...(Object.keys(faults) as (keyof typeof faults)[])), {
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

/** A server at which all of this happens, and a client of it. */
class World {
  requests = 0;
  failures = 0;
  inFlight = 0;
  most = 0;
  readonly before: Session[];
  sessions: Session[];
  readonly client: SessionsClient;
  readonly #newer: Session[];

  constructor({ api, length, events }: Case) {
    this.#newer = everySession.slice(0, 100);
    this.before = everySession.slice(100, 100 + length);
    this.sessions = this.before;
    const answer = createFakeApi({ ...api, sessions: () => this.sessions });
    // How often in a row each page failed: never more often than it is tried again.
    const inARow = new Map<string, number>();
    this.client = createSessionsClient({
      ...fakeApiDefaults,
      maxRetries: MAX_RETRIES,
      fetch: async ({ url, headers }) => {
        const event = events[this.requests++];
        this.most = Math.max(this.most, ++this.inFlight);
        try {
          for (let turn = 0; turn < (event?.turns[0] ?? 0); turn++) await setImmediate();
          if (event) this.#change(event);
          const fault = event?.fault && faults[event.fault];
          const failed = inARow.get(url) ?? 0;
          inARow.set(url, fault && failed < MAX_RETRIES ? failed + 1 : 0);
          if (fault && failed < MAX_RETRIES) {
            this.failures++;
            return await fault();
          }
          const response = await answer(url, { headers });
          for (let turn = 0; turn < (event?.turns[1] ?? 0); turn++) await setImmediate();
          if (event?.fault === "none left") response.headers.set("ratelimit", '"default";r=0;t=10');
          return response;
        } finally {
          this.inFlight--;
        }
      },
    });
  }

  #change({ added, removed }: Event): void {
    const place = removed === undefined ? -1 : removed % Math.max(1, this.sessions.length);
    this.sessions = [
      ...this.#newer.splice(this.#newer.length - added, added),
      ...this.sessions.filter((_, index) => index !== place),
    ];
  }

  /** Lists all, and sees to it that nothing is left over. */
  async list({ perPage, concurrency }: Case): Promise<string[]> {
    const found: string[] = [];
    const { signal } = new AbortController();
    const composed = vi.spyOn(AbortSignal, "any");
    for await (const { id } of this.client.iterate({ per_page: perPage }, { concurrency, signal }))
      found.push(id);
    expect(this.most).toBeLessThanOrEqual(concurrency);
    // Those read ahead in vain are given up, not waited for.
    while (this.inFlight) await setImmediate();
    await setImmediate();
    expect(time.pending()).toBe(0);
    for (const each of [signal, ...composed.mock.results.map(({ value }) => value as AbortSignal)])
      expect(getEventListeners(each, "abort")).toEqual([]);
    composed.mockRestore();
    return found;
  }
}

const ids = (sessions: readonly Session[]): string[] => sessions.map(({ id }) => id);

/** What a listing may cost at the most, by the documentation of the walk and of reading ahead, and the failures. */
function mostRequests({ api, length, perPage, concurrency }: Case, failures: number): number {
  const size = Math.min(perPage, api.maxPerPage);
  const pages = Math.max(1, Math.ceil(length / size));
  // A single page that is full may be all that a server counts.
  const isCertain = length < perPage;
  if (api.paging && pages === 1 && isCertain) return 1 + failures;
  if (api.paging) return pages + (pages === 1 ? 1 : 0) + api.firstPage + failures;
  if (length === 0) return 1 + failures;
  // After a full page, the end is confirmed by that page, and an error by itself as well.
  const confirmed = api.pastTheEnd === "error" ? 2 : 1;
  const isFull = length % size === 0 || (api.pastTheEnd === "error" && pages === 1);
  return pages + 1 + api.firstPage + (isFull ? confirmed : 0) + (concurrency - 1) + failures;
}

test("a list that stays as it is comes whole, once and in order, for no more requests than stated", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (drawn) => {
      const events = drawn.events.map((event) => ({ ...event, added: 0, removed: undefined }));
      const world = new World({ ...drawn, events });
      expect(await world.list(drawn)).toEqual(ids(world.before));
      expect(world.requests).toBeLessThanOrEqual(mostRequests(drawn, world.failures));
    }),
    { numRuns: runs },
  );
});

test("of a list that grows, all that is there throughout comes once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (drawn) => {
      // Without a place, answers that overtake each other while the list grows show nothing; nor can a full page of
      // new sessions be told from a server that ignores the page number.
      const { paging, maxPerPage } = drawn.api;
      const concurrency = paging ? drawn.concurrency : 1;
      const most = paging ? Infinity : Math.min(drawn.perPage, maxPerPage) - 1;
      const events = drawn.events.map((event) => ({
        ...event,
        // Nor may the attempts at one page add up to as many.
        added: event.fault && !paging ? 0 : Math.min(event.added, most),
        removed: undefined,
      }));
      const world = new World({ ...drawn, events });
      const found = await world.list({ ...drawn, concurrency });
      expect(new Set(found).size).toBe(found.length);
      const throughout = new Set(ids(world.before));
      expect(found.filter((id) => throughout.has(id))).toEqual(ids(world.before));
    }),
    { numRuns: runs },
  );
});

test("of a list that sessions leave, all that is there throughout comes once, where paging shows it", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (drawn) => {
      const events = drawn.events.map((event) => ({ ...event, added: 0 }));
      const world = new World({ ...drawn, events, api: { ...drawn.api, paging: true, pastTheEnd: "empty" } });
      const found = await world.list(drawn);
      expect(new Set(found).size).toBe(found.length);
      expect(found).toEqual(expect.arrayContaining(ids(world.sessions)));
    }),
    { numRuns: runs },
  );
});
