import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  type CollectOptions,
  createSessionsClient,
  type SessionsClientOptions,
  type SessionsQuery,
} from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";
import { runs } from "../runs.js";
import { getRejection } from "../thrown.js";
import { setUp } from "./create-client.js";

const createClient = (options: object): unknown => createSessionsClient({ ...fakeApiDefaults, ...options });

describe("createSessionsClient", () => {
  test.each(["http://localhost:8787", "http://127.0.0.10", "http://[::1]:1/v4", "https://example.com/v4/"])(
    "accepts the base URL %s",
    (baseUrl) => {
      expect(() => createClient({ baseUrl })).not.toThrow();
    },
  );

  test.each([".hidden", "..hidden", "v1.", "v1..", "a.b", "a:b"])("accepts the id %j", (appId) => {
    expect(() => createClient({ appId })).not.toThrow();
  });

  test("accepts options that an object inherits, such as those of an instance of a class", async () => {
    const fetch = createFakeApi({ sessions: generateSessions(3) });
    const client = createSessionsClient(
      Object.create({ ...fakeApiDefaults, fetch }) as SessionsClientOptions,
    );
    expect(await client.collect({}, { limit: 9 })).toHaveLength(3);
  });

  test("accepts the maximum timeout, and options that are undefined", () => {
    expect(() =>
      createClient({ timeout: 2_147_483_647, maxRetries: undefined, fetch: undefined }),
    ).not.toThrow();
  });
});

describe("an id of createSessionsClient", () => {
  test.each(["", ".", "..", "a/b", "a\\b", "a?b", "a#b", "%2e%2e", "id\n", " id", "id-\ud83d"])(
    "is rejected if it is %j, which could change the path",
    (accountId) => {
      expect(() => createClient({ accountId })).toThrow(
        new TypeError(
          `accountId must be an id, without / \\ ? # % or white space, got ${JSON.stringify(accountId)}.`,
        ),
      );
    },
  );

  test.each([null, 5, {}])("is rejected if it is %j, which is not a string", (appId) => {
    expect(() => createClient({ appId })).toThrow("appId must be an id");
  });
});

test.each([
  "http://api.example.com",
  "ftp://localhost",
  "http://127.evil.example",
  "http://localhost.example.com",
  "http://notlocalhost",
  "http://127.0.0.1.example.com",
  "http://10.127.0.0.1.example.com",
  "http://user:secret@api.example",
  "https://secret@api.example",
  "https://api.example/v4?x=secret",
  "https://api.example/v4#secret",
  "nowhere",
])(
  "createSessionsClient rejects the base URL %s without repeating it, since it could disclose the token",
  (baseUrl) => {
    expect(() => createClient({ baseUrl })).toThrow(
      new TypeError("baseUrl must be an https URL, without credentials, query and fragment."),
    );
  },
);

test.each([
  { baseUrl: new URL("https://api.example"), shown: "an object" },
  { baseUrl: ["https://api.example"], shown: "an array" },
  { baseUrl: 5, shown: "5" },
  { baseUrl: "", shown: '""' },
])(
  "createSessionsClient rejects the base URL $shown with a message that repeats it",
  ({ baseUrl, shown }) => {
    expect(() => createClient({ baseUrl })).toThrow(
      new TypeError(`baseUrl must be an https URL, without credentials, query and fragment, got ${shown}.`),
    );
  },
);

test.each([
  "Bearer secret-token",
  "bearer secret-token",
  "the bearer token",
  '"secret-token"',
  " secret-token",
  "secret-token\n",
  "secret\r\nX-Evil: 1",
  "secret\\token",
  "secret-tökén",
])("createSessionsClient rejects the token %j without repeating it", (apiToken) => {
  expect(() => createClient({ apiToken })).toThrow(
    new TypeError("apiToken must be the API token alone, without Bearer, quotes or white space."),
  );
});

test.each(["", null, 5])(
  "createSessionsClient rejects the token %j with a message that repeats it",
  (apiToken) => {
    expect(() => createClient({ apiToken })).toThrow(
      new TypeError(
        `apiToken must be the API token alone, without Bearer, quotes or white space, got ${JSON.stringify(apiToken)}.`,
      ),
    );
  },
);

test("createSessionsClient rejects a whole file as the token", () => {
  expect(() => createClient({ apiToken: "a".repeat(100_000) })).toThrow(
    new TypeError("apiToken must be the API token alone, without Bearer, quotes or white space."),
  );
});

test.each([
  { accountId: "the/secret-token" },
  { accountId: "secret-token", appId: "secret-token?" },
  { maxRetries: "secret-token" },
  { "secret-token": 1 },
  { timeout: "secret-token" },
  { accountId: "secret-token ", apiToken: "Bearer secret-token" },
  { accountId: "secret-token ", apiToken: "secret-token\n" },
  { accountId: "secret-token ", apiToken: "'secret-token'" },
])("a message about %j does not contain the token", (options) => {
  expect(() => createClient({ apiToken: "secret-token", ...options })).toThrow("***");
  expect(() => createClient({ apiToken: "secret-token", ...options })).not.toThrow(/secret-token/);
});

test.each([
  { given: ["LIVE"], description: "an array" },
  { given: new URLSearchParams("status=LIVE"), description: "a list" },
])("$description is rejected as a query", async ({ given, description }) => {
  const { client } = setUp(5);
  await expect(client.list(given as SessionsQuery)).rejects.toThrow(
    new TypeError(`The query parameters must be an object, got ${description}.`),
  );
});

test("a long value is truncated after the token in it is replaced", () => {
  const accountId = `${"x ".repeat(45)}secret-token`;
  expect(() => createClient({ apiToken: "secret-token", accountId })).toThrow(`x ***".`);
});

describe("invalid options of createSessionsClient", () => {
  test.each<{ options: object; error: Error }>([
    { options: { apitoken: "x" }, error: new TypeError("Unknown option apitoken. Did you mean apiToken?") },
    {
      options: { onPause: () => 1 },
      error: new TypeError(
        "Unknown option onPause. Supported: maxRetries, timeout, maxRetryAfter, accountId, appId, apiToken, baseUrl, fetch, validate, " +
          "onRequest, onResponse, onRetry, onRateLimit.",
      ),
    },
    {
      options: { maxRetries: -1 },
      error: new RangeError("maxRetries must be an integer of at least 0, got -1."),
    },
    {
      options: { maxRetries: 1.5 },
      error: new RangeError("maxRetries must be an integer of at least 0, got 1.5."),
    },
    {
      options: { timeout: 0 },
      error: new RangeError("timeout must be an integer from 1 to 2147483647, got 0."),
    },
    {
      options: { timeout: 2_147_483_648 },
      error: new RangeError("timeout must be an integer from 1 to 2147483647, got 2147483648."),
    },
    {
      options: { maxRetryAfter: 86_400_001 },
      error: new RangeError("maxRetryAfter must be an integer from 0 to 86400000, got 86400001."),
    },
    {
      options: { timeout: "5" },
      error: new TypeError('timeout must be an integer from 1 to 2147483647, got "5".'),
    },
    { options: { validate: "strict" }, error: new TypeError('validate must be a function, got "strict".') },
    { options: { fetch: {} }, error: new TypeError("fetch must be a function, got an object.") },
    {
      options: { timeout: () => 5 },
      error: new TypeError("timeout must be an integer from 1 to 2147483647, got a function."),
    },
    { options: { onRetry: true }, error: new TypeError("onRetry must be a function, got true.") },
  ])("such as $options are rejected", ({ options, error }) => {
    expect(() => createClient(options)).toThrow(error);
  });

  test.each(["accountId", "appId", "apiToken"])("are rejected without %s", (name) => {
    expect(() => createClient({ [name]: undefined })).toThrow(new TypeError(`${name} is required.`));
  });

  test("are rejected without repeating a string, which could be the token", () => {
    expect(() => createSessionsClient("secret-token" as unknown as SessionsClientOptions)).toThrow(
      new TypeError('The options must be an object, got "***".'),
    );
  });

  test.each([undefined, null, 5])("are rejected if they are %s", (options) => {
    expect(() => createSessionsClient(options as unknown as SessionsClientOptions)).toThrow(
      new TypeError(`The options must be an object, got ${String(options)}.`),
    );
  });
});

describe("an invalid argument of a method", () => {
  test.each([
    { query: { perPage: 5 }, message: "Unknown query parameter perPage. Did you mean per_page?" },
    { query: { per_page: 0 }, message: "per_page must be an integer of at least 1, got 0." },
    { query: { page_no: -1 }, message: "page_no must be an integer of at least 0, got -1." },
    { query: { page_no: null }, message: "page_no must be an integer of at least 0, got null." },
    { query: { search: 5 }, message: "search must be a string without lone surrogates, got 5." },
    { query: { status: "live" }, message: 'status must be one of LIVE, ENDED, got "live".' },
    { query: { end_time: "yesterday" }, message: "end_time must be a date or a time with its UTC offset" },
    { query: { sort_by: fakeApiDefaults.apiToken }, message: 'createdAt, got "***".' },
  ])("is rejected before a request if the query is $query", async ({ query, message }) => {
    const { client, requests } = setUp(5);
    const invalid = query as unknown as SessionsQuery;
    await expect(client.list(invalid)).rejects.toThrow(message);
    await expect(client.collect(invalid, { limit: 1 })).rejects.toThrow(message);
    expect(() => client.pages(invalid)).toThrow(message);
    expect(() => client.iterate(invalid)).toThrow(message);
    expect(requests).toEqual([]);
  });

  test.each<{ options: object; message: string }>([
    { options: { concurency: 4 }, message: "Unknown option concurency. Did you mean concurrency?" },
    { options: { timeout: 0 }, message: "timeout must be an integer from 1 to 2147483647, got 0." },
    { options: { maxRetries: -1 }, message: "maxRetries must be an integer of at least 0, got -1." },
    { options: { signal: {} }, message: "signal must be an AbortSignal, got an object." },
    { options: { signal: new AbortController() }, message: "signal must be an AbortSignal, got an object." },
  ])("is rejected before a request if the options are $options", async ({ options, message }) => {
    const { client, requests } = setUp(5);
    await expect(client.collect({}, { limit: 1, ...options })).rejects.toThrow(message);
    expect(() => client.pages({}, options)).toThrow(message);
    expect(() => client.iterate({}, options)).toThrow(message);
    expect(requests).toEqual([]);
  });
});

test("an undefined option of a call means the option of the client", async () => {
  const fetch = vi.fn(() => Promise.resolve(new Response(null, { status: 500 })));
  const client = createSessionsClient({ ...fakeApiDefaults, fetch, maxRetries: 0 });
  await getRejection(client.list({}, { maxRetries: undefined }));
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("list rejects an invalid timeout before a request", async () => {
  const { client, requests } = setUp(1);
  await expect(client.list({}, { timeout: 0 })).rejects.toThrow("timeout must be an integer from 1");
  expect(requests).toEqual([]);
});

test("list rejects the options of a listing", async () => {
  const { client } = setUp(5);
  await expect(client.list({}, { concurrency: 4 } as object)).rejects.toThrow("Unknown option concurrency.");
});

test.each([0, 1.5, Infinity, "4"])("a concurrency of %s is rejected", (concurrency) => {
  const { client } = setUp(5);
  const options = { concurrency: concurrency as number };
  expect(() => client.iterate({}, options)).toThrow("concurrency must be an integer of at least 1, got");
});

test.each([0, -1, 1.5, Infinity, NaN, "3"])("a limit of %s is rejected", async (limit) => {
  const { client, requests } = setUp(5);
  const options = { limit: limit as number };
  await expect(client.collect({}, options)).rejects.toThrow("limit must be an integer of at least 1, got");
  expect(requests).toEqual([]);
});

test("collect is rejected without a limit", async () => {
  const { client } = setUp(5);
  const error = await getRejection(client.collect({}, {} as CollectOptions));
  expect(error).toEqual(new TypeError("limit is required."));
});

test("collect is rejected without options, with a message that names the limit", async () => {
  const { client } = setUp(5);
  const error = await getRejection(client.collect({}, undefined as unknown as CollectOptions));
  expect(error).toEqual(new TypeError("limit is required."));
});

describe("a request", () => {
  /** Returns the URL that a client requests. */
  async function requestUrl(options: object, query: SessionsQuery): Promise<URL> {
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

  test("contains each id in its own segment of the path", async () => {
    const unit = fc.constantFrom(".", "&", "=", "+", ":", "@", ";", ",", "é", "😀", "id");
    const id = fc
      .string({ unit, minLength: 1, maxLength: 6 })
      .filter((text) => text !== "." && text !== "..");
    await fc.assert(
      fc.asyncProperty(id, id, async (accountId, appId) => {
        const url = await requestUrl({ accountId, appId }, {});
        const segments = url.pathname.split("/");
        expect([segments[4], segments[7]].map((part = "") => decodeURIComponent(part))).toEqual([
          accountId,
          appId,
        ]);
        expect([segments.length, url.search, url.hash]).toEqual([9, "?per_page=100", ""]);
      }),
      { numRuns: runs },
    );
  });

  test("contains no id with a character that could change the path", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 3 });
    const forbidden = fc.constantFrom("/", "\\", "?", "#", "%", " ", "\n", "\ud83d");
    await fc.assert(
      fc.asyncProperty(text, forbidden, text, async (before, mark, after) => {
        const request = requestUrl({ accountId: before + mark + after }, {});
        await expect(request).rejects.toBeInstanceOf(TypeError);
      }),
      { numRuns: runs },
    );
  });

  test("contains each value in its own parameter of the query", async () => {
    const text = fc.string({ unit: "binary" });
    await fc.assert(
      fc.asyncProperty(text, text, async (search, participants) => {
        const { searchParams } = await requestUrl({}, { search, participants, per_page: 7 });
        expect(Object.fromEntries(searchParams)).toEqual({ search, participants, per_page: "7" });
      }),
      { numRuns: runs },
    );
  });
});
