import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type EventStream,
  readJsonEvents,
  readTextEvents,
  type ServerSentEvent,
} from "../../../scripts/generate/runtime/event-stream.js";
import {
  type BodyReaders,
  readBlob,
  readBody,
  readJson,
  readText,
  ResponseBodyError,
} from "../../../scripts/generate/runtime/responses.js";
import { getRejection } from "../../thrown.js";

const respond = (body: BodyInit | null, type?: string): Response =>
  new Response(body, { status: 201, headers: type === undefined ? {} : { "Content-Type": type } });
/** Creates a body without the Content-Type that `Response` would add to a string. */
const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe("a response body", () => {
  const accepted: BodyReaders = {
    "application/json": readJson,
    "text/csv": readText,
    "image/*": readBlob,
    "application/vnd.x+json;v=2": readJson,
  };

  test.each([
    ["application/json", { a: 1 }],
    ["Application/JSON; charset=utf-8", { a: 1 }],
    ["application/vnd.x+json", { a: 1 }],
    ["text/csv; header=present", '{"a":1}'],
    ["text/plain", { a: 1 }],
    [undefined, { a: 1 }],
  ])("of the type %s is read as documented", async (type, expected) => {
    expect(await readBody(respond(encode('{"a":1}'), type), accepted)).toEqual(expected);
  });

  test("is read by the media type range of the document", async () => {
    const blob = (await readBody(respond("x", "image/png"), accepted)) as Blob;
    expect([blob.type, await blob.text()]).toEqual(["image/png", "x"]);
    expect(await readBody(respond(encode("{}"), "text/plain"), { "*/*": readText })).toBe("{}");
  });

  test("is left unread if the document describes no body", async () => {
    const response = respond("Created", "text/plain");
    expect(await readBody(response, {})).toBeUndefined();
    expect(await response.text()).toBe("Created");
  });

  test("is undefined if it is empty", async () => {
    expect(await readBody(respond(null), accepted)).toBeUndefined();
  });

  test("that is not the documented JSON rejects with an error that has the body and the response", async () => {
    const response = respond("<html>", "text/html");
    const error = await getRejection(Promise.resolve(readBody(response, accepted)));
    expect(error).toBeInstanceOf(ResponseBodyError);
    expect(error).toMatchObject({
      name: "ResponseBodyError",
      message: 'Expected a JSON body, got "<html>" (HTTP 201, text/html).',
      body: "<html>",
      response,
    });
  });
});

/** Creates a response that arrives in chunks. */
function createStreamedResponse(chunks: readonly string[], onCancel: () => void = () => undefined): Response {
  const pending = chunks.map(encode);
  return new Response(
    new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const chunk = pending.shift();
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      cancel: onCancel,
    }),
  );
}

async function collect<Data>(events: EventStream<Data>): Promise<ServerSentEvent<Data>[]> {
  const collected: ServerSentEvent<Data>[] = [];
  for await (const event of events) collected.push(event);
  return collected;
}

describe("an event stream", () => {
  test.each([
    [
      "data: a\n\ndata:b\n\n",
      [
        { event: "message", data: "a" },
        { event: "message", data: "b" },
      ],
    ],
    ["event: ping\ndata: a\ndata: b\ndata\n\n", [{ event: "ping", data: "a\nb\n" }]],
    ["event: ping\n\ndata: a\n\n", [{ event: "message", data: "a" }]],
    [": comment\n\nfoo: bar\ndata:  a\r\n\r\n", [{ event: "message", data: " a" }]],
    [
      "\uFEFFid: 1\nretry: 10\ndata: a\r\rdata: b\n\n",
      [
        { event: "message", data: "a", id: "1", retryMs: 10 },
        { event: "message", data: "b", id: "1", retryMs: 10 },
      ],
    ],
    ["id: a\0b\nretry: 1x\ndata: a\n\ndata: cut off\n", [{ event: "message", data: "a" }]],
    ["data: a\n\r", [{ event: "message", data: "a" }]],
    ["", []],
  ])("is read from %j", async (text, expected) => {
    expect(await collect(readTextEvents(createStreamedResponse([text])))).toEqual(expected);
  });

  test("is read the same for every split of its bytes", async () => {
    const text = "event: ä\r\ndata: 😀\r\rdata: b\r\ndata: c\n\r\n";
    const unsplit = await collect(readTextEvents(createStreamedResponse([text])));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(encode(text).length), { maxLength: 8 }), async (cuts) => {
        const bytes = encode(text);
        const offsets = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const body = new ReadableStream<Uint8Array>({
          start: (controller) => {
            offsets.slice(1).forEach((end, index) => {
              controller.enqueue(bytes.slice(offsets[index], end));
            });
            controller.close();
          },
        });
        expect(await collect(readTextEvents(new Response(body)))).toEqual(unsplit);
      }),
    );
    expect(unsplit).toEqual([
      { event: "ä", data: "😀" },
      { event: "message", data: "b\nc" },
    ]);
  });

  test("parses JSON, and ends with [DONE]", async () => {
    const events = readJsonEvents(
      createStreamedResponse(['data: {"a":1}\n\n', "data: [DONE]\n\n", "data: never\n\n"]),
    );
    expect(await collect(events)).toEqual([{ event: "message", data: { a: 1 } }]);
  });

  test("rejects data that is not the documented JSON", async () => {
    await expect(collect(readJsonEvents(createStreamedResponse(["data: oops\n\n"])))).rejects.toThrow(
      ResponseBodyError,
    );
  });

  test("cancels the body when the loop is left", async () => {
    let isCanceled = false;
    const response = createStreamedResponse(["data: a\n\n", "data: b\n\n", "data: c\n\n"], () => {
      isCanceled = true;
    });
    for await (const { data } of readTextEvents(response)) {
      expect(data).toBe("a");
      break;
    }
    expect(isCanceled).toBe(true);
  });

  test("throws the reason when the request is aborted", async () => {
    const reason = new Error("aborted");
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(encode("data: a\n\n"));
      },
      pull: (controller) => {
        controller.error(reason);
      },
    });
    await expect(collect(readTextEvents(new Response(body)))).rejects.toBe(reason);
  });

  test("is empty without a body", async () => {
    expect(await collect(readTextEvents(new Response(null)))).toEqual([]);
  });
});
