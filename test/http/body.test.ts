import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { InvalidResponseError } from "../../src/errors.js";
import { getRejection } from "../thrown.js";
import { createScriptedTransport } from "./scripted-transport.js";

/** Creates a response whose body arrives in chunks. */
function createChunkedResponse(chunks: Iterator<Uint8Array, undefined>, cancel?: () => void): Response {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.next();
      if (chunk.done) controller.close();
      else controller.enqueue(chunk.value);
    },
    ...(cancel && { cancel }),
  });
  return new Response(body);
}

const MEBIBYTE = 2 ** 20;

describe("a body", () => {
  test.each([1, 2, 3, 1000])("is decoded from chunks of %i bytes", async (size) => {
    const value = { name: "Café 日本 👋" };
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    expect(
      (await createScriptedTransport([() => createChunkedResponse(chunks.values())]).send()).body,
    ).toEqual(value);
  });

  test("may begin with a byte order mark", async () => {
    const { body } = await createScriptedTransport([() => new Response('\ufeff{"a":1}')]).send();
    expect(body).toEqual({ a: 1 });
  });

  test("of 32 MiB is read", async () => {
    const { send } = createScriptedTransport([() => new Response(new Uint8Array(32 * MEBIBYTE).fill(32))]);
    expect(String(await getRejection(send()))).toMatch(/ returned 200, but the body is not JSON$/);
  });

  test.each([200, 404])("of status %i that never ends is canceled, and not retried", async (status) => {
    function* yieldEndlessly(): Generator<Uint8Array, undefined> {
      for (;;) yield new Uint8Array(MEBIBYTE);
    }
    let canceled = 0;
    const { send, requests } = createScriptedTransport([
      () => {
        const { body } = createChunkedResponse(yieldEndlessly(), () => {
          canceled++;
        });
        return new Response(body, { status });
      },
    ]);
    const error = await getRejection(send(2));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ status, pageNo: 2 });
    expect((error as Error).message).toBe(
      `GET /things (page_no 2) returned ${status}, but the body is larger than 33554432 bytes`,
    );
    expect([requests.length, canceled]).toEqual([1, 1]);
  });

  test.each([
    { length: 32 * MEBIBYTE, problem: "the body is not JSON" },
    { length: 32 * MEBIBYTE + 1, problem: "the body is larger than 33554432 bytes" },
  ])("of $length characters without a stream has the same size limit", async ({ length, problem }) => {
    const text = " ".repeat(length);
    const { send } = createScriptedTransport([
      () => ({ status: 200, headers: new Headers(), statusText: "", text: () => Promise.resolve(text) }),
    ]);
    expect(String(await getRejection(send()))).toContain(problem);
  });

  test("leaves no listener on the signal of its attempt", async () => {
    const { send, requests } = createScriptedTransport([() => new Response("{}"), 404]);
    await send();
    await getRejection(send());
    expect(requests.map(({ init }) => getEventListeners(init.signal, "abort"))).toEqual([[], []]);
  });

  test("does not delay an abort if its fetch ignores the abort and rejects the cancellation", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const body = new ReadableStream({
      cancel: () => Promise.reject(new Error("not canceled")),
    });
    const { send } = createScriptedTransport([() => new Response(body)]);
    const promise = send(1, { signal: controller.signal });
    await new Promise(setImmediate);
    controller.abort(reason);
    expect(await getRejection(promise)).toBe(reason);
    // An unhandled rejection of the cancellation would fail the test here.
    await new Promise(setImmediate);
  });
});

describe("the caller's signal", () => {
  test.each([
    ["a success", 200],
    ["a failure", 404],
    ["a retry", 503],
    ["a rate limit", 429],
    ["a connection failure", () => Promise.reject(new Error("reset"))],
  ] as const)("has no listener after %s", async (_, response) => {
    const { signal } = new AbortController();
    const { send } = createScriptedTransport([response, 200]);
    await send(1, { signal }).catch(() => undefined);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("has no listener after an abort", async () => {
    const controller = new AbortController();
    const { send } = createScriptedTransport([() => new Promise(() => undefined)]);
    const promise = send(1, { signal: controller.signal });
    await new Promise(setImmediate);
    controller.abort();
    await getRejection(promise);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });
});
