import { getEventListeners } from "node:events";
import { mock } from "node:test";
import { install } from "@sinonjs/fake-timers";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { RateLimiter } from "../../src/http/rate-limiter.js";
import {
  createScriptedTransport,
  getOutcome,
  getState,
  resetConnection,
  type ScriptedResponse,
  useFakeTimers,
} from "./scripted-transport.js";

const respondLater = (response: () => unknown) => (): Promise<unknown> =>
  new Promise((resolve) => setTimeout(resolve, 1000)).then(response);
const succeed = (): Response => new Response("{}");

describe("with the fake timers of Vitest", () => {
  useFakeTimers();

  describe("the Ratelimit header", () => {
    test.each([
      { header: '"default";r=0;t=30', delayMs: 30_000 },
      { header: '"default"; r=0; t=3', delayMs: 3_000 },
      { header: '"burst";r=0;t=5, "sustained";r=0;t=90', delayMs: 90_000 },
      { header: '"burst";r=0;t=5, "sustained";r=900;t=90', delayMs: 5_000 },
      { header: '"default";r=0;t=99999', delayMs: 300_000 },
      { header: '"default";r=1;t=30', delayMs: 0 },
      { header: '"default";r=249;t=10', delayMs: 0 },
      { header: '"default";t=30;r=0', delayMs: 30_000 },
      { header: '"default";r=0;pk=:YWJj:;t=30', delayMs: 30_000 },
      { header: '"default";q=100;w=60;t=30;pk=:YQ==:;r=0', delayMs: 30_000 },
      { header: '"burst";t=5;r=9, "sustained";t=90;r=0', delayMs: 90_000 },
      { header: '"a, b";t=30;r=0', delayMs: 30_000 },
      { header: '"default";pk=:YQ==:;r=0;t=30, "default";pk=:Yg==:;r=9;t=60', delayMs: 30_000 },
      { header: '"default";t=30', delayMs: 0 },
      { header: '"default";r=;t=30', delayMs: 0 },
      { header: '"default";r=0', delayMs: 0 },
      { header: "nonsense", delayMs: 0 },
    ])("$header delays the next request by $delayMs ms", async ({ header, delayMs }) => {
      const { send, sentAt } = createScriptedTransport([[200, { ratelimit: header }]]);
      await getOutcome(send());
      await getOutcome(send());
      expect(sentAt).toEqual([0, delayMs]);
    });

    test("is read from a failed response too", async () => {
      const { send, sentAt } = createScriptedTransport([[404, { ratelimit: '"default";r=0;t=30' }]]);
      await getOutcome(send());
      await getOutcome(send());
      expect(sentAt).toEqual([0, 30_000]);
    });

    /** Sends two requests at once, the first of which takes a second, then a third. */
    const runWithOneInFlight = async (
      headers: Record<string, string>,
      first: () => unknown,
    ): Promise<number[]> => {
      const { send, sentAt } = createScriptedTransport([respondLater(first), [200, headers]]);
      const slow = send(1, { maxRetries: 0 });
      await getOutcome(Promise.allSettled([slow, send(2).then(() => send(3))]));
      return sentAt;
    };

    test("delays a request only while the request in flight may be the last permitted one", async () => {
      const sentAt = await runWithOneInFlight({ ratelimit: '"default";r=1;t=30' }, succeed);
      expect(sentAt).toEqual([0, 0, 1000]);
    });

    test("counts a request in flight that fails, since it may have reached the server", async () => {
      const sentAt = await runWithOneInFlight({ ratelimit: '"default";r=1;t=30' }, resetConnection);
      expect(sentAt).toEqual([0, 0, 30_000]);
    });

    test("counts a request in flight that is aborted, since it may have reached the server", async () => {
      const controller = new AbortController();
      const { send, sentAt } = createScriptedTransport([
        () => new Promise(() => undefined),
        [200, { ratelimit: '"default";r=1;t=30' }],
      ]);
      const first = send(1, { signal: controller.signal }).catch(() => undefined);
      await getState(send(2));
      controller.abort();
      await first;
      await getOutcome(send(3));
      expect(sentAt).toEqual([0, 0, 30_000]);
    });

    test("leaves no listener when a response ends the delay", async () => {
      const { send, sentAt } = createScriptedTransport([
        respondLater(succeed),
        [200, { ratelimit: '"default";r=1;t=30' }],
      ]);
      const { signal } = new AbortController();
      const responses = Promise.all([send(1), send(2).then(() => send(3, { signal }))]);
      await vi.advanceTimersByTimeAsync(1000);
      expect(await getState(responses)).toMatchObject([{ body: {} }, { body: {} }]);
      expect(sentAt).toEqual([0, 0, 1000]);
      expect(getEventListeners(signal, "abort")).toEqual([]);
    });

    test("does not delay a call that a hook has aborted", async () => {
      const controller = new AbortController();
      const reason = new Error("enough");
      const { send, sentAt } = createScriptedTransport([[200, { ratelimit: '"default";r=0;t=30' }]], {
        onRateLimit: () => {
          controller.abort(reason);
        },
      });
      await getOutcome(send());
      expect(await getState(send(2, { signal: controller.signal }))).toBe(reason);
      expect(sentAt).toEqual([0]);
    });

    test.each([
      { what: "the first has fewer requests left", first: "r=0;t=10", second: "r=3;t=10", delayMs: 10_000 },
      { what: "the second has fewer requests left", first: "r=3;t=10", second: "r=0;t=10", delayMs: 10_000 },
      { what: "their seconds are rounded", first: "r=0;t=10", second: "r=3;t=11", delayMs: 10_000 },
      { what: "neither has requests left", first: "r=0;t=10", second: "r=0;t=11", delayMs: 10_000 },
      { what: "they belong to two windows", first: "r=0;t=10", second: "r=50;t=60", delayMs: 0 },
      {
        what: "the later window has no requests left",
        first: "r=0;t=10",
        second: "r=0;t=60",
        delayMs: 60_000,
      },
    ])("of two responses at once delays by $delayMs ms if $what", async ({ first, second, delayMs }) => {
      const { send, sentAt } = createScriptedTransport([
        [200, { ratelimit: `"default";${first}` }],
        [200, { ratelimit: `"default";${second}` }],
      ]);
      await getOutcome(Promise.all([send(1), send(2)]));
      await getOutcome(send(3));
      expect(sentAt).toEqual([0, 0, delayMs]);
    });

    test("applies until the end of its window, of any length", async () => {
      const { send, sentAt } = createScriptedTransport([
        [200, { ratelimit: '"default";r=0;t=1' }],
        [200, { ratelimit: '"default";r=5;t=0' }],
        [200, { ratelimit: '"default";r=0;t=1' }],
      ]);
      for (let calls = 0; calls < 4; calls++) await getOutcome(send());
      expect(sentAt).toEqual([0, 1000, 1000, 2000]);
    });

    test("is remembered for each policy", async () => {
      const { send, sentAt } = createScriptedTransport([
        [200, { ratelimit: '"burst";r=9;t=5, "sustained";r=0;t=90' }],
        [200, { ratelimit: '"burst";r=8;t=5' }],
      ]);
      for (let calls = 0; calls < 3; calls++) await getOutcome(send());
      expect(sentAt).toEqual([0, 90_000, 90_000]);
    });

    test("is remembered until the end of each policy's own window", async () => {
      const { send, sentAt } = createScriptedTransport([
        [200, { ratelimit: '"burst";r=0;t=5, "sustained";r=2;t=90' }],
        ...Array<ScriptedResponse>(3).fill(respondLater(succeed)),
      ]);
      await getOutcome(send());
      await getOutcome(Promise.all([send(), send(), send()]));
      // While two requests are in flight, the third may exceed the second policy.
      expect(sentAt).toEqual([0, 5000, 5000, 6000]);
    });

    test("may list the policies in any order", async () => {
      const sentAt = await runWithOneInFlight(
        { ratelimit: '"burst";r=9;t=30, "sustained";r=0;t=30' },
        () => new Response("{}", { headers: { ratelimit: '"sustained";r=9;t=90, "burst";r=8;t=30' } }),
      );
      expect(sentAt).toEqual([0, 0, 1000]);
    });

    test("prolongs the delay of a retry", async () => {
      const delays: number[] = [];
      const { send, sentAt } = createScriptedTransport([[503, { ratelimit: '"default";r=0;t=3' }]], {
        onRetry: ({ delayMs }) => delays.push(delayMs),
      });
      await getOutcome(send());
      expect(delays).toEqual([3000]);
      expect(sentAt).toEqual([0, 3000]);
    });
  });

  describe("a 429", () => {
    test.each([
      { value: "20", delayMs: 20_100 },
      { value: "300", delayMs: 60_100 },
    ])("that ends its call delays the next one by $delayMs ms", async ({ value, delayMs }) => {
      const { send, sentAt } = createScriptedTransport([[429, { "retry-after": value }]]);
      const error = await getOutcome(send(1, { maxRetries: 0 }));
      expect(error).toMatchObject({ status: 429, retryAfterMs: Number(value) * 1000 });
      expect((error as Error).message).toContain(`(retry after ${value} s)`);
      await getOutcome(send());
      expect(sentAt).toEqual([0, delayMs]);
    });

    test("delays requests that come later, which are then sent one at a time in their order", async () => {
      const { send, sentAt, requests } = createScriptedTransport([
        [429, { "retry-after": "20" }],
        respondLater(succeed),
        respondLater(succeed),
      ]);
      const responses = [send(1)];
      await vi.advanceTimersByTimeAsync(5000);
      responses.push(send(2), send(3));
      await getOutcome(Promise.all(responses));
      expect(sentAt).toEqual([0, 20_100, 21_100, 22_100]);
      expect(requests.map(({ url }) => url.searchParams.get("page_no"))).toEqual(["1", "1", "2", "3"]);
    });

    const waitShortly = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

    test("that repeats is retried before the requests that wait, even if a hook is slow", async () => {
      const { send, requests } = createScriptedTransport(
        [
          [429, { "retry-after": "20" }],
          respondLater(() => new Response(null, { status: 429, headers: { "retry-after": "5" } })),
        ],
        { onRetry: waitShortly },
      );
      const responses = [send(1)];
      await vi.advanceTimersByTimeAsync(5000);
      responses.push(send(2), send(3));
      await getOutcome(Promise.all(responses));
      expect(requests.map(({ url }) => url.searchParams.get("page_no"))).toEqual(["1", "1", "1", "2", "3"]);
    });

    test("prolongs a delay from its response, even if a hook is slow", async () => {
      const { send, sentAt } = createScriptedTransport(
        [
          [429, { "retry-after": "5" }],
          respondLater(() => new Response(null, { status: 429, headers: { "retry-after": "60" } })),
        ],
        { onResponse: waitShortly },
      );
      await getOutcome(Promise.all([send(1), send(2)]));
      expect(sentAt.slice(0, 3)).toEqual([0, 0, 61_100]);
    });

    test("of a parallel request is repeated alone, and does not count as an attempt", async () => {
      const { send, sentAt, requests } = createScriptedTransport(
        [respondLater(succeed), 429, respondLater(() => new Response(null, { status: 429 }))],
        { maxRetries: 0 },
      );
      const outcomes = await getOutcome(Promise.allSettled([send(1), send(2)]));
      expect(outcomes).toMatchObject([{ status: "fulfilled" }, { reason: { status: 429 } }]);
      expect(requests.length).toBe(3);
      expect(sentAt).toEqual([0, 0, 1000]);
    });

    test.each([
      { afterMs: 1000, outcome: { body: {} } },
      { afterMs: 4000, outcome: { status: 429 } },
    ])(
      "of a single request, $afterMs ms after four parallel ones of a second, ends in $outcome without retries",
      async ({ afterMs, outcome }) => {
        const { send } = createScriptedTransport([
          ...Array<ScriptedResponse>(4).fill(respondLater(succeed)),
          429,
        ]);
        const parallel = Promise.all([send(), send(), send(), send()]);
        await vi.advanceTimersByTimeAsync(afterMs);
        await parallel;
        // A sequential client would have sent the four requests in four seconds.
        expect(await getOutcome(send(5, { maxRetries: 0 }))).toMatchObject(outcome);
      },
    );

    test("is retried after another request in flight is aborted", async () => {
      const controller = new AbortController();
      const { send, sentAt } = createScriptedTransport([
        () => new Promise(() => undefined),
        [429, { "retry-after": "1" }],
      ]);
      const first = send(1, { signal: controller.signal });
      const second = send(2);
      expect(await getState(first)).toBe("pending");
      controller.abort();
      expect(await getState(first)).toMatchObject({ name: "AbortError" });
      expect(await getOutcome(second)).toMatchObject({ body: {} });
      expect(sentAt).toEqual([0, 0, 1100]);
    });

    test("is followed by 32 requests one at a time, then by parallel ones", async () => {
      let inFlight = 0;
      const parallel: number[] = [];
      const respond = async (): Promise<Response> => {
        const number = parallel.push(++inFlight);
        await new Promise((resolve) => setTimeout(resolve, 10));
        inFlight--;
        return number === 1 ? new Response(null, { status: 429 }) : succeed();
      };
      const { send } = createScriptedTransport(Array<ScriptedResponse>(99).fill(respond));
      await getOutcome(Promise.all(Array.from({ length: 40 }, (_, index) => send(index))));
      // The first attempts of all are in flight when the 429 arrives.
      expect(parallel.slice(0, 40)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      expect(parallel.slice(40)).toEqual([1]);
      await getOutcome(Promise.all(Array.from({ length: 33 }, (_, index) => send(index))));
      expect(parallel.slice(41, 41 + 31)).toEqual(Array(31).fill(1));
      expect(Math.max(...parallel.slice(41 + 31))).toBe(2);
    });

    test("does not depend on a clock that is set back", async () => {
      const { send, sentAt } = createScriptedTransport([[429, { "retry-after": "1" }]]);
      const promise = send();
      await vi.advanceTimersByTimeAsync(0);
      vi.setSystemTime(Date.now() - 3_600_000);
      await vi.advanceTimersByTimeAsync(1100);
      expect(await getState(promise)).toMatchObject({ body: {} });
      expect(sentAt.length).toBe(2);
    });
  });

  test("the first 500 of a parallel request does not delay other requests", async () => {
    const { send, sentAt } = createScriptedTransport([respondLater(succeed), 500]);
    const responses = [send(1), send(2)];
    await vi.advanceTimersByTimeAsync(10);
    responses.push(send(3));
    await getOutcome(Promise.all(responses));
    expect(sentAt).toEqual([0, 0, 10, 100]);
  });

  test("the delay decreases as time passes", async () => {
    const limiter = new RateLimiter();
    await vi.advanceTimersByTimeAsync(1_000);
    const permit = await limiter.acquire(1, undefined, () => undefined);
    limiter.release(permit, undefined, 5_000);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(limiter.delayMs).toBe(3_000);
  });

  test("a 429 delays the next request even while a hook runs", async () => {
    const { send, sentAt } = createScriptedTransport([429, [429, { "retry-after": "20" }]], {
      maxRetries: 0,
      onResponse: () => new Promise((resolve) => setTimeout(resolve, 50)),
    });
    await getOutcome(send(1));
    await getOutcome(Promise.allSettled([send(2), send(3)]));
    const [, second = NaN, third = NaN] = sentAt;
    expect(third - second).toBe(20_100);
  });

  test("an aborted request does not block the next one", async () => {
    const { send, requests } = createScriptedTransport([[429, { "retry-after": "20" }]], { maxRetries: 0 });
    await getOutcome(send(1));
    const controller = new AbortController();
    const second = send(2, { signal: controller.signal });
    const third = send(3);
    await getState(second);
    controller.abort(new Error("enough"));
    expect(await getState(second)).toEqual(new Error("enough"));
    expect(await getOutcome(third)).toMatchObject({ body: {} });
    expect(requests.map(({ url }) => url.searchParams.get("page_no"))).toEqual(["1", "3"]);
  });

  test("onRateLimit is called before each delay of a rate limit, but not before other delays", async () => {
    const events: unknown[] = [];
    const { send, sentAt } = createScriptedTransport(
      [[200, { ratelimit: '"default";r=0;t=30' }], [429, { "retry-after": "5" }], 502],
      { onRateLimit: (event) => events.push(event) },
    );
    await getOutcome(send());
    await getOutcome(send());
    const event = { method: "GET", url: "https://api.example.com/v4/things" };
    expect(events).toEqual([
      { ...event, attempt: 1, delayMs: 30_000 },
      { ...event, attempt: 2, delayMs: 5_100 },
    ]);
    expect(sentAt).toEqual([0, 30_000, 35_100, 35_200]);
  });

  test("the delays of hooks are whole milliseconds", async () => {
    const delays: number[] = [];
    const { send } = createScriptedTransport(
      [
        [200, { ratelimit: '"default";r=0;t=1.2345' }],
        [429, { "retry-after": "0.0005" }],
      ],
      {
        onRateLimit: ({ delayMs }) => delays.push(delayMs),
        onRetry: ({ delayMs }) => delays.push(delayMs),
      },
    );
    await getOutcome(send());
    await getOutcome(send());
    expect(delays).toEqual([1235, 101, 101]);
  });

  test("onRateLimit is called again when another response prolongs the delay", async () => {
    const delays: number[] = [];
    const { send, sentAt } = createScriptedTransport(
      [respondLater(() => new Response(null, { status: 429, headers: { "retry-after": "60" } })), [429, { "retry-after": "5" }]],
      { onRateLimit: ({ attempt, delayMs }) => delays.push(attempt, delayMs) },
    ); // prettier-ignore
    await getOutcome(Promise.all([send(1), send(2)]));
    expect(sentAt).toEqual([0, 0, 61_100, 61_100]);
    expect(delays).toEqual([2, 5_100, 2, 60_100]);
  });

  test("onRateLimit is called once for several requests, even if several responses prolong their delay", async () => {
    const delays: number[] = [];
    const respondAt = (delayMs: number, resetSeconds: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      return new Response("{}", { headers: { ratelimit: `"default";r=0;t=${resetSeconds}` } });
    };
    const { send, sentAt } = createScriptedTransport(
      [respondAt(100, 10), respondAt(700, 10), respondAt(1300, 9)],
      {
        onRateLimit: ({ delayMs }) => delays.push(delayMs),
      },
    );
    const pages = [1, 2, 3].map((pageNo) => send(pageNo));
    await vi.advanceTimersByTimeAsync(200);
    pages.push(...[4, 5, 6, 7, 8].map((pageNo) => send(pageNo)));
    await getOutcome(Promise.all(pages));
    expect(sentAt.slice(0, 3)).toEqual([0, 0, 0]);
    expect(Math.min(...sentAt.slice(3))).toBeGreaterThanOrEqual(10_100);
    expect(delays).toEqual([9_900]);
  });

  test("onRateLimit is called for each of several windows of a second", async () => {
    const delays: number[] = [];
    const { send } = createScriptedTransport(
      Array<ScriptedResponse>(4).fill([200, { ratelimit: '"default";r=0;t=1' }]),
      {
        onRateLimit: ({ delayMs }) => delays.push(delayMs),
      },
    );
    for (let calls = 0; calls < 5; calls++) await getOutcome(send());
    expect(delays).toEqual([1000, 1000, 1000, 1000]);
  });
});

describe("the delays of a retry and of a rate limit", () => {
  /** Sends a request that is retried, and another one that the rate limit delays. */
  const sendRetried = async (status: number): Promise<unknown> => {
    const { send } = createScriptedTransport([
      [status, { "retry-after": "3" }],
      [200, { ratelimit: '"default";r=0;t=3' }],
    ]);
    await send(1);
    return send(2);
  };

  test.each([429, 503])(
    "after a %i end with the fake timers of node:test, which keep performance",
    async (status) => {
      mock.timers.enable({ apis: ["setTimeout", "Date"] });
      onTestFinished(() => {
        mock.timers.reset();
      });
      let result: unknown;
      void sendRetried(status).then((value) => (result = value));
      for (let second = 0; second < 20 && !result; second++) {
        await new Promise(setImmediate);
        mock.timers.tick(1000);
      }
      await new Promise(setImmediate);
      expect(result).toMatchObject({ body: {} });
    },
  );

  test.each([429, 503])(
    "after a %i end with the fake timers of @sinonjs, which jest uses",
    async (status) => {
      const clock = install({ toNotFake: ["nextTick", "queueMicrotask", "setImmediate"], loopLimit: 50 });
      onTestFinished(() => {
        clock.uninstall();
      });
      const result = sendRetried(status);
      await clock.runAllAsync();
      expect(await result).toMatchObject({ body: {} });
    },
  );

  test.each([429, 503])(
    "after a %i end with the fake timers of Vitest that keep performance",
    async (status) => {
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      onTestFinished(() => {
        vi.useRealTimers();
      });
      expect(await getOutcome(sendRetried(status))).toMatchObject({ body: {} });
    },
  );
});
