import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  ApiError,
  ConnectionError,
  createSessionsClient,
  InvalidResponseError,
  type RequestUrl,
  type SessionsClientOptions,
  TimeoutError,
} from "../../src/index.js";
import { fakeApiDefaults } from "../../src/testing.js";
import { rejection } from "./api.js";

const SECRET = "s3cret-t0ken-v4lue";

beforeAll(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});

afterAll(() => {
  vi.restoreAllMocks();
});

/** Every text that an error, or what it holds, can turn into. */
function textsOf(error: unknown): string[] {
  const texts = [
    String(error),
    inspect(error, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(error) as string | undefined,
    JSON.stringify(error, Object.getOwnPropertyNames(error)) as string | undefined,
  ];
  if (error instanceof Error) {
    texts.push(error.message, error.stack, error.name);
    texts.push(...Object.values(error).map((value) => inspect(value, { depth: 20, showHidden: true })));
    if (error.cause !== undefined) texts.push(...textsOf(error.cause));
  }
  return texts.filter((text) => text !== undefined);
}

const cases: {
  what: string;
  kind: new (...given: never[]) => Error;
  fetch: SessionsClientOptions["fetch"];
}[] = [
  {
    what: "a failure",
    kind: ApiError,
    fetch: () => Promise.resolve(Response.json({ errors: [{ code: 1, message: "No" }] }, { status: 401 })),
  },
  {
    what: "a failure that was tried again",
    kind: ApiError,
    fetch: () => Promise.resolve(new Response(null, { status: 503 })),
  },
  {
    what: "a failure whose answer repeats the token",
    kind: ApiError,
    fetch: ({ headers }) => {
      const message = `Unknown token ${headers.get("authorization") ?? ""}`;
      return Promise.resolve(Response.json({ errors: [{ code: 1, message }] }, { status: 401 }));
    },
  },
  {
    what: "success: false, and the token repeated",
    kind: InvalidResponseError,
    fetch: ({ headers }) => {
      const message = `Unknown token ${headers.get("authorization") ?? ""}`;
      return Promise.resolve(Response.json({ success: false, error: { message } }));
    },
  },
  {
    what: "a status text and headers that repeat the token",
    kind: ApiError,
    fetch: ({ headers }) => {
      const token = headers.get("authorization") ?? "";
      const repeated = { "cf-ray": token, "x-token": `was ${token}` };
      return Promise.resolve(
        new Response(null, { status: 401, statusText: `No ${token}`, headers: repeated }),
      );
    },
  },
  {
    what: "the token for JSON",
    kind: InvalidResponseError,
    fetch: ({ headers }) => Promise.resolve(new Response(headers.get("authorization")?.slice(7))),
  },
  {
    what: "the token in JSON, escaped",
    kind: ApiError,
    fetch: () => {
      const escaped = `\\u0073${SECRET.slice(1)}`;
      return Promise.resolve(new Response(`{"errors": [{"message": "${escaped}"}]}`, { status: 401 }));
    },
  },
  {
    what: "HTML",
    kind: InvalidResponseError,
    fetch: () => Promise.resolve(new Response("<html>")),
  },
  {
    what: "a redirect",
    kind: InvalidResponseError,
    fetch: () =>
      Promise.resolve(new Response(null, { status: 302, headers: { location: "https://a.example" } })),
  },
  {
    what: "an answer that is too long",
    kind: InvalidResponseError,
    fetch: () => Promise.resolve(new Response(new Uint8Array(33_554_433))),
  },
  {
    what: "a connection that fails",
    kind: ConnectionError,
    // Nobody can listen there: the name is reserved for that.
    fetch: (request, init) => fetch(new Request("http://nobody.invalid", request), init),
  },
  {
    what: "a time that runs out",
    kind: TimeoutError,
    fetch: () => new Promise(() => undefined),
  },
];

describe.each(cases)("the token is in no error and no hook's event: $what", ({ kind, fetch }) => {
  test.each([undefined, 1, 4])("(concurrency %s)", async (concurrency) => {
    const told: unknown[] = [];
    const tell = (event: object): void => {
      told.push(event, ...(Object.values(event) as unknown[]));
    };
    const seen: (string | null)[] = [];
    const client = createSessionsClient({
      ...fakeApiDefaults,
      apiToken: SECRET,
      timeout: 100,
      maxRetries: 1,
      fetch: (request, init) => {
        seen.push(request.headers.get("authorization"));
        // eslint-disable-next-line @typescript-eslint/no-non-null-assertion -- every case has one
        return fetch!(request, init);
      },
      onRequest: tell,
      onResponse: tell,
      onRetry: tell,
      onRateLimit: tell,
    });
    const error = await rejection(concurrency ? client.iterate({}, { concurrency }).next() : client.list());
    expect(error).toBeInstanceOf(kind);
    for (const text of [...textsOf(error), ...told.flatMap(textsOf)]) expect(text).not.toContain(SECRET);
    // It was there to be told.
    expect(seen[0]).toBe(`Bearer ${SECRET}`);
  });
});

test("the answer that an error holds has the token cut out, and all else as it came", async () => {
  const headers = { "x-token": `was Bearer ${SECRET}`, "cf-ray": "8f2d-FRA" };
  const client = createSessionsClient({
    ...fakeApiDefaults,
    apiToken: SECRET,
    fetch: () => Promise.resolve(new Response(null, { status: 403, statusText: "Not yours", headers })),
  });
  const error = await rejection(client.list());
  expect(error).toMatchObject({ status: 403, rayId: "8f2d-FRA" });
  const { response } = error as ApiError;
  expect([response?.status, response?.statusText]).toEqual([403, "Not yours"]);
  expect(Object.fromEntries(response?.headers ?? [])).toEqual({
    "x-token": "was Bearer ***",
    "cf-ray": "8f2d-FRA",
  });
});

test("no client tells its token", () => {
  const client = createSessionsClient({ ...fakeApiDefaults, apiToken: SECRET });
  for (const text of textsOf(client)) expect(text).not.toContain(SECRET);
});

test.each([undefined, "https://api.example.com/v4/", "http://localhost:8787"])(
  "the token goes to the base URL's origin alone, and no redirect is followed: %s",
  async (baseUrl) => {
    const requests: RequestUrl[] = [];
    const redirects: string[] = [];
    const client = createSessionsClient({
      ...fakeApiDefaults,
      apiToken: SECRET,
      baseUrl,
      fetch: (request, { redirect }) => {
        requests.push(request);
        redirects.push(redirect);
        const location = "https://evil.example.com/";
        return Promise.resolve(new Response(null, { status: 307, headers: { location } }));
      },
    });
    for (const call of [client.list(), client.iterate().next(), client.collect({}, { limit: 1 })])
      await rejection(call);
    const { origin } = new URL(baseUrl ?? "https://api.cloudflare.com/client/v4");
    expect(requests.map(({ url }) => new URL(url).origin)).toEqual([origin, origin, origin]);
    expect(redirects).toEqual(["manual", "manual", "manual"]);
    for (const { url } of requests) expect(url).not.toContain(SECRET);
  },
);
