import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { InvalidResponseError } from "../../src/errors.js";
import { errorOf, scripted } from "./scripted.js";

/** A response whose body comes in pieces. */
function inPieces(pieces: Iterator<Uint8Array, undefined>, cancel?: () => void): Response {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(piece.value);
    },
    ...(cancel && { cancel }),
  });
  return new Response(body);
}

const MEBIBYTE = 2 ** 20;

describe("a body", () => {
  test.each([1, 2, 3, 1000])("is decoded from pieces of %i bytes", async (size) => {
    const value = { name: "Café 日本 👋" };
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    expect((await scripted([() => inPieces(pieces.values())]).send()).body).toEqual(value);
  });

  test("may begin with a byte order mark", async () => {
    const { body } = await scripted([() => new Response('\ufeff{"a":1}')]).send();
    expect(body).toEqual({ a: 1 });
  });

  test("of 32 MiB is read", async () => {
    const { send } = scripted([() => new Response(new Uint8Array(32 * MEBIBYTE).fill(32))]);
    expect(String(await errorOf(send()))).toMatch(/ returned 200, but the body is not JSON$/);
  });

  test.each([200, 404])("without end is canceled, and not requested again (%i)", async (status) => {
    function* endless(): Generator<Uint8Array, undefined> {
      for (;;) yield new Uint8Array(MEBIBYTE);
    }
    let canceled = 0;
    const { send, requests } = scripted([
      () => {
        const { body } = inPieces(endless(), () => {
          canceled++;
        });
        return new Response(body, { status });
      },
    ]);
    const error = await errorOf(send(2));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ status, pageNo: 2 });
    expect((error as Error).message).toBe(
      `GET /things (page_no 2) returned ${status}, but the body is larger than 33554432 bytes`,
    );
    expect([requests.length, canceled]).toEqual([1, 1]);
  });

  test("of another implementation may not be larger either", async () => {
    const text = " ".repeat(32 * MEBIBYTE + 1);
    const { send } = scripted([
      () => ({ status: 200, headers: new Headers(), statusText: "", text: () => Promise.resolve(text) }),
    ]);
    expect(String(await errorOf(send()))).toContain("the body is larger than 33554432 bytes");
  });

  test("leaves no listener on the signal of its attempt", async () => {
    const { send, requests } = scripted([() => new Response("{}"), 404]);
    await send();
    await errorOf(send());
    for (const { init } of requests) expect(getEventListeners(init.signal, "abort")).toEqual([]);
  });

  test("is given up if its fetch ignores the abort and rejects the cancellation", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const body = new ReadableStream({
      cancel: () => Promise.reject(new Error("not canceled")),
    });
    const { send } = scripted([() => new Response(body)]);
    const promise = send(1, { signal: controller.signal });
    await new Promise(setImmediate);
    controller.abort(reason);
    expect(await errorOf(promise)).toBe(reason);
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
    const { send } = scripted([response, 200]);
    await send(1, { signal }).catch(() => undefined);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("has no listener after an abort", async () => {
    const controller = new AbortController();
    const { send } = scripted([() => new Promise(() => undefined)]);
    const promise = send(1, { signal: controller.signal });
    await new Promise(setImmediate);
    controller.abort();
    await errorOf(promise);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });
});
