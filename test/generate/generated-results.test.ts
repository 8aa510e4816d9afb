import { beforeAll, describe, expect, test } from "vitest";
import { createTemporaryFolder, HEAD, renderFile, writeTexts } from "./document-files.js";
import { loadClient, Recorder } from "./load-client.js";

const folder = createTemporaryFolder();

const renderResponse = (status: string, content: string): string =>
  `"${status}": { description: d, content: ${content} }`;
const renderOperation = (name: string, ...responses: string[]): string =>
  `  /${name}: { post: { operationId: ${name}, responses: { ${responses.join(", ")} } } }\n`;
const JSON_CONTENT = "application/json: { schema: { type: object } }";

const SPEC = `${HEAD}paths:
${[
  renderOperation("json", renderResponse("200", `{ ${JSON_CONTENT} }`), '"204": { description: none }'),
  renderOperation("mixed", renderResponse("200", `{ text/plain: {}, application/pdf: {}, ${JSON_CONTENT} }`)),
  renderOperation("later", '"201": { description: created }', renderResponse("202", `{ ${JSON_CONTENT} }`)),
  renderOperation("created", '"201": { description: created }'),
  renderOperation("text", renderResponse("200", "{ text/csv: {} }")),
  renderOperation("sequence", renderResponse("200", "{ application/json-seq: {} }")),
  renderOperation("image", renderResponse("200", "{ image/*: {} }")),
  renderOperation("fallback", renderResponse("default", `{ ${JSON_CONTENT} }`)),
  renderOperation(
    "events",
    renderResponse("200", `{ ${JSON_CONTENT}, text/event-stream: { schema: { type: object } } }`),
  ),
  renderOperation("textEvents", renderResponse("200", "{ text/event-stream: { schema: { type: string } } }")),
].join(
  "",
)}  /head: { head: { operationId: head, responses: { ${renderResponse("200", `{ ${JSON_CONTENT} }`)} } } }
`;

const createResponse = (body: BodyInit | null, type: string, status = 200): Response =>
  new Response(body, { status, headers: { "Content-Type": type } });

describe("the result of a generated function", () => {
  let api: Recorder;
  beforeAll(async () => {
    api = new Recorder(await loadClient(await renderFile(writeTexts(folder, { "api.yaml": SPEC }))));
  });

  test.each([
    ["json", "application/json"],
    ["mixed", "application/json, text/plain, application/pdf"],
    ["created", null],
    ["text", "text/csv"],
    ["image", "image/*"],
    ["fallback", "application/json"],
    ["events", "application/json, text/event-stream"],
  ])("of %s is requested as %s", async (name, accept) => {
    expect((await api.send(name)).headers.get("accept")).toBe(accept);
  });

  test("is requested with the options of the caller", async () => {
    const { headers } = await api.send("mixed", { headers: { Accept: "application/pdf" } });
    expect(headers.get("accept")).toBe("application/pdf");
  });

  test.each([
    ["json", createResponse('{"a":1}', "application/json"), { a: 1 }],
    ["json", createResponse('{"a":1}', "application/vnd.x+json"), { a: 1 }],
    ["json", createResponse(null, "application/json"), undefined],
    ["json", new Response(null, { status: 204 }), undefined],
    ["json", createResponse('"unused"', "application/json; charset=utf-8"), "unused"],
    ["mixed", createResponse("Created", "text/plain;charset=utf-8", 201), "Created"],
    ["mixed", createResponse("[1]", "application/json"), [1]],
    ["text", createResponse("a,b", "text/csv"), "a,b"],
    ["fallback", createResponse('{"a":1}', "application/json", 203), { a: 1 }],
    ["sequence", createResponse('\x1e{"a":1}\n', "application/json-seq"), '\x1e{"a":1}\n'],
  ])("of %s is the data that the document describes", async (name, given, expected) => {
    expect((await api.call(name, [], given)).data).toEqual(expected);
  });

  test.each([
    ["image", "image/png"],
    ["mixed", "application/pdf"],
  ])("of %s is a Blob if the document describes bytes of %s", async (name, type) => {
    const { data } = await api.call(name, [], createResponse("%PDF", type));
    expect(data).toBeInstanceOf(Blob);
    expect(await (data as Blob).text()).toBe("%PDF");
  });

  test("is a stream if the caller requests one", async () => {
    const { data } = await api.call("image", [{ parseAs: "stream" }], createResponse("x", "image/png"));
    expect(data).toBeInstanceOf(ReadableStream);
  });

  test("has no data for an undescribed body, which stays unread", async () => {
    const { data, response } = await api.call("created", [], createResponse("Created", "text/plain", 201));
    expect(data).toBeUndefined();
    expect(await response.text()).toBe("Created");
  });

  test("has no data for an undescribed body if only other statuses have described bodies", async () => {
    const { data, response } = await api.call("later", [], createResponse("Created", "text/plain", 201));
    expect(data).toBeUndefined();
    expect(await response.text()).toBe("Created");
    expect((await api.call("later", [], createResponse('{"a":1}', "application/json", 202))).data).toEqual({
      a: 1,
    });
  });

  test.each(["json", "fallback"])(
    "of %s rejects with the response if its body is not the documented JSON",
    async (name) => {
      await expect(api.call(name, [], createResponse("<html>", "text/html"))).rejects.toMatchObject({
        name: "ResponseBodyError",
        message: 'Expected a JSON body, got "<html>" (HTTP 200, text/html).',
        body: "<html>",
      });
    },
  );

  test("is read as documented, even with the default parseAs of openapi-fetch", async () => {
    expect((await api.call("text", [{ parseAs: "json" }], createResponse("a,b", "text/csv"))).data).toBe(
      "a,b",
    );
  });

  test.each([
    ["JSON", createResponse('{"code":1}', "application/json", 400), { code: 1 }],
    ["text", createResponse("error code: 1015", "text/plain", 429), "error code: 1015"],
    ["an empty body", new Response("", { status: 502, statusText: "Bad Gateway" }), "HTTP 502 Bad Gateway"],
    ["no body", new Response(null, { status: 404, headers: { "Content-Length": "0" } }), "HTTP 404"],
  ])("is a truthy error for a failure with %s", async (_, given, expected) => {
    const result = await api.call("json", [], given);
    expect(result).toEqual({ error: expected, response: given });
  });

  test("of HEAD has no data", async () => {
    expect((await api.call("head", [], createResponse(null, "application/json"))).data).toBeUndefined();
  });

  test("is a stream of events, each typed by the document", async () => {
    const given = createResponse('event: delta\ndata: {"a":1}\n\ndata: [DONE]\n\n', "text/event-stream");
    const { data } = await api.call("events", [], given);
    const events: unknown[] = [];
    for await (const event of data as AsyncIterable<unknown>) events.push(event);
    expect(events).toEqual([{ event: "delta", data: { a: 1 } }]);
  });

  test("is a stream of strings if the document does not describe their structure", async () => {
    const { data } = await api.call("textEvents", [], createResponse("data: 1\n\n", "text/event-stream"));
    const events: unknown[] = [];
    for await (const event of data as AsyncIterable<unknown>) events.push(event);
    expect(events).toEqual([{ event: "message", data: "1" }]);
  });

  test("is a stream of the events that an itemSchema of OpenAPI 3.2 describes", async () => {
    const item =
      "{ properties: { data: { contentMediaType: application/json, contentSchema: { type: object, properties: { a: { type: number } } } } } }";
    const text = `${HEAD.replace("3.1.0", "3.2.0")}paths:\n${renderOperation("items", renderResponse("200", `{ text/event-stream: { itemSchema: ${item} } }`))}`;
    const files = await renderFile(writeTexts(folder, { "items.yaml": text }));
    expect(files.get("schema.ts")).toContain('"text/event-stream": { a?: number };');
    expect(files.get("client.ts")).toContain(
      'EventStream<ResponseBody<Items_Operation, 200, "text/event-stream">>',
    );
    const streamed = new Recorder(await loadClient(files));
    const { data } = await streamed.call(
      "items",
      [],
      createResponse('data: {"a":1}\n\n', "text/event-stream"),
    );
    const events: unknown[] = [];
    for await (const event of data as AsyncIterable<unknown>) events.push(event);
    expect(events).toEqual([{ event: "message", data: { a: 1 } }]);
  });

  test("has one type for all errors of a media type", async () => {
    const renderFailure = (status: string): string => renderResponse(status, `{ ${JSON_CONTENT} }`);
    const text = `${HEAD}paths:\n${renderOperation("fail", renderFailure("404"), renderFailure("default"), renderResponse("500", "{ text/plain: {} }"))}`;
    const files = await renderFile(writeTexts(folder, { "fail.yaml": text }));
    expect(files.get("client.ts")).toContain(
      'type Fail_Error = ResponseBody<Fail_Operation, 404 | "default", "application/json"> | string;',
    );
  });
});
