import { describe, expect, test, vi } from "vitest";
import { ConnectionError, TimeoutError } from "../../src/errors.js";
import {
  createScriptedTransport,
  getOutcome,
  getState,
  type ScriptedResponse,
  stall,
  useFakeTimers,
} from "./scripted-transport.js";

useFakeTimers();

const success = { body: {} };

describe("timeout", () => {
  const responses: { what: string; response: ScriptedResponse }[] = [
    { what: "a fetch that ignores its signal", response: stall },
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
    const { send, sentAt } = createScriptedTransport([response, response], { timeout: 1000, maxRetries: 1 });
    const error = (await getOutcome(send(4))) as TimeoutError;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.name).toBe("TimeoutError");
    expect(error.message).toBe(
      "GET /things (page_no 4) received no response: no response within 1000 ms. To wait longer, raise timeout (2 attempts)",
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
    const { send } = createScriptedTransport([stall], { maxRetries: 0, ...options });
    const promise = send(1, call);
    promise.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(limitMs - 1);
    expect(await getState(promise)).toBe("pending");
    await vi.advanceTimersByTimeAsync(1);
    expect(await getState(promise)).toBeInstanceOf(TimeoutError);
  });

  test("starts after the delay of a rate limit", async () => {
    const { send } = createScriptedTransport([[429, { "retry-after": "50" }]], { timeout: 1000 });
    expect(await getOutcome(send())).toMatchObject(success);
  });

  test.each([
    { arrival: "before it", arrivesAfterMs: 0 },
    { arrival: "after it", arrivesAfterMs: 2000 },
  ])("cancels the body of a response that arrives $arrival", async ({ arrivesAfterMs }) => {
    let reason: unknown;
    const response = async (): Promise<Response> => {
      await new Promise((resolve) => setTimeout(resolve, arrivesAfterMs));
      return new Response(new ReadableStream({ cancel: (why) => void (reason = why) }));
    };
    const { send } = createScriptedTransport([response], { timeout: 1000, maxRetries: 0 });
    expect(await getOutcome(send())).toBeInstanceOf(TimeoutError);
    expect(reason).toMatchObject({ name: "TimeoutError" });
  });

  test("is not reported for another DOMException", async () => {
    const { send } = createScriptedTransport(
      [() => Promise.reject(new DOMException("closed", "NetworkError"))],
      {
        maxRetries: 0,
      },
    );
    const error = await getOutcome(send());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).not.toBeInstanceOf(TimeoutError);
  });
});
