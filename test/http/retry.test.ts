import { describe, expect, test, vi } from "vitest";
import { ApiError, ConnectionError, InvalidResponseError } from "../../src/errors.js";
import {
  createScriptedTransport,
  getOutcome,
  getState,
  resetConnection,
  type ScriptedResponse,
  useFakeTimers,
} from "./scripted-transport.js";

useFakeTimers(new Date("2026-06-30T12:00:00Z"));

const success = { body: {} };

describe("a request", () => {
  test.each([408, 425, 429, 500, 502, 503, 504, 506, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 599])(
    "is retried after the status %i",
    async (status) => {
      const { send, requests } = createScriptedTransport([status]);
      expect(await getOutcome(send())).toMatchObject(success);
      expect(requests.length).toBe(2);
    },
  );

  test.each([400, 401, 402, 403, 404, 405, 409, 410, 422, 426, 501, 505])(
    "is not retried after the status %i",
    async (status) => {
      const { send, requests } = createScriptedTransport([status]);
      expect(await getOutcome(send())).toMatchObject({ name: "ApiError", status });
      expect(requests.length).toBe(1);
    },
  );

  test("is not retried after the status 600, which HTTP does not have", async () => {
    const response = { status: 600, headers: new Headers(), text: () => Promise.resolve(""), statusText: "" };
    const { send, requests } = createScriptedTransport([() => response]);
    expect(await getOutcome(send())).toMatchObject({ status: 600 });
    expect(requests.length).toBe(1);
  });

  test("is retried after a connection failure", async () => {
    const { send, requests } = createScriptedTransport([resetConnection]);
    expect(await getOutcome(send())).toMatchObject(success);
    expect(requests.length).toBe(2);
  });

  test("is not retried after a successful response without JSON", async () => {
    const { send, requests } = createScriptedTransport([() => new Response("<html>")]);
    expect(await getOutcome(send())).toBeInstanceOf(InvalidResponseError);
    expect(requests.length).toBe(1);
  });

  test("fails with the last response and the number of attempts after its retries", async () => {
    const { send } = createScriptedTransport([503, 502, 500]);
    const error = (await getOutcome(send())) as ApiError;
    expect(error).toMatchObject({ name: "ApiError", status: 500 });
    expect(error.message).toBe("GET /things returned 500 (3 attempts)");
  });

  test("fails with the number of attempts if the connection never succeeds", async () => {
    const { send } = createScriptedTransport([resetConnection, resetConnection, resetConnection]);
    const error = (await getOutcome(send())) as ConnectionError;
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toBe("GET /things received no response: read ECONNRESET (3 attempts)");
  });
});

describe("maxRetries", () => {
  test.each([
    { options: {}, call: {}, attempts: 3 },
    { options: { maxRetries: 0 }, call: {}, attempts: 1 },
    { options: { maxRetries: 5 }, call: {}, attempts: 6 },
    { options: { maxRetries: 5 }, call: { maxRetries: 0 }, attempts: 1 },
    { options: { maxRetries: 0 }, call: { maxRetries: 2 }, attempts: 3 },
  ])(
    "permits $attempts attempts with $options and $call for the call",
    async ({ options, call, attempts }) => {
      for (const response of [503, 429, resetConnection]) {
        const { send, requests } = createScriptedTransport(
          Array<ScriptedResponse>(9).fill(response),
          options,
        );
        expect(await getOutcome(send(1, call))).toBeInstanceOf(ApiError);
        expect(requests.length).toBe(attempts);
      }
    },
  );

  test("applies to each request separately", async () => {
    const { send, requests } = createScriptedTransport([503, 503, 200, 503, 503, 200]);
    await getOutcome(send());
    await getOutcome(send());
    expect(requests.length).toBe(6);
  });
});

describe("a POST request", () => {
  const request = { method: "POST", path: "/things", body: { name: "a" } };
  const failToConnect = (code: string) => (): never => {
    throw new TypeError("fetch failed", { cause: Object.assign(new Error("connect"), { code }) });
  };

  test.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT", "ConnectionRefused"])(
    "is retried after %s, since nothing was sent",
    async (code) => {
      const { transport, requests } = createScriptedTransport([failToConnect(code)]);
      expect(await getOutcome(transport.request(request))).toMatchObject(success);
      expect(requests.length).toBe(2);
    },
  ); // prettier-ignore

  test("is retried after a 429, with the same body", async () => {
    const { transport, requests } = createScriptedTransport([429]);
    expect(await getOutcome(transport.request(request))).toMatchObject(success);
    expect(requests.map(({ init }) => init.body)).toEqual(['{"name":"a"}', '{"name":"a"}']);
    expect(requests[1]?.init.headers["content-type"]).toBe("application/json");
  });

  test.each<{ failure: string; response: ScriptedResponse }>([
    { failure: "the status 408", response: 408 },
    { failure: "the status 425", response: 425 },
    { failure: "the status 500", response: 500 },
    { failure: "the status 503", response: 503 },
    { failure: "a reset", response: resetConnection },
    { failure: "ECONNRESET", response: failToConnect("ECONNRESET") },
    { failure: "UND_ERR_SOCKET", response: failToConnect("UND_ERR_SOCKET") },
  ])("is not retried after $failure, since it may have been processed", async ({ response }) => {
    for (const method of ["POST", "PATCH"]) {
      const { transport, requests } = createScriptedTransport([response]);
      expect(await getOutcome(transport.request({ ...request, method }))).toBeInstanceOf(ApiError);
      expect(requests.length).toBe(1);
    }
  });

  test.each<{ failure: string; response: ScriptedResponse }>([
    { failure: "the status 503", response: 503 },
    { failure: "a reset", response: resetConnection },
  ])("is retried after $failure with an idempotency key", async ({ response }) => {
    const { transport, requests } = createScriptedTransport([response]);
    const headers = { "idempotency-key": "a" };
    expect(await getOutcome(transport.request({ ...request, headers }))).toMatchObject(success);
    expect(requests.map(({ init }) => init.headers["idempotency-key"])).toEqual(["a", "a"]);
  });
});

test.each(["PUT", "DELETE", "HEAD", "OPTIONS"])("a %s request is retried after a 503", async (method) => {
  const { transport, requests } = createScriptedTransport([503]);
  await getOutcome(transport.request({ method, path: "/things" }));
  expect(requests.length).toBe(2);
});

describe("the delay before a retry", () => {
  test.each([
    { random: 0, delays: [100, 100, 100, 100, 100, 100, 100] },
    { random: 0.5, delays: [250, 500, 1000, 2000, 4000, 4000, 4000] },
    { random: 1, delays: [500, 1000, 2000, 4000, 8000, 8000, 8000] },
  ])("doubles with each attempt, randomized by $random to $delays", async ({ random, delays }) => {
    vi.spyOn(Math, "random").mockReturnValue(random);
    for (const status of [503, 429]) {
      const { send, sentAt } = createScriptedTransport(Array<number>(9).fill(status), {
        maxRetries: delays.length,
      });
      await getOutcome(send());
      expect(sentAt.slice(1).map((timeMs, index) => timeMs - (sentAt[index] ?? 0))).toEqual(delays);
    }
  });

  const formatDateIn = (seconds: number): string => new Date(Date.now() + seconds * 1000).toUTCString();

  test.each([
    { what: "seconds", value: () => "7", delayMs: 7_100 },
    { what: "decimals", value: () => "5.5", delayMs: 5_600 },
    { what: "the longest delay by default", value: () => "60", delayMs: 60_100 },
    { what: "0", value: () => "0", delayMs: 100 },
    { what: "a date", value: () => formatDateIn(7), delayMs: 7_100 },
    { what: "a date in the past", value: () => formatDateIn(-7), delayMs: 100 },
    { what: "an invalid value", value: () => "-1", delayMs: 100 },
  ])("is the backoff plus a Retry-After of $what", async ({ value, delayMs }) => {
    for (const status of [429, 503]) {
      vi.setSystemTime(new Date("2026-06-30T12:00:00Z"));
      const { send, sentAt } = createScriptedTransport([[status, { "retry-after": value() }]]);
      expect(await getOutcome(send())).toMatchObject(success);
      expect(sentAt).toEqual([0, delayMs]);
    }
  });

  test.each(["61", "60.5", "300"])("does not begin if Retry-After is %s", async (value) => {
    for (const status of [429, 503]) {
      const { send, requests } = createScriptedTransport([[status, { "retry-after": value }]]);
      const error = (await getState(send())) as ApiError;
      expect(error).toMatchObject({ name: "ApiError", status, retryAfterMs: Number(value) * 1000 });
      expect(error.retryAfter).toBe(error.retryAfterMs);
      expect(requests.length).toBe(1);
    }
  });

  test.each([
    { client: { maxRetryAfter: 300_000 }, call: {} },
    { client: {}, call: { maxRetryAfter: 300_000 } },
    { client: { maxRetryAfter: 0 }, call: { maxRetryAfter: 300_000 } },
  ])(
    "includes a Retry-After up to maxRetryAfter ($client of the client, $call of the call)",
    async ({ client, call }) => {
      for (const status of [429, 503]) {
        const { send, sentAt } = createScriptedTransport([[status, { "retry-after": "300" }]], client);
        expect(await getOutcome(send(1, call))).toMatchObject(success);
        expect(sentAt).toEqual([0, 300_100]);
      }
    },
  );

  test("may include a Retry-After of a day", async () => {
    const { send, sentAt } = createScriptedTransport([[503, { "retry-after": "86400" }]], {
      maxRetryAfter: 86_400_000,
    });
    expect(await getOutcome(send())).toMatchObject(success);
    expect(sentAt).toEqual([0, 86_400_100]);
  });

  test("is missing with a message that names maxRetryAfter if only that prevents the retry", async () => {
    const blocked: ScriptedResponse = [429, { "retry-after": "300" }];
    const getMessage = async (options: object, responses: ScriptedResponse[]): Promise<string> =>
      ((await getOutcome(createScriptedTransport(responses, options).send())) as Error).message;
    expect(await getMessage({}, [blocked])).toBe(
      "GET /things returned 429. To wait longer, raise maxRetryAfter (retry after 300 s)",
    );
    expect(await getMessage({ maxRetryAfter: 299_999 }, [blocked])).toContain("raise maxRetryAfter");
    expect(await getMessage({ maxRetries: 0 }, [blocked])).toBe(
      "GET /things returned 429 (retry after 300 s)",
    );
    expect(await getMessage({ maxRetries: 1 }, [503, 503])).toBe("GET /things returned 503 (2 attempts)");
  });

  test("after a 503 does not delay another request", async () => {
    const { send, sentAt } = createScriptedTransport([[503, { "retry-after": "50" }]]);
    const first = send(1);
    await getState(first);
    expect(await getState(send(2))).toMatchObject(success);
    expect(sentAt).toEqual([0, 0]);
    await getOutcome(first);
  });
});
