import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { ApiError, ConnectionError, InvalidResponseError, TimeoutError } from "../../src/errors.js";
import { InvalidFetchError } from "../../src/http/fetch.js";
import { createRedact, redactResponse, redactThrown } from "../../src/http/redact.js";
import {
  createScriptedTransport,
  getOutcome,
  type ScriptedResponse,
  stall,
  TOKEN,
  useFakeTimers,
} from "./scripted-transport.js";

const redact = createRedact(TOKEN);

/** Returns every text into which an error or its parts can be converted. */
function getTexts(error: unknown): string[] {
  const texts = [
    String(error),
    inspect(error, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(error) as string | undefined,
    JSON.stringify(error, Object.getOwnPropertyNames(error)) as string | undefined,
  ];
  if (error instanceof Error) {
    texts.push(error.message, error.stack, error.name);
    texts.push(
      ...Object.getOwnPropertyNames(error).map((name) =>
        inspect(Reflect.get(error, name), { depth: 20, showHidden: true }),
      ),
    );
    if (error.cause !== undefined) texts.push(...getTexts(error.cause));
  }
  return texts.filter((text) => text !== undefined);
}

describe("createRedact", () => {
  test("replaces each token in a string", () => {
    expect(redact(`a ${TOKEN}, Bearer ${TOKEN}`)).toBe("a ***, Bearer ***");
  });

  test("replaces a token that is percent-encoded", () => {
    const text = createRedact("abc+def/ghi==")("?token=abc%2Bdef%2Fghi%3D%3D or abc+def/ghi==");
    expect(text).toBe("?token=*** or ***");
  });

  test.each([
    ["percent-encoded", "abc%2bdef%2Fghi%3D%7e"],
    ["percent-encoded twice", "abc%252Bdef%252fghi%253D%257E"],
    ["escaped in JSON", "abc\\u002Bdef\\/ghi\\u003d~"],
    ["escaped in HTML", "abc&#x2B;def&#x2F;ghi&#x3D;~"],
    ["in lower case", "ABC+DEF/GHI=~"],
  ])("replaces a token that is %s", (_, text) => {
    expect(createRedact("abc+def/ghi=~")(`a ${text} b`)).toBe("a *** b");
  });

  test.each([`Bearer ${TOKEN}`, `"${TOKEN}"`, `${TOKEN}\n`, `apiToken: '${TOKEN}';`])(
    "replaces the token within the invalid token %j",
    (token) => {
      expect(createRedact(token)(`a ${TOKEN} b`)).toBe("a *** b");
    },
  );

  test("redacts a string of many backslashes and percent signs within two seconds", () => {
    const start = performance.now();
    createRedact("%/".repeat(20))("\\".repeat(1_000_000) + "%25".repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test.each(["app", "tion", "1234567"])(
    "does not replace the token %s, which is shorter than 8 characters",
    (token) => {
      expect(createRedact(token)(`application ${token}`)).toBe(`application ${token}`);
    },
  );

  test("replaces a token of 8 characters", () => {
    expect(createRedact("12345678")("a 12345678")).toBe("a ***");
  });

  test("does not replace a part of a token", () => {
    expect(redact(TOKEN.slice(1))).toBe(TOKEN.slice(1));
  });
});

describe("redactResponse", () => {
  test("returns the same response if it does not have the token", () => {
    const response = new Response("a", { status: 403, statusText: "No", headers: { a: "b" } });
    expect(redactResponse(response, redact)).toBe(response);
  });

  test("returns a copy without the token in the URL", () => {
    const response = new Response(null, { headers: { "cf-ray": "8f2d-FRA" } });
    Object.defineProperty(response, "url", { value: `https://api.example/?search=${TOKEN}` });
    const copy = redactResponse(response, redact);
    expect([copy.url, copy.headers.get("cf-ray")]).toEqual(["https://api.example/?search=***", "8f2d-FRA"]);
    expect(inspect(copy, { showHidden: true, depth: 20 })).not.toContain(TOKEN);
  });

  test("returns a copy without the token in the status text, names and values of headers", () => {
    const lowerCaseToken = "token-in-lower-case";
    const headers = {
      "x-token": `was Bearer ${lowerCaseToken}`,
      [`x-${lowerCaseToken}`]: "1",
      "cf-ray": "8f2d-FRA",
    };
    const response = new Response(null, { status: 403, statusText: `No ${lowerCaseToken}`, headers });
    const copy = redactResponse(response, createRedact(lowerCaseToken));
    expect([copy.status, copy.statusText, copy.ok]).toEqual([403, "No ***", false]);
    expect(Object.fromEntries(copy.headers)).toEqual({
      "x-token": "was Bearer ***",
      "x-***": "1",
      "cf-ray": "8f2d-FRA",
    });
  });

  test("returns a copy of a response whose headers cannot be listed", () => {
    const response = { status: 404, ok: false, url: `https://api.example/${TOKEN}`, headers: { get: () => null } };
    expect(redactResponse(response, redact)).toMatchObject({ status: 404, url: "https://api.example/***" });
  }); // prettier-ignore

  test.each([101, 204, 304, 999])("copies a response with the status %i", (status) => {
    const response = { status, ok: false, statusText: TOKEN, headers: new Headers() } as Response;
    expect(redactResponse(response, redact)).toMatchObject({ status, ok: false, statusText: "***" });
  });
});

describe("redactThrown", () => {
  const withToken = Object.assign(new TypeError(`bad ${TOKEN}`), { code: "E_TOKEN" });

  test.each([
    ["an error", new Error("no")],
    ["an error with causes", new Error("no", { cause: new AggregateError([new Error("a")]) })],
    ["an error with plain properties", Object.assign(new Error("no"), { code: 1, socket: { port: 5, peers: ["a"] }, missing: null })],
    ["an error with a function", Object.assign(new Error("no"), { retry: () => 1 })],
    ["a string", "no"],
    ["a number", 5],
    ["undefined", undefined],
    ["null", null],
  ])("returns the same value for %s without the token", (_, value) => {
    expect(redactThrown(value, redact)).toBe(value);
  }); // prettier-ignore

  test("copies an error whose message has the token", () => {
    const copy = redactThrown(withToken, redact) as Error;
    expect(copy).toBeInstanceOf(Error);
    expect(copy).toMatchObject({ name: "TypeError", message: "bad ***", code: "E_TOKEN" });
    expect(copy.stack).toBe(withToken.stack?.replace(TOKEN, "***"));
  });

  test("copies an error whose cause has the token, and the cause", () => {
    const copy = redactThrown(new Error("no", { cause: withToken }), redact) as Error;
    expect(copy).toMatchObject({ message: "no", cause: { message: "bad ***" } });
  });

  test.each([
    ["a value", { config: { headers: { Authorization: `Bearer ${TOKEN}` } } }],
    ["a key", { config: { [TOKEN]: 1 } }],
    ["an array", { request: [[TOKEN]] }],
    ["an object of a class", { request: new Map([["a", TOKEN]]) }],
    ["a property with a symbol", { [Symbol("request")]: { token: TOKEN } }],
    ["a property of a function", { retry: Object.assign(() => 1, { token: TOKEN }) }],
    ["deep objects", { a: { b: { c: { d: { e: { f: { g: TOKEN } } } } } } }],
  ])("leaves out the properties of an error with the token in %s", (_, properties) => {
    const copy = redactThrown(Object.assign(new Error("no"), properties), redact) as Error;
    expect(copy.message).toBe("no");
    expect(getTexts(copy).filter((text) => text.includes(TOKEN))).toEqual([]);
  });

  test("copies an error that is its own cause", () => {
    const error = new Error("no");
    error.cause = error;
    expect(redactThrown(error, redact)).toMatchObject({ message: "no", cause: { message: "no" } });
  });

  test.each([
    ["a string", `no ${TOKEN}`, "no ***"],
    ["an object", { token: TOKEN }, "[object Object]"],
  ])("redacts %s", (_, value, redacted) => {
    expect(redactThrown(value, redact)).toBe(redacted);
  });
});

const repeated = { "cf-ray": TOKEN, "x-token": `was ${TOKEN}` };

// eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a custom fetch may
const rejectWith = (value: unknown): Promise<never> => Promise.reject(value);

const cases: { what: string; Class: new (...given: never[]) => Error; response: ScriptedResponse }[] = [
  { what: "a failure", Class: ApiError, response: () => Response.json({ errors: [{ message: `No ${TOKEN}` }] }, { status: 401 }) },
  { what: "a failure with the token as a key", Class: ApiError, response: () => Response.json({ errors: { [TOKEN]: ["is invalid"] } }, { status: 401 }) },
  { what: "a failure in HTML", Class: ApiError, response: () => new Response(`<title>${TOKEN}`, { status: 401 }) },
  { what: "a failure in escaped JSON", Class: ApiError, response: () => new Response(`{"a": "\\u0073${TOKEN.slice(1)}"}`, { status: 401 }) },
  { what: "a status text and headers", Class: ApiError, response: () => new Response(null, { status: 401, statusText: `No ${TOKEN}`, headers: repeated }) },
  { what: "success: false", Class: InvalidResponseError, response: () => Response.json({ success: false, error: { message: TOKEN } }) },
  { what: "a body that is not JSON", Class: InvalidResponseError, response: () => new Response(TOKEN) },
  { what: "a redirect", Class: InvalidResponseError, response: () => new Response(null, { status: 302, headers: repeated }) },
  { what: "a body that is too large", Class: InvalidResponseError, response: () => new Response(new Uint8Array(33_554_433), { headers: repeated }) },
  { what: "an error that fetch throws", Class: ConnectionError, response: () => Promise.reject(Object.assign(new Error(TOKEN), { config: { headers: TOKEN } })) },
  { what: "a string that fetch throws", Class: ConnectionError, response: () => rejectWith(TOKEN) },
  { what: "an invalid fetch", Class: InvalidFetchError, response: () => Promise.reject(new TypeError(`Invalid URL ${TOKEN}`)) },
  { what: "a timeout", Class: TimeoutError, response: stall },
]; // prettier-ignore

describe("with fake timers", () => {
  useFakeTimers();

  test.each(cases)("the token is in no error and no event after $what", async ({ response, Class }) => {
    const events: unknown[] = [];
    const record = (event: object): void => {
      events.push(event, ...(Object.values(event) as unknown[]));
    };
    const { send, requests } = createScriptedTransport([response, response], {
      timeout: 1000,
      maxRetries: 1,
      onRequest: record,
      onResponse: record,
      onRetry: record,
      onRateLimit: record,
    });
    const error = await getOutcome(send());
    expect(error).toBeInstanceOf(Class);
    const texts = [...getTexts(error), ...events.flatMap(getTexts)];
    expect(texts.filter((text) => text.includes(TOKEN))).toEqual([]);
    // The request did contain the token.
    expect(requests[0]?.init.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  test("the token in a query is sent, but is in no event", async () => {
    const token = "s3cret~t0ken+v4lue/==";
    const events: object[] = [];
    const record = (event: object): void => void events.push(event);
    const hooks = { onRequest: record, onResponse: record, onRetry: record, onRateLimit: record };
    const { transport, requests } = createScriptedTransport([503, 429], {
      apiToken: token,
      maxRetries: 2,
      ...hooks,
    });
    const request = { method: "GET", path: `/accounts/${token.slice(0, 18)}`, query: { search: token } };
    await getOutcome(transport.request(request));
    expect(requests[0]?.url.searchParams.get("search")).toBe(token);
    const url = "https://api.example.com/v4/accounts/s3cret~t0ken+v4lue?search=***";
    expect(events).toEqual(Array(9).fill(expect.objectContaining({ url })));
  });
});

test("the token in the headers of a successful response is not in the returned response", async () => {
  const { transport } = createScriptedTransport([
    () => Response.json({}, { headers: { link: `<https://a.example/${TOKEN}>` } }),
  ]);
  const { response, headers } = await transport.request({ method: "GET", path: "/things" });
  expect(response.headers.get("link")).toBe("<https://a.example/***>");
  // A listing needs the URL of the next page.
  expect(headers.get("link")).toBe(`<https://a.example/${TOKEN}>`);
});
