import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import type { ItemEndpoint, LinkedListEndpoint, ListEndpoint } from "../../src/endpoint.js";
import { InvalidResponseError } from "../../src/errors.js";
import { createTransport } from "../../src/http/transport.js";
import { getItem } from "../../src/item.js";
import { createLinkedListResource } from "../../src/linked-list-resource.js";
import { createListResource } from "../../src/list-resource.js";
import type { ClientContext } from "../../src/resource.js";
import { getRejection } from "../thrown.js";

/** A client context whose requests receive the bodies in turn, or the last one again, and the URLs of its requests. */
function createContext(
  bodies: readonly unknown[],
  baseUrl = "https://api.test/v1",
): { context: ClientContext<unknown>; urls: string[] } {
  const urls: string[] = [];
  const transport = createTransport({
    apiToken: "test-token",
    baseUrl,
    fetch: ({ href }) => {
      const body = bodies[Math.min(urls.push(href), bodies.length) - 1];
      return Promise.resolve(body instanceof Response ? body : Response.json(body));
    },
  });
  return { context: { transport, ids: {} }, urls };
}

/** Collects the values that a generator yields. */
async function collectAll<Yielded>(generator: AsyncIterable<Yielded>): Promise<Yielded[]> {
  const listed: Yielded[] = [];
  for await (const item of generator) listed.push(item);
  return listed;
}

const ROWS_BY_CURSOR: LinkedListEndpoint = {
  name: "listRows",
  method: "GET",
  path: "/rows",
  query: { after: { type: "string" } },
  pagination: { type: "cursor", cursor: "after", results: ["rows"], next: ["paging", "next"], itemKey: "id" },
};

describe("a list by cursor", () => {
  test("sends a cursor that is a number, and ends at the number 0", async () => {
    const { context, urls } = createContext([
      { rows: [{ id: 1 }], paging: { next: 5 } },
      { rows: [{ id: 2 }], paging: { next: 0 } },
    ]);
    expect(await collectAll(createLinkedListResource(context, ROWS_BY_CURSOR).iterate())).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
    expect(urls).toEqual(["https://api.test/v1/rows", "https://api.test/v1/rows?after=5"]);
  });

  test.each([true, { cursor: "a" }, ["a"]])("rejects a response whose cursor is %j", async (next) => {
    const { context } = createContext([{ rows: [], paging: { next } }]);
    const error = await getRejection(createLinkedListResource(context, ROWS_BY_CURSOR).list());
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(String(error)).toMatch(/returned 200, but the body has no text at paging\.next$/);
  });

  test("rejects a body without a list", async () => {
    const { context } = createContext([{}]);
    expect(String(await getRejection(createLinkedListResource(context, ROWS_BY_CURSOR).list()))).toMatch(
      /the body has no list at rows$/,
    );
  });

  test("yields an item once that changes between two pages", async () => {
    const { context } = createContext([
      { rows: [{ id: 1, views: 1 }], paging: { next: "x" } },
      { rows: [{ id: 1, views: 2 }, { id: 2 }] },
    ]);
    expect(await collectAll(createLinkedListResource(context, ROWS_BY_CURSOR).iterate())).toEqual([
      { id: 1, views: 1 },
      { id: 2 },
    ]);
  });

  test("resumes from a cursor that looks like a URL of another host", async () => {
    const { context, urls } = createContext([{ rows: [] }]);
    await collectAll(createLinkedListResource(context, ROWS_BY_CURSOR).iterate({}, { from: "id:5" }));
    expect(urls).toEqual(["https://api.test/v1/rows?after=id%3A5"]);
  });

  test("begins at a cursor of the query", async () => {
    const { context, urls } = createContext([{ rows: [], paging: { next: "y" } }, { rows: [] }]);
    await collectAll(createLinkedListResource(context, ROWS_BY_CURSOR).iterate({ after: "x" }));
    expect(urls).toEqual(["https://api.test/v1/rows?after=x", "https://api.test/v1/rows?after=y"]);
  });

  test("rejects a `from` that is not a string before a request", () => {
    const { context, urls } = createContext([]);
    const resource = createLinkedListResource(context, ROWS_BY_CURSOR);
    expect(() => resource.iterate({}, { from: 5 as unknown as string })).toThrow(
      new TypeError("from must be the next of a page."),
    );
    expect(urls).toEqual([]);
  });
});

describe("a list by URL", () => {
  const endpoint: LinkedListEndpoint = {
    ...ROWS_BY_CURSOR,
    pagination: { type: "url", results: [], next: ["-1", "next"] },
  };

  test("resolves a relative URL against a base URL that ends in a slash", async () => {
    const { context, urls } = createContext([[{ next: "?page=2" }], [{ next: "" }]], "https://api.test/v1/");
    await collectAll(createLinkedListResource(context, endpoint).pages());
    expect(urls).toEqual(["https://api.test/v1/rows", "https://api.test/v1/rows?page=2"]);
  });

  test("rejects a text that is not a URL", async () => {
    const { context } = createContext([[{ next: "https://[" }]]);
    expect(String(await getRejection(createLinkedListResource(context, endpoint).list()))).toContain(
      "the URL of the next page is not of the origin https://api.test",
    );
  });

  test("whose items are the whole body returns them as `items`", async () => {
    const { context } = createContext([[{ id: 1 }]]);
    expect(await createLinkedListResource(context, endpoint).list()).toMatchObject({ items: [{ id: 1 }] });
  });

  test("whose items are the whole body rejects another body", async () => {
    const { context } = createContext([{ rows: [] }]);
    expect(String(await getRejection(createLinkedListResource(context, endpoint).list()))).toMatch(
      /the body has no list at its root$/,
    );
  });
});

describe("a list by page number", () => {
  const endpoint: ListEndpoint = {
    name: "listRows",
    method: "GET",
    path: "/rows",
    query: { page: { type: "integer" } },
    pagination: { type: "offsetLimit", page: "page", results: ["rows"], total: [["total"]], itemKey: "id" },
  };

  test("sends no page size if the endpoint has no parameter for it", async () => {
    const { context, urls } = createContext([{ rows: [] }]);
    await collectAll(createListResource(context, endpoint).iterate());
    await createListResource(context, endpoint).list({ page: 3 });
    expect(urls).toEqual(["https://api.test/v1/rows", "https://api.test/v1/rows?page=3"]);
  });

  test.each([undefined, 3])("that begins at page %s rejects a first body without a list", async (page) => {
    const { context, urls } = createContext([{}]);
    const listing = collectAll(createListResource(context, endpoint).iterate({ page }));
    expect(String(await getRejection(listing))).toMatch(/the body has no list at rows$/);
    expect(urls).toHaveLength(1);
  });

  test("ends in an error of the client if the server ignores the page number", async () => {
    const rows = Array.from({ length: 10 }, (_, id) => ({ id }));
    const { context } = createContext([{ rows }]);
    const error = await getRejection(collectAll(createListResource(context, endpoint).iterate()));
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(String(error)).toMatch(/the page is the same for every page number$/);
  });

  test("leaves no listener on the caller's signal", async () => {
    const { signal } = new AbortController();
    const { context } = createContext([{ rows: [{ id: 1 }] }, { rows: [] }]);
    await collectAll(createListResource(context, endpoint).iterate({}, { signal }));
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});

describe("a list by offset whose server returns the first page past the end", () => {
  const endpoint = {
    name: "listRows",
    method: "GET",
    path: "/rows",
    query: { skip: { type: "integer" }, size: { type: "integer" } },
    pagination: { type: "offsetLimit", offset: "skip", limit: "size", results: ["rows"], itemKey: "id" },
  } as const;

  /** A context whose server reads the offset of the first row of a page from the query. */
  function createListContext(
    length: number,
    readOffset: (query: URLSearchParams) => number,
  ): ClientContext<unknown> {
    const rows = Array.from({ length }, (_, id) => ({ id }));
    const transport = createTransport({
      apiToken: "test-token",
      baseUrl: "https://api.test/v1",
      fetch: ({ searchParams }) => {
        const offset = readOffset(searchParams);
        const start = offset < length ? offset : 0;
        return Promise.resolve(
          Response.json({ rows: rows.slice(start, start + Number(searchParams.get("size"))) }),
        );
      },
    });
    return { transport, ids: {} };
  }

  test.each([1, 7, 42, 100, 130, 200])("is complete with %i rows", async (length) => {
    const context = createListContext(length, (query) => Number(query.get("skip")));
    const listed = await collectAll(createListResource(context, endpoint).iterate());
    expect(listed).toEqual(Array.from({ length }, (_, id) => ({ id })));
  });

  test("is an error if the server ignores the offset", async () => {
    const context = createListContext(130, () => 0);
    expect(String(await getRejection(collectAll(createListResource(context, endpoint).iterate())))).toMatch(
      /the page is the same for every page number$/,
    );
  });
});

describe("a listing that begins at a later page, whose pages state the offset of their last item", () => {
  const pagination = {
    type: "offsetLimit",
    limit: "size",
    results: ["rows"],
    total: [["total"]],
    end: [["last"]],
    firstOffset: 1,
    itemKey: "id",
  } as const;
  const body = { rows: [{ id: 4 }, { id: 5 }], total: 5, last: 5 };

  test.each<{ name: string; paging: ListEndpoint["pagination"]; from: number }>([
    { name: "page", paging: { ...pagination, page: "page" }, from: 2 },
    { name: "skip", paging: { ...pagination, offset: "skip" }, from: 3 },
  ])("needs one request for the last page by the parameter $name", async ({ name, paging, from }) => {
    const query = { [name]: { type: "integer" }, size: { type: "integer" } };
    const endpoint = { name: "listRows", method: "GET", path: "/rows", query, pagination: paging };
    const { context, urls } = createContext([body]);
    const resource = createListResource(context, endpoint);
    expect(await collectAll(resource.iterate({ [name]: from, size: 3 }))).toEqual(body.rows);
    expect(urls).toEqual([`https://api.test/v1/rows?size=3&${name}=${from}`]);
  }); // prettier-ignore
});

describe("one item", () => {
  const endpoint: ItemEndpoint = { name: "getRow", method: "GET", path: "/row", query: {} };

  test("is the body itself if the endpoint has no path, without a method for a file", async () => {
    const { context } = createContext([{ id: 1 }]);
    const item = await getItem(context, endpoint);
    expect(item).toEqual({ id: 1 });
    expect(item).not.toHaveProperty("download");
  });

  test("is an error if the body is not an object", async () => {
    const { context } = createContext(["text"]);
    expect(String(await getRejection(getItem(context, endpoint)))).toMatch(
      /the body has no object at its root$/,
    );
  });

  test.each([null, "a text"])("is not read from a path that leads to %j", async (other) => {
    const { context } = createContext([{ data: { row: other, id: 1 } }]);
    const item = await getItem(context, { ...endpoint, item: [["data", "row"], ["data"]] });
    expect(item).toEqual({ row: other, id: 1 });
  });

  test("is an error that names the documented path", async () => {
    const { context } = createContext([{ data: 5 }]);
    const reading = getItem(context, { ...endpoint, item: [["data"], ["row"], ["data", "row"]] });
    expect(String(await getRejection(reading))).toMatch(/the body has no object at data\.row$/);
  });

  test("with an unknown option is rejected before a request", async () => {
    const { context, urls } = createContext([]);
    const reading = getItem(context, endpoint, {}, undefined as never, { signl: 1 } as object);
    expect(await getRejection(reading)).toEqual(new TypeError("Unknown option signl. Did you mean signal?"));
    expect(urls).toEqual([]);
  });
});
