import { afterEach, describe, expect, test, vi } from "vitest";
import type { Session } from "../../generated/index.js";
import { type ObservedClient, observePage } from "../../src/doctor/observe.js";
import { ApiError } from "../../src/errors.js";

/** Creates a client that returns one page of sessions, and records its arguments. */
function createClient(sessions: unknown[], body: unknown = {}, headers: Record<string, string> = {}) {
  const list = vi.fn<ObservedClient["list"]>(() =>
    Promise.resolve({
      sessions: sessions as Session[],
      body,
      response: new Response(null, { status: 203, headers }),
    }),
  );
  return { list };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("the observation of a page", () => {
  test("has the ids, the creation times, and offsets from 0 with an exclusive end", async () => {
    const sessions = [{ id: "a", created_at: "1970-01-01T00:00:01Z" }, { id: "", created_at: 5 }, null];
    const paging = { total_count: 9, start_offset: 4, end_offset: 6 };
    expect(await observePage(createClient(sessions, { paging }), 2, 3)).toEqual({
      perPage: 3,
      status: 203,
      ids: ["a", undefined, undefined],
      createdAt: [1000, NaN, NaN],
      paging: { total: 9, start: 3, end: 6 },
      headers: new Headers(),
      latencyMs: expect.any(Number) as number,
      clockDifferenceMs: undefined,
    });
  });

  test("requests a page with a number and a signal only if they are given", async () => {
    const client = createClient([]);
    const { signal } = new AbortController();
    await observePage(client, undefined, 1);
    await observePage(client, 0, 1, signal);
    expect(client.list.mock.calls).toEqual([
      [{ per_page: 1 }, undefined],
      [{ per_page: 1, page_no: 0 }, { signal }],
    ]);
  });

  test("has the latency in milliseconds, and the difference to the clock of the API in whole seconds", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-06-30T12:00:00.900Z") });
    await vi.advanceTimersByTimeAsync(1000);
    const headers = { date: "Tue, 30 Jun 2026 12:00:11 GMT" };
    const { list } = createClient([], {}, headers);
    const observation = observePage(
      {
        async list(query) {
          await new Promise((resolve) => setTimeout(resolve, 250));
          return list(query);
        },
      },
      1,
      1,
    );
    await vi.advanceTimersByTimeAsync(250);
    expect(await observation).toMatchObject({ latencyMs: 250, clockDifferenceMs: 9000 });
  });

  test("of a failed request has its status, headers and error, and no list", async () => {
    const response = new Response(null, { status: 404, headers: { "x-a": "1" } });
    const error = new ApiError("Not found", { response });
    const observation = await observePage({ list: () => Promise.reject(error) }, 5, 7);
    expect(observation).toEqual({
      perPage: 7,
      status: 404,
      error,
      ids: undefined,
      createdAt: [],
      paging: { total: undefined, start: undefined, end: undefined },
      headers: response.headers,
      latencyMs: expect.any(Number) as number,
      clockDifferenceMs: undefined,
    });
  });

  test("rejects with an error that is not of the API", async () => {
    const error = new TypeError("invalid");
    await expect(observePage({ list: () => Promise.reject(error) }, 1, 1)).rejects.toBe(error);
  });
});
