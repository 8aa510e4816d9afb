import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSessionsClient } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** So many requests in so many milliseconds. */
interface Limit {
  name: string;
  most: number;
  every: number;
}

/** Numbers that look random and are the same each time. */
function randomSource(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** A server that counts requests in fixed windows, tells what is left, and refuses what is beyond. */
function limiter(limits: readonly Limit[]): {
  admit: () => { refused: boolean; headers: Headers };
  counts: (number | undefined)[][];
} {
  const begin = Date.now();
  const counts = limits.map(() => []);
  return {
    counts,
    admit() {
      const at = Date.now() - begin;
      let refused = false;
      const told = limits.map(({ name, most, every }, index) => {
        const windows: (number | undefined)[] = counts[index] ?? [];
        const window = Math.floor(at / every);
        const count = (windows[window] = (windows[window] ?? 0) + 1);
        refused ||= count > most;
        return `"${name}";r=${Math.max(0, most - count)};t=${Math.ceil((every - (at % every)) / 1000)}`;
      });
      return { refused, headers: new Headers({ ratelimit: told.join(", ") }) };
    },
  };
}

const burst: Limit = { name: "burst", most: 250, every: 10_000 };
const account: Limit = { name: "account", most: 1200, every: 300_000 };

describe.each([1, 4])("a long listing at concurrency %i", (concurrency) => {
  const cases: { what: string; limits: Limit[]; pages: number; latency: [number, number]; busy: number[] }[] =
    [
      { what: "250 in 10 seconds", limits: [burst], pages: 800, latency: [2, 15], busy: [250] },
      { what: "1,200 in 5 minutes", limits: [account], pages: 1500, latency: [2, 15], busy: [1200] },
      { what: "both", limits: [burst, account], pages: 1500, latency: [2, 15], busy: [250, 1200] },
      {
        what: "250 in 10 seconds, answers far apart",
        limits: [burst],
        pages: 400,
        latency: [1, 900],
        busy: [],
      },
    ];

  test.each(cases)("stays within $what, and makes use of them", async ({ limits, pages, latency, busy }) => {
    const sessions = generateSessions(pages);
    const api = createFakeApi({ sessions, firstPage: 0 });
    const { admit, counts } = limiter(limits);
    const random = randomSource(concurrency);
    const between = (): Promise<void> =>
      new Promise((resolve) => setTimeout(resolve, latency[0] + random() * (latency[1] - latency[0])));
    let refusals = 0;
    const client = createSessionsClient({
      ...fakeApiDefaults,
      fetch: async ({ url, headers }) => {
        // Requests overtake each other on their way, and answers on theirs.
        await between();
        const { refused, headers: told } = admit();
        const answer = await api(url, { headers });
        await between();
        if (refused) refusals++;
        return refused
          ? new Response(null, { status: 429, headers: told })
          : new Response(answer.body, { headers: told });
      },
    });
    const found = client.collect({ per_page: 1 }, { limit: pages + 1, concurrency });
    await vi.runAllTimersAsync();
    expect((await found).length).toBe(pages);
    expect(refusals).toBe(0);
    // No request that a window allows is left out, whatever overtakes what.
    for (const [index, windows] of counts.entries()) {
      const most = limits[index]?.most ?? 0;
      // The windows that the listing was busy all through.
      if (busy.includes(most)) expect(windows[0]).toBe(most);
      for (const count of windows) expect(count ?? 0).toBeLessThanOrEqual(most);
    }
  });
});
