import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  ApiError,
  ConnectionError,
  createSessionsClient,
  InvalidResponseError,
  type RequestUrl,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
  type SessionsClient,
  type SessionsClientOptions,
  TimeoutError,
} from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterEach(() => {
  // Whatever happened: nothing is left that would keep a process alive, or wake it.
  expect(vi.getTimerCount()).toBe(0);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** One answer of a script: a status with headers, or what `fetch` does. */
type Answer = number | [status: number, headers: Record<string, string>] | ((signal: AbortSignal) => unknown);

interface Scripted {
  client: SessionsClient;
  /** When each request was sent, in milliseconds since the script began. */
  sentAt: number[];
  requests: RequestUrl[];
}

const page = (): Response => Response.json({ data: { sessions: [] }, success: true });
const never = (): Promise<never> => new Promise(() => undefined);

/** A client whose requests are answered in turn as the script has it, and by an empty page after its end. */
function scripted(answers: readonly Answer[], options: Partial<SessionsClientOptions> = {}): Scripted {
  const begin = Date.now();
  const sentAt: number[] = [];
  const requests: RequestUrl[] = [];
  const client = createSessionsClient({
    ...fakeApiDefaults,
    fetch: async (request, init) => {
      const answer = answers[requests.length] ?? 200;
      requests.push(request);
      sentAt.push(Date.now() - begin);
      if (typeof answer === "function") return (await answer(init.signal)) as Response;
      const [status, headers] = typeof answer === "number" ? [answer, {}] : answer;
      return status === 200
        ? new Response(page().body, { headers })
        : new Response(null, { status, headers });
    },
    ...options,
  });
  return { client, sentAt, requests };
}

/** What a promise comes to, with as much time as it takes. */
async function outcome(promise: Promise<unknown>): Promise<unknown> {
  const settled = promise.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

/** What a promise has come to by now, without any time passing. */
async function now(promise: Promise<unknown>): Promise<unknown> {
  return Promise.race([
    promise.catch((error: unknown) => error),
    vi.advanceTimersByTimeAsync(0).then(() => "still pending"),
  ]);
}

const reset = (): never => {
  throw new TypeError("fetch failed", { cause: new Error("read ECONNRESET") });
};

describe("another attempt is made", () => {
  test.each([408, 425, 429, 500, 502, 503, 504, 520, 530, 599])("after the status %i", async (status) => {
    const { client, requests } = scripted([status]);
    expect(await outcome(client.list())).toMatchObject({ sessions: [] });
    expect(requests.length).toBe(2);
  });

  test("after a connection failure", async () => {
    const { client, requests } = scripted([reset]);
    expect(await outcome(client.list())).toMatchObject({ sessions: [] });
    expect(requests.length).toBe(2);
  });

  test.each([400, 401, 402, 403, 404, 405, 409, 410, 422, 501, 505])(
    "not after the status %i",
    async (status) => {
      const { client, requests } = scripted([status]);
      expect(await outcome(client.list())).toMatchObject({ name: "ApiError", status });
      expect(requests.length).toBe(1);
    },
  );

  test("not after an answer that is not what the API promises", async () => {
    const { client, requests } = scripted([() => new Response("<html>")]);
    expect(await outcome(client.list())).toBeInstanceOf(InvalidResponseError);
    expect(requests.length).toBe(1);
  });
});

describe("maxRetries", () => {
  const always = Array<Answer>(9).fill(503);

  test.each([
    { options: {}, call: {}, attempts: 3 },
    { options: { maxRetries: 0 }, call: {}, attempts: 1 },
    { options: { maxRetries: 5 }, call: {}, attempts: 6 },
    { options: { maxRetries: 5 }, call: { maxRetries: 0 }, attempts: 1 },
    { options: { maxRetries: 0 }, call: { maxRetries: 2 }, attempts: 3 },
    { options: { maxRetries: 1 }, call: { maxRetries: undefined }, attempts: 2 },
  ])("$options for the client and $call for the call: $attempts attempts", async (given) => {
    for (const ask of [
      (client: SessionsClient) => client.list({}, given.call),
      (client: SessionsClient) => client.iterate({}, given.call).next(),
      (client: SessionsClient) => client.collect({}, { ...given.call, limit: 5 }),
    ]) {
      const { client, requests } = scripted(always, given.options);
      expect(await outcome(ask(client))).toMatchObject({ name: "ApiError", status: 503 });
      expect(requests.length).toBe(given.attempts);
    }
  });

  test("counts for each page anew", async () => {
    const api = createFakeApi({ sessions: generateSessions(6), firstPage: 0 });
    let requests = 0;
    const client = createSessionsClient({
      ...fakeApiDefaults,
      fetch: (request) =>
        ++requests % 3 ? Promise.resolve(new Response(null, { status: 503 })) : api(request),
    });
    const found = (await outcome(client.collect({ per_page: 2 }, { limit: 9 }))) as unknown[];
    expect(found.length).toBe(6);
    expect(requests).toBe(9);
  });

  test("is told in the error of a connection that never comes about", async () => {
    const { client } = scripted([reset, reset, reset]);
    const error = (await outcome(client.list())) as ConnectionError;
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toMatch(/ received no response in 3 attempts: read ECONNRESET$/);
  });
});

describe("the wait between attempts", () => {
  const always = Array<Answer>(9).fill(503);

  test.each([
    { random: 0, waits: [100, 100, 100, 100, 100, 100, 100] },
    { random: 0.5, waits: [250, 500, 1000, 2000, 4000, 4000, 4000] },
    { random: 1, waits: [500, 1000, 2000, 4000, 8000, 8000, 8000] },
  ])("is a random part ($random) of a time that doubles: $waits", async ({ random, waits }) => {
    vi.spyOn(Math, "random").mockReturnValue(random);
    const { client, sentAt } = scripted(always, { maxRetries: waits.length });
    await outcome(client.list());
    expect(sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0))).toEqual(waits);
  });

  const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toUTCString();

  test.each([
    { what: "seconds", value: () => "7", wait: 7100 },
    { what: "seconds, just as long as is waited for", value: () => "60", wait: 60_100 },
    { what: "0, which is no busy loop", value: () => "0", wait: 100 },
    { what: "a date", value: () => inSeconds(7), wait: 7100 },
    { what: "a date that is past", value: () => inSeconds(-7), wait: 100 },
    { what: "what cannot be read", value: () => "soon", wait: 100 },
  ])("follows what Retry-After asks for ($what)", async ({ value, wait }) => {
    for (const status of [429, 503]) {
      vi.setSystemTime(new Date("2026-06-30T12:00:00Z"));
      const { client, sentAt } = scripted([[status, { "retry-after": value() }]]);
      expect(await outcome(client.list())).toMatchObject({ sessions: [] });
      expect(sentAt).toEqual([0, wait]);
    }
  });

  test.each([
    { what: "seconds", value: () => "61", retryAfter: 61_000 },
    { what: "many seconds", value: () => "300", retryAfter: 300_000 },
    { what: "a date", value: () => inSeconds(3600), retryAfter: 3_600_000 },
  ])("is left to the caller where Retry-After asks for more than a minute ($what)", async (given) => {
    for (const status of [429, 503]) {
      vi.setSystemTime(new Date("2026-06-30T12:00:00Z"));
      const { client, requests } = scripted([[status, { "retry-after": given.value() }]]);
      const error = (await now(client.list())) as ApiError;
      expect(error).toMatchObject({ name: "ApiError", status, retryAfter: given.retryAfter });
      expect(requests.length).toBe(1);
    }
  });
});

describe("an abort", () => {
  const reason = new Error("enough");

  const phases: { phase: string; answer: Answer; after: number }[] = [
    { phase: "before the headers", answer: never, after: 10 },
    { phase: "in the body", answer: () => new Response(new ReadableStream()), after: 10 },
    { phase: "in the wait after a 503", answer: 503, after: 50 },
    { phase: "in the wait that Retry-After asks for", answer: [503, { "retry-after": "30" }], after: 20_000 },
    { phase: "in the wait after a 429", answer: [429, { "retry-after": "30" }], after: 20_000 },
    { phase: "in the wait after a failure of the connection", answer: reset, after: 50 },
  ];

  test.each(phases)("$phase ends the call at once, with its reason", async ({ answer, after }) => {
    for (const ask of [
      (client: SessionsClient, signal: AbortSignal) => client.list({}, { signal }),
      (client: SessionsClient, signal: AbortSignal) => client.pages({}, { signal }).next(),
      (client: SessionsClient, signal: AbortSignal) => client.pages({}, { signal, concurrency: 4 }).next(),
    ]) {
      const { client, requests } = scripted([answer]);
      const controller = new AbortController();
      const promise = ask(client, controller.signal);
      await vi.advanceTimersByTimeAsync(after);
      expect(await now(promise)).toBe("still pending");
      controller.abort(reason);
      expect(await now(promise)).toBe(reason);
      expect(requests.length).toBe(1);
      expect(vi.getTimerCount()).toBe(0);
    }
  });

  test("in a wait for the rate limit's window ends the call at once", async () => {
    const { client, requests } = scripted([[200, { ratelimit: '"default";r=0;t=200' }]]);
    await outcome(client.list());
    const controller = new AbortController();
    const promise = client.list({}, { signal: controller.signal });
    expect(await now(promise)).toBe("still pending");
    controller.abort(reason);
    expect(await now(promise)).toBe(reason);
    expect(requests.length).toBe(1);
  });

  test("by a hook lets the request no longer out", async () => {
    const controller = new AbortController();
    const { client, requests } = scripted([200], {
      onRequest: () => {
        controller.abort(reason);
      },
    });
    expect(await outcome(client.list({}, { signal: controller.signal }))).toBe(reason);
    expect(requests).toEqual([]);
  });

  test("without a useful reason is thrown as it is", async () => {
    const { client } = scripted([never]);
    const controller = new AbortController();
    const promise = client.list({}, { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(1);
    controller.abort(null);
    expect(await now(promise)).toBeNull();
  });
});

describe("timeout", () => {
  const answers: { what: string; answer: Answer }[] = [
    { what: "a fetch that answers nothing and ignores its signal", answer: never },
    {
      what: "a fetch that heeds its signal",
      answer: (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reject(signal.reason as Error);
          });
        }),
    },
    {
      what: "a fetch that has an error of its own for an abort",
      answer: (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reject(new DOMException("The operation was aborted", "AbortError"));
          });
        }),
    },
    { what: "a body that stalls", answer: () => new Response(new ReadableStream()) },
  ];

  test.each(answers)("ends $what", async ({ answer }) => {
    const { client, sentAt } = scripted([answer, answer], { timeout: 1000, maxRetries: 1 });
    const error = (await outcome(client.list({ page_no: 4 }))) as TimeoutError;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.name).toBe("TimeoutError");
    expect(error.message).toMatch(
      / \(page_no 4\) received no response in 2 attempts: no response within 1000 ms$/,
    );
    expect(error.cause).toMatchObject({ name: "TimeoutError" });
    expect(error.pageNo).toBe(4);
    expect(sentAt).toEqual([0, 1100]);
  });

  test.each([
    { options: {}, call: {}, most: 30_000 },
    { options: { timeout: 500 }, call: {}, most: 500 },
    { options: { timeout: 500 }, call: { timeout: 2000 }, most: 2000 },
  ])("$options for the client and $call for the call: $most ms", async ({ options, call, most }) => {
    const { client } = scripted([never], { maxRetries: 0, ...options });
    const promise = client.list({}, call);
    promise.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(most - 1);
    expect(await now(promise)).toBe("still pending");
    await vi.advanceTimersByTimeAsync(1);
    expect(await now(promise)).toBeInstanceOf(TimeoutError);
  });

  test("gives up the body of an answer, be it stalled or late", async () => {
    for (const late of [false, true]) {
      let given: unknown;
      const answer = async (): Promise<Response> => {
        if (late) await new Promise((resolve) => setTimeout(resolve, 2000));
        return new Response(new ReadableStream({ cancel: (why) => void (given = why ?? "no reason") }));
      };
      const { client } = scripted([answer], { timeout: 1000, maxRetries: 0 });
      expect(await outcome(client.list())).toBeInstanceOf(TimeoutError);
      expect(given).toMatchObject({ name: "TimeoutError" });
    }
  });
});

describe("an answer of another library's Response", () => {
  /** What a `fetch` of another realm may answer: the same, but no instance of the global class. */
  function foreign(response: Response): object {
    const { status, statusText, headers, ok, type, body } = response;
    return { status, statusText, headers, ok, type, body, text: () => response.text() };
  }

  test("is read and retried like any other", async () => {
    const { client, requests } = scripted([
      () => foreign(new Response(null, { status: 503 })),
      () => foreign(new Response("busy", { status: 429 })),
      () => foreign(page()),
    ]);
    expect(await outcome(client.list())).toMatchObject({ sessions: [] });
    expect(requests.length).toBe(3);
  });

  test("ends in an error like any other", async () => {
    const { client } = scripted([() => foreign(new Response(null, { status: 404 }))]);
    const error = (await outcome(client.list())) as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    expect(error.status).toBe(404);
  });
});

describe("hooks", () => {
  type Told = ["request", RequestEvent] | ["response", ResponseEvent] | ["retry", RetryEvent];

  test("are told what happens, in its order, and never the token", async () => {
    const told: Told[] = [];
    const failure: Answer = reset;
    const { client } = scripted([[503, { "cf-ray": "8f2d-FRA" }], failure], {
      onRequest: (event) => told.push(["request", event]),
      onResponse: (event) => told.push(["response", event]),
      onRetry: (event) => told.push(["retry", event]),
    });
    await outcome(client.list({ page_no: 2 }));
    const url =
      "https://api.cloudflare.com/client/v4/accounts/023e105f4ecef8ad9ca31a8372d0c353/realtime/kit/" +
      "2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10/sessions?page_no=2&per_page=100";
    const each = { method: "GET", url };
    expect(told).toEqual([
      ["request", { ...each, attempt: 1 }],
      ["response", { ...each, attempt: 1, status: 503, headers: new Headers({ "cf-ray": "8f2d-FRA" }) }],
      ["retry", { ...each, attempt: 1, delayMs: 100, reason: 503 }],
      ["request", { ...each, attempt: 2 }],
      ["retry", { ...each, attempt: 2, delayMs: 100, reason: expect.any(ConnectionError) as unknown }],
      ["request", { ...each, attempt: 3 }],
      ["response", { ...each, attempt: 3, status: 200, headers: expect.any(Headers) as unknown }],
    ]);
    expect(told[1]?.[1]).toMatchObject({ headers: expect.any(Headers) as unknown });
    expect((told[1]?.[1] as ResponseEvent).headers.get("cf-ray")).toBe("8f2d-FRA");
    expect(inspect(told, { depth: 9 })).not.toContain(fakeApiDefaults.apiToken);
  });

  test.each(["onRequest", "onResponse", "onRetry"] as const)("%s ends the call by throwing", async (hook) => {
    for (const concurrency of [undefined, 1, 4]) {
      const mine = new Error("mine");
      const { client, requests } = scripted([503], {
        [hook]: () => {
          throw mine;
        },
      });
      const call = concurrency ? client.iterate({}, { concurrency }).next() : client.list();
      expect(await now(call)).toBe(mine);
      expect(requests.length).toBe(hook === "onRequest" ? 0 : 1);
    }
  });
});

describe("a hook that is asynchronous", () => {
  test.each(["onRequest", "onResponse", "onRetry"] as const)(
    "%s is waited for, and ends the call where it fails",
    async (hook) => {
      const { client } = scripted([503], {
        [hook]: async () => {
          await new Promise((resolve) => setTimeout(resolve, 10));
          throw new Error("no room in the log");
        },
      });
      expect(await outcome(client.list())).toEqual(new Error("no room in the log"));
    },
  );
});

test("onRateLimit is told of each wait for a rate limit, and of nothing else", async () => {
  const waits: number[] = [];
  const { client, sentAt } = scripted(
    [[200, { ratelimit: '"default";r=0;t=30' }], [429, { "retry-after": "5" }], 503],
    { onRateLimit: ({ delayMs, attempt }) => waits.push(delayMs, attempt) },
  );
  await outcome(client.list());
  await outcome(client.list());
  expect(waits).toEqual([30_000, 1, 5100, 2]);
  expect(sentAt).toEqual([0, 30_000, 35_100, 35_200]);
});

test("onRetry tells the longer wait, where the Ratelimit header asks for more", async () => {
  const waits: number[] = [];
  const { client, sentAt } = scripted([[503, { ratelimit: '"default";r=0;t=3' }]], {
    onRetry: ({ delayMs }) => waits.push(delayMs),
  });
  await outcome(client.list());
  expect(waits).toEqual([3000]);
  expect(sentAt).toEqual([0, 3000]);
});

test("a clock that is set back prolongs no wait", async () => {
  const { client, sentAt } = scripted([[429, { "retry-after": "1" }]]);
  const listed = client.list();
  await vi.advanceTimersByTimeAsync(0);
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(1100);
  expect(await now(listed)).toMatchObject({ sessions: [] });
  expect(sentAt.length).toBe(2);
});

describe("the Ratelimit header", () => {
  const listTwice = async (client: SessionsClient): Promise<void> => {
    await outcome(client.list());
    await outcome(client.list());
  };

  test.each([
    { header: '"default";r=0;t=30', wait: 30_000 },
    { header: '"default"; r=0; t=3', wait: 3000 },
    { header: '"burst";r=0;t=5, "sustained";r=0;t=90', wait: 90_000 },
    { header: '"burst";r=0;t=5, "sustained";r=900;t=90', wait: 5000 },
    { header: '"default";r=0;t=99999', wait: 300_000 },
    { header: '"default";r=1;t=30', wait: 0 },
    { header: '"default";r=249;t=10', wait: 0 },
    { header: '"default";r=0', wait: 0 },
    { header: "nonsense", wait: 0 },
  ])("$header holds the next request back for $wait ms", async ({ header, wait }) => {
    const { client, sentAt } = scripted([[200, { ratelimit: header }]]);
    await listTwice(client);
    expect(sentAt).toEqual([0, wait]);
  });

  test("on a failure counts as well", async () => {
    const { client, sentAt } = scripted([[404, { ratelimit: '"default";r=0;t=30' }]]);
    await listTwice(client);
    expect(sentAt).toEqual([0, 30_000]);
  });

  /** Sends two requests at once, of which the first is answered after a second, then a third. */
  const withOneInFlight = async (
    headers: Record<string, string>,
    first: () => unknown,
  ): Promise<number[]> => {
    const { client, sentAt } = scripted([
      () => new Promise((resolve) => setTimeout(resolve, 1000)).then(first),
      [200, headers],
    ]);
    const slow = client.list(undefined, { maxRetries: 0 });
    await outcome(Promise.allSettled([slow, client.list().then(() => client.list())]));
    return sentAt;
  };

  test("holds a request back while one in flight may be the last, and no longer than that", async () => {
    const sentAt = await withOneInFlight({ ratelimit: '"default";r=1;t=30' }, page);
    expect(sentAt).toEqual([0, 0, 1000]);
  });

  test("counts a request in flight that fails: it may have reached the server", async () => {
    const sentAt = await withOneInFlight({ ratelimit: '"default";r=1;t=30' }, reset);
    expect(sentAt).toEqual([0, 0, 30_000]);
  });

  test("leaves nothing behind, where an answer ended the wait for it", async () => {
    const { client, sentAt } = scripted([
      () => new Promise((resolve) => setTimeout(resolve, 1000)).then(page),
      [200, { ratelimit: '"default";r=1;t=30' }],
    ]);
    const { signal } = new AbortController();
    const listed = Promise.all([client.list(), client.list().then(() => client.list({}, { signal }))]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await now(listed)).toMatchObject([{ sessions: [] }, { sessions: [] }]);
    expect(sentAt).toEqual([0, 0, 1000]);
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("is not waited for where a hook has ended the call", async () => {
    const { client, sentAt } = scripted([[200, { ratelimit: '"default";r=0;t=30' }]], {
      onRateLimit: () => {
        ending.abort(new Error("enough"));
      },
    });
    const ending = new AbortController();
    await outcome(client.list());
    expect(await now(client.list({}, { signal: ending.signal }))).toEqual(new Error("enough"));
    expect(sentAt).toEqual([0]);
  });

  test.each([
    { what: "the answer that came first leaves less", first: "r=0;t=10", second: "r=3;t=10", wait: 10_000 },
    { what: "the answer that came last leaves less", first: "r=3;t=10", second: "r=0;t=10", wait: 10_000 },
    { what: "their seconds are rounded apart", first: "r=0;t=10", second: "r=3;t=11", wait: 10_000 },
    { what: "both leave nothing", first: "r=0;t=10", second: "r=0;t=11", wait: 10_000 },
    { what: "they are of two windows", first: "r=0;t=10", second: "r=50;t=60", wait: 0 },
    {
      what: "they are of two windows, the later one full",
      first: "r=0;t=10",
      second: "r=0;t=60",
      wait: 60_000,
    },
  ])("on two answers at once: $what", async ({ first, second, wait }) => {
    const { client, sentAt } = scripted([
      [200, { ratelimit: `"default";${first}` }],
      [200, { ratelimit: `"default";${second}` }],
    ]);
    await outcome(Promise.all([client.list(), client.list()]));
    await outcome(client.list());
    expect(sentAt).toEqual([0, 0, wait]);
  });

  test("is taken anew after its window, however short that is", async () => {
    const { client, sentAt } = scripted([
      [200, { ratelimit: '"default";r=0;t=1' }],
      [200, { ratelimit: '"default";r=5;t=0' }],
      [200, { ratelimit: '"default";r=0;t=1' }],
    ]);
    for (let calls = 0; calls < 4; calls++) await outcome(client.list());
    expect(sentAt).toEqual([0, 1000, 1000, 2000]);
  });

  test("is known for each policy by itself", async () => {
    const told = '"burst";r=9;t=5, "sustained";r=0;t=90';
    const { client, sentAt } = scripted([
      [200, { ratelimit: told }],
      [200, { ratelimit: '"burst";r=8;t=5' }],
    ]);
    await listTwice(client);
    await outcome(client.list());
    expect(sentAt).toEqual([0, 90_000, 90_000]);
  });
});

describe("a 429", () => {
  test.each([
    { asks: "20", holds: 20_100, what: "as long as it asks" },
    { asks: "300", holds: 60_100, what: "no longer than would be waited for" },
  ])("that ends its call holds back the next one too, $what", async ({ asks, holds }) => {
    const { client, sentAt } = scripted([[429, { "retry-after": asks }]]);
    const error = await outcome(client.list(undefined, { maxRetries: 0 }));
    expect(error).toMatchObject({ status: 429, retryAfter: Number(asks) * 1000 });
    expect((error as Error).message).toContain(`(retry after ${asks} s)`);
    await outcome(client.list());
    expect(sentAt).toEqual([0, holds]);
  });

  test("holds back every request of the client", async () => {
    const sessions = generateSessions(40);
    const api = createFakeApi({ sessions, firstPage: 0 });
    const sentAt: number[] = [];
    const client = createSessionsClient({
      ...fakeApiDefaults,
      fetch: async (request) => {
        const number = sentAt.push(Date.now());
        // Answers take their time, or nothing would be in flight.
        await new Promise((resolve) => setTimeout(resolve, 50));
        return number === 6
          ? new Response(null, { status: 429, headers: { "retry-after": "20" } })
          : api(request);
      },
    });
    const begin = Date.now();
    const found = await outcome(client.collect({ per_page: 2 }, { limit: 99, concurrency: 4 }));
    expect(found).toEqual(sessions);
    const told = begin + 100;
    expect(sentAt.filter((at) => at > told && at < told + 20_100)).toEqual([]);
    expect(sentAt.filter((at) => at >= told + 20_100).length).toBeGreaterThan(10);
  });
});

describe("a caller's signal", () => {
  test("is left with no listener, whatever happened on the way", async () => {
    const { signal } = new AbortController();
    const api = createFakeApi({ sessions: generateSessions(30) });
    let requests = 0;
    const client = createSessionsClient({
      ...fakeApiDefaults,
      fetch: ({ url, headers }, init) =>
        ++requests % 4
          ? api(url, { ...init, headers })
          : Promise.resolve(new Response(null, { status: requests % 8 ? 503 : 429 })),
    });
    for (const concurrency of [1, 4]) {
      const found = await outcome(client.collect({ per_page: 2 }, { limit: 99, signal, concurrency }));
      expect((found as unknown[]).length).toBe(30);
    }
    await outcome(client.list({}, { signal }));
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
