import { describe, expect, test } from "vitest";
import { ApiError, ConnectionError, InvalidResponseError } from "../../src/index.js";
import { answering, rejection, setUp } from "./api.js";

const json = (body: unknown, init: ResponseInit = {}): Response => Response.json(body, init);
const route =
  "GET /accounts/023e105f4ecef8ad9ca31a8372d0c353/realtime/kit/2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10/sessions";

describe("a failure that the API tells", () => {
  test.each([
    {
      what: "Cloudflare's common envelope",
      response: () =>
        json(
          {
            success: false,
            errors: [
              {
                code: 10000,
                message: "Authentication error",
                documentation_url: "https://example.com/10000",
              },
            ],
            messages: [],
            result: null,
          },
          { status: 401, statusText: "Unauthorized", headers: { "cf-ray": "8f2d-FRA" } },
        ),
      message: `${route} returned 401 Unauthorized: Authentication error (code 10000). Is the API token right? (cf-ray 8f2d-FRA)`,
      errors: [
        { code: 10000, message: "Authentication error", documentation_url: "https://example.com/10000" },
      ],
    },
    {
      what: "RealtimeKit's own envelope",
      response: () =>
        json({ success: false, error: { code: 404, message: "App not found" } }, { status: 404 }),
      message: `${route} returned 404: App not found (code 404). Is the app id right?`,
      errors: [{ code: 404, message: "App not found" }],
    },
    {
      what: "problem details",
      response: () =>
        json(
          { type: "about:blank", title: "Bad gateway", status: 502, detail: "No origin" },
          { status: 502 },
        ),
      message: `${route} returned 502: Bad gateway: No origin (code 502)`,
      errors: [{ code: 502, message: "Bad gateway: No origin" }],
    },
    {
      what: "an error of text alone, beside what is none",
      response: () => json({ errors: [5, true, null, "No such app"] }, { status: 400 }),
      message: `${route} returned 400: No such app`,
      errors: [{ message: "No such app" }],
    },
    {
      what: "a code of text, which does not come alone",
      response: () =>
        json({ errors: [{ code: "bad_page" }, { code: {}, message: "No page" }] }, { status: 400 }),
      message: `${route} returned 400: (code bad_page); No page`,
      errors: [{ code: "bad_page" }, { code: {}, message: "No page" }],
    },
    {
      what: "HTML",
      response: () => new Response("<html>", { status: 403 }),
      message: `${route} returned 403. Has the API token the permission Realtime or Realtime Admin?`,
      errors: [],
    },
    {
      what: "nothing",
      response: () => new Response(null, { status: 500, statusText: "Internal Server Error" }),
      message: `${route} returned 500 Internal Server Error`,
      errors: [],
    },
    {
      what: "what nobody promised",
      response: () => json({ errors: [null, "no", { message: "half" }] }, { status: 400 }),
      message: `${route} returned 400: no; half`,
      errors: [{ message: "no" }, { message: "half" }],
    },
    {
      what: "an error that is a text",
      response: () => json({ error: "Unauthorized" }, { status: 400 }),
      message: `${route} returned 400: Unauthorized`,
      errors: [{ message: "Unauthorized" }],
    },
    {
      what: "both envelopes, the first of them empty",
      response: () => json({ errors: [], error: { code: 7, message: "Gone" } }, { status: 400 }),
      message: `${route} returned 400: Gone (code 7)`,
      errors: [{ code: 7, message: "Gone" }],
    },
    {
      what: "problem details without a title",
      response: () =>
        json({ type: "about:blank", detail: "The origin is away", status: 400 }, { status: 400 }),
      message: `${route} returned 400: The origin is away (code 400)`,
      errors: [{ code: 400, message: "The origin is away" }],
    },
    {
      what: "an error without a word",
      response: () => json({ errors: [{}] }, { status: 400 }),
      message: `${route} returned 400: {"errors":[{}]}`,
      errors: [{}],
    },
    {
      what: "a message that is no text",
      response: () => json({ errors: [{ code: {}, message: { toString: 1, valueOf: 1 } }] }, { status: 400 }),
      message: `${route} returned 400: {"errors":[{"code":{},"message":{"toString":1,"valueOf":1}}]}`,
      errors: [{ code: {}, message: { toString: 1, valueOf: 1 } }],
    },
    {
      what: "a body nested without end",
      response: () => new Response(`${"[".repeat(20_000)}${"]".repeat(20_000)}`, { status: 400 }),
      message: `${route} returned 400: ${"[".repeat(499)}…`,
      errors: [],
    },
  ])("in $what is an ApiError that says so", async ({ response, message, errors }) => {
    const error = (await rejection(answering(response).list())) as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    expect(error.name).toBe("ApiError");
    expect(error.message).toBe(message);
    expect(error.errors).toEqual(errors);
    expect(error.status).toBe(response().status);
    expect(error.response?.headers.get("cf-ray") ?? undefined).toBe(error.rayId);
  });

  test("names the page that was asked for", async () => {
    const error = (await rejection(
      answering(() => new Response(null, { status: 500 })).list({ page_no: 7 }),
    )) as ApiError;
    expect(error.message).toBe(`${route} (page_no 7) returned 500`);
    expect(error.pageNo).toBe(7);
  });

  test.each([
    { options: { apiToken: "wrong-token" }, status: 401 },
    { options: { appId: "wrong" }, status: 404 },
    { options: { accountId: "wrong" }, status: 403 },
  ])("comes from the fake API as well: $options", async ({ options, status }) => {
    const error = (await rejection(setUp(1, {}, options).client.list())) as ApiError;
    expect(error).toMatchObject({ name: "ApiError", status });
  });
});

test("a failure of a hundred thousand words is told in a message that can be read, and kept whole", async () => {
  const errors = Array.from({ length: 100_000 }, (_, code) => ({ code, message: "No ".repeat(99) }));
  const error = (await rejection(answering(() => json({ errors }, { status: 400 })).list())) as ApiError;
  expect(error.message.length).toBeLessThan(1_500);
  expect(error.errors.length).toBe(100_000);
});

test("a page of more sessions than a call takes arguments is gathered", async () => {
  const sessions = Array.from({ length: 300_000 }, (_, index) => ({ id: String(index) }));
  const paging = { total_count: sessions.length, start_offset: 1, end_offset: sessions.length };
  const client = answering(() => json({ data: { sessions }, paging }));
  expect((await client.collect({}, { limit: 1_000_000 })).length).toBe(300_000);
});

describe("an answer that is not what the API promises", () => {
  test.each([
    { what: "no body", response: () => new Response(null), but: "the body is empty" },
    { what: "no content", response: () => new Response(null, { status: 204 }), but: "the body is empty" },
    { what: "HTML", response: () => new Response("<!doctype html>"), but: "the body is not JSON" },
    { what: "half a body", response: () => new Response('{"data": {"sess'), but: "the body is not JSON" },
    { what: "null", response: () => json(null), but: "the body has no list at data.sessions" },
    {
      what: "no data",
      response: () => json({ success: true }),
      but: "the body has no list at data.sessions",
    },
    {
      what: "no list",
      response: () => json({ data: { sessions: {} } }),
      but: "the body has no list at data.sessions",
    },
    {
      what: "success: false",
      response: () =>
        json({ success: false, errors: [{ code: 1, message: "Nope" }], data: { sessions: [] } }),
      but: "success is false: Nope (code 1)",
    },
  ])("($what) is an InvalidResponseError", async ({ response, but }) => {
    const error = (await rejection(answering(response).list())) as InvalidResponseError;
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toBe(`${route} returned ${response().status}, but ${but}`);
    expect(error.response?.status).toBe(response().status);
  });

  test("keeps the parser's error as its cause", async () => {
    const error = (await rejection(answering(() => new Response("<p>")).list())) as InvalidResponseError;
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });

  test("ends a listing of a server that ignores the page number, after a page", async () => {
    const stuck = answering(() => json({ data: { sessions: [{ id: "a" }, { id: "b" }] } }));
    const found: string[] = [];
    const error = (await rejection(
      (async () => {
        for await (const { id } of stuck.iterate()) found.push(id);
      })(),
    )) as InvalidResponseError;
    expect(error.message).toBe(
      `${route} (page_no 2) returned 200, but the page repeats the one before it, as if the server ignored the page number`,
    );
    expect(error.pageNo).toBe(2);
    expect(found).toEqual(["a", "b"]);
  });
});

describe("a connection that fails", () => {
  test("is a ConnectionError with the innermost reason, and fetch's own error as its cause", async () => {
    const cause = new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED 127.0.0.1:1") });
    const error = (await rejection(
      answering(() => {
        throw cause;
      }).list({ page_no: 3 }),
    )) as ConnectionError;
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toBe(`${route} (page_no 3) received no response: connect ECONNREFUSED 127.0.0.1:1`);
    expect(error.cause).toBe(cause);
    expect(error).toMatchObject({
      status: undefined,
      response: undefined,
      rayId: undefined,
      errors: [],
      pageNo: 3,
    });
  });
});

test.each([
  {
    what: "of the first of several addresses",
    error: new TypeError("fetch failed", {
      cause: new AggregateError([new Error("ECONNREFUSED ::1"), new Error("no")]),
    }),
    says: "ECONNREFUSED ::1",
  },
  {
    what: "once, of an error that is its own cause",
    error: Object.assign(new Error("round"), { cause: undefined }),
    says: "round",
  },
])("a connection's failure tells the reason $what", async ({ error, says }) => {
  if (says === "round") error.cause = error;
  const failure = (await rejection(
    answering(() => {
      throw error;
    }).list(),
  )) as ConnectionError;
  expect(failure.message).toBe(`${route} received no response: ${says}`);
});

describe("answers looser than their description", () => {
  test.each([
    {
      what: 'ended_at null or "null"',
      sessions: [
        { id: "a", ended_at: null },
        { id: "b", ended_at: "null" },
      ],
    },
    { what: "missing and unknown fields", sessions: [{ id: "a", novel: 1, status: "PAUSED" }] },
    { what: "rows without an id", sessions: [{ status: "LIVE" }, { status: "ENDED" }, null] },
    {
      what: "keys that could pollute",
      sessions: [JSON.parse('{"id": "a", "__proto__": {"polluted": true}}') as object],
    },
  ])("($what) do not end a listing", async ({ sessions }) => {
    const paging = { total_count: sessions.length, start_offset: 1, end_offset: sessions.length };
    const client = answering(() => json({ data: { sessions }, paging }));
    const found: unknown[] = [];
    for await (const session of client.iterate()) found.push(session);
    // The text "null" means null.
    // The text "null" means null.
    expect(JSON.stringify(found)).toBe(JSON.stringify(sessions).replace('"null"', "null"));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([{ paging: null }, { paging: { total_count: "1", start_offset: null } }, { paging: {} }])(
    "($paging) count as paging that is not told",
    async ({ paging }) => {
      let requests = 0;
      const client = answering(() => json({ data: { sessions: requests++ ? [] : [{ id: "a" }] }, paging }));
      const found: string[] = [];
      for await (const { id } of client.iterate()) found.push(id);
      expect(found).toEqual(["a"]);
    },
  );
});
