import { describe, expect, test } from "vitest";
import { ConnectionError, InvalidResponseError, TimeoutError } from "../../src/index.js";
import { answering, rejection, setUp } from "./api.js";

/** An answer whose body comes in pieces. */
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

describe("A body", () => {
  test("is put together from its pieces, whatever character they part", async () => {
    const sessions = [{ id: "a", meeting_display_name: "Café 日本 👋" }];
    const bytes = new TextEncoder().encode(JSON.stringify({ data: { sessions } }));
    for (const size of [1, 2, 3, 1000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      const page = await answering(() => inPieces(pieces.values())).list();
      expect(page.sessions).toEqual(sessions);
    }
  });

  test("of 32 MiB is still read", async () => {
    const client = answering(() => new Response(new Uint8Array(33_554_432).fill(32)));
    expect(String(await rejection(client.list()))).toMatch(/ returned 200, but the body is not JSON$/);
  });

  test("without end is given up at once, and not asked for again", async () => {
    function* endless(): Generator<Uint8Array, undefined> {
      for (;;) yield new Uint8Array(2 ** 20);
    }
    let requests = 0;
    let cancelled = 0;
    const client = answering(
      () => {
        requests++;
        return inPieces(endless(), () => {
          cancelled++;
        });
      },
      { maxRetries: 2 },
    );
    const error = await rejection(client.list({ page_no: 2 }));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ status: 200, pageNo: 2 });
    expect((error as Error).message).toMatch(
      /\(page_no 2\) returned 200, but the body is larger than \d+ bytes$/,
    );
    expect([requests, cancelled]).toEqual([1, 1]);
  });
});

describe("What a fetch throws", () => {
  test("is told also where it is no error", async () => {
    const client = answering(() => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- a fetch of the caller's own may
      throw "no route";
    });
    expect(String(await rejection(client.list()))).toMatch(/ received no response: no route$/);
  });

  test("is no timeout unless it is one", async () => {
    const client = answering(() => {
      throw new DOMException("the socket was closed", "NetworkError");
    });
    const error = await rejection(client.list());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).not.toBeInstanceOf(TimeoutError);
  });
});

test("a failure other than a 429 holds back no request but its own", async () => {
  const asked: string[] = [];
  const { client } = setUp(
    1,
    {},
    {
      fetch: (request) => {
        const pageNo = new URL(request.url).searchParams.get("page_no") ?? "";
        asked.push(pageNo);
        return Promise.resolve(
          pageNo === "1"
            ? new Response(null, { status: 503, headers: { "retry-after": "50" } })
            : Response.json({ data: { sessions: [] } }),
        );
      },
    },
  );
  const ending = new AbortController();
  const waiting = rejection(client.list({ page_no: 1 }, { signal: ending.signal }));
  await new Promise(setImmediate);
  await client.list({ page_no: 2 });
  expect(asked).toEqual(["1", "2"]);
  ending.abort(new Error("enough"));
  expect(String(await waiting)).toBe("Error: enough");
});
