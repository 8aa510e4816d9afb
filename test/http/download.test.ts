import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { AbortController as OtherAbortController } from "abort-controller";
import { ApiError, ConnectionError, createSessionsClient, TimeoutError } from "../../src/index.js";
import type { SessionsClientOptions } from "../../src/index.js";
import { fakeApiDefaults } from "../../src/testing.js";
import { getOutcome, getState, resetConnection, stall, useFakeTimers } from "./scripted-transport.js";

const SIGNATURE = "s1gnature/of+the=url";
const FILE_URL = `https://files.example/chat.csv?expires=300&signature=${encodeURIComponent(SIGNATURE)}`;

type FileResponse = (init: RequestInit) => unknown;
const respondWith =
  (code: number, headers: Record<string, string> = {}, body = "") =>
  () =>
    new Response(body, { status: code, headers });

/** Reads a chat, and returns it with the requests of its file, which receive the responses in turn. */
async function readChat(responses: readonly FileResponse[], options: Partial<SessionsClientOptions> = {}) {
  const requests: { init: RequestInit; url: string }[] = [];
  const sessions = createSessionsClient({
    ...fakeApiDefaults,
    fetch: async ({ url, host }, init) => {
      if (host !== "files.example")
        return Response.json({ success: true, data: { chat_download_url: FILE_URL } });
      requests.push({ init, url });
      return (await (responses[requests.length - 1] ?? respondWith(200, {}, "id\n"))(init)) as Response;
    },
    ...options,
  });
  return { chat: await sessions.chat("x"), requests };
}

useFakeTimers();

describe("download", () => {
  test("follows redirects, and sends neither the token nor any other header", async () => {
    const { chat, requests } = await readChat([]);
    const response = await chat.download();
    expect(await response.text()).toBe("id\n");
    expect(requests).toMatchObject([
      { url: FILE_URL, init: { method: "GET", redirect: "follow", headers: {} } },
    ]);
  });

  test.each<{ what: string; first: FileResponse }>([
    { what: "a 503", first: respondWith(503) },
    { what: "a 429", first: respondWith(429, { "retry-after": "5" }) },
    { what: "a connection failure", first: resetConnection },
    { what: "a host that stalls", first: stall },
  ])("is retried after $what", async ({ first }) => {
    const { chat, requests } = await readChat([first]);
    expect(await getOutcome(chat.download())).toMatchObject({ status: 200, bodyUsed: false });
    expect(requests.length).toBe(2);
  });

  test("is possible with a signal where AbortSignal.any does not exist", async () => {
    vi.stubGlobal("AbortSignal", { [Symbol.hasInstance]: (value: object) => "aborted" in value });
    const { chat } = await readChat([]);
    const response = await chat.download({ signal: new AbortController().signal });
    expect(await response.text()).toBe("id\n");
    vi.unstubAllGlobals();
  });

  test("fails with a ConnectionError without a response", async () => {
    const { chat } = await readChat([resetConnection, resetConnection, resetConnection]);
    const error = (await getOutcome(chat.download())) as ConnectionError;
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toBe(
      "The download from files.example received no response: read ECONNRESET (3 attempts)",
    );
  });

  test.each([
    { client: 500, call: undefined },
    { client: undefined, call: 500 },
  ])("has the timeout $client of the client and $call of the call", async ({ client, call }) => {
    const { chat } = await readChat([stall], { timeout: client, maxRetries: 0 });
    const file = chat.download({ timeout: call });
    file.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(499);
    expect(await getState(file)).toBe("pending");
    expect(await getOutcome(file)).toBeInstanceOf(TimeoutError);
  });

  test("has no timeout for the body", async () => {
    const body = new ReadableStream({
      async start(controller) {
        await new Promise((resolve) => setTimeout(resolve, 60_000));
        controller.enqueue(new TextEncoder().encode("late"));
        controller.close();
      },
    });
    const { chat } = await readChat([() => new Response(body)], { timeout: 500 });
    const text = chat.download().then((response) => response.text());
    expect(await getOutcome(text)).toBe("late");
  });

  test.each([
    { code: 400, hint: ". The URL may have expired" },
    { code: 403, hint: ". The URL may have expired" },
    { code: 404, hint: ". The URL may have expired" },
    { code: 410, hint: ". The URL may have expired" },
    { code: 300, hint: "" },
    { code: 401, hint: "" },
    { code: 500, hint: " (3 attempts)" },
  ])("fails with the status $code and the message that ends in $hint", async ({ code, hint }) => {
    const body = "<Error><Message>Request rejected</Message></Error>";
    const { chat } = await readChat(Array<FileResponse>(3).fill(respondWith(code, {}, body)));
    const error = (await getOutcome(chat.download())) as ApiError;
    expect(error.message).toBe(`The download from files.example returned ${code}: Request rejected${hint}`);
    expect(error).toMatchObject({ name: "ApiError", status: code, bodyText: body });
  });

  test.each<{ options: object; error: Error }>([
    {
      options: { signl: 1 },
      error: new TypeError("Unknown option signl. Did you mean signal?"),
    },
    {
      options: { timeout: 0 },
      error: new RangeError("timeout must be an integer from 1 to 2147483647, got 0."),
    },
  ])("rejects the options $options before a request", async ({ options, error }) => {
    const { chat, requests } = await readChat([]);
    expect(await getOutcome(chat.download(options))).toEqual(error);
    expect(requests).toEqual([]);
  });

  test.each([
    { kind: "built-in", Class: AbortController },
    { kind: "polyfilled", Class: OtherAbortController },
  ])("is aborted by a $kind AbortController while the body is read", async ({ Class }) => {
    const controller = new Class();
    const { chat, requests } = await readChat([]);
    await chat.download({ signal: controller.signal as AbortSignal });
    const [{ init } = { init: {} as RequestInit }] = requests;
    expect(init.signal?.aborted).toBe(false);
    controller.abort();
    expect(init.signal?.aborted).toBe(true);
  });

  test("leaves no listener on the caller's signal", async () => {
    const { signal } = new AbortController();
    const { chat } = await readChat([]);
    await chat.download({ signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("shows only the status of a failure whose body is too large", async () => {
    const { chat } = await readChat([() => new Response(new Uint8Array(33_554_433), { status: 401 })]);
    const error = (await getOutcome(chat.download())) as ApiError;
    expect(error.message).toBe("The download from files.example returned 401");
  });

  test("is not delayed by the rate limit of the API, and does not change it", async () => {
    const onRateLimit = vi.fn();
    const sessions = createSessionsClient({
      ...fakeApiDefaults,
      onRateLimit,
      fetch: ({ host }) => {
        const headers = { ratelimit: `"default";r=${host === "files.example" ? 0 : 5};t=30` };
        const data = { chat_download_url: FILE_URL };
        return Promise.resolve(Response.json({ success: true, data }, { headers }));
      },
    });
    const chat = await sessions.chat("x");
    await chat.download();
    await sessions.chat("x");
    expect(onRateLimit).not.toHaveBeenCalled();
  });

  test("shows the signature of its URL neither in errors nor to hooks", async () => {
    const exposed: unknown[] = [];
    const record = (event: unknown): void => void exposed.push(event);
    const body = `<Error><SignatureProvided>${SIGNATURE}</SignatureProvided></Error>`;
    const fail = (): never => {
      throw new Error(`request to ${FILE_URL} failed`);
    };
    for (const response of [respondWith(503, { "x-url": FILE_URL }, body), fail]) {
      const { chat } = await readChat([response, response], {
        maxRetries: 1,
        onRequest: record,
        onRetry: record,
        onResponse: ({ headers, ...event }) => {
          record({ ...event, headers: [...headers] });
        },
      });
      const error = (await getOutcome(chat.download())) as ApiError;
      const cause = error.cause as Error | undefined;
      exposed.push(error.message, error.bodyText, cause?.message, [...(error.response?.headers ?? [])]);
    }
    const text = JSON.stringify(exposed);
    expect(text).toContain("https://files.example/chat.csv?expires=300&signature=***");
    expect(text).not.toContain(SIGNATURE);
    expect(text).not.toContain(encodeURIComponent(SIGNATURE));
  });
});
