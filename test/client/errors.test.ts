import { describe, expect, test } from "vitest";
import { ApiError, InvalidResponseError } from "../../src/index.js";
import { fakeApiDefaults } from "../../src/testing.js";
import { getRejection } from "../thrown.js";
import { createClientFor, setUp } from "./create-client.js";

const route =
  "GET /accounts/023e105f4ecef8ad9ca31a8372d0c353/realtime/kit/2ae8ba55-5f2d-4b1e-8d4e-0c3b1c6f7a10/sessions";

describe("a client", () => {
  test.each([
    { options: { apiToken: "wrong-token" }, status: 401, message: "Authentication error (code 10000). Is the API token right?" },
    { options: { appId: "wrong" }, status: 404, message: "App not found (code 404). Is the app id right?" },
    { options: { accountId: "wrong" }, status: 403, message: "Authentication error (code 10000). Does the API token have the permission" },
  ])("fails with $status for $options", async ({ options, status, message }) => {
    const error = (await getRejection(setUp(1, {}, options).client.list())) as ApiError;
    expect(error).toBeInstanceOf(ApiError);
    expect(error.status).toBe(status);
    expect(error.message).toContain(message);
  }); // prettier-ignore

  test("suggests the last id of the path for a 404", async () => {
    const client = createClientFor(() => new Response(null, { status: 404 }));
    const calls = [
      client.get("x"),
      client.chat("x"),
      client.transcript("x"),
      client.summary("x"),
      client.participants("x").list(),
      client.participant("x", "y"),
      client.list(),
    ];
    const messages = await Promise.all(
      calls.map(async (call) => ((await getRejection(call)) as Error).message),
    );
    expect(messages.map((message) => message.replace(/.*\. /, ""))).toEqual([
      ...Array.from({ length: 5 }, () => "Is the session id right?"),
      "Is the participant id right?",
      "Is the app id right?",
    ]);
  });

  test("names the request and its page in an error", async () => {
    const client = createClientFor(() => new Response(null, { status: 500 }));
    const error = (await getRejection(client.list({ page_no: 7 }))) as ApiError;
    expect(error.message).toBe(`${route} (page_no 7) returned 500`);
    expect(error.pageNo).toBe(7);
    expect(((await getRejection(client.list())) as ApiError).message).toBe(`${route} returned 500`);
  });

  test("does not suggest a wrong app id after a page of the same app was listed", async () => {
    let requests = 0;
    const client = createClientFor(() =>
      requests++ ? new Response(null, { status: 404 }) : Response.json({ data: { sessions: [] } }),
    );
    await client.list();
    const error = (await getRejection(client.list({ page_no: 1 }))) as ApiError;
    expect(error.message).toBe(`${route} (page_no 1) returned 404`);
  });

  test.each([null, { success: true }, { data: { sessions: {} } }, { data: null }])(
    "fails for the body %j, which has no list",
    async (body) => {
      const error = (await getRejection(
        createClientFor(() => Response.json(body)).list(),
      )) as InvalidResponseError;
      expect(error).toBeInstanceOf(InvalidResponseError);
      expect(error.message).toBe(`${route} returned 200, but the body has no list at data.sessions`);
    },
  );
});

describe("a listing", () => {
  test.each([
    { name: "null", past: { data: { sessions: null } } },
    { name: "missing", past: { data: {} } },
    { name: "missing with its envelope", past: { data: null } },
    { name: "missing with its body", past: undefined },
  ])("ends at a response whose list is $name", async ({ past }) => {
    const sessions = Array.from({ length: 7 }, (_, index) => ({ id: String(index) }));
    for (const concurrency of [1, 4]) {
      const client = createClientFor(({ searchParams }) => {
        const start = 3 * Number(searchParams.get("page_no") ?? 0);
        const page = sessions.slice(start, start + 3);
        if (page.length) return Response.json({ data: { sessions: page } });
        return past ? Response.json(past) : new Response(null, { status: 204 });
      });
      const listed = await client.collect({ per_page: 3 }, { limit: 100, concurrency });
      expect(listed).toEqual(sessions);
    }
  });

  test("rejects if the request of the page past the total is forbidden", async () => {
    const sessions = ["a", "b", "c"].map((id) => ({ id }));
    const paging = { total_count: 3, start_offset: 1, end_offset: 3 };
    const client = createClientFor(({ searchParams }) =>
      searchParams.has("page_no")
        ? new Response(null, { status: 403 })
        : Response.json({ data: { sessions }, paging }),
    );
    await expect(client.collect({ per_page: 3 }, { limit: 9 })).rejects.toMatchObject({ status: 403 });
  });

  test("is empty if its only list is null", async () => {
    const client = createClientFor(() => Response.json({ data: { sessions: null } }));
    expect(await client.collect({}, { limit: 10 })).toEqual([]);
  });

  test.each([
    { name: 'an ended_at of null or "null"', sessions: [{ id: "a", ended_at: null }, { id: "b", ended_at: "null" }] },
    { name: "missing and unknown fields", sessions: [{ id: "a", unknown: 1, status: "PAUSED" }] },
    { name: "no id", sessions: [{ status: "LIVE" }, { status: "ENDED" }, null] },
    { name: "keys of prototypes", sessions: [JSON.parse('{"id": "a", "__proto__": {"polluted": true}}') as object] },
  ])("accepts sessions with $name", async ({ sessions }) => {
    const paging = { total_count: sessions.length, start_offset: 1, end_offset: sessions.length };
    const client = createClientFor(() => Response.json({ data: { sessions }, paging }));
    const listed: unknown[] = [];
    for await (const session of client.iterate()) listed.push(session);
    // The text "null" means null.
    expect(JSON.stringify(listed)).toBe(JSON.stringify(sessions).replace('"null"', "null"));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  }); // prettier-ignore

  test.each([{ paging: null }, { paging: { total_count: "1", start_offset: null } }, { paging: {} }])(
    "treats $paging like a response without paging",
    async ({ paging }) => {
      let requests = 0;
      const client = createClientFor(() =>
        Response.json({ data: { sessions: requests++ ? [] : [{ id: "a" }] }, paging }),
      );
      const listed: string[] = [];
      for await (const { id } of client.iterate()) listed.push(id);
      expect(listed).toEqual(["a"]);
    },
  );
});

describe("the message of an error", () => {
  const fail = (errors: unknown[]): Promise<unknown> =>
    getRejection(createClientFor(() => Response.json({ errors }, { status: 400 })).list());

  test("contains every error of the response", async () => {
    const error = await fail([{ code: 1, message: "One" }, { message: "Two" }, { code: 3 }]);
    expect((error as ApiError).message).toMatch(/ returned 400: One \(code 1\); Two; {1,2}\(code 3\)$/);
  });

  test("contains *** in place of the token", async () => {
    const error = await fail([{ message: `No such token: ${fakeApiDefaults.apiToken}!` }]);
    expect((error as ApiError).message).toMatch(/: No such token: \*\*\*!$/);
  });
});

describe("a redirect", () => {
  test.each([
    { name: "sent by a server", response: () => new Response(null, { status: 302 }), status: 302 },
    {
      name: "hidden by a browser",
      // No constructor creates an opaque redirect.
      response: () => Object.defineProperty(Response.json({}), "type", { value: "opaqueredirect" }),
      status: 200,
    },
  ])("is reported and not followed if it is $name", async ({ response, status }) => {
    const error = await getRejection(createClientFor(response).list({ page_no: 4 }));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ status, pageNo: 4 });
    expect((error as Error).message).toMatch(/\(page_no 4\) returned \d+, but redirects are not followed$/);
  });
});
