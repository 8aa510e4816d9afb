import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSessionsClient, type SessionsQuery } from "../../src/index.js";
import { fakeApiDefaults } from "../../src/testing.js";
import { runs } from "../runs.js";
import { setUp } from "./api.js";

const make = (options: object): unknown => createSessionsClient({ ...fakeApiDefaults, ...options });

const NOT_AN_ID = "must be an id without / \\ ? # % or white space";

describe("createSessionsClient refuses", () => {
  test.each([
    { options: { accountId: "" }, message: 'accountId must be a non-empty string, got "".' },
    { options: { appId: undefined }, message: "appId must be a non-empty string, got undefined." },
    { options: { appId: ".." }, message: `appId ${NOT_AN_ID}, got "..".` },
    { options: { appId: "." }, message: `appId ${NOT_AN_ID}, got ".".` },
    { options: { accountId: "a/b" }, message: `accountId ${NOT_AN_ID}, got "a/b".` },
    { options: { accountId: "a\\b" }, message: `accountId ${NOT_AN_ID}, got "a\\\\b".` },
    { options: { accountId: "a?b" }, message: `accountId ${NOT_AN_ID}, got "a?b".` },
    { options: { accountId: "a#b" }, message: `accountId ${NOT_AN_ID}, got "a#b".` },
    { options: { accountId: "%2e%2e" }, message: `accountId ${NOT_AN_ID}, got "%2e%2e".` },
    { options: { accountId: "id\n" }, message: `accountId ${NOT_AN_ID}, got "id\\n".` },
    {
      options: { validate: "strict" },
      message: 'validate must be a function, got "strict".',
    },
    { options: { apiToken: "" }, message: "apiToken must be a non-empty string." },
    { options: { baseUrl: "nowhere" }, message: 'baseUrl must be a URL, got "nowhere".' },
    {
      options: { baseUrl: "http://api.example.com" },
      message: 'baseUrl must use https, so that the token is encrypted, got "http://api.example.com".',
    },
    { options: { appId: "id-\ud83d" }, message: `appId ${NOT_AN_ID}, got "id-\\ud83d".` },
    { options: { baseUrl: "ftp://localhost" }, message: "baseUrl must use https" },
    { options: { baseUrl: "http://127.evil.example" }, message: "baseUrl must use https" },
    { options: { baseUrl: "http://localhost.evil.example" }, message: "baseUrl must use https" },
    {
      options: { baseUrl: "https://api.example/v4?x=1" },
      message: "no user name, password, query or fragment",
    },
    {
      options: { baseUrl: "https://api.example/v4#x" },
      message: "no user name, password, query or fragment",
    },
  ])("$options", ({ options, message }) => {
    expect(() => make(options)).toThrow(TypeError);
    expect(() => make(options)).toThrow(message);
  });

  test.each([
    { apiToken: "Bearer secret-token", message: "without Bearer" },
    { apiToken: "bearer secret-token", message: "without Bearer" },
    { apiToken: '"secret-token"', message: "quotes" },
    { apiToken: " secret-token", message: "white space" },
    { apiToken: "secret-token\n", message: "line break" },
    { apiToken: "secret\r\nX-Evil: 1", message: "line break" },
    { apiToken: "secret\\token", message: "characters that no token has" },
    { apiToken: "secret-tökén", message: "characters that no token has" },
  ])("a token as people paste it, without telling it ($message)", ({ apiToken, message }) => {
    expect(() => make({ apiToken })).toThrow(TypeError);
    expect(() => make({ apiToken })).toThrow(message);
    expect(() => make({ apiToken })).not.toThrow(/secret/);
  });

  test("a password in the base URL, without telling it", () => {
    const message = "baseUrl must have no user name, password, query or fragment.";
    expect(() => make({ baseUrl: "http://user:secret@api.example" })).toThrow(new TypeError(message));
    expect(() => make({ baseUrl: "https://secret@api.example" })).toThrow(new TypeError(message));
  });

  test.each([
    { options: { maxRetries: -1 }, message: "maxRetries must be an integer of at least 0, got -1." },
    { options: { maxRetries: 1.5 }, message: "maxRetries must be an integer" },
    { options: { timeout: 0 }, message: "timeout must be an integer from 1 to 2147483647, got 0." },
    { options: { timeout: Infinity }, message: "timeout must be an integer" },
  ])("$options", ({ options, message }) => {
    expect(() => make(options)).toThrow(RangeError);
    expect(() => make(options)).toThrow(message);
  });

  test.each(["http://localhost:8787", "http://127.0.0.1:1", "http://[::1]:1/v4", "https://example.com/v4/"])(
    "not %s",
    (baseUrl) => {
      expect(() => make({ baseUrl })).not.toThrow();
    },
  );
});

describe("whatever is asked for arrives as it is", () => {
  /** The URL that a client asks. */
  async function asked(options: object, query: SessionsQuery): Promise<URL> {
    let url = "";
    const client = createSessionsClient({
      ...fakeApiDefaults,
      ...options,
      fetch: (request) => {
        url = request.url;
        return Promise.resolve(Response.json({ data: { sessions: [] } }));
      },
    });
    await client.list(query);
    return new URL(url);
  }

  test("an id in its own segment of the path, or it is refused", async () => {
    const marks = [
      "/",
      "\\",
      ".",
      "?",
      "#",
      "%",
      "&",
      "=",
      "+",
      " ",
      ":",
      "@",
      ";",
      ",",
      "é",
      "😀",
      "\ud83d",
      "id",
    ];
    const text = fc.string({ unit: fc.constantFrom(...marks), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(text, text, async (accountId, appId) => {
        let url: URL;
        try {
          url = await asked({ accountId, appId }, {});
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          return;
        }
        const [account, app] = [url.pathname.split("/")[4], url.pathname.split("/")[7]];
        expect([account, app].map((part) => decodeURIComponent(part ?? ""))).toEqual([accountId, appId]);
        expect(url.pathname.split("/").length).toBe(9);
        expect(url.hash).toBe("");
      }),
      { numRuns: runs },
    );
  });

  test("a value in its own parameter of the query", async () => {
    const text = fc.string({ unit: "binary" });
    await fc.assert(
      fc.asyncProperty(text, text, async (search, participants) => {
        const { searchParams } = await asked({}, { search, participants, per_page: 7 });
        const wanted = { search, participants, per_page: "7" };
        expect(Object.fromEntries(searchParams)).toEqual(wanted);
      }),
      { numRuns: runs },
    );
  });
});

describe("every method refuses, before any request,", () => {
  const cases: { query: object; error: typeof Error; message: string }[] = [
    {
      query: { perPage: 5 },
      error: TypeError,
      message: "Unknown query parameter perPage. Did you mean per_page?",
    },
    {
      query: { per_page: 0 },
      error: RangeError,
      message: "per_page must be an integer of at least 1, got 0.",
    },
    {
      query: { page_no: -1 },
      error: RangeError,
      message: "page_no must be an integer of at least 0, got -1.",
    },
    { query: { search: 5 }, error: TypeError, message: "search must be a string, got 5." },
    {
      query: { status: "live" },
      error: RangeError,
      message: 'status must be one of LIVE, ENDED, got "live".',
    },
    { query: { end_time: "yesterday" }, error: RangeError, message: "end_time must be a date or a time" },
  ];

  test.each(cases)("the query $query", async ({ query, error, message }) => {
    const { client, requests } = setUp(5);
    const bad = query as SessionsQuery;
    await expect(client.list(bad)).rejects.toThrow(error);
    await expect(client.list(bad)).rejects.toThrow(message);
    await expect(client.collect(bad, { limit: 1 })).rejects.toThrow(message);
    expect(() => client.pages(bad)).toThrow(message);
    expect(() => client.iterate(bad)).toThrow(message);
    expect(requests).toEqual([]);
  });

  test.each([0, -1, 1.5, Infinity, NaN, "3", undefined])("the limit %s", async (limit) => {
    const { client, requests } = setUp(5);
    await expect(client.collect({}, { limit: limit as number })).rejects.toThrow(
      "limit must be an integer of at least 1, got",
    );
    expect(requests).toEqual([]);
  });

  test.each([0, 1.5, Infinity])("the concurrency %s", (concurrency) => {
    const { client } = setUp(5);
    expect(() => client.iterate({}, { concurrency })).toThrow(RangeError);
  });
});
