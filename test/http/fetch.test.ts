import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { AbortController as OtherAbortController } from "abort-controller";
import nodeFetch3 from "node-fetch";
import * as undici from "undici";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ApiError } from "../../src/errors.js";
import type { Fetch } from "../../src/http/fetch.js";
import { createTransport } from "../../src/http/transport.js";
import { getRejection } from "../thrown.js";
import { createScriptedTransport, TOKEN } from "./scripted-transport.js";

// The package has no types.
const nodeFetch2 = createRequire(import.meta.url)("node-fetch2") as typeof fetch;

let baseUrl: string;

const server = createServer((request, response) => {
  const { method, headers, url = "" } = request;
  let body = "";
  request.on("data", (chunk) => (body += String(chunk)));
  request.on("end", () => {
    if (url.startsWith("/slow")) return;
    const status = url.startsWith("/missing") ? 404 : 200;
    const { authorization, accept } = headers;
    response
      .writeHead(status, { "content-type": "application/json", "cf-ray": "8f2d-FRA" })
      .end(JSON.stringify({ method, url, authorization, accept, body, text: "é".repeat(100_000) }));
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const dispatcher = new undici.Agent();

const implementations: { name: string; fetch: unknown }[] = [
  { name: "the global fetch", fetch: globalThis.fetch },
  { name: "the fetch of undici", fetch: undici.fetch },
  {
    name: "the fetch of undici with a dispatcher",
    fetch: (url: URL, init: undici.RequestInit) => undici.fetch(url, { ...init, dispatcher }),
  },
  { name: "node-fetch 2", fetch: nodeFetch2 },
  { name: "node-fetch 3", fetch: nodeFetch3 },
  {
    name: "a fetch that reads the URL and headers like those of a Request",
    fetch: (request: Request, { signal, body = null }: RequestInit) =>
      nodeFetch2(request.url, {
        headers: Object.fromEntries(request.headers),
        method: request.method,
        body,
        signal: signal ?? null,
      }),
  },
  {
    name: "a fetch that builds a Request",
    fetch: (url: URL, init: RequestInit) => globalThis.fetch(new Request(url, init)),
  },
  {
    name: "a fetch that adds a header to a plain object",
    fetch: (url: URL, init: RequestInit) =>
      globalThis.fetch(url, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), "x-a": "1" },
      }),
  },
  {
    name: "a fetch that returns a frozen Response",
    fetch: async (url: URL, init: RequestInit) => Object.freeze(await globalThis.fetch(url, init)),
  },
];

describe.each(implementations)("$name", ({ fetch }) => {
  const createTestTransport = (): ReturnType<typeof createTransport> =>
    createTransport({ baseUrl, apiToken: TOKEN, fetch: fetch as Fetch, maxRetries: 0 });

  test("receives the URL, the method, the headers and the body", async () => {
    const { body } = await createTestTransport().request({
      method: "POST",
      path: "/a",
      query: { b: "c d" },
      body: { e: 1 },
    });
    expect(body).toMatchObject({
      method: "POST",
      url: "/a?b=c%20d",
      authorization: `Bearer ${TOKEN}`,
      accept: "application/json",
      body: '{"e":1}',
      text: "é".repeat(100_000),
    });
  });

  test("ends in an error with status and headers", async () => {
    const error = (await getRejection(
      createTestTransport().request({ method: "GET", path: "/missing" }),
    )) as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 404, rayId: "8f2d-FRA" });
    expect(error.response?.headers.get("cf-ray")).toBe("8f2d-FRA");
  });

  test("is aborted by a signal of the package abort-controller", async () => {
    const controller = new OtherAbortController();
    const promise = createTestTransport().request(
      { method: "GET", path: "/slow" },
      { signal: controller.signal as AbortSignal },
    );
    server.once("request", () => {
      controller.abort();
    });
    expect(await getRejection(promise)).toMatchObject({ name: "AbortError" });
  });
});

test("an aborted signal of the package abort-controller rejects before fetch is called", async () => {
  const controller = new OtherAbortController();
  controller.abort();
  const { send, requests } = createScriptedTransport([]);
  expect(await getRejection(send(1, { signal: controller.signal as AbortSignal }))).toMatchObject({
    name: "AbortError",
    message: "This operation was aborted",
  });
  expect(requests.length).toBe(0);
});

test("a body without a web stream is read by text()", async () => {
  const response = { status: 200, headers: new Headers(), body: { pipe: 1 }, text: () => Promise.resolve('{"a":1}') };
  const { send } = createScriptedTransport([() => response]);
  expect((await send()).body).toEqual({ a: 1 });
}); // prettier-ignore

test("no property of a response is set", async () => {
  const response = new Response("{}");
  const set = vi.fn(() => false);
  const text = (): Promise<string> => response.text();
  const proxy = new Proxy(
    { status: 200, headers: response.headers, text },
    { set, defineProperty: set, deleteProperty: set },
  );
  await createScriptedTransport([() => proxy]).send();
  expect(set).not.toHaveBeenCalled();
});

describe("a fetch that does not work like the global one", () => {
  test.each([
    ["Failed to parse URL from [object Request]", new TypeError("Failed to parse URL from [object Request]")],
    ["Only absolute URLs are supported", new TypeError("Only absolute URLs are supported")],
    ["request.clone is not a function", new TypeError("request.clone is not a function")],
    ["Cannot read properties of undefined", new TypeError("Cannot read properties of undefined (reading 'get')")],
    ["undefined is not an object", new TypeError("undefined is not an object (evaluating 'a.b')")],
    ["Illegal invocation", new TypeError("Illegal invocation")],
    ["a is not defined", new ReferenceError("a is not defined")],
    ["object is not extensible", new TypeError("Cannot define property text, object is not extensible")],
    ["instance of AbortSignal", new TypeError('RequestInit: Expected signal ("[object Object]") to be an instance of AbortSignal.')],
  ])('is reported without a retry if it throws "%s"', async (text, thrown) => {
    const { send, requests } = createScriptedTransport([() => Promise.reject(thrown)]);
    const error = (await getRejection(send())) as TypeError;
    expect(error).toBeInstanceOf(TypeError);
    expect(error).not.toBeInstanceOf(ApiError);
    expect(error.message).toContain(text);
    expect(error.message).toContain("It must work like the global fetch");
    expect(error.cause).toBe(thrown);
    expect(requests.length).toBe(1);
  }); // prettier-ignore

  test.each([
    undefined,
    null,
    "{}",
    {},
    { status: 200 },
    { status: 200, headers: {} },
    { status: 200, headers: new Headers() },
    { status: 200, headers: { get: 1 }, text: () => "" },
    { status: "200", headers: new Headers(), text: () => "" },
  ])("is reported without a retry if it returns %j", async (response) => {
    const { send, requests } = createScriptedTransport([() => response]);
    expect(String(await getRejection(send()))).toBe(
      "TypeError: fetch returned no Response with an unread body. It must work like the global fetch.",
    );
    expect(requests.length).toBe(1);
  });

  test("is reported without a retry if the body of its response has been read", async () => {
    const response = new Response("{}");
    await response.text();
    const { send, requests } = createScriptedTransport([() => response]);
    expect(String(await getRejection(send()))).toContain("no Response with an unread body");
    expect(requests.length).toBe(1);
  });
});

test.each([
  "fetch failed",
  "Failed to fetch",
  "NetworkError when attempting to fetch resource.",
  "Load failed",
  "Network request failed",
  "terminated",
  "error sending request for url (https://api.example.com/things): connection closed",
  "Unable to connect. Is the computer able to access the url?",
])('the message "%s" is recognized as a connection failure', async (message) => {
  const { send } = createScriptedTransport([() => Promise.reject(new TypeError(message))], { maxRetries: 0 });
  expect(await getRejection(send())).toMatchObject({ name: "ConnectionError" });
});

describe('cache: "no-store"', () => {
  const createRejectingTransport = (message: string) => {
    const cacheModes: unknown[] = [];
    const { send } = createScriptedTransport(
      Array(9).fill((init: RequestInit) => {
        cacheModes.push("cache" in init ? init.cache : "left out");
        if ("cache" in init) throw new TypeError(message);
        return new Response("{}");
      }),
      { maxRetries: 0 },
    );
    return { send, cacheModes };
  };

  test.each([
    "The 'cache' field on 'RequestInitializerDict' is not implemented.",
    "Unsupported cache mode: no-store",
  ])('is left out after the runtime rejects it with "%s"', async (message) => {
    const { send, cacheModes } = createRejectingTransport(message);
    await Promise.all([send(1), send(2)]);
    await send(3);
    expect(cacheModes).toEqual(["no-store", "no-store", "left out", "left out", "left out"]);
  });

  test("is not left out after another error", async () => {
    const { send, cacheModes } = createRejectingTransport("fetch failed");
    await getRejection(send(1));
    await getRejection(send(2));
    expect(cacheModes).toEqual(["no-store", "no-store"]);
  });
});
