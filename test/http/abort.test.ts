import { describe, expect, test, vi } from "vitest";
import { createSignal } from "../../src/http/abort.js";
import {
  createScriptedTransport,
  getOutcome,
  getState,
  resetConnection,
  type ScriptedResponse,
  stall,
  useFakeTimers,
} from "./scripted-transport.js";

useFakeTimers();

describe("an abort", () => {
  const reason = new Error("enough");

  const phases: { phase: string; response: ScriptedResponse; afterMs: number }[] = [
    { phase: "before the headers", response: stall, afterMs: 10 },
    { phase: "in the body", response: () => new Response(new ReadableStream()), afterMs: 10 },
    { phase: "in the delay after a 503", response: 503, afterMs: 50 },
    { phase: "in the delay of Retry-After", response: [503, { "retry-after": "30" }], afterMs: 20_000 },
    { phase: "in the delay after a 429", response: [429, { "retry-after": "30" }], afterMs: 20_000 },
    { phase: "in the delay after a connection failure", response: resetConnection, afterMs: 50 },
  ];

  test.each(phases)("$phase rejects at once with the signal's reason", async ({ response, afterMs }) => {
    const { send, requests } = createScriptedTransport([response]);
    const controller = new AbortController();
    const promise = send(1, { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(afterMs);
    expect(await getState(promise)).toBe("pending");
    controller.abort(reason);
    expect(await getState(promise)).toBe(reason);
    expect(requests.length).toBe(1);
  });

  test("in the delay of a rate limit rejects at once with the signal's reason", async () => {
    const { send, requests } = createScriptedTransport([[200, { ratelimit: '"default";r=0;t=200' }]]);
    await getOutcome(send());
    const controller = new AbortController();
    const promise = send(2, { signal: controller.signal });
    expect(await getState(promise)).toBe("pending");
    controller.abort(reason);
    expect(await getState(promise)).toBe(reason);
    expect(requests.length).toBe(1);
  });

  test("aborts the signal of fetch in the same tick", async () => {
    const { send, requests } = createScriptedTransport([stall]);
    const controller = new AbortController();
    const promise = send(1, { signal: controller.signal });
    await getState(promise);
    controller.abort(reason);
    expect(requests[0]?.init.signal.aborted).toBe(true);
    expect(requests[0]?.init.signal.reason).toBe(reason);
    expect(await getState(promise)).toBe(reason);
  });

  test("before the call calls neither fetch nor a hook", async () => {
    const onRequest = vi.fn();
    const { send, requests } = createScriptedTransport([], { onRequest });
    expect(await getState(send(1, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(requests.length).toBe(0);
    expect(onRequest).not.toHaveBeenCalled();
  });

  test("within a hook prevents the request", async () => {
    const controller = new AbortController();
    const { send, requests } = createScriptedTransport([], {
      onRequest: () => {
        controller.abort(reason);
      },
    });
    expect(await getOutcome(send(1, { signal: controller.signal }))).toBe(reason);
    expect(requests.length).toBe(0);
  });

  test("within fetch aborts the signal of fetch, and rejects with the reason", async () => {
    const controller = new AbortController();
    const { send, requests } = createScriptedTransport([
      () => {
        controller.abort(reason);
        return stall();
      },
    ]);
    expect(await getState(send(1, { signal: controller.signal }))).toBe(reason);
    expect(requests[0]?.init.signal.reason).toBe(reason);
  });

  test.each([null, "enough", 0])("rejects with %j if that is the reason", async (value) => {
    const { send } = createScriptedTransport([stall]);
    const controller = new AbortController();
    const promise = send(1, { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(1);
    controller.abort(value);
    expect(await getState(promise)).toBe(value);
  });
});

describe("a created signal", () => {
  test("calls each of its listeners once, with the reason of the first abort", () => {
    const [signal, abort] = createSignal();
    const listener = vi.fn();
    signal.addEventListener("abort", listener);
    abort("enough");
    abort("again");
    expect(listener).toHaveBeenCalledTimes(1);
    expect([signal.aborted, signal.reason]).toEqual([true, "enough"]);
  });

  test("does not call a listener that was removed", () => {
    const [signal, abort] = createSignal();
    const listener = vi.fn();
    signal.addEventListener("abort", listener);
    signal.removeEventListener("abort", listener);
    abort();
    expect(listener).not.toHaveBeenCalled();
    expect(signal.reason).toMatchObject({ name: "AbortError" });
  });
});
