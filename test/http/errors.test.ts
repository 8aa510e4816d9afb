import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ApiError, ConnectionError, InvalidResponseError, TimeoutError } from "../../src/errors.js";
import { getRejection } from "../thrown.js";
import { createRequest, createScriptedTransport, TOKEN } from "./scripted-transport.js";

async function failWith(response: Response): Promise<ApiError> {
  return (await getRejection(
    createScriptedTransport([() => response], { maxRetries: 0 }).send(7),
  )) as ApiError;
}

describe("an error status", () => {
  test("is an ApiError with the fields of the response", async () => {
    const error = await failWith(
      Response.json(
        { success: false, errors: [{ code: 10000, message: "Authentication error" }] },
        { status: 401, statusText: "Unauthorized", headers: { "cf-ray": "8f2d-FRA" } },
      ),
    );
    expect(error).toBeInstanceOf(ApiError);
    expect(error.name).toBe("ApiError");
    expect(error.message).toBe(
      "GET /things (page_no 7) returned 401 Unauthorized: Authentication error (code 10000). " +
        "Is the API token right? (cf-ray 8f2d-FRA)",
    );
    expect(error).toMatchObject({
      status: 401,
      errors: [{ code: 10000, message: "Authentication error" }],
      rayId: "8f2d-FRA",
      pageNo: 7,
      retryAfterMs: undefined,
      bodyText: '{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}',
    });
    expect(error.response?.status).toBe(401);
  });

  test("has the delay of Retry-After and the cf-ray in its message", async () => {
    const headers = { "retry-after": "5.5", "cf-ray": "8f2d-FRA" };
    const error = await failWith(new Response(null, { status: 429, headers }));
    expect(error.message).toBe("GET /things (page_no 7) returned 429 (retry after 6 s, cf-ray 8f2d-FRA)");
    expect([error.retryAfterMs, error.retryAfter]).toEqual([5500, 5500]);
  });

  test("has no delay in its message if Retry-After is 0", async () => {
    const error = await failWith(new Response(null, { status: 429, headers: { "retry-after": "0" } }));
    expect(error.message).toBe("GET /things (page_no 7) returned 429");
    expect(error.retryAfterMs).toBe(0);
  });

  test("has the text of a gateway in its message", async () => {
    const error = await failWith(new Response("error code: 1015\n", { status: 429, statusText: "Too Many Requests" }));
    expect(error.message).toBe("GET /things (page_no 7) returned 429 Too Many Requests: error code: 1015");
    expect(error.errors).toEqual([]);
    expect(error.bodyText).toBe("error code: 1015 ");
  }); // prettier-ignore

  test("has a hint for a 404 only if the request names an id", async () => {
    const { transport } = createScriptedTransport([404, 404]);
    const first = await getRejection(transport.request({ ...createRequest(), idName: "thing_id" }));
    expect((first as Error).message).toBe("GET /things returned 404. Is the thing id right?");
    const second = await getRejection(transport.request(createRequest()));
    expect((second as Error).message).toBe("GET /things returned 404");
  });

  test.each([
    [401, "Is the API token right?"],
    [403, "Does the API token have the permission Realtime or Realtime Admin?"],
  ])("of %i has a hint in its message instead of an empty envelope", async (status, hint) => {
    const envelope = { success: false, errors: [], messages: [], result: null };
    const error = await failWith(Response.json(envelope, { status }));
    expect(error.message).toBe(`GET /things (page_no 7) returned ${status}. ${hint}`);
    expect(error.bodyText).toBe(JSON.stringify(envelope));
  });
});

test.each([199, 300])("a response of status %i is an error, even with a JSON body", async (status) => {
  const response = { status, headers: new Headers(), text: () => Promise.resolve("{}") };
  expect((await failWith(response as Response)).message).toBe(`GET /things (page_no 7) returned ${status}`);
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])("of status %i is not followed", async (status) => {
    const headers = { location: "https://elsewhere.example/" };
    const error = await failWith(new Response(null, { status, headers }));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error.message).toBe(`GET /things (page_no 7) returned ${status}, but redirects are not followed`);
  });

  test("is recognized in the form that browsers expose", async () => {
    const response = { type: "opaqueredirect", status: 0, headers: new Headers(), text: () => Promise.resolve(""), statusText: "" };
    const error = await failWith(response as Response);
    expect(error.message).toBe("GET /things (page_no 7) returned 0, but redirects are not followed");
  }); // prettier-ignore

  test("is not the status 304", async () => {
    const error = await failWith(new Response(null, { status: 304 }));
    expect([error.name, error.status]).toEqual(["ApiError", 304]);
  });
});

describe("a successful response with unexpected contents", () => {
  test.each([
    ["no body", new Response(null), "the body is empty"],
    ["HTML", new Response("<!doctype html>"), "the body is not JSON"],
    [
      "an HTML page of a proxy",
      new Response("<html><head><title>Log in to the guest network</title></head><body>…"),
      "the body is not JSON: Log in to the guest network",
    ],
    ["text", new Response("\nUnder maintenance"), "the body is not JSON: Under maintenance"],
    [
      "text with brackets",
      new Response("Maintenance [planned]"),
      "the body is not JSON: Maintenance [planned]",
    ],
    ["half a body", new Response('{"data": {"sess'), "the body is not JSON"],
    ["half a list", new Response(' [{"id": "'), "the body is not JSON"],
    ["success: false", Response.json({ success: false }), "success is false"],
    [
      "success: false and errors",
      Response.json({ success: false, errors: [{ code: 1, message: "Nope" }] }),
      "success is false: Nope (code 1)",
    ],
  ])("is an InvalidResponseError if it has %s", async (_, response, reason) => {
    const error = await failWith(response);
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toBeInstanceOf(ApiError);
    expect(error.name).toBe("InvalidResponseError");
    expect(error.message).toBe(`GET /things (page_no 7) returned ${response.status}, but ${reason}`);
    expect(error.response?.status).toBe(response.status);
  });

  test("has the parser's error as its cause, and the body as text", async () => {
    const error = await failWith(new Response("<p>Down"));
    expect(error.cause).toBeInstanceOf(SyntaxError);
    expect(error.bodyText).toBe("<p>Down");
  });

  test("has no cause that quotes the token", async () => {
    const error = await failWith(new Response(TOKEN));
    expect(error.cause).toBeUndefined();
    expect(error.bodyText).toBe("***");
  });

  test("has the errors of a body with success: false", async () => {
    const error = await failWith(Response.json({ success: false, errors: [{ code: 1, message: "Nope" }] }));
    expect(error.errors).toEqual([{ code: 1, message: "Nope" }]);
  });
});

describe("a response", () => {
  test.each([null, false, 0, "text", [], { success: null }, { success: 0 }, {}])(
    "with the JSON body %j is successful",
    async (value) => {
      expect((await createScriptedTransport([() => Response.json(value)]).send()).body).toEqual(value);
    },
  );

  test("is the same object that fetch returned", async () => {
    const response = new Response("{}", { headers: { "x-token": "none" } });
    expect((await createScriptedTransport([() => response]).send()).response).toBe(response);
  });

  test("is replaced by one copy without the token if it has the token", async () => {
    const page = await createScriptedTransport([
      () => new Response("{}", { headers: { "x-token": TOKEN } }),
    ]).send();
    const { response } = page;
    expect(response.headers.get("x-token")).toBe("***");
    expect(page.response).toBe(response);
  });

  test("creates errors about its contents without the token", async () => {
    const { toError } = await createScriptedTransport([
      () => new Response("{}", { headers: { "x-token": TOKEN, "cf-ray": "8f2d-FRA" } }),
    ]).send(3);
    const error = toError(`there is ${TOKEN}`);
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error.message).toBe("GET /things (page_no 3) returned 200, but there is *** (cf-ray 8f2d-FRA)");
    expect(error.pageNo).toBe(3);
    expect(error.response?.headers.get("x-token")).toBe("***");
  });
});

describe("an error that is printed", () => {
  test("has at most eight lines, without its response and body", async () => {
    const error = await failWith(
      Response.json({ errors: [{ code: 1, message: "No" }], rest: "a".repeat(5000) }, { status: 400 }),
    );
    error.stack = String(error);
    const lines = inspect(error).split("\n");
    expect(lines[0]).toBe("[ApiError: GET /things (page_no 7) returned 400: No (code 1)] {");
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(Object.keys(error)).not.toContain("response");
    expect(Object.keys(error)).not.toContain("bodyText");
  });

  test("has its message in JSON, without its response and body", async () => {
    const error = await failWith(new Response("Not now", { status: 409, headers: { "retry-after": "2" } }));
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "ApiError",
      message: "GET /things (page_no 7) returned 409: Not now (retry after 2 s)",
      status: 409,
      errors: [],
      retryAfterMs: 2000,
      pageNo: 7,
    });
  });

  test.each([
    { name: "ApiError", Class: ApiError },
    { name: "ConnectionError", Class: ConnectionError },
    { name: "TimeoutError", Class: TimeoutError },
    { name: "InvalidResponseError", Class: InvalidResponseError },
  ])("begins with its class name $name", ({ name, Class }) => {
    const error = new Class("No");
    expect([error.name, String(error)]).toEqual([name, `${name}: No`]);
    expect(error.errors).toEqual([]);
  });
});
