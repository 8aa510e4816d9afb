import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { LinkedListEndpoint } from "../../src/endpoint.js";
import { ApiError, InvalidResponseError } from "../../src/errors.js";
import { createTransport } from "../../src/http/transport.js";
import { createLinkedListResource } from "../../src/linked-list-resource.js";
import { createTemporaryFolder, HEAD, renderFile, writeTexts } from "../generate/document-files.js";
import { loadClient } from "../generate/load-client.js";
import { ROWS } from "../generate/row-list.js";
import { runs } from "../runs.js";

const folder = createTemporaryFolder();
const BASE_URL = "https://api.test/v1";

/** Three lists: with a Link header like GitHub's, with a cursor, and with a URL in the body. */
const DOCUMENT = `${HEAD}paths:
  /repos/{owner}/issues:
    get:
      operationId: listIssues
      x-list: { linkHeader: Link, results: $, itemKey: id }
      parameters:
        - { name: owner, in: path, required: true, schema: { type: string } }
        - { name: state, in: query, schema: { type: string } }
        - { name: per_page, in: query, schema: { type: integer } }
      responses:
        "200":
          description: Issues
          headers: { Link: { schema: { type: string } } }
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Issue" } } } }
  /events:
    get:
      operationId: listEvents
      x-speakeasy-pagination:
        type: cursor
        inputs: [{ name: after, in: parameters, type: cursor }]
        outputs: { results: $.data.events, nextCursor: $.paging.next }
      x-list: { itemKey: id }
      parameters:
        - { name: after, in: query, schema: { type: string } }
        - { name: kind, in: query, schema: { type: string } }
      responses:
        "200":
          description: Events
          content:
            application/json:
              schema:
                type: object
                properties:
                  data:
                    type: object
                    properties: { events: { type: array, items: { $ref: "#/components/schemas/Issue" } } }
                  paging: { type: object, properties: { next: { type: [string, "null"] } } }
${ROWS}components:
  schemas: { Issue: { type: object, properties: { id: { type: integer } } } }
`;

interface Item {
  id: number;
}

/** Creates an in-memory fake of the three lists that records its requests. */
class FakeLists {
  readonly requests: URL[] = [];
  items: Item[];
  readonly pageSize: number;
  /** Called before each request but the first. */
  onRequest: () => void = () => undefined;
  /** Returns the URL that replaces that of the next page. */
  nextUrl = (url: URL): string => url.href;

  constructor(length: number, pageSize: number) {
    this.items = Array.from({ length }, (_, id) => ({ id }));
    this.pageSize = pageSize;
  }

  readonly fetch = (url: URL): Promise<Response> => {
    if (this.requests.push(new URL(url)) > 1) this.onRequest();
    const start = Number(url.searchParams.get("after") ?? 0);
    const items = this.items.slice(start, start + this.pageSize);
    const end = start + this.pageSize < this.items.length ? String(start + this.pageSize) : null;
    const following = new URL(url);
    following.searchParams.set("after", end ?? "");
    const next = end && this.nextUrl(following);
    if (url.pathname.endsWith("/events"))
      return Promise.resolve(Response.json({ data: { events: items }, paging: { next: end } }));
    if (url.pathname.endsWith("/rows"))
      return Promise.resolve(Response.json({ rows: items, next: next ?? "" }));
    const headers = { link: `<${BASE_URL}/first>; rel="first"${next ? `, <${next}>; rel="next"` : ""}` };
    return Promise.resolve(Response.json(items, { headers }));
  };

  createResource(endpoint: LinkedListEndpoint) {
    const transport = createTransport({
      baseUrl: BASE_URL,
      apiToken: "test-token",
      fetch: this.fetch,
    });
    return createLinkedListResource({ transport, ids: {} }, endpoint, { owner: "me" });
  }
}

let endpoints: Readonly<Record<"listIssues" | "listEvents" | "listRows", LinkedListEndpoint>>;
const NAMES = ["listIssues", "listEvents", "listRows"] as const;

beforeAll(async () => {
  const { operations } = await loadClient(await renderFile(writeTexts(folder, { "api.yaml": DOCUMENT })));
  endpoints = Object.fromEntries(NAMES.map((name) => [name, operations[`${name}Endpoint`]])) as never;
});

/** Collects the values that a generator yields. */
async function collectAll<Yielded>(generator: AsyncIterable<Yielded>): Promise<Yielded[]> {
  const listed: Yielded[] = [];
  for await (const item of generator) listed.push(item);
  return listed;
}

const getIds = (items: unknown[]): number[] => (items as Item[]).map(({ id }) => id);

describe.each(NAMES)("the generated %s", (name) => {
  test("yields every item once and in order, with a request for each page", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 7 }),
        async (length, pageSize) => {
          const api = new FakeLists(length, pageSize);
          expect(getIds(await collectAll(api.createResource(endpoints[name]).iterate()))).toEqual(
            getIds(api.items),
          );
          expect(api.requests.length).toBe(Math.max(1, Math.ceil(length / pageSize)));
        },
      ),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  test("repeats and loses no item while items are added before every request", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 2, max: 7 }),
        async (length, pageSize) => {
          const api = new FakeLists(length, pageSize);
          const initial = getIds(api.items);
          let id = 1000;
          api.onRequest = () => (api.items = [{ id: id++ }, ...api.items]);
          const listed = getIds(await collectAll(api.createResource(endpoints[name]).iterate()));
          expect(listed.filter((item) => item < 1000)).toEqual(initial);
          expect(new Set(listed).size).toBe(listed.length);
        },
      ),
      { numRuns: Math.ceil(runs / 5) },
    );
  });

  test("yields pages with a cursor or URL from which a later listing resumes", async () => {
    const resource = new FakeLists(10, 4).createResource(endpoints[name]);
    const pages = await collectAll(resource.pages());
    expect(pages.map(({ next }) => next === null)).toEqual([false, false, true]);
    const rest = await collectAll(resource.iterate({}, { from: pages[0]?.next ?? "" }));
    expect(getIds(rest)).toEqual([4, 5, 6, 7, 8, 9]);
  });

  test("ends with an abort within the last page", async () => {
    const controller = new AbortController();
    const listing = new FakeLists(10, 10)
      .createResource(endpoints[name])
      .iterate({}, { signal: controller.signal });
    await listing.next();
    controller.abort(new Error("enough"));
    await expect(listing.next()).rejects.toThrow("enough");
  });

  test("lists one page with one request, and collects no more than the limit", async () => {
    const api = new FakeLists(10, 4);
    const resource = api.createResource(endpoints[name]);
    const { next } = await resource.list();
    expect(next).toMatch(/4$/);
    expect(api.requests.length).toBe(1);
    expect(getIds(await resource.collect({}, { limit: 6 }))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(api.requests.length).toBe(3);
  });

  test("rejects unknown options and an invalid `from` before a request", () => {
    const api = new FakeLists(10, 4);
    const resource = api.createResource(endpoints[name]);
    expect(() => resource.pages({}, { form: "x" } as object)).toThrow("form");
    expect(() => resource.pages({}, { from: "" })).toThrow("from must be the next of a page.");
    expect(api.requests).toEqual([]);
  });
});

describe("a cursor", () => {
  test("is sent beside the filters of the query", async () => {
    const api = new FakeLists(6, 4);
    await collectAll(api.createResource(endpoints.listEvents).iterate({ kind: "a b" }));
    expect(api.requests.map(({ search }) => search)).toEqual(["?kind=a%20b", "?kind=a%20b&after=4"]);
  });

  test("that is repeated ends the list in an error", async () => {
    const api = new FakeLists(6, 4);
    api.onRequest = () => api.items.push({ id: 100 }, { id: 101 }, { id: 102 }, { id: 103 });
    const { fetch } = api;
    const repeating = createTransport({
      baseUrl: BASE_URL,
      apiToken: "test-token",
      fetch: async (url) => {
        const body = (await (await fetch(url)).json()) as object;
        return Response.json({ ...body, paging: { next: "4" } });
      },
    });
    const listing = collectAll(
      createLinkedListResource({ transport: repeating, ids: {} }, endpoints.listEvents).iterate(),
    );
    await expect(listing).rejects.toThrow(InvalidResponseError);
    await expect(listing).rejects.toThrow("the next page is one that was read already: 4");
    expect(api.requests.length).toBe(2);
  });
});

describe.each(["listIssues", "listRows"] as const)("a next URL of %s", (name) => {
  test("is requested unchanged, with its repeated parameters", async () => {
    const api = new FakeLists(6, 4);
    api.nextUrl = (url) => `${url.href}&state=open&state=closed%20soon`;
    await collectAll(api.createResource(endpoints[name]).iterate());
    expect(api.requests[1]?.search).toBe("?after=4&state=open&state=closed%20soon");
  });

  test("may be relative to the URL of the list", async () => {
    const api = new FakeLists(6, 4);
    api.nextUrl = ({ search }) => search;
    expect(getIds(await collectAll(api.createResource(endpoints[name]).iterate()))).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
  });

  test.each([
    ["another host", "https://evil.test/v1/rows?after=4"],
    ["another port", "https://api.test:8443/v1/rows?after=4"],
    ["another scheme", "http://api.test/v1/rows?after=4"],
    ["a host without a scheme", "//evil.test/v1/rows?after=4"],
    ["a user name", "https://me@api.test/v1/rows?after=4"],
    ["no host", "javascript:alert(1)"],
  ])("of %s is rejected without a request", async (_, url) => {
    const api = new FakeLists(6, 4);
    api.nextUrl = () => url;
    const listing = collectAll(api.createResource(endpoints[name]).iterate());
    await expect(listing).rejects.toThrow(ApiError);
    await expect(listing).rejects.toThrow("the URL of the next page is not of the origin https://api.test");
    expect(api.requests.length).toBe(1);
    expect(() => api.createResource(endpoints[name]).pages({}, { from: url })).toThrow(
      "is not of the origin",
    );
  });
});
