import { describe, expect, test, vi } from "vitest";
import { ApiError, ConnectionError, InvalidResponseError, TimeoutError } from "../../src/errors.js";
import { createTransport } from "../../src/http/transport.js";
import {
  never,
  outcomeOf,
  reset,
  type ScriptedResponse,
  scripted,
  stateOf,
  TOKEN,
  useFakeTimers,
} from "./scripted.js";

useFakeTimers(new Date("2026-06-30T12:00:00Z"));

const success = { body: {} };

describe("a request", () => {
  test.each([408, 425, 429, 500, 502, 503, 504, 506, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 599])(
    "is retried after the status %i",
    async (status) => {
      const { send, requests } = scripted([status]);
      expect(await outcomeOf(send())).toMatchObject(success);
      expect(requests.length).toBe(2);
    },
  );

  test.each([400, 401, 402, 403, 404, 405, 409, 410, 422, 426, 501, 505])(
    "is not retried after the status %i",
    async (status) => {
      const { send, requests } = scripted([status]);
      expect(await outcomeOf(send())).toMatchObject({ name: "ApiError", status });
      expect(requests.length).toBe(1);
    },
  );

  test("is not retried after the status 600, which no response of HTTP has", async () => {
    const response = { status: 600, headers: new Headers(), text: () => Promise.resolve(""), statusText: "" };
    const { send, requests } = scripted([() => response]);
    expect(await outcomeOf(send())).toMatchObject({ status: 600 });
    expect(requests.length).toBe(1);
  });

  test("is retried after a connection failure", async () => {
    const { send, requests } = scripted([reset]);
    expect(await outcomeOf(send())).toMatchObject(success);
    expect(requests.length).toBe(2);
  });

  test("is not retried after a successful response without JSON", async () => {
    const { send, requests } = scripted([() => new Response("<html>")]);
    expect(await outcomeOf(send())).toBeInstanceOf(InvalidResponseError);
    expect(requests.length).toBe(1);
  });

  test("fails with the last response after its retries", async () => {
    const { send } = scripted([503, 502, 500]);
    expect(await outcomeOf(send())).toMatchObject({ name: "ApiError", status: 500 });
  });

  test("fails with the number of attempts if the connection never succeeds", async () => {
    const { send } = scripted([reset, reset, reset]);
    const error = (await outcomeOf(send())) as ConnectionError;
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toBe("GET /things received no response in 3 attempts: read ECONNRESET");
  });
});

describe("maxRetries", () => {
  test.each([
    { options: {}, call: {}, attempts: 3 },
    { options: { maxRetries: 0 }, call: {}, attempts: 1 },
    { options: { maxRetries: 5 }, call: {}, attempts: 6 },
    { options: { maxRetries: 5 }, call: { maxRetries: 0 }, attempts: 1 },
    { options: { maxRetries: 0 }, call: { maxRetries: 2 }, attempts: 3 },
    { options: { maxRetries: 1 }, call: { maxRetries: undefined }, attempts: 2 },
  ])(
    "permits $attempts attempts with $options and $call for the call",
    async ({ options, call, attempts }) => {
      for (const response of [503, 429, reset]) {
        const { send, requests } = scripted(Array<ScriptedResponse>(9).fill(response), options);
        expect(await outcomeOf(send(1, call))).toBeInstanceOf(ApiError);
        expect(requests.length).toBe(attempts);
      }
    },
  );

  test("applies to each request by itself", async () => {
    const { send, requests } = scripted([503, 503, 200, 503, 503, 200]);
    await outcomeOf(send());
    await outcomeOf(send());
    expect(requests.length).toBe(6);
  });
});

describe("a POST request", () => {
  const request = { method: "POST", path: "/things", body: { name: "a" } };
  const refused = (code: string) => (): never => {
    throw new TypeError("fetch failed", { cause: Object.assign(new Error("connect"), { code }) });
  };

  test.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT", "ConnectionRefused"])(
    "is retried after %s, since nothing was sent",
    async (code) => {
      const { transport, requests } = scripted([refused(code)]);
      expect(await outcomeOf(transport.request(request))).toMatchObject(success);
      expect(requests.length).toBe(2);
    },
  ); // prettier-ignore

  test("is retried after a 429, with the same body", async () => {
    const { transport, requests } = scripted([429]);
    expect(await outcomeOf(transport.request(request))).toMatchObject(success);
    expect(requests.map(({ init }) => init.body)).toEqual(['{"name":"a"}', '{"name":"a"}']);
    expect(requests[1]?.init.headers["content-type"]).toBe("application/json");
  });

  test.each([408, 425, 500, 503, reset, refused("ECONNRESET"), refused("UND_ERR_SOCKET")])(
    "is not retried after %s, since it may have been processed",
    async (response) => {
      for (const method of ["POST", "PATCH"]) {
        const { transport, requests } = scripted([response]);
        expect(await outcomeOf(transport.request({ ...request, method }))).toBeInstanceOf(ApiError);
        expect(requests.length).toBe(1);
      }
    },
  );

  test.each([503, reset])("is retried after %s with an idempotency key", async (response) => {
    const { transport, requests } = scripted([response]);
    const headers = { "idempotency-key": "a" };
    expect(await outcomeOf(transport.request({ ...request, headers }))).toMatchObject(success);
    expect(requests.map(({ init }) => init.headers["idempotency-key"])).toEqual(["a", "a"]);
  });

  test.each(["PUT", "DELETE", "HEAD", "OPTIONS"])("differs from %s, which is retried", async (method) => {
    const { transport, requests } = scripted([503]);
    await outcomeOf(transport.request({ method, path: "/things" }));
    expect(requests.length).toBe(2);
  });
});

describe("the delay before a retry", () => {
  test.each([
    { random: 0, delays: [100, 100, 100, 100, 100, 100, 100] },
    { random: 0.5, delays: [250, 500, 1000, 2000, 4000, 4000, 4000] },
    { random: 1, delays: [500, 1000, 2000, 4000, 8000, 8000, 8000] },
  ])("is a random part ($random) of a time that doubles: $delays", async ({ random, delays }) => {
    vi.spyOn(Math, "random").mockReturnValue(random);
    for (const status of [503, 429]) {
      const { send, sentAt } = scripted(Array<number>(9).fill(status), { maxRetries: delays.length });
      await outcomeOf(send());
      expect(sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0))).toEqual(delays);
    }
  });

  const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toUTCString();

  test.each([
    { what: "seconds", value: () => "7", delayMs: 7_100 },
    { what: "decimals", value: () => "5.5", delayMs: 5_600 },
    { what: "the longest delay", value: () => "60", delayMs: 60_100 },
    { what: "0", value: () => "0", delayMs: 100 },
    { what: "a date", value: () => inSeconds(7), delayMs: 7_100 },
    { what: "a date in the past", value: () => inSeconds(-7), delayMs: 100 },
    { what: "an invalid value", value: () => "-1", delayMs: 100 },
  ])("adds to Retry-After with $what", async ({ value, delayMs }) => {
    for (const status of [429, 503]) {
      vi.setSystemTime(new Date("2026-06-30T12:00:00Z"));
      const { send, sentAt } = scripted([[status, { "retry-after": value() }]]);
      expect(await outcomeOf(send())).toMatchObject(success);
      expect(sentAt).toEqual([0, delayMs]);
    }
  });

  test.each(["61", "60.5", "300"])("is left to the caller if Retry-After is %s", async (value) => {
    for (const status of [429, 503]) {
      const { send, requests } = scripted([[status, { "retry-after": value }]]);
      const error = (await stateOf(send())) as ApiError;
      expect(error).toMatchObject({ name: "ApiError", status, retryAfterMs: Number(value) * 1000 });
      expect(error.retryAfter).toBe(error.retryAfterMs);
      expect(requests.length).toBe(1);
    }
  });

  test.each([
    { client: 300_000, call: undefined },
    { client: undefined, call: 300_000 },
    { client: 0, call: 300_000 },
  ])(
    "is Retry-After up to maxRetryAfter ($client of the client, $call of the call)",
    async ({ client, call }) => {
      for (const status of [429, 503]) {
        const { send, sentAt } = scripted([[status, { "retry-after": "300" }]], { maxRetryAfter: client });
        expect(await outcomeOf(send(1, { maxRetryAfter: call }))).toMatchObject(success);
        expect(sentAt).toEqual([0, 300_100]);
      }
    },
  );

  test("of a day is possible, with the backoff on top", async () => {
    const { send, sentAt } = scripted([[503, { "retry-after": "86400" }]], { maxRetryAfter: 86_400_000 });
    expect(await outcomeOf(send())).toMatchObject(success);
    expect(sentAt).toEqual([0, 86_400_100]);
  });

  test("names maxRetryAfter in the message if only that prevents the retry", async () => {
    const blocked: ScriptedResponse = [429, { "retry-after": "300" }];
    const messageOf = async (options: object, responses: ScriptedResponse[]): Promise<string> =>
      ((await outcomeOf(scripted(responses, options).send())) as Error).message;
    expect(await messageOf({}, [blocked])).toBe(
      "GET /things returned 429. To wait longer, raise maxRetryAfter (retry after 300 s)",
    );
    expect(await messageOf({ maxRetryAfter: 299_999 }, [blocked])).toContain("raise maxRetryAfter");
    expect(await messageOf({ maxRetries: 0 }, [blocked])).toBe(
      "GET /things returned 429 (retry after 300 s)",
    );
    expect(await messageOf({ maxRetries: 1 }, [503, 503])).toBe("GET /things returned 503");
  });

  test("of a 503 delays no other request", async () => {
    const { send, sentAt } = scripted([[503, { "retry-after": "50" }]]);
    const first = send(1);
    await stateOf(first);
    expect(await stateOf(send(2))).toMatchObject(success);
    expect(sentAt).toEqual([0, 0]);
    await outcomeOf(first);
  });
});

describe("an abort", () => {
  const reason = new Error("enough");

  const phases: { phase: string; response: ScriptedResponse; after: number }[] = [
    { phase: "before the headers", response: never, after: 10 },
    { phase: "in the body", response: () => new Response(new ReadableStream()), after: 10 },
    { phase: "in the delay after a 503", response: 503, after: 50 },
    { phase: "in the delay of Retry-After", response: [503, { "retry-after": "30" }], after: 20_000 },
    { phase: "in the delay after a 429", response: [429, { "retry-after": "30" }], after: 20_000 },
    { phase: "in the delay after a connection failure", response: reset, after: 50 },
  ];

  test.each(phases)("$phase rejects at once with the signal's reason", async ({ response, after }) => {
    const { send, requests } = scripted([response]);
    const controller = new AbortController();
    const promise = send(1, { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(after);
    expect(await stateOf(promise)).toBe("pending");
    controller.abort(reason);
    expect(await stateOf(promise)).toBe(reason);
    expect(requests.length).toBe(1);
  });

  test("in the delay of a rate limit rejects at once with the signal's reason", async () => {
    const { send, requests } = scripted([[200, { ratelimit: '"default";r=0;t=200' }]]);
    await outcomeOf(send());
    const controller = new AbortController();
    const promise = send(2, { signal: controller.signal });
    expect(await stateOf(promise)).toBe("pending");
    controller.abort(reason);
    expect(await stateOf(promise)).toBe(reason);
    expect(requests.length).toBe(1);
  });

  test("aborts the signal of fetch in the same tick", async () => {
    const { send, requests } = scripted([never]);
    const controller = new AbortController();
    const promise = send(1, { signal: controller.signal });
    await stateOf(promise);
    controller.abort(reason);
    expect(requests[0]?.init.signal.aborted).toBe(true);
    expect(requests[0]?.init.signal.reason).toBe(reason);
    expect(await stateOf(promise)).toBe(reason);
  });

  test("before the call calls neither fetch nor a hook", async () => {
    const onRequest = vi.fn();
    const { send, requests } = scripted([], { onRequest });
    expect(await stateOf(send(1, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(requests.length).toBe(0);
    expect(onRequest).not.toHaveBeenCalled();
  });

  test("by a hook sends no request", async () => {
    const controller = new AbortController();
    const { send, requests } = scripted([], {
      onRequest: () => {
        controller.abort(reason);
      },
    });
    expect(await outcomeOf(send(1, { signal: controller.signal }))).toBe(reason);
    expect(requests.length).toBe(0);
  });

  test("by fetch itself aborts its signal, and rejects with the reason", async () => {
    const controller = new AbortController();
    const { send, requests } = scripted([
      () => {
        controller.abort(reason);
        return never();
      },
    ]);
    expect(await stateOf(send(1, { signal: controller.signal }))).toBe(reason);
    expect(requests[0]?.init.signal.reason).toBe(reason);
  });

  test.each([null, "enough", 0])("rejects with %j if that is the reason", async (value) => {
    const { send } = scripted([never]);
    const controller = new AbortController();
    const promise = send(1, { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(1);
    controller.abort(value);
    expect(await stateOf(promise)).toBe(value);
  });
});

describe("timeout", () => {
  const responses: { what: string; response: ScriptedResponse }[] = [
    { what: "a fetch that ignores its signal", response: never },
    {
      what: "a fetch that rejects with the signal's reason",
      response: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reject(signal.reason as Error);
          });
        }),
    },
    {
      what: "a fetch that rejects with an error of its own",
      response: ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reject(new DOMException("The operation was aborted", "AbortError"));
          });
        }),
    },
    { what: "a body that stalls", response: () => new Response(new ReadableStream()) },
  ];

  test.each(responses)("ends $what", async ({ response }) => {
    const { send, sentAt } = scripted([response, response], { timeout: 1000, maxRetries: 1 });
    const error = (await outcomeOf(send(4))) as TimeoutError;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.name).toBe("TimeoutError");
    expect(error.message).toBe(
      "GET /things (page_no 4) received no response in 2 attempts: no response within 1000 ms",
    );
    expect(error.cause).toMatchObject({ name: "TimeoutError" });
    expect(error.pageNo).toBe(4);
    expect(sentAt).toEqual([0, 1100]);
  });

  test.each([
    { options: {}, call: {}, limitMs: 30_000 },
    { options: { timeout: 500 }, call: {}, limitMs: 500 },
    { options: { timeout: 500 }, call: { timeout: 2000 }, limitMs: 2000 },
  ])("is $limitMs ms with $options and $call for the call", async ({ options, call, limitMs }) => {
    const { send } = scripted([never], { maxRetries: 0, ...options });
    const promise = send(1, call);
    promise.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(limitMs - 1);
    expect(await stateOf(promise)).toBe("pending");
    await vi.advanceTimersByTimeAsync(1);
    expect(await stateOf(promise)).toBeInstanceOf(TimeoutError);
  });

  test("begins anew after a rate limit", async () => {
    const { send } = scripted([[429, { "retry-after": "50" }]], { timeout: 1000 });
    expect(await outcomeOf(send())).toMatchObject(success);
  });

  test.each([false, true])("cancels the body of a response (late: %s)", async (isLate) => {
    let given: unknown;
    const response = async (): Promise<Response> => {
      if (isLate) await new Promise((resolve) => setTimeout(resolve, 2000));
      return new Response(new ReadableStream({ cancel: (why) => void (given = why) }));
    };
    const { send } = scripted([response], { timeout: 1000, maxRetries: 0 });
    expect(await outcomeOf(send())).toBeInstanceOf(TimeoutError);
    expect(given).toMatchObject({ name: "TimeoutError" });
  });

  test("is not reported for another DOMException", async () => {
    const { send } = scripted([() => Promise.reject(new DOMException("closed", "NetworkError"))], {
      maxRetries: 0,
    });
    const error = await outcomeOf(send());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).not.toBeInstanceOf(TimeoutError);
  });
});

describe("the message of a connection failure", () => {
  const round = new Error("round");
  round.cause = round;

  test.each([
    { what: "the innermost cause", thrown: new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") }), message: "ECONNREFUSED" },
    { what: "the first of several causes", thrown: new TypeError("fetch failed", { cause: new AggregateError([new Error("ECONNREFUSED ::1"), new Error("no")]) }), message: "ECONNREFUSED ::1" },
    { what: "an error that is its own cause once", thrown: round, message: "round" },
    { what: "the name of an error without a message", thrown: new DOMException("", "NetworkError"), message: "NetworkError" },
    { what: "a thrown text", thrown: "no route", message: "no route" },
    { what: "a thrown object without a message", thrown: { code: 5 }, message: "[object Object]" },
    { what: "nothing", thrown: undefined, message: "undefined" },
  ])("names $what", async ({ thrown, message }) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a custom fetch may
    const { send } = scripted([() => Promise.reject(thrown)], { maxRetries: 0 });
    const error = (await outcomeOf(send())) as ConnectionError;
    expect(error.message).toBe(`GET /things received no response: ${message}`);
  }); // prettier-ignore

  test("has what fetch threw as its cause, and no response", async () => {
    const cause = new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
    const { send } = scripted([() => Promise.reject(cause)], { maxRetries: 0 });
    const error = (await outcomeOf(send(3))) as ConnectionError;
    expect(error.cause).toBe(cause);
    expect(error.response).toBeUndefined();
    expect(error).toMatchObject({ status: undefined, rayId: undefined, errors: [], pageNo: 3 });
  });
});

test("the token is sent as a bearer token, and JSON is requested", async () => {
  const { send, requests } = scripted([]);
  await outcomeOf(send(2));
  const [{ url, init } = {}] = requests;
  expect(url?.href).toBe("https://api.example.com/v4/things?page_no=2");
  expect(init).toEqual({
    method: "GET",
    headers: { authorization: `Bearer ${TOKEN}`, accept: "application/json" },
    redirect: "manual",
    signal: expect.any(AbortSignal) as unknown,
    cache: "no-store",
  });
});

test.each([
  { query: { a: undefined }, search: "" },
  { query: { a: "x y+z&w", b: 0, c: false }, search: "?a=x%20y%2Bz%26w&b=0&c=false" },
])("the query $query is encoded as $search", async ({ query, search }) => {
  const { transport, requests } = scripted([]);
  await outcomeOf(transport.request({ method: "GET", path: "/things", query }));
  expect(requests[0]?.url.href).toBe(`https://api.example.com/v4/things${search}`);
});

test("a base URL may end in a slash", async () => {
  const fetch = vi.fn(() => Promise.resolve(new Response("{}")));
  const transport = createTransport({ baseUrl: "https://api.example.com/v4/", apiToken: TOKEN, fetch });
  await transport.request({ method: "GET", path: "/things" });
  expect(String((fetch.mock.calls as unknown[][])[0]?.[0])).toBe("https://api.example.com/v4/things");
});

test("the global fetch is looked up at each request", async () => {
  const fetch = vi.fn(() => Promise.resolve(new Response("{}")));
  const transport = createTransport({ baseUrl: "https://api.example.com", apiToken: TOKEN });
  vi.stubGlobal("fetch", fetch);
  await transport.request({ method: "GET", path: "/things" });
  vi.unstubAllGlobals();
  expect(fetch).toHaveBeenCalledTimes(1);
});
