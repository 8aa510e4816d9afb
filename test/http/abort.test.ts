import { describe, expect, test, vi } from "vitest";
import {
  never,
  getOutcome,
  reset,
  type ScriptedResponse,
  scripted,
  getState,
  useFakeTimers,
} from "./scripted-transport.js";

useFakeTimers();

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
    expect(await getState(promise)).toBe("pending");
    controller.abort(reason);
    expect(await getState(promise)).toBe(reason);
    expect(requests.length).toBe(1);
  });

  test("in the delay of a rate limit rejects at once with the signal's reason", async () => {
    const { send, requests } = scripted([[200, { ratelimit: '"default";r=0;t=200' }]]);
    await getOutcome(send());
    const controller = new AbortController();
    const promise = send(2, { signal: controller.signal });
    expect(await getState(promise)).toBe("pending");
    controller.abort(reason);
    expect(await getState(promise)).toBe(reason);
    expect(requests.length).toBe(1);
  });

  test("aborts the signal of fetch in the same tick", async () => {
    const { send, requests } = scripted([never]);
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
    const { send, requests } = scripted([], { onRequest });
    expect(await getState(send(1, { signal: AbortSignal.abort(reason) }))).toBe(reason);
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
    expect(await getOutcome(send(1, { signal: controller.signal }))).toBe(reason);
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
    expect(await getState(send(1, { signal: controller.signal }))).toBe(reason);
    expect(requests[0]?.init.signal.reason).toBe(reason);
  });

  test.each([null, "enough", 0])("rejects with %j if that is the reason", async (value) => {
    const { send } = scripted([never]);
    const controller = new AbortController();
    const promise = send(1, { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(1);
    controller.abort(value);
    expect(await getState(promise)).toBe(value);
  });
});
