import { describe, expect, test } from "vitest";
import { type ApiError, InvalidResponseError } from "../../src/index.js";
import { createFakeApi, fakeApiDefaults, generateSessions } from "../../src/testing.js";
import { createClientFor, rejection, setUp } from "./api.js";

describe("invalid options", () => {
  test("are rejected before a page is requested", async () => {
    const { client, requests } = setUp(1);
    await expect(client.list({}, { timeout: 0 })).rejects.toThrow("timeout must be an integer from 1");
    expect(requests).toEqual([]);
  });

  test("are rejected before a listing begins", () => {
    const { client } = setUp(1);
    expect(() => client.iterate({}, { maxRetries: -1 })).toThrow(
      "maxRetries must be an integer of at least 0",
    );
    expect(() => client.pages({}, { concurrency: 0 })).toThrow(
      "concurrency must be an integer of at least 1",
    );
  });

  test("are rejected before sessions are collected", async () => {
    const { client } = setUp(1);
    await expect(client.collect({}, { limit: 0 })).rejects.toThrow("limit must be an integer of at least 1");
  });
});

describe("a listing", () => {
  test("that starts at a page number continues to the end of the list", async () => {
    const { client } = setUp(6);
    const rest = await client.collect({ page_no: 2, per_page: 2 }, { limit: 10 });
    expect(rest.map(({ id }) => id)).toEqual(
      generateSessions(6)
        .slice(2)
        .map(({ id }) => id),
    );
  });

  test("throws the error of a failed page, and does not take it for the end of the list", async () => {
    const fake = createFakeApi({ sessions: generateSessions(6), paging: false });
    const { client } = setUp(
      6,
      {},
      {
        maxRetries: 0,
        fetch: (request, init) =>
          new URL(request.url).searchParams.get("page_no") === "3"
            ? Promise.resolve(new Response(null, { status: 500 }))
            : fake(request, init),
      },
    );
    const error = await rejection(client.collect({ per_page: 2 }, { limit: 10 }));
    expect(error).toMatchObject({ name: "ApiError", status: 500, pageNo: 3 });
  });

  test("aborts its pending requests when the caller stops iterating", async () => {
    const fake = createFakeApi({ sessions: generateSessions(20), firstPage: 0 });
    const pending: AbortSignal[] = [];
    const { client } = setUp(
      20,
      {},
      {
        fetch: (request, init) => {
          if (!/page_no=[23]/.test(request.url)) return fake(request, init);
          const { signal } = new Request(request, init);
          pending.push(signal);
          return new Promise((_, reject) => {
            signal.addEventListener("abort", () => {
              reject(signal.reason as Error);
            });
          });
        },
      },
    );
    let pages = 0;
    for await (const { sessions } of client.pages({ per_page: 2 }, { concurrency: 3 })) {
      expect(sessions).toHaveLength(2);
      if (++pages === 2) break;
    }
    expect(pending.map(({ aborted }) => aborted)).toEqual([true, true]);
  });
});

describe("the message of an error", () => {
  const fail = (errors: unknown[]): Promise<unknown> =>
    rejection(createClientFor(() => Response.json({ errors }, { status: 400 })).list());

  test("contains every error of the response", async () => {
    const error = await fail([{ code: 1, message: "One" }, { message: "Two" }, { code: 3 }]);
    expect((error as ApiError).message).toMatch(/ returned 400: One \(code 1\); Two; {1,2}\(code 3\)$/);
  });

  test("has *** in place of the token", async () => {
    const error = await fail([{ message: `No such token: ${fakeApiDefaults.apiToken}!` }]);
    expect((error as ApiError).message).toMatch(/: No such token: \*\*\*!$/);
  });
});

describe("a redirect is reported and not followed", () => {
  test.each([
    { name: "sent by a server", response: () => new Response(null, { status: 302 }), status: 302 },
    {
      name: "hidden by a browser",
      // No constructor creates an opaque redirect.
      response: () => Object.defineProperty(Response.json({}), "type", { value: "opaqueredirect" }),
      status: 200,
    },
  ])("if it is $name", async ({ response, status }) => {
    const error = await rejection(createClientFor(response).list({ page_no: 4 }));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ status, pageNo: 4 });
    expect((error as Error).message).toMatch(/\(page_no 4\) returned \d+, but redirects are not followed$/);
  });
});
